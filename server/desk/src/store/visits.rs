//! Visits and their steps.

use domain::visit::{Stage, Token, Visit};
pub use domain::visit::{Step, StepKind};
use domain::{Day, RoomId, ServiceId, VisitId};
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

mod row;

pub use row::{Bound, StoredVisit};
use row::{Row, StepRow};

mod presence;

pub use presence::{STATEMENTS as PRESENCE, inside, of_day, of_token, room_taken, stays};

statements! {
    NEXT_TOKEN = "INSERT INTO visit_counter (centre_id, day, last)
                  VALUES ($1, $2, 1 + (SELECT COALESCE(MAX(token), 0) FROM visit
                                       WHERE centre_id = $1 AND stage <> 'left'))
                  ON CONFLICT (centre_id, day) DO UPDATE SET last = visit_counter.last + 1
                  RETURNING last";
    INSERT = "INSERT INTO visit (id, centre_id, day, token, link, link_ver, kind, purpose, service_id,
                                 stage, arrived_at, stage_at, remark, awaits_duty, rev)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $10, $11, $12, 1)";
    PRESENT = "SELECT id, token, link, kind, purpose, service_id, room_id, stage, arrived_at, stage_at,
                      remark, facts, taken_back, awaits_duty, rev
               FROM visit WHERE centre_id = $1 AND stage <> 'left'";
    ONE = "SELECT id, token, link, kind, purpose, service_id, room_id, stage, arrived_at, stage_at,
                  remark, facts, taken_back, awaits_duty, rev
           FROM visit WHERE id = $1 AND centre_id = $2";
    MOVE = "UPDATE visit SET stage = $3, service_id = $4, room_id = $5, stage_at = $6,
                   taken_back = $7, awaits_duty = $8, rev = rev + 1
            WHERE id = $1 AND centre_id = $2 AND rev = $9";
    NOTE = "UPDATE visit SET facts = $3 WHERE id = $1 AND centre_id = $2";
    LINK = "UPDATE visit SET link = $3, link_ver = $4, rev = rev + 1
            WHERE id = $1 AND centre_id = $2 AND rev = $5";
    CORRECT = "UPDATE visit SET kind = $3, purpose = $4, service_id = $5, remark = $6, rev = rev + 1
               WHERE id = $1 AND centre_id = $2 AND rev = $7";
    STEP = "INSERT INTO visit_step
                (id, centre_id, visit_id, step, service_id, room_id, at, by_user, place)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
                (SELECT COUNT(*) FROM visit_step WHERE visit_id = $3 AND centre_id = $2))";
    STEPS = "SELECT step, service_id, room_id, at, by_user FROM visit_step
             WHERE visit_id = $1 AND centre_id = $2 ORDER BY at, place";
}

/// The next token of the day. Two desks that ask at once get two. A day begins above the tokens of
/// whoever is still inside after midnight, so that no two people in the house have the same one.
///
/// # Errors
/// What the engine said.
pub async fn next_token(tx: &mut Tx, day: Day) -> Result<Token, StoreError> {
    let centre = tx.centre().uuid();
    let last: i64 =
        on!(tx, c => sqlx::query_scalar(NEXT_TOKEN).bind(centre).bind(day.date()).fetch_one(c))?;
    Ok(Token::new(last))
}

/// Writes a new visit, waiting.
///
/// # Errors
/// What the engine said.
pub async fn insert(
    tx: &mut Tx,
    visit: &Visit,
    day: Day,
    link: Option<Bound>,
    remark: Option<&[u8]>,
) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    let (key, version) = (link.map(Bound::stored), link.map(|l| l.key.version));
    run!(
        tx,
        sqlx::query(INSERT)
            .bind(visit.id.uuid())
            .bind(centre)
            .bind(day.date())
            .bind(visit.token.number())
            .bind(&key)
            .bind(version)
            .bind(visit.kind.code())
            .bind(visit.purpose.code())
            .bind(visit.service.map(ServiceId::uuid))
            .bind(visit.arrived_at.utc())
            .bind(remark)
            .bind(visit.awaits_duty)
    )?;
    Ok(())
}

/// Writes what is known of somebody who waits, sealed; whoever does has written the visit in the same
/// transaction.
///
/// # Errors
/// What the engine said.
pub async fn note(tx: &mut Tx, id: VisitId, facts: Option<&[u8]>) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(NOTE).bind(id.uuid()).bind(centre).bind(facts)
    )?;
    Ok(())
}

/// Everybody who is in the house.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn present(scope: &mut impl Scope) -> Result<Vec<StoredVisit>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(PRESENT).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::visit).collect()
}

/// One visit of the centre.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn one(scope: &mut impl Scope, id: VisitId) -> Result<Option<StoredVisit>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(ONE).bind(id.uuid()).bind(centre).fetch_optional(c))?;
    row.map(Row::visit).transpose()
}

/// Writes where a visit stands now, if nobody changed it since it was read. `false` when somebody did.
///
/// # Errors
/// What the engine said.
pub async fn move_on(tx: &mut Tx, visit: &Visit) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        sqlx::query(MOVE)
            .bind(visit.id.uuid())
            .bind(centre)
            .bind(row::stored(visit.stage))
            .bind(visit.service.map(ServiceId::uuid))
            .bind(visit.room.map(RoomId::uuid))
            .bind(visit.stage_at.utc())
            .bind(visit.stage == Stage::TakenBack)
            .bind(visit.awaits_duty)
            .bind(visit.rev)
    )?;
    Ok(moved == 1)
}

/// Writes whose visit it is, if nobody changed it since it was read. `false` when somebody did.
///
/// # Errors
/// What the engine said.
pub async fn link(tx: &mut Tx, visit: &Visit, link: Bound) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let linked = run!(
        tx,
        sqlx::query(LINK)
            .bind(visit.id.uuid())
            .bind(centre)
            .bind(link.stored())
            .bind(link.key.version)
            .bind(visit.rev)
    )?;
    Ok(linked == 1)
}

/// Writes what was put right of a visit, if nobody changed it since it was read. `false` when somebody
/// did.
///
/// # Errors
/// What the engine said.
pub async fn correct(
    tx: &mut Tx,
    visit: &Visit,
    remark: Option<&[u8]>,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let corrected = run!(
        tx,
        sqlx::query(CORRECT)
            .bind(visit.id.uuid())
            .bind(centre)
            .bind(visit.kind.code())
            .bind(visit.purpose.code())
            .bind(visit.service.map(ServiceId::uuid))
            .bind(remark)
            .bind(visit.rev)
    )?;
    Ok(corrected == 1)
}

/// Writes one step, after those that are there: several may fall in the same second. Whoever writes
/// it has changed the visit in the same transaction, so nobody else counts meanwhile.
///
/// # Errors
/// What the engine said.
pub async fn step(tx: &mut Tx, id: Uuid, visit: VisitId, step: &Step) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(STEP)
            .bind(id)
            .bind(centre)
            .bind(visit.uuid())
            .bind(step.kind.code())
            .bind(step.service.map(ServiceId::uuid))
            .bind(step.room.map(RoomId::uuid))
            .bind(step.at.utc())
            .bind(step.by.uuid())
    )?;
    Ok(())
}

/// The steps of a visit in their order.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn steps(scope: &mut impl Scope, visit: VisitId) -> Result<Vec<Step>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<StepRow> =
        on!(scope, c => sqlx::query_as(STEPS).bind(visit.uuid()).bind(centre).fetch_all(c))?;
    rows.into_iter().map(StepRow::step).collect()
}
