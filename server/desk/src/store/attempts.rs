//! Wrong answers so far, by a pseudonym of the account or the network address. They belong to no
//! centre: their centre is zero.

use domain::Instant;
use domain::signin::Failures;
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    FIND = "SELECT failures, first_at, locked_until FROM attempt WHERE centre_id = $1 AND key = $2";
    CLAIM = "INSERT INTO attempt (key, centre_id, failures, first_at, locked_until)
             VALUES ($2, $1, 0, $3, NULL)
             ON CONFLICT (key) DO UPDATE SET failures = attempt.failures
             RETURNING failures, first_at, locked_until";
    KEEP = "UPDATE attempt SET failures = $3, first_at = $4, locked_until = $5
            WHERE centre_id = $1 AND key = $2";
    CLEAR = "DELETE FROM attempt WHERE centre_id = $1 AND key = $2";
    SWEEP = "DELETE FROM attempt WHERE centre_id = $1 AND first_at <= $2
             AND (locked_until IS NULL OR locked_until <= $3)";
}

#[derive(FromRow)]
struct Row {
    failures: i64,
    first_at: DateTime<Utc>,
    locked_until: Option<DateTime<Utc>>,
}

impl From<Row> for Failures {
    fn from(row: Row) -> Self {
        Self {
            count: row.failures,
            first_at: Instant::from_utc(row.first_at),
            locked_until: row.locked_until.map(Instant::from_utc),
        }
    }
}

/// The failures so far, without counting.
///
/// # Errors
/// What the engine said.
pub async fn find(look: &mut impl Scope, key: [u8; 16]) -> Result<Option<Failures>, StoreError> {
    let centre = look.centre().uuid();
    let row: Option<Row> = on!(look, c => sqlx::query_as(FIND)
        .bind(centre).bind(Uuid::from_bytes(key)).fetch_optional(c))?;
    Ok(row.map(Failures::from))
}

/// The failures so far, with the row held until the transaction ends: two guesses at the same
/// moment are counted one after the other.
///
/// # Errors
/// What the engine said.
pub async fn claim(tx: &mut Tx, key: [u8; 16], now: Instant) -> Result<Failures, StoreError> {
    let centre = tx.centre().uuid();
    let row: Row = on!(tx, c => sqlx::query_as(CLAIM)
        .bind(centre).bind(Uuid::from_bytes(key)).bind(now.utc()).fetch_one(c))?;
    Ok(row.into())
}

/// Writes the new count of a claimed row.
///
/// # Errors
/// What the engine said.
pub async fn keep(tx: &mut Tx, key: [u8; 16], failures: Failures) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(KEEP)
            .bind(centre)
            .bind(Uuid::from_bytes(key))
            .bind(failures.count)
            .bind(failures.first_at.utc())
            .bind(failures.locked_until.map(Instant::utc))
    )?;
    Ok(())
}

/// Forgets them: the right answer was given.
///
/// # Errors
/// What the engine said.
pub async fn clear(tx: &mut Tx, key: [u8; 16]) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(CLEAR).bind(centre).bind(Uuid::from_bytes(key))
    )?;
    Ok(())
}

/// Removes counts that began at or before `old` and whose pause is over.
///
/// # Errors
/// What the engine said.
pub async fn sweep(tx: &mut Tx, old: Instant, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SWEEP)
            .bind(centre)
            .bind(old.utc())
            .bind(now.utc())
    )
}
