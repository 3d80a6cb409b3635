//! Where a room, a colleague or a thing is needed, and when. The database itself refuses two rows of
//! one resource that overlap, so two desks can never book the same hour. A transaction that takes
//! several resources takes them in the order of their ids: two that did so in opposite orders would
//! wait for each other.

use domain::time::Span;
use domain::{Instant, Unfit};
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements, turn};

statements! {
    OCCUPY = "INSERT INTO occupancy (id, centre_id, resource_id, starts_at, ends_at)
              VALUES ($1, $2, $3, $4, $5)";
    MOVE = "UPDATE occupancy SET starts_at = $4, ends_at = $5
            WHERE id = $1 AND centre_id = $2 AND resource_id = $3";
    RELEASE = "DELETE FROM occupancy WHERE id = $1 AND centre_id = $2";
    WITHIN = "SELECT id, resource_id, starts_at, ends_at FROM occupancy
              WHERE centre_id = $1 AND resource_id = $2 AND starts_at < $4 AND ends_at > $3
              ORDER BY starts_at";
}

/// One resource, taken for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occupancy {
    /// Which row.
    pub id: Uuid,
    /// Which room, colleague or thing.
    pub resource: Uuid,
    /// From when until when; the end is free again.
    pub span: Span,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    resource_id: Uuid,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

impl Row {
    fn occupancy(self) -> Result<Occupancy, StoreError> {
        Ok(Occupancy {
            id: self.id,
            resource: self.resource_id,
            span: span(self.starts_at, self.ends_at)?,
        })
    }
}

/// A stored span.
///
/// # Errors
/// [`StoreError::Inconsistent`] when it ends before it starts.
pub(super) fn span(start: DateTime<Utc>, end: DateTime<Utc>) -> Result<Span, StoreError> {
    Span::new(Instant::from_utc(start), Instant::from_utc(end))
        .map_err(|_: Unfit| StoreError::Inconsistent)
}

/// Takes a resource.
///
/// # Errors
/// [`StoreError::Refused`] by [`super::Guard::OccupancyOverlap`] when it is taken for a part of that
/// time already.
pub async fn occupy(tx: &mut Tx, taken: &Occupancy) -> Result<(), StoreError> {
    turn::take(tx, taken.resource).await?;
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(OCCUPY)
            .bind(taken.id)
            .bind(centre)
            .bind(taken.resource)
            .bind(taken.span.start.utc())
            .bind(taken.span.end.utc())
    )?;
    Ok(())
}

/// Takes the same resource at another time instead. `false` when there is no such row here.
///
/// # Errors
/// As [`occupy`].
pub async fn move_to(tx: &mut Tx, taken: &Occupancy) -> Result<bool, StoreError> {
    turn::take(tx, taken.resource).await?;
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        sqlx::query(MOVE)
            .bind(taken.id)
            .bind(centre)
            .bind(taken.resource)
            .bind(taken.span.start.utc())
            .bind(taken.span.end.utc())
    )?;
    Ok(moved == 1)
}

/// Frees a resource. `false` when there is no such row here.
///
/// # Errors
/// What the engine said.
pub async fn release(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let freed = run!(tx, sqlx::query(RELEASE).bind(id).bind(centre))?;
    Ok(freed == 1)
}

/// When a resource is taken for any part of a span, in order.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn within(
    scope: &mut impl Scope,
    resource: Uuid,
    span: Span,
) -> Result<Vec<Occupancy>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(WITHIN)
        .bind(centre).bind(resource).bind(span.start.utc()).bind(span.end.utc()).fetch_all(c))?;
    rows.into_iter().map(Row::occupancy).collect()
}
