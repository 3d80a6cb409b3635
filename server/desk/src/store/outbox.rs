//! Letters that wait, are being sent, or are over. What they say is sealed before it comes here.

use domain::mail::{Fault, LetterKind, LetterState};
use domain::{Instant, LetterId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

pub mod lease;

statements! {
    PUT = "INSERT INTO outbox (id, centre_id, kind, cause, occasion, sealed, state, put_at, due_at,
            not_after, tries)
        VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9, 0)
        ON CONFLICT (centre_id, occasion) DO NOTHING";
    OF_OCCASION = "SELECT id FROM outbox WHERE centre_id = $1 AND occasion = $2";
    WITHDRAW = "UPDATE outbox SET state = 'withdrawn', fault = 'over', sealed = NULL, ended_at = $3
        WHERE centre_id = $1 AND cause = $2 AND state IN ('waiting', 'sending', 'given_up')";
    EXPIRE = "UPDATE outbox SET state = 'withdrawn', fault = 'late', sealed = NULL, ended_at = $2
        WHERE centre_id = $1 AND state = 'waiting' AND not_after <= $2";
    DOUBT = "UPDATE outbox SET state = 'given_up', fault = 'unanswered', ended_at = $2
        WHERE centre_id = $1 AND state IN ('waiting', 'sending') AND due_at <= $2";
    AGAIN = "UPDATE outbox SET state = 'waiting', due_at = $3, tries = 0, fault = NULL, ended_at = NULL
        WHERE centre_id = $1 AND id = $2 AND state = 'given_up' AND not_after > $3";
    DISMISS = "UPDATE outbox SET state = 'withdrawn', sealed = NULL, ended_at = $3
        WHERE centre_id = $1 AND id = $2 AND state = 'given_up'";
    ONE = "SELECT id, kind, state, put_at, due_at, tries, fault, ended_at FROM outbox
        WHERE centre_id = $1 AND id = $2";
    LATEST = "SELECT id, kind, state, put_at, due_at, tries, fault, ended_at FROM outbox
        WHERE centre_id = $1 AND state <> 'given_up' ORDER BY put_at DESC, id LIMIT 20";
    GIVEN_UP = "SELECT id, kind, state, put_at, due_at, tries, fault, ended_at FROM outbox
        WHERE centre_id = $1 AND state = 'given_up' ORDER BY put_at, id LIMIT 200";
    QUEUE = "SELECT COUNT(*) FROM outbox WHERE centre_id = $1 AND state IN ('waiting', 'sending')";
    OLDEST = "SELECT put_at FROM outbox WHERE centre_id = $1 AND state IN ('waiting', 'sending')
        ORDER BY put_at LIMIT 1";
    SWEEP = "DELETE FROM outbox WHERE centre_id = $1 AND ended_at < $2";
}

/// A letter to be stored.
#[derive(Clone)]
pub struct New {
    /// Which letter.
    pub id: LetterId,
    /// Why it is sent.
    pub kind: LetterKind,
    /// The pseudonym of what it is about.
    pub cause: [u8; 16],
    /// The pseudonym of the one time it is sent for.
    pub occasion: [u8; 16],
    /// Address and text, sealed.
    pub sealed: Vec<u8>,
    /// From when on it may be sent.
    pub not_before: Instant,
    /// From when on it may not be sent any more.
    pub not_after: Instant,
    /// When it is put in.
    pub now: Instant,
}

/// What a colleague sees of a letter: never to whom or what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which letter.
    pub id: LetterId,
    /// Why it is sent.
    pub kind: LetterKind,
    /// Where it is.
    pub state: LetterState,
    /// When it was put in.
    pub put: Instant,
    /// When it is tried next.
    pub due: Instant,
    /// How often it was tried.
    pub tries: i64,
    /// Why the last try failed.
    pub fault: Option<Fault>,
    /// When it was over.
    pub ended: Option<Instant>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    state: String,
    put_at: chrono::DateTime<chrono::Utc>,
    due_at: chrono::DateTime<chrono::Utc>,
    tries: i64,
    fault: Option<String>,
    ended_at: Option<chrono::DateTime<chrono::Utc>>,
}

impl Row {
    fn shown(self) -> Result<Shown, StoreError> {
        Ok(Shown {
            id: LetterId::from_uuid(self.id),
            kind: LetterKind::parse(&self.kind).map_err(|_| StoreError::Inconsistent)?,
            state: LetterState::parse(&self.state).map_err(|_| StoreError::Inconsistent)?,
            put: Instant::from_utc(self.put_at),
            due: Instant::from_utc(self.due_at),
            tries: self.tries,
            fault: fault(self.fault.as_deref())?,
            ended: self.ended_at.map(Instant::from_utc),
        })
    }
}

/// Reads a stored fault.
pub(super) fn fault(code: Option<&str>) -> Result<Option<Fault>, StoreError> {
    let read = code.map(Fault::parse).transpose();
    read.map_err(|_| StoreError::Inconsistent)
}

/// Stores a letter; `false` when there is one for this occasion.
///
/// # Errors
/// What the engine said.
pub async fn put(tx: &mut Tx, new: &New) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let stored = run!(
        tx,
        sqlx::query(PUT)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(new.kind.code())
            .bind(&new.cause[..])
            .bind(&new.occasion[..])
            .bind(&new.sealed)
            .bind(new.now.utc())
            .bind(new.not_before.utc())
            .bind(new.not_after.utc())
    )?;
    Ok(stored == 1)
}

/// The letter for an occasion.
///
/// # Errors
/// What the engine said.
pub async fn of_occasion(
    scope: &mut impl Scope,
    occasion: [u8; 16],
) -> Result<Option<LetterId>, StoreError> {
    let centre = scope.centre().uuid();
    let id: Option<Uuid> = on!(scope, c => sqlx::query_scalar(OF_OCCASION)
        .bind(centre).bind(&occasion[..]).fetch_optional(c))?;
    Ok(id.map(LetterId::from_uuid))
}

/// Takes back every letter about something, also one that a process has in hand; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn withdraw(tx: &mut Tx, cause: [u8; 16], now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(WITHDRAW)
            .bind(centre)
            .bind(&cause[..])
            .bind(now.utc())
    )
}

/// Takes back every letter whose time is over; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn expire(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(EXPIRE).bind(centre).bind(now.utc()))
}

/// Gives every letter up that is due: in a house that was put back it may have gone already, and only
/// somebody who asks can know. Gives how many.
///
/// # Errors
/// What the engine said.
pub async fn doubt(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(DOUBT).bind(centre).bind(now.utc()))
}

/// Lets a letter that was given up wait anew; `false` when there is none, or its time is over.
///
/// # Errors
/// What the engine said.
pub async fn again(tx: &mut Tx, id: LetterId, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        sqlx::query(AGAIN)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(moved == 1)
}

/// Puts a letter that was given up aside; `false` when there is none.
///
/// # Errors
/// What the engine said.
pub async fn dismiss(tx: &mut Tx, id: LetterId, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        sqlx::query(DISMISS)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(moved == 1)
}

/// One letter of the centre.
///
/// # Errors
/// What the engine said.
pub async fn one(scope: &mut impl Scope, id: LetterId) -> Result<Option<Shown>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(ONE)
        .bind(centre).bind(id.uuid()).fetch_optional(c))?;
    row.map(Row::shown).transpose()
}

/// The latest letters that were not given up, the newest first.
///
/// # Errors
/// What the engine said.
pub async fn latest(scope: &mut impl Scope) -> Result<Vec<Shown>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LATEST).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::shown).collect()
}

/// The letters that were given up, the oldest first.
///
/// # Errors
/// What the engine said.
pub async fn given_up(scope: &mut impl Scope) -> Result<Vec<Shown>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(GIVEN_UP).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::shown).collect()
}

/// How many letters wait or are being sent.
///
/// # Errors
/// What the engine said.
pub async fn queue(scope: &mut impl Scope) -> Result<i64, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(QUEUE).bind(centre).fetch_one(c))
}

/// Since when the oldest letter waits; nothing while none does.
///
/// # Errors
/// What the engine said.
pub async fn oldest(scope: &mut impl Scope) -> Result<Option<Instant>, StoreError> {
    let centre = scope.centre().uuid();
    let at = on!(scope, c => sqlx::query_scalar(OLDEST).bind(centre).fetch_optional(c))?;
    Ok(at.map(Instant::from_utc))
}

/// Forgets letters that were over before this; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(SWEEP).bind(centre).bind(before.utc()))
}
