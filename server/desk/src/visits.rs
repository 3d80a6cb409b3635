//! Receiving visitors: checking in, the board of who is in the house, where somebody is, whose visit
//! it is, and checking out. On the board a visit is a token and a place; who it is, is asked one at
//! a time and written in the trail.

use std::collections::BTreeSet;

use domain::role::Action;
use domain::visit::{Undo, Visit, VisitRefusal, in_order_of_waiting};
use domain::{Instant, RoomId, VisitId};

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::AuditError;
use crate::denials;
use crate::people::PersonError;
use crate::places::House;
use crate::seal::SealError;
use crate::store::visits::{Step, StepKind, StoredVisit};
use crate::store::{self, Passing, StoreError, Tx};

mod belong;
mod called;
mod closing;
mod correct;
mod minor;
mod moves;
mod notes;
mod presence;
mod receive;
mod reveal;
mod slip;
mod told;
mod undo;
mod whose;

pub use belong::{Owner, link};
pub use called::{Called, called};
pub use closing::{Closing, Said, closing, still_here};
pub use correct::correct;
pub use minor::met;
pub use moves::{Destination, Seen, bring, leave, wait};
pub use presence::{inside, today};
pub use receive::check_in;
pub use reveal::{Revealed, reveal};
pub use slip::{Slip, slip};
pub use told::told;
pub use undo::{deed, undo};

/// Why a visit could not be received, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum VisitError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such visit, person, service or room here.
    #[error("not found")]
    NotFound,
    /// The step makes no sense where the visit stands.
    #[error("refused")]
    Refused(#[from] VisitRefusal),
    /// Somebody else changed the visit since it was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The trail could not be written, so nothing is shown.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl Passing for VisitError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

impl From<PersonError> for VisitError {
    fn from(error: PersonError) -> Self {
        match error {
            PersonError::Forbidden(error) => Self::Forbidden(error),
            PersonError::NotFound | PersonError::LikelyKnown => Self::NotFound,
            PersonError::Stale => Self::Stale,
            PersonError::Audit(error) => Self::Audit(error),
            PersonError::Seal(error) => Self::Seal(error),
            PersonError::Store(error) => Self::Store(error),
        }
    }
}

/// Who is in the house, and the house itself.
pub struct Board {
    /// Those who wait, the longest first, then those with a service.
    pub present: Vec<Visit>,
    /// The rooms in which somebody is, also somebody who is not shown: nobody is brought to her, and
    /// every screen says the same of a room.
    pub busy: BTreeSet<RoomId>,
    /// Since when the house is closed, or was last, and how many were in it then and are asked about.
    pub closing: Option<(Instant, usize)>,
    /// Services and rooms.
    pub house: House,
}

/// The rooms in which somebody is, other than this visitor. Since when would tell the comings and
/// goings of somebody whom a colleague must not see.
fn busy(present: &[StoredVisit], but: Option<VisitId>) -> BTreeSet<RoomId> {
    let others = present.iter().map(|stored| &stored.visit);
    let others = others.filter(|visit| Some(visit.id) != but);
    others.filter_map(|visit| visit.room).collect()
}

/// Everybody in the house by token and place, with the house itself. It names nobody.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role without a board.
pub async fn board(desk: &Desk, actor: &Actor) -> Result<Board, VisitError> {
    let permit = access::permitted(desk, actor, Action::ShowBoard).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let stored = store::visits::present(&mut look).await?;
    let busy = busy(&stored, None);
    let stored = stored.into_iter();
    let shown = stored.filter(|stored| seen.shows_visit(stored.link));
    let mut present: Vec<Visit> = shown.map(|stored| stored.visit).collect();
    in_order_of_waiting(&mut present);
    let closing = closing::asked(&mut look, &present, desk.now()).await?;
    Ok(Board {
        present,
        closing,
        busy,
        house: House::load(&mut look).await?,
    })
}

/// The services and rooms of the house, for the questions of a check-in.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role that receives nobody.
pub async fn house(desk: &Desk, actor: &Actor) -> Result<House, VisitError> {
    let permit = access::permitted(desk, actor, Action::CheckIn).await?;
    Ok(House::load(&mut desk.look(&permit).await?).await?)
}

/// One visit as the board shows it, with what of it can still be taken back and until when.
///
/// # Errors
/// As [`one`].
pub async fn undoable(
    desk: &Desk,
    actor: &Actor,
    id: VisitId,
) -> Result<(Visit, Option<(Undo, Instant)>), VisitError> {
    let visit = one(desk, actor, id).await?;
    let permit = access::permitted(desk, actor, Action::ShowBoard).await?;
    let steps = store::visits::steps(&mut desk.look(&permit).await?, id).await?;
    Ok((visit, visit.undoable(&steps, desk.now()).ok()))
}

/// One visit as the board shows it, to say what it is called once something was done with it.
///
/// # Errors
/// [`VisitError::NotFound`] for a visit of another house.
pub async fn one(desk: &Desk, actor: &Actor, id: VisitId) -> Result<Visit, VisitError> {
    let permit = access::permitted(desk, actor, Action::ShowBoard).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let stored = store::visits::one(&mut look, id).await?;
    let shown = stored.filter(|stored| seen.shows_visit(stored.link));
    Ok(shown.ok_or(VisitError::NotFound)?.visit)
}

/// Writes down one step of a visit, with who and when.
async fn step(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    visit: &Visit,
    kind: StepKind,
) -> Result<(), StoreError> {
    let by = domain::UserId::from_uuid(permit.actor_id());
    let step = Step {
        kind,
        service: visit.service,
        room: visit.room,
        at: desk.now(),
        by,
    };
    let id = uuid::Uuid::from_bytes(desk.ids().fresh());
    store::visits::step(tx, id, visit.id, &step).await
}
