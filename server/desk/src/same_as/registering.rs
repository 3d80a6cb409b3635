//! "It is somebody else", said while a new person is written down: remembered as an answer, so that nobody
//! is asked about the same two again.

use domain::same_as::{Couple, Verdict, Why};
use domain::{PairId, RecordId, UserId};

use super::{PairError, marks, sealed};
use crate::Desk;
use crate::access::Permit;
use crate::bus::Topic;
use crate::store::same_as::New;
use crate::store::{self, StoreError, Tx};

/// The answers that a new record is none of these, sealed and not stored yet.
pub(crate) async fn told_apart(
    desk: &Desk,
    permit: &Permit,
    new: RecordId,
    others: &[RecordId],
) -> Result<Vec<(Couple<RecordId>, New)>, PairError> {
    let mut answers = Vec::with_capacity(others.len());
    for couple in others.iter().filter_map(|other| Couple::of(new, *other)) {
        let answer = (couple, Verdict::Two, &Why::REGISTERING);
        answers.push((couple, made(desk, permit, answer).await?));
    }
    Ok(answers)
}

/// A new answer, sealed.
pub(super) async fn made(
    desk: &Desk,
    permit: &Permit,
    (couple, verdict, why): (Couple<RecordId>, Verdict, &Why),
) -> Result<New, PairError> {
    let id = PairId::new(desk.ids());
    let (marks, version) = marks(desk, couple)?;
    Ok(New {
        id,
        couple: marks,
        version,
        verdict,
        sealed: sealed(desk, permit, id, (couple, why)).await?,
        by: UserId::from_uuid(permit.actor_id()),
        at: desk.now(),
    })
}

/// Stores an answer in the transaction.
pub(crate) async fn write(tx: &mut Tx, new: &New) -> Result<(), StoreError> {
    store::same_as::say(tx, new).await?;
    tx.touch(Topic::Pairs, new.id.uuid());
    if new.verdict == Verdict::Same {
        // Whom a colleague sees may have changed: open boards ask again.
        tx.touch(Topic::Visits, new.id.uuid());
    }
    Ok(())
}
