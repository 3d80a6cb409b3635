//! Putting a visit right: who came in, what for, for which service, and the remark. That it was put
//! right, by whom and when, is a step of the visit.

use domain::role::Action;
use domain::visit::VisitCorrection;

use super::moves::{Seen, claimed, noted};
use super::notes::{self, Sealed};
use super::{VisitError, step, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::denials;
use crate::places::House;
use crate::store::visits::{StepKind, StoredVisit};
use crate::store::{self, Tx, again};

/// Puts right what was written down of a visit.
///
/// # Errors
/// [`VisitError::NotFound`] for a visit or service of another house, [`VisitError::Refused`] when a
/// call would become a visitor or a visitor in a room a call, [`VisitError::Stale`] when somebody
/// changed the visit meanwhile.
pub async fn correct(
    desk: &Desk,
    actor: &Actor,
    seen: Seen,
    found: &VisitCorrection,
) -> Result<(), VisitError> {
    let permit = access::permitted(desk, actor, Action::CorrectVisit).await?;
    let done = corrected(desk, &permit, seen, found).await;
    noted(desk, &permit, seen, done).await
}

async fn corrected(
    desk: &Desk,
    permit: &Permit,
    seen: Seen,
    found: &VisitCorrection,
) -> Result<(), VisitError> {
    stands(desk, permit, seen).await?;
    let noted = notes::seal(desk, permit, seen.visit, (&found.remark, &found.facts)).await?;
    again(|| async {
        match claimed(desk, permit, seen).await? {
            Some((tx, stored)) => record(desk, permit, tx, (&stored, found, &noted)).await,
            None => Ok(()),
        }
    })
    .await
}

/// Whether there is such a visit for the one who asks, before anything is sealed for it.
async fn stands(desk: &Desk, permit: &Permit, seen: Seen) -> Result<(), VisitError> {
    let mut look = desk.look(permit).await?;
    let shown = denials::seen(desk, permit, &mut look).await?;
    let stored = store::visits::one(&mut look, seen.visit).await?;
    let stored = stored.filter(|stored| shown.shows_visit(stored.link));
    stored.map(drop).ok_or(VisitError::NotFound)
}

async fn record(
    desk: &Desk,
    permit: &Permit,
    mut tx: Tx,
    (stored, found, noted): (&StoredVisit, &VisitCorrection, &Sealed),
) -> Result<(), VisitError> {
    if found.service != stored.visit.service
        && let Some(service) = found.service
    {
        let house = House::load(&mut tx).await?;
        house.service(service).ok_or(VisitError::NotFound)?;
    }
    let visit = stored.visit.correct(found)?;
    if !store::visits::correct(&mut tx, &visit, noted.remark.as_deref()).await? {
        return Err(VisitError::Stale);
    }
    store::visits::note(&mut tx, visit.id, noted.facts.as_deref()).await?;
    step(desk, permit, &mut tx, &visit, StepKind::Corrected).await?;
    tx.touch(Topic::Visits, visit.id.uuid());
    let link = whose::of(desk, stored)?;
    let record = link.and_then(|link| desk.index().record_of(permit.centre(), &link));
    let entry = Entry::of("visit", visit.id.bytes());
    let entry = record.into_iter().fold(entry, Entry::about);
    Ok(desk.commit(tx, permit, entry).await?)
}
