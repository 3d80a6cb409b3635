//! The two steps of two colleagues: one asks for what was looked at, another lets it happen.

use domain::erasure::{Ask, Found, Outcome, Refusal};
use domain::role::Action;
use domain::vouch::Release;
use domain::{ErasureId, RecordId, UserId};
use uuid::Uuid;

use super::{ErasureError, Matter, entry, keys, preview, requests, rows};
use crate::access::{self, Actor, Permit};
use crate::audit::Decision;
use crate::bus::Topic;
use crate::ledger::{self, Deed};
use crate::seal::{Step, Subject};
use crate::store::erasures::{Ending, Erasure};
use crate::store::{self, Tx, again};
use crate::{Desk, people, same_as};

/// An erasure as a colleague looked at it.
#[derive(Clone, Copy, Debug)]
pub struct Looked {
    /// Which one.
    pub id: ErasureId,
    /// Its revision then.
    pub rev: i64,
    /// The mark of what would go.
    pub digest: [u8; 16],
}

impl Looked {
    /// Reads the mark that a form carries.
    #[must_use]
    pub fn read_digest(raw: &str) -> Option<[u8; 16]> {
        let read = (raw.len() == 32).then(|| Uuid::try_parse(raw));
        read?.ok().map(Uuid::into_bytes)
    }
}

/// Asks a colleague to let an erasure happen.
///
/// # Errors
/// [`ErasureError::Refused`] when something stands in the way or something else would go by now,
/// [`ErasureError::Stale`].
pub async fn ask(desk: &Desk, actor: &Actor, looked: Looked) -> Result<(), ErasureError> {
    let permit = access::permitted(desk, actor, Action::AskErasure).await?;
    let asked = again(|| asked(desk, &permit, looked)).await;
    told(desk, &permit, looked.id, asked).await
}

async fn asked(desk: &Desk, permit: &Permit, looked: Looked) -> Result<(), ErasureError> {
    let (mut tx, erasure, matter) = requests::open(desk, permit, (looked.id, looked.rev)).await?;
    let found = found((desk, permit), &mut tx, (&erasure, &matter), looked).await?;
    erasure.standing.may_ask(desk.now(), found)?;
    let ask = Ask {
        by: UserId::from_uuid(permit.actor_id()),
        at: desk.now(),
    };
    let shown = (looked.id, looked.rev);
    if !store::erasures::ask(&mut tx, shown, ask, &looked.digest).await? {
        return Err(ErasureError::Stale);
    }
    tx.touch(Topic::Staff, looked.id.uuid());
    let entry = entry(looked.id, erasure.standing.cause).about(matter.record());
    Ok(desk.commit(tx, permit, entry).await?)
}

/// Lets an erasure happen that a colleague asked for. It cannot be undone.
///
/// # Errors
/// As [`ask`]; also for the one who asked or who may be the same person, and when nobody asked or it
/// was too long ago.
pub async fn release(desk: &Desk, actor: &Actor, looked: Looked) -> Result<(), ErasureError> {
    let permit = access::permitted(desk, actor, Action::ReleaseErasure).await?;
    let erased = again(|| erased(desk, &permit, looked)).await;
    let records = told(desk, &permit, looked.id, erased).await?;
    desk.vault()
        .passed(Step::ErasureStored)
        .map_err(crate::seal::SealError::from)?;
    for record in records {
        people::forget(desk, permit.centre(), record)?;
    }
    // She is erased; what is left of the keys goes within a minute.
    if let Err(error) = keys::finish_as(desk, &permit).await {
        tracing::warn!(error.kind = %error, "keys of somebody who was erased are not destroyed yet");
    }
    Ok(())
}

/// The data in one transaction: how it ended, the ledger, every row, and the trail.
/// Gives every record that went: all of those that are said to be the same person.
async fn erased(
    desk: &Desk,
    permit: &Permit,
    looked: Looked,
) -> Result<Vec<RecordId>, ErasureError> {
    let (mut tx, erasure, matter) = requests::open(desk, permit, (looked.id, looked.rev)).await?;
    let found = found((desk, permit), &mut tx, (&erasure, &matter), looked).await?;
    let by = UserId::from_uuid(permit.actor_id());
    erasure.standing.may_release(by, desk.now(), found)?;
    independent(desk, &mut tx, (by, &erasure)).await?;
    let ending = Ending {
        outcome: Outcome::Erased,
        by,
        at: desk.now(),
        sealed: None,
    };
    if !store::erasures::end(&mut tx, (looked.id, looked.rev), &ending).await? {
        return Err(ErasureError::Stale);
    }
    let records = same_as::members(desk, permit, &mut tx, matter.record()).await?;
    for record in &records {
        let deed = Deed::Erased(Subject::person(*record));
        ledger::write(&mut tx, desk.ids().fresh(), deed, desk.now()).await?;
        let whose = super::whose(desk, *record)?;
        store::erasures::person::overtake(&mut tx, &whose, (by, desk.now())).await?;
        rows::erase(desk, &mut tx, *record).await?;
    }
    desk.vault()
        .passed(Step::PersonErased)
        .map_err(crate::seal::SealError::from)?;
    tx.touch(Topic::Staff, looked.id.uuid());
    let entry = entry(looked.id, erasure.standing.cause);
    let entry = records.iter().fold(entry, |entry, one| entry.about(*one));
    desk.commit(tx, permit, entry).await?;
    Ok(records)
}

/// Whether the second colleague is another person than the first.
async fn independent(
    desk: &Desk,
    tx: &mut Tx,
    (by, erasure): (UserId, &Erasure),
) -> Result<(), ErasureError> {
    let ask = erasure.standing.ask.ok_or(Refusal::NotAsked)?;
    let pair = Release {
        by,
        asker: ask.by,
        about: None,
    };
    let vouches = store::vouches::all(tx).await?;
    let outcome = pair.independent(&vouches, desk.now());
    Ok(outcome.map_err(Refusal::from)?)
}

/// Looks again, inside the transaction.
async fn found(
    (desk, permit): (&Desk, &Permit),
    tx: &mut Tx,
    (erasure, matter): (&Erasure, &Matter),
    looked: Looked,
) -> Result<Found, ErasureError> {
    // Whoever sets a hold on her at this moment, by any record, comes before or after, never in between.
    for record in same_as::members(desk, permit, tx, matter.record()).await? {
        store::people::keep_still(tx, record).await?;
    }
    let stored = store::people::one(tx, matter.record()).await?;
    let stored = stored.ok_or(ErasureError::NotFound)?;
    let now = preview::of(desk, permit, tx, &stored).await?;
    Ok(Found {
        same: now.digest == looked.digest,
        asked: erasure.digest.as_deref() == Some(&now.digest[..]),
        hindered: !now.hindrances.is_empty(),
    })
}

/// Writes down that a rule did not allow it.
async fn told<T>(
    desk: &Desk,
    permit: &Permit,
    id: ErasureId,
    outcome: Result<T, ErasureError>,
) -> Result<T, ErasureError> {
    let decision = match &outcome {
        Err(ErasureError::Refused(_) | ErasureError::Stale) => Decision::Refused,
        Err(ErasureError::NotFound) => Decision::NotFound,
        _ => return outcome,
    };
    let line = crate::audit::Entry::of("erasure", id.bytes()).decided(decision);
    desk.trail().witness(desk, permit, line).await?;
    outcome
}
