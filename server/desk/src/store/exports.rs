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
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND made_at IS NOT NULL
            AND taken_at IS NULL";
    BEGIN = "UPDATE export_request SET ready_until = NULL, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND made_at IS NOT NULL AND taken_at IS NULL
            AND ready_until > $3";
    TAKE = "UPDATE export_request SET taken_at = $3, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND taken_at IS NULL AND made_at IS NOT NULL";
    MADE = "UPDATE export_request SET made_at = $3, pieces = $4, deeds = $5, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND released_at IS NOT NULL AND made_at IS NULL
            AND taken_at IS NULL
            AND $4 = (SELECT COUNT(*) FROM file_piece p WHERE p.centre_id = $2 AND p.file_id = $1)";
    UNMADE = "UPDATE export_request SET made_at = NULL, ready_until = NULL, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND taken_at IS NULL AND made_at IS NOT NULL";
    DUE = "SELECT id, asked_by, asked_at, reason, released_at, made_at, pieces, deeds, taken_at, rev
        FROM export_request WHERE centre_id = $1 AND released_at > $2 AND made_at IS NULL
            AND taken_at IS NULL ORDER BY released_at, id LIMIT 1";
    FADED = "SELECT r.id FROM export_request r WHERE r.centre_id = $1 AND r.released_at <= $2
        AND r.taken_at IS NULL AND EXISTS (SELECT 1 FROM file_piece p
            WHERE p.centre_id = $1 AND p.file_id = r.id) ORDER BY r.id";
    ONE = "SELECT id, asked_by, asked_at, reason, released_at, made_at, pieces, deeds, taken_at, rev
        FROM export_request WHERE id = $1 AND centre_id = $2";
    LIST = "SELECT id, asked_by, asked_at, reason, released_at, made_at, pieces, deeds, taken_at, rev
        FROM export_request WHERE centre_id = $1 ORDER BY asked_at DESC, id LIMIT 20";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    asked_by: Uuid,
    asked_at: chrono::DateTime<chrono::Utc>,
    reason: Vec<u8>,
    released_at: Option<chrono::DateTime<chrono::Utc>>,
    made_at: Option<chrono::DateTime<chrono::Utc>>,
    pieces: Option<i64>,
    deeds: Option<i64>,
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
            made: self.made_at.map(Instant::from_utc),
            pieces: self.pieces.unwrap_or_default(),
            deeds: self.deeds.unwrap_or_default(),
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

/// Makes a file that is made ready until a moment; gives whether it stood as it was shown.
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

/// Begins to hand a file over that is ready, which it is for this once; gives whether it was.
///
/// # Errors
/// What the engine said.
pub async fn begin(tx: &mut Tx, id: ExportId, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(BEGIN)
            .bind(id.uuid())
            .bind(centre)
            .bind(now.utc())
    )?;
    Ok(changed == 1)
}

/// Says that a file is made, of so many pieces, when the ledger had so many entries; gives whether all of
/// them are there and nobody else was first.
///
/// # Errors
/// What the engine said.
pub async fn made(
    tx: &mut Tx,
    id: ExportId,
    (pieces, deeds): (i64, i64),
    now: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(MADE)
            .bind(id.uuid())
            .bind(centre)
            .bind(now.utc())
            .bind(pieces)
            .bind(deeds)
    )?;
    Ok(changed == 1)
}

/// Says that a file has to be made anew; gives whether it was made and not taken.
///
/// # Errors
/// What the engine said.
pub async fn unmade(tx: &mut Tx, id: ExportId) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(tx, sqlx::query(UNMADE).bind(id.uuid()).bind(centre))?;
    Ok(changed == 1)
}

/// The request that was released longest ago, but after this, and whose file is not made.
///
/// # Errors
/// What the engine said.
pub async fn due(scope: &mut impl Scope, after: Instant) -> Result<Option<Request>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(DUE).bind(centre).bind(after.utc()).fetch_optional(c))?;
    Ok(row.map(Row::request))
}

/// The requests that were released before this, were not taken, and still have pieces of a file.
///
/// # Errors
/// What the engine said.
pub async fn faded(scope: &mut impl Scope, before: Instant) -> Result<Vec<ExportId>, StoreError> {
    let centre = scope.centre().uuid();
    let ids: Vec<Uuid> =
        on!(scope, c => sqlx::query_scalar(FADED).bind(centre).bind(before.utc()).fetch_all(c))?;
    Ok(ids.into_iter().map(ExportId::from_uuid).collect())
}

/// Says that a file was taken whole; gives whether it was made, and nobody took it before.
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
