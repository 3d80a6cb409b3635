//! Requests for files of all people.

use domain::{ExportId, Instant, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::exports::Request;

statements! {
    ADD = "INSERT INTO export_request (id, centre_id, asked_by, asked_at, reason, rev)
           VALUES ($1, $2, $3, $4, $5, 1)";
    RELEASE = "UPDATE export_request SET released_by = $4, released_at = $5, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND released_at IS NULL AND asked_by <> $4";
    READY = "UPDATE export_request SET ready_until = $4, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND released_at IS NOT NULL
            AND taken_at IS NULL";
    TAKE = "UPDATE export_request SET taken_at = $3, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND taken_at IS NULL AND ready_until > $3";
    ONE = "SELECT id, asked_by, asked_at, reason, released_at, taken_at, rev
        FROM export_request WHERE id = $1 AND centre_id = $2";
    LIST = "SELECT id, asked_by, asked_at, reason, released_at, taken_at, rev
        FROM export_request WHERE centre_id = $1 ORDER BY asked_at DESC, id LIMIT 20";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    asked_by: Uuid,
    asked_at: chrono::DateTime<chrono::Utc>,
    reason: Vec<u8>,
    released_at: Option<chrono::DateTime<chrono::Utc>>,
    taken_at: Option<chrono::DateTime<chrono::Utc>>,
    rev: i64,
}

impl Row {
    fn request(self) -> Request {
        Request {
            id: ExportId::from_uuid(self.id),
            by: UserId::from_uuid(self.asked_by),
            asked: Instant::from_utc(self.asked_at),
            reason: self.reason,
            released: self.released_at.map(Instant::from_utc),
            taken: self.taken_at.map(Instant::from_utc),
            rev: self.rev,
        }
    }
}

/// Adds a request.
///
/// # Errors
/// What the engine said.
pub async fn add(
    tx: &mut Tx,
    (id, by): (ExportId, UserId),
    reason: &[u8],
    at: Instant,
) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id.uuid())
            .bind(centre)
            .bind(by.uuid())
            .bind(at.utc())
            .bind(reason)
    )?;
    Ok(())
}

/// Lets a file out; gives whether it stood as it was shown and somebody else asked.
///
/// # Errors
/// What the engine said.
pub async fn release(
    tx: &mut Tx,
    (id, rev): (ExportId, i64),
    (by, at): (UserId, Instant),
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(RELEASE)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(by.uuid())
            .bind(at.utc())
    )?;
    Ok(changed == 1)
}

/// Makes a released file ready until a moment; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said.
pub async fn ready(
    tx: &mut Tx,
    (id, rev): (ExportId, i64),
    until: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(READY)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(until.utc())
    )?;
    Ok(changed == 1)
}

/// Takes a file that is ready; gives whether it was, and nobody took it before.
///
/// # Errors
/// What the engine said.
pub async fn take(tx: &mut Tx, id: ExportId, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(TAKE)
            .bind(id.uuid())
            .bind(centre)
            .bind(now.utc())
    )?;
    Ok(changed == 1)
}

/// One request.
///
/// # Errors
/// What the engine said.
pub async fn one(scope: &mut impl Scope, id: ExportId) -> Result<Option<Request>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(ONE).bind(id.uuid()).bind(centre).fetch_optional(c))?;
    Ok(row.map(Row::request))
}

/// The requests of the centre, the newest first, twenty at most.
///
/// # Errors
/// What the engine said.
pub async fn list(scope: &mut impl Scope) -> Result<Vec<Request>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LIST).bind(centre).fetch_all(c))?;
    Ok(rows.into_iter().map(Row::request).collect())
}
