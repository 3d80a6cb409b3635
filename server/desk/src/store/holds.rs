//! Of whom nothing is erased for now. Who she is, and the words of colleagues, are sealed before they
//! come here.

use chrono::{DateTime, NaiveDate, Utc};
use domain::hold::{Ground, Standing};
use domain::{Day, HoldId, Instant, UserId};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, on, run, statements, timed};
use crate::seal::LinkKey;

statements! {
    ADD = "INSERT INTO hold (id, centre_id, link, link_ver, who, words, ground, until, set_by, set_at, rev)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    PROLONG = "UPDATE hold SET until = $4, words = $5, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND ended_at IS NULL";
    END = "UPDATE hold SET ended_by = $4, ended_at = $5, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND ended_at IS NULL";
    ONE = "SELECT id, who, words, ground, until, set_by, set_at, ended_by, ended_at, rev
        FROM hold WHERE id = $1 AND centre_id = $2";
    LIVE = "SELECT id, who, words, ground, until, set_by, set_at, ended_by, ended_at, rev FROM hold
        WHERE centre_id = $1 AND ended_at IS NULL AND until >= $2 ORDER BY until, id LIMIT 1000";
    OF = "SELECT id, who, words, ground, until, set_by, set_at, ended_by, ended_at, rev FROM hold
        WHERE centre_id = $1 AND link = $2 AND ended_at IS NULL AND until >= $3 ORDER BY until DESC, id";
    LINKS = "SELECT link, until FROM hold WHERE centre_id = $1 AND ended_at IS NULL AND until >= $2";
    EVERY = "SELECT id, centre_id, link, link_ver, who, words, ground, until, set_by, set_at FROM hold
        WHERE ended_at IS NULL ORDER BY id";
    PUT_BACK = "INSERT INTO hold (id, centre_id, link, link_ver, who, words, ground, until, set_by, set_at, rev)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
        ON CONFLICT (id) DO UPDATE
        SET until = excluded.until, words = excluded.words, rev = hold.rev + 1
        WHERE hold.centre_id = excluded.centre_id AND hold.until < excluded.until AND hold.ended_at IS NULL";
}

/// A new one.
pub struct New {
    /// Its id.
    pub id: HoldId,
    /// The pseudonym of whom it is about.
    pub link: LinkKey,
    /// Which record that is, sealed.
    pub who: Vec<u8>,
    /// Why, in the words of whoever sets it, sealed.
    pub words: Vec<u8>,
    /// On which ground.
    pub ground: Ground,
    /// The last day on which it holds.
    pub until: Day,
    /// Who sets it.
    pub by: Uuid,
    /// When.
    pub at: Instant,
}

/// One as it is stored.
pub struct Hold {
    /// Which one.
    pub id: HoldId,
    /// What is known in the clear.
    pub standing: Standing,
    /// Which record it is about, sealed.
    pub who: Vec<u8>,
    /// Why, sealed.
    pub words: Vec<u8>,
    /// Who set it.
    pub by: UserId,
    /// When.
    pub since: Instant,
    /// Who ended it, and when.
    pub ended: Option<(UserId, Instant)>,
    /// How often it was changed.
    pub rev: i64,
}

/// One as it lies in the table, for the ledger beside the backups.
#[derive(Clone, Debug, PartialEq, Eq, FromRow, Serialize, Deserialize)]
pub struct Stored {
    /// The row, which the seals are bound to.
    pub id: Uuid,
    /// In which centre.
    pub centre_id: Uuid,
    /// The pseudonym of whom it is about.
    pub link: Vec<u8>,
    /// Its version.
    pub link_ver: i64,
    /// Which record that is, sealed.
    pub who: Vec<u8>,
    /// Why, sealed.
    pub words: Vec<u8>,
    /// On which ground.
    pub ground: String,
    /// The last day on which it holds.
    pub until: NaiveDate,
    /// Who set it.
    pub set_by: Uuid,
    /// When.
    pub set_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    who: Vec<u8>,
    words: Vec<u8>,
    ground: String,
    until: NaiveDate,
    set_by: Uuid,
    set_at: DateTime<Utc>,
    ended_by: Option<Uuid>,
    ended_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Adds one.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, new: &New) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(&new.link.bytes[..])
            .bind(new.link.version)
            .bind(&new.who[..])
            .bind(&new.words[..])
            .bind(new.ground.code())
            .bind(new.until.date())
            .bind(new.by)
            .bind(new.at.utc())
    )?;
    Ok(())
}

/// Lets one last until another day; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said.
pub async fn prolong(
    tx: &mut Tx,
    (id, rev): (HoldId, i64),
    until: Day,
    words: &[u8],
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(PROLONG)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(until.date())
            .bind(words)
    )?;
    Ok(changed == 1)
}

/// Ends one; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said.
pub async fn end(
    tx: &mut Tx,
    (id, rev): (HoldId, i64),
    (by, at): (Uuid, Instant),
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(END)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(by)
            .bind(at.utc())
    )?;
    Ok(changed == 1)
}

/// One of the centre.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn one(scope: &mut impl Scope, id: HoldId) -> Result<Option<Hold>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(ONE).bind(id.uuid()).bind(centre).fetch_optional(c))?;
    row.map(Row::hold).transpose()
}

/// Those of the centre that hold on a day, the first to end before the others; a thousand at most.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn live(scope: &mut impl Scope, today: Day) -> Result<Vec<Hold>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LIVE)
        .bind(centre).bind(today.date()).fetch_all(c))?;
    rows.into_iter().map(Row::hold).collect()
}

/// Those on one person that hold on a day, the last to end before the others.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn of(
    scope: &mut impl Scope,
    link: &LinkKey,
    today: Day,
) -> Result<Vec<Hold>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(OF)
        .bind(centre).bind(&link.bytes[..]).bind(today.date()).fetch_all(c))?;
    rows.into_iter().map(Row::hold).collect()
}

/// The pseudonyms of everybody of whom nothing is erased on a day, with the last day.
///
/// # Errors
/// What the engine said.
pub async fn links(scope: &mut impl Scope, today: Day) -> Result<Vec<(Vec<u8>, Day)>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<(Vec<u8>, NaiveDate)> = on!(scope, c => sqlx::query_as(LINKS)
        .bind(centre).bind(today.date()).fetch_all(c))?;
    let links = rows.into_iter();
    Ok(links
        .map(|(link, until)| (link, Day::from_date(until)))
        .collect())
}

/// Every one of every centre that nobody ended.
///
/// # Errors
/// What the engine said.
pub async fn every(db: &Db) -> Result<Vec<Stored>, StoreError> {
    timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(EVERY).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(EVERY).fetch_all(pool).await,
        }
    })
    .await
}

/// Sets one again as it lay in the table, or lets it last as long again; `false` when it is there and
/// lasts as long, or was ended.
///
/// # Errors
/// What the engine said.
pub async fn put_back(tx: &mut Tx, hold: &Stored) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let put = run!(
        tx,
        sqlx::query(PUT_BACK)
            .bind(hold.id)
            .bind(centre)
            .bind(hold.link.as_slice())
            .bind(hold.link_ver)
            .bind(hold.who.as_slice())
            .bind(hold.words.as_slice())
            .bind(hold.ground.as_str())
            .bind(hold.until)
            .bind(hold.set_by)
            .bind(hold.set_at)
    )?;
    Ok(put == 1)
}

impl Row {
    fn hold(self) -> Result<Hold, StoreError> {
        let ground = Ground::parse(&self.ground).map_err(|_| StoreError::Inconsistent)?;
        let ended = self.ended_by.zip(self.ended_at);
        Ok(Hold {
            id: HoldId::from_uuid(self.id),
            standing: Standing {
                ground,
                until: Day::from_date(self.until),
                ended: ended.is_some(),
            },
            who: self.who,
            words: self.words,
            by: UserId::from_uuid(self.set_by),
            since: Instant::from_utc(self.set_at),
            ended: ended.map(|(by, at)| (UserId::from_uuid(by), Instant::from_utc(at))),
            rev: self.rev,
        })
    }
}
