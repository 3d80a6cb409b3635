//! Taking a letter in hand: one process at a time, for a while. Whatever the process then says about
//! the letter counts only while the letter is still in its hand.

use domain::mail::{Fault, LetterKind};
use domain::{Instant, LetterId};
use sqlx::FromRow;
use uuid::Uuid;

use super::fault;
use crate::store::{Scope, StoreError, Tx, on, run, statements};

statements! {
    DUE = "SELECT COUNT(*) FROM outbox WHERE centre_id = $1 AND due_at <= $2
        AND (state = 'waiting' OR (state = 'sending' AND lease_until <= $2))";
    TAKE = "UPDATE outbox SET state = 'sending', lease = $3, lease_until = $4, tries = tries + 1
        WHERE centre_id = $1 AND (state = 'waiting' OR (state = 'sending' AND lease_until <= $2))
            AND id = (SELECT o.id FROM outbox o WHERE o.centre_id = $1 AND o.due_at <= $2
                AND (o.state = 'waiting' OR (o.state = 'sending' AND o.lease_until <= $2))
                ORDER BY o.due_at, o.id LIMIT 1)
        RETURNING id, kind, cause, sealed, tries, fault, put_at, not_after";
    HELD = "SELECT COUNT(*) FROM outbox
        WHERE centre_id = $1 AND id = $2 AND lease = $3 AND state = 'sending'";
    SENT = "UPDATE outbox SET state = 'sent', sealed = NULL, fault = NULL, ended_at = $4
        WHERE centre_id = $1 AND id = $2 AND lease = $3 AND state = 'sending'";
    BACK = "UPDATE outbox SET state = 'waiting', due_at = $4, tries = $5, fault = $6, lease_until = NULL
        WHERE centre_id = $1 AND id = $2 AND lease = $3 AND state = 'sending'";
    OVER = "UPDATE outbox SET state = 'withdrawn', sealed = NULL, fault = $5, ended_at = $4
        WHERE centre_id = $1 AND id = $2 AND lease = $3 AND state = 'sending'";
    FREE = "UPDATE outbox SET lease_until = $2 WHERE centre_id = $1 AND state = 'sending'";
    GIVE_UP = "UPDATE outbox SET state = 'given_up', fault = $5, ended_at = $4
        WHERE centre_id = $1 AND id = $2 AND lease = $3 AND state = 'sending'";
}

/// A letter in the hand of a process.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Which letter.
    pub id: LetterId,
    /// Whose hand.
    pub lease: Uuid,
    /// Why it is sent.
    pub kind: LetterKind,
    /// The pseudonym of what it is about.
    pub cause: Vec<u8>,
    /// Address and text, sealed.
    pub sealed: Vec<u8>,
    /// How often it was tried, with this time.
    pub tries: i64,
    /// Why the last try failed.
    pub fault: Option<Fault>,
    /// When it was put in.
    pub put: Instant,
    /// From when on it may not be sent any more.
    pub not_after: Instant,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    cause: Vec<u8>,
    sealed: Option<Vec<u8>>,
    tries: i64,
    fault: Option<String>,
    put_at: chrono::DateTime<chrono::Utc>,
    not_after: chrono::DateTime<chrono::Utc>,
}

impl Row {
    fn taken(self, lease: Uuid) -> Result<Taken, StoreError> {
        Ok(Taken {
            id: LetterId::from_uuid(self.id),
            lease,
            kind: LetterKind::parse(&self.kind).map_err(|_| StoreError::Inconsistent)?,
            cause: self.cause,
            sealed: self.sealed.ok_or(StoreError::Inconsistent)?,
            tries: self.tries,
            fault: fault(self.fault.as_deref())?,
            put: Instant::from_utc(self.put_at),
            not_after: Instant::from_utc(self.not_after),
        })
    }
}

/// How many letters could be taken now; asked first, so that an empty outbox costs no transaction.
///
/// # Errors
/// What the engine said.
pub async fn due(scope: &mut impl Scope, now: Instant) -> Result<i64, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(DUE).bind(centre).bind(now.utc()).fetch_one(c))
}

/// Takes the letter that is due longest, until then. None when there is none, or another process
/// was quicker.
///
/// # Errors
/// What the engine said.
pub async fn take(
    tx: &mut Tx,
    lease: Uuid,
    now: Instant,
    until: Instant,
) -> Result<Option<Taken>, StoreError> {
    let centre = tx.centre().uuid();
    let row: Option<Row> = on!(tx, c => sqlx::query_as(TAKE)
        .bind(centre).bind(now.utc()).bind(lease).bind(until.utc()).fetch_optional(c))?;
    row.map(|row| row.taken(lease)).transpose()
}

/// Takes every letter out of the hand it is in: that process is gone. Gives how many.
///
/// # Errors
/// What the engine said.
pub async fn free(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(FREE).bind(centre).bind(now.utc()))
}

/// Whether the letter is still in this hand and nobody took it back.
///
/// # Errors
/// What the engine said.
pub async fn held(scope: &mut impl Scope, letter: &Taken) -> Result<bool, StoreError> {
    let centre = scope.centre().uuid();
    let held: i64 = on!(scope, c => sqlx::query_scalar(HELD)
        .bind(centre).bind(letter.id.uuid()).bind(letter.lease).fetch_one(c))?;
    Ok(held > 0)
}

/// A server has taken it: what it says is forgotten. `false` when it was not in this hand any more.
///
/// # Errors
/// What the engine said.
pub async fn sent(tx: &mut Tx, letter: &Taken, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        sqlx::query(SENT)
            .bind(centre)
            .bind(letter.id.uuid())
            .bind(letter.lease)
            .bind(now.utc())
    )?;
    Ok(moved == 1)
}

/// Puts it back until it is due again, with so many tries. `false` as for [`sent`].
///
/// # Errors
/// What the engine said.
pub async fn back(
    tx: &mut Tx,
    letter: &Taken,
    due: (Instant, i64),
    why: Fault,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        sqlx::query(BACK)
            .bind(centre)
            .bind(letter.id.uuid())
            .bind(letter.lease)
            .bind(due.0.utc())
            .bind(due.1)
            .bind(why.code())
    )?;
    Ok(moved == 1)
}

/// Binds the letter, its hand, the instant and the fault.
macro_rules! bind_end {
    ($query:expr, $centre:expr, ($letter:expr, $why:expr, $now:expr)) => {
        $query
            .bind($centre)
            .bind($letter.id.uuid())
            .bind($letter.lease)
            .bind($now.utc())
            .bind($why.code())
    };
}

/// What it was about is over. `false` as for [`sent`].
///
/// # Errors
/// What the engine said.
pub async fn over(
    tx: &mut Tx,
    letter: &Taken,
    why: Fault,
    now: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(tx, bind_end!(sqlx::query(OVER), centre, (letter, why, now)))?;
    Ok(moved == 1)
}

/// No server will take it. `false` as for [`sent`].
///
/// # Errors
/// What the engine said.
pub async fn give_up(
    tx: &mut Tx,
    letter: &Taken,
    why: Fault,
    now: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let moved = run!(
        tx,
        bind_end!(sqlx::query(GIVE_UP), centre, (letter, why, now))
    )?;
    Ok(moved == 1)
}
