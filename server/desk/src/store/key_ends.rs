//! Keys that are to be destroyed, written in the transaction that removes what they seal.

use domain::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};
use crate::seal::{Cell, Compartment, CompartmentKind, Subject, SubjectKind};

statements! {
    ADD = "INSERT INTO key_end (id, centre_id, subject_kind, subject_id, compartment,
            compartment_id, only_spent, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    DUE = "SELECT id, subject_kind, subject_id, compartment, compartment_id, only_spent, due_at
        FROM key_end WHERE centre_id = $1 AND due_at <= $2 ORDER BY due_at, id LIMIT 1000";
    WAITING = "SELECT COUNT(*) FROM key_end
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5";
    REMOVE = "DELETE FROM key_end WHERE id = $1 AND centre_id = $2";
}

/// Keys that are to be destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyEnd {
    /// The row.
    pub id: Uuid,
    /// Whose keys.
    pub subject: Subject,
    /// Of which part; every part where none is named.
    pub compartment: Option<Compartment>,
    /// Whether those that something new is sealed with stay.
    pub only_spent: bool,
    /// From when on.
    pub due: Instant,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    subject_kind: String,
    subject_id: Uuid,
    compartment: String,
    compartment_id: Uuid,
    only_spent: bool,
    due_at: chrono::DateTime<chrono::Utc>,
}

/// Adds keys to those that are to be destroyed.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, end: &KeyEnd) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    let (kind, part) = end
        .compartment
        .map_or(("", [0; 16]), |part| (part.kind.code(), part.id));
    run!(
        tx,
        sqlx::query(ADD)
            .bind(end.id)
            .bind(centre)
            .bind(end.subject.kind.code())
            .bind(Uuid::from_bytes(end.subject.id))
            .bind(kind)
            .bind(Uuid::from_bytes(part))
            .bind(end.only_spent)
            .bind(end.due.utc())
    )?;
    Ok(())
}

/// The first thousand of the centre that are due.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`] for a kind that only a newer program knows.
pub async fn due(scope: &mut impl Scope, now: Instant) -> Result<Vec<KeyEnd>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> =
        on!(scope, c => sqlx::query_as(DUE).bind(centre).bind(now.utc()).fetch_all(c))?;
    let ends = rows.into_iter().map(Row::end);
    ends.collect::<Option<_>>().ok_or(StoreError::Inconsistent)
}

/// Whether keys of this cell wait to be destroyed.
///
/// # Errors
/// What the engine said.
pub async fn waits(scope: &mut impl Scope, cell: &Cell) -> Result<bool, StoreError> {
    let centre = scope.centre().uuid();
    let count: i64 = on!(scope, c => sqlx::query_scalar(WAITING)
        .bind(centre)
        .bind(cell.subject.kind.code())
        .bind(Uuid::from_bytes(cell.subject.id))
        .bind(cell.compartment.kind.code())
        .bind(Uuid::from_bytes(cell.compartment.id))
        .fetch_one(c))?;
    Ok(count > 0)
}

/// Removes a row whose keys are gone.
///
/// # Errors
/// What the engine said.
pub async fn remove(tx: &mut Tx, id: Uuid) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(REMOVE).bind(id).bind(centre))
}

impl Row {
    fn end(self) -> Option<KeyEnd> {
        let kind = SubjectKind::parse(&self.subject_kind)?;
        let compartment = match &self.compartment[..] {
            "" => None,
            code => {
                let kind = CompartmentKind::parse(code)?;
                Some(Compartment::of(kind, self.compartment_id.into_bytes()))
            }
        };
        Some(KeyEnd {
            id: self.id,
            subject: Subject::of(kind, self.subject_id.into_bytes()),
            compartment,
            only_spent: self.only_spent,
            due: Instant::from_utc(self.due_at),
        })
    }
}
