//! People into and out of memory: the form they are sealed in, and the index of names.

use domain::person::{Identity, SafeContact};
use domain::role::Action;
use domain::text::{Email, Phone};
use domain::{CentreId, Pii, RecordId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{PersonError, contact_place, identity_place, open};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::index::Entry as Known;
use crate::seal::{Place, SealError};
use crate::store::{self, StoreError};
use crate::{Desk, denials, people, same_as};

/// How many records are loaded at a time: as few as can be, because their sealed and open forms are
/// all in memory, and as many as are opened together.
const BATCH: i64 = 1_000;

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
    let contact = contact.reveal();
    let phone = contact.phone.as_ref().map(Phone::as_str);
    let email = contact.email.as_ref().map(Email::as_str);
    let own = |text: Option<&str>| text.map(|text| Pii::new(text.to_owned()));
    let visit_link = people::visit_link(desk, record)?.bytes;
    let denied_link = denials::link(desk, record)?.bytes;
    desk.index().learn(
        centre,
        &Known {
            record,
            identity,
            phone: own(phone),
            email: own(email),
            visit_link,
            denied_link,
        },
    );
    Ok(())
}

/// Forgets a person who was erased, and every key this process remembers.
pub(crate) fn forget(desk: &Desk, centre: CentreId, record: RecordId) -> Result<(), SealError> {
    desk.index().forget(centre, record);
    desk.vault().forget_opened()
}

/// Reads every person of the actor's centre into the index of names; gives how many.
///
/// # Errors
/// [`PersonError::Seal`] while the house is sealed.
pub async fn rebuild_index(desk: &Desk, actor: &Actor) -> Result<usize, PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    desk.trail()
        .witness(desk, &permit, Entry::of("index", permit.centre().bytes()))
        .await?;
    let mut after = RecordId::from_uuid(Uuid::nil());
    loop {
        let records = store::people::some(&mut desk.look(&permit).await?, after, BATCH).await?;
        let Some(last) = records.last() else {
            same_as::load(desk, &permit).await?;
            return Ok(desk.index().len(permit.centre()));
        };
        after = last.id;
        learn_all(desk, &permit, records).await?;
    }
}

/// How many people of the actor's centre can be read. Nothing of them is remembered.
///
/// # Errors
/// [`PersonError::Seal`] while the house is sealed.
pub(crate) async fn readable(desk: &Desk, actor: &Actor) -> Result<usize, PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let entry = Entry::of("index", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let (mut count, mut after) = (0, RecordId::from_uuid(Uuid::nil()));
    loop {
        let records = store::people::some(&mut desk.look(&permit).await?, after, BATCH).await?;
        let Some(last) = records.last() else {
            return Ok(count);
        };
        after = last.id;
        let sealed: Vec<(Place, &[u8])> = records.iter().flat_map(sealed_parts).collect();
        let mut look = desk.look(&permit).await?;
        let opened = desk.vault().open_many(&permit, &mut look, &sealed).await?;
        count += opened
            .chunks(2)
            .filter(|parts| parts.iter().all(Result::is_ok))
            .count();
    }
}

/// Learns what opens. Somebody whose record is damaged cannot be found by name, and is no reason to
/// keep the house closed.
async fn learn_all(
    desk: &Desk,
    permit: &Permit,
    records: Vec<store::people::Record>,
) -> Result<(), PersonError> {
    let sealed: Vec<(Place, &[u8])> = records.iter().flat_map(sealed_parts).collect();
    let mut look = desk.look(permit).await?;
    let opened = desk.vault().open_many(permit, &mut look, &sealed).await?;
    let mut opened = opened.into_iter();
    for record in &records {
        let (Some(identity), Some(contact)) = (opened.next(), opened.next()) else {
            break;
        };
        if let Err(error) = learn_opened(desk, permit, record.id, (identity, contact)) {
            tracing::error!(error.kind = %error, "a person does not open and cannot be found");
        }
    }
    Ok(())
}

pub(super) fn sealed_parts(record: &store::people::Record) -> [(Place, &[u8]); 2] {
    [
        (identity_place(record.id), record.identity.as_slice()),
        (contact_place(record.id), record.contact.as_slice()),
    ]
}

type Opened = Result<Pii<Vec<u8>>, SealError>;

fn learn_opened(
    desk: &Desk,
    permit: &Permit,
    id: RecordId,
    (identity, contact): (Opened, Opened),
) -> Result<(), PersonError> {
    let (identity, contact) = (read(&identity?)?, read(&contact?)?);
    Ok(learn(desk, permit.centre(), id, identity, &contact)?)
}

/// Learns some records that another process wrote down; one whose keys are not there yet is asked for
/// again, one that is damaged is told once.
pub(super) async fn learn_some(
    desk: &Desk,
    permit: &Permit,
    records: &[store::people::Record],
) -> Result<(), PersonError> {
    let sealed: Vec<(Place, &[u8])> = records.iter().flat_map(sealed_parts).collect();
    let mut look = desk.look(permit).await?;
    let opened = desk.vault().open_many(permit, &mut look, &sealed).await?;
    let mut opened = opened.into_iter();
    for record in records {
        let (Some(identity), Some(contact)) = (opened.next(), opened.next()) else {
            break;
        };
        match learn_opened(desk, permit, record.id, (identity, contact)) {
            Err(PersonError::Seal(SealError::NoWrap)) => return Err(SealError::NoWrap.into()),
            Err(error) => {
                tracing::error!(error.kind = %error, "a person does not open and cannot be found");
            }
            Ok(()) => {}
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
