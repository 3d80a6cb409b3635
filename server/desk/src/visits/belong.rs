//! Saying whose visit it is, at once or because it was somebody else than was thought.

use domain::RecordId;
use domain::role::Action;
use domain::visit::VisitRefusal;

use super::moves::{Seen, claimed, noted};
use super::{VisitError, presence, step, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::denials;
use crate::store::visits::{StepKind, StoredVisit};
use crate::store::{self, Tx, again};

/// Whose a visit is said to be.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// The record of the person.
    pub record: RecordId,
    /// The desk has seen that the person is in the house with another visit.
    pub again: bool,
}

impl From<RecordId> for Owner {
    fn from(record: RecordId) -> Self {
        Self {
            record,
            again: false,
        }
    }
}

/// Says whose visit it is. What happened before stays as it was.
///
/// # Errors
/// [`VisitError::NotFound`] for a person of another house, [`VisitError::Refused`] when it is
/// already hers or she is in the house with another visit and the desk has not seen it,
/// [`VisitError::Stale`] as in [`bring`].
pub async fn link(
    desk: &Desk,
    actor: &Actor,
    seen: Seen,
    owner: impl Into<Owner>,
) -> Result<(), VisitError> {
    let owner = owner.into();
    let permit = access::permitted(desk, actor, Action::LinkVisit).await?;
    let linked = again(|| async {
        match claimed(desk, &permit, seen).await? {
            Some((tx, stored)) => belong(desk, &permit, tx, (stored, owner)).await,
            None => Ok(()),
        }
    });
    noted(desk, &permit, seen, linked.await).await
}

async fn belong(
    desk: &Desk,
    permit: &Permit,
    mut tx: Tx,
    (stored, owner): (StoredVisit, Owner),
) -> Result<(), VisitError> {
    let record = owner.record;
    let link = whose::bind(desk, stored.visit.id, record)?;
    let seen = denials::seen(desk, permit, &mut tx).await?;
    let known = store::people::one(&mut tx, record).await?;
    known
        .filter(|_| seen.shows(record))
        .ok_or(VisitError::NotFound)?;
    stored.visit.came()?;
    let before = whose::of(desk, &stored)?;
    if before == Some(link.key.bytes) {
        return Err(VisitRefusal::AlreadyLinked.into());
    }
    let asked = (record, stored.visit.id);
    let inside = presence::elsewhere(desk, permit, &mut tx, asked).await?;
    stored.visit.belong(inside, owner.again)?;
    if !store::visits::link(&mut tx, &stored.visit, link).await? {
        return Err(VisitError::Stale);
    }
    step(desk, permit, &mut tx, &stored.visit, StepKind::Linked).await?;
    tx.touch(Topic::Visits, stored.visit.id.uuid());
    let before = before.and_then(|link| desk.index().record_of(permit.centre(), &link));
    let entry = Entry::of("visit", stored.visit.id.bytes()).about(record);
    // Whoever is taken off a visit is concerned as much as whoever it now belongs to.
    let entry = before.into_iter().fold(entry, Entry::about);
    Ok(desk.commit(tx, permit, entry).await?)
}
