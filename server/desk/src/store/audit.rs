//! Rows of the audit trail, in chains. A row names its own centre, since one transaction of the
//! writer may hold rows of several.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Db, StoreError, Tx, on, run, statements};
use crate::audit::{Facts, Head, Named, genesis, next};

mod read;

/// The statements that read the trail.
pub use read::STATEMENTS as READING;
pub(crate) use read::{Chain, Stored, chains, head_at, rows, subjects, unknown_chains};

statements! {
    BEGIN_CHAIN = "INSERT INTO audit_chain (id, begun_at, size, head) VALUES ($1, $2, 0, $3) \
        ON CONFLICT (id) DO NOTHING";
    GROW = "UPDATE audit_chain SET size = size + $2 WHERE id = $1 RETURNING size, head";
    SET_HEAD = "UPDATE audit_chain SET head = $2 WHERE id = $1";
    INSERT = "INSERT INTO audit (chain_id, seq, centre_id, at, actor_kind, actor_id, on_behalf, \
        service_id, action, object_kind, object_key, decision, purpose, request_id, sealed, leaf, \
        head) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    NAME = "INSERT INTO audit_subject (chain_id, seq, centre_id, subject_key) \
        VALUES ($1, $2, $3, $4)";
}

/// Adds rows to a chain inside a transaction. The chain's row is taken first: on PostgreSQL other
/// writers of this chain wait from here on, so this comes last in a transaction.
///
/// # Errors
/// What the engine said.
pub(crate) async fn append(tx: &mut Tx, chain: Uuid, rows: &[Facts]) -> Result<(), StoreError> {
    let Some(first) = rows.first() else {
        return Ok(());
    };
    let (mut seq, mut head) = take(tx, chain, rows.len(), first.at).await?;
    for facts in rows {
        seq += 1;
        let leaf = facts.leaf(chain, seq);
        head = next(&head, &leaf).to_vec();
        insert(tx, chain, seq, facts, (&leaf, &head)).await?;
        for subject in &facts.subjects {
            name(tx, chain, seq, subject).await?;
        }
    }
    run!(tx, sqlx::query(SET_HEAD).bind(chain).bind(&head))?;
    Ok(())
}

/// Stores rows in a transaction of their own.
///
/// # Errors
/// What the engine said; then none is stored.
pub(crate) async fn write(db: &Db, chain: Uuid, rows: &[Facts]) -> Result<(), StoreError> {
    let mut tx = db.begin_unbound().await?;
    append(&mut tx, chain, rows).await?;
    tx.commit().await.map(drop)
}

/// Makes room at the end of a chain, beginning it when it is new: gives its size and head before.
async fn take(
    tx: &mut Tx,
    chain: Uuid,
    rows: usize,
    now: DateTime<Utc>,
) -> Result<(i64, Vec<u8>), StoreError> {
    let rows = i64::try_from(rows).map_err(|_| StoreError::Inconsistent)?;
    let mut grown = grow(tx, chain, rows).await?;
    if grown.is_none() {
        begin(tx, chain, now).await?;
        grown = grow(tx, chain, rows).await?;
    }
    let (size, head) = grown.ok_or(StoreError::Inconsistent)?;
    Ok((size - rows, head))
}

async fn begin(tx: &mut Tx, chain: Uuid, now: DateTime<Utc>) -> Result<(), StoreError> {
    let head = genesis(chain, now);
    run!(
        tx,
        sqlx::query(BEGIN_CHAIN)
            .bind(chain)
            .bind(now)
            .bind(&head[..])
    )?;
    Ok(())
}

async fn grow(tx: &mut Tx, chain: Uuid, rows: i64) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
    on!(tx, c => sqlx::query_as(GROW).bind(chain).bind(rows).fetch_optional(c))
}

async fn insert(
    tx: &mut Tx,
    chain: Uuid,
    seq: i64,
    facts: &Facts,
    (leaf, head): (&Head, &[u8]),
) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(INSERT)
            .bind(chain)
            .bind(seq)
            .bind(facts.centre)
            .bind(facts.at)
            .bind(&facts.actor_kind)
            .bind(facts.actor)
            .bind(facts.on_behalf)
            .bind(facts.service)
            .bind(&facts.action)
            .bind(&facts.object_kind)
            .bind(&facts.object_key)
            .bind(&facts.decision)
            .bind(&facts.purpose)
            .bind(facts.request)
            .bind(facts.sealed.as_deref())
            .bind(&leaf[..])
            .bind(head)
    )?;
    Ok(())
}

async fn name(tx: &mut Tx, chain: Uuid, seq: i64, subject: &Named) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(NAME)
            .bind(chain)
            .bind(seq)
            .bind(subject.centre)
            .bind(&subject.key)
    )?;
    Ok(())
}
