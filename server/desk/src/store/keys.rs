//! The rows of the keystore, which is a database of its own on either engine: keys and their wraps.
//! What was stored about them is read in [`reading`], the root secret's own rows in [`root`].

use domain::CentreId;
use sqlx::migrate::Migrator;
use uuid::Uuid;

use super::fits::{self, Side};
use super::{Db, Scope, StoreError, Tx, run, statements};
use crate::seal::{Cell, Recipient, Subject};

pub mod reading;
pub mod root;

statements! {
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
    RENEW = "INSERT INTO kek (centre_id, recipient_kind, recipient_id, version)
        VALUES ($1, $2, $3, $4)";
    REWRAP = "UPDATE key_wrap SET kek_ver = $6, sealed = $7
        WHERE centre_id = $1 AND key_id = $2 AND recipient_kind = $3 AND recipient_id = $4
            AND grant_id = $5 AND kek_ver < $6";
    DESTROY = "DELETE FROM data_key WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3";
    DESTROY_CELL = "DELETE FROM data_key
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5";
    DESTROY_SPENT = "DELETE FROM data_key
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5 AND spent";
    UNWRAP = "DELETE FROM key_wrap WHERE centre_id = $1 AND grant_id = $2";
}

/// Every statement of the keystore by noun, for the test that prepares them on both engines.
pub const ALL_STATEMENTS: &[(&str, &[(&str, &str)])] = &[
    ("keys", STATEMENTS),
    ("keys reading", reading::STATEMENTS),
    ("keys root", root::STATEMENTS),
];

pub(super) static SQLITE: Migrator = sqlx::migrate!("../../migrations/keys_sqlite");
pub(super) static POSTGRES: Migrator = sqlx::migrate!("../../migrations/keys_postgres");

impl Db {
    /// Brings the schema of a keystore up to this program.
    ///
    /// # Errors
    /// As [`Db::migrate`].
    pub async fn migrate_keys(&self) -> Result<(), StoreError> {
        fits::bring_up(self, Side::Keys).await
    }
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

/// Begins a new version of a recipient's own key.
///
/// # Errors
/// [`StoreError::Taken`] when somebody began it meanwhile.
pub async fn renew(tx: &mut Tx, recipient: Recipient, version: i64) -> Result<(), StoreError> {
    let owner = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(RENEW)
            .bind(owner)
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
            .bind(version)
    )?;
    Ok(())
}

/// Replaces a wrap by one under a newer version of the recipient's own key.
///
/// # Errors
/// What the engine said.
pub async fn rewrap(tx: &mut Tx, wrap: &Wrap) -> Result<u64, StoreError> {
    run!(
        tx,
        sqlx::query(REWRAP)
            .bind(wrap.owner.uuid())
            .bind(wrap.key)
            .bind(wrap.recipient.kind().code())
            .bind(Uuid::from_bytes(wrap.recipient.id()))
            .bind(wrap.grant)
            .bind(wrap.version)
            .bind(&wrap.sealed[..])
    )
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

/// Deletes every key of a subject with all its wraps. Gives how many keys there were.
///
/// # Errors
/// What the engine said.
pub async fn destroy(tx: &mut Tx, subject: Subject) -> Result<u64, StoreError> {
    let owner = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(DESTROY)
            .bind(owner)
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
    )
}

/// Deletes every key of a cell with all its wraps.
///
/// # Errors
/// What the engine said.
pub async fn destroy_cell(tx: &mut Tx, cell: &Cell) -> Result<(), StoreError> {
    let owner = tx.centre();
    touch(tx, DESTROY_CELL, owner, cell).await
}

/// Deletes the keys of a cell that are spent, with all their wraps.
///
/// # Errors
/// What the engine said.
pub async fn destroy_spent(tx: &mut Tx, cell: &Cell) -> Result<(), StoreError> {
    let owner = tx.centre();
    touch(tx, DESTROY_SPENT, owner, cell).await
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
