//! What those who manage the house are told of each other's roles, until each has seen it.

use chrono::{DateTime, Utc};
use domain::role::Role;
use domain::{Instant, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    LEADERS = "SELECT s.id FROM staff s WHERE s.centre_id = $1 AND s.closed_at IS NULL
        AND EXISTS (SELECT 1 FROM staff_role p WHERE p.centre_id = s.centre_id
                    AND p.user_id = s.id AND p.role = 'administrator' AND p.ended_at IS NULL)
        AND EXISTS (SELECT 1 FROM credential c WHERE c.centre_id = s.centre_id
                    AND c.user_id = s.id AND c.kind = 'passphrase' AND c.ended_at IS NULL)
        ORDER BY s.id";
    ADD = "INSERT INTO role_notice (id, centre_id, for_user, of_user, role, given_by, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    UNSEEN = "SELECT id, of_user, role, given_by, given_at FROM role_notice
        WHERE centre_id = $1 AND for_user = $2 AND seen_at IS NULL ORDER BY given_at, id LIMIT 50";
    SEE = "UPDATE role_notice SET seen_at = $4
        WHERE id = $1 AND centre_id = $2 AND for_user = $3 AND seen_at IS NULL";
}

/// That somebody got a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Who got it.
    pub of: UserId,
    /// Which one.
    pub role: Role,
    /// Who gave it; nothing for whoever works on the server itself.
    pub by: Option<UserId>,
    /// When.
    pub at: Instant,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    of_user: Uuid,
    role: String,
    given_by: Option<Uuid>,
    given_at: DateTime<Utc>,
}

/// Everybody who manages the house and can sign in.
///
/// # Errors
/// What the engine said.
pub async fn leaders(tx: &mut Tx) -> Result<Vec<UserId>, StoreError> {
    let centre = tx.centre().uuid();
    let ids: Vec<Uuid> = on!(tx, c => sqlx::query_scalar(LEADERS).bind(centre).fetch_all(c))?;
    Ok(ids.into_iter().map(UserId::from_uuid).collect())
}

/// Keeps a notice for one colleague.
///
/// # Errors
/// What the engine said.
pub async fn add(tx: &mut Tx, id: Uuid, told: UserId, given: &Given) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(id)
            .bind(centre)
            .bind(told.uuid())
            .bind(given.of.uuid())
            .bind(given.role.code())
            .bind(given.by.map(UserId::uuid))
            .bind(given.at.utc())
    )?;
    Ok(())
}

/// What one colleague has not seen yet, the oldest first; fifty at most.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn unseen(
    scope: &mut impl Scope,
    user: UserId,
) -> Result<Vec<(Uuid, Given)>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(UNSEEN)
        .bind(centre).bind(user.uuid()).fetch_all(c))?;
    rows.into_iter().map(Row::given).collect()
}

/// Notes that one colleague has seen a notice; `false` where there is none to see.
///
/// # Errors
/// What the engine said.
pub async fn see(tx: &mut Tx, id: Uuid, (user, at): (UserId, Instant)) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let seen = run!(
        tx,
        sqlx::query(SEE)
            .bind(id)
            .bind(centre)
            .bind(user.uuid())
            .bind(at.utc())
    )?;
    Ok(seen == 1)
}

impl Row {
    fn given(self) -> Result<(Uuid, Given), StoreError> {
        let given = Given {
            of: UserId::from_uuid(self.of_user),
            role: Role::parse(&self.role).map_err(|_| StoreError::Inconsistent)?,
            by: self.given_by.map(UserId::from_uuid),
            at: Instant::from_utc(self.given_at),
        };
        Ok((self.id, given))
    }
}
