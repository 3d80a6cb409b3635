//! The rows by which processes follow each other. On PostgreSQL a number is given out before its
//! transaction is stored, so a lower number can appear after a higher one.

use domain::CentreId;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, on, statements, timed};
use crate::bus::{Change, Topic};

statements! {
    APPEND = "INSERT INTO change (centre_id, topic, row_id) VALUES ($1, $2, $3) RETURNING seq";
    AFTER = "SELECT seq, centre_id, topic, row_id FROM change WHERE seq > $1 ORDER BY seq LIMIT 1000";
    LAST = "SELECT COALESCE(MAX(seq), 0) FROM change";
    FORGET = "DELETE FROM change WHERE seq < $1";
}

/// The most rows that [`after`] gives at once.
pub const PAGE: usize = 1_000;

#[derive(FromRow)]
struct Told {
    seq: i64,
    centre_id: Uuid,
    topic: String,
    row_id: Uuid,
}

/// A change as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its number.
    pub seq: i64,
    /// What changed; `None` for a topic that only a newer program knows.
    pub change: Option<Change>,
}

/// Writes one change into the transaction that makes it, and gives its number.
///
/// # Errors
/// What the engine said.
pub async fn append(tx: &mut Tx, change: Change) -> Result<i64, StoreError> {
    let (centre, topic) = (tx.centre().uuid(), change.topic.code());
    on!(tx, c => sqlx::query_scalar(APPEND).bind(centre).bind(topic).bind(change.row).fetch_one(c))
}

/// The number of the newest change that is stored; zero when there is none.
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

/// The changes of every centre with a higher number, in order, at most [`PAGE`].
///
/// # Errors
/// What the engine said.
pub async fn after(db: &Db, seq: i64) -> Result<Vec<Stored>, StoreError> {
    let rows: Vec<Told> = timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(AFTER).bind(seq).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(AFTER).bind(seq).fetch_all(pool).await,
        }
    })
    .await?;
    Ok(rows.into_iter().map(Told::stored).collect())
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

impl Told {
    fn stored(self) -> Stored {
        let centre = CentreId::from_uuid(self.centre_id);
        let change = Topic::parse(&self.topic).map(|topic| Change {
            centre,
            topic,
            row: self.row_id,
        });
        Stored {
            seq: self.seq,
            change,
        }
    }
}
