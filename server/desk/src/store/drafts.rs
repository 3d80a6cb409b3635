//! What was typed and could not be accepted, sealed, until it is shown again.

use domain::{Instant, SessionId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    KEEP = "INSERT INTO form_draft (id, centre_id, session_id, path, sealed, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)";
    CLEAR = "DELETE FROM form_draft WHERE centre_id = $1 AND session_id = $2 AND path = $3";
    TAKE = "DELETE FROM form_draft WHERE centre_id = $1 AND session_id = $2 AND path = $3
            RETURNING id, sealed, expires_at";
    READ = "SELECT id, sealed, expires_at FROM form_draft
            WHERE centre_id = $1 AND session_id = $2 AND path = $3";
    WAITING = "SELECT COUNT(*) FROM form_draft
               WHERE centre_id = $1 AND session_id = $2 AND path = $3";
    FOLLOW = "UPDATE form_draft SET session_id = $3 WHERE centre_id = $1 AND session_id = $2
              AND path NOT LIKE '/prove%' AND NOT EXISTS (SELECT 1 FROM form_draft d WHERE d.centre_id = $1
                              AND d.session_id = $3 AND d.path = form_draft.path)";
    SWEEP = "DELETE FROM form_draft WHERE centre_id = $1 AND expires_at <= $2";
}

/// A draft as it is stored.
#[derive(FromRow)]
pub struct Draft {
    /// The row, which the seal is bound to.
    pub id: Uuid,
    /// What was typed, sealed.
    pub sealed: Vec<u8>,
    expires_at: chrono::DateTime<chrono::Utc>,
}

impl Draft {
    /// Whether it is too old to be shown.
    #[must_use]
    pub fn expired(&self, now: Instant) -> bool {
        Instant::from_utc(self.expires_at) <= now
    }
}

/// Where a draft belongs: one page in one session.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    /// Whose session.
    pub session: SessionId,
    /// Which page, by its path.
    pub path: &'a str,
}

/// Keeps a draft in place of an earlier one for the same page.
///
/// # Errors
/// What the engine said.
pub async fn keep(
    tx: &mut Tx,
    id: Uuid,
    spot: Spot<'_>,
    sealed: &[u8],
    expires: Instant,
) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(CLEAR)
            .bind(centre)
            .bind(spot.session.uuid())
            .bind(spot.path)
    )?;
    run!(
        tx,
        sqlx::query(KEEP)
            .bind(id)
            .bind(centre)
            .bind(spot.session.uuid())
            .bind(spot.path)
            .bind(sealed)
            .bind(expires.utc())
    )?;
    Ok(())
}

/// Whether a draft waits; asked first, so that showing a page without one writes nothing.
///
/// # Errors
/// What the engine said.
pub async fn waiting(scope: &mut impl Scope, spot: Spot<'_>) -> Result<bool, StoreError> {
    let centre = scope.centre().uuid();
    let count: i64 = on!(scope, c => sqlx::query_scalar(WAITING)
        .bind(centre).bind(spot.session.uuid()).bind(spot.path).fetch_one(c))?;
    Ok(count > 0)
}

/// A draft that stays where it is.
///
/// # Errors
/// What the engine said.
pub async fn read(scope: &mut impl Scope, spot: Spot<'_>) -> Result<Option<Draft>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_as(READ)
        .bind(centre).bind(spot.session.uuid()).bind(spot.path).fetch_optional(c))
}

/// Takes a draft away to show it: it is there once.
///
/// # Errors
/// What the engine said.
pub async fn take(tx: &mut Tx, spot: Spot<'_>) -> Result<Option<Draft>, StoreError> {
    let centre = tx.centre().uuid();
    on!(tx, c => sqlx::query_as(TAKE)
        .bind(centre).bind(spot.session.uuid()).bind(spot.path).fetch_optional(c))
}

/// Gives what waits in one session to the one that goes on in its place; where something waits for the
/// same page already, that stays. A deed that waits for a proof ends with the session it was sent in.
///
/// # Errors
/// What the engine said.
pub async fn follow(tx: &mut Tx, from: SessionId, to: SessionId) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(FOLLOW)
            .bind(centre)
            .bind(from.uuid())
            .bind(to.uuid())
    )
    .map(drop)
}

/// Removes the drafts nobody came back for.
///
/// # Errors
/// What the engine said.
pub async fn sweep(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(SWEEP).bind(centre).bind(now.utc()))
}
