//! What was typed and could not be accepted yet: kept sealed for a quarter of an hour, for one page
//! of one session, and gone once it is shown. No browser ever keeps it: the answer to a form is
//! always a redirect, and the page that follows shows the draft.

use domain::role::Action;
use domain::{Pii, SessionId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::seal::{Compartment, Place, SealError, Subject};
use crate::store::StoreError;
use crate::store::drafts::{self, Spot};

/// How long a draft waits, in seconds.
pub const KEPT_SECONDS: i64 = 15 * 60;

/// Why a draft could not be kept or shown.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// Keeps what was typed for one page of a session, in place of what was kept before.
///
/// # Errors
/// [`DraftError::Seal`] while the house is sealed.
pub async fn keep(
    desk: &Desk,
    actor: &Actor,
    spot: Spot<'_>,
    typed: &Pii<Vec<u8>>,
) -> Result<(), DraftError> {
    let permit = access::require(actor, Action::KeepDraft)?;
    let id = Uuid::from_bytes(desk.ids().fresh());
    let sealed = desk
        .vault()
        .seal(&permit, &place(&permit, id), typed.reveal())
        .await?;
    let mut tx = desk.begin(&permit).await?;
    drafts::keep(
        &mut tx,
        id,
        spot,
        &sealed,
        desk.now().plus_seconds(KEPT_SECONDS),
    )
    .await?;
    Ok(desk.settle(tx).await?)
}

/// Takes the draft of a page away to show it: it is there once.
///
/// # Errors
/// [`DraftError::Seal`] while the house is sealed.
pub async fn take(
    desk: &Desk,
    actor: &Actor,
    session: SessionId,
    path: &str,
) -> Result<Option<Pii<Vec<u8>>>, DraftError> {
    let permit = access::require(actor, Action::KeepDraft)?;
    let spot = Spot { session, path };
    if !drafts::waiting(&mut desk.look(&permit).await?, spot).await? {
        return Ok(None);
    }
    let mut tx = desk.begin(&permit).await?;
    let Some(draft) = drafts::take(&mut tx, spot).await? else {
        return Ok(None);
    };
    let fresh = !draft.expired(desk.now());
    let typed = desk
        .vault()
        .open(&permit, &mut tx, &place(&permit, draft.id), &draft.sealed)
        .await?;
    desk.settle(tx).await?;
    Ok(fresh.then_some(typed))
}

/// Reads what was kept and leaves it there: for what is filled in over several pages.
///
/// # Errors
/// [`DraftError::Seal`] while the house is sealed.
pub async fn read(
    desk: &Desk,
    actor: &Actor,
    spot: Spot<'_>,
) -> Result<Option<Pii<Vec<u8>>>, DraftError> {
    let permit = access::require(actor, Action::KeepDraft)?;
    let mut look = desk.look(&permit).await?;
    let found = drafts::read(&mut look, spot).await?;
    let Some(draft) = found.filter(|draft| !draft.expired(desk.now())) else {
        return Ok(None);
    };
    let place = place(&permit, draft.id);
    let typed = desk.vault().open(&permit, &mut look, &place, &draft.sealed);
    Ok(Some(typed.await?))
}

fn place(permit: &Permit, row: Uuid) -> Place {
    Place {
        table: "form_draft",
        column: "sealed",
        row: *row.as_bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::DRAFT,
    }
}

/// Removes the drafts of the actor's centre that nobody came back for; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn sweep(desk: &Desk, actor: &Actor) -> Result<u64, DraftError> {
    let permit = access::require(actor, Action::Sweep)?;
    let mut tx = desk.begin(&permit).await?;
    let gone = drafts::sweep(&mut tx, desk.now()).await?;
    desk.settle(tx).await?;
    Ok(gone)
}
