//! The rows of the keystore, which is a database of its own on either engine.

use domain::CentreId;
use sqlx::FromRow;
use sqlx::migrate::Migrator;
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, on, run, statements, timed};
use crate::seal::{Cell, Recipient, Wrapped};

statements! {
    FOUND = "INSERT INTO keystore (id, check_value, link_ver, min_reader, min_writer)
        VALUES ($1, $2, 1, 1, 1)";
    FOUNDATION = "SELECT check_value, link_ver FROM keystore WHERE id = $1";
    VERSIONS = "SELECT recipient_kind, recipient_id, MAX(version) AS version FROM kek
        GROUP BY recipient_kind, recipient_id";
    MAKE = "INSERT INTO data_key (id, centre_id, subject_kind, subject_id, compartment,
            compartment_id, generation, spent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, FALSE)";
    HOLD = "UPDATE data_key SET spent = spent
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5";
    SPEND = "UPDATE data_key SET spent = TRUE
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5";
    SPEND_OF_GRANT = "UPDATE data_key SET spent = TRUE
        WHERE centre_id = $1 AND id IN (SELECT key_id FROM key_wrap WHERE grant_id = $2)";
    WRAP = "INSERT INTO key_wrap (key_id, centre_id, recipient_kind, recipient_id, grant_id, kek_ver,
            sealed)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (key_id, recipient_kind, recipient_id, grant_id) DO NOTHING";
    UNWRAP = "DELETE FROM key_wrap WHERE centre_id = $1 AND grant_id = $2";
    OF_CELL = "SELECT k.id, k.subject_kind, k.subject_id, k.compartment, k.compartment_id,
            k.generation, k.spent, w.recipient_kind, w.recipient_id, w.grant_id, w.kek_ver, w.sealed
        FROM data_key k JOIN key_wrap w ON w.key_id = k.id
        WHERE k.centre_id = $1 AND k.subject_kind = $2 AND k.subject_id = $3 AND k.compartment = $4
            AND k.compartment_id = $5
        ORDER BY k.generation";
    OF_RECIPIENT = "SELECT k.id, k.subject_kind, k.subject_id, k.compartment, k.compartment_id,
            k.generation, k.spent, w.recipient_kind, w.recipient_id, w.grant_id, w.kek_ver, w.sealed
        FROM key_wrap w JOIN data_key k ON k.id = w.key_id
        WHERE k.centre_id = $1 AND w.recipient_kind = $2 AND w.recipient_id = $3
            AND (w.key_id, w.grant_id) > ($4, $5)
        ORDER BY w.key_id, w.grant_id LIMIT 5000";
    BY_GRANT = "SELECT grant_id, COUNT(*) FROM key_wrap WHERE centre_id = $1 AND grant_id > $2
        GROUP BY grant_id ORDER BY grant_id LIMIT 5000";
    BY_CELL = "SELECT subject_kind, subject_id, compartment, compartment_id, COUNT(*) FROM data_key
        WHERE centre_id = $1
            AND (subject_kind, subject_id, compartment, compartment_id) > ($2, $3, $4, $5)
        GROUP BY subject_kind, subject_id, compartment, compartment_id
        ORDER BY subject_kind, subject_id, compartment, compartment_id LIMIT 5000";
}

static SQLITE: Migrator = sqlx::migrate!("../../migrations/keys_sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/keys_postgres");

/// Runs a statement that belongs to no centre on whichever engine it is.
macro_rules! on_keystore {
    ($db:expr, $side:ident, $pool:ident => $query:expr) => {
        timed(async {
            match $db {
                Db::Sqlite { $side: $pool, .. } => $query.await,
                Db::Postgres($pool) => $query.await,
            }
        })
        .await
    };
}

impl Db {
    /// Brings the schema of a keystore up to this program.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub async fn migrate_keys(&self) -> Result<(), StoreError> {
        self.migrate_with(&SQLITE, &POSTGRES).await
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    subject_kind: String,
    subject_id: Uuid,
    compartment: String,
    compartment_id: Uuid,
    generation: i64,
    spent: bool,
    recipient_kind: String,
    recipient_id: Uuid,
    grant_id: Uuid,
    kek_ver: i64,
    sealed: Vec<u8>,
}

impl Row {
    /// Nothing for a kind that only a newer program knows.
    fn known(self) -> Option<Wrapped> {
        let subject = (&self.subject_kind[..], self.subject_id);
        Some(Wrapped {
            key: self.id,
            cell: Cell::stored(subject, (&self.compartment, self.compartment_id))?,
            generation: self.generation,
            spent: self.spent,
            recipient: Recipient::stored(&self.recipient_kind, self.recipient_id)?,
            grant: self.grant_id,
            version: self.kek_ver,
            sealed: self.sealed,
        })
    }
}

/// What a keystore is founded on: the check value of its root secret and the version of its links.
///
/// # Errors
/// What the engine said.
pub async fn foundation(keys: &Db) -> Result<Option<(Vec<u8>, i64)>, StoreError> {
    on_keystore!(keys, read, pool =>
        sqlx::query_as(FOUNDATION).bind(Uuid::nil()).fetch_optional(pool))
}

/// Founds a keystore on a root secret.
///
/// # Errors
/// [`StoreError::Taken`] when it was founded before.
pub async fn found(keys: &Db, check_value: &[u8]) -> Result<(), StoreError> {
    on_keystore!(keys, write, pool => async {
        let query = sqlx::query(FOUND).bind(Uuid::nil()).bind(check_value);
        query.execute(pool).await.map(drop)
    })
}

/// The newest version of each recipient's own key that is not the first.
///
/// # Errors
/// What the engine said.
pub async fn versions(keys: &Db) -> Result<Vec<(Recipient, i64)>, StoreError> {
    let rows: Vec<(String, Uuid, i64)> =
        on_keystore!(keys, read, pool => sqlx::query_as(VERSIONS).fetch_all(pool))?;
    Ok(rows
        .into_iter()
        .filter_map(|(kind, id, version)| Some((Recipient::stored(&kind, id)?, version)))
        .collect())
}

/// A key that is new in the keystore.
pub struct Made {
    /// Its id.
    pub key: Uuid,
    /// Whose keystore rows it is among.
    pub owner: CentreId,
    /// What it is for.
    pub cell: Cell,
    /// Counted from 1 within the cell.
    pub generation: i64,
}

/// Writes a new key down; its wraps follow in the same transaction.
///
/// # Errors
/// [`StoreError::Taken`] when somebody made this generation meanwhile.
pub async fn make(tx: &mut Tx, made: &Made) -> Result<(), StoreError> {
    let Cell {
        subject,
        compartment,
    } = made.cell;
    run!(
        tx,
        sqlx::query(MAKE)
            .bind(made.key)
            .bind(made.owner.uuid())
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
            .bind(compartment.kind.code())
            .bind(Uuid::from_bytes(compartment.id))
            .bind(made.generation)
    )?;
    Ok(())
}

/// One wrap of a key.
pub struct Wrap {
    /// Of which key.
    pub key: Uuid,
    /// Whose keystore rows it is among.
    pub owner: CentreId,
    /// To whom.
    pub recipient: Recipient,
    /// By which grant; zero for the custody and the house.
    pub grant: Uuid,
    /// The version of the recipient's own key.
    pub version: i64,
    /// The wrapped key.
    pub sealed: Vec<u8>,
}

/// Adds a wrap, once.
///
/// # Errors
/// What the engine said.
pub async fn wrap(tx: &mut Tx, wrap: &Wrap) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(WRAP)
            .bind(wrap.key)
            .bind(wrap.owner.uuid())
            .bind(wrap.recipient.kind().code())
            .bind(Uuid::from_bytes(wrap.recipient.id()))
            .bind(wrap.grant)
            .bind(wrap.version)
            .bind(&wrap.sealed[..])
    )?;
    Ok(())
}

/// Marks the keys a grant reaches as spent, so that nothing new is sealed with them, and deletes
/// the grant's wraps. Gives how many wraps there were.
///
/// # Errors
/// What the engine said.
pub async fn unwrap(tx: &mut Tx, grant: Uuid) -> Result<u64, StoreError> {
    let owner = tx.centre().uuid();
    run!(tx, sqlx::query(SPEND_OF_GRANT).bind(owner).bind(grant))?;
    run!(tx, sqlx::query(UNWRAP).bind(owner).bind(grant))
}

/// Makes whoever else changes the keys of this cell wait until the transaction ends.
///
/// # Errors
/// What the engine said.
pub async fn hold(tx: &mut Tx, owner: CentreId, cell: &Cell) -> Result<(), StoreError> {
    touch(tx, HOLD, owner, cell).await
}

/// Marks every key of a cell as spent, so that nothing new is sealed with it.
///
/// # Errors
/// What the engine said.
pub async fn spend(tx: &mut Tx, owner: CentreId, cell: &Cell) -> Result<(), StoreError> {
    touch(tx, SPEND, owner, cell).await
}

async fn touch(
    tx: &mut Tx,
    statement: &'static str,
    owner: CentreId,
    cell: &Cell,
) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(statement)
            .bind(owner.uuid())
            .bind(cell.subject.kind.code())
            .bind(Uuid::from_bytes(cell.subject.id))
            .bind(cell.compartment.kind.code())
            .bind(Uuid::from_bytes(cell.compartment.id))
    )?;
    Ok(())
}

/// Every wrap of every key of a cell, the oldest generation first. Every key has at least the wrap
/// of the custody, so this tells the generations too.
///
/// # Errors
/// What the engine said.
pub async fn of_cell(
    scope: &mut impl Scope,
    owner: CentreId,
    cell: &Cell,
) -> Result<Vec<Wrapped>, StoreError> {
    let (subject, compartment) = (cell.subject, cell.compartment);
    let rows: Vec<Row> = on!(scope, conn =>
        sqlx::query_as(OF_CELL)
            .bind(owner.uuid())
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
            .bind(compartment.kind.code())
            .bind(Uuid::from_bytes(compartment.id))
            .fetch_all(conn))?;
    Ok(rows.into_iter().filter_map(Row::known).collect())
}

/// One page of all wraps to a recipient, after the given key and grant.
///
/// # Errors
/// What the engine said.
pub async fn of_recipient(
    scope: &mut impl Scope,
    recipient: Recipient,
    after: (Uuid, Uuid),
) -> Result<Vec<Wrapped>, StoreError> {
    let owner = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, conn =>
        sqlx::query_as(OF_RECIPIENT)
            .bind(owner)
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
            .bind(after.0)
            .bind(after.1)
            .fetch_all(conn))?;
    Ok(rows.into_iter().filter_map(Row::known).collect())
}

/// One page of how many wraps each grant has, after the given grant.
///
/// # Errors
/// What the engine said.
pub async fn wraps_by_grant(
    scope: &mut impl Scope,
    after: Uuid,
) -> Result<Vec<(Uuid, i64)>, StoreError> {
    let owner = scope.centre().uuid();
    on!(scope, conn =>
        sqlx::query_as(BY_GRANT).bind(owner).bind(after).fetch_all(conn))
}

/// One page of how many keys each cell has, after the given cell.
///
/// # Errors
/// What the engine said.
pub async fn keys_by_cell(
    scope: &mut impl Scope,
    after: Option<&Cell>,
) -> Result<Vec<(Cell, i64)>, StoreError> {
    let owner = scope.centre().uuid();
    let (kind, id, part, part_id) = after.map_or(("", [0; 16], "", [0; 16]), |cell| {
        let (subject, compartment) = (cell.subject, cell.compartment);
        (
            subject.kind.code(),
            subject.id,
            compartment.kind.code(),
            compartment.id,
        )
    });
    let rows: Vec<(String, Uuid, String, Uuid, i64)> = on!(scope, conn =>
        sqlx::query_as(BY_CELL)
            .bind(owner)
            .bind(kind)
            .bind(Uuid::from_bytes(id))
            .bind(part)
            .bind(Uuid::from_bytes(part_id))
            .fetch_all(conn))?;
    Ok(rows.into_iter().filter_map(known_count).collect())
}

fn known_count(row: (String, Uuid, String, Uuid, i64)) -> Option<(Cell, i64)> {
    let (subject, id, compartment, part, count) = row;
    let cell = Cell::stored((&subject, id), (&compartment, part))?;
    Some((cell, count))
}
