//! Codes on paper with which colleagues choose their proofs. Only hashes are stored; each code works
//! once, for a while, and one at a time for each colleague.

use domain::{CentreId, Instant, InviteId, UserId};
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ADD = "INSERT INTO invite (id, centre_id, user_id, purpose, code_hash, made_by, made_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    BY_CODE = "SELECT i.id, i.centre_id, i.user_id, i.purpose, i.made_by, i.made_at, i.released_by,
                   i.expires_at, i.used_at
               FROM invite i JOIN staff s ON s.id = i.user_id
               WHERE i.code_hash = $1 AND i.used_at IS NULL AND i.ended_at IS NULL
               AND i.expires_at > $2 AND s.closed_at IS NULL";
    LIVE = "SELECT id, centre_id, user_id, purpose, made_by, made_at, released_by, expires_at, used_at
            FROM invite WHERE centre_id = $1 AND used_at IS NULL AND ended_at IS NULL
            AND expires_at > $2 ORDER BY made_at, id";
    UNSEEN = "SELECT id, centre_id, user_id, purpose, made_by, made_at, released_by, expires_at, used_at
              FROM invite WHERE centre_id = $1 AND user_id = $2 AND purpose <> 'join'
              AND seen_at IS NULL ORDER BY made_at, id";
    SEE = "UPDATE invite SET seen_at = $3 WHERE centre_id = $1 AND user_id = $2 AND seen_at IS NULL";
    RELEASE = "UPDATE invite SET code_hash = $3, released_by = $4, expires_at = $5
               WHERE centre_id = $1 AND id = $2 AND code_hash IS NULL AND made_by <> $4
               AND user_id <> $4 AND used_at IS NULL AND ended_at IS NULL AND expires_at > $6";
    USE_UP = "UPDATE invite SET used_at = $3 WHERE centre_id = $1 AND id = $2
              AND used_at IS NULL AND ended_at IS NULL AND expires_at > $3";
    MISS = "UPDATE invite SET wrong = wrong + 1,
                ended_at = CASE WHEN wrong >= 9 THEN $3 ELSE ended_at END
            WHERE centre_id = $1 AND id = $2 AND used_at IS NULL AND ended_at IS NULL";
    END = "UPDATE invite SET ended_at = $3
           WHERE centre_id = $1 AND user_id = $2 AND used_at IS NULL AND ended_at IS NULL";
}

/// What a code lets its holder choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Everything, for the first time.
    Join,
    /// Another pass-phrase, proved by the second factor.
    Phrase,
    /// Everything anew; it takes two people to hand it out.
    Factor,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 3] = [Self::Join, Self::Phrase, Self::Factor];

    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Phrase => "phrase",
            Self::Factor => "factor",
        }
    }

    fn parse(code: &str) -> Result<Self, StoreError> {
        let known = Self::ALL.into_iter().find(|one| one.code() == code);
        known.ok_or(StoreError::Inconsistent)
    }
}

/// A code as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invite {
    /// Which one.
    pub id: InviteId,
    /// In which centre.
    pub centre: CentreId,
    /// For whom.
    pub user: UserId,
    /// What for.
    pub purpose: Purpose,
    /// Who started it.
    pub made_by: Uuid,
    /// When.
    pub made_at: Instant,
    /// Who was the second person, once there was one.
    pub released_by: Option<Uuid>,
    /// Until when it works.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    centre_id: Uuid,
    user_id: Uuid,
    purpose: String,
    made_by: Uuid,
    made_at: DateTime<Utc>,
    released_by: Option<Uuid>,
    expires_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

impl Row {
    fn invite(self) -> Result<Invite, StoreError> {
        Ok(Invite {
            id: InviteId::from_uuid(self.id),
            centre: CentreId::from_uuid(self.centre_id),
            user: UserId::from_uuid(self.user_id),
            purpose: Purpose::parse(&self.purpose)?,
            made_by: self.made_by,
            made_at: Instant::from_utc(self.made_at),
            released_by: self.released_by,
            expires_at: Instant::from_utc(self.expires_at),
            used_at: self.used_at.map(Instant::from_utc),
        })
    }
}

/// Stores a code for a colleague, in place of an earlier one. Without a hash it waits to be released.
///
/// # Errors
/// What the engine said.
pub async fn put(tx: &mut Tx, invite: &Invite, code_hash: Option<&[u8]>) -> Result<(), StoreError> {
    end(tx, invite.user, invite.made_at).await?;
    run!(
        tx,
        sqlx::query(ADD)
            .bind(invite.id.uuid())
            .bind(invite.centre.uuid())
            .bind(invite.user.uuid())
            .bind(invite.purpose.code())
            .bind(code_hash)
            .bind(invite.made_by)
            .bind(invite.made_at.utc())
            .bind(invite.expires_at.utc())
    )?;
    Ok(())
}

/// The code with this hash, in whichever centre, if it works now.
///
/// # Errors
/// What the engine said.
pub async fn by_code(
    look: &mut impl Scope,
    code_hash: &[u8],
    now: Instant,
) -> Result<Option<Invite>, StoreError> {
    let row: Option<Row> = on!(look, c => sqlx::query_as(BY_CODE)
        .bind(code_hash).bind(now.utc()).fetch_optional(c))?;
    row.map(Row::invite).transpose()
}

/// Every code of the centre that works or waits to be released.
///
/// # Errors
/// What the engine said.
pub async fn live(look: &mut impl Scope, now: Instant) -> Result<Vec<Invite>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(LIVE)
        .bind(centre).bind(now.utc()).fetch_all(c))?;
    rows.into_iter().map(Row::invite).collect()
}

/// The resets of a colleague that the colleague has not been told of.
///
/// # Errors
/// What the engine said.
pub async fn unseen(look: &mut impl Scope, user: UserId) -> Result<Vec<Invite>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(UNSEEN)
        .bind(centre).bind(user.uuid()).fetch_all(c))?;
    rows.into_iter().map(Row::invite).collect()
}

/// Notes that a colleague was told of every reset.
///
/// # Errors
/// What the engine said.
pub async fn see(tx: &mut Tx, user: UserId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SEE)
            .bind(centre)
            .bind(user.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// How a second person releases a reset.
pub struct Release<'a> {
    /// Which one.
    pub id: InviteId,
    /// The hash of the code that is handed over.
    pub code_hash: &'a [u8],
    /// The second person.
    pub by: UserId,
    /// Until when the code works.
    pub until: Instant,
}

/// Releases a reset; `false` when it does not wait for this person.
///
/// # Errors
/// What the engine said.
pub async fn release(tx: &mut Tx, release: &Release<'_>, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let released = run!(
        tx,
        sqlx::query(RELEASE)
            .bind(centre)
            .bind(release.id.uuid())
            .bind(release.code_hash)
            .bind(release.by.uuid())
            .bind(release.until.utc())
            .bind(now.utc())
    )?;
    Ok(released == 1)
}

/// Uses a code up; `false` when somebody was faster, or it is too old.
///
/// # Errors
/// What the engine said.
pub async fn use_up(tx: &mut Tx, id: InviteId, now: Instant) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let used = run!(
        tx,
        sqlx::query(USE_UP)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(used == 1)
}

/// Ends whatever code a colleague has.
///
/// # Errors
/// What the engine said.
pub async fn end(tx: &mut Tx, user: UserId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(END)
            .bind(centre)
            .bind(user.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Counts a wrong answer of whoever has a code; the tenth ends it.
///
/// # Errors
/// What the engine said.
pub async fn miss(tx: &mut Tx, id: InviteId, now: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(MISS)
            .bind(centre)
            .bind(id.uuid())
            .bind(now.utc())
    )?;
    Ok(())
}
