//! What colleagues said of two records of people. The records are pseudonyms here; which they are, and
//! why, stands sealed.

use chrono::{DateTime, Utc};
use domain::same_as::{Answers, Couple, Verdict};
use domain::{Instant, PairId, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements, turn};
use crate::seal::LinkKey;

statements! {
    SAY = "INSERT INTO same_as (id, centre_id, one, other, link_ver, verdict, sealed, said_by, said_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LIVE = "SELECT id, one, other, verdict, sealed, said_by, said_at FROM same_as
            WHERE centre_id = $1 AND ended_at IS NULL AND id > $2 ORDER BY id LIMIT $3";
    ONE = "SELECT id, one, other, verdict, sealed, said_by, said_at FROM same_as
           WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL";
    BETWEEN = "SELECT id, one, other, verdict, sealed, said_by, said_at FROM same_as
               WHERE centre_id = $1 AND one = $2 AND other = $3 AND ended_at IS NULL";
    JOINING = "SELECT id, one, other, verdict, sealed, said_by, said_at FROM same_as
               WHERE centre_id = $1 AND (one = $2 OR other = $2) AND verdict = 'same'
                 AND ended_at IS NULL";
    MARKS = "SELECT one, other, verdict FROM same_as WHERE centre_id = $1 AND ended_at IS NULL";
    TAKE_BACK = "UPDATE same_as SET ended_by = $4, ended_at = $5
                 WHERE centre_id = $1 AND one = $2 AND other = $3 AND ended_at IS NULL
                 RETURNING id";
    SAID = "SELECT COUNT(*) + COUNT(ended_at) FROM same_as
            WHERE centre_id = $1 AND one = $2 AND other = $3";
    ABOUT = "SELECT id FROM same_as WHERE centre_id = $1 AND (one = $2 OR other = $2)";
}

/// The pseudonym of a record in this table.
pub type Mark = [u8; 16];

/// An answer to store.
pub struct New {
    /// The row, which the seal is bound to.
    pub id: PairId,
    /// The pseudonyms of both records.
    pub couple: Couple<Mark>,
    /// The version of both.
    pub version: i64,
    /// What was said.
    pub verdict: Verdict,
    /// Which records they are, and why, sealed.
    pub sealed: Vec<u8>,
    /// Who said it.
    pub by: UserId,
    /// When.
    pub at: Instant,
}

/// An answer that holds.
pub struct Held {
    /// Which one.
    pub id: PairId,
    /// The pseudonyms of both records.
    pub couple: Couple<Mark>,
    /// What was said.
    pub verdict: Verdict,
    /// Which records they are, and why, sealed.
    pub sealed: Vec<u8>,
    /// Who said it.
    pub by: UserId,
    /// When.
    pub at: Instant,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    one: Vec<u8>,
    other: Vec<u8>,
    verdict: String,
    sealed: Vec<u8>,
    said_by: Uuid,
    said_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct Marks {
    one: Vec<u8>,
    other: Vec<u8>,
    verdict: String,
}

impl Row {
    fn held(self) -> Result<Held, StoreError> {
        let marks = Marks {
            one: self.one,
            other: self.other,
            verdict: self.verdict,
        };
        let (couple, verdict) = marks.read()?;
        Ok(Held {
            id: PairId::from_uuid(self.id),
            couple,
            verdict,
            sealed: self.sealed,
            by: UserId::from_uuid(self.said_by),
            at: Instant::from_utc(self.said_at),
        })
    }
}

impl Marks {
    fn read(self) -> Result<(Couple<Mark>, Verdict), StoreError> {
        let mark = |bytes: Vec<u8>| Mark::try_from(bytes).ok();
        let couple = mark(self.one).zip(mark(self.other));
        let couple = couple.and_then(|(one, other)| Couple::of(one, other));
        let verdict = Verdict::parse(&self.verdict).ok();
        couple.zip(verdict).ok_or(StoreError::Inconsistent)
    }
}

/// Waits until nobody else answers in this centre, and reads every answer that holds as the rules do.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn in_turn(tx: &mut Tx) -> Result<Answers<Mark>, StoreError> {
    let centre = tx.centre().uuid();
    turn::take(tx, centre).await?;
    let rows: Vec<Marks> = on!(tx, c => sqlx::query_as(MARKS).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Marks::read).collect()
}

/// The next answers of the centre that hold, in the order of their ids.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn live(
    scope: &mut impl Scope,
    after: PairId,
    limit: i64,
) -> Result<Vec<Held>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LIVE)
        .bind(centre).bind(after.uuid()).bind(limit).fetch_all(c))?;
    rows.into_iter().map(Row::held).collect()
}

/// One answer; nothing when it was taken back.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn one(scope: &mut impl Scope, id: PairId) -> Result<Option<Held>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(ONE)
        .bind(centre).bind(id.uuid()).fetch_optional(c))?;
    row.map(Row::held).transpose()
}

/// The answer that holds of exactly these two.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn between(
    scope: &mut impl Scope,
    couple: Couple<Mark>,
) -> Result<Option<Held>, StoreError> {
    let (centre, [one, other]) = (scope.centre().uuid(), couple.both());
    let row: Option<Row> = on!(scope, c => sqlx::query_as(BETWEEN)
        .bind(centre).bind(&one[..]).bind(&other[..]).fetch_optional(c))?;
    row.map(Row::held).transpose()
}

/// The answers that join a record to others directly.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn joining(scope: &mut impl Scope, record: &LinkKey) -> Result<Vec<Held>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(JOINING)
        .bind(centre).bind(&record.bytes[..]).fetch_all(c))?;
    rows.into_iter().map(Row::held).collect()
}

/// Stores an answer.
///
/// # Errors
/// [`StoreError::Taken`] when one of the same two holds.
pub async fn say(tx: &mut Tx, new: &New) -> Result<(), StoreError> {
    let (centre, [one, other]) = (tx.centre().uuid(), new.couple.both());
    run!(
        tx,
        sqlx::query(SAY)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(&one[..])
            .bind(&other[..])
            .bind(new.version)
            .bind(new.verdict.code())
            .bind(new.sealed.as_slice())
            .bind(new.by.uuid())
            .bind(new.at.utc())
    )?;
    Ok(())
}

/// Ends the answer of these two, and gives which it was; nothing when none holds.
///
/// # Errors
/// What the engine said.
pub async fn take_back(
    tx: &mut Tx,
    couple: Couple<Mark>,
    (by, at): (UserId, Instant),
) -> Result<Option<PairId>, StoreError> {
    let (centre, [one, other]) = (tx.centre().uuid(), couple.both());
    let ended: Option<Uuid> = on!(tx, c => sqlx::query_scalar(TAKE_BACK)
        .bind(centre).bind(&one[..]).bind(&other[..]).bind(by.uuid()).bind(at.utc())
        .fetch_optional(c))?;
    Ok(ended.map(PairId::from_uuid))
}

/// How often something was said of these two, or taken back.
///
/// # Errors
/// What the engine said.
pub async fn said(scope: &mut impl Scope, couple: Couple<Mark>) -> Result<i64, StoreError> {
    let (centre, [one, other]) = (scope.centre().uuid(), couple.both());
    on!(scope, c => sqlx::query_scalar(SAID)
        .bind(centre).bind(&one[..]).bind(&other[..]).fetch_one(c))
}

/// Every answer about a record, also those that were taken back: each has a key of its own.
///
/// # Errors
/// What the engine said.
pub async fn about(scope: &mut impl Scope, record: &LinkKey) -> Result<Vec<Uuid>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(ABOUT)
        .bind(centre).bind(&record.bytes[..]).fetch_all(c))
}
