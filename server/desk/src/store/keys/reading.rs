//! What the keystore has stored: the wraps of a cell, of a recipient, and how many there are.

use domain::CentreId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::seal::{Cell, Recipient, Span, SpanWrap, Subject, Wrapped};
use crate::store::{Scope, StoreError, each, on, statements};

statements! {
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
    OF_SPAN = "SELECT k.subject_id, k.compartment, k.compartment_id, k.generation, w.grant_id,
            w.kek_ver, w.sealed
        FROM data_key k JOIN key_wrap w ON w.key_id = k.id
        WHERE k.centre_id = $1 AND k.subject_kind = $2 AND k.subject_id >= $3 AND k.subject_id <= $4
            AND w.recipient_kind || '' = $5 AND w.recipient_id = $6";
    BEHIND = "SELECT COUNT(*) FROM key_wrap
        WHERE centre_id = $1 AND recipient_kind = $2 AND recipient_id = $3 AND kek_ver < $4";
    OF_SUBJECT = "SELECT COUNT(*) FROM data_key
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3";
    GRANTED = "SELECT grant_id FROM key_wrap WHERE centre_id = $1 AND grant_id <> $2";
    SEVERAL = "SELECT k.subject_kind, k.subject_id, k.compartment, k.compartment_id,
            COUNT(DISTINCT k.id)
        FROM data_key later JOIN data_key k
            ON k.centre_id = later.centre_id AND k.subject_kind = later.subject_kind
            AND k.subject_id = later.subject_id AND k.compartment = later.compartment
            AND k.compartment_id = later.compartment_id
        WHERE later.centre_id = $1 AND later.generation > 1
        GROUP BY k.subject_kind, k.subject_id, k.compartment, k.compartment_id
        HAVING COUNT(DISTINCT k.id) > 1";
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

/// Every wrap to a recipient of the keys about the subjects of a span. Each key leads to its few wraps:
/// the empty text keeps PostgreSQL from walking all wraps of the recipient for every key, which it
/// does while it does not know yet how many there are, right after many people were read in.
///
/// # Errors
/// What the engine said.
pub async fn of_span(
    scope: &mut impl Scope,
    recipient: Recipient,
    span: &Span,
) -> Result<Vec<SpanWrap>, StoreError> {
    let owner = scope.centre().uuid();
    let rows: Vec<InSpan> = on!(scope, conn =>
        sqlx::query_as(OF_SPAN)
            .bind(owner)
            .bind(span.kind.code())
            .bind(Uuid::from_bytes(span.first))
            .bind(Uuid::from_bytes(span.last))
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
            .fetch_all(conn))?;
    let known = |row| known_in_span(span, row);
    Ok(rows.into_iter().filter_map(known).collect())
}

/// A row of a span: id of the subject, compartment and its id, generation, grant, version and wrap.
type InSpan = (Uuid, String, Uuid, i64, Uuid, i64, Vec<u8>);

fn known_in_span(span: &Span, row: InSpan) -> Option<SpanWrap> {
    let (subject, kind, part, generation, grant, version, sealed) = row;
    Some(SpanWrap {
        cell: Cell::stored((span.kind.code(), subject), (&kind, part))?,
        generation,
        grant,
        version,
        sealed,
    })
}

/// Meets the grant of every wrap of the centre that belongs to one: once for each of its wraps.
///
/// # Errors
/// What the engine said.
pub async fn granted(
    scope: &mut impl Scope,
    mut meet: impl FnMut(Uuid) + Send,
) -> Result<(), StoreError> {
    let owner = scope.centre().uuid();
    each!(scope, conn => sqlx::query_scalar(GRANTED).bind(owner).bind(Uuid::nil()).fetch(conn), &mut meet)
}

/// Meets every cell of the centre that has several keys, with how many.
///
/// # Errors
/// What the engine said.
pub async fn several(
    scope: &mut impl Scope,
    mut meet: impl FnMut((Cell, i64)) + Send,
) -> Result<(), StoreError> {
    let owner = scope.centre().uuid();
    let known = |row| known_count(row).into_iter().for_each(&mut meet);
    each!(scope, conn => sqlx::query_as(SEVERAL).bind(owner).fetch(conn), known)
}

fn known_count(row: (String, Uuid, String, Uuid, i64)) -> Option<(Cell, i64)> {
    let (subject, id, compartment, part, count) = row;
    let cell = Cell::stored((&subject, id), (&compartment, part))?;
    Some((cell, count))
}

/// How many keys of a subject there are.
///
/// # Errors
/// What the engine said.
pub async fn of_subject(scope: &mut impl Scope, subject: Subject) -> Result<i64, StoreError> {
    let owner = scope.centre().uuid();
    on!(scope, conn =>
        sqlx::query_scalar(OF_SUBJECT)
            .bind(owner)
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
            .fetch_one(conn))
}

/// Whether some keys are still wrapped under an older version of the recipient's own key.
///
/// # Errors
/// What the engine said.
pub async fn behind(
    scope: &mut impl Scope,
    recipient: Recipient,
    version: i64,
) -> Result<bool, StoreError> {
    let owner = scope.centre().uuid();
    let count: i64 = on!(scope, conn =>
        sqlx::query_scalar(BEHIND)
            .bind(owner)
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
            .bind(version)
            .fetch_one(conn))?;
    Ok(count > 0)
}
