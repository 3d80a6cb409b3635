//! A visit: one presence in the house from arrival to departure. On every screen it is a neutral
//! token; whose visit it is, is a question of its own.

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::text::Remark;
use crate::{Instant, Pii, RecordId, RoomId, ServiceId, Unfit, VisitId};

mod token;

pub use token::Token;

coded! {
    /// Who comes in, as far as the desk needs it.
    VisitKind {
        /// Somebody who looks for help.
        Victim = "victim",
        /// A child.
        Child = "child",
        /// Somebody who comes along.
        Companion = "companion",
        /// A professional from outside the house.
        Professional = "professional",
        /// A trusted person (vertrouwenspersoon).
        TrustedPerson = "trusted_person",
        /// An interpreter.
        Interpreter = "interpreter",
        /// The person causing harm.
        PersonCausingHarm = "person_causing_harm",
        /// Somebody who delivers or repairs.
        Supplier = "supplier",
        /// Somebody on the telephone.
        PhoneCall = "phone_call",
    }
}

coded! {
    /// What a visitor comes for.
    Purpose {
        /// A first talk.
        FirstTalk = "first_talk",
        /// An appointment with a service.
        Appointment = "appointment",
        /// A group or training.
        Group = "group",
        /// A question for the desk.
        Question = "question",
        /// Something else, or rather not said.
        Other = "other",
    }
}

coded! {
    /// Where a visit stands.
    Stage {
        /// In the waiting room.
        Waiting = "waiting",
        /// In a room with a service.
        WithService = "with_service",
        /// Out of the house.
        Left = "left",
    }
}

/// Why a step of a visit is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VisitRefusal {
    /// The visitor has left already.
    #[error("already left")]
    AlreadyLeft,
    /// The visitor is already with that service in that place.
    #[error("already there")]
    AlreadyThere,
    /// The visit already belongs to this person.
    #[error("already linked")]
    AlreadyLinked,
    /// The person is in the house already.
    #[error("already inside")]
    AlreadyInside,
    /// Somebody else is in that room.
    #[error("the room is taken")]
    RoomTaken,
    /// Whoever is on the telephone can be brought nowhere.
    #[error("on the telephone")]
    OnThePhone,
}

/// What the desk asks when somebody comes in.
pub struct CheckIn {
    /// Whose visit it is; nobody for a visitor without a name.
    pub record: Option<RecordId>,
    /// Who comes in.
    pub kind: VisitKind,
    /// What for.
    pub purpose: Purpose,
    /// For which service, when that is known.
    pub service: Option<ServiceId>,
    /// A word for the colleagues, sealed.
    pub remark: Pii<Option<Remark>>,
    /// The desk has seen that the person is in the house already.
    pub again: bool,
}

impl CheckIn {
    /// Whether somebody is received once more: nearly always that is a mistake, so it is said. On
    /// the telephone nobody comes in.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyInside`].
    pub fn admit(&self, inside: bool) -> Result<(), VisitRefusal> {
        if inside && !self.again && self.kind != VisitKind::PhoneCall {
            Err(VisitRefusal::AlreadyInside)
        } else {
            Ok(())
        }
    }
}

/// What was found to be so of a visit, in place of what was written down.
pub struct VisitCorrection {
    /// Who came in.
    pub kind: VisitKind,
    /// What for.
    pub purpose: Purpose,
    /// For, or with, which service.
    pub service: Option<ServiceId>,
    /// A word for the colleagues, sealed.
    pub remark: Pii<Option<Remark>>,
}

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
    /// How often it was changed.
    pub rev: i64,
}

impl Visit {
    /// Whether it is a telephone call: nobody is in the house for it.
    #[must_use]
    pub const fn is_call(&self) -> bool {
        matches!(self.kind, VisitKind::PhoneCall)
    }

    /// Whether the visit may be said to be of somebody who is, or is not, in the house with another
    /// one: nearly always that is a mistake, so it is asked. A call, or a visit that is over, puts
    /// nobody in the house twice.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyInside`], unless the desk has seen it.
    pub fn belong(&self, inside: bool, seen: bool) -> Result<(), VisitRefusal> {
        if inside && !seen && self.stage != Stage::Left && !self.is_call() {
            Err(VisitRefusal::AlreadyInside)
        } else {
            Ok(())
        }
    }

    /// The visit with what was found to be so. A call stays a call, as nobody came in for it; and
    /// whoever is with a service is not on the telephone.
    ///
    /// # Errors
    /// [`VisitRefusal::OnThePhone`] for a call, [`VisitRefusal::AlreadyThere`] for a visitor with a
    /// service.
    pub fn correct(self, found: &VisitCorrection) -> Result<Self, VisitRefusal> {
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
            ..self
        })
    }

    /// Whole minutes since the visitor came in; never negative, also when a clock was set back.
    #[must_use]
    pub fn minutes(&self, now: Instant) -> i64 {
        (now.seconds_since(self.arrived_at) / 60).max(0)
    }

    fn inside(&self) -> Result<(), VisitRefusal> {
        if self.stage == Stage::Left {
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
