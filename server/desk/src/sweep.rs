//! Removing what has served: keys of forms that can no longer be sent, and changes that every
//! process has long heard of.

use domain::role::Action;

use crate::Desk;
use crate::access::{self, Actor, Forbidden};
use crate::store::{StoreError, changes, repeats};

/// How long the key of a form is remembered, in seconds: longer than any session lasts.
const FORM_SECONDS: i64 = 24 * 60 * 60;

/// How many changes are kept for processes that are behind.
const CHANGES_KEPT: i64 = 10_000;

/// Why something could not be removed.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// Forgets the keys of old forms of the actor's centre; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn old_forms(desk: &Desk, actor: &Actor) -> Result<u64, SweepError> {
    let permit = access::require(actor, Action::Sweep)?;
    let mut tx = desk.begin(&permit).await?;
    let before = desk.now().plus_seconds(-FORM_SECONDS);
    let gone = repeats::forget(&mut tx, before).await?;
    desk.settle(tx).await?;
    Ok(gone)
}

/// Forgets changes that are far behind the newest one, in all centres.
///
/// # Errors
/// What the engine said.
pub async fn old_changes(desk: &Desk, actor: &Actor) -> Result<(), SweepError> {
    access::require(actor, Action::Sweep)?;
    let newest = changes::last(desk.db()).await?;
    let before = newest - CHANGES_KEPT;
    if before > 0 {
        changes::forget(desk.db(), before).await?;
    }
    Ok(())
}
