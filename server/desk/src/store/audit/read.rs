//! Reading the trail for checking it. Each row is decoded by itself: one that cannot be read is a
//! finding about that row, not an error of the whole.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use uuid::Uuid;

use crate::audit::{Facts, Named};
use crate::store::{Db, StoreError, statements, timed};

statements! {
    CHAINS = "SELECT c.id, c.begun_at, c.size, c.head, \
        (SELECT MAX(a.seq) FROM audit a WHERE a.chain_id = c.id) AS newest, \
        (SELECT MAX(s.seq) FROM audit_subject s WHERE s.chain_id = c.id) AS newest_named \
        FROM audit_chain c ORDER BY c.id";
    ROWS = "SELECT seq, centre_id, at, actor_kind, actor_id, on_behalf, service_id, action, \
        object_kind, object_key, decision, purpose, request_id, sealed, leaf, head FROM audit \
        WHERE chain_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT 500";
    SUBJECTS = "SELECT seq, centre_id, subject_key FROM audit_subject \
        WHERE chain_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq, subject_key";
    HEAD_AT = "SELECT head FROM audit WHERE chain_id = $1 AND seq = $2";
    CHAIN_OF_ROWS = "SELECT a.chain_id, (SELECT COUNT(*) FROM audit_chain c \
        WHERE c.id = a.chain_id) FROM audit a WHERE a.chain_id >= $1 ORDER BY a.chain_id LIMIT 1";
    CHAIN_OF_SUBJECTS = "SELECT s.chain_id, (SELECT COUNT(*) FROM audit_chain c \
        WHERE c.id = s.chain_id) FROM audit_subject s WHERE s.chain_id >= $1 \
        ORDER BY s.chain_id LIMIT 1";
}

/// Runs an expression on a connection that reads.
macro_rules! read {
    ($db:expr, $conn:ident => $query:expr) => {
        timed(async {
            match $db {
                Db::Sqlite { read: $conn, .. } => $query.await,
                Db::Postgres($conn) => $query.await,
            }
        })
        .await
    };
}

/// What a chain says about itself, and how far its rows go, at one moment.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Chain {
    pub id: Uuid,
    pub begun_at: DateTime<Utc>,
    pub size: i64,
    pub head: Vec<u8>,
    pub newest: Option<i64>,
    pub newest_named: Option<i64>,
}

/// A row of a chain as it is stored; who is named by it comes from [`subjects`].
pub(crate) struct Stored {
    pub seq: i64,
    pub facts: Facts,
    pub leaf: Vec<u8>,
    pub head: Vec<u8>,
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    centre_id: Uuid,
    at: DateTime<Utc>,
    actor_kind: String,
    actor_id: Uuid,
    on_behalf: Option<Uuid>,
    service_id: Option<Uuid>,
    action: String,
    object_kind: String,
    object_key: Vec<u8>,
    decision: String,
    purpose: String,
    request_id: Uuid,
    sealed: Option<Vec<u8>>,
    leaf: Vec<u8>,
    head: Vec<u8>,
}

/// Every chain; `None` for one that cannot be read.
///
/// # Errors
/// What the engine said.
pub(crate) async fn chains(db: &Db) -> Result<Vec<Option<Chain>>, StoreError> {
    read!(db, c => async {
        let rows = sqlx::query(CHAINS).fetch_all(c).await?;
        Ok(rows.iter().map(|row| Chain::from_row(row).ok()).collect())
    })
}

/// The rows after a number, up to the chain's length, at most 500; `None` for one that cannot be
/// read.
///
/// # Errors
/// What the engine said.
pub(crate) async fn rows(
    db: &Db,
    chain: &Chain,
    after: i64,
) -> Result<Vec<Option<Stored>>, StoreError> {
    read!(db, c => async {
        let query = sqlx::query(ROWS).bind(chain.id).bind(after).bind(chain.size);
        let rows = query.fetch_all(c).await?;
        Ok(rows.iter().map(|row| Row::from_row(row).ok().map(Row::stored)).collect())
    })
}

/// Who is named by the rows after one number and up to another.
///
/// # Errors
/// What the engine said.
pub(crate) async fn subjects(
    db: &Db,
    chain: &Chain,
    (after, until): (i64, i64),
) -> Result<Vec<Option<(i64, Named)>>, StoreError> {
    read!(db, c => async {
        let query = sqlx::query(SUBJECTS).bind(chain.id).bind(after).bind(until);
        let rows = query.fetch_all(c).await?;
        let decoded = rows.iter().map(|row| <(i64, Uuid, Vec<u8>)>::from_row(row).ok());
        Ok(decoded.map(|row| row.map(named)).collect())
    })
}

/// The head of a chain at one of its rows.
///
/// # Errors
/// What the engine said.
pub(crate) async fn head_at(db: &Db, chain: Uuid, seq: i64) -> Result<Option<Vec<u8>>, StoreError> {
    read!(db, c => sqlx::query_scalar(HEAD_AT).bind(chain).bind(seq).fetch_optional(c))
}

/// Chains that have rows or subjects and do not exist. It jumps from chain to chain, so it stays
/// quick however long they are.
///
/// # Errors
/// What the engine said.
pub(crate) async fn unknown_chains(db: &Db) -> Result<Vec<Uuid>, StoreError> {
    let mut unknown = unknown_in(db, CHAIN_OF_ROWS).await?;
    unknown.extend(unknown_in(db, CHAIN_OF_SUBJECTS).await?);
    unknown.sort();
    unknown.dedup();
    Ok(unknown)
}

async fn unknown_in(db: &Db, statement: &'static str) -> Result<Vec<Uuid>, StoreError> {
    let mut unknown = Vec::new();
    let mut from = Some(Uuid::nil());
    while let Some(start) = from {
        let found: Option<(Uuid, i64)> =
            read!(db, c => sqlx::query_as(statement).bind(start).fetch_optional(c))?;
        if let Some((chain, 0)) = found {
            unknown.push(chain);
        }
        from = found.and_then(|(chain, _)| chain.as_u128().checked_add(1).map(Uuid::from_u128));
    }
    Ok(unknown)
}

fn named((seq, centre, key): (i64, Uuid, Vec<u8>)) -> (i64, Named) {
    (seq, Named { centre, key })
}

impl Row {
    fn stored(self) -> Stored {
        Stored {
            seq: self.seq,
            leaf: self.leaf,
            head: self.head,
            facts: Facts {
                centre: self.centre_id,
                at: self.at,
                actor_kind: self.actor_kind,
                actor: self.actor_id,
                on_behalf: self.on_behalf,
                service: self.service_id,
                action: self.action,
                object_kind: self.object_kind,
                object_key: self.object_key,
                decision: self.decision,
                purpose: self.purpose,
                request: self.request_id,
                sealed: self.sealed,
                subjects: Vec::new(),
            },
        }
    }
}
