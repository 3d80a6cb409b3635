//! Hours in which a colleague looked many people up, and the searches of an hour as the trail has them.

use chrono::{DateTime, Utc};
use domain::searching::Why;
use domain::{Instant, SearchesId, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ASKED = "SELECT at FROM audit WHERE centre_id = $1 AND at >= $2 AND actor_id = $3
             AND object_kind = 'search' ORDER BY at";
    NOTE = "INSERT INTO searches (id, centre_id, user_id, hour, count, rev)
            VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (centre_id, user_id, hour) DO NOTHING";
    OF_HOUR = "SELECT id, user_id, hour, count, why, remark, said_at, seen_by, seen_at, rev FROM searches
               WHERE centre_id = $1 AND user_id = $2 AND hour = $3";
    ONE = "SELECT id, user_id, hour, count, why, remark, said_at, seen_by, seen_at, rev FROM searches
           WHERE centre_id = $1 AND id = $2";
    EXPLAIN = "UPDATE searches SET count = $4, why = $5, remark = $6, said_at = $7, rev = rev + 1
               WHERE centre_id = $1 AND id = $2 AND user_id = $3 AND why IS NULL";
    SEE = "UPDATE searches SET seen_by = $4, seen_at = $5, rev = rev + 1
           WHERE centre_id = $1 AND id = $2 AND rev = $3 AND user_id <> $4 AND seen_at IS NULL";
    LIST = "SELECT id, user_id, hour, count, why, remark, said_at, seen_by, seen_at, rev FROM searches
            WHERE centre_id = $1 AND (seen_at IS NULL OR seen_at >= $2)
            ORDER BY seen_at IS NOT NULL, hour DESC, id LIMIT 200";
    UNSEEN = "SELECT COUNT(*) FROM searches WHERE centre_id = $1 AND user_id <> $2 AND seen_at IS NULL";
    FORGET = "DELETE FROM searches WHERE centre_id = $1 AND hour < $2";
}

/// An hour in which somebody looked many people up, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searches {
    /// Which one.
    pub id: SearchesId,
    /// Who looked.
    pub user: UserId,
    /// When the hour began.
    pub hour: Instant,
    /// How many searches there were when it was listed, or when it was explained.
    pub count: i64,
    /// Why, when that was said.
    pub why: Option<Why>,
    /// In own words, sealed.
    pub remark: Option<Vec<u8>>,
    /// When that was said.
    pub said: Option<Instant>,
    /// Who looked into it, and when.
    pub seen: Option<(UserId, Instant)>,
    /// Its version.
    pub rev: i64,
}

/// What a colleague says about it.
pub struct Explained {
    /// How many searches there are by now.
    pub count: i64,
    /// Why.
    pub why: Why,
    /// In own words, sealed.
    pub remark: Option<Vec<u8>>,
    /// When.
    pub at: Instant,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    user_id: Uuid,
    hour: DateTime<Utc>,
    count: i64,
    why: Option<String>,
    remark: Option<Vec<u8>>,
    said_at: Option<DateTime<Utc>>,
    seen_by: Option<Uuid>,
    seen_at: Option<DateTime<Utc>>,
    rev: i64,
}

impl Row {
    fn searches(self) -> Result<Searches, StoreError> {
        let why = self.why.map(|why| Why::parse(&why)).transpose();
        let seen = self.seen_by.zip(self.seen_at);
        Ok(Searches {
            id: SearchesId::from_uuid(self.id),
            user: UserId::from_uuid(self.user_id),
            hour: Instant::from_utc(self.hour),
            count: self.count,
            why: why.map_err(|_| StoreError::Inconsistent)?,
            remark: self.remark,
            said: self.said_at.map(Instant::from_utc),
            seen: seen.map(|(by, at)| (UserId::from_uuid(by), Instant::from_utc(at))),
            rev: self.rev,
        })
    }
}

/// When a colleague searched since a moment, the earliest first.
///
/// # Errors
/// What the engine said.
pub async fn asked(
    scope: &mut impl Scope,
    user: UserId,
    since: Instant,
) -> Result<Vec<Instant>, StoreError> {
    let centre = scope.centre().uuid();
    let asked: Vec<DateTime<Utc>> = on!(scope, c => sqlx::query_scalar(ASKED)
        .bind(centre).bind(since.utc()).bind(user.uuid()).fetch_all(c))?;
    Ok(asked.into_iter().map(Instant::from_utc).collect())
}

/// Lists an hour; `false` when it is listed already.
///
/// # Errors
/// What the engine said.
pub async fn note(
    tx: &mut Tx,
    id: SearchesId,
    (user, hour): (UserId, Instant),
    count: i64,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let noted = run!(
        tx,
        sqlx::query(NOTE)
            .bind(id.uuid())
            .bind(centre)
            .bind(user.uuid())
            .bind(hour.utc())
            .bind(count)
    )?;
    Ok(noted == 1)
}

/// The hour of a colleague, when it is listed.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn of_hour(
    scope: &mut impl Scope,
    user: UserId,
    hour: Instant,
) -> Result<Option<Searches>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(OF_HOUR)
        .bind(centre).bind(user.uuid()).bind(hour.utc()).fetch_optional(c))?;
    row.map(Row::searches).transpose()
}

/// One hour.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn one(scope: &mut impl Scope, id: SearchesId) -> Result<Option<Searches>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(ONE)
        .bind(centre).bind(id.uuid()).fetch_optional(c))?;
    row.map(Row::searches).transpose()
}

/// Writes why a colleague searched, once; `false` for the hour of somebody else, or one that was
/// explained.
///
/// # Errors
/// What the engine said.
pub async fn explain(
    tx: &mut Tx,
    (id, user): (SearchesId, UserId),
    said: &Explained,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let explained = run!(
        tx,
        sqlx::query(EXPLAIN)
            .bind(centre)
            .bind(id.uuid())
            .bind(user.uuid())
            .bind(said.count)
            .bind(said.why.code())
            .bind(said.remark.as_deref())
            .bind(said.at.utc())
    )?;
    Ok(explained == 1)
}

/// Writes that somebody else looked into it as it was shown; `false` otherwise.
///
/// # Errors
/// What the engine said.
pub async fn see(
    tx: &mut Tx,
    (id, rev): (SearchesId, i64),
    (by, at): (UserId, Instant),
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let seen = run!(
        tx,
        sqlx::query(SEE)
            .bind(centre)
            .bind(id.uuid())
            .bind(rev)
            .bind(by.uuid())
            .bind(at.utc())
    )?;
    Ok(seen == 1)
}

/// The hours nobody looked into yet, and those that were looked into since a moment; the newest first.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn list(scope: &mut impl Scope, since: Instant) -> Result<Vec<Searches>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LIST)
        .bind(centre).bind(since.utc()).fetch_all(c))?;
    rows.into_iter().map(Row::searches).collect()
}

/// How many hours of others nobody looked into yet.
///
/// # Errors
/// What the engine said.
pub async fn unseen(scope: &mut impl Scope, user: UserId) -> Result<i64, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(UNSEEN).bind(centre).bind(user.uuid()).fetch_one(c))
}

/// Removes the hours that began before a moment; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(FORGET).bind(centre).bind(before.utc()))
}
