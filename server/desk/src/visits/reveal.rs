//! Whose visit it is: one visit at a time, written in the trail before anything is opened.

use std::collections::BTreeSet;

use domain::person::Person;
use domain::role::Action;
use domain::text::Remark;
use domain::visit::Visit;
use domain::{Pii, RoomId, VisitId};

use super::{VisitError, remark_place, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::denials;
use crate::people;
use crate::places::House;
use crate::store::visits::{Step, StoredVisit};
use crate::store::{self, Look, StoreError};

/// A visit with everything the desk may know of it.
pub struct Revealed {
    /// Where it stands.
    pub visit: Visit,
    /// Whose it is, when that is known.
    pub person: Option<Person>,
    /// A word for the colleagues.
    pub remark: Pii<Option<Remark>>,
    /// What happened, in its order.
    pub steps: Vec<Step>,
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
    let remark = remark(desk, permit, &mut look, &stored).await?;
    let steps = store::visits::steps(&mut look, stored.visit.id).await?;
    let present = store::visits::present(&mut look).await?;
    let busy = super::busy(&present, Some(stored.visit.id));
    Ok(Revealed {
        visit: stored.visit,
        person,
        remark,
        steps,
        house: House::load(&mut look).await?,
        busy,
    })
}

async fn remark(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    stored: &StoredVisit,
) -> Result<Pii<Option<Remark>>, VisitError> {
    let Some(sealed) = &stored.remark else {
        return Ok(Pii::new(None));
    };
    let opened = desk
        .vault()
        .open(permit, look, &remark_place(stored.visit.id), sealed)
        .await?;
    let text = String::from_utf8(opened.into_revealed()).map_err(|_| StoreError::Inconsistent)?;
    Ok(Pii::new(
        Remark::optional(&text).map_err(|_| StoreError::Inconsistent)?,
    ))
}
