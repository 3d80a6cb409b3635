//! The organisations that send services into the house.

use chrono::{DateTime, Utc};
use domain::organisation::Organisation;
use domain::text::Label;
use domain::{Instant, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::setup::Line;

statements! {
    ALL = "SELECT id, name, closed_at, rev FROM organisation WHERE centre_id = $1
           ORDER BY closed_at IS NOT NULL, rank, id";
    ADD = "INSERT INTO organisation (id, centre_id, name, rank, rev)
           VALUES ($1, $2, $3,
           (SELECT COALESCE(MAX(rank), -1) + 1 FROM organisation WHERE centre_id = $2), 1)";
    CHANGE = "UPDATE organisation SET name = $4, rev = rev + 1
              WHERE centre_id = $1 AND id = $2 AND rev = $3";
    CLOSE = "UPDATE organisation SET closed_at = $4, rev = rev + 1
             WHERE centre_id = $1 AND id = $2 AND rev = $3";
    RANK = "UPDATE organisation SET rank = $3 WHERE centre_id = $1 AND id = $2";
    HERE = "SELECT COUNT(*) FROM organisation WHERE centre_id = $1 AND id = $2";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    closed_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Every one of the centre in the order of its list, those that are closed last.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn all(scope: &mut impl Scope) -> Result<Vec<Line<Organisation>>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::line).collect()
}

/// Writes a new one, last in its list.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, id: Uuid, item: &Organisation) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id)
            .bind(centre)
            .bind(item.name.as_str())
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
    item: &Organisation,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(centre)
            .bind(id)
            .bind(rev)
            .bind(item.name.as_str())
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

/// Puts one at a place of the list.
///
/// # Errors
/// What the engine said.
pub async fn rank(tx: &mut Tx, id: Uuid, place: i64) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(RANK).bind(centre).bind(id).bind(place))?;
    Ok(())
}

/// Whether an organisation is of the centre.
///
/// # Errors
/// What the engine said.
pub async fn is_here(scope: &mut impl Scope, id: OrganisationId) -> Result<bool, StoreError> {
    let centre = scope.centre().uuid();
    let found: i64 =
        on!(scope, c => sqlx::query_scalar(HERE).bind(centre).bind(id.uuid()).fetch_one(c))?;
    Ok(found > 0)
}

impl Row {
    fn line(self) -> Result<Line<Organisation>, StoreError> {
        let name = Label::parse(&self.name).map_err(|_| StoreError::Inconsistent)?;
        let item = Organisation { name };
        Ok(Line {
            id: self.id,
            item,
            closed: self.closed_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }
}
