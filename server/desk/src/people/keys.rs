//! Who may open a new person: the desk, by two grants in the transaction that writes her down and
//! two keys wrapped after it.

use domain::RecordId;

use crate::Desk;
use crate::access::Permit;
use crate::seal::{self, Cell, Compartment, Grant, Recipient, SealError, Subject};
use crate::store::{Scope, Tx};

/// Grants the desk what it needs to receive somebody: who it is, and how she can be reached.
pub(super) async fn entitle_desk(desk: &Desk, tx: &mut Tx, id: RecordId) -> Result<(), SealError> {
    let (subject, front) = (Subject::person(id), Recipient::Desk(tx.centre()));
    for compartment in [Compartment::IDENTITY, Compartment::CONTACT] {
        let cell = Cell {
            subject,
            compartment,
        };
        seal::grant(
            tx,
            desk.vault(),
            &Grant {
                cell,
                recipient: front,
                until: None,
            },
        )
        .await?;
    }
    Ok(())
}

/// Wraps the keys for those who were granted them. A crash before this is mended at the next start.
pub(super) async fn wrap(desk: &Desk, permit: &Permit, id: RecordId) -> Result<(), SealError> {
    seal::wrap_granted(desk, permit, Subject::person(id)).await
}
