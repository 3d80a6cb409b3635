//! A visit: one presence in the house from arrival to departure. On every screen it is a neutral
//! token; whose visit it is, is a question of its own.

use crate::{Instant, RoomId, ServiceId, VisitId};

mod asked;
mod facts;
mod kinds;
mod refusal;
mod step;
mod token;
mod undo;

pub use asked::{CheckIn, VisitCorrection};
pub use facts::{Facts, MOST_CHILDREN, Minder, Mobility, WaitingPlace};
pub use kinds::{Purpose, Stage, VisitKind};
pub use refusal::VisitRefusal;
pub use step::{Step, StepKind};
pub use token::Token;
pub use undo::{UNDO_SECONDS, Undo};

/// A visit as the house follows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Visit {
    /// Which visit.
    pub id: VisitId,
    /// What it is called on screens.
    pub token: Token,
    /// Who it is, as far as the desk needs it.
    pub kind: VisitKind,
    /// What for.
    pub purpose: Purpose,
    /// For, or with, which service.
    pub service: Option<ServiceId>,
    /// In which room, when with a service.
    pub room: Option<RoomId>,
    /// Where it stands.
    pub stage: Stage,
    /// When the visitor came in.
    pub arrived_at: Instant,
    /// When it reached this stage.
    pub stage_at: Instant,
    /// A minor who came alone, and the colleague on duty is not there yet.
    pub awaits_duty: bool,
    /// How often it was changed.
    pub rev: i64,
}

impl Visit {
    /// Whether it is a telephone call: nobody is in the house for it.
    #[must_use]
    pub const fn is_call(&self) -> bool {
        matches!(self.kind, VisitKind::PhoneCall)
    }

    /// Whether nobody is in the house, or on the telephone, for it any more.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Left | Stage::TakenBack)
    }

    /// Whether anybody came for it: a visit that was taken back is nobody's, and is not put right.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyLeft`].
    pub fn came(&self) -> Result<(), VisitRefusal> {
        if self.stage == Stage::TakenBack {
            Err(VisitRefusal::AlreadyLeft)
        } else {
            Ok(())
        }
    }

    /// Whether the visit may be said to be of somebody who is, or is not, in the house with another
    /// one: nearly always that is a mistake, so it is asked. A call, or a visit that is over, puts
    /// nobody in the house twice.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyInside`], unless the desk has seen it.
    pub fn belong(&self, inside: bool, seen: bool) -> Result<(), VisitRefusal> {
        if inside && !seen && !self.is_over() && !self.is_call() {
            Err(VisitRefusal::AlreadyInside)
        } else {
            Ok(())
        }
    }

    /// The visit with what was found to be so. A call stays a call, as nobody came in for it; and
    /// whoever is with a service is not on the telephone.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyLeft`] for a visit that was taken back, [`VisitRefusal::OnThePhone`] for
    /// a call, [`VisitRefusal::AlreadyThere`] for a visitor with a service.
    pub fn correct(self, found: &VisitCorrection) -> Result<Self, VisitRefusal> {
        self.came()?;
        let call = found.kind == VisitKind::PhoneCall;
        if self.is_call() && !call {
            return Err(VisitRefusal::OnThePhone);
        }
        if call && self.stage == Stage::WithService {
            return Err(VisitRefusal::AlreadyThere);
        }
        Ok(Self {
            kind: found.kind,
            purpose: found.purpose,
            service: found.service,
            ..self
        })
    }

    /// Brings the visitor to a service, in a room or not.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyLeft`], [`VisitRefusal::OnThePhone`], or
    /// [`VisitRefusal::AlreadyThere`] when nothing would change.
    pub fn bring(
        self,
        service: ServiceId,
        room: Option<RoomId>,
        now: Instant,
    ) -> Result<Self, VisitRefusal> {
        self.inside()?;
        if self.is_call() {
            return Err(VisitRefusal::OnThePhone);
        }
        let there =
            self.stage == Stage::WithService && self.service == Some(service) && self.room == room;
        if there {
            return Err(VisitRefusal::AlreadyThere);
        }
        Ok(Self {
            stage: Stage::WithService,
            service: Some(service),
            room,
            stage_at: now,
            awaits_duty: false,
            ..self
        })
    }

    /// Brings the visitor back to the waiting room.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyLeft`], or [`VisitRefusal::AlreadyThere`] when already waiting.
    pub fn wait(self, now: Instant) -> Result<Self, VisitRefusal> {
        self.inside()?;
        if self.stage == Stage::Waiting {
            return Err(VisitRefusal::AlreadyThere);
        }
        Ok(Self {
            stage: Stage::Waiting,
            room: None,
            stage_at: now,
            awaits_duty: false,
            ..self
        })
    }

    /// The visitor goes home.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyLeft`].
    pub fn leave(self, now: Instant) -> Result<Self, VisitRefusal> {
        self.inside()?;
        Ok(Self {
            stage: Stage::Left,
            room: None,
            stage_at: now,
            awaits_duty: false,
            ..self
        })
    }

    /// Whole minutes since the visitor came in; never negative, also when a clock was set back.
    #[must_use]
    pub fn minutes(&self, now: Instant) -> i64 {
        (now.seconds_since(self.arrived_at) / 60).max(0)
    }

    /// The colleague on duty is with a minor who came alone.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyThere`] when nobody waits for that.
    pub fn met(self) -> Result<Self, VisitRefusal> {
        self.inside()?;
        if !self.awaits_duty {
            return Err(VisitRefusal::AlreadyThere);
        }
        Ok(Self {
            awaits_duty: false,
            ..self
        })
    }

    /// Somebody looked after closing time: the visitor is still in the house.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyLeft`].
    pub fn stays(self) -> Result<Self, VisitRefusal> {
        self.inside().map(|()| self)
    }

    fn inside(&self) -> Result<(), VisitRefusal> {
        if self.is_over() {
            Err(VisitRefusal::AlreadyLeft)
        } else {
            Ok(())
        }
    }
}

/// Orders a board: those who wait before those who are with a service, the longest first.
pub fn in_order_of_waiting(visits: &mut [Visit]) {
    visits.sort_by_key(|visit| (visit.stage, visit.arrived_at, visit.token));
}

#[cfg(test)]
mod tests;
