//! What is done with a visit that is under way: bringing, waiting and leaving. Each form acts once, and only on the visit as it was shown.

use domain::role::Action;
use domain::visit::{Visit, VisitRefusal};
use domain::{RepeatKey, RoomId, ServiceId, VisitId};

use super::{VisitError, step};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::denials;
use crate::places::House;
use crate::store::repeats::Claim;
use crate::store::visits::{StepKind, StoredVisit};
use crate::store::{self, StoreError, Tx, again};

/// The visit as it was shown to the one who now changes it.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Which visit.
    pub visit: VisitId,
    /// Its revision then.
    pub rev: i64,
    /// The key of the form: sent twice, it changes the visit once.
    pub key: RepeatKey,
}

/// Where a visitor is brought.
#[derive(Clone, Copy, Debug)]
pub struct Destination {
    /// To which service.
    pub service: ServiceId,
    /// In which room.
    pub room: Option<RoomId>,
    /// The desk has seen that somebody is in that room.
    pub shared: bool,
}

impl From<(ServiceId, Option<RoomId>)> for Destination {
    fn from((service, room): (ServiceId, Option<RoomId>)) -> Self {
        Self {
            service,
            room,
            shared: false,
        }
    }
}

/// Brings a visitor to a service, in a room or not.
///
/// # Errors
/// [`VisitError::Stale`] when somebody changed the visit meanwhile, [`VisitError::Refused`] when she
/// has left or is there already, or somebody else is in that room and the desk has not seen it.
pub async fn bring(
    desk: &Desk,
    actor: &Actor,
    seen: Seen,
    to: impl Into<Destination>,
) -> Result<(), VisitError> {
    let to = to.into();
    let permit = access::permitted(desk, actor, Action::MoveVisit).await?;
    let brought = again(|| async {
        let Some((mut tx, stored)) = claimed(desk, &permit, seen).await? else {
            return Ok(());
        };
        let house = House::load(&mut tx).await?;
        let room = to.room.is_none_or(|room| house.room(room).is_some());
        if house.service(to.service).is_none() || !room {
            return Err(VisitError::NotFound);
        }
        let visit = stored.visit.bring(to.service, to.room, desk.now())?;
        free(&mut tx, &visit, to.shared).await?;
        move_on(desk, &permit, tx, visit).await
    });
    noted(desk, &permit, seen, brought.await).await
}

/// Whether the room of a visit is free, or shared knowingly.
async fn free(tx: &mut Tx, visit: &Visit, shared: bool) -> Result<(), VisitError> {
    match visit.room {
        Some(room) if !shared && store::visits::room_taken(tx, room, visit).await? => {
            Err(VisitRefusal::RoomTaken.into())
        }
        _ => Ok(()),
    }
}

/// Brings a visitor back to the waiting room.
///
/// # Errors
/// As [`bring`].
pub async fn wait(desk: &Desk, actor: &Actor, seen: Seen) -> Result<(), VisitError> {
    let permit = access::permitted(desk, actor, Action::MoveVisit).await?;
    let waits = again(|| async {
        let Some((tx, stored)) = claimed(desk, &permit, seen).await? else {
            return Ok(());
        };
        move_on(desk, &permit, tx, stored.visit.wait(desk.now())?).await
    });
    noted(desk, &permit, seen, waits.await).await
}

/// Says that a visitor has left.
///
/// # Errors
/// As [`bring`].
pub async fn leave(desk: &Desk, actor: &Actor, seen: Seen) -> Result<(), VisitError> {
    let permit = access::permitted(desk, actor, Action::CheckOut).await?;
    let leaves = again(|| async {
        let Some((tx, stored)) = claimed(desk, &permit, seen).await? else {
            return Ok(());
        };
        move_on(desk, &permit, tx, stored.visit.leave(desk.now())?).await
    });
    noted(desk, &permit, seen, leaves.await).await
}

/// Opens the transaction of a form about a visit, with the visit as it stands; nothing when the same
/// form was acted on before.
pub(super) async fn claimed(
    desk: &Desk,
    permit: &Permit,
    seen: Seen,
) -> Result<Option<(Tx, StoredVisit)>, VisitError> {
    let mut tx = desk.begin(permit).await?;
    let claim = Claim {
        key: seen.key,
        actor: permit.actor_id(),
        use_case: permit.action().code(),
        result: seen.visit.uuid(),
        at: desk.now(),
    };
    match store::repeats::claim(&mut tx, claim).await {
        Ok(None) => {}
        Ok(Some(first)) if first == seen.visit.uuid() => return Ok(None),
        // A key of another form says nothing of this visit.
        Ok(Some(_)) | Err(StoreError::Taken) => return Err(VisitError::Stale),
        Err(error) => return Err(error.into()),
    }
    let stored = current(desk, permit, &mut tx, seen).await?;
    Ok(Some((tx, stored)))
}

/// Writes a refusal into the trail, once the transaction that was refused is gone.
pub(super) async fn noted(
    desk: &Desk,
    permit: &Permit,
    seen: Seen,
    outcome: Result<(), VisitError>,
) -> Result<(), VisitError> {
    let decision = match &outcome {
        Err(VisitError::Refused(_) | VisitError::Stale) => Decision::Refused,
        Err(VisitError::NotFound) => Decision::NotFound,
        _ => return outcome,
    };
    let entry = Entry::of("visit", seen.visit.bytes()).decided(decision);
    desk.trail().witness(desk, permit, entry).await?;
    outcome
}

async fn move_on(desk: &Desk, permit: &Permit, mut tx: Tx, visit: Visit) -> Result<(), VisitError> {
    if !store::visits::move_on(&mut tx, &visit).await? {
        return Err(VisitError::Stale);
    }
    step(
        desk,
        permit,
        &mut tx,
        &visit,
        StepKind::Reached(visit.stage),
    )
    .await?;
    tx.touch(Topic::Visits, visit.id.uuid());
    Ok(desk
        .commit(tx, permit, Entry::of("visit", visit.id.bytes()))
        .await?)
}

/// The visit as it stands, if it still stands as it was seen. Whoever must not see whose it is
/// learns nothing of it, not even that it changed.
async fn current(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    seen: Seen,
) -> Result<StoredVisit, VisitError> {
    let shown = denials::seen(desk, permit, tx).await?;
    let stored = store::visits::one(tx, seen.visit)
        .await?
        .filter(|stored| shown.shows_visit(stored.link))
        .ok_or(VisitError::NotFound)?;
    if stored.visit.rev == seen.rev {
        Ok(stored)
    } else {
        Err(VisitError::Stale)
    }
}
