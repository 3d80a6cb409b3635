//! People into and out of memory: the form they are sealed in, and the index of names.

use domain::person::{Identity, SafeContact};
use domain::role::Action;
use domain::{CentreId, Pii, RecordId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{PersonError, open};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::index::Entry as Known;
use crate::seal::SealError;
use crate::store::{self, StoreError};
use crate::{Desk, people};

/// How many records are loaded at a time.
const BATCH: i64 = 2_000;

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
    let phone = contact
        .reveal()
        .phone
        .as_ref()
        .map(|phone| Pii::new(phone.as_str().to_owned()));
    let visit_link = people::visit_link(desk, record)?.bytes;
    desk.index().learn(
        centre,
        Known {
            record,
            identity,
            phone,
            visit_link,
        },
    );
    Ok(())
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
            return Ok(desk.index().len(permit.centre()));
        };
        after = last.id;
        learn_all(desk, &permit, records).await?;
    }
}

async fn learn_all(
    desk: &Desk,
    permit: &Permit,
    records: Vec<store::people::Record>,
) -> Result<(), PersonError> {
    let mut look = desk.look(permit).await?;
    for record in records {
        let person = open(desk, permit, &mut look, record).await?;
        learn(
            desk,
            permit.centre(),
            person.record,
            person.identity,
            &person.contact,
        )?;
    }
    Ok(())
}

/// Learns a person that another process wrote down.
pub(crate) async fn follow(desk: &Desk, actor: &Actor, id: RecordId) -> Result<(), PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let mut look = desk.look(&permit).await?;
    let Some(record) = store::people::one(&mut look, id).await? else {
        return Ok(());
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
