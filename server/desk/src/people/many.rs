//! Writing many people down at once, as a file of them asks: the same rows, grants and keys as one
//! by one, in one transaction of each database.

use domain::person::NewPerson;
use domain::{CentreId, Pii, RecordId};

use super::{PersonError, contact_place, identity_place, load};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::seal::{FreshGrants, FreshKeys, Place, Recipient, SealError};
use crate::store::people::Record;
use crate::store::{self, Scope, Tx};

/// How many records are opened at a time when others were written down elsewhere: with more, every
/// grant of the centre would be read.
const OPENED: usize = 90;

/// People who are sealed and not stored yet.
pub(crate) struct Many {
    people: Vec<(RecordId, NewPerson)>,
    records: Vec<Record>,
    keys: FreshKeys,
}

/// Seals people under ids and keys of their own.
pub(crate) async fn seal(
    desk: &Desk,
    permit: &Permit,
    people: Vec<NewPerson>,
) -> Result<Many, PersonError> {
    let people: Vec<(RecordId, NewPerson)> = people
        .into_iter()
        .map(|person| (RecordId::new(desk.ids()), person))
        .collect();
    let mut plain = Vec::with_capacity(people.len() * 2);
    for (id, person) in &people {
        plain.push((
            identity_place(*id),
            load::written(person.identity.reveal())?,
        ));
        plain.push((contact_place(*id), load::written(person.contact.reveal())?));
    }
    let values: Vec<(Place, &[u8])> = plain
        .iter()
        .map(|(place, bytes)| (*place, bytes.reveal().as_slice()))
        .collect();
    let (blobs, keys) = desk.vault().seal_fresh(permit, &values).await?;
    let records = records(desk, &people, blobs);
    Ok(Many {
        people,
        records,
        keys,
    })
}

fn records(desk: &Desk, people: &[(RecordId, NewPerson)], blobs: Vec<Vec<u8>>) -> Vec<Record> {
    let mut blobs = blobs.into_iter();
    let record = |(id, _): &(RecordId, NewPerson)| {
        Some(Record {
            id: *id,
            identity: blobs.next()?,
            contact: blobs.next()?,
            since: desk.now(),
            rev: 1,
        })
    };
    people.iter().map_while(record).collect()
}

/// Writes sealed people into the transaction, with the grants of the desk.
pub(crate) async fn insert(
    desk: &Desk,
    tx: &mut Tx,
    many: Many,
) -> Result<(Vec<(RecordId, NewPerson)>, FreshGrants), PersonError> {
    for record in &many.records {
        store::people::insert(tx, record).await?;
    }
    let front = (Recipient::Desk(tx.centre()), desk.now());
    let granted = desk.vault().grant_fresh(tx, many.keys, front).await?;
    Ok((many.people, granted))
}

/// Teaches the index people who are stored.
pub(crate) fn learn(
    desk: &Desk,
    centre: CentreId,
    people: Vec<(RecordId, NewPerson)>,
) -> Result<(), SealError> {
    for (id, person) in people {
        load::learn(desk, centre, id, person.identity, &person.contact)?;
    }
    Ok(())
}

/// Which of these people are known already by name and birth date, here or earlier among them, to
/// somebody who may see those whom `seen` lets through: to be written down twice tells less than to
/// be left out.
pub(crate) fn known(
    desk: &Desk,
    centre: CentreId,
    people: &[NewPerson],
    seen: impl Fn(RecordId) -> bool,
) -> Vec<bool> {
    let phone = |person: &NewPerson| {
        let phone = person.contact.reveal().phone.as_ref();
        phone.map(|phone| Pii::new(phone.as_str().to_owned()))
    };
    let sought: Vec<_> = people
        .iter()
        .map(|person| (person.identity.reveal(), phone(person)))
        .collect();
    desk.index().known(centre, &sought, seen)
}

/// Learns everybody whom another process wrote down and this one does not know yet.
///
/// # Errors
/// [`SealError::NoWrap`] when somebody's keys are not there yet: to be asked again.
pub(crate) async fn follow(desk: &Desk, actor: &Actor) -> Result<(), PersonError> {
    let permit = access::require(actor, domain::role::Action::BuildIndex)?;
    let entry = Entry::of("index", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    for part in load::parts(desk, &permit).await? {
        let mut new = store::people::between(&mut desk.look(&permit).await?, part).await?;
        new.retain(|record| !desk.index().knows(permit.centre(), record.id));
        for some in new.chunks(OPENED) {
            load::learn_some(desk, &permit, some).await?;
        }
    }
    Ok(())
}
