//! Files of people that are read in, as they are stored.

use domain::{ImportId, Instant, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::imports::{Run, State};
use crate::store::{Scope, StoreError, on, statements};

statements! {
    STUCK = "SELECT id FROM import_run
        WHERE centre_id = $1 AND state = 'sending' AND moved_at <= $2";
    ONE = "SELECT id, by_user, state, size, position, line, written, known, bad, created_at,
            began_at, moved_at, ended_at, rev, head, plan
        FROM import_run WHERE id = $1 AND centre_id = $2";
    RUNNING = "SELECT id, by_user, state, size, position, line, written, known, bad, created_at,
            began_at, moved_at, ended_at, rev, head, plan
        FROM import_run WHERE centre_id = $1 AND state = 'running' AND source = 'sent'
        ORDER BY began_at, id LIMIT 1";
    UNFINISHED = "SELECT id, by_user, state, size, position, line, written, known, bad, created_at,
            began_at, moved_at, ended_at, rev, head, plan
        FROM import_run WHERE centre_id = $1 AND digest = $2 AND state <> 'done'
        ORDER BY created_at, id LIMIT 1";
    LIST = "SELECT id, by_user, state, size, position, line, written, known, bad, created_at,
            began_at, moved_at, ended_at, rev, head, plan
        FROM import_run WHERE centre_id = $1 AND state <> 'sending'
        ORDER BY created_at DESC, id LIMIT 50";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    by_user: Uuid,
    state: String,
    size: i64,
    position: i64,
    line: i64,
    written: i64,
    known: i64,
    bad: i64,
    created_at: chrono::DateTime<chrono::Utc>,
    began_at: Option<chrono::DateTime<chrono::Utc>>,
    moved_at: chrono::DateTime<chrono::Utc>,
    ended_at: Option<chrono::DateTime<chrono::Utc>>,
    rev: i64,
    head: Option<Vec<u8>>,
    plan: Option<Vec<u8>>,
}

impl Row {
    fn run(self) -> Result<Run, StoreError> {
        let count = |number: i64| u64::try_from(number).map_err(|_| StoreError::Inconsistent);
        Ok(Run {
            id: ImportId::from_uuid(self.id),
            by: UserId::from_uuid(self.by_user),
            state: State::parse(&self.state).ok_or(StoreError::Inconsistent)?,
            size: count(self.size)?,
            position: count(self.position)?,
            line: self.line,
            written: self.written,
            known: self.known,
            bad: self.bad,
            since: Instant::from_utc(self.created_at),
            began: self.began_at.map(Instant::from_utc),
            moved: Instant::from_utc(self.moved_at),
            ended: self.ended_at.map(Instant::from_utc),
            rev: self.rev,
            head: self.head,
            plan: self.plan,
        })
    }
}

/// The files that are coming in and did not move since.
///
/// # Errors
/// What the engine said.
pub async fn stuck(scope: &mut impl Scope, since: Instant) -> Result<Vec<ImportId>, StoreError> {
    let centre = scope.centre().uuid();
    let ids: Vec<Uuid> = on!(scope, c => sqlx::query_scalar(STUCK)
        .bind(centre).bind(since.utc()).fetch_all(c))?;
    Ok(ids.into_iter().map(ImportId::from_uuid).collect())
}

/// One file.
///
/// # Errors
/// What the engine said.
pub async fn one(scope: &mut impl Scope, id: ImportId) -> Result<Option<Run>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(ONE).bind(id.uuid()).bind(centre).fetch_optional(c))?;
    row.map(Row::run).transpose()
}

/// The file that was sent in and is being read, the oldest first.
///
/// # Errors
/// What the engine said.
pub async fn running(scope: &mut impl Scope) -> Result<Option<Run>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(RUNNING).bind(centre).fetch_optional(c))?;
    row.map(Row::run).transpose()
}

/// The file with these bytes that is not read to its end.
///
/// # Errors
/// What the engine said.
pub async fn unfinished(
    scope: &mut impl Scope,
    digest: &[u8; 32],
) -> Result<Option<Run>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(UNFINISHED)
        .bind(centre).bind(&digest[..]).fetch_optional(c))?;
    row.map(Row::run).transpose()
}

/// The files of the centre, the newest first, fifty at most.
///
/// # Errors
/// What the engine said.
pub async fn list(scope: &mut impl Scope) -> Result<Vec<Run>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(LIST).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::run).collect()
}
