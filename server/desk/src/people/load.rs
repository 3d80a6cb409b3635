//! People into and out of memory: the form they are sealed in, and the index of names.

use domain::person::{Identity, SafeContact};
use domain::role::Action;
use domain::text::{Email, Phone};
use domain::{CentreId, Pii, RecordId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{PersonError, contact_place, identity_place, open};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::index::Entry as Known;
use crate::seal::{Place, SealError};
use crate::store::people::Sealed;
use crate::store::{self, StoreError};
use crate::{Desk, denials, people, same_as};

/// How many records are loaded at a time, about: as few as can be, because their sealed and open forms
/// are all in memory, and hardly ever more than are opened together.
const BATCH: u128 = 800;

/// How many parts of the house are read side by side, each on a thread of its own: opening what is
/// sealed takes as long as reading it. Each holds a batch in memory.
const SIDE_BY_SIDE: usize = 2;

/// The bytes that are sealed.
pub(super) fn written(value: &impl Serialize) -> Result<Pii<Vec<u8>>, PersonError> {
    let bytes = serde_json::to_vec(value).map_err(|_| StoreError::Inconsistent)?;
    Ok(Pii::new(bytes))
}

/// The value that was sealed.
pub(super) fn read<T: DeserializeOwned>(bytes: &Pii<Vec<u8>>) -> Result<Pii<T>, PersonError> {
    let value = serde_json::from_slice(bytes.reveal()).map_err(|_| StoreError::Inconsistent)?;
    Ok(Pii::new(value))
}

/// Teaches the index one person.
pub(super) fn learn(
    desk: &Desk,
    centre: CentreId,
    record: RecordId,
    identity: Pii<Identity>,
    contact: &Pii<SafeContact>,
) -> Result<(), SealError> {
    let entry = entry(desk, record, identity, contact)?;
    desk.index().learn(centre, &[entry]);
    Ok(())
}

/// One person as the index learns her.
fn entry(
    desk: &Desk,
    record: RecordId,
    identity: Pii<Identity>,
    contact: &Pii<SafeContact>,
) -> Result<Known, SealError> {
    let contact = contact.reveal();
    let phone = contact.phone.as_ref().map(Phone::as_str);
    let email = contact.email.as_ref().map(Email::as_str);
    let own = |text: Option<&str>| text.map(|text| Pii::new(text.to_owned()));
    Ok(Known {
        record,
        identity,
        phone: own(phone),
        email: own(email),
        visit_link: people::visit_link(desk, record)?.bytes,
        denied_link: denials::link(desk, record)?.bytes,
    })
}

/// Forgets a person who was erased, and every key this process remembers.
pub(crate) fn forget(desk: &Desk, centre: CentreId, record: RecordId) -> Result<(), SealError> {
    desk.index().forget(centre, record);
    desk.vault().forget_opened()
}

/// Tells the index of names how many people of the actor's centre it is going to learn.
///
/// # Errors
/// What the store said.
pub async fn expect(desk: &Desk, actor: &Actor) -> Result<(), PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let count = store::people::count(&mut desk.look(&permit).await?).await?;
    desk.index().expect(usize::try_from(count).unwrap_or(0));
    Ok(())
}

/// Reads every person of the actor's centre into the index of names; gives how many.
///
/// # Errors
/// [`PersonError::Seal`] while the house is sealed.
pub async fn rebuild_index(desk: &Desk, actor: &Actor) -> Result<usize, PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let entry = Entry::of("index", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let parts = parts(desk, &permit).await?;
    let mut reading = JoinSet::new();
    for turn in 0..SIDE_BY_SIDE {
        let mine = parts.clone().skip(turn).step_by(SIDE_BY_SIDE);
        reading.spawn(learn_parts(desk.clone(), permit.clone(), mine));
    }
    while let Some(outcome) = reading.join_next().await {
        outcome.map_err(|_| StoreError::Inconsistent)??;
    }
    same_as::load(desk, &permit).await?;
    Ok(desk.index().len(permit.centre()))
}

/// Some of all ids there are: those behind one, up to another.
pub(crate) type Part = (Uuid, Uuid);

/// The parts in which the records of the permit's centre are read, a batch each: ids are random, so
/// every part of the same width has about as many.
pub(super) async fn parts(
    desk: &Desk,
    permit: &Permit,
) -> Result<impl Iterator<Item = Part> + Clone + Send + use<>, PersonError> {
    let count = store::people::count(&mut desk.look(permit).await?).await?;
    Ok(split(u128::from(count.unsigned_abs()) / BATCH + 1))
}

/// All ids there are in this many parts of the same width.
fn split(many: u128) -> impl Iterator<Item = Part> + Clone + Send {
    let width = u128::MAX / many;
    let behind = move |part| Uuid::from_u128(part * width);
    let last = move |part| {
        if part == many {
            Uuid::max()
        } else {
            behind(part)
        }
    };
    (1..=many).map(move |part| (behind(part - 1), last(part)))
}

/// Learns everybody in some parts of the house.
async fn learn_parts(
    desk: Desk,
    permit: Permit,
    parts: impl Iterator<Item = Part>,
) -> Result<(), PersonError> {
    for part in parts {
        let records = store::people::between(&mut desk.look(&permit).await?, part).await?;
        learn_all(&desk, &permit, &records).await?;
    }
    Ok(())
}

/// How many people of the actor's centre can be read. Nothing of them is remembered.
///
/// # Errors
/// [`PersonError::Seal`] while the house is sealed.
pub(crate) async fn readable(desk: &Desk, actor: &Actor) -> Result<usize, PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let entry = Entry::of("index", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut readable = 0;
    for part in parts(desk, &permit).await? {
        let records = store::people::between(&mut desk.look(&permit).await?, part).await?;
        let opened = opened(desk, &permit, &records).await?;
        let whole = opened.filter(|(_, (identity, contact))| identity.is_ok() && contact.is_ok());
        readable += whole.count();
    }
    Ok(readable)
}

/// Records with what they hold, opened.
pub(super) async fn opened(
    desk: &Desk,
    permit: &Permit,
    records: &[Sealed],
) -> Result<impl Iterator<Item = (RecordId, (Opened, Opened))>, PersonError> {
    let sealed: Vec<(Place, &[u8])> = records.iter().flat_map(sealed_parts).collect();
    let mut look = desk.look(permit).await?;
    let opened = desk.vault().open_many(permit, &mut look, &sealed).await?;
    let mut opened = opened.into_iter();
    let ids = records.iter().map(|record| record.id);
    Ok(ids.map_while(move |id| Some((id, (opened.next()?, opened.next()?)))))
}

/// Learns what opens. Somebody whose record is damaged cannot be found by name, and is no reason to
/// keep the house closed.
async fn learn_all(desk: &Desk, permit: &Permit, records: &[Sealed]) -> Result<(), PersonError> {
    let mut known = Vec::with_capacity(records.len());
    for (record, parts) in opened(desk, permit, records).await? {
        match read_entry(desk, record, parts) {
            Ok(entry) => known.push(entry),
            Err(error) => tell_unread(&error),
        }
    }
    desk.index().learn(permit.centre(), &known);
    Ok(())
}

fn tell_unread(error: &PersonError) {
    tracing::error!(error.kind = %error, "a person does not open and cannot be found");
}

fn sealed_parts(record: &Sealed) -> [(Place, &[u8]); 2] {
    [
        (identity_place(record.id), record.identity.as_slice()),
        (contact_place(record.id), record.contact.as_slice()),
    ]
}

type Opened = Result<Pii<Vec<u8>>, SealError>;

fn read_entry(
    desk: &Desk,
    record: RecordId,
    (identity, contact): (Opened, Opened),
) -> Result<Known, PersonError> {
    let (identity, contact) = (read(&identity?)?, read(&contact?)?);
    Ok(entry(desk, record, identity, &contact)?)
}

/// Learns some records that another process wrote down; one whose keys are not there yet is asked for
/// again, one that is damaged is told once.
pub(super) async fn learn_some(
    desk: &Desk,
    permit: &Permit,
    records: &[Sealed],
) -> Result<(), PersonError> {
    for (record, parts) in opened(desk, permit, records).await? {
        match read_entry(desk, record, parts) {
            Ok(entry) => desk.index().learn(permit.centre(), &[entry]),
            Err(PersonError::Seal(SealError::NoWrap)) => return Err(SealError::NoWrap.into()),
            Err(error) => tell_unread(&error),
        }
    }
    Ok(())
}

/// Learns a person that another process wrote down, or forgets one that it erased.
pub(crate) async fn follow(desk: &Desk, actor: &Actor, id: RecordId) -> Result<(), PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let mut look = desk.look(&permit).await?;
    let Some(record) = store::people::one(&mut look, id).await? else {
        return Ok(forget(desk, permit.centre(), id)?);
    };
    desk.trail()
        .witness(
            desk,
            &permit,
            Entry::of("index", permit.centre().bytes()).about(id),
        )
        .await?;
    let person = open(desk, &permit, &mut look, record).await?;
    Ok(learn(
        desk,
        permit.centre(),
        person.record,
        person.identity,
        &person.contact,
    )?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_house_hold_every_id_once() {
        for many in [1, 2, 3, 126, 1_251] {
            let parts: Vec<Part> = split(many).collect();
            assert_eq!(parts.len() as u128, many);
            assert_eq!(parts.first().map(|part| part.0), Some(Uuid::nil()));
            assert_eq!(parts.last().map(|part| part.1), Some(Uuid::max()));
            assert!(parts.windows(2).all(|pair| pair[0].1 == pair[1].0));
            assert!(parts.iter().all(|(behind, last)| behind < last));
        }
    }
}
