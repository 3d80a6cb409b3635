//! Visits whose time is over lose their person, by two colleagues: one looks at which days and how many,
//! and asks; another lets it happen within a week. What stays is counted and is nobody's. The visits of
//! somebody on whom a hold is are left out while it lasts.
//!
//! It is not written into the ledger: in a backup that is put back the same visits are due again by the
//! same period, and two colleagues look at them again.

use domain::role::Action;
use domain::unlinking::{Outcome, Refusal};
use domain::vouch::Release;
use domain::{UnlinkingId, UserId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::bus::Topic;
use crate::erasures::keys;
use crate::seal::{SealError, Subject};
use crate::store::unlinkings::{self, New, Unlinking};
use crate::store::{self, Passing, StoreError, Tx, again};

mod due;
mod overview;

pub use due::Due;
use due::{Found, found};
pub use overview::{Asked, Done, Overview, show, waits};

/// Why visits were not shown or unlinked.
#[derive(Debug, thiserror::Error)]
pub enum UnlinkingError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// Somebody else acted on it since it was shown.
    #[error("changed meanwhile")]
    Stale,
    /// A rule does not allow it now.
    #[error("refused")]
    Refused(#[from] Refusal),
    /// The trail could not be written, so nothing is shown.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl Passing for UnlinkingError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

fn entry(id: UnlinkingId) -> Entry {
    Entry::of("unlinking", id.bytes()).because("retention")
}

/// Asks a colleague to let it happen for what was looked at. What was asked before and is not the same,
/// or too long ago, is taken back.
///
/// # Errors
/// [`UnlinkingError::Refused`] when nothing is due, other visits are by now, or it is asked already.
pub async fn ask(desk: &Desk, actor: &Actor, digest: [u8; 16]) -> Result<(), UnlinkingError> {
    let permit = access::deed(desk, actor, Action::AskUnlinking).await?;
    let done = again(|| asked_for(desk, &permit, digest)).await;
    told(desk, &permit, done).await
}

async fn asked_for(desk: &Desk, permit: &Permit, digest: [u8; 16]) -> Result<(), UnlinkingError> {
    let mut tx = desk.begin(permit).await?;
    let found = found(desk, permit, &mut tx).await?;
    let due = found.due.ok_or(Refusal::Nothing)?;
    if due.digest != digest {
        return Err(Refusal::Changed.into());
    }
    let (by, now) = (UserId::from_uuid(permit.actor_id()), desk.now());
    if let Some(before) = unlinkings::open(&mut tx).await? {
        if before.standing.is_live(now) && before.digest == digest {
            return Err(Refusal::Asked.into());
        }
        let ending = (Outcome::Withdrawn, by, now);
        unlinkings::end(&mut tx, (before.id, before.rev), ending).await?;
    }
    let new = New {
        id: UnlinkingId::new(desk.ids()),
        until: due.last,
        visits: i64::try_from(due.visits).unwrap_or(i64::MAX),
        digest,
        by,
        at: now,
    };
    match unlinkings::add(&mut tx, &new).await {
        Err(StoreError::Taken) => return Err(UnlinkingError::Stale),
        outcome => outcome?,
    }
    tx.touch(Topic::Staff, new.id.uuid());
    Ok(desk.commit(tx, permit, entry(new.id)).await?)
}

/// Lets it happen. It cannot be undone.
///
/// # Errors
/// As [`ask`]; also for the one who asked or who may be the same person, and when it was too long ago.
pub async fn release(
    desk: &Desk,
    actor: &Actor,
    shown: (UnlinkingId, i64),
) -> Result<usize, UnlinkingError> {
    let permit = access::deed(desk, actor, Action::ReleaseUnlinking).await?;
    let done = again(|| released(desk, &permit, shown)).await;
    let visits = told(desk, &permit, done).await?;
    // It is done; the keys of the remarks go within a minute.
    if let Err(error) = keys::finish_as(desk, &permit).await {
        tracing::warn!(error.kind = %error, "keys of remarks on old visits are not destroyed yet");
    }
    Ok(visits)
}

async fn released(
    desk: &Desk,
    permit: &Permit,
    shown: (UnlinkingId, i64),
) -> Result<usize, UnlinkingError> {
    let mut tx = desk.begin(permit).await?;
    let open = stands(&mut tx, shown).await?;
    let found = found(desk, permit, &mut tx).await?;
    let by = UserId::from_uuid(permit.actor_id());
    let same = found
        .due
        .as_ref()
        .is_some_and(|due| open.digest == due.digest);
    open.standing.may_release(by, desk.now(), same)?;
    independent(desk, &mut tx, (by, &open)).await?;
    if !unlinkings::end(&mut tx, shown, (Outcome::Done, by, desk.now())).await? {
        return Err(UnlinkingError::Stale);
    }
    let visits = unlink(desk, &mut tx, &found).await?;
    tx.touch(Topic::Visits, Uuid::nil());
    tx.touch(Topic::Staff, open.id.uuid());
    desk.commit(tx, permit, entry(open.id)).await?;
    Ok(visits)
}

/// Takes the person from each visit, and notes that the keys of their remarks are to go.
async fn unlink(desk: &Desk, tx: &mut Tx, found: &Found) -> Result<usize, UnlinkingError> {
    let mut visits = 0;
    for visit in &found.visits {
        visits += usize::from(unlinkings::unlink(tx, visit.id).await?);
        if visit.remarked {
            keys::end(desk, tx, (Subject::visit(visit.id), None)).await?;
        }
    }
    Ok(visits)
}

/// Whether the second colleague is another person than the first.
async fn independent(
    desk: &Desk,
    tx: &mut Tx,
    (by, open): (UserId, &Unlinking),
) -> Result<(), UnlinkingError> {
    let pair = Release {
        by,
        asker: open.standing.by,
        about: None,
    };
    let vouches = store::vouches::all(tx).await?;
    let outcome = pair.independent(&vouches, desk.now());
    Ok(outcome.map_err(Refusal::from)?)
}

/// Takes back what was asked.
///
/// # Errors
/// [`UnlinkingError::Stale`] when it has ended meanwhile.
pub async fn withdraw(
    desk: &Desk,
    actor: &Actor,
    shown: (UnlinkingId, i64),
) -> Result<(), UnlinkingError> {
    let permit = access::permitted(desk, actor, Action::WithdrawUnlinking).await?;
    let mut tx = desk.begin(&permit).await?;
    let open = stands(&mut tx, shown).await?;
    let by = UserId::from_uuid(permit.actor_id());
    let ending = (Outcome::Withdrawn, by, desk.now());
    if !unlinkings::end(&mut tx, shown, ending).await? {
        return Err(UnlinkingError::Stale);
    }
    tx.touch(Topic::Staff, open.id.uuid());
    Ok(desk.commit(tx, &permit, entry(open.id)).await?)
}

/// The one that has not ended, as it was shown.
async fn stands(tx: &mut Tx, (id, rev): (UnlinkingId, i64)) -> Result<Unlinking, UnlinkingError> {
    let open = unlinkings::open(tx).await?;
    let open = open.filter(|open| open.id == id && open.rev == rev);
    open.ok_or(UnlinkingError::Stale)
}

/// Writes down that a rule did not allow it.
async fn told<T>(
    desk: &Desk,
    permit: &Permit,
    outcome: Result<T, UnlinkingError>,
) -> Result<T, UnlinkingError> {
    if let Err(UnlinkingError::Refused(_) | UnlinkingError::Stale) = &outcome {
        let line = Entry::of("unlinking", permit.centre().bytes()).decided(Decision::Refused);
        desk.trail().witness(desk, permit, line).await?;
    }
    outcome
}
