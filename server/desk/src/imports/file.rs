//! A file on the server, read in by the command line: the same batches, from bytes that are at hand.
//! The same file goes on where it stopped.

use domain::role::Action;
use domain::{ImportId, UserId};

use super::run::{batch, written};
use super::sheet::{Head, Piece};
use super::{Bad, Digest, ImportError, Plan, Run, Source, State, sealed};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::store::imports::{New, Whole};
use crate::store::{self, StoreError};

/// How many rows a batch of the command line has.
const BATCH: usize = 250;

/// A file and how it is read.
pub struct Asked<'a> {
    /// All of its bytes.
    pub bytes: &'a [u8],
    /// Its head.
    pub head: &'a Head,
    /// How it is read.
    pub plan: &'a Plan,
}

/// What one step found.
pub struct Checked {
    /// How many rows fit.
    pub written: usize,
    /// The rows that were left out.
    pub bad: Vec<Bad>,
    /// How many of those are known already.
    pub known: usize,
    /// How many bytes of the file are read now.
    pub position: usize,
    /// On which line the next row begins.
    pub line: i64,
}

/// Finds the same file where it stopped, or begins it.
///
/// # Errors
/// [`ImportError::Columns`] when no person can be told by the columns, [`ImportError::Underway`] when the
/// same file waits on a screen.
pub async fn begin(desk: &Desk, actor: &Actor, asked: &Asked<'_>) -> Result<Run, ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    asked
        .plan
        .mapping
        .fits(asked.head.cells.len())
        .map_err(ImportError::Columns)?;
    let mut digest = Digest::begin(desk.vault())?;
    digest.add(asked.bytes);
    let digest = digest.end();
    let same = store::imports::unfinished(&mut desk.look(&permit).await?, &digest).await?;
    match same {
        Some(run) if run.state == State::Running => return Ok(run),
        Some(run) => return Err(ImportError::Underway(run.id)),
        None => {}
    }
    let id = ImportId::new(desk.ids());
    let new = New {
        id,
        by: UserId::from_uuid(permit.actor_id()),
        source: Source::File,
        at: desk.now(),
    };
    let whole = Whole {
        id,
        head: sealed(desk, &permit, (id, "head"), asked.head).await?,
        digest,
        size: asked.bytes.len() as u64,
        start: (asked.head.start as u64, asked.head.line),
        at: desk.now(),
    };
    let plan = sealed(desk, &permit, (id, "plan"), asked.plan).await?;
    let mut tx = desk.begin(&permit).await?;
    store::imports::add(&mut tx, &new).await?;
    store::imports::whole(&mut tx, &whole).await?;
    store::imports::plan(&mut tx, (id, 1), &plan, desk.now()).await?;
    desk.commit(tx, &permit, Entry::of("import", id.bytes()))
        .await?;
    super::stored(desk, &permit, id).await
}

/// Reads the next batch of a file in, and gives what was left out; nothing when the file is read.
///
/// # Errors
/// What stood in the way; the file stays where it was.
pub async fn step(
    desk: &Desk,
    actor: &Actor,
    asked: &Asked<'_>,
    id: ImportId,
) -> Result<Option<Checked>, ImportError> {
    let permit = access::require(actor, Action::ImportPeople)?;
    let run = super::stored(desk, &permit, id).await?;
    if run.state != State::Running {
        return Ok(None);
    }
    let from = usize::try_from(run.position).map_err(|_| StoreError::Inconsistent)?;
    let batch = rows(desk, &permit, asked, (from, run.line)).await?;
    let checked = Checked {
        written: batch.people.len(),
        bad: batch.bad.iter().map(Bad::again).collect(),
        known: batch.known,
        position: from + batch.bytes,
        line: batch.line,
    };
    written(desk, &permit, &run, batch).await?;
    Ok(Some(checked))
}

/// Says what the next batch would do, and does nothing.
///
/// # Errors
/// [`ImportError::Forbidden`].
pub async fn check(
    desk: &Desk,
    actor: &Actor,
    asked: &Asked<'_>,
    (from, line): (usize, i64),
) -> Result<Option<Checked>, ImportError> {
    let permit = access::require(actor, Action::ImportPeople)?;
    if from >= asked.bytes.len() {
        return Ok(None);
    }
    let batch = rows(desk, &permit, asked, (from, line)).await?;
    Ok(Some(Checked {
        written: batch.people.len(),
        known: batch.known,
        position: from + batch.bytes,
        line: batch.line,
        bad: batch.bad,
    }))
}

async fn rows(
    desk: &Desk,
    permit: &Permit,
    asked: &Asked<'_>,
    (from, line): (usize, i64),
) -> Result<super::run::Batch, ImportError> {
    let bytes = asked.bytes.get(from..).unwrap_or_default();
    let piece = Piece {
        bytes,
        line,
        last: true,
    };
    let lines = asked.head.rows(&asked.plan.mapping, piece, BATCH);
    let by = UserId::from_uuid(permit.actor_id());
    let sheet = (asked.head, asked.plan);
    batch(desk, permit, (by, sheet), (bytes, lines)).await
}
