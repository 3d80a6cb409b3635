//! The rows by which processes follow each other.

use domain::CentreId;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, run, statements, timed};
use crate::bus::{Change, Topic};

statements! {
    APPEND = "INSERT INTO change (centre_id, topic, row_id) VALUES ($1, $2, $3)";
    AFTER = "SELECT seq, centre_id, topic, row_id FROM change WHERE seq > $1 ORDER BY seq LIMIT 1000";
    LAST = "SELECT COALESCE(MAX(seq), 0) FROM change";
    FORGET = "DELETE FROM change WHERE seq < $1";
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    centre_id: Uuid,
    topic: String,
    row_id: Uuid,
}

/// Writes one change into the transaction that makes it.
///
/// # Errors
/// What the engine said.
pub async fn append(tx: &mut Tx, change: Change) -> Result<(), StoreError> {
    let (centre, topic) = (tx.centre().uuid(), change.topic.code());
    run!(
        tx,
        sqlx::query(APPEND)
            .bind(centre)
            .bind(topic)
            .bind(change.row)
    )?;
    Ok(())
}

/// The number of the newest change that is stored.
///
/// # Errors
/// What the engine said.
pub async fn last(db: &Db) -> Result<i64, StoreError> {
    timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_scalar(LAST).fetch_one(read).await,
            Db::Postgres(pool) => sqlx::query_scalar(LAST).fetch_one(pool).await,
        }
    })
    .await
}

/// The changes with a higher number, with their numbers, at most a thousand.
///
/// # Errors
/// What the engine said.
pub async fn after(db: &Db, seq: i64) -> Result<Vec<(i64, Change)>, StoreError> {
    let rows: Vec<Row> = timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(AFTER).bind(seq).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(AFTER).bind(seq).fetch_all(pool).await,
        }
    })
    .await?;
    Ok(rows.into_iter().filter_map(Row::known).collect())
}

/// Removes changes that every process has long seen.
///
/// # Errors
/// What the engine said.
pub async fn forget(db: &Db, before: i64) -> Result<(), StoreError> {
    timed(async {
        match db {
            Db::Sqlite { write, .. } => sqlx::query(FORGET)
                .bind(before)
                .execute(write)
                .await
                .map(drop),
            Db::Postgres(pool) => sqlx::query(FORGET)
                .bind(before)
                .execute(pool)
                .await
                .map(drop),
        }
    })
    .await
}

impl Row {
    fn known(self) -> Option<(i64, Change)> {
        let topic = Topic::parse(&self.topic)?;
        let centre = CentreId::from_uuid(self.centre_id);
        Some((
            self.seq,
            Change {
                centre,
                topic,
                row: self.row_id,
            },
        ))
    }
}
