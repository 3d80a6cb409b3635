//! What must never come back, whatever is put back: the rows of the ledger, of every centre.

use chrono::NaiveDate;
use domain::{CentreId, Day};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, on, run, statements, timed};
use crate::ledger::{Deed, Entry};
use crate::seal::{Subject, SubjectKind};

statements! {
    ADD = "INSERT INTO erasure_ledger (id, centre_id, deed, subject_kind, subject_id, grant_id, day)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
    COUNT = "SELECT COUNT(*) FROM erasure_ledger
        WHERE centre_id = $1 AND deed IN ('erased', 'withdrawn', 'denied')";
    ALL = "SELECT id, centre_id, deed, subject_kind, subject_id, grant_id, day FROM erasure_ledger
        ORDER BY id";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    centre_id: Uuid,
    deed: String,
    subject_kind: String,
    subject_id: Uuid,
    grant_id: Uuid,
    day: NaiveDate,
}

/// Writes an entry of the transaction's centre; `false` when it is there already.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, entry: &Entry) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let (subject, grant) = (entry.deed.subject(), entry.deed.grant());
    let added = run!(
        tx,
        sqlx::query(ADD)
            .bind(entry.id)
            .bind(centre)
            .bind(entry.deed.code())
            .bind(subject.kind.code())
            .bind(Uuid::from_bytes(subject.id))
            .bind(grant)
            .bind(entry.day.date())
    )?;
    Ok(added > 0)
}

/// How many entries the centre has that are about a person: what was written of people before the
/// youngest of them may tell too much.
///
/// # Errors
/// What the engine said.
pub async fn count(scope: &mut impl Scope) -> Result<i64, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(COUNT).bind(centre).fetch_one(c))
}

/// Every entry of every centre.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`] for a deed this program does not know: what
/// it does not know it cannot keep from coming back.
pub async fn all(db: &Db) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<Row> = timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(ALL).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(ALL).fetch_all(pool).await,
        }
    })
    .await?;
    rows.into_iter().map(Row::entry).collect()
}

impl Row {
    fn entry(self) -> Result<Entry, StoreError> {
        let kind = SubjectKind::parse(&self.subject_kind).ok_or(StoreError::Inconsistent)?;
        let subject = Subject::of(kind, self.subject_id.into_bytes());
        let deed = Deed::stored(&self.deed, subject, self.grant_id);
        Ok(Entry {
            id: self.id,
            centre: CentreId::from_uuid(self.centre_id),
            deed: deed.ok_or(StoreError::Inconsistent)?,
            day: Day::from_date(self.day),
        })
    }
}
