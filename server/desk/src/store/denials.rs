//! Which colleague must not see which person. Both are pseudonyms here; who they are stands sealed.

use domain::{DenialId, Instant};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, on, run, statements, timed};
use crate::seal::LinkKey;

statements! {
    SET = "INSERT INTO denial (id, centre_id, barred, person, link_ver, sealed, set_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF = "SELECT person FROM denial WHERE centre_id = $1 AND barred = $2 AND ended_at IS NULL";
    ABOUT = "SELECT barred FROM denial WHERE centre_id = $1 AND person = $2 AND ended_at IS NULL";
    ALL = "SELECT id, barred, sealed, set_at FROM denial WHERE centre_id = $1 AND ended_at IS NULL
           ORDER BY set_at, id LIMIT 1000";
    EVERY = "SELECT id, centre_id, barred, person, link_ver, sealed, set_at FROM denial
             WHERE ended_at IS NULL ORDER BY id";
    PUT_BACK = "INSERT INTO denial (id, centre_id, barred, person, link_ver, sealed, set_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    LIFT = "UPDATE denial SET ended_at = $4
            WHERE centre_id = $1 AND id = $2 AND barred <> $3 AND ended_at IS NULL";
}

/// A denial to store.
pub struct NewDenial {
    /// The row, which the seal is bound to.
    pub id: DenialId,
    /// The pseudonym of the colleague.
    pub barred: LinkKey,
    /// The pseudonym of the person.
    pub person: LinkKey,
    /// Who both are, and why, sealed.
    pub sealed: Vec<u8>,
}

/// A denial as it is listed.
pub struct Denial {
    /// Which one.
    pub id: DenialId,
    /// The pseudonym of the colleague.
    pub barred: Vec<u8>,
    /// Who both are, and why, sealed.
    pub sealed: Vec<u8>,
    /// Since when.
    pub since: Instant,
}

/// A denial as it lies in the table, for the ledger beside the backups.
#[derive(Clone, Debug, PartialEq, Eq, FromRow, Serialize, Deserialize)]
pub struct Stored {
    /// The row, which the seal is bound to.
    pub id: Uuid,
    /// In which centre.
    pub centre_id: Uuid,
    /// The pseudonym of the colleague.
    pub barred: Vec<u8>,
    /// The pseudonym of the person.
    pub person: Vec<u8>,
    /// The version of both.
    pub link_ver: i64,
    /// Who both are, and why, sealed.
    pub sealed: Vec<u8>,
    /// Since when.
    pub set_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    barred: Vec<u8>,
    sealed: Vec<u8>,
    set_at: DateTime<Utc>,
}

impl From<Row> for Denial {
    fn from(row: Row) -> Self {
        Self {
            id: DenialId::from_uuid(row.id),
            barred: row.barred,
            sealed: row.sealed,
            since: Instant::from_utc(row.set_at),
        }
    }
}

/// Keeps a person from a colleague.
///
/// # Errors
/// [`StoreError::Taken`] when she is kept from that colleague already.
pub async fn set(tx: &mut Tx, new: &NewDenial, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SET)
            .bind(new.id.uuid())
            .bind(centre)
            .bind(new.barred.bytes.as_slice())
            .bind(new.person.bytes.as_slice())
            .bind(new.person.version)
            .bind(new.sealed.as_slice())
            .bind(now.utc())
    )?;
    Ok(())
}

/// The pseudonyms of everybody whom a colleague must not see. Asked on every request, remembered
/// on none.
///
/// # Errors
/// What the engine said.
pub async fn of(look: &mut impl Scope, barred: &LinkKey) -> Result<Vec<Vec<u8>>, StoreError> {
    let centre = look.centre().uuid();
    on!(look, c => sqlx::query_scalar(OF)
        .bind(centre).bind(barred.bytes.as_slice()).fetch_all(c))
}

/// The pseudonyms of everybody from whom a person is kept.
///
/// # Errors
/// What the engine said.
pub async fn about(look: &mut impl Scope, person: &LinkKey) -> Result<Vec<Vec<u8>>, StoreError> {
    let centre = look.centre().uuid();
    on!(look, c => sqlx::query_scalar(ABOUT)
        .bind(centre).bind(person.bytes.as_slice()).fetch_all(c))
}

/// Every denial of the centre that holds, the oldest first.
///
/// # Errors
/// What the engine said.
pub async fn all(look: &mut impl Scope) -> Result<Vec<Denial>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    Ok(rows.into_iter().map(Denial::from).collect())
}

/// Every denial of every centre that holds.
///
/// # Errors
/// What the engine said.
pub async fn every(db: &Db) -> Result<Vec<Stored>, StoreError> {
    timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(EVERY).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(EVERY).fetch_all(pool).await,
        }
    })
    .await
}

/// Sets a denial again as it lay in the table; `false` when it is there, or another one of the same two.
///
/// # Errors
/// What the engine said.
pub async fn put_back(tx: &mut Tx, denial: &Stored) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let put = run!(
        tx,
        sqlx::query(PUT_BACK)
            .bind(denial.id)
            .bind(centre)
            .bind(denial.barred.as_slice())
            .bind(denial.person.as_slice())
            .bind(denial.link_ver)
            .bind(denial.sealed.as_slice())
            .bind(denial.set_at)
    )?;
    Ok(put == 1)
}

/// Ends a denial; `false` when it does not hold, or is about the colleague who asks.
///
/// # Errors
/// What the engine said.
pub async fn lift(
    tx: &mut Tx,
    id: DenialId,
    asking: &LinkKey,
    now: Instant,
) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let lifted = run!(
        tx,
        sqlx::query(LIFT)
            .bind(centre)
            .bind(id.uuid())
            .bind(asking.bytes.as_slice())
            .bind(now.utc())
    )?;
    Ok(lifted == 1)
}
