//! The computers of the desk that the house has enrolled.

use domain::{CentreId, Instant, UserId, WorkstationId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ENROL = "INSERT INTO workstation (id, centre_id, token_hash, name, enrolled_by, enrolled_at)
             VALUES ($1, $2, $3, $4, $5, $6)";
    BY_TOKEN = "SELECT id, centre_id, name FROM workstation WHERE token_hash = $1 AND ended_at IS NULL";
    LIVE = "SELECT id, centre_id, name FROM workstation WHERE centre_id = $1 AND ended_at IS NULL
            ORDER BY name, id";
    END = "UPDATE workstation SET ended_at = $3 WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL";
}

/// An enrolled computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workstation {
    /// Which one.
    pub id: WorkstationId,
    /// Of which centre.
    pub centre: CentreId,
    /// What the house calls it: `balie links`.
    pub name: String,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    centre_id: Uuid,
    name: String,
}

impl From<Row> for Workstation {
    fn from(row: Row) -> Self {
        Self {
            id: WorkstationId::from_uuid(row.id),
            centre: CentreId::from_uuid(row.centre_id),
            name: row.name,
        }
    }
}

/// Stores an enrolled computer under the hash of its token.
///
/// # Errors
/// What the engine said.
pub async fn enrol(
    tx: &mut Tx,
    new: &Workstation,
    token_hash: &[u8],
    by: (UserId, Instant),
) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(ENROL)
            .bind(new.id.uuid())
            .bind(new.centre.uuid())
            .bind(token_hash)
            .bind(new.name.as_str())
            .bind(by.0.uuid())
            .bind(by.1.utc())
    )?;
    Ok(())
}

/// The enrolled computer with this token, in whichever centre.
///
/// # Errors
/// What the engine said.
pub async fn by_token(
    look: &mut impl Scope,
    token_hash: &[u8],
) -> Result<Option<Workstation>, StoreError> {
    let row: Option<Row> =
        on!(look, c => sqlx::query_as(BY_TOKEN).bind(token_hash).fetch_optional(c))?;
    Ok(row.map(Workstation::from))
}

/// Every enrolled computer of the centre, by name.
///
/// # Errors
/// What the engine said.
pub async fn live(look: &mut impl Scope) -> Result<Vec<Workstation>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(LIVE).bind(centre).fetch_all(c))?;
    Ok(rows.into_iter().map(Workstation::from).collect())
}

/// Ends an enrolment; `false` when there was none.
///
/// # Errors
/// What the engine said.
pub async fn end(tx: &mut Tx, id: WorkstationId, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let ended = run!(
        tx,
        sqlx::query(END)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(ended == 1)
}
