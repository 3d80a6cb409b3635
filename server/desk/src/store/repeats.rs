//! One filled-in form, one result: the key that a form carries is stored in the transaction of its
//! first result, and gives that result again.

use domain::{Instant, RepeatKey};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    CLAIM = "INSERT INTO idempotency (key, centre_id, actor_id, use_case, result_id, at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO NOTHING";
    FIRST = "SELECT actor_id, use_case, result_id FROM idempotency WHERE key = $1 AND centre_id = $2";
    FORGET = "DELETE FROM idempotency WHERE centre_id = $1 AND at < $2";
}

/// A form that is being acted on.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The key the form carries.
    pub key: RepeatKey,
    /// Who sent it.
    pub actor: Uuid,
    /// Which use case it is for.
    pub use_case: &'static str,
    /// What the result will be called.
    pub result: Uuid,
    /// When.
    pub at: Instant,
}

#[derive(FromRow)]
struct Row {
    actor_id: Uuid,
    use_case: String,
    result_id: Uuid,
}

/// Takes the key for this transaction. `None` when it is new; else the first result, for the same
/// sender and use case.
///
/// # Errors
/// [`StoreError::Taken`] when the key was used by somebody else or for something else.
pub async fn claim(tx: &mut Tx, claim: Claim) -> Result<Option<Uuid>, StoreError> {
    let (centre, key) = (tx.centre().uuid(), claim.key.uuid());
    let taken = run!(
        tx,
        sqlx::query(CLAIM)
            .bind(key)
            .bind(centre)
            .bind(claim.actor)
            .bind(claim.use_case)
            .bind(claim.result)
            .bind(claim.at.utc())
    )?;
    if taken == 1 {
        return Ok(None);
    }
    let first = first(tx, claim.key, (claim.actor, claim.use_case)).await?;
    first.map(Some).ok_or(StoreError::Taken)
}

/// The first result of a key, for the same sender and use case.
///
/// # Errors
/// What the engine said.
pub async fn first(
    scope: &mut impl Scope,
    key: RepeatKey,
    (actor, use_case): (Uuid, &str),
) -> Result<Option<Uuid>, StoreError> {
    let (centre, key) = (scope.centre().uuid(), key.uuid());
    let first: Option<Row> =
        on!(scope, c => sqlx::query_as(FIRST).bind(key).bind(centre).fetch_optional(c))?;
    let same = |row: &Row| row.actor_id == actor && row.use_case == use_case;
    Ok(first.filter(same).map(|row| row.result_id))
}

/// Forgets keys that are older than any form that could still be sent.
///
/// # Errors
/// What the engine said.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(FORGET).bind(centre).bind(before.utc()))
}
