//! Which visits somebody has now and had today. That a visit is hers is written in the trail before it
//! is told, as when a visit is opened.

use domain::role::Action;
use domain::visit::Visit;
use domain::{RecordId, VisitId};

use super::{VisitError, whose};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::store::{self, Tx};
use crate::{Desk, denials, people, same_as};

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
        let Some(record) = record.filter(|record| seen.shows(*record)) else {
            continue;
        };
        // She came in by one of her records, and is asked for by another.
        let person = desk.index().person(permit.centre(), record);
        let asked = people.iter().find(|one| person.contains(one));
        hers.extend(asked.map(|asked| (*asked, stored.visit)));
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
    let mut look = desk.look(&permit).await?;
    if !denials::seen(desk, &permit, &mut look).await?.shows(person) {
        return Ok(Vec::new());
    }
    let centre = store::places::centre(&mut look).await?;
    let day = centre.ok_or(VisitError::NotFound)?.zone.day_of(desk.now());
    let mut hers = Vec::new();
    for record in same_as::members(desk, &permit, &mut look, person).await? {
        let link = people::visit_link(desk, record)?;
        for stored in store::visits::of_day(&mut look, link, day).await? {
            let bound = whose::of(desk, &stored)? == Some(link.bytes);
            hers.extend(bound.then_some((record, stored.visit)));
        }
    }
    drop(look);
    hers.sort_by_key(|(_, visit)| (visit.arrived_at, visit.token.number()));
    told(desk, &permit, &hers).await?;
    Ok(hers.into_iter().map(|(_, visit)| visit).collect())
}

/// Whether a person is in the house with another visit than this one, by any of her records.
pub(super) async fn elsewhere(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    (person, but): (RecordId, VisitId),
) -> Result<bool, VisitError> {
    for record in same_as::members(desk, permit, tx, person).await? {
        let link = people::visit_link(desk, record)?;
        if store::visits::inside(tx, link, but).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn told(desk: &Desk, permit: &Permit, hers: &[(RecordId, Visit)]) -> Result<(), VisitError> {
    for (record, visit) in hers {
        let entry = Entry::of("visit", visit.id.bytes()).about(*record);
        desk.trail().witness(desk, permit, entry).await?;
    }
    Ok(())
}
