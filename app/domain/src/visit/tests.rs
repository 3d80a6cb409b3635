//! What a visit allows, and what it is called.

use super::*;
use crate::id::Ids;
use crate::{Pii, Unfit};

pub(super) struct Fixed;
impl Ids for Fixed {
    fn fresh(&self) -> [u8; 16] {
        [1; 16]
    }
}

pub(super) fn waiting() -> Visit {
    let nine = Instant::from_unix(1_773_133_200);
    Visit {
        id: VisitId::new(&Fixed),
        token: Token::new(14),
        kind: VisitKind::Victim,
        purpose: Purpose::FirstTalk,
        service: None,
        room: None,
        stage: Stage::Waiting,
        arrived_at: nine,
        stage_at: nine,
        awaits_duty: false,
        rev: 1,
    }
}

#[test]
fn somebody_who_left_can_be_brought_nowhere() {
    let now = waiting().arrived_at.plus_seconds(60);
    let gone = waiting().leave(now).unwrap();
    assert_eq!(gone.leave(now), Err(VisitRefusal::AlreadyLeft));
    assert_eq!(gone.wait(now), Err(VisitRefusal::AlreadyLeft));
    assert_eq!(
        gone.bring(ServiceId::new(&Fixed), None, now),
        Err(VisitRefusal::AlreadyLeft)
    );
}

#[test]
fn whoever_is_on_the_telephone_is_brought_nowhere() {
    let now = waiting().arrived_at.plus_seconds(60);
    let call = Visit {
        kind: VisitKind::PhoneCall,
        ..waiting()
    };
    let brought = call.bring(ServiceId::new(&Fixed), None, now);
    assert_eq!(brought, Err(VisitRefusal::OnThePhone));
    assert_eq!(call.leave(now).unwrap().stage, Stage::Left);
}

#[test]
fn somebody_inside_is_received_again_only_when_the_desk_says_so() {
    let asked = |kind, again| CheckIn {
        record: None,
        kind,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again,
        alone: false,
    };
    let refused = Err(VisitRefusal::AlreadyInside);
    assert_eq!(asked(VisitKind::Victim, false).admit(true), refused);
    assert_eq!(asked(VisitKind::Victim, false).admit(false), Ok(()));
    assert_eq!(asked(VisitKind::Victim, true).admit(true), Ok(()));
    assert_eq!(asked(VisitKind::PhoneCall, false).admit(true), Ok(()));
}

#[test]
fn a_visit_is_of_somebody_inside_only_when_the_desk_says_so() {
    let refused = Err(VisitRefusal::AlreadyInside);
    assert_eq!(waiting().belong(true, false), refused);
    assert_eq!(waiting().belong(true, true), Ok(()));
    assert_eq!(waiting().belong(false, false), Ok(()));
    let call = Visit {
        kind: VisitKind::PhoneCall,
        ..waiting()
    };
    assert_eq!(call.belong(true, false), Ok(()));
    let gone = waiting().leave(waiting().arrived_at).unwrap();
    assert_eq!(gone.belong(true, false), Ok(()));
}

#[test]
fn a_correction_makes_no_visitor_of_a_call_and_no_call_of_somebody_in_a_room() {
    let found = |kind| VisitCorrection {
        kind,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
    };
    let child = waiting().correct(&found(VisitKind::Child)).unwrap();
    assert_eq!(
        (child.kind, child.purpose, child.stage),
        (VisitKind::Child, Purpose::Question, Stage::Waiting)
    );
    let call = waiting().correct(&found(VisitKind::PhoneCall)).unwrap();
    let visitor = call.correct(&found(VisitKind::Victim));
    assert_eq!(visitor, Err(VisitRefusal::OnThePhone));
    let there = waiting().bring(ServiceId::new(&Fixed), None, call.arrived_at);
    let call = there.unwrap().correct(&found(VisitKind::PhoneCall));
    assert_eq!(call, Err(VisitRefusal::AlreadyThere));
}

#[test]
fn bringing_twice_to_the_same_place_changes_nothing() {
    let now = waiting().arrived_at.plus_seconds(60);
    let there = waiting().bring(ServiceId::new(&Fixed), None, now).unwrap();
    assert_eq!(
        there.bring(ServiceId::new(&Fixed), None, now),
        Err(VisitRefusal::AlreadyThere)
    );
    assert_eq!(there.wait(now).unwrap().stage, Stage::Waiting);
}

#[test]
fn those_who_wait_longest_come_first() {
    let first = waiting();
    let with = Visit {
        stage: Stage::WithService,
        ..first
    };
    let second = Visit {
        arrived_at: first.arrived_at.plus_seconds(300),
        ..first
    };
    let mut board = [with, second, first];
    in_order_of_waiting(&mut board);
    assert_eq!(board, [first, second, with]);
}

#[test]
fn minutes_never_run_backwards() {
    let visit = waiting();
    assert_eq!(visit.minutes(visit.arrived_at.plus_seconds(119)), 1);
    assert_eq!(visit.minutes(visit.arrived_at.plus_seconds(-600)), 0);
}

#[test]
fn a_token_reads_as_it_is_spoken() {
    assert_eq!(Token::new(4).to_string(), "T-04");
    for raw in ["T-14", "t14", " 14 "] {
        assert_eq!(Token::parse(raw), Ok(Token::new(14)), "{raw}");
    }
    assert_eq!(Token::parse("0"), Err(Unfit::NotOffered));
}
