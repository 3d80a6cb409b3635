//! How the backups stand, for whoever has to worry, and the plan an administrator sets.

use domain::Instant;
use domain::backup::{Plan, is_late};
use domain::role::Action;
use uuid::Uuid;

use super::BackupError;
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
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
}

/// How the backups stand.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The last good one.
    pub whole: Option<Run>,
    /// Whether that is too long ago.
    pub late: bool,
    /// The last one that was tried.
    pub drill: Option<Run>,
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
    let drill = backups::last(&mut look, RunKind::Drill).await?;
    let (plan, rev) = backups::plan(&mut look).await?;
    drop(look);
    Ok(Standing {
        late: is_late(desk.now(), whole.map(|run| run.at)),
        whole,
        drill,
        holders: sheet::recipients(desk.vault().keystore()).await?.len(),
        plan,
        rev,
    })
}

/// The plan that is in force.
///
/// # Errors
/// [`BackupError::Forbidden`], or what the store said.
pub async fn plan(desk: &Desk, actor: &Actor) -> Result<Plan, BackupError> {
    let permit = access::require(actor, Action::Backup)?;
    let (plan, _) = backups::plan(&mut desk.look(&permit).await?).await?;
    Ok(plan)
}

/// Sets the plan, when it still is as it was shown.
///
/// # Errors
/// [`BackupError::Stale`] when somebody else set it meanwhile.
pub async fn set_plan(desk: &Desk, actor: &Actor, plan: Plan, rev: i64) -> Result<(), BackupError> {
    let permit = access::permitted(desk, actor, Action::SetBackup).await?;
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

/// Writes down that a backup was tried and found good.
///
/// # Errors
/// [`BackupError::Forbidden`], or what the store said.
pub async fn tried(desk: &Desk, actor: &Actor, run: &Run) -> Result<(), BackupError> {
    let permit = access::require(actor, Action::Backup)?;
    noted(desk, &permit, run).await
}
