//! Which visits somebody has now and had today. That a visit is hers is written in the trail before it
//! is told, as when a visit is opened.

use domain::RecordId;
use domain::role::Action;
use domain::visit::Visit;

use super::{VisitError, whose};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::store;
use crate::{Desk, denials, people};

/// Those of these people who are in the house, each with the visit. Whoever is on the telephone is
/// not.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role that may not see whose visit is whose.
pub async fn inside(
    desk: &Desk,
    actor: &Actor,
    people: &[RecordId],
) -> Result<Vec<(RecordId, Visit)>, VisitError> {
    let permit = access::permitted(desk, actor, Action::RevealVisit).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let present = store::visits::present(&mut look).await?;
    drop(look);
    let mut hers = Vec::new();
    for stored in present.iter().filter(|stored| !stored.visit.is_call()) {
        let link = whose::of(desk, stored)?;
        let record = link.and_then(|link| desk.index().record_of(permit.centre(), &link));
        let asked = record.filter(|record| people.contains(record) && seen.shows(*record));
        hers.extend(asked.map(|record| (record, stored.visit)));
    }
    told(desk, &permit, &hers).await?;
    Ok(hers)
}

/// The visits somebody had today, and one that did not end before it; the earliest first.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role that may not see whose visit is whose. Somebody whom the
/// colleague must not see has none, as nobody has.
pub async fn today(desk: &Desk, actor: &Actor, person: RecordId) -> Result<Vec<Visit>, VisitError> {
    let permit = access::permitted(desk, actor, Action::RevealVisit).await?;
    let link = people::visit_link(desk, person)?;
    let mut look = desk.look(&permit).await?;
    if !denials::seen(desk, &permit, &mut look).await?.shows(person) {
        return Ok(Vec::new());
    }
    let centre = store::places::centre(&mut look).await?;
    let day = centre.ok_or(VisitError::NotFound)?.zone.day_of(desk.now());
    let stored = store::visits::of_day(&mut look, link, day).await?;
    drop(look);
    let mut hers = Vec::new();
    for stored in &stored {
        let bound = whose::of(desk, stored)? == Some(link.bytes);
        hers.extend(bound.then_some((person, stored.visit)));
    }
    told(desk, &permit, &hers).await?;
    Ok(hers.into_iter().map(|(_, visit)| visit).collect())
}

async fn told(desk: &Desk, permit: &Permit, hers: &[(RecordId, Visit)]) -> Result<(), VisitError> {
    for (record, visit) in hers {
        let entry = Entry::of("visit", visit.id.bytes()).about(*record);
        desk.trail().witness(desk, permit, entry).await?;
    }
    Ok(())
}
