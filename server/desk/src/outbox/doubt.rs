//! Letters of a house that was put back: nobody knows whether those that were due have gone.

use domain::role::Action;

use super::OutboxError;
use crate::Desk;
use crate::access::{self, Actor};
use crate::bus::Topic;
use crate::store::outbox;

/// Sends no letter of a house that was put back which the house of before may have sent: each that was
/// due waits until somebody decides.
///
/// # Errors
/// [`OutboxError::Forbidden`], or what the engine said.
pub(crate) async fn doubt(desk: &Desk, actor: &Actor) -> Result<(), OutboxError> {
    let permit = access::require(actor, Action::Backup)?;
    let mut tx = desk.begin(&permit).await?;
    if outbox::doubt(&mut tx, desk.now()).await? > 0 {
        tx.touch(Topic::Mail, permit.centre().uuid());
    }
    Ok(desk.settle(tx).await?)
}
