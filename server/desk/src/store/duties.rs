//! The duty roster, by account.

use chrono::{DateTime, Utc};
use domain::duty::Duty;
use domain::{CentreId, Instant, Language, Span, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::staff::Account;
use super::{Scope, StoreError, Tx, on, run, statements};
use crate::setup::Line;

statements! {
    ALL = "SELECT id, user_id, starts_at, ends_at, closed_at, rev FROM duty WHERE centre_id = $1
           ORDER BY closed_at IS NOT NULL, starts_at, id";
    ADD = "INSERT INTO duty (id, centre_id, user_id, starts_at, ends_at, rev)
           VALUES ($1, $2, $3, $4, $5, 1)";
    CHANGE = "UPDATE duty SET user_id = $4, starts_at = $5, ends_at = $6, rev = rev + 1
              WHERE centre_id = $1 AND id = $2 AND rev = $3";
    CLOSE = "UPDATE duty SET closed_at = $4, rev = rev + 1
             WHERE centre_id = $1 AND id = $2 AND rev = $3";
    ON_NOW = "SELECT COUNT(*) FROM duty WHERE centre_id = $1 AND closed_at IS NULL
              AND starts_at <= $2 AND ends_at > $2";
    WHO_NOW = "SELECT user_id FROM duty WHERE centre_id = $1 AND closed_at IS NULL
               AND starts_at <= $2 AND ends_at > $2 ORDER BY starts_at, id";
    COLLEAGUES = "SELECT id, identity, language FROM staff
                  WHERE centre_id = $1 AND closed_at IS NULL ORDER BY created_at, id";
    HERE = "SELECT COUNT(*) FROM staff WHERE centre_id = $1 AND id = $2";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    user_id: Uuid,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    rev: i64,
}

/// Every one of the centre in the order of its list, those that are closed last.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn all(scope: &mut impl Scope) -> Result<Vec<Line<Duty>>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::line).collect()
}

/// Writes a new one.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, id: Uuid, item: &Duty) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id)
            .bind(centre)
            .bind(item.user.uuid())
            .bind(item.span.start.utc())
            .bind(item.span.end.utc())
    )?;
    Ok(())
}

/// Writes one anew; `false` when it has another revision by now.
///
/// # Errors
/// What the engine said.
pub async fn change(tx: &mut Tx, (id, rev): (Uuid, i64), item: &Duty) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(centre)
            .bind(id)
            .bind(rev)
            .bind(item.user.uuid())
            .bind(item.span.start.utc())
            .bind(item.span.end.utc())
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

/// How many are on duty at a moment.
///
/// # Errors
/// What the engine said.
pub async fn on_at(scope: &mut impl Scope, at: Instant) -> Result<i64, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(ON_NOW).bind(centre).bind(at.utc()).fetch_one(c))
}

/// Who is on duty at a moment, the one who began first first; somebody with two duties twice.
///
/// # Errors
/// What the engine said.
pub async fn who_at(scope: &mut impl Scope, at: Instant) -> Result<Vec<UserId>, StoreError> {
    let centre = scope.centre().uuid();
    let users: Vec<Uuid> =
        on!(scope, c => sqlx::query_scalar(WHO_NOW).bind(centre).bind(at.utc()).fetch_all(c))?;
    Ok(users.into_iter().map(UserId::from_uuid).collect())
}

/// The open accounts of the centre, in the order they were made.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn colleagues(scope: &mut impl Scope) -> Result<Vec<Account>, StoreError> {
    let centre = scope.centre();
    let rows: Vec<Colleague> =
        on!(scope, c => sqlx::query_as(COLLEAGUES).bind(centre.uuid()).fetch_all(c))?;
    rows.into_iter().map(|row| row.account(centre)).collect()
}

/// Whether an account is of the centre.
///
/// # Errors
/// What the engine said.
pub async fn is_here(scope: &mut impl Scope, user: UserId) -> Result<bool, StoreError> {
    let centre = scope.centre().uuid();
    let found: i64 =
        on!(scope, c => sqlx::query_scalar(HERE).bind(centre).bind(user.uuid()).fetch_one(c))?;
    Ok(found > 0)
}

#[derive(FromRow)]
struct Colleague {
    id: Uuid,
    identity: Vec<u8>,
    language: String,
}

impl Colleague {
    fn account(self, centre: CentreId) -> Result<Account, StoreError> {
        Ok(Account {
            user: UserId::from_uuid(self.id),
            centre,
            identity: self.identity,
            language: Language::parse(&self.language).map_err(|_| StoreError::Inconsistent)?,
        })
    }
}

impl Row {
    fn line(self) -> Result<Line<Duty>, StoreError> {
        let (start, end) = (
            Instant::from_utc(self.starts_at),
            Instant::from_utc(self.ends_at),
        );
        let item = Duty {
            user: UserId::from_uuid(self.user_id),
            span: Span::new(start, end).map_err(|_| StoreError::Inconsistent)?,
        };
        Ok(Line {
            id: self.id,
            item,
            closed: self.closed_at.map(Instant::from_utc),
            rev: self.rev,
        })
    }
}
