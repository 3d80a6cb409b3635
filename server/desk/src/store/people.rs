//! Records of people. What they hold is sealed before it comes here.

use domain::{Instant, RecordId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    INSERT = "INSERT INTO record (id, centre_id, identity, contact, created_at, rev)
              VALUES ($1, $2, $3, $4, $5, 1)";
    ONE = "SELECT id, identity, contact, created_at, rev FROM record WHERE id = $1 AND centre_id = $2";
    CORRECT = "UPDATE record SET identity = $3, contact = $4, rev = rev + 1
               WHERE id = $1 AND centre_id = $2 AND rev = $5";
    KEEP_STILL = "UPDATE record SET rev = rev WHERE id = $1 AND centre_id = $2";
    COUNT = "SELECT COUNT(*) FROM record WHERE centre_id = $1";
    BETWEEN = "SELECT id, identity, contact FROM record
               WHERE CASE WHEN centre_id = $1 THEN TRUE ELSE FALSE END AND id > $2 AND id <= $3
               ORDER BY id";
}

/// A record as it is stored: sealed.
pub struct Record {
    /// Which record.
    pub id: RecordId,
    /// Who it is, sealed.
    pub identity: Vec<u8>,
    /// How she can be reached, sealed.
    pub contact: Vec<u8>,
    /// Since when the house knows her.
    pub since: Instant,
    /// How often it was changed.
    pub rev: i64,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    identity: Vec<u8>,
    contact: Vec<u8>,
    created_at: chrono::DateTime<chrono::Utc>,
    rev: i64,
}

/// Writes a new record.
///
/// # Errors
/// What the engine said.
pub async fn insert(tx: &mut Tx, record: &Record) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(INSERT)
            .bind(record.id.uuid())
            .bind(centre)
            .bind(&record.identity)
            .bind(&record.contact)
            .bind(record.since.utc())
    )?;
    Ok(())
}

/// Writes something else in a record, if nobody changed it since it was read. `false` when somebody
/// did.
///
/// # Errors
/// What the engine said.
pub async fn correct(tx: &mut Tx, record: &Record) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let corrected = run!(
        tx,
        sqlx::query(CORRECT)
            .bind(record.id.uuid())
            .bind(centre)
            .bind(&record.identity)
            .bind(&record.contact)
            .bind(record.rev)
    )?;
    Ok(corrected == 1)
}

/// Keeps a record as it is until the transaction ends: whoever else writes it waits. `false` when there
/// is none.
///
/// # Errors
/// What the engine said.
pub async fn keep_still(tx: &mut Tx, id: RecordId) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let kept = run!(tx, sqlx::query(KEEP_STILL).bind(id.uuid()).bind(centre))?;
    Ok(kept == 1)
}

/// One record of the centre.
///
/// # Errors
/// What the engine said.
pub async fn one(scope: &mut impl Scope, id: RecordId) -> Result<Option<Record>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> =
        on!(scope, c => sqlx::query_as(ONE).bind(id.uuid()).bind(centre).fetch_optional(c))?;
    Ok(row.map(Row::record))
}

/// How many records the centre has.
///
/// # Errors
/// What the engine said.
pub async fn count(scope: &mut impl Scope) -> Result<i64, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(COUNT).bind(centre).fetch_one(c))
}

/// What a record holds, sealed.
pub struct Sealed {
    /// Which record.
    pub id: RecordId,
    /// Who it is.
    pub identity: Vec<u8>,
    /// How she can be reached.
    pub contact: Vec<u8>,
}

/// The records of the centre behind one id, up to another, in the order of their ids. The case around
/// the centre keeps both engines from walking every record of the centre for each part of it.
///
/// # Errors
/// What the engine said.
pub async fn between(
    scope: &mut impl Scope,
    (behind, last): (Uuid, Uuid),
) -> Result<Vec<Sealed>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<(Uuid, Vec<u8>, Vec<u8>)> = on!(scope, c =>
        sqlx::query_as(BETWEEN).bind(centre).bind(behind).bind(last).fetch_all(c))?;
    let sealed = |(id, identity, contact)| Sealed {
        id: RecordId::from_uuid(id),
        identity,
        contact,
    };
    Ok(rows.into_iter().map(sealed).collect())
}

impl Row {
    fn record(self) -> Record {
        Record {
            id: RecordId::from_uuid(self.id),
            identity: self.identity,
            contact: self.contact,
            since: Instant::from_utc(self.created_at),
            rev: self.rev,
        }
    }
}
