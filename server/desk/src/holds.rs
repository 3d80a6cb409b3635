//! A hold on one person: while it lasts, nothing of hers is erased, by nobody and by no period. A
//! colleague sets it on a ground that the law knows, says why in own words and until when; another time
//! somebody lets it last longer or ends it, and what was asked meanwhile goes on.
//!
//! Which record it is about is sealed with a key of the house, so that it is known in a backup that is
//! put back; the words are sealed with a key of hers, which is destroyed with her others when she is
//! erased. A backup that is older than the hold has no such key: the hold is kept, its words are not.

use domain::hold::{Refusal, Standing};
use domain::text::Note;
use domain::time::CentreZone;
use domain::{Day, HoldId, Instant, Pii, RecordId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::access::{Forbidden, Permit};
use crate::audit::{AuditError, Entry};
use crate::seal::{Compartment, LinkContext, LinkKey, Place, SealError, Subject};
use crate::store::holds::Hold;
use crate::store::{self, Passing, Scope, StoreError};

mod back;
mod list;
mod steps;
mod whom;

pub(crate) use back::put_back;
pub use list::{Line, Listed, Shown, all, counted, show};
pub use steps::{NewHold, end, prolong, set};
pub use whom::{find, whom};

/// Why a hold was not set, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum HoldError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such hold or person here, or not for this colleague.
    #[error("not found")]
    NotFound,
    /// Somebody else changed it since it was shown.
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

impl Passing for HoldError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

/// Why, as one colleague said it, until when, and when that was.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Said {
    why: Note,
    until: Day,
    by: UserId,
    at: Instant,
}

fn entry(id: HoldId, standing: Standing) -> Entry {
    Entry::of("hold", id.bytes()).because(standing.ground.code())
}

/// The pseudonym of a person of whom nothing is erased.
///
/// # Errors
/// [`SealError::Sealed`] while the house is sealed.
pub(crate) fn link(desk: &Desk, record: RecordId) -> Result<LinkKey, SealError> {
    desk.vault().link(LinkContext::Hold, record.bytes())
}

/// Which record a hold is about.
pub(crate) async fn whose(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    (id, who): (HoldId, &[u8]),
) -> Result<RecordId, SealError> {
    let place = who_place(permit, id);
    let plain = desk.vault().open(permit, scope, &place, who).await?;
    let bytes = plain.reveal().as_slice().try_into();
    let bytes = bytes.map_err(|_| StoreError::Inconsistent)?;
    Ok(RecordId::from_uuid(Uuid::from_bytes(bytes)))
}

/// What colleagues said; nothing where that does not open, because a backup was put back that is older.
async fn said(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    (hold, record): (&Hold, RecordId),
) -> Result<Vec<Said>, SealError> {
    let place = words_place(hold.id, record);
    match desk.vault().open(permit, scope, &place, &hold.words).await {
        Ok(plain) => {
            let read = serde_json::from_slice(plain.reveal());
            Ok(read.map_err(|_| StoreError::Inconsistent)?)
        }
        Err(SealError::NoKey | SealError::NoWrap | SealError::DoesNotOpen) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

async fn sealed_words(
    desk: &Desk,
    permit: &Permit,
    (id, record): (HoldId, RecordId),
    said: &[Said],
) -> Result<Vec<u8>, SealError> {
    let plain = Pii::new(serde_json::to_vec(said).map_err(|_| StoreError::Inconsistent)?);
    let place = words_place(id, record);
    desk.vault().seal(permit, &place, plain.reveal()).await
}

fn who_place(permit: &Permit, id: HoldId) -> Place {
    Place {
        table: "hold",
        column: "who",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::STAFF,
    }
}

fn words_place(id: HoldId, record: RecordId) -> Place {
    Place {
        table: "hold",
        column: "words",
        row: id.bytes(),
        subject: Subject::person(record),
        compartment: Compartment::HOLD,
    }
}

/// The zone of the centre, by which its days begin.
async fn zone(scope: &mut impl Scope) -> Result<CentreZone, StoreError> {
    let centre = store::places::centre(scope).await?;
    Ok(centre.ok_or(StoreError::Inconsistent)?.zone)
}

/// Today, where the centre is.
pub(crate) async fn today(desk: &Desk, scope: &mut impl Scope) -> Result<Day, StoreError> {
    Ok(zone(scope).await?.day_of(desk.now()))
}
