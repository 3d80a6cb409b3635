//! Rows of files that were not written, sealed with their reasons.

use domain::{ImportId, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ADD = "INSERT INTO import_fault (id, centre_id, run_id, line, sealed)
           VALUES ($1, $2, $3, $4, $5)";
    SOME = "SELECT id, line, sealed FROM import_fault
            WHERE centre_id = $1 AND run_id = $2 AND line > $3 ORDER BY line LIMIT 1000";
    SWEEP = "DELETE FROM import_fault WHERE centre_id = $1 AND run_id IN
            (SELECT id FROM import_run WHERE centre_id = $1 AND ended_at <= $2)";
}

/// A row that was not written, as it is stored.
#[derive(FromRow)]
pub struct Kept {
    /// The row, which the seal is bound to.
    pub id: Uuid,
    /// On which line of the file it begins.
    pub line: i64,
    /// The row and its reasons, sealed.
    pub sealed: Vec<u8>,
}

/// Adds a row that was not written.
///
/// # Errors
/// [`StoreError::Taken`] when this line of the file is there already.
pub async fn add(tx: &mut Tx, run: ImportId, fault: &Kept) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(fault.id)
            .bind(centre)
            .bind(run.uuid())
            .bind(fault.line)
            .bind(&fault.sealed[..])
    )?;
    Ok(())
}

/// The next thousand rows of a file that were not written, after a line.
///
/// # Errors
/// What the engine said.
pub async fn some(
    scope: &mut impl Scope,
    run: ImportId,
    after: i64,
) -> Result<Vec<Kept>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_as(SOME)
        .bind(centre).bind(run.uuid()).bind(after).fetch_all(c))
}

/// Removes the rows of files that were read to their end before then; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(SWEEP).bind(centre).bind(before.utc()))
}
