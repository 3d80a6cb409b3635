//! How long the house keeps what.

use chrono::{DateTime, NaiveDate, Utc};
use domain::retention::{CountsFrom, Kept, Months, Retention};
use domain::text::Remark;
use domain::{Day, Instant, OrganisationId, Unfit};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::setup::Line;

statements! {
    ALL = "SELECT id, organisation_id, about, months, counts_from, source, valid_from, valid_until, binds, closed_at, rev FROM retention WHERE centre_id = $1
           ORDER BY closed_at IS NOT NULL, about, valid_from, id";
    ADD = "INSERT INTO retention (id, centre_id, organisation_id, about, months, counts_from, source, valid_from, valid_until, binds, rev)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    CHANGE = "UPDATE retention SET organisation_id = $4, about = $5, months = $6, counts_from = $7, source = $8, valid_from = $9, valid_until = $10, binds = $11, rev = rev + 1
              WHERE centre_id = $1 AND id = $2 AND rev = $3";
    CLOSE = "UPDATE retention SET closed_at = $4, rev = rev + 1
             WHERE centre_id = $1 AND id = $2 AND rev = $3";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    organisation_id: Option<Uuid>,
    about: String,
    months: i64,
    counts_from: String,
    source: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    binds: bool,
    closed_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Every one of the centre in the order of its list, those that are closed last.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn all(scope: &mut impl Scope) -> Result<Vec<Line<Retention>>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::line).collect()
}

/// Writes a new one.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, id: Uuid, item: &Retention) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id)
            .bind(centre)
            .bind(item.controller.map(OrganisationId::uuid))
            .bind(item.about.code())
            .bind(i64::from(item.months.get()))
            .bind(item.from.code())
            .bind(item.source.as_str())
            .bind(item.valid_from.date())
            .bind(item.valid_until.map(Day::date))
            .bind(item.binds)
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
    item: &Retention,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(centre)
            .bind(id)
            .bind(rev)
            .bind(item.controller.map(OrganisationId::uuid))
            .bind(item.about.code())
            .bind(i64::from(item.months.get()))
            .bind(item.from.code())
            .bind(item.source.as_str())
            .bind(item.valid_from.date())
            .bind(item.valid_until.map(Day::date))
            .bind(item.binds)
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
    fn rule(&self) -> Result<Retention, Unfit> {
        Ok(Retention {
            controller: self.organisation_id.map(OrganisationId::from_uuid),
            about: Kept::parse(&self.about)?,
            months: Months::parse(&self.months.to_string())?,
            from: CountsFrom::parse(&self.counts_from)?,
            source: Remark::parse(&self.source)?,
            valid_from: Day::from_date(self.valid_from),
            valid_until: self.valid_until.map(Day::from_date),
            binds: self.binds,
        })
    }

    fn line(self) -> Result<Line<Retention>, StoreError> {
        let item = self.rule().map_err(|_| StoreError::Inconsistent)?;
        Ok(Line {
            id: self.id,
            item,
            closed: self.closed_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }
}
