//! Taking back what was a mistake: the last step of a visit, for five minutes. Nothing is removed; the
//! visit stands again as the steps before say, and a visit whose arrival is taken back never was.

use crate::{Instant, RoomId, ServiceId};

use super::{Stage, Step, StepKind, Visit, VisitRefusal};

/// For how many seconds a step can be taken back.
pub const UNDO_SECONDS: i64 = 300;

/// What is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The check-in itself: nobody came.
    Arrival,
    /// To the waiting room, or to a service.
    Move,
    /// Out of the house.
    Departure,
}

/// Where a visit stood after one of its steps.
#[derive(Clone, Copy)]
struct Stood {
    stage: Stage,
    service: Option<ServiceId>,
    room: Option<RoomId>,
    at: Instant,
    awaits_duty: bool,
}

impl Stood {
    const fn after(step: &Step, stage: Stage) -> Self {
        Self {
            stage,
            service: step.service,
            room: step.room,
            at: step.at,
            awaits_duty: false,
        }
    }
}

/// The places a visit stood in that still count, in their order.
fn stood(steps: &[Step]) -> Vec<Stood> {
    let mut stood: Vec<Stood> = Vec::new();
    for step in steps {
        match step.kind {
            StepKind::Arrived => stood.push(Stood::after(step, Stage::Waiting)),
            StepKind::Reached(stage) => stood.push(Stood::after(step, stage)),
            StepKind::TookBack => drop(stood.pop()),
            StepKind::Linked | StepKind::StillHere => {}
            StepKind::Corrected | StepKind::DutyCalled | StepKind::DutyCame => {
                if let Some(last) = stood.last_mut() {
                    noted(last, step);
                }
            }
        }
    }
    stood
}

/// What a step that moves nobody changes of the place.
fn noted(last: &mut Stood, step: &Step) {
    match step.kind {
        StepKind::DutyCalled => last.awaits_duty = true,
        StepKind::DutyCame => last.awaits_duty = false,
        _ => last.service = step.service,
    }
}

impl Visit {
    /// The visit without its last step, and what that was.
    ///
    /// # Errors
    /// [`VisitRefusal::NothingToUndo`] for a visit that was taken back, [`VisitRefusal::TooLate`]
    /// after five minutes, [`VisitRefusal::OnThePhone`] when a call would come into a room.
    pub fn undo(self, steps: &[Step], now: Instant) -> Result<(Self, Undo), VisitRefusal> {
        let stood = stood(steps);
        let Some((last, earlier)) = stood.split_last() else {
            return Err(VisitRefusal::NothingToUndo);
        };
        if self.stage == Stage::TakenBack {
            return Err(VisitRefusal::NothingToUndo);
        }
        if now.seconds_since(last.at) >= UNDO_SECONDS {
            return Err(VisitRefusal::TooLate);
        }
        match (earlier.last(), last.stage) {
            (None, _) => Ok((self.never_was(now), Undo::Arrival)),
            (Some(before), Stage::Left) => Ok((self.stands(before)?, Undo::Departure)),
            (Some(before), _) => Ok((self.stands(before)?, Undo::Move)),
        }
    }

    /// Until when the last step can be taken back.
    ///
    /// # Errors
    /// As [`Self::undo`].
    pub fn undoable(self, steps: &[Step], now: Instant) -> Result<(Undo, Instant), VisitRefusal> {
        let (_, undo) = self.undo(steps, now)?;
        let last = stood(steps).pop().ok_or(VisitRefusal::NothingToUndo)?;
        Ok((undo, last.at.plus_seconds(UNDO_SECONDS)))
    }

    const fn never_was(self, now: Instant) -> Self {
        Self {
            stage: Stage::TakenBack,
            room: None,
            stage_at: now,
            awaits_duty: false,
            ..self
        }
    }

    fn stands(self, before: &Stood) -> Result<Self, VisitRefusal> {
        if self.is_call() && before.stage == Stage::WithService {
            return Err(VisitRefusal::OnThePhone);
        }
        Ok(Self {
            stage: before.stage,
            service: before.service,
            room: before.room,
            stage_at: before.at,
            awaits_duty: before.awaits_duty,
            ..self
        })
    }
}

#[cfg(test)]
mod tests;
