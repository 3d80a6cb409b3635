//! Which records are one person. A colleague says of two records that they are one person, or two, and
//! why; either can be taken back. Nothing of a record is rewritten: whoever needs the whole person asks
//! for [`members`], which is the one place where records are joined.

use std::collections::BTreeSet;

use domain::same_as::{Couple, Refusal, Why};
use domain::{PairId, Pii, RecordId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::access::{Forbidden, Permit};
use crate::audit::AuditError;
use crate::people::PersonError;
use crate::seal::{Compartment, CompartmentKind, LinkContext, LinkKey, Place, SealError, Subject};
use crate::store::same_as::{Held, Mark};
use crate::store::{self, Passing, Scope, StoreError};

mod list;
mod load;
mod registering;
mod saying;
mod show;

pub use list::{Listed, Suggestion, list};
pub(crate) use load::{follow, load};
pub(crate) use registering::{told_apart, write};
pub use saying::{say, take_back};
pub use show::{Also, Said, Shown, Side, also, show};

/// Why two records could not be shown, joined or parted.
#[derive(Debug, thiserror::Error)]
pub enum PairError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such records here, or not for this colleague.
    #[error("not found")]
    NotFound,
    /// Somebody else said something of them since they were shown.
    #[error("changed meanwhile")]
    Stale,
    /// One of them is kept from a colleague and the other is not: a coordinator decides.
    #[error("a coordinator decides")]
    Coordinator,
    /// What was said before does not allow it.
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

impl Passing for PairError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

impl From<PersonError> for PairError {
    fn from(error: PersonError) -> Self {
        match error {
            PersonError::Forbidden(error) => Self::Forbidden(error),
            PersonError::NotFound | PersonError::LikelyKnown => Self::NotFound,
            PersonError::Stale => Self::Stale,
            PersonError::Audit(error) => Self::Audit(error),
            PersonError::Seal(error) => Self::Seal(error),
            PersonError::Store(error) => Self::Store(error),
        }
    }
}

/// What is sealed of an answer.
#[derive(Serialize, Deserialize)]
struct Matter {
    one: Uuid,
    other: Uuid,
    why: Why,
}

/// Every record of the same person, itself among them, as the store has it at this moment.
///
/// # Errors
/// [`SealError::Sealed`], that an answer does not open, or what the store said.
pub(crate) async fn members(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    record: RecordId,
) -> Result<Vec<RecordId>, SealError> {
    let (mut found, mut ahead) = (BTreeSet::from([record]), vec![record]);
    while let Some(next) = ahead.pop() {
        for held in store::same_as::joining(scope, &mark(desk, next)?).await? {
            let (couple, _) = opened(desk, permit, scope, &held).await?;
            let fresh = couple.both().into_iter().filter(|one| found.insert(*one));
            ahead.extend(fresh);
        }
    }
    Ok(found.into_iter().collect())
}

/// The pseudonym of a record in this table.
pub(crate) fn mark(desk: &Desk, record: RecordId) -> Result<LinkKey, SealError> {
    desk.vault().link(LinkContext::SameAs, record.bytes())
}

/// The pseudonyms of two records, and their version.
fn marks(desk: &Desk, couple: Couple<RecordId>) -> Result<(Couple<Mark>, i64), SealError> {
    let [one, other] = couple.both();
    let (one, other) = (mark(desk, one)?, mark(desk, other)?);
    let marks = Couple::of(one.bytes, other.bytes);
    Ok((marks.ok_or(StoreError::Inconsistent)?, one.version))
}

/// Opens which records an answer is about, and why it was given. One whose pseudonyms are of other
/// records was changed by somebody without keys.
async fn opened(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    held: &Held,
) -> Result<(Couple<RecordId>, Pii<Why>), SealError> {
    let place = place(permit, held.id);
    let plain = desk.vault().open(permit, scope, &place, &held.sealed);
    read(desk, held, &plain.await?)
}

fn read(
    desk: &Desk,
    held: &Held,
    plain: &Pii<Vec<u8>>,
) -> Result<(Couple<RecordId>, Pii<Why>), SealError> {
    let matter: Result<Matter, _> = serde_json::from_slice(plain.reveal());
    let matter = matter.map_err(|_| StoreError::Inconsistent)?;
    let [one, other] = [matter.one, matter.other].map(RecordId::from_uuid);
    let couple = Couple::of(one, other).ok_or(StoreError::Inconsistent)?;
    if marks(desk, couple)?.0 != held.couple {
        return Err(SealError::DoesNotOpen);
    }
    Ok((couple, Pii::new(matter.why)))
}

async fn sealed(
    desk: &Desk,
    permit: &Permit,
    id: PairId,
    (couple, why): (Couple<RecordId>, &Why),
) -> Result<Vec<u8>, PairError> {
    let [one, other] = couple.both().map(RecordId::uuid);
    let matter = Matter {
        one,
        other,
        why: why.clone(),
    };
    let plain = serde_json::to_vec(&matter).map_err(|_| StoreError::Inconsistent)?;
    let (place, plain) = (place(permit, id), Pii::new(plain));
    Ok(desk.vault().seal(permit, &place, plain.reveal()).await?)
}

/// Each answer has a key of its own, which goes with the first of both who is erased.
fn place(permit: &Permit, id: PairId) -> Place {
    Place {
        table: "same_as",
        column: "sealed",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: compartment(id),
    }
}

/// The part of the house that an answer is sealed in.
pub(crate) const fn compartment(id: PairId) -> Compartment {
    Compartment::of(CompartmentKind::SameAs, id.bytes())
}
