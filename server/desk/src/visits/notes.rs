//! What the desk writes down of a visit besides its course: the remark, and what helps while somebody
//! waits. Both are sealed under the visit.

use domain::text::Remark;
use domain::visit::Facts;
use domain::{Pii, VisitId};

use super::VisitError;
use crate::Desk;
use crate::access::Permit;
use crate::seal::{Compartment, Place, Subject};
use crate::store::visits::StoredVisit;
use crate::store::{Scope, StoreError};

/// Both, sealed; nothing for what is not known.
pub(super) struct Sealed {
    pub remark: Option<Vec<u8>>,
    pub facts: Option<Vec<u8>>,
}

fn place(id: VisitId, column: &'static str) -> Place {
    Place {
        table: "visit",
        column,
        row: id.bytes(),
        subject: Subject::visit(id),
        compartment: Compartment::VISIT,
    }
}

/// Seals both for a visit.
pub(super) async fn seal(
    desk: &Desk,
    permit: &Permit,
    id: VisitId,
    (remark, facts): (&Pii<Option<Remark>>, &Pii<Facts>),
) -> Result<Sealed, VisitError> {
    let remark = remark.reveal().as_ref().map(|r| r.as_str().as_bytes());
    let known = Some(facts.reveal()).filter(|facts| !facts.is_empty());
    let facts = known.map(serde_json::to_vec).transpose();
    let facts = facts.map_err(|_| StoreError::Inconsistent)?;
    Ok(Sealed {
        remark: one(desk, permit, place(id, "remark"), remark).await?,
        facts: one(desk, permit, place(id, "facts"), facts.as_deref()).await?,
    })
}

async fn one(
    desk: &Desk,
    permit: &Permit,
    place: Place,
    plain: Option<&[u8]>,
) -> Result<Option<Vec<u8>>, VisitError> {
    match plain {
        Some(plain) => Ok(Some(desk.vault().seal(permit, &place, plain).await?)),
        None => Ok(None),
    }
}

/// Opens the remark of a visit. That it is read is in the trail already.
pub(super) async fn remark(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    stored: &StoredVisit,
) -> Result<Pii<Option<Remark>>, VisitError> {
    let Some(sealed) = &stored.remark else {
        return Ok(Pii::new(None));
    };
    let place = place(stored.visit.id, "remark");
    let opened = desk.vault().open(permit, scope, &place, sealed).await?;
    let text = String::from_utf8(opened.into_revealed()).map_err(|_| StoreError::Inconsistent)?;
    let remark = Remark::optional(&text).map_err(|_| StoreError::Inconsistent)?;
    Ok(Pii::new(remark))
}

/// Opens what is known of somebody who waits. That it is read is in the trail already.
pub(super) async fn facts(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    stored: &StoredVisit,
) -> Result<Pii<Facts>, VisitError> {
    let Some(sealed) = &stored.facts else {
        return Ok(Pii::default());
    };
    let place = place(stored.visit.id, "facts");
    let opened = desk.vault().open(permit, scope, &place, sealed).await?;
    let facts = serde_json::from_slice(opened.reveal());
    Ok(Pii::new(facts.map_err(|_| StoreError::Inconsistent)?))
}
