//! Visits that lose their person: which are due, who asked another colleague, and how it ended.

use chrono::{DateTime, NaiveDate, Utc};
use domain::unlinking::{Outcome, Standing};
use domain::{Day, Instant, UnlinkingId, UserId, VisitId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    DUE = "SELECT id, day, link, remark IS NOT NULL FROM visit
        WHERE centre_id = $1 AND link IS NOT NULL AND stage = 'left' AND day <= $2
        ORDER BY day, id LIMIT $3";
    UNLINK = "UPDATE visit SET link = NULL, link_ver = NULL, remark = NULL, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND link IS NOT NULL";
    ADD = "INSERT INTO unlinking (id, centre_id, until, visits, digest, asked_by, asked_at, rev)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
    END = "UPDATE unlinking SET outcome = $4, ended_by = $5, ended_at = $6, rev = rev + 1
        WHERE id = $1 AND centre_id = $2 AND rev = $3 AND outcome IS NULL";
    OPEN = "SELECT id, until, visits, digest, asked_by, asked_at, outcome, ended_at, rev FROM unlinking
        WHERE centre_id = $1 AND outcome IS NULL";
    DONE = "SELECT id, until, visits, digest, asked_by, asked_at, outcome, ended_at, rev FROM unlinking
        WHERE centre_id = $1 AND outcome = 'done' ORDER BY ended_at DESC, id LIMIT 12";
}

/// A visit that is over and names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// Which one.
    pub id: VisitId,
    /// Of which day.
    pub day: Day,
    /// The pseudonym of whose it is, and what binds it to the visit.
    pub link: Vec<u8>,
    /// Whether there is a remark, which has a key of its own.
    pub remarked: bool,
}

/// A new one.
pub struct New {
    /// Its id.
    pub id: UnlinkingId,
    /// The last day of its visits.
    pub until: Day,
    /// How many visits.
    pub visits: i64,
    /// What was looked at.
    pub digest: [u8; 16],
    /// Who asks.
    pub by: UserId,
    /// When.
    pub at: Instant,
}

/// One as it is stored.
pub struct Unlinking {
    /// Which one.
    pub id: UnlinkingId,
    /// Who asks, when, and how it ended.
    pub standing: Standing,
    /// The last day of its visits.
    pub until: Day,
    /// How many visits.
    pub visits: i64,
    /// What was looked at.
    pub digest: Vec<u8>,
    /// When it ended.
    pub ended: Option<Instant>,
    /// How often it was changed.
    pub rev: i64,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    until: NaiveDate,
    visits: i64,
    digest: Vec<u8>,
    asked_by: Uuid,
    asked_at: DateTime<Utc>,
    outcome: Option<String>,
    ended_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Visits up to a day that are over and name somebody, the oldest first; so many at most.
///
/// # Errors
/// What the engine said.
pub async fn due(
    scope: &mut impl Scope,
    until: Day,
    limit: i64,
) -> Result<Vec<Linked>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<(Uuid, NaiveDate, Vec<u8>, bool)> = on!(scope, c => sqlx::query_as(DUE)
        .bind(centre).bind(until.date()).bind(limit).fetch_all(c))?;
    let linked = |(id, day, link, remarked)| Linked {
        id: VisitId::from_uuid(id),
        day: Day::from_date(day),
        link,
        remarked,
    };
    Ok(rows.into_iter().map(linked).collect())
}

/// Takes the person from one visit; `false` when it had none.
///
/// # Errors
/// What the engine said.
pub async fn unlink(tx: &mut Tx, id: VisitId) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(tx, sqlx::query(UNLINK).bind(id.uuid()).bind(centre))?;
    Ok(changed == 1)
}

/// Adds one.
///
/// # Errors
/// [`StoreError::Taken`] while another one of the centre has not ended.
pub async fn add(tx: &mut Tx, new: &New) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(new.until.date())
            .bind(new.visits)
            .bind(&new.digest[..])
            .bind(new.by.uuid())
            .bind(new.at.utc())
    )?;
    Ok(())
}

/// Ends one; gives whether it stood as it was shown.
///
/// # Errors
/// What the engine said; the database itself refuses that one colleague asks and releases.
pub async fn end(
    tx: &mut Tx,
    (id, rev): (UnlinkingId, i64),
    (outcome, by, at): (Outcome, UserId, Instant),
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(END)
            .bind(id.uuid())
            .bind(centre)
            .bind(rev)
            .bind(outcome.code())
            .bind(by.uuid())
            .bind(at.utc())
    )?;
    Ok(changed == 1)
}

/// The one of the centre that has not ended.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn open(scope: &mut impl Scope) -> Result<Option<Unlinking>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(OPEN).bind(centre).fetch_optional(c))?;
    row.map(Row::unlinking).transpose()
}

/// The last twelve of the centre that were done, the youngest first.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn done(scope: &mut impl Scope) -> Result<Vec<Unlinking>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(DONE).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::unlinking).collect()
}

impl Row {
    fn unlinking(self) -> Result<Unlinking, StoreError> {
        let outcome = self.outcome.as_deref().map(Outcome::parse).transpose();
        Ok(Unlinking {
            id: UnlinkingId::from_uuid(self.id),
            standing: Standing {
                by: UserId::from_uuid(self.asked_by),
                at: Instant::from_utc(self.asked_at),
                outcome: outcome.map_err(|_| StoreError::Inconsistent)?,
            },
            until: Day::from_date(self.until),
            visits: self.visits,
            digest: self.digest,
            ended: self.ended_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }
}
