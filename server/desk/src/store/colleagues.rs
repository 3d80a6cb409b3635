//! Colleagues as those see them who manage the house: every account that was not closed, what it
//! may work as, and how it ends. A closed account stays as a row, so that its user name is never
//! given to somebody else.

use domain::role::Role;
use domain::{CentreId, Instant, Language, UserId};
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::staff::Account;
use super::{Scope, StoreError, Tx, on, run, statements, turn};

statements! {
    ALL = "SELECT s.id, s.centre_id, s.identity, s.language, s.created_at, s.rev, (
               SELECT COUNT(*) FROM credential c WHERE c.centre_id = s.centre_id
               AND c.user_id = s.id AND c.kind = 'passphrase' AND c.ended_at IS NULL) AS proofs
           FROM staff s WHERE s.centre_id = $1 AND s.closed_at IS NULL
           ORDER BY s.created_at, s.id LIMIT 1000";
    ONE = "SELECT s.id, s.centre_id, s.identity, s.language, s.created_at, s.rev, (
               SELECT COUNT(*) FROM credential c WHERE c.centre_id = s.centre_id
               AND c.user_id = s.id AND c.kind = 'passphrase' AND c.ended_at IS NULL) AS proofs
           FROM staff s WHERE s.centre_id = $1 AND s.id = $2 AND s.closed_at IS NULL";
    REVISE = "UPDATE staff SET rev = rev + 1
              WHERE centre_id = $1 AND id = $2 AND rev = $3 AND closed_at IS NULL";
    CLOSE = "UPDATE staff SET closed_at = $4, rev = rev + 1
             WHERE centre_id = $1 AND id = $2 AND rev = $3 AND closed_at IS NULL";
    END_POST = "UPDATE staff_role SET ended_at = $4
                WHERE centre_id = $1 AND user_id = $2 AND id = $3 AND ended_at IS NULL";
    CLOSE_AGAIN = "UPDATE staff SET closed_at = $3, rev = rev + 1
                   WHERE centre_id = $1 AND id = $2 AND closed_at IS NULL";
    RELIEVE = "UPDATE staff_role SET ended_at = $3
               WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL";
    OWN_HAND = "UPDATE staff_role SET own_hand = TRUE
                WHERE centre_id = $1 AND user_id = $2 AND id = $3";
    BY_OWN_HAND = "SELECT p.user_id, p.role, p.since FROM staff_role p
                   WHERE p.centre_id = $1 AND p.own_hand AND p.ended_at IS NULL AND p.since > $2
                   ORDER BY p.since, p.id LIMIT 50";
    OTHERS = "SELECT COUNT(*) FROM staff s WHERE s.centre_id = $1 AND s.id <> $2
              AND s.closed_at IS NULL
              AND EXISTS (SELECT 1 FROM staff_role p WHERE p.centre_id = s.centre_id
                          AND p.user_id = s.id AND p.role = $3 AND p.ended_at IS NULL)
              AND EXISTS (SELECT 1 FROM credential c WHERE c.centre_id = s.centre_id
                          AND c.user_id = s.id AND c.kind = 'passphrase' AND c.ended_at IS NULL)";
}

/// A colleague as a row.
#[derive(Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub account: Account,
    /// Since when.
    pub since: Instant,
    /// Whether a pass-phrase was chosen: whoever has none was invited and has not joined.
    pub joined: bool,
    /// How often it was changed.
    pub rev: i64,
}

/// The colleague a change is about, as it was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Who.
    pub user: UserId,
    /// The revision then.
    pub rev: i64,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    centre_id: Uuid,
    identity: Vec<u8>,
    language: String,
    created_at: DateTime<Utc>,
    rev: i64,
    proofs: i64,
}

impl Row {
    fn colleague(self) -> Result<Colleague, StoreError> {
        Ok(Colleague {
            account: Account {
                user: UserId::from_uuid(self.id),
                centre: CentreId::from_uuid(self.centre_id),
                identity: self.identity,
                language: Language::parse(&self.language).map_err(|_| StoreError::Inconsistent)?,
            },
            since: Instant::from_utc(self.created_at),
            joined: self.proofs > 0,
            rev: self.rev,
        })
    }
}

/// Every open account of the centre, in the order they were made.
///
/// # Errors
/// What the engine said.
pub async fn all(look: &mut impl Scope) -> Result<Vec<Colleague>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::colleague).collect()
}

/// One open account of the centre.
///
/// # Errors
/// What the engine said.
pub async fn one(look: &mut impl Scope, user: UserId) -> Result<Option<Colleague>, StoreError> {
    let centre = look.centre().uuid();
    let row: Option<Row> = on!(look, c => sqlx::query_as(ONE)
        .bind(centre).bind(user.uuid()).fetch_optional(c))?;
    row.map(Row::colleague).transpose()
}

/// Counts one more change of an account; `false` when somebody else changed it since it was shown.
///
/// # Errors
/// What the engine said.
pub async fn revise(tx: &mut Tx, shown: Shown) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(REVISE)
            .bind(centre)
            .bind(shown.user.uuid())
            .bind(shown.rev)
    )?;
    Ok(changed == 1)
}

/// Closes an account for ever; `false` as in [`revise`].
///
/// # Errors
/// What the engine said.
pub async fn close(tx: &mut Tx, shown: Shown, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let closed = run!(
        tx,
        sqlx::query(CLOSE)
            .bind(centre)
            .bind(shown.user.uuid())
            .bind(shown.rev)
            .bind(now.utc())
    )?;
    Ok(closed == 1)
}

/// Closes an account that was closed before, in a house that was put back.
///
/// # Errors
/// What the engine said.
pub async fn close_again(tx: &mut Tx, user: UserId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(CLOSE_AGAIN)
            .bind(centre)
            .bind(user.uuid())
            .bind(now.utc())
    )
    .map(drop)
}

/// Ends a role that was ended before, in a house that was put back.
///
/// # Errors
/// What the engine said.
pub async fn relieve(tx: &mut Tx, post: Uuid, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(RELIEVE).bind(centre).bind(post).bind(now.utc())
    )
    .map(drop)
}

/// Ends one role of a colleague.
///
/// # Errors
/// What the engine said.
pub async fn end_post(
    tx: &mut Tx,
    user: UserId,
    post: Uuid,
    now: Instant,
) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END_POST)
            .bind(centre)
            .bind(user.uuid())
            .bind(post)
            .bind(now.utc())
    )?;
    Ok(())
}

/// How many others can sign in and may work as this. Nobody else changes it until the transaction
/// ends: two who take each other's role away at the same moment do so one after the other.
///
/// # Errors
/// What the engine said.
pub async fn others(tx: &mut Tx, user: UserId, role: Role) -> Result<i64, StoreError> {
    let centre = tx.centre().uuid();
    turn::take(tx, centre).await?;
    on!(tx, c => sqlx::query_scalar(OTHERS)
        .bind(centre).bind(user.uuid()).bind(role.code()).fetch_one(c))
}

/// Marks a role as given by its own holder.
///
/// # Errors
/// What the engine said.
pub async fn own_hand(tx: &mut Tx, user: UserId, post: Uuid) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(OWN_HAND)
            .bind(centre)
            .bind(user.uuid())
            .bind(post)
    )?;
    Ok(())
}

/// The roles that colleagues gave to themselves after a moment and still hold: whose, which, and
/// since when.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn by_own_hand(
    look: &mut impl Scope,
    after: Instant,
) -> Result<Vec<(UserId, Role, Instant)>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<(Uuid, String, DateTime<Utc>)> = on!(look, c => sqlx::query_as(BY_OWN_HAND)
        .bind(centre).bind(after.utc()).fetch_all(c))?;
    let read = |(user, role, since): (Uuid, String, DateTime<Utc>)| {
        let role = Role::parse(&role).map_err(|_| StoreError::Inconsistent)?;
        Ok((UserId::from_uuid(user), role, Instant::from_utc(since)))
    };
    rows.into_iter().map(read).collect()
}
