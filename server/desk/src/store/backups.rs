//! When backups are made, how long they are kept, and which were made and tried. They are of the whole
//! installation, so these rows belong to no centre.

use chrono::{DateTime, Utc};
use domain::Instant;
use domain::backup::{Plan, Trouble};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::backup::{Run, RunKind};

statements! {
    NOTE = "INSERT INTO backup_run (id, kind, at, bytes, trail, people, fault, sheet)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    LAST = "SELECT at, bytes, trail, people, fault, sheet FROM backup_run
        WHERE kind = $1 AND fault IS NULL ORDER BY at DESC, id LIMIT 1";
    LATEST = "SELECT at, bytes, trail, people, fault, sheet FROM backup_run
        WHERE kind = $1 ORDER BY at DESC, id LIMIT 1";
    PLAN = "SELECT hour, keep_days, rev FROM backup_plan WHERE id = $1";
    BEGIN = "INSERT INTO backup_plan (id, hour, keep_days, rev) VALUES ($1, $2, $3, 1)";
    CHANGE = "UPDATE backup_plan SET hour = $2, keep_days = $3, rev = rev + 1
        WHERE id = $1 AND rev = $4";
}

#[derive(FromRow)]
struct Row {
    at: DateTime<Utc>,
    bytes: i64,
    trail: i64,
    people: i64,
    fault: Option<String>,
    sheet: Option<Vec<u8>>,
}

/// Writes down that a backup was made or tried.
///
/// # Errors
/// What the engine said.
pub async fn note(tx: &mut Tx, id: Uuid, run: &Run) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(NOTE)
            .bind(id)
            .bind(run.kind.code())
            .bind(run.at.utc())
            .bind(run.bytes)
            .bind(run.trail)
            .bind(run.people)
            .bind(run.fault.map(Trouble::code))
            .bind(run.sheet.as_ref().map(<[u8; 32]>::as_slice))
    )?;
    Ok(())
}

/// The youngest good one of a kind.
///
/// # Errors
/// What the engine said.
pub async fn last(scope: &mut impl Scope, kind: RunKind) -> Result<Option<Run>, StoreError> {
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(LAST).bind(kind.code()).fetch_optional(c))?;
    row.map(|row| row.run(kind)).transpose()
}

/// The youngest of a kind, good or not.
///
/// # Errors
/// What the engine said.
pub async fn latest(scope: &mut impl Scope, kind: RunKind) -> Result<Option<Run>, StoreError> {
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(LATEST).bind(kind.code()).fetch_optional(c))?;
    row.map(|row| row.run(kind)).transpose()
}

impl Row {
    fn run(self, kind: RunKind) -> Result<Run, StoreError> {
        let fault = self.fault.as_deref().map(Trouble::parse).transpose();
        let sheet = self.sheet.map(|sheet| sheet[..].try_into()).transpose();
        Ok(Run {
            kind,
            at: Instant::from_utc(self.at),
            bytes: self.bytes,
            trail: self.trail,
            people: self.people,
            fault: fault.map_err(|_| StoreError::Inconsistent)?,
            sheet: sheet.map_err(|_| StoreError::Inconsistent)?,
        })
    }
}

/// The plan and its revision; the usual one with revision 0 while none was set.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn plan(scope: &mut impl Scope) -> Result<(Plan, i64), StoreError> {
    let row: Option<(i64, i64, i64)> =
        on!(scope, c => sqlx::query_as(PLAN).bind(Uuid::nil()).fetch_optional(c))?;
    let Some((hour, keep_days, rev)) = row else {
        return Ok((Plan::default(), 0));
    };
    let hour = u32::try_from(hour).map_err(|_| StoreError::Inconsistent)?;
    let plan = Plan::new(hour, keep_days).map_err(|_| StoreError::Inconsistent)?;
    Ok((plan, rev))
}

/// Sets the plan; `false` when it has another revision by now.
///
/// # Errors
/// [`StoreError::Taken`] when somebody set the first one meanwhile, else what the engine said.
pub async fn set_plan(tx: &mut Tx, plan: Plan, rev: i64) -> Result<bool, StoreError> {
    let (hour, days) = (i64::from(plan.hour()), plan.keep_days());
    let query = if rev == 0 {
        run!(
            tx,
            sqlx::query(BEGIN).bind(Uuid::nil()).bind(hour).bind(days)
        )
    } else {
        run!(
            tx,
            sqlx::query(CHANGE)
                .bind(Uuid::nil())
                .bind(hour)
                .bind(days)
                .bind(rev)
        )
    };
    Ok(query? > 0)
}
