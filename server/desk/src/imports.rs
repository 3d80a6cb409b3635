//! Files of people: sent in and sealed at once, mapped on a screen, and read in by a job that can stop
//! anywhere. A batch of rows is one transaction that also says how far the file is read, so nothing is
//! lost and nothing is there twice, whenever the program is killed.

use domain::ImportId;
use domain::import::Fault;
use domain::role::Action;
use serde::Serialize;

use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Entry};
use crate::bus::Topic;
use crate::people::PersonError;
use crate::seal::{Compartment, CompartmentKind, Place, SealError, Subject};
use crate::store::{self, Look, StoreError};
use crate::{Desk, denials};

mod faults;
mod file;
pub(crate) mod pieces;
mod run;
mod sending;
pub mod sheet;
mod states;

pub(crate) use faults::shut;
pub use faults::{Bad, faults, sweep};
pub use file::{Asked, Checked, begin as begin_file, check, step as step_file};
pub use pieces::Digest;
pub use run::work;
pub use sending::{Sending, Sent, begin, keep, sent};
use sheet::{Head, NoSheet};
pub use states::{IfKnown, Plan, Run, Source, State};

/// The most bytes of a file that is sent in.
pub const LARGEST: usize = 50 * 1024 * 1024;

/// How many rows the preview shows.
const SHOWN: usize = 5;

/// Why a file could not be taken in, shown or read.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such file here, or not in a state in which that can be done.
    #[error("not found")]
    NotFound,
    /// Somebody changed it meanwhile.
    #[error("changed meanwhile")]
    Stale,
    /// It is no file of rows.
    #[error(transparent)]
    NoSheet(#[from] NoSheet),
    /// It is larger than a file may be.
    #[error("the file is too large")]
    TooLarge,
    /// The same file is being read already.
    #[error("the same file is being read already")]
    Underway(ImportId),
    /// The columns that were chosen do not fit.
    #[error("the columns do not fit")]
    Columns(domain::Unfit),
    /// A person could not be written.
    #[error("a person could not be written")]
    Person(#[from] PersonError),
    /// The trail could not be written.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// A file with its head, and some of its rows.
pub struct Shown {
    /// The file.
    pub run: Run,
    /// Its head; empty once the file is a week old, and nothing of it is kept.
    pub head: Head,
    /// Its plan, once there is one.
    pub plan: Option<Plan>,
}

/// The files of the centre, the newest first.
///
/// # Errors
/// [`ImportError::Forbidden`].
pub async fn list(desk: &Desk, actor: &Actor) -> Result<Vec<Run>, ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    Ok(store::imports::list(&mut desk.look(&permit).await?).await?)
}

/// One file with its head and plan.
///
/// # Errors
/// [`ImportError::NotFound`].
pub async fn show(desk: &Desk, actor: &Actor, id: ImportId) -> Result<Shown, ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    let run = stored(desk, &permit, id).await?;
    let head = match &run.head {
        Some(sealed) => opened(desk, &permit, (id, "head"), Some(sealed)).await?,
        None => Head::default(),
    };
    let plan = match &run.plan {
        Some(sealed) => Some(opened(desk, &permit, (id, "plan"), Some(sealed)).await?),
        None => None,
    };
    Ok(Shown { run, head, plan })
}

/// Whether the rows of a file may be read: by whoever sent it, and by those from whom nobody is kept.
async fn for_reader(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    run: &Run,
) -> Result<(), ImportError> {
    let own = run.by.uuid() == permit.actor_id();
    if own || denials::seen(desk, permit, look).await?.shows_everybody() {
        return Ok(());
    }
    Err(ImportError::NotFound)
}

/// The first rows of a file that waits for its columns, as they stand there. The trail is written
/// first.
///
/// # Errors
/// [`ImportError::NotFound`].
pub async fn preview(
    desk: &Desk,
    actor: &Actor,
    shown: &Shown,
) -> Result<Vec<Result<Vec<String>, Fault>>, ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    if shown.run.state != State::Asking {
        return Err(ImportError::NotFound);
    }
    desk.trail()
        .witness(desk, &permit, Entry::of("import", shown.run.id.bytes()))
        .await?;
    for_reader(desk, &permit, &mut desk.look(&permit).await?, &shown.run).await?;
    let lines = run::first_rows(desk, &permit, shown, SHOWN).await?;
    Ok(lines.rows.into_iter().map(|row| row.cells).collect())
}

/// Begins reading a file in by the columns that somebody chose.
///
/// # Errors
/// [`ImportError::Columns`] when no person can be told by them, [`ImportError::Stale`].
pub async fn start(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (ImportId, i64),
    plan: &Plan,
) -> Result<(), ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    let shown = show(desk, actor, id).await?;
    plan.mapping
        .fits(shown.head.cells.len())
        .map_err(ImportError::Columns)?;
    let sealed = sealed(desk, &permit, (id, "plan"), plan).await?;
    let mut tx = desk.begin(&permit).await?;
    if !store::imports::plan(&mut tx, (id, rev), &sealed, desk.now()).await? {
        return Err(ImportError::Stale);
    }
    done(desk, tx, &permit, id).await
}

/// Stops a file that is being read, after the batch it is at, or goes on with it.
///
/// # Errors
/// [`ImportError::Stale`] when it is not in the state that was shown.
pub async fn turn(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (ImportId, i64),
    to: State,
) -> Result<(), ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    let from = match to {
        State::Paused => State::Running,
        State::Running => State::Paused,
        _ => return Err(ImportError::NotFound),
    };
    let mut tx = desk.begin(&permit).await?;
    if !store::imports::turn(&mut tx, (id, rev), (from, to), desk.now()).await? {
        return Err(ImportError::Stale);
    }
    done(desk, tx, &permit, id).await
}

/// Gives a file up: its bytes go, and of what was read in already nothing changes.
///
/// # Errors
/// [`ImportError::Stale`] when somebody changed it meanwhile, or while it is being read.
pub async fn give_up(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (ImportId, i64),
) -> Result<(), ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    let mut tx = desk.begin(&permit).await?;
    if !store::imports::end(&mut tx, (id, rev), desk.now()).await? {
        return Err(ImportError::Stale);
    }
    store::pieces::remove(&mut tx, id.uuid()).await?;
    done(desk, tx, &permit, id).await
}

async fn done(
    desk: &Desk,
    tx: store::Tx,
    permit: &Permit,
    id: ImportId,
) -> Result<(), ImportError> {
    let entry = Entry::of("import", id.bytes());
    Ok(desk.commit(tx, permit, entry).await?)
}

async fn stored(desk: &Desk, permit: &Permit, id: ImportId) -> Result<Run, ImportError> {
    let run = store::imports::one(&mut desk.look(permit).await?, id).await?;
    run.ok_or(ImportError::NotFound)
}

/// Seals what belongs to a file, under the key of this file.
async fn sealed(
    desk: &Desk,
    permit: &Permit,
    (id, column): (ImportId, &'static str),
    value: &impl Serialize,
) -> Result<Vec<u8>, ImportError> {
    let plain = serde_json::to_vec(value).map_err(|_| StoreError::Inconsistent)?;
    let place = place(permit, id, ("import_run", column, id.bytes()));
    Ok(desk.vault().seal(permit, &place, &plain).await?)
}

async fn opened<T: serde::de::DeserializeOwned>(
    desk: &Desk,
    permit: &Permit,
    (id, column): (ImportId, &'static str),
    value: Option<&[u8]>,
) -> Result<T, ImportError> {
    let value = value.ok_or(ImportError::NotFound)?;
    let place = place(permit, id, ("import_run", column, id.bytes()));
    let mut look = desk.look(permit).await?;
    let plain = desk.vault().open(permit, &mut look, &place, value).await?;
    let read = serde_json::from_slice(plain.reveal());
    Ok(read.map_err(|_| StoreError::Inconsistent)?)
}

/// Where something of a file is kept: each file has a key of its own.
fn place(
    permit: &Permit,
    id: ImportId,
    (table, column, row): (&'static str, &'static str, [u8; 16]),
) -> Place {
    Place {
        table,
        column,
        row,
        subject: Subject::house(permit.centre()),
        compartment: compartment(id),
    }
}

const fn compartment(id: ImportId) -> Compartment {
    Compartment::of(CompartmentKind::Draft, id.bytes())
}

/// Tells other processes that people were written down.
fn told(tx: &mut store::Tx, id: ImportId) {
    tx.touch(Topic::Imports, id.uuid());
}
