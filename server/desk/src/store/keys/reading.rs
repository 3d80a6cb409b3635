//! What the keystore has stored: the wraps of a cell, of a recipient, and how many there are.

use domain::CentreId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::seal::{Cell, Recipient, Span, Subject, Wrapped};
use crate::store::{Scope, StoreError, on, statements};

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
    OF_SPAN = "SELECT k.id, k.subject_kind, k.subject_id, k.compartment, k.compartment_id,
            k.generation, k.spent, w.recipient_kind, w.recipient_id, w.grant_id, w.kek_ver, w.sealed
        FROM data_key k JOIN key_wrap w ON w.key_id = k.id
        WHERE k.centre_id = $1 AND k.subject_kind = $2 AND k.subject_id >= $3 AND k.subject_id <= $4
            AND w.recipient_kind || '' = $5 AND w.recipient_id = $6";
    BEHIND = "SELECT COUNT(*) FROM key_wrap
        WHERE centre_id = $1 AND recipient_kind = $2 AND recipient_id = $3 AND kek_ver < $4";
    OF_SUBJECT = "SELECT COUNT(*) FROM data_key
        WHERE centre_id = $1 AND subject_kind = $2 AND subject_id = $3";
    BY_GRANT = "SELECT grant_id, COUNT(*) FROM key_wrap WHERE centre_id = $1 AND grant_id > $2
        GROUP BY grant_id ORDER BY grant_id LIMIT 5000";
    BY_CELL = "SELECT subject_kind, subject_id, compartment, compartment_id, COUNT(*) FROM data_key
        WHERE centre_id = $1
            AND (subject_kind, subject_id, compartment, compartment_id) > ($2, $3, $4, $5)
            AND (subject_kind, subject_id, compartment, compartment_id) IN (
                SELECT subject_kind, subject_id, compartment, compartment_id FROM data_key
                WHERE centre_id = $1 AND generation > 1)
        GROUP BY subject_kind, subject_id, compartment, compartment_id HAVING COUNT(*) > 1
        ORDER BY subject_kind, subject_id, compartment, compartment_id LIMIT 5000";
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
) -> Result<Vec<Wrapped>, StoreError> {
    let owner = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, conn =>
        sqlx::query_as(OF_SPAN)
            .bind(owner)
            .bind(span.kind.code())
            .bind(Uuid::from_bytes(span.first))
            .bind(Uuid::from_bytes(span.last))
            .bind(recipient.kind().code())
            .bind(Uuid::from_bytes(recipient.id()))
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

/// One page of how many keys each cell has that has several, after the given cell.
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
