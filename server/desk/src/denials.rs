//! Whom a colleague must not see. A denial is stronger than every permission: for that colleague the
//! person, her visits and her name are not there, on no screen and in no answer. Who is kept from
//! whom is itself kept from the colleague.

use std::collections::HashSet;

use domain::role::Action;
use domain::text::{Name, Note};
use domain::{CentreId, DenialId, Instant, Pii, RecordId, RequestId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::bus::Topic;
use crate::index::Hit;
use crate::ledger::{self, Deed};
use crate::people::whom;
use crate::seal::{Compartment, LinkContext, LinkKey, Place, SealError, Subject};
use crate::store::denials::Stored;
use crate::store::{self, Scope, StoreError};

mod seen;

pub(crate) use seen::{Seen, seen, seen_by};

/// Why a denial could not be set, shown or lifted.
#[derive(Debug, thiserror::Error)]
pub enum DenialError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such colleague, person or denial here.
    #[error("not found")]
    NotFound,
    /// She is kept from that colleague already.
    #[error("already denied")]
    Already,
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

/// A denial to be set.
pub struct NewDenial {
    /// Who must not see her.
    pub user: UserId,
    /// Whom.
    pub record: RecordId,
    /// Why, in the words of whoever sets it.
    pub reason: Note,
}

/// A denial as it is shown to those who may set one.
pub struct Listed {
    /// Which one.
    pub id: DenialId,
    /// What the colleague is called; nothing when the account is closed.
    pub colleague: Option<Pii<Name>>,
    /// What the person is called; nothing when she gave no name.
    pub person: Option<Pii<Name>>,
    /// Why.
    pub reason: Pii<Note>,
    /// Since when.
    pub since: Instant,
}

/// What is sealed of a denial.
#[derive(Serialize, Deserialize)]
struct Sides {
    user: Uuid,
    record: Uuid,
    reason: Note,
}

/// Looks people up for a denial. It shows nobody whom the one who looks must not see.
///
/// # Errors
/// [`DenialError::Forbidden`] for a role that sets none.
pub async fn find(
    desk: &Desk,
    actor: &Actor,
    asked: &Pii<String>,
) -> Result<Vec<Hit>, DenialError> {
    let permit = access::permitted(desk, actor, Action::SetDenial).await?;
    whom::found(desk, &permit, asked).await
}

/// Keeps a person from a colleague, at once and everywhere.
///
/// # Errors
/// [`DenialError::Already`] when that is so, [`DenialError::NotFound`] for somebody who is not here
/// or whom the one who sets it must not see.
pub async fn set(desk: &Desk, actor: &Actor, new: NewDenial) -> Result<DenialId, DenialError> {
    let permit = access::deed(desk, actor, Action::SetDenial).await?;
    let mut look = desk.look(&permit).await?;
    let colleague = store::staff::find(&mut look, new.user).await?;
    let person = store::people::one(&mut look, new.record).await?;
    let shows = seen(desk, &permit, &mut look).await?.shows(new.record);
    drop(look);
    if colleague.is_none() || person.is_none() || !shows {
        let entry = Entry::of("denial", [0; 16]).decided(Decision::NotFound);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(DenialError::NotFound);
    }
    let id = DenialId::new(desk.ids());
    let stored = sealed(desk, &permit, id, &new).await?;
    let mut tx = desk.begin(&permit).await?;
    match store::denials::set(&mut tx, &stored, desk.now()).await {
        Err(StoreError::Taken) => return Err(DenialError::Already),
        outcome => outcome?,
    }
    tx.touch(Topic::Visits, id.uuid());
    // A backup of before must not show her to that colleague again.
    let deed = Deed::Denied(Subject::house(permit.centre()), id.uuid());
    ledger::write(&mut tx, desk.ids().fresh(), deed, desk.now()).await?;
    let entry = Entry::of("denial", id.bytes()).about(new.record);
    desk.commit(tx, &permit, entry.because("deny_list")).await?;
    Ok(id)
}

async fn sealed(
    desk: &Desk,
    permit: &Permit,
    id: DenialId,
    new: &NewDenial,
) -> Result<store::denials::NewDenial, DenialError> {
    let sides = Sides {
        user: new.user.uuid(),
        record: new.record.uuid(),
        reason: new.reason.clone(),
    };
    let plain = serde_json::to_vec(&sides).map_err(|_| StoreError::Inconsistent)?;
    Ok(store::denials::NewDenial {
        id,
        barred: barred(desk, new.user)?,
        person: link(desk, new.record)?,
        sealed: desk
            .vault()
            .seal(permit, &place(permit, id), &plain)
            .await?,
    })
}

/// Every denial that holds, except those about the colleague who asks.
///
/// # Errors
/// [`DenialError::Forbidden`] for a role that sets none.
pub async fn all(desk: &Desk, actor: &Actor) -> Result<Vec<Listed>, DenialError> {
    let permit = access::permitted(desk, actor, Action::ShowDenials).await?;
    let mut look = desk.look(&permit).await?;
    let mut stored = store::denials::all(&mut look).await?;
    let own = barred(desk, UserId::from_uuid(permit.actor_id()))?;
    stored.retain(|denial| denial.barred != own.bytes);
    let seen = seen(desk, &permit, &mut look).await?;
    let mut listed = Vec::with_capacity(stored.len());
    let mut entry = Entry::of("denial", permit.centre().bytes());
    for denial in stored {
        let sides = sides(desk, &permit, &mut look, &denial).await?;
        let record = RecordId::from_uuid(sides.record);
        // Somebody whom the one who asks must not see is kept from another colleague too: not shown.
        if seen.shows(record) {
            entry = entry.about(record);
            listed.push(named(desk, &permit, &mut look, (denial, sides)).await?);
        }
    }
    desk.trail().witness(desk, &permit, entry).await?;
    Ok(listed)
}

async fn sides(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    denial: &store::denials::Denial,
) -> Result<Sides, DenialError> {
    let place = place(permit, denial.id);
    let plain = desk.vault().open(permit, look, &place, &denial.sealed);
    let read = serde_json::from_slice(plain.await?.reveal());
    Ok(read.map_err(|_| StoreError::Inconsistent)?)
}

async fn named(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    (denial, sides): (store::denials::Denial, Sides),
) -> Result<Listed, DenialError> {
    let account = store::staff::find(look, UserId::from_uuid(sides.user)).await?;
    let colleague = match account {
        Some(account) => Some(crate::staff::open(desk, permit, look, &account).await?),
        None => None,
    };
    let record = RecordId::from_uuid(sides.record);
    let called = whom::called(desk, permit, record);
    Ok(Listed {
        id: denial.id,
        colleague: colleague.map(|known| known.map(|known| known.name)),
        person: called.reveal().clone().map(Pii::new),
        reason: Pii::new(sides.reason),
        since: denial.since,
    })
}

/// Lets a colleague see a person again. Nobody lifts a denial that is about oneself.
///
/// # Errors
/// [`DenialError::NotFound`] for a denial that does not hold, or is about the one who asks.
pub async fn lift(desk: &Desk, actor: &Actor, id: DenialId) -> Result<(), DenialError> {
    let permit = access::deed(desk, actor, Action::LiftDenial).await?;
    let own = barred(desk, UserId::from_uuid(permit.actor_id()))?;
    let mut tx = desk.begin(&permit).await?;
    let lifted = store::denials::lift(&mut tx, id, &own, desk.now()).await?;
    let entry = Entry::of("denial", id.bytes()).because("deny_list");
    if lifted {
        tx.touch(Topic::Visits, id.uuid());
        return Ok(desk.commit(tx, &permit, entry).await?);
    }
    desk.commit(tx, &permit, entry.decided(Decision::NotFound))
        .await?;
    Err(DenialError::NotFound)
}

fn place(permit: &Permit, id: DenialId) -> Place {
    Place {
        table: "denial",
        column: "sealed",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::STAFF,
    }
}

/// Sets denials again that a house of before had set, in a house that was put back: of every centre,
/// those that it does not know. What was lifted meanwhile holds again; somebody lifts it anew.
///
/// # Errors
/// What the store said.
pub(crate) async fn put_back(desk: &Desk, denials: &[Stored]) -> Result<(), DenialError> {
    let mut centres: Vec<Uuid> = denials.iter().map(|denial| denial.centre_id).collect();
    centres.sort_unstable();
    centres.dedup();
    let there = store::places::centres(desk.db()).await?;
    centres.retain(|centre| there.iter().any(|known| known.id.uuid() == *centre));
    for centre in centres {
        let actor = Actor::Cli {
            centre: CentreId::from_uuid(centre),
            request: RequestId::new(desk.ids()),
        };
        let permit = access::require(&actor, Action::Backup)?;
        let mut tx = desk.begin(&permit).await?;
        for denial in denials.iter().filter(|denial| denial.centre_id == centre) {
            store::denials::put_back(&mut tx, denial).await?;
        }
        let entry = Entry::of("denial", [0; 16]).because("restore");
        desk.commit(tx, &permit, entry).await?;
    }
    Ok(())
}

/// The pseudonym of a person whom somebody must not see.
///
/// # Errors
/// [`SealError::Sealed`] while the house is sealed.
pub(crate) fn link(desk: &Desk, record: RecordId) -> Result<LinkKey, SealError> {
    desk.vault().link(LinkContext::Denied, record.bytes())
}

/// The pseudonym of a colleague who must not see somebody.
fn barred(desk: &Desk, user: UserId) -> Result<LinkKey, SealError> {
    desk.vault().link(LinkContext::Barred, user.bytes())
}
