//! Who is in the house already: the visits of one person, and whoever is in a room.

use chrono::{DateTime, Utc};
use domain::visit::{Token, Visit};
use domain::{Day, Instant, RoomId, UserId, VisitId};
use uuid::Uuid;

use super::{Row, StoredVisit};
use crate::seal::LinkKey;
use crate::store::{Scope, StoreError, Tx, on, statements, turn};

statements! {
    OF_DAY = "SELECT id, token, link, kind, purpose, service_id, room_id, stage, arrived_at, stage_at,
                     remark, facts, taken_back, awaits_duty, rev
              FROM visit WHERE centre_id = $1 AND link >= $2 AND link <= $3
                AND (stage <> 'left' OR day = $4 AND NOT taken_back)
              ORDER BY arrived_at, token";
    OF_TOKEN = "SELECT id, token, link, kind, purpose, service_id, room_id, stage, arrived_at, stage_at,
                       remark, facts, taken_back, awaits_duty, rev
                FROM visit WHERE centre_id = $1 AND token = $2
                 AND (stage <> 'left' OR day = $3 AND NOT taken_back)
                ORDER BY day DESC LIMIT 1";
    INSIDE = "SELECT COUNT(*) FROM visit
              WHERE centre_id = $1 AND link >= $2 AND link <= $3 AND stage <> 'left'
                AND kind <> 'phone_call' AND id <> $4";
    IN_ROOM = "SELECT COUNT(*) FROM visit
               WHERE centre_id = $1 AND room_id = $2 AND stage <> 'left' AND id <> $3";
    STAYS = "SELECT s.visit_id, s.at, s.by_user FROM visit_step s
             JOIN visit v ON v.id = s.visit_id AND v.centre_id = s.centre_id
             WHERE s.centre_id = $1 AND s.step = 'still_here' AND v.stage <> 'left'
             ORDER BY s.at, s.place";
}

/// From and until where the column holds this pseudonym, whatever binds it to its visit.
fn range(link: LinkKey) -> (Vec<u8>, Vec<u8>) {
    (link.bytes.to_vec(), [link.bytes, [0xFF; 16]].concat())
}

/// The visits of one person on this day, and any that did not end before it.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn of_day(
    scope: &mut impl Scope,
    link: LinkKey,
    day: Day,
) -> Result<Vec<StoredVisit>, StoreError> {
    let (centre, (from, until)) = (scope.centre().uuid(), range(link));
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(OF_DAY)
        .bind(centre).bind(&from).bind(&until).bind(day.date()).fetch_all(c))?;
    rows.into_iter().map(Row::visit).collect()
}

/// The visit that goes by a token on this day, or did not end before it.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn of_token(
    scope: &mut impl Scope,
    token: Token,
    day: Day,
) -> Result<Option<StoredVisit>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(OF_TOKEN)
        .bind(centre).bind(token.number()).bind(day.date()).fetch_optional(c))?;
    row.map(Row::visit).transpose()
}

/// That somebody who is in the house is still here, as was said, when and by whom; the last of a visit
/// last.
///
/// # Errors
/// What the engine said.
pub async fn stays(scope: &mut impl Scope) -> Result<Vec<(VisitId, Instant, UserId)>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<(Uuid, DateTime<Utc>, Uuid)> =
        on!(scope, c => sqlx::query_as(STAYS).bind(centre).fetch_all(c))?;
    let said = |(visit, at, by)| {
        (
            VisitId::from_uuid(visit),
            Instant::from_utc(at),
            UserId::from_uuid(by),
        )
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Whether a person is in the house with another visit than this one. Two desks that ask at once are answered one after the other.
///
/// # Errors
/// What the engine said.
pub async fn inside(tx: &mut Tx, link: LinkKey, but: VisitId) -> Result<bool, StoreError> {
    turn::take(tx, Uuid::from_bytes(link.bytes)).await?;
    let (centre, (from, until)) = (tx.centre().uuid(), range(link));
    let count: i64 = on!(tx, c => sqlx::query_scalar(INSIDE)
        .bind(centre).bind(&from).bind(&until).bind(but.uuid()).fetch_one(c))?;
    Ok(count > 0)
}

/// Whether somebody else than this visitor is in a room. Two desks that ask at once are answered one
/// after the other.
///
/// # Errors
/// What the engine said.
pub async fn room_taken(tx: &mut Tx, room: RoomId, but: &Visit) -> Result<bool, StoreError> {
    turn::take(tx, room.uuid()).await?;
    let centre = tx.centre().uuid();
    let count: i64 = on!(tx, c => sqlx::query_scalar(IN_ROOM)
        .bind(centre).bind(room.uuid()).bind(but.id.uuid()).fetch_one(c))?;
    Ok(count > 0)
}
