//! Who may open which compartment of whom, until when. Whether a grant lives is asked on every
//! request and remembered on none.

use domain::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, each, on, run, statements};
use crate::seal::{Cell, Grant, Granted, Recipient, Span, Subject};

statements! {
    ADD = "INSERT INTO key_grant (id, centre_id, subject_kind, subject_id, compartment,
            compartment_id, recipient_kind, recipient_id, since, until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    PROLONG = "UPDATE key_grant SET until = $3 WHERE centre_id = $1 AND id = $2";
    LAPSE = "UPDATE key_grant SET ended_at = until
        WHERE centre_id = $1 AND ended_at IS NULL AND until <= $2";
    LAPSE_ONE = "UPDATE key_grant SET ended_at = until
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5 AND ended_at IS NULL AND until <= $6";
    END = "UPDATE key_grant SET ended_at = $8
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5 AND recipient_kind = $6 AND recipient_id = $7
            AND ended_at IS NULL
        RETURNING id";
    END_ONE = "UPDATE key_grant SET ended_at = $3
        WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL";
    END_OF_SUBJECT = "UPDATE key_grant SET ended_at = $4
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND ended_at IS NULL";
    OF_CELL = "SELECT id, subject_kind, subject_id, compartment, compartment_id, recipient_kind,
            recipient_id, until
        FROM key_grant
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND compartment = $4
            AND compartment_id = $5 AND ended_at IS NULL AND (until IS NULL OR until > $6)";
    OF_SUBJECT = "SELECT id, subject_kind, subject_id, compartment, compartment_id, recipient_kind,
            recipient_id, until
        FROM key_grant
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3 AND ended_at IS NULL
            AND (until IS NULL OR until > $4)";
    OF_SPAN = "SELECT id FROM key_grant
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id >= $3 AND subject_id <= $4
            AND recipient_kind = $5 AND recipient_id = $6
            AND ended_at IS NULL AND (until IS NULL OR until > $7)";
    ONE = "SELECT id, subject_kind, subject_id, compartment, compartment_id, recipient_kind,
            recipient_id, until
        FROM key_grant WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL";
    LIVE = "SELECT id FROM key_grant
        WHERE centre_id = $1 AND ended_at IS NULL AND (until IS NULL OR until > $2)";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    subject_kind: String,
    subject_id: Uuid,
    compartment: String,
    compartment_id: Uuid,
    recipient_kind: String,
    recipient_id: Uuid,
    until: Option<chrono::DateTime<chrono::Utc>>,
}

impl Row {
    /// Nothing for a kind that only a newer program knows.
    fn known(self) -> Option<Granted> {
        let subject = (&self.subject_kind[..], self.subject_id);
        Some(Granted {
            id: self.id,
            grant: Grant {
                cell: Cell::stored(subject, (&self.compartment, self.compartment_id))?,
                recipient: Recipient::stored(&self.recipient_kind, self.recipient_id)?,
                until: self.until.map(Instant::from_utc),
            },
        })
    }
}

/// Binds a cell's four columns to a query.
macro_rules! bind_cell {
    ($query:expr, $cell:expr) => {
        $query
            .bind($cell.subject.kind.code())
            .bind(Uuid::from_bytes($cell.subject.id))
            .bind($cell.compartment.kind.code())
            .bind(Uuid::from_bytes($cell.compartment.id))
    };
}

/// Adds a grant.
///
/// # Errors
/// [`StoreError::Taken`] when one that has not ended is there.
pub async fn add(tx: &mut Tx, id: Uuid, grant: &Grant, since: Instant) -> Result<(), StoreError> {
    let (centre, recipient) = (tx.centre().uuid(), grant.recipient);
    run!(
        tx,
        bind_cell!(sqlx::query(ADD).bind(id).bind(centre), grant.cell)
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
            .bind(since.utc())
            .bind(grant.until.map(Instant::utc))
    )?;
    Ok(())
}

/// Moves the end of a grant.
///
/// # Errors
/// What the engine said.
pub async fn prolong(tx: &mut Tx, id: Uuid, until: Option<Instant>) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(PROLONG)
            .bind(centre)
            .bind(id)
            .bind(until.map(Instant::utc))
    )?;
    Ok(())
}

/// Ends every grant of the centre whose time is over. Gives how many.
///
/// # Errors
/// What the engine said.
pub async fn lapse(tx: &mut Tx, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(LAPSE).bind(centre).bind(now.utc()))
}

/// Ends the grants of one cell whose time is over, so that it can be granted anew.
///
/// # Errors
/// What the engine said.
pub async fn lapse_of_cell(tx: &mut Tx, cell: &Cell, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        bind_cell!(sqlx::query(LAPSE_ONE).bind(centre), cell).bind(now.utc())
    )
}

/// Ends the grant of one cell to one recipient. Gives its id, if there was one.
///
/// # Errors
/// What the engine said.
pub async fn end(
    tx: &mut Tx,
    cell: &Cell,
    recipient: Recipient,
    now: Instant,
) -> Result<Option<Uuid>, StoreError> {
    let centre = tx.centre().uuid();
    on!(tx, conn => bind_cell!(sqlx::query_scalar(END).bind(centre), cell)
        .bind(recipient.kind().code())
        .bind(Uuid::from_bytes(recipient.id()))
        .bind(now.utc())
        .fetch_optional(conn))
}

/// Ends one grant, if it lives.
///
/// # Errors
/// What the engine said.
pub async fn end_one(tx: &mut Tx, id: Uuid, now: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END_ONE).bind(centre).bind(id).bind(now.utc())
    )
}

/// Ends every grant about a subject.
///
/// # Errors
/// What the engine said.
pub async fn end_of_subject(
    tx: &mut Tx,
    subject: Subject,
    now: Instant,
) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END_OF_SUBJECT)
            .bind(centre)
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
            .bind(now.utc())
    )
}

/// The live grants of one cell.
///
/// # Errors
/// What the engine said.
pub async fn of_cell(
    scope: &mut impl Scope,
    cell: &Cell,
    now: Instant,
) -> Result<Vec<Granted>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, conn =>
        bind_cell!(sqlx::query_as(OF_CELL).bind(centre), cell)
            .bind(now.utc())
            .fetch_all(conn))?;
    Ok(rows.into_iter().filter_map(Row::known).collect())
}

/// The live grants of every compartment of one subject.
///
/// # Errors
/// What the engine said.
pub async fn of_subject(
    scope: &mut impl Scope,
    subject: Subject,
    now: Instant,
) -> Result<Vec<Granted>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, conn =>
        sqlx::query_as(OF_SUBJECT)
            .bind(centre)
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
            .bind(now.utc())
            .fetch_all(conn))?;
    Ok(rows.into_iter().filter_map(Row::known).collect())
}

/// Meets every live grant of the centre. Read in one go: engines that do not know yet how much there
/// is, right after many people were read in, look through everything for each page.
///
/// # Errors
/// What the engine said.
pub async fn live(
    scope: &mut impl Scope,
    now: Instant,
    mut meet: impl FnMut(Uuid) + Send,
) -> Result<(), StoreError> {
    let centre = scope.centre().uuid();
    each!(scope, conn => sqlx::query_scalar(LIVE).bind(centre).bind(now.utc()).fetch(conn), &mut meet)
}

/// A grant that did not end.
///
/// # Errors
/// What the engine said.
pub async fn one(scope: &mut impl Scope, id: Uuid) -> Result<Option<Granted>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, conn =>
        sqlx::query_as(ONE).bind(centre).bind(id).fetch_optional(conn))?;
    Ok(row.and_then(Row::known))
}

/// Every live grant about the subjects of a span, to a recipient.
///
/// # Errors
/// What the engine said.
pub async fn of_span(
    scope: &mut impl Scope,
    span: &Span,
    recipient: Recipient,
    now: Instant,
) -> Result<Vec<Uuid>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, conn =>
        sqlx::query_scalar(OF_SPAN)
            .bind(centre)
            .bind(span.kind.code())
            .bind(Uuid::from_bytes(span.first))
            .bind(Uuid::from_bytes(span.last))
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
            .bind(now.utc())
            .fetch_all(conn))
}
