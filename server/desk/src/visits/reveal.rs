//! Whose visit it is: one visit at a time, written in the trail before anything is opened.

use std::collections::{BTreeSet, HashMap};

use domain::person::Person;
use domain::role::Action;
use domain::text::Remark;
use domain::visit::{Facts, Visit};
use domain::{Pii, RoomId, UserId, VisitId};

use super::{VisitError, notes, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::denials;
use crate::people;
use crate::places::House;
use crate::staff;
use crate::store::visits::{Step, StoredVisit};
use crate::store::{self, Look};

/// A visit with everything the desk may know of it.
pub struct Revealed {
    /// Where it stands.
    pub visit: Visit,
    /// Whose it is, when that is known.
    pub person: Option<Person>,
    /// A word for the colleagues.
    pub remark: Pii<Option<Remark>>,
    /// What helps while she waits.
    pub facts: Pii<Facts>,
    /// What happened, in its order.
    pub steps: Vec<Step>,
    /// Who did each of the steps, in the same order; empty for an account that is gone.
    pub by: Vec<Pii<String>>,
    /// Services and rooms, to say where.
    pub house: House,
    /// The rooms in which somebody else is.
    pub busy: BTreeSet<RoomId>,
}

/// Shows one visit with whose it is.
///
/// # Errors
/// [`VisitError::NotFound`] for a visit of another house.
pub async fn reveal(desk: &Desk, actor: &Actor, id: VisitId) -> Result<Revealed, VisitError> {
    let permit = access::permitted(desk, actor, Action::RevealVisit).await?;
    let mut look = desk.look(&permit).await?;
    let entry = Entry::of("visit", id.bytes());
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let stored = store::visits::one(&mut look, id).await?;
    let Some(stored) = stored.filter(|stored| seen.shows_visit(stored.link)) else {
        desk.trail()
            .witness(desk, &permit, entry.decided(Decision::NotFound))
            .await?;
        return Err(VisitError::NotFound);
    };
    let record =
        whose::of(desk, &stored)?.and_then(|link| desk.index().record_of(permit.centre(), &link));
    let entry = record.into_iter().fold(entry, Entry::about);
    desk.trail().witness(desk, &permit, entry).await?;
    open(desk, &permit, look, (stored, record)).await
}

async fn open(
    desk: &Desk,
    permit: &Permit,
    mut look: Look,
    (stored, record): (StoredVisit, Option<domain::RecordId>),
) -> Result<Revealed, VisitError> {
    let person = match record {
        Some(record) => match store::people::one(&mut look, record).await? {
            Some(record) => Some(people::open(desk, permit, &mut look, record).await?),
            None => None,
        },
        None => None,
    };
    let remark = notes::remark(desk, permit, &mut look, &stored).await?;
    let facts = notes::facts(desk, permit, &mut look, &stored).await?;
    let steps = store::visits::steps(&mut look, stored.visit.id).await?;
    let present = store::visits::present(&mut look).await?;
    let busy = super::busy(&present, Some(stored.visit.id));
    let by = by(desk, permit, &mut look, &steps).await?;
    Ok(Revealed {
        visit: stored.visit,
        person,
        remark,
        facts,
        steps,
        by,
        house: House::load(&mut look).await?,
        busy,
    })
}

/// Who did each step, in the same order; whoever did several is looked up once.
async fn by(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    steps: &[Step],
) -> Result<Vec<Pii<String>>, VisitError> {
    let mut known: HashMap<UserId, Pii<String>> = HashMap::new();
    let mut by = Vec::new();
    for step in steps {
        let called = match known.get(&step.by) {
            Some(called) => called.clone(),
            None => staff::called(desk, permit, look, step.by).await?,
        };
        known.insert(step.by, called.clone());
        by.push(called);
    }
    Ok(by)
}
