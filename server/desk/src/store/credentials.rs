//! What colleagues prove themselves with: pass-phrase, one-time codes, recovery codes, PIN. Every
//! one is sealed.

use domain::{Instant, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ADD = "INSERT INTO credential (id, centre_id, user_id, kind, scheme, sealed, last_step, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, 0, $7)";
    LIVE = "SELECT id, scheme, sealed, last_step FROM credential
            WHERE centre_id = $1 AND user_id = $2 AND kind = $3 AND ended_at IS NULL";
    ALL = "SELECT id, scheme, sealed, last_step FROM credential
           WHERE centre_id = $1 AND user_id = $2 AND kind = $3 AND ended_at IS NULL
           ORDER BY created_at, id";
    RENEW = "UPDATE credential SET sealed = $4
             WHERE centre_id = $1 AND id = $2 AND sealed = $3 AND ended_at IS NULL";
    END_ONE = "UPDATE credential SET ended_at = $3 WHERE centre_id = $1 AND id = $2 AND ended_at IS NULL";
    END_ALL = "UPDATE credential SET ended_at = $3
               WHERE centre_id = $1 AND user_id = $2 AND ended_at IS NULL";
    END = "UPDATE credential SET ended_at = $4
           WHERE centre_id = $1 AND user_id = $2 AND kind = $3 AND ended_at IS NULL";
    USE_STEP = "UPDATE credential SET last_step = $3 WHERE centre_id = $1 AND id = $2
                AND ended_at IS NULL AND (last_step < $3 OR last_step > $4)";
}

/// The kinds of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A pass-phrase, as an Argon2id hash.
    Passphrase,
    /// The shared secret of one-time codes.
    Totp,
    /// Six digits for unlocking, as an Argon2id hash.
    Pin,
    /// A code on paper in the place of a one-time code, as a SHA-256 hash; somebody has several.
    Recovery,
    /// The public half of a key that a device keeps for its owner; somebody has several.
    Passkey,
}

impl Kind {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Totp => "totp",
            Self::Pin => "pin",
            Self::Recovery => "recovery",
            Self::Passkey => "passkey",
        }
    }
}

/// A proof as it is stored.
#[derive(Clone, FromRow)]
pub struct Credential {
    /// The row, which the seal is bound to.
    pub id: Uuid,
    /// The version of how it is made: 1 is Argon2id in PHC form, a TOTP secret of
    /// RFC 6238, SHA-256 of 128 random bits, or a passkey with its public key in COSE.
    pub scheme: i64,
    /// The hash or secret, sealed.
    pub sealed: Vec<u8>,
    /// The last step of a one-time code that was used.
    pub last_step: i64,
}

/// A new proof to store.
pub struct NewCredential {
    /// The row, which the seal is bound to.
    pub id: Uuid,
    /// Whose.
    pub user: UserId,
    /// Of which kind.
    pub kind: Kind,
    /// The hash or secret, sealed.
    pub sealed: Vec<u8>,
}

/// The scheme this program writes.
pub const SCHEME: i64 = 1;

/// Stores a proof in place of an earlier one of its kind.
///
/// # Errors
/// What the engine said.
pub async fn put(tx: &mut Tx, new: &NewCredential, now: Instant) -> Result<(), StoreError> {
    end(tx, new.user, new.kind, now).await?;
    add(tx, new, now).await
}

/// Stores one more proof of a kind of which somebody has several.
///
/// # Errors
/// [`StoreError::Taken`] for a kind of which somebody has one; else what the engine said.
pub async fn add(tx: &mut Tx, new: &NewCredential, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(new.id)
            .bind(centre)
            .bind(new.user.uuid())
            .bind(new.kind.code())
            .bind(SCHEME)
            .bind(new.sealed.as_slice())
            .bind(now.utc())
    )?;
    Ok(())
}

/// The proof of a kind that counts now.
///
/// # Errors
/// What the engine said.
pub async fn live(
    look: &mut impl Scope,
    user: UserId,
    kind: Kind,
) -> Result<Option<Credential>, StoreError> {
    let centre = look.centre().uuid();
    on!(look, c => sqlx::query_as(LIVE)
        .bind(centre).bind(user.uuid()).bind(kind.code()).fetch_optional(c))
}

/// Every proof of a kind that counts now.
///
/// # Errors
/// What the engine said.
pub async fn all(
    look: &mut impl Scope,
    user: UserId,
    kind: Kind,
) -> Result<Vec<Credential>, StoreError> {
    let centre = look.centre().uuid();
    on!(look, c => sqlx::query_as(ALL)
        .bind(centre).bind(user.uuid()).bind(kind.code()).fetch_all(c))
}

/// Keeps a proof that changes with its use, in the place of what it was; `false` when it is not that
/// any more, or was ended.
///
/// # Errors
/// What the engine said.
pub async fn renew(tx: &mut Tx, id: Uuid, (was, now): (&[u8], &[u8])) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let renewed = run!(
        tx,
        sqlx::query(RENEW).bind(centre).bind(id).bind(was).bind(now)
    )?;
    Ok(renewed == 1)
}

/// Uses one proof up; `false` when it was used before.
///
/// # Errors
/// What the engine said.
pub async fn end_one(tx: &mut Tx, id: Uuid, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let ended = run!(
        tx,
        sqlx::query(END_ONE).bind(centre).bind(id).bind(now.utc())
    )?;
    Ok(ended == 1)
}

/// Lets no proof of a colleague count any more.
///
/// # Errors
/// What the engine said.
pub async fn end_all(tx: &mut Tx, user: UserId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END_ALL)
            .bind(centre)
            .bind(user.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Lets the proofs of a kind no longer count.
///
/// # Errors
/// What the engine said.
pub async fn end(tx: &mut Tx, user: UserId, kind: Kind, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END)
            .bind(centre)
            .bind(user.uuid())
            .bind(kind.code())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Uses a step of a one-time code; `false` when it, or a later one, was used before. A used step
/// that lies beyond `ahead` was written by a wrong clock and is disregarded, as in
/// [`domain::signin::step_counts`].
///
/// # Errors
/// What the engine said.
pub async fn use_step(tx: &mut Tx, id: Uuid, step: i64, ahead: i64) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let used = run!(
        tx,
        sqlx::query(USE_STEP)
            .bind(centre)
            .bind(id)
            .bind(step)
            .bind(ahead)
    )?;
    Ok(used == 1)
}
