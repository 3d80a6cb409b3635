//! How the backups stand, for whoever has to worry, and the plan an administrator sets.

use domain::Instant;
use domain::backup::{Plan, Trouble, drill_is_due, is_drill_late, is_late};
use domain::role::Action;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::BackupError;
use super::looking::Tried;
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::mail::texts::Message;
use crate::outbox::notices;
use crate::seal::sheet;
use crate::store::{StoreError, backups};

/// What was done with a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// A whole was made.
    Whole,
    /// One was put back to see that it can be.
    Drill,
}

/// A backup that was made or tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// What was done.
    pub kind: RunKind,
    /// When.
    pub at: Instant,
    /// How large it is, in bytes.
    pub bytes: i64,
    /// How many rows of the trail were proved; 0 for a whole.
    pub trail: i64,
    /// How many people could be read; 0 for a whole.
    pub people: i64,
    /// Why it is not good; nothing for a good one.
    pub fault: Option<Trouble>,
    /// The sheet that opens it, by a digest of the public halves of its codes.
    pub sheet: Option<[u8; 32]>,
}

impl Run {
    /// A run about which nothing is counted yet.
    pub(super) const fn of(kind: RunKind, at: Instant) -> Self {
        Self {
            kind,
            at,
            bytes: 0,
            trail: 0,
            people: 0,
            fault: None,
            sheet: None,
        }
    }
}

/// How the backups stand.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The last good one.
    pub whole: Option<Run>,
    /// Whether that is too long ago.
    pub late: bool,
    /// The last try to make one, where it failed and none was made since.
    pub failed: Option<Run>,
    /// The last one that was tried, good or not.
    pub drill: Option<Run>,
    /// Whether that failed, or the last good one is too long ago.
    pub drill_bad: bool,
    /// How many holders of the recovery sheet can open one.
    pub holders: usize,
    /// When they are made, and how long they are kept.
    pub plan: Plan,
    /// The revision of the plan.
    pub rev: i64,
}

impl RunKind {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Drill => "drill",
        }
    }
}

/// How the backups stand now.
///
/// # Errors
/// [`BackupError::Forbidden`], or what the store said.
pub async fn standing(desk: &Desk, actor: &Actor) -> Result<Standing, BackupError> {
    let permit = access::permitted(desk, actor, Action::ShowBackup).await?;
    let mut look = desk.look(&permit).await?;
    let whole = backups::last(&mut look, RunKind::Whole).await?;
    let latest = backups::latest(&mut look, RunKind::Whole).await?;
    let drill = backups::latest(&mut look, RunKind::Drill).await?;
    let drilled = backups::last(&mut look, RunKind::Drill).await?;
    let (plan, rev) = backups::plan(&mut look).await?;
    drop(look);
    Ok(Standing {
        late: is_late(desk.now(), whole.map(|run| run.at)),
        whole,
        failed: latest.filter(|run| run.fault.is_some()),
        drill_bad: drill.is_some_and(|run| run.fault.is_some())
            || drilled.is_some_and(|run| is_drill_late(desk.now(), run.at)),
        drill,
        holders: sheet::recipients(desk.vault().keystore()).await?.len(),
        plan,
        rev,
    })
}

/// What is to be done, besides what the hour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The plan that is in force.
    pub plan: Plan,
    /// Whether the holders of the sheet in use cannot open the last backup: another sheet did.
    pub new_sheet: bool,
    /// Whether one has to be tried.
    pub drill: bool,
    /// When the last good one was made.
    pub last: Option<Instant>,
}

/// What is to be done now.
///
/// # Errors
/// [`BackupError::Forbidden`], or what the store said.
pub async fn due(desk: &Desk, actor: &Actor) -> Result<Due, BackupError> {
    let permit = access::require(actor, Action::Backup)?;
    let sheet = sheet_in_use(desk).await?;
    let mut look = desk.look(&permit).await?;
    let (plan, _) = backups::plan(&mut look).await?;
    let whole = backups::last(&mut look, RunKind::Whole).await?;
    let drill = backups::latest(&mut look, RunKind::Drill).await?;
    let opened_by = |run: Run| run.sheet.is_none_or(|opens| Some(opens) == sheet);
    let tried = drill.map(|run| (run.at, run.fault.is_none()));
    Ok(Due {
        plan,
        new_sheet: sheet.is_some() && !whole.is_none_or(opened_by),
        drill: sheet.is_some() && drill_is_due(desk.now(), tried, drill.is_none_or(opened_by)),
        last: whole.map(|run| run.at),
    })
}

/// The sheet in use, by a digest; nothing where no sheet opens backups.
pub(super) async fn sheet_in_use(desk: &Desk) -> Result<Option<[u8; 32]>, BackupError> {
    let holders = sheet::recipients(desk.vault().keystore()).await?;
    Ok((!holders.is_empty()).then(|| Sha256::digest(holders.join("\n")).into()))
}

/// Sets the plan, when it still is as it was shown.
///
/// # Errors
/// [`BackupError::Stale`] when somebody else set it meanwhile.
pub async fn set_plan(desk: &Desk, actor: &Actor, plan: Plan, rev: i64) -> Result<(), BackupError> {
    let permit = access::deed(desk, actor, Action::SetBackup).await?;
    let mut tx = desk.begin(&permit).await?;
    let set = match backups::set_plan(&mut tx, plan, rev).await {
        Err(StoreError::Taken) => Ok(false),
        outcome => outcome,
    };
    if !set? {
        return Err(BackupError::Stale);
    }
    desk.commit(tx, &permit, Entry::of("backup_plan", [0; 16]))
        .await?;
    Ok(())
}

/// Writes down that a backup was made or tried, in the trail too.
pub(super) async fn noted(desk: &Desk, permit: &Permit, run: &Run) -> Result<(), BackupError> {
    let mut tx = desk.begin(permit).await?;
    backups::note(&mut tx, Uuid::from_bytes(desk.ids().fresh()), run).await?;
    desk.commit(
        tx,
        permit,
        Entry::of("backup", [0; 16]).because(run.kind.code()),
    )
    .await?;
    Ok(())
}

/// Writes down what came of trying a backup.
///
/// # Errors
/// [`BackupError::Forbidden`], or what the store said.
pub async fn tried(
    desk: &Desk,
    actor: &Actor,
    outcome: Result<Tried, &BackupError>,
) -> Result<(), BackupError> {
    let permit = access::require(actor, Action::Backup)?;
    let mut run = Run {
        sheet: sheet_in_use(desk).await?,
        ..Run::of(RunKind::Drill, desk.now())
    };
    match outcome {
        Ok(tried) => {
            run.trail = i64::try_from(tried.trail).unwrap_or(i64::MAX);
            run.people = i64::try_from(tried.people).unwrap_or(i64::MAX);
        }
        Err(error) => run.fault = Some(error.trouble()),
    }
    noted(desk, &permit, &run).await
}

/// Writes down that no backup could be made.
///
/// # Errors
/// [`BackupError::Forbidden`], or what the store said.
pub async fn not_made(desk: &Desk, actor: &Actor, why: &BackupError) -> Result<(), BackupError> {
    let permit = access::require(actor, Action::Backup)?;
    let run = Run {
        fault: Some(why.trouble()),
        ..Run::of(RunKind::Whole, desk.now())
    };
    noted(desk, &permit, &run).await
}

/// Tells whoever looks after the house that the last good backup is too old, by a letter; the same one
/// goes once. Nothing while it is young enough.
///
/// # Errors
/// [`BackupError::Forbidden`], or what outbox and store said.
pub async fn warn_late(desk: &Desk, actor: &Actor) -> Result<(), BackupError> {
    let permit = access::require(actor, Action::Backup)?;
    let last = backups::last(&mut desk.look(&permit).await?, RunKind::Whole).await?;
    let last = last.map(|run| run.at);
    if !is_late(desk.now(), last) {
        return Ok(());
    }
    let occasion = last.map_or(0, Instant::unix).to_be_bytes();
    let mut tx = desk.begin(&permit).await?;
    notices::notify(desk, &mut tx, &permit, (Message::BackupLate, &occasion)).await?;
    Ok(desk.settle(tx).await?)
}
