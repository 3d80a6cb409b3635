//! Erasures: what was asked, who asked a colleague to let it happen, and how it ended. What a person
//! leaves in the other tables is in [`person`].

use chrono::{DateTime, NaiveDate, Utc};
use domain::erasure::{Ask, Cause, Outcome, Standing};
use domain::{Day, ErasureId, Instant, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::seal::LinkKey;

pub mod person;
pub mod plan;

statements! {
    ADD = "INSERT INTO erasure (id, centre_id, cause, link, link_ver, sealed, asked_on, extended,
            noted_by, noted_at, rev)
        VALUES ($1, $2, $3, $4, $5, $6, $7, FALSE, $8, $9, 1)";
    ASK = "UPDATE erasure SET asked_by = $4, asked_at = $5, digest = $6, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND outcome IS NULL";
    EXTEND = "UPDATE erasure SET extended = TRUE, sealed = $4, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND outcome IS NULL";
    END = "UPDATE erasure SET outcome = $4, ended_by = $5, ended_at = $6, sealed = $7, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND outcome IS NULL";
    ONE = "SELECT id, cause, link, sealed, asked_on, extended, digest, asked_by, asked_at, outcome,
            ended_at, rev
        FROM erasure WHERE id = $1 AND centre_id = $2";
    LIST = "SELECT id, cause, link, sealed, asked_on, extended, digest, asked_by, asked_at, outcome,
            ended_at, rev
        FROM erasure WHERE centre_id = $1
        ORDER BY outcome IS NOT NULL, asked_on, id LIMIT 500";
    LINKS = "SELECT link FROM erasure
        WHERE centre_id = $1 AND link IS NOT NULL AND (outcome IS NULL OR noted_at > $2)";
}

/// One erasure as it is stored.
pub struct Erasure {
    /// Which one.
    pub id: ErasureId,
    /// What is known in the clear.
    pub standing: Standing,
    /// The pseudonym of whom it is about; nothing once she is erased.
    pub link: Option<Vec<u8>>,
    /// Whom it is about, who asked and why; nothing once she is erased.
    pub sealed: Option<Vec<u8>>,
    /// What was looked at when a colleague was asked.
    pub digest: Option<Vec<u8>>,
    /// When it ended.
    pub ended: Option<Instant>,
    /// How often it was changed.
    pub rev: i64,
}

/// A new one.
pub struct New {
    /// Its id.
    pub id: ErasureId,
    /// Why.
    pub cause: Cause,
    /// The pseudonym of whom it is about.
    pub link: LinkKey,
    /// Whom it is about and who asked, sealed.
    pub sealed: Vec<u8>,
    /// The day the request came in.
    pub asked_on: Day,
    /// Who wrote it down.
    pub by: Uuid,
    /// When.
    pub at: Instant,
}

/// How one ends.
pub struct Ending<'a> {
    /// How.
    pub outcome: Outcome,
    /// By whom.
    pub by: UserId,
    /// When.
    pub at: Instant,
    /// What stays sealed.
    pub sealed: Option<&'a [u8]>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    cause: String,
    link: Option<Vec<u8>>,
    sealed: Option<Vec<u8>>,
    asked_on: NaiveDate,
    extended: bool,
    digest: Option<Vec<u8>>,
    asked_by: Option<Uuid>,
    asked_at: Option<DateTime<Utc>>,
    outcome: Option<String>,
    ended_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Adds one.
///
/// # Errors
/// [`StoreError::Taken`] when one about the same person has not ended.
pub async fn add(tx: &mut Tx, new: &New) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(new.cause.code())
            .bind(&new.link.bytes[..])
            .bind(new.link.version)
            .bind(&new.sealed[..])
            .bind(new.asked_on.date())
            .bind(new.by)
            .bind(new.at.utc())
    )?;
    Ok(())
}

/// Notes who asks a colleague, and what was looked at; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said.
pub async fn ask(
    tx: &mut Tx,
    (id, rev): (ErasureId, i64),
    ask: Ask,
    digest: &[u8],
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(ASK)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(ask.by.uuid())
            .bind(ask.at.utc())
            .bind(digest)
    )?;
    Ok(changed == 1)
}

/// Extends the time for an answer; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said.
pub async fn extend(
    tx: &mut Tx,
    (id, rev): (ErasureId, i64),
    sealed: &[u8],
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(EXTEND)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(sealed)
    )?;
    Ok(changed == 1)
}

/// Ends one; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said; the database itself refuses that one colleague asks and releases.
pub async fn end(
    tx: &mut Tx,
    (id, rev): (ErasureId, i64),
    ending: &Ending<'_>,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(END)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(ending.outcome.code())
            .bind(ending.by.uuid())
            .bind(ending.at.utc())
            .bind(ending.sealed)
    )?;
    Ok(changed == 1)
}

/// One of the centre.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn one(scope: &mut impl Scope, id: ErasureId) -> Result<Option<Erasure>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(ONE).bind(id.uuid()).bind(centre).fetch_optional(c))?;
    row.map(Row::erasure).transpose()
}

/// Those of the centre, what has not ended first, the oldest request first; five hundred at most.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn list(scope: &mut impl Scope) -> Result<Vec<Erasure>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LIST).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::erasure).collect()
}

/// The pseudonyms of those about whom one has not ended, or was written down after a moment.
///
/// # Errors
/// What the engine said.
pub async fn links(scope: &mut impl Scope, since: Instant) -> Result<Vec<Vec<u8>>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(LINKS).bind(centre).bind(since.utc()).fetch_all(c))
}

impl Row {
    fn erasure(self) -> Result<Erasure, StoreError> {
        let standing = self.standing().map_err(|_| StoreError::Inconsistent)?;
        Ok(Erasure {
            id: ErasureId::from_uuid(self.id),
            standing,
            link: self.link,
            sealed: self.sealed,
            digest: self.digest,
            ended: self.ended_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }

    fn standing(&self) -> Result<Standing, domain::Unfit> {
        let ask = self.asked_by.zip(self.asked_at).map(|(by, at)| Ask {
            by: UserId::from_uuid(by),
            at: Instant::from_utc(at),
        });
        Ok(Standing {
            cause: Cause::parse(&self.cause)?,
            asked_on: Day::from_date(self.asked_on),
            extended: self.extended,
            ask,
            outcome: self.outcome.as_deref().map(Outcome::parse).transpose()?,
        })
    }
}
