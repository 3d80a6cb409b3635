//! Files of people that are read in: how far each is. They are read in [`reading`], the rows that were
//! not written are in [`faults`].

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::imports::{Source, State};
use domain::{ImportId, Instant, UserId};

pub mod faults;
pub mod reading;

pub use reading::{list, one, running, stuck, unfinished};

statements! {
    ADD = "INSERT INTO import_run (id, centre_id, by_user, state, source, size, position, line,
            written, known, bad, created_at, moved_at, rev)
        VALUES ($1, $2, $3, 'sending', $4, 0, 0, 1, 0, 0, 0, $5, $5, 1)";
    WHOLE = "UPDATE import_run SET state = 'asking', head = $3, digest = $4, size = $5,
            position = $6, line = $7, moved_at = $8
        WHERE id = $1 AND centre_id = $2 AND state = 'sending'";
    PLAN = "UPDATE import_run SET state = 'running', plan = $4, began_at = $5, moved_at = $5,
            rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND state = 'asking'";
    TURN = "UPDATE import_run SET state = $5, moved_at = $6, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND state = $4";
    END = "UPDATE import_run SET state = 'done', ended_at = $4, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND state IN ('asking', 'paused')";
    ADVANCE = "UPDATE import_run SET position = $4, line = $5, written = written + $6,
            known = known + $7, bad = bad + $8, moved_at = $9, state = $10, ended_at = $11
        WHERE id = $1 AND centre_id = $2 AND position = $3 AND state = 'running'";
    SHUT = "UPDATE import_run SET head = NULL, plan = NULL
        WHERE centre_id = $1 AND ended_at <= $2 AND head IS NOT NULL RETURNING id";
    REMOVE = "DELETE FROM import_run WHERE id = $1 AND centre_id = $2 AND state = 'sending'";
}

/// A file that is new.
pub struct New {
    /// Which one.
    pub id: ImportId,
    /// Who sends it.
    pub by: UserId,
    /// Where its bytes are.
    pub source: Source,
    /// When it began to come in.
    pub at: Instant,
}

/// A file that is in.
pub struct Whole {
    /// Which one.
    pub id: ImportId,
    /// Its head, sealed.
    pub head: Vec<u8>,
    /// What it is recognised by.
    pub digest: [u8; 32],
    /// How many bytes it has.
    pub size: u64,
    /// The byte and the line at which its rows begin.
    pub start: (u64, i64),
    /// When it was in.
    pub at: Instant,
}

/// How far a batch brings a file.
pub struct Advance {
    /// Which one.
    pub id: ImportId,
    /// The byte at which the batch began: nobody else may have moved it.
    pub from: u64,
    /// The byte at which the next row begins.
    pub position: u64,
    /// The line on which it begins.
    pub line: i64,
    /// How many people were written.
    pub written: i64,
    /// How many were known.
    pub known: i64,
    /// How many rows did not fit.
    pub bad: i64,
    /// When.
    pub at: Instant,
    /// Whether it goes on.
    pub state: State,
    /// When its last row was read.
    pub ended: Option<Instant>,
}

/// Adds a file that is coming in.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, new: &New) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(new.by.uuid())
            .bind(new.source.code())
            .bind(new.at.utc())
    )?;
    Ok(())
}

/// Says that a file is in; it waits for its columns then.
///
/// # Errors
/// [`StoreError::Inconsistent`] when it was not coming in.
pub async fn whole(tx: &mut Tx, whole: &Whole) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    let (size, start) = (number(whole.size)?, number(whole.start.0)?);
    let changed = run!(
        tx,
        sqlx::query(WHOLE)
            .bind(whole.id.uuid())
            .bind(centre)
            .bind(&whole.head[..])
            .bind(&whole.digest[..])
            .bind(size)
            .bind(start)
            .bind(whole.start.1)
            .bind(whole.at.utc())
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::Inconsistent)
    }
}

/// Begins to read a file by a plan; gives whether it still waited for one.
///
/// # Errors
/// What the engine said.
pub async fn plan(
    tx: &mut Tx,
    (id, rev): (ImportId, i64),
    plan: &[u8],
    at: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(PLAN)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(plan)
            .bind(at.utc())
    )?;
    Ok(changed == 1)
}

/// Stops a file or goes on with it; gives whether it was in the state that was shown.
///
/// # Errors
/// What the engine said.
pub async fn turn(
    tx: &mut Tx,
    (id, rev): (ImportId, i64),
    (from, to): (State, State),
    at: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(TURN)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(from.code())
            .bind(to.code())
            .bind(at.utc())
    )?;
    Ok(changed == 1)
}

/// Ends a file that waits or was stopped; gives whether it was one.
///
/// # Errors
/// What the engine said.
pub async fn end(tx: &mut Tx, (id, rev): (ImportId, i64), at: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(END)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(at.utc())
    )?;
    Ok(changed == 1)
}

/// Brings a file further; gives whether nobody else did.
///
/// # Errors
/// What the engine said.
pub async fn advance(tx: &mut Tx, advance: &Advance) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let (from, to) = (number(advance.from)?, number(advance.position)?);
    let changed = run!(
        tx,
        sqlx::query(ADVANCE)
            .bind(advance.id.uuid())
            .bind(centre)
            .bind(from)
            .bind(to)
            .bind(advance.line)
            .bind(advance.written)
            .bind(advance.known)
            .bind(advance.bad)
            .bind(advance.at.utc())
            .bind(advance.state.code())
            .bind(advance.ended.map(Instant::utc))
    )?;
    Ok(changed == 1)
}

/// Removes a file that never came in whole.
///
/// # Errors
/// What the engine said.
pub async fn remove(tx: &mut Tx, id: ImportId) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(REMOVE).bind(id.uuid()).bind(centre))
}

/// Empties what is sealed of the files that ended until a moment; gives which ones. Their keys are to
/// be destroyed.
///
/// # Errors
/// What the engine said.
pub async fn shut(tx: &mut Tx, until: Instant) -> Result<Vec<ImportId>, StoreError> {
    let centre = tx.centre().uuid();
    let ids: Vec<uuid::Uuid> = on!(tx, c => sqlx::query_scalar(SHUT)
        .bind(centre).bind(until.utc()).fetch_all(c))?;
    Ok(ids.into_iter().map(ImportId::from_uuid).collect())
}

fn number(count: u64) -> Result<i64, StoreError> {
    i64::try_from(count).map_err(|_| StoreError::Inconsistent)
}
