//! Who let whom in: the codes on paper that were used. A row stays for good, also when an account is
//! closed, so that a chain of people stays whole.

use domain::vouch::{Proofs, Vouch};
use domain::{Instant, UserId};
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Scope, StoreError, on, statements};

statements! {
    ALL = "SELECT user_id, purpose, made_by, released_by, used_at FROM invite
           WHERE centre_id = $1 AND purpose IN ('join', 'factor') AND used_at IS NOT NULL
           ORDER BY used_at, id";
}

#[derive(FromRow)]
struct Row {
    user_id: Uuid,
    purpose: String,
    made_by: Uuid,
    released_by: Option<Uuid>,
    used_at: DateTime<Utc>,
}

impl Row {
    fn vouch(self) -> Result<Vouch, StoreError> {
        let proofs = match self.purpose.as_str() {
            "join" => Proofs::First,
            "factor" => Proofs::Replaced,
            _ => return Err(StoreError::Inconsistent),
        };
        Ok(Vouch {
            of: UserId::from_uuid(self.user_id),
            proofs,
            by: UserId::from_uuid(self.made_by),
            with: self.released_by.map(UserId::from_uuid),
            at: Instant::from_utc(self.used_at),
        })
    }
}

/// Everybody who was let in by a code on paper, or got all proofs anew by one; the oldest first.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn all(look: &mut impl Scope) -> Result<Vec<Vouch>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(ALL).bind(centre).fetch_all(c))?;
    rows.into_iter().map(Row::vouch).collect()
}
