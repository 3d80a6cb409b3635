//! Destroying keys once what they seal is removed. The keystore is another database, so this comes
//! after; whatever stops in between is done at the next start, or within a minute.

use domain::role::Action;
use domain::{Instant, RecordId};
use uuid::Uuid;

use super::{ErasureError, Part, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::people;
use crate::seal::{Cell, Compartment, SealError, Subject, SubjectKind};
use crate::store::erasures::person;
use crate::store::key_ends::{self, KeyEnd};
use crate::store::{StoreError, Tx, pages};

/// How long a key of what is short-lived waits after it is spent, in seconds: longer than any process
/// goes on using it, and than what it seals lives.
const SPENT_SECONDS: i64 = 24 * 60 * 60;

/// Notes that keys are to be destroyed as soon as the transaction is stored.
pub(crate) async fn end(
    desk: &Desk,
    tx: &mut Tx,
    (subject, compartment): (Subject, Option<Compartment>),
) -> Result<(), StoreError> {
    let end = KeyEnd {
        id: Uuid::from_bytes(desk.ids().fresh()),
        subject,
        compartment,
        only_spent: false,
        due: desk.now(),
    };
    key_ends::add(tx, &end).await
}

/// Destroys the keys whose time has come; gives how many that were noted. A row goes only when its keys
/// are gone.
///
/// # Errors
/// [`ErasureError::Forbidden`], or what one of the databases said; the next time makes up.
pub async fn finish(desk: &Desk, actor: &Actor) -> Result<usize, ErasureError> {
    let permit = access::require(actor, Action::FinishErasure)?;
    finish_as(desk, &permit).await
}

/// The same for whoever has just erased somebody.
pub(crate) async fn finish_as(desk: &Desk, permit: &Permit) -> Result<usize, ErasureError> {
    let ends = key_ends::due(&mut desk.look(permit).await?, desk.now()).await?;
    if ends.is_empty() {
        return Ok(0);
    }
    for end in &ends {
        destroy(desk, permit, end).await?;
    }
    let mut tx = desk.begin(permit).await?;
    for end in &ends {
        again_unlinked(desk, &mut tx, end).await?;
        key_ends::remove(&mut tx, end.id).await?;
    }
    desk.settle(tx).await?;
    // Whoever reads at the moment is not waited for: the log empties when it begins anew.
    for db in [desk.db(), desk.vault().keystore()] {
        pages::empty_log(db).await?;
    }
    Ok(ends.len())
}

async fn destroy(desk: &Desk, permit: &Permit, end: &KeyEnd) -> Result<(), SealError> {
    let vault = desk.vault();
    let Some(compartment) = end.compartment else {
        if let Some(record) = person_of(end) {
            people::forget(desk, permit.centre(), record)?;
        }
        return vault.destroy(permit, end.subject).await.map(drop);
    };
    let cell = Cell {
        subject: end.subject,
        compartment,
    };
    if end.only_spent {
        vault.destroy_spent(permit, &cell).await
    } else {
        vault.destroy_cell(permit, &cell).await
    }
}

fn person_of(end: &KeyEnd) -> Option<RecordId> {
    let person = end.subject.kind == SubjectKind::Person && end.compartment.is_none();
    person.then(|| RecordId::from_uuid(Uuid::from_bytes(end.subject.id)))
}

/// Somebody may have received her in the very moment in which she was erased.
async fn again_unlinked(desk: &Desk, tx: &mut Tx, end: &KeyEnd) -> Result<(), SealError> {
    if let Some(record) = person_of(end) {
        person::erase(tx, Part::Visits, &whose(desk, record)?).await?;
    }
    Ok(())
}

/// Makes a new key for what is typed, once a day, and has the old one destroyed a day later: drafts
/// live for minutes, and those in backups open no more once the keys of that day are gone.
///
/// # Errors
/// As [`finish`].
pub async fn renew_drafts(desk: &Desk, actor: &Actor) -> Result<bool, ErasureError> {
    let permit = access::require(actor, Action::FinishErasure)?;
    let cell = Cell {
        subject: Subject::house(permit.centre()),
        compartment: Compartment::DRAFT,
    };
    let waits = key_ends::waits(&mut desk.look(&permit).await?, &cell).await?;
    if waits {
        return Ok(false);
    }
    let end = KeyEnd {
        id: Uuid::from_bytes(desk.ids().fresh()),
        subject: cell.subject,
        compartment: Some(cell.compartment),
        only_spent: true,
        due: later(desk.now()),
    };
    desk.vault().rotate(&permit, &cell).await?;
    let mut tx = desk.begin(&permit).await?;
    key_ends::add(&mut tx, &end).await?;
    desk.settle(tx).await?;
    Ok(true)
}

fn later(now: Instant) -> Instant {
    now.plus_seconds(SPENT_SECONDS)
}
