//! Finding, writing down and showing a person. Looking comes before writing: somebody with the very
//! same name is shown first, and "it is somebody else" is said, not assumed.

use domain::person::{Identity, NewPerson, Person, SafeContact};
use domain::role::Action;
use domain::{Pii, RecordId};

use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::index::Hit;
use crate::seal::{Compartment, LinkContext, Place, SealError, Subject};
use crate::searches;
use crate::store::people::Record;
use crate::store::{self, Scope, StoreError};
use crate::{Desk, denials};

mod correct;
pub(crate) mod export;
mod keys;
mod load;
pub(crate) mod many;
mod register;
pub(crate) mod whom;

use correct::Kept;
pub use correct::correct;
pub use load::{expect, rebuild_index};
pub(crate) use load::{follow, forget, readable};
pub use register::register;

/// Why a person could not be found, written down or shown.
#[derive(Debug, thiserror::Error)]
pub enum PersonError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such person here.
    #[error("not found")]
    NotFound,
    /// People with the same name are known and were not looked at yet.
    #[error("likely known")]
    LikelyKnown,
    /// Somebody else changed the record since it was shown.
    #[error("changed meanwhile")]
    Stale,
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

/// Looks people up by what was typed. The trail says that somebody looked and how many were found,
/// never what was typed.
///
/// # Errors
/// [`PersonError::Forbidden`] for a role that may not look.
pub async fn find(
    desk: &Desk,
    actor: &Actor,
    asked: &Pii<String>,
) -> Result<Vec<Hit>, PersonError> {
    let permit = access::permitted(desk, actor, Action::FindPerson).await?;
    let hits = whom::found::<PersonError>(desk, &permit, asked).await?;
    searches::follow(desk, &permit).await?;
    Ok(hits)
}

/// People with the same name as the one being written down.
///
/// # Errors
/// [`PersonError::Forbidden`] for a role that may not look.
pub async fn likely_same(
    desk: &Desk,
    actor: &Actor,
    identity: &Pii<Identity>,
) -> Result<Vec<Hit>, PersonError> {
    let permit = access::permitted(desk, actor, Action::FindPerson).await?;
    let seen = denials::seen(desk, &permit, &mut desk.look(&permit).await?).await?;
    let shows = |record| seen.shows(record);
    let hits = desk
        .index()
        .likely_same(permit.centre(), identity.reveal(), shows);
    Ok(whom::witnessed(desk, &permit, hits).await?)
}

/// Shows a person to the desk. The trail is written first.
///
/// # Errors
/// [`PersonError::NotFound`] for a record of another centre, of nobody, or of somebody whom the
/// colleague must not see.
pub async fn show(desk: &Desk, actor: &Actor, id: RecordId) -> Result<Person, PersonError> {
    let permit = access::permitted(desk, actor, Action::ShowPerson).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let stored = store::people::one(&mut look, id).await?;
    let entry = Entry::of("record", id.bytes());
    let Some(record) = stored.filter(|_| seen.shows(id)) else {
        desk.trail()
            .witness(desk, &permit, entry.decided(Decision::NotFound))
            .await?;
        return Err(PersonError::NotFound);
    };
    desk.trail().witness(desk, &permit, entry.about(id)).await?;
    open(desk, &permit, &mut look, record).await
}

/// Opens a record; the caller has written the trail.
pub(crate) async fn open(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    record: Record,
) -> Result<Person, PersonError> {
    let (identity, contact) = (identity_place(record.id), contact_place(record.id));
    let identity: Kept<Identity> =
        correct::kept(desk, permit, look, (&identity, &record.identity)).await?;
    let contact: Kept<SafeContact> =
        correct::kept(desk, permit, look, (&contact, &record.contact)).await?;
    Ok(Person {
        record: record.id,
        corrected: identity.corrected().max(contact.corrected()),
        identity: Pii::new(identity.now),
        contact: Pii::new(contact.now),
        since: record.since,
        rev: record.rev,
    })
}

async fn seal(
    desk: &Desk,
    permit: &Permit,
    id: RecordId,
    new: &NewPerson,
) -> Result<Record, PersonError> {
    let identity = Kept::first(new.identity.reveal().clone());
    let contact = Kept::first(new.contact.reveal().clone());
    let (identity, contact) = correct::sealed(desk, permit, id, (&identity, &contact)).await?;
    Ok(Record {
        id,
        identity,
        contact,
        since: desk.now(),
        rev: 1,
    })
}

fn identity_place(id: RecordId) -> Place {
    place(id, "identity", Compartment::IDENTITY)
}

fn contact_place(id: RecordId) -> Place {
    place(id, "contact", Compartment::CONTACT)
}

fn place(id: RecordId, column: &'static str, compartment: Compartment) -> Place {
    Place {
        table: "record",
        column,
        row: id.bytes(),
        subject: Subject::person(id),
        compartment,
    }
}

/// The pseudonym of a person in the table of visits.
///
/// # Errors
/// [`SealError::Sealed`] while the house is sealed.
pub(crate) fn visit_link(desk: &Desk, id: RecordId) -> Result<crate::seal::LinkKey, SealError> {
    desk.vault().link(LinkContext::Visit, id.bytes())
}
