//! The rows of browser sessions. A row belongs to centre zero until somebody signs in through it;
//! which centre a token belongs to is known only once its row is found.

use domain::role::Role;
use domain::{Instant, Language, ServiceId, SessionId, UserId, WorkstationId};

use super::{Scope, StoreError, Tx, on, run, statements};

mod row;

use row::Row;
pub use row::{Owner, Session};

statements! {
    BEGIN = "INSERT INTO session (id, centre_id, token_hash, user_id, role, service_id, workstation_id,
             language, created_at, proved_at, active_at, ends_at, locked_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    BY_TOKEN = "SELECT s.id, s.centre_id, s.user_id, s.role, s.service_id, s.workstation_id, s.language,
                s.created_at, s.proved_at, s.active_at, s.ends_at, s.locked_at, s.stepped_at
                FROM session s
                WHERE s.token_hash = $1 AND (s.user_id IS NULL OR EXISTS (
                    SELECT 1 FROM staff_role p JOIN staff a ON a.id = p.user_id
                    WHERE p.centre_id = s.centre_id AND p.user_id = s.user_id AND p.role = s.role
                    AND COALESCE(p.service_id, s.centre_id) = COALESCE(s.service_id, s.centre_id)
                    AND p.ended_at IS NULL AND a.closed_at IS NULL))";
    OF_USER = "SELECT id, centre_id, user_id, role, service_id, workstation_id, language, created_at,
               proved_at, active_at, ends_at, locked_at, stepped_at FROM session
               WHERE centre_id = $1 AND user_id = $2 ORDER BY created_at, id";
    TOUCH = "UPDATE session SET active_at = $3 WHERE centre_id = $1 AND id = $2 AND locked_at IS NULL
             AND active_at < $3 AND ends_at > $3";
    LOCK = "UPDATE session SET locked_at = $3 WHERE centre_id = $1 AND id = $2 AND locked_at IS NULL";
    STEP_UP = "UPDATE session SET stepped_at = $3
               WHERE centre_id = $1 AND id = $2 AND locked_at IS NULL AND ends_at > $3";
    WEAR = "UPDATE session SET role = $3, service_id = $4 WHERE centre_id = $1 AND id = $2";
    SPEAK = "UPDATE session SET language = $3 WHERE centre_id = $1 AND id = $2";
    END = "UPDATE session SET ends_at = $3 WHERE centre_id = $1 AND id = $2 AND ends_at > $3";
    FORGET = "DELETE FROM session WHERE centre_id = $1 AND id = $2";
    END_OF_USER = "DELETE FROM session WHERE centre_id = $1 AND user_id = $2";
    SWEEP = "DELETE FROM session WHERE centre_id = $1 AND ends_at <= $2 AND proved_at <= $3";
    SWEEP_STRANGERS = "DELETE FROM session WHERE centre_id = $1 AND user_id IS NULL AND active_at <= $2";
}

/// Stores a new session under the hash of its token, in the transaction's centre.
///
/// # Errors
/// What the engine said.
pub async fn begin(tx: &mut Tx, session: &Session, token_hash: &[u8]) -> Result<(), StoreError> {
    let (owner, life) = (session.owner, session.life);
    run!(
        tx,
        sqlx::query(BEGIN)
            .bind(session.id.uuid())
            .bind(session.centre.uuid())
            .bind(token_hash)
            .bind(owner.map(|owner| owner.user.uuid()))
            .bind(owner.map(|owner| owner.role.code()))
            .bind(owner.and_then(|owner| owner.service).map(ServiceId::uuid))
            .bind(session.workstation.map(WorkstationId::uuid))
            .bind(session.language.code())
            .bind(session.created_at.utc())
            .bind(life.proved_at.utc())
            .bind(life.active_at.utc())
            .bind(life.ends_at.utc())
            .bind(life.locked_at.map(Instant::utc))
    )?;
    Ok(())
}

/// The session with this token, in whichever centre. A session whose account was closed, or whose
/// worn role was taken away, is not found: neither waits for the session to end.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn by_token(
    look: &mut impl Scope,
    token_hash: &[u8],
) -> Result<Option<Session>, StoreError> {
    let row: Option<Row> =
        on!(look, c => sqlx::query_as(BY_TOKEN).bind(token_hash).fetch_optional(c))?;
    row.map(Row::session).transpose()
}

/// Every stored session of a colleague, oldest first; some may be over.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn of_user(look: &mut impl Scope, user: UserId) -> Result<Vec<Session>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> =
        on!(look, c => sqlx::query_as(OF_USER).bind(centre).bind(user.uuid()).fetch_all(c))?;
    rows.into_iter().map(Row::session).collect()
}

/// Notes a sign of life, unless it is locked or over.
///
/// # Errors
/// What the engine said.
pub async fn touch(tx: &mut Tx, id: SessionId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(TOUCH)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Locks it, if nobody did yet.
///
/// # Errors
/// What the engine said.
pub async fn lock(tx: &mut Tx, id: SessionId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(LOCK)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Notes that its owner proved once more who it is, unless it is locked or over.
///
/// # Errors
/// What the engine said.
pub async fn step_up(tx: &mut Tx, id: SessionId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(STEP_UP)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Changes what its owner works as.
///
/// # Errors
/// What the engine said.
pub async fn wear(
    tx: &mut Tx,
    id: SessionId,
    role: Role,
    service: Option<ServiceId>,
) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(WEAR)
            .bind(centre)
            .bind(id.uuid())
            .bind(role.code())
            .bind(service.map(ServiceId::uuid))
    )?;
    Ok(())
}

/// Changes the language of its screens.
///
/// # Errors
/// What the engine said.
pub async fn speak(tx: &mut Tx, id: SessionId, language: Language) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SPEAK)
            .bind(centre)
            .bind(id.uuid())
            .bind(language.code())
    )?;
    Ok(())
}

/// Ends it, but keeps the row as the proof of its full sign-in until the shift is over.
///
/// # Errors
/// What the engine said.
pub async fn end(tx: &mut Tx, id: SessionId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Removes it, with its drafts and its proof.
///
/// # Errors
/// What the engine said.
pub async fn forget(tx: &mut Tx, id: SessionId) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(FORGET).bind(centre).bind(id.uuid()))?;
    Ok(())
}

/// Removes every session of a colleague.
///
/// # Errors
/// What the engine said.
pub async fn end_of_user(tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(END_OF_USER).bind(centre).bind(user.uuid()))?;
    Ok(())
}

/// Removes sessions that ended at or before `now` and whose proof is from at or before `shift`.
///
/// # Errors
/// What the engine said.
pub async fn sweep(tx: &mut Tx, now: Instant, shift: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SWEEP)
            .bind(centre)
            .bind(now.utc())
            .bind(shift.utc())
    )
}

/// Removes the sessions of browsers where nobody signed in and that were last seen at or before
/// `seen`.
///
/// # Errors
/// What the engine said.
pub async fn sweep_strangers(tx: &mut Tx, seen: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SWEEP_STRANGERS).bind(centre).bind(seen.utc())
    )
}
