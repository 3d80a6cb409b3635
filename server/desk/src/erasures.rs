//! Erasing people. A request, or the end of her time in the house, is written down; one colleague looks
//! at what would go and asks, another lets it happen within a week, and both see the same. Then the
//! rows go in one transaction, and after them the keys, so that what lies in backups never opens again.

use domain::erasure::{Cause, Reason, Refusal};
use domain::text::{Name, Note};
use domain::{ErasureId, Pii, RecordId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::access::{Forbidden, Permit};
use crate::audit::{AuditError, Entry};
use crate::seal::{Compartment, CompartmentKind, LinkContext, Place, SealError, Subject};
use crate::store::erasures::Erasure;
use crate::store::erasures::person::Whose;
use crate::store::{Passing, Scope, StoreError};

pub mod hindrances;
pub mod keys;
mod list;
mod parts;
pub mod plan;
mod preview;
mod release;
mod requests;
mod rows;

pub use hindrances::Hindrance;
pub use keys::finish;
pub use list::{Listed, Shown, all, counted, show};
pub use parts::{Fate, PLACES, Part, Placed};
pub use preview::{Line, Preview};
pub use release::{Looked, ask, release};
pub use requests::{Request, extend, find, note, refuse, whom, withdraw};
pub(crate) use rows::erase;

/// Why an erasure was not written down, shown or done.
#[derive(Debug, thiserror::Error)]
pub enum ErasureError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such erasure or person here, or not for this colleague.
    #[error("not found")]
    NotFound,
    /// One about the same person has not ended.
    #[error("already asked")]
    Already,
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

impl Passing for ErasureError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

/// What is sealed of an erasure.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Matter {
    record: Uuid,
    /// Who asked, where somebody did.
    asker: Option<Name>,
    /// Why the answer takes longer.
    longer: Option<Note>,
    /// Why it was refused.
    refused: Option<Reason>,
}

impl Matter {
    const fn of(record: RecordId, asker: Option<Name>) -> Self {
        Self {
            record: record.uuid(),
            asker,
            longer: None,
            refused: None,
        }
    }

    const fn record(&self) -> RecordId {
        RecordId::from_uuid(self.record)
    }
}

const fn entry(id: ErasureId, cause: Cause) -> Entry {
    Entry::of("erasure", id.bytes()).because(match cause {
        Cause::Request => "request",
        Cause::Retention => "retention",
    })
}

/// By what a person is found in every table.
fn whose(desk: &Desk, record: RecordId) -> Result<Whose, SealError> {
    let link = |context| desk.vault().link(context, record.bytes());
    Ok(Whose {
        record,
        visit: link(LinkContext::Visit)?,
        denied: link(LinkContext::Denied)?,
        letter: link(LinkContext::Letter)?,
        trail: link(LinkContext::Audit)?,
        erasure: link(LinkContext::Erasure)?,
        pair: link(LinkContext::SameAs)?,
        hold: link(LinkContext::Hold)?,
    })
}

async fn sealed(
    desk: &Desk,
    permit: &Permit,
    id: ErasureId,
    matter: &Matter,
) -> Result<Vec<u8>, ErasureError> {
    let plain = serde_json::to_vec(matter).map_err(|_| StoreError::Inconsistent)?;
    let plain = Pii::new(plain);
    let place = place(permit, id);
    Ok(desk.vault().seal(permit, &place, plain.reveal()).await?)
}

/// Opens what is sealed of one; nothing where she is erased.
async fn opened(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    erasure: &Erasure,
) -> Result<Option<Matter>, ErasureError> {
    let Some(blob) = &erasure.sealed else {
        return Ok(None);
    };
    let place = place(permit, erasure.id);
    let plain = desk.vault().open(permit, look, &place, blob).await?;
    let read = serde_json::from_slice(plain.reveal());
    Ok(Some(read.map_err(|_| StoreError::Inconsistent)?))
}

/// Each erasure has a key of its own, which goes with the person.
fn place(permit: &Permit, id: ErasureId) -> Place {
    Place {
        table: "erasure",
        column: "sealed",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: compartment(id),
    }
}

const fn compartment(id: ErasureId) -> Compartment {
    Compartment::of(CompartmentKind::Erasure, id.bytes())
}
