//! What a person leaves in the tables: how many rows, and removing them. She is found by her id and
//! by the pseudonym that each table has of her.

use chrono::{DateTime, Utc};
use domain::{Instant, RecordId, UserId};
use uuid::Uuid;

use crate::erasures::Part;
use crate::seal::LinkKey;
use crate::store::{Scope, StoreError, Tx, on, run, statements};

statements! {
    RECORDS = "SELECT COUNT(*) FROM record WHERE centre_id = $1 AND id = $2";
    GRANTS = "SELECT COUNT(*) FROM key_grant
        WHERE centre_id = $1 AND subject_kind = 'person' AND subject_id = $2";
    VISITS = "SELECT COUNT(*) FROM visit WHERE centre_id = $1 AND link >= $2 AND link <= $3";
    REMARKS = "SELECT COUNT(*) FROM visit
        WHERE centre_id = $1 AND link >= $2 AND link <= $3
          AND (remark IS NOT NULL OR facts IS NOT NULL)";
    DENIALS = "SELECT COUNT(*) FROM denial WHERE centre_id = $1 AND person = $2";
    PAIRS = "SELECT COUNT(*) FROM same_as WHERE centre_id = $1 AND (one = $2 OR other = $2)";
    LETTERS = "SELECT COUNT(*) FROM outbox WHERE centre_id = $1 AND cause = $2";
    FORMS = "SELECT COUNT(*) FROM idempotency WHERE centre_id = $1 AND result_id = $2";
    DRAFTS = "SELECT COUNT(*) FROM form_draft WHERE centre_id = $1";
    ROWS = "SELECT COUNT(*) FROM import_fault WHERE centre_id = $1 AND run_id IN
            (SELECT id FROM import_run WHERE centre_id = $1 AND ended_at IS NOT NULL)";
    HOLDS = "SELECT COUNT(*) FROM hold WHERE centre_id = $1 AND link = $2";
    REQUESTS = "SELECT COUNT(*) FROM erasure WHERE centre_id = $1 AND link = $2";
    TRAIL = "SELECT COUNT(*) FROM audit_subject WHERE centre_id = $1 AND subject_key = $2";
    INSIDE = "SELECT COUNT(*) FROM visit
        WHERE centre_id = $1 AND link >= $2 AND link <= $3 AND stage <> 'left'";
    READING = "SELECT COUNT(*) FROM import_run WHERE centre_id = $1 AND state <> 'done'";
    LAST = "SELECT arrived_at FROM visit WHERE centre_id = $1 AND link >= $2 AND link <= $3
          AND NOT taken_back
        ORDER BY arrived_at DESC LIMIT 1";
    REMARKED = "SELECT id FROM visit
        WHERE centre_id = $1 AND link >= $2 AND link <= $3
          AND (remark IS NOT NULL OR facts IS NOT NULL)";
    REQUESTED = "SELECT id FROM erasure WHERE centre_id = $1 AND link = $2";
    ERASE_RECORD = "DELETE FROM record WHERE centre_id = $1 AND id = $2";
    ERASE_GRANTS = "DELETE FROM key_grant
        WHERE centre_id = $1 AND subject_kind = 'person' AND subject_id = $2";
    UNLINK = "UPDATE visit SET link = NULL, link_ver = NULL, remark = NULL, facts = NULL, rev = rev + 1
        WHERE centre_id = $1 AND link >= $2 AND link <= $3";
    ERASE_DENIALS = "DELETE FROM denial WHERE centre_id = $1 AND person = $2";
    ERASE_PAIRS = "DELETE FROM same_as WHERE centre_id = $1 AND (one = $2 OR other = $2)";
    ERASE_HOLDS = "DELETE FROM hold WHERE centre_id = $1 AND link = $2";
    ERASE_LETTERS = "DELETE FROM outbox WHERE centre_id = $1 AND cause = $2";
    ERASE_FORMS = "DELETE FROM idempotency WHERE centre_id = $1 AND result_id = $2";
    ERASE_DRAFTS = "DELETE FROM form_draft WHERE centre_id = $1";
    EMPTY_REQUESTS = "UPDATE erasure SET link = NULL, link_ver = NULL, sealed = NULL, digest = NULL
        WHERE centre_id = $1 AND link = $2";
    OVERTAKE = "UPDATE erasure SET outcome = 'withdrawn', ended_by = $3, ended_at = $4, rev = rev + 1
        WHERE centre_id = $1 AND link = $2 AND outcome IS NULL";
}

/// By what a person is found in the tables.
#[derive(Clone, Copy)]
pub struct Whose {
    /// Her id.
    pub record: RecordId,
    /// Her pseudonym in the table of visits.
    pub visit: LinkKey,
    /// Her pseudonym among those whom a colleague must not see.
    pub denied: LinkKey,
    /// Her pseudonym as the cause of letters.
    pub letter: LinkKey,
    /// Her pseudonym in the trail.
    pub trail: LinkKey,
    /// Her pseudonym among the erasures.
    pub erasure: LinkKey,
    /// Her pseudonym among the records of which something was said.
    pub pair: LinkKey,
    /// Her pseudonym among those of whom nothing is erased for now.
    pub hold: LinkKey,
}

impl Whose {
    /// From and until where the column of the visits holds her, whatever binds it to its visit.
    fn visits(&self) -> (Vec<u8>, Vec<u8>) {
        let bytes = self.visit.bytes;
        (bytes.to_vec(), [bytes, [0xFF; 16]].concat())
    }
}

/// How many rows of one part there are. Keys are not among these tables.
///
/// # Errors
/// What the engine said.
pub async fn count(scope: &mut impl Scope, part: Part, whose: &Whose) -> Result<i64, StoreError> {
    let (centre, id, (from, until)) = (scope.centre().uuid(), whose.record.uuid(), whose.visits());
    match part {
        Part::Record => on!(scope, c => sqlx::query_scalar(RECORDS)
            .bind(centre).bind(id).fetch_one(c)),
        Part::Grants => on!(scope, c => sqlx::query_scalar(GRANTS)
            .bind(centre).bind(id).fetch_one(c)),
        Part::Visits => on!(scope, c => sqlx::query_scalar(VISITS)
            .bind(centre).bind(&from).bind(&until).fetch_one(c)),
        Part::Remarks => on!(scope, c => sqlx::query_scalar(REMARKS)
            .bind(centre).bind(&from).bind(&until).fetch_one(c)),
        Part::Denials => on!(scope, c => sqlx::query_scalar(DENIALS)
            .bind(centre).bind(&whose.denied.bytes[..]).fetch_one(c)),
        Part::Pairs => on!(scope, c => sqlx::query_scalar(PAIRS)
            .bind(centre).bind(&whose.pair.bytes[..]).fetch_one(c)),
        Part::Letters => on!(scope, c => sqlx::query_scalar(LETTERS)
            .bind(centre).bind(&whose.letter.bytes[..]).fetch_one(c)),
        Part::Forms => on!(scope, c => sqlx::query_scalar(FORMS)
            .bind(centre).bind(id).fetch_one(c)),
        Part::Drafts => on!(scope, c => sqlx::query_scalar(DRAFTS).bind(centre).fetch_one(c)),
        Part::Rows => on!(scope, c => sqlx::query_scalar(ROWS).bind(centre).fetch_one(c)),
        Part::Holds => on!(scope, c => sqlx::query_scalar(HOLDS)
            .bind(centre).bind(&whose.hold.bytes[..]).fetch_one(c)),
        Part::Requests => on!(scope, c => sqlx::query_scalar(REQUESTS)
            .bind(centre).bind(&whose.erasure.bytes[..]).fetch_one(c)),
        Part::Trail => on!(scope, c => sqlx::query_scalar(TRAIL)
            .bind(centre).bind(&whose.trail.bytes[..]).fetch_one(c)),
        Part::Keys => Ok(0),
    }
}

/// Removes the rows of one part, or what is hers in them; gives how many that were. Rows of files and
/// keys are removed elsewhere, and the trail stays.
///
/// # Errors
/// What the engine said.
pub async fn erase(tx: &mut Tx, part: Part, whose: &Whose) -> Result<u64, StoreError> {
    let (centre, id, (from, until)) = (tx.centre().uuid(), whose.record.uuid(), whose.visits());
    match part {
        Part::Record => run!(tx, sqlx::query(ERASE_RECORD).bind(centre).bind(id)),
        Part::Grants => run!(tx, sqlx::query(ERASE_GRANTS).bind(centre).bind(id)),
        Part::Visits => run!(
            tx,
            sqlx::query(UNLINK).bind(centre).bind(&from).bind(&until)
        ),
        Part::Denials => run!(
            tx,
            sqlx::query(ERASE_DENIALS)
                .bind(centre)
                .bind(&whose.denied.bytes[..])
        ),
        Part::Pairs => run!(
            tx,
            sqlx::query(ERASE_PAIRS)
                .bind(centre)
                .bind(&whose.pair.bytes[..])
        ),
        Part::Holds => run!(
            tx,
            sqlx::query(ERASE_HOLDS)
                .bind(centre)
                .bind(&whose.hold.bytes[..])
        ),
        Part::Letters => run!(
            tx,
            sqlx::query(ERASE_LETTERS)
                .bind(centre)
                .bind(&whose.letter.bytes[..])
        ),
        Part::Forms => run!(tx, sqlx::query(ERASE_FORMS).bind(centre).bind(id)),
        Part::Drafts => run!(tx, sqlx::query(ERASE_DRAFTS).bind(centre)),
        Part::Requests => run!(
            tx,
            sqlx::query(EMPTY_REQUESTS)
                .bind(centre)
                .bind(&whose.erasure.bytes[..])
        ),
        Part::Remarks | Part::Rows | Part::Keys | Part::Trail => Ok(0),
    }
}

/// Ends what is still asked about her by another of her records: it is done with this erasure.
///
/// # Errors
/// What the engine said.
pub async fn overtake(
    tx: &mut Tx,
    whose: &Whose,
    (by, at): (UserId, Instant),
) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(OVERTAKE)
            .bind(centre)
            .bind(&whose.erasure.bytes[..])
            .bind(by.uuid())
            .bind(at.utc())
    )
}

/// Whether she is in the house.
///
/// # Errors
/// What the engine said.
pub async fn is_inside(scope: &mut impl Scope, whose: &Whose) -> Result<bool, StoreError> {
    let (centre, (from, until)) = (scope.centre().uuid(), whose.visits());
    let count: i64 = on!(scope, c => sqlx::query_scalar(INSIDE)
        .bind(centre).bind(&from).bind(&until).fetch_one(c))?;
    Ok(count > 0)
}

/// Whether a file of people is on its way in: whoever is in it would be written down again.
///
/// # Errors
/// What the engine said.
pub async fn is_read_in(scope: &mut impl Scope) -> Result<bool, StoreError> {
    let centre = scope.centre().uuid();
    let count: i64 = on!(scope, c => sqlx::query_scalar(READING).bind(centre).fetch_one(c))?;
    Ok(count > 0)
}

/// When she last came, if she did.
///
/// # Errors
/// What the engine said.
pub async fn last_visit(
    scope: &mut impl Scope,
    whose: &Whose,
) -> Result<Option<Instant>, StoreError> {
    let (centre, (from, until)) = (scope.centre().uuid(), whose.visits());
    let at: Option<DateTime<Utc>> = on!(scope, c => sqlx::query_scalar(LAST)
        .bind(centre).bind(&from).bind(&until).fetch_optional(c))?;
    Ok(at.map(Instant::from_utc))
}

/// Her visits of which a remark or other facts are kept: each has a key of its own.
///
/// # Errors
/// What the engine said.
pub async fn remarked(scope: &mut impl Scope, whose: &Whose) -> Result<Vec<Uuid>, StoreError> {
    let (centre, (from, until)) = (scope.centre().uuid(), whose.visits());
    on!(scope, c => sqlx::query_scalar(REMARKED)
        .bind(centre).bind(&from).bind(&until).fetch_all(c))
}

/// The erasures about her, also those that have ended: each has a key of its own.
///
/// # Errors
/// What the engine said.
pub async fn requested(scope: &mut impl Scope, whose: &Whose) -> Result<Vec<Uuid>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_scalar(REQUESTED)
        .bind(centre).bind(&whose.erasure.bytes[..]).fetch_all(c))
}
