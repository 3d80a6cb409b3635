//! Correcting what is known of a person. What stood there before stays, sealed in the same place with
//! who changed it and when: it goes when the record goes, and opens for nobody else.

use domain::person::{Correction, Identity, SafeContact};
use domain::role::Action;
use domain::{Instant, Pii, RecordId, RepeatKey, UserId};
use serde::{Deserialize, Serialize};

use super::{PersonError, contact_place, identity_place, load};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::denials;
use crate::seal::Place;
use crate::store::people::Record;
use crate::store::repeats::Claim;
use crate::store::{self, Scope, StoreError};

/// The use case that a key of the form belongs to.
const CORRECT: &str = "correct_person";

/// A part of a record as it is sealed: what is so now, beside what was so before.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept<T> {
    #[serde(flatten)]
    pub now: T,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    before: Vec<Before<T>>,
}

/// What was so, until somebody corrected it.
#[derive(Serialize, Deserialize)]
struct Before<T> {
    was: T,
    until: Instant,
    by: UserId,
}

impl<T: PartialEq> Kept<T> {
    /// The part as it is written down the first time.
    pub(super) const fn first(now: T) -> Self {
        Self {
            now,
            before: Vec::new(),
        }
    }

    /// When it was last corrected.
    pub(super) fn corrected(&self) -> Option<Instant> {
        self.before.last().map(|before| before.until)
    }

    /// Something else from now on. What did not change leaves nothing behind.
    fn becomes(mut self, now: T, by: UserId, at: Instant) -> Self {
        if self.now != now {
            let was = std::mem::replace(&mut self.now, now);
            self.before.push(Before { was, until: at, by });
        }
        self
    }
}

/// Writes down something else of a person who is known. The index finds her by it at once.
///
/// # Errors
/// [`PersonError::Stale`] when somebody changed the record since it was shown,
/// [`PersonError::NotFound`] for a record of another centre, of nobody, or of somebody whom the
/// colleague must not see.
pub async fn correct(
    desk: &Desk,
    actor: &Actor,
    asked: Correction,
    key: RepeatKey,
) -> Result<(), PersonError> {
    let permit = access::permitted(desk, actor, Action::CorrectPerson).await?;
    let corrected = corrected(desk, &permit, &asked, key).await;
    let decision = match corrected {
        Ok(Change::Made(identity)) => {
            let (centre, record) = (permit.centre(), asked.record);
            return Ok(load::learn(desk, centre, record, identity, &asked.contact)?);
        }
        Ok(Change::Before) => return Ok(()),
        Err(PersonError::Stale) => Decision::Refused,
        Err(PersonError::NotFound) => Decision::NotFound,
        Err(error) => return Err(error),
    };
    let entry = Entry::of("record", asked.record.bytes()).decided(decision);
    desk.trail().witness(desk, &permit, entry).await?;
    corrected.map(drop)
}

/// What became of a form.
enum Change {
    /// It changed the record now: who it is from now on.
    Made(Pii<Identity>),
    /// It changed it when it came the first time.
    Before,
}

async fn corrected(
    desk: &Desk,
    permit: &Permit,
    asked: &Correction,
    key: RepeatKey,
) -> Result<Change, PersonError> {
    let mut look = desk.look(permit).await?;
    let sender = (permit.actor_id(), CORRECT);
    if store::repeats::first(&mut look, key, sender)
        .await?
        .is_some()
    {
        return Ok(Change::Before);
    }
    let seen = denials::seen(desk, permit, &mut look).await?;
    let stored = store::people::one(&mut look, asked.record).await?;
    let stored = stored.filter(|_| seen.shows(asked.record));
    let stored = stored.ok_or(PersonError::NotFound)?;
    if stored.rev != asked.rev {
        return Err(PersonError::Stale);
    }
    let (record, identity) = resealed(desk, permit, &mut look, (stored, asked)).await?;
    drop(look);
    if stored_once(desk, permit, &record, key).await? {
        Ok(Change::Made(identity))
    } else {
        Ok(Change::Before)
    }
}

/// Stores the record; `false` when the same form was stored meanwhile.
async fn stored_once(
    desk: &Desk,
    permit: &Permit,
    record: &Record,
    key: RepeatKey,
) -> Result<bool, PersonError> {
    let mut tx = desk.begin(permit).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: CORRECT,
        result: record.id.uuid(),
        at: desk.now(),
    };
    if store::repeats::claim(&mut tx, claim).await?.is_some() {
        return Ok(false);
    }
    if !store::people::correct(&mut tx, record).await? {
        return Err(PersonError::Stale);
    }
    tx.touch(Topic::People, record.id.uuid());
    let entry = Entry::of("record", record.id.bytes()).about(record.id);
    desk.commit(tx, permit, entry).await?;
    Ok(true)
}

/// The record with what is so now, and what was so before behind it.
async fn resealed(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    (stored, asked): (Record, &Correction),
) -> Result<(Record, Pii<Identity>), PersonError> {
    let (by, at) = (UserId::from_uuid(permit.actor_id()), desk.now());
    let identity: Kept<Identity> = kept(
        desk,
        permit,
        look,
        (&identity_place(stored.id), &stored.identity),
    )
    .await?;
    let contact: Kept<SafeContact> = kept(
        desk,
        permit,
        look,
        (&contact_place(stored.id), &stored.contact),
    )
    .await?;
    let now = Pii::new(with_tongues(&identity.now, asked.identity.reveal()));
    let identity = identity.becomes(now.reveal().clone(), by, at);
    let contact = contact.becomes(asked.contact.reveal().clone(), by, at);
    let (identity, contact) = sealed(desk, permit, stored.id, (&identity, &contact)).await?;
    let record = Record {
        identity,
        contact,
        ..stored
    };
    Ok((record, now))
}

/// The form speaks of the best language only; the others somebody speaks stay as they were.
fn with_tongues(before: &Identity, asked: &Identity) -> Identity {
    let mut now = asked.clone();
    let others = before.tongues.iter().skip(1);
    let others = others.filter(|tongue| !asked.tongues.contains(tongue));
    now.tongues.extend(others.cloned());
    now
}

/// Both parts of a record, sealed in their places.
pub(super) async fn sealed(
    desk: &Desk,
    permit: &Permit,
    id: RecordId,
    (identity, contact): (&Kept<Identity>, &Kept<SafeContact>),
) -> Result<(Vec<u8>, Vec<u8>), PersonError> {
    let (identity, contact) = (load::written(identity)?, load::written(contact)?);
    let vault = desk.vault();
    let identity = vault
        .seal(permit, &identity_place(id), identity.reveal())
        .await?;
    let contact = vault
        .seal(permit, &contact_place(id), contact.reveal())
        .await?;
    Ok((identity, contact))
}

/// Opens a part of a record with what it held before.
pub(super) async fn kept<T: serde::de::DeserializeOwned>(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    (place, sealed): (&Place, &[u8]),
) -> Result<Kept<T>, PersonError> {
    let opened = desk.vault().open(permit, look, place, sealed).await?;
    serde_json::from_slice(opened.reveal()).map_err(|_| StoreError::Inconsistent.into())
}
