//! The days that are not as their weekday.

use chrono::{DateTime, NaiveDate, Utc};
use domain::duty::SpecialDay;
use domain::hours::DayHours;
use domain::text::Label;
use domain::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::setup::Line;

statements! {
    ALL = "SELECT id, day, hours, reason, closed_at, rev FROM special_day WHERE centre_id = $1
           ORDER BY closed_at IS NOT NULL, day, id";
    ADD = "INSERT INTO special_day (id, centre_id, day, hours, reason, rev)
           VALUES ($1, $2, $3, $4, $5, 1)";
    CHANGE = "UPDATE special_day SET day = $4, hours = $5, reason = $6, rev = rev + 1
              WHERE centre_id = $1 AND id = $2 AND rev = $3";
    CLOSE = "UPDATE special_day SET closed_at = $4, rev = rev + 1
             WHERE centre_id = $1 AND id = $2 AND rev = $3";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    day: NaiveDate,
    hours: String,
    reason: String,
    closed_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Every one of the centre in the order of its list, those that are closed last.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn all(scope: &mut impl Scope) -> Result<Vec<Line<SpecialDay>>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::line).collect()
}

/// Writes a new one.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, id: Uuid, item: &SpecialDay) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id)
            .bind(centre)
            .bind(item.day.date())
            .bind(item.hours.to_string())
            .bind(item.reason.as_str())
    )?;
    Ok(())
}

/// Writes one anew; `false` when it has another revision by now.
///
/// # Errors
/// What the engine said.
pub async fn change(
    tx: &mut Tx,
    (id, rev): (Uuid, i64),
    item: &SpecialDay,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(centre)
            .bind(id)
            .bind(rev)
            .bind(item.day.date())
            .bind(item.hours.to_string())
            .bind(item.reason.as_str())
    )?;
    Ok(changed == 1)
}

/// Closes one, or opens it again; `false` when it has another revision by now.
///
/// # Errors
/// What the engine said.
pub async fn close(
    tx: &mut Tx,
    (id, rev): (Uuid, i64),
    since: Option<Instant>,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let closed = run!(
        tx,
        sqlx::query(CLOSE)
            .bind(centre)
            .bind(id)
            .bind(rev)
            .bind(since.map(Instant::utc))
    )?;
    Ok(closed == 1)
}

impl Row {
    fn line(self) -> Result<Line<SpecialDay>, StoreError> {
        let unfit = |_| StoreError::Inconsistent;
        let item = SpecialDay {
            day: Day::from_date(self.day),
            hours: DayHours::parse(&self.hours).map_err(unfit)?,
            reason: Label::parse(&self.reason).map_err(unfit)?,
        };
        Ok(Line {
            id: self.id,
            item,
            closed: self.closed_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }
}
