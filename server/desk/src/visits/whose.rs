//! Whose visit it is. A visit names its person by a pseudonym in the clear; whoever can write to the
//! data but has no keys could give it the pseudonym of another visit, and the wrong person would be
//! shown. So each is bound to its visit, and one that is not bound names nobody.

use domain::{RecordId, VisitId};

use crate::Desk;
use crate::people;
use crate::seal::{LinkContext, SealError};
use crate::store::visits::{Bound, StoredVisit};

/// The pseudonym of a person, bound to a visit.
pub(super) fn bind(desk: &Desk, visit: VisitId, record: RecordId) -> Result<Bound, SealError> {
    let key = people::visit_link(desk, record)?;
    let bond = bond(desk, visit, key.bytes)?;
    Ok(Bound { key, bond })
}

/// Whose visit it is: nobody's while nobody is linked to it, or the pseudonym was written by
/// somebody without keys.
pub(super) fn of(desk: &Desk, stored: &StoredVisit) -> Result<Option<[u8; 16]>, SealError> {
    let Some(link) = stored.link else {
        return Ok(None);
    };
    if stored.bond == Some(bond(desk, stored.visit.id, link)?) {
        return Ok(Some(link));
    }
    tracing::error!("a visit names somebody it was not bound to");
    Ok(None)
}

fn bond(desk: &Desk, visit: VisitId, link: [u8; 16]) -> Result<[u8; 16], SealError> {
    let of = [visit.bytes(), link].concat();
    Ok(desk.vault().link_of(LinkContext::VisitBond, &of)?.bytes)
}
