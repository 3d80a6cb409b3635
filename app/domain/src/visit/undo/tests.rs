//! Whatever was done is as before once it is taken back.

use proptest::prelude::*;

use super::super::VisitKind;
use super::super::tests::{Fixed, waiting};
use super::*;
use crate::UserId;

/// A visit with its steps, as the house would write them.
struct Course {
    visit: Visit,
    steps: Vec<Step>,
}

impl Course {
    fn begun() -> Self {
        let visit = waiting();
        let mut course = Self {
            visit,
            steps: Vec::new(),
        };
        course.note(StepKind::Arrived, visit.arrived_at);
        course
    }

    fn note(&mut self, kind: StepKind, at: Instant) {
        let by = UserId::new(&Fixed);
        let Visit { service, room, .. } = self.visit;
        self.steps.push(Step {
            kind,
            service,
            room,
            at,
            by,
        });
    }

    /// Does a deed if the visit allows it; says whether it did.
    fn does(&mut self, deed: u8, at: Instant) -> bool {
        let (service, room) = (ServiceId::new(&Fixed), Some(RoomId::new(&Fixed)));
        let moved = match deed {
            0 => self.visit.bring(service, room, at),
            1 => self.visit.bring(service, None, at),
            2 => self.visit.wait(at),
            _ => self.visit.leave(at),
        };
        let Ok(visit) = moved else { return false };
        self.visit = visit;
        self.note(StepKind::Reached(visit.stage), at);
        true
    }

    fn undoes(&mut self, at: Instant) -> Result<Undo, VisitRefusal> {
        let (visit, undo) = self.visit.undo(&self.steps, at)?;
        self.visit = visit;
        let kind = match undo {
            Undo::Arrival => StepKind::Reached(Stage::TakenBack),
            _ => StepKind::TookBack,
        };
        self.note(kind, at);
        Ok(undo)
    }
}

fn later(seconds: i64) -> Instant {
    waiting().arrived_at.plus_seconds(seconds)
}

#[test]
fn each_step_is_taken_back_in_turn_until_nobody_came() {
    let mut course = Course::begun();
    assert!(course.does(0, later(10)) && course.does(3, later(20)));
    assert_eq!(course.undoes(later(30)), Ok(Undo::Departure));
    assert_eq!(course.visit.stage, Stage::WithService);
    assert_eq!(course.visit.room, Some(RoomId::new(&Fixed)));
    assert_eq!(course.undoes(later(40)), Ok(Undo::Move));
    assert_eq!(course.visit, waiting());
    assert_eq!(course.undoes(later(50)), Ok(Undo::Arrival));
    assert_eq!(course.visit.stage, Stage::TakenBack);
    assert_eq!(course.undoes(later(60)), Err(VisitRefusal::NothingToUndo));
}

#[test]
fn after_five_minutes_it_is_too_late() {
    let mut course = Course::begun();
    let until = course.visit.undoable(&course.steps, later(299));
    assert_eq!(until, Ok((Undo::Arrival, later(300))));
    assert_eq!(course.undoes(later(300)), Err(VisitRefusal::TooLate));
    assert!(course.does(0, later(400)));
    assert_eq!(course.undoes(later(500)), Ok(Undo::Move));
    assert_eq!(course.undoes(later(501)), Err(VisitRefusal::TooLate));
}

#[test]
fn a_child_who_waited_for_the_colleague_on_duty_waits_again() {
    let mut course = Course::begun();
    course.visit.awaits_duty = true;
    course.note(StepKind::DutyCalled, later(0));
    assert!(course.does(0, later(10)) && !course.visit.awaits_duty);
    assert_eq!(course.undoes(later(20)), Ok(Undo::Move));
    assert!(course.visit.awaits_duty);
}

#[test]
fn a_departure_that_became_a_call_stays_out_of_the_room() {
    let mut course = Course::begun();
    assert!(course.does(0, later(10)) && course.does(3, later(20)));
    course.visit.kind = VisitKind::PhoneCall;
    assert_eq!(course.undoes(later(30)), Err(VisitRefusal::OnThePhone));
}

proptest! {
    #[test]
    fn whatever_was_done_is_as_before_once_it_is_taken_back(
        deeds in prop::collection::vec((0_u8..4, any::<bool>()), 0..12), last in 0_u8..4,
    ) {
        let mut course = Course::begun();
        for (second, (deed, back)) in (1..).zip(deeds) {
            course.does(deed, later(second));
            if back && course.steps.len() > 1 && course.visit.stage != Stage::TakenBack {
                let undone = course.undoes(later(second));
                prop_assert!(undone.is_ok());
            }
        }
        let before = course.visit;
        if course.does(last, later(20)) {
            course.undoes(later(21)).unwrap();
            prop_assert_eq!(course.visit, before);
        }
    }
}
