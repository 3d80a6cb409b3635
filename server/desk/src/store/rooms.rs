//! The rooms of the house, as they are set up.

use chrono::{DateTime, Utc};
use domain::hours::DayHours;
use domain::room::{Buffer, Feature, RoomPlan, Seats};
use domain::text::Label;
use domain::{Instant, Unfit};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::setup::Line;

statements! {
    ALL = "SELECT id, name, seats, child, wheelchair, own_exit, video, soundproof, hours, buffer_before, buffer_after, closed_at, rev FROM room WHERE centre_id = $1
           ORDER BY closed_at IS NOT NULL, rank, id";
    ADD = "INSERT INTO room (id, centre_id, name, seats, child, wheelchair, own_exit, video, soundproof, hours, buffer_before, buffer_after, rank, rev)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
           (SELECT COALESCE(MAX(rank), -1) + 1 FROM room WHERE centre_id = $2), 1)";
    CHANGE = "UPDATE room SET name = $4, seats = $5, child = $6, wheelchair = $7, own_exit = $8, video = $9, soundproof = $10, hours = $11, buffer_before = $12, buffer_after = $13, rev = rev + 1
              WHERE centre_id = $1 AND id = $2 AND rev = $3";
    CLOSE = "UPDATE room SET closed_at = $4, rev = rev + 1
             WHERE centre_id = $1 AND id = $2 AND rev = $3";
    RANK = "UPDATE room SET rank = $3 WHERE centre_id = $1 AND id = $2";
}

#[expect(clippy::struct_excessive_bools, reason = "each is a column")]
#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    seats: i64,
    child: bool,
    wheelchair: bool,
    own_exit: bool,
    video: bool,
    soundproof: bool,
    hours: String,
    buffer_before: i64,
    buffer_after: i64,
    closed_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Every one of the centre in the order of its list, those that are closed last.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn all(scope: &mut impl Scope) -> Result<Vec<Line<RoomPlan>>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::line).collect()
}

/// Writes a new one, last in its list.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, id: Uuid, item: &RoomPlan) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id)
            .bind(centre)
            .bind(item.name.as_str())
            .bind(i64::from(item.seats.get()))
            .bind(item.has(Feature::Child))
            .bind(item.has(Feature::Wheelchair))
            .bind(item.has(Feature::OwnExit))
            .bind(item.has(Feature::Video))
            .bind(item.has(Feature::Soundproof))
            .bind(item.hours.to_string())
            .bind(i64::from(item.before.minutes()))
            .bind(i64::from(item.after.minutes()))
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
    item: &RoomPlan,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(centre)
            .bind(id)
            .bind(rev)
            .bind(item.name.as_str())
            .bind(i64::from(item.seats.get()))
            .bind(item.has(Feature::Child))
            .bind(item.has(Feature::Wheelchair))
            .bind(item.has(Feature::OwnExit))
            .bind(item.has(Feature::Video))
            .bind(item.has(Feature::Soundproof))
            .bind(item.hours.to_string())
            .bind(i64::from(item.before.minutes()))
            .bind(i64::from(item.after.minutes()))
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

impl Row {
    fn plan(&self) -> Result<RoomPlan, Unfit> {
        Ok(RoomPlan {
            name: Label::parse(&self.name)?,
            seats: Seats::parse(&self.seats.to_string())?,
            features: self.features(),
            hours: DayHours::parse(&self.hours)?,
            before: Buffer::parse(&self.buffer_before.to_string())?,
            after: Buffer::parse(&self.buffer_after.to_string())?,
        })
    }

    fn features(&self) -> Vec<Feature> {
        let has = |feature: &Feature| match feature {
            Feature::Child => self.child,
            Feature::Wheelchair => self.wheelchair,
            Feature::OwnExit => self.own_exit,
            Feature::Video => self.video,
            Feature::Soundproof => self.soundproof,
        };
        Feature::ALL.iter().copied().filter(has).collect()
    }

    fn line(self) -> Result<Line<RoomPlan>, StoreError> {
        let item = self.plan().map_err(|_| StoreError::Inconsistent)?;
        Ok(Line {
            id: self.id,
            item,
            closed: self.closed_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }
}
