//! Taking back what was a mistake at the desk: the check-in itself, or the last move of a visit, within
//! five minutes. Nothing is removed: the step and its taking back both stay in the course of the visit
//! and in the trail.

use domain::Pii;
use domain::role::{Action, allows};
use domain::visit::{Stage, StepKind, Undo, Visit, VisitRefusal};

use super::moves::{Seen, claimed, noted};
use super::{VisitError, presence, step, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::store::visits::StoredVisit;
use crate::store::{self, Tx, again};

/// What somebody must be allowed to do to take it back: the same as to do it.
#[must_use]
pub const fn deed(undo: Undo) -> Action {
    match undo {
        Undo::Arrival => Action::CheckIn,
        Undo::Move => Action::MoveVisit,
        Undo::Departure => Action::CheckOut,
    }
}

/// Takes the last step of a visit back. A visit that nobody came for keeps its token, which nobody else
/// gets that day.
///
/// # Errors
/// [`VisitError::Forbidden`] for whoever may not do what is taken back, [`VisitError::Stale`] when
/// somebody changed the visit meanwhile, [`VisitError::Refused`] when it is too late, or somebody else
/// is in the room by now, or she has come in again since.
pub async fn undo(desk: &Desk, actor: &Actor, seen: Seen) -> Result<(), VisitError> {
    let permit = access::permitted(desk, actor, Action::UndoVisit).await?;
    let undone = again(|| async {
        let Some((mut tx, stored)) = claimed(desk, &permit, seen).await? else {
            return Ok(());
        };
        let steps = store::visits::steps(&mut tx, seen.visit).await?;
        let (visit, undo) = stored.visit.undo(&steps, desk.now())?;
        if !allows(actor.kind(), deed(undo)) {
            // The trail is written by another connection, which waits for this one.
            drop(tx);
            return Err(access::refuse(desk, actor, deed(undo)).await.into());
        }
        stands(desk, &permit, &mut tx, (&stored, &visit)).await?;
        record(desk, &permit, tx, (&stored, &visit, undo)).await
    });
    noted(desk, &permit, seen, undone.await).await
}

/// Whether the visitor can be where she was: the room may be somebody else's by now, and whoever left
/// by mistake may have been received once more.
async fn stands(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    (stored, visit): (&StoredVisit, &Visit),
) -> Result<(), VisitError> {
    if let Some(room) = visit.room
        && store::visits::room_taken(tx, room, visit).await?
    {
        return Err(VisitRefusal::RoomTaken.into());
    }
    let link = whose::of(desk, stored)?;
    let record = link.and_then(|link| desk.index().record_of(permit.centre(), &link));
    if let Some(record) = record
        && stored.visit.is_over()
    {
        let inside = presence::elsewhere(desk, permit, tx, (record, visit.id)).await?;
        visit.belong(inside, false)?;
    }
    Ok(())
}

async fn record(
    desk: &Desk,
    permit: &Permit,
    mut tx: Tx,
    (stored, visit, undo): (&StoredVisit, &Visit, Undo),
) -> Result<(), VisitError> {
    if !store::visits::move_on(&mut tx, visit).await? {
        return Err(VisitError::Stale);
    }
    let (kind, what) = match undo {
        Undo::Arrival => (StepKind::Reached(Stage::TakenBack), "arrival"),
        Undo::Move => (StepKind::TookBack, "move"),
        Undo::Departure => (StepKind::TookBack, "departure"),
    };
    step(desk, permit, &mut tx, visit, kind).await?;
    tx.touch(Topic::Visits, visit.id.uuid());
    let link = whose::of(desk, stored)?;
    let record = link.and_then(|link| desk.index().record_of(permit.centre(), &link));
    let entry = Entry::of("visit", visit.id.bytes()).detail(Pii::new(what.to_owned()));
    let entry = record.into_iter().fold(entry, Entry::about);
    Ok(desk.commit(tx, permit, entry).await?)
}
