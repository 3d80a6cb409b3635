//! The course of a visit: what was a mistake is taken back, whoever is still in the house after closing
//! is asked about, and a minor who came alone waits for the colleague on duty.

use desk::access::Actor;
use desk::people;
use desk::settings;
use desk::store::visits::{self, StepKind};
use desk::visits::{
    Seen, VisitError, board, bring, called, check_in, closing, correct, inside, leave, link, met,
    reveal, slip, still_here, today, undo, wait,
};
use domain::hours::Week;
use domain::role::Role;
use domain::setting::{Setting, TextKey};
use domain::text::HouseText;
use domain::visit::{
    CheckIn, Facts, Minder, Mobility, Purpose, Stage, VisitCorrection, VisitKind, VisitRefusal,
    WaitingPlace,
};
use domain::{Language, Pii, RecordId, RepeatKey, RoomId, Tongue, VisitId};

use super::people::sent;
use super::visits::visit as row;
use crate::on_both_engines;
use crate::support::ground::{look, neighbour, room, service, tx};
use crate::support::house::House;

on_both_engines! {
    mistaken => a_check_in_taken_back_shows_nowhere_and_keeps_its_token_on_sqlite,
        a_check_in_taken_back_shows_nowhere_and_keeps_its_token_on_postgres;
    moves => each_move_is_taken_back_in_turn_and_frees_the_room_on_sqlite,
        each_move_is_taken_back_in_turn_and_frees_the_room_on_postgres;
    late => after_five_minutes_the_answer_is_that_it_is_too_late_on_sqlite,
        after_five_minutes_the_answer_is_that_it_is_too_late_on_postgres;
    occupied => nobody_goes_back_into_a_room_of_somebody_else_on_sqlite,
        nobody_goes_back_into_a_room_of_somebody_else_on_postgres;
    allowed => a_check_in_is_taken_back_by_whoever_may_check_in_on_sqlite,
        a_check_in_is_taken_back_by_whoever_may_check_in_on_postgres;
    known => what_is_known_of_a_visitor_is_sealed_and_reads_back_on_sqlite,
        what_is_known_of_a_visitor_is_sealed_and_reads_back_on_postgres;
    closed => whoever_is_inside_after_closing_is_asked_about_once_on_sqlite,
        whoever_is_inside_after_closing_is_asked_about_once_on_postgres;
    alone => a_minor_who_came_alone_waits_for_the_colleague_on_duty_on_sqlite,
        a_minor_who_came_alone_waits_for_the_colleague_on_duty_on_postgres;
    paper => a_slip_says_nothing_of_what_the_house_is_on_sqlite,
        a_slip_says_nothing_of_what_the_house_is_on_postgres;
}

fn asked(record: Option<RecordId>) -> CheckIn {
    CheckIn {
        record,
        kind: VisitKind::Victim,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again: false,
        alone: false,
    }
}

async fn received(house: &House, asked: CheckIn) -> VisitId {
    let key = RepeatKey::new(house.desk.ids());
    let front = house.colleague(Role::Reception);
    check_in(&house.desk, &front, asked, key).await.unwrap()
}

fn seen(house: &House, visit: VisitId, rev: i64) -> Seen {
    let key = RepeatKey::new(house.desk.ids());
    Seen { visit, rev, key }
}

fn refusal(done: Result<(), VisitError>) -> Option<VisitRefusal> {
    match done {
        Err(VisitError::Refused(refusal)) => Some(refusal),
        Ok(()) => None,
        Err(error) => panic!("{error:?}"),
    }
}

async fn trail(house: &House, action: &str) -> Vec<String> {
    crate::raw!(house.desk.db(), p => sqlx::query_scalar(
        "SELECT decision FROM audit WHERE action = $1 ORDER BY seq").bind(action).fetch_all(p))
}

async fn person(house: &House) -> RecordId {
    let (new, key) = sent(1);
    let front = house.colleague(Role::Reception);
    people::register(&house.desk, &front, new, key)
        .await
        .unwrap()
}

async fn mistaken(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let rosa = person(&house).await;
    let visit = received(&house, asked(Some(rosa))).await;
    let token = reveal(desk, &front, visit).await.unwrap().visit.token;
    let once = seen(&house, visit, 1);
    for _twice in 0..2 {
        undo(desk, &front, once).await.unwrap();
    }
    assert!(board(desk, &front).await.unwrap().present.is_empty());
    assert!(inside(desk, &front, &[rosa]).await.unwrap().is_empty());
    assert!(today(desk, &front, rosa).await.unwrap().is_empty());
    assert!(called(desk, &front, token).await.unwrap().is_none());
    let next = received(&house, asked(Some(rosa))).await;
    let next = reveal(desk, &front, next).await.unwrap().visit.token;
    assert_eq!(next.number(), token.number() + 1, "nobody gets the token");
    let shown = reveal(desk, &front, visit).await.unwrap();
    let steps: Vec<StepKind> = shown.steps.iter().map(|step| step.kind).collect();
    let taken_back = StepKind::Reached(Stage::TakenBack);
    assert_eq!(steps, [StepKind::Arrived, taken_back]);
    assert_eq!(shown.by.len(), 2);
    let second = undo(desk, &front, seen(&house, visit, 2)).await;
    assert_eq!(refusal(second), Some(VisitRefusal::NothingToUndo));
    let hers = link(desk, &front, seen(&house, visit, 2), rosa).await;
    assert_eq!(refusal(hers), Some(VisitRefusal::AlreadyLeft));
    assert_eq!(trail(&house, "undo_visit").await, ["done", "refused"]);
}

async fn moves(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let (service, room) = (service(&house, 70).await, room(&house, 71).await);
    let visit = received(&house, asked(None)).await;
    let to = (service, Some(room));
    bring(desk, &front, seen(&house, visit, 1), to)
        .await
        .unwrap();
    wait(desk, &front, seen(&house, visit, 2)).await.unwrap();
    leave(desk, &front, seen(&house, visit, 3)).await.unwrap();
    let stages = [
        (Stage::Waiting, None),
        (Stage::WithService, Some(room)),
        (Stage::Waiting, None),
    ];
    for (rev, (stage, place)) in (4..).zip(stages) {
        undo(desk, &front, seen(&house, visit, rev)).await.unwrap();
        let now = board(desk, &front).await.unwrap();
        assert_eq!((now.present[0].stage, now.present[0].room), (stage, place));
        assert_eq!(now.busy.contains(&room), place.is_some());
    }
    let behind = undo(desk, &front, seen(&house, visit, 4)).await;
    assert!(matches!(behind, Err(VisitError::Stale)));
    let other = neighbour(&house).await;
    let next_door = Actor::Cli {
        centre: other.0,
        request: domain::RequestId::new(desk.ids()),
    };
    let refused = undo(desk, &next_door, seen(&house, visit, 7)).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
}

async fn late(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let visit = received(&house, asked(None)).await;
    house.still.pass(300);
    let refused = undo(desk, &front, seen(&house, visit, 1)).await;
    assert_eq!(refusal(refused), Some(VisitRefusal::TooLate));
    leave(desk, &front, seen(&house, visit, 1)).await.unwrap();
    house.still.pass(299);
    undo(desk, &front, seen(&house, visit, 2)).await.unwrap();
    assert_eq!(board(desk, &front).await.unwrap().present.len(), 1);
}

async fn occupied(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let (service, room) = (service(&house, 70).await, room(&house, 71).await);
    let rosa = person(&house).await;
    let first = received(&house, asked(Some(rosa))).await;
    let second = received(&house, asked(None)).await;
    let to = (service, Some::<RoomId>(room));
    bring(desk, &front, seen(&house, first, 1), to)
        .await
        .unwrap();
    leave(desk, &front, seen(&house, first, 2)).await.unwrap();
    bring(desk, &front, seen(&house, second, 1), to)
        .await
        .unwrap();
    let refused = undo(desk, &front, seen(&house, first, 3)).await;
    assert_eq!(refusal(refused), Some(VisitRefusal::RoomTaken));
    undo(desk, &front, seen(&house, second, 2)).await.unwrap();
    let again = received(&house, asked(Some(rosa))).await;
    let refused = undo(desk, &front, seen(&house, first, 3)).await;
    assert_eq!(refusal(refused), Some(VisitRefusal::AlreadyInside));
    undo(desk, &front, seen(&house, again, 1)).await.unwrap();
    undo(desk, &front, seen(&house, first, 3)).await.unwrap();
}

async fn allowed(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let coordinator = house.colleague(Role::Coordinator);
    let visit = received(&house, asked(None)).await;
    let refused = undo(desk, &coordinator, seen(&house, visit, 1)).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
    leave(desk, &front, seen(&house, visit, 1)).await.unwrap();
    undo(desk, &coordinator, seen(&house, visit, 2))
        .await
        .unwrap();
    let service = house.colleague(Role::Service);
    let refused = undo(desk, &service, seen(&house, visit, 3)).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
}

fn everything() -> Facts {
    Facts {
        children: Some(2),
        minder: Some(Minder::Colleague),
        interpreter: Some(Tongue::parse("tr").unwrap()),
        mobility: Some(Mobility::NoStairs),
        waiting: Some(WaitingPlace::Elsewhere),
    }
}

async fn known(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let came = CheckIn {
        facts: Pii::new(everything()),
        ..asked(None)
    };
    let visit = received(&house, came).await;
    let shown = reveal(desk, &front, visit).await.unwrap();
    assert!(*shown.facts.reveal() == everything());
    let stored: Vec<u8> = crate::raw!(desk.db(), p =>
        sqlx::query_scalar("SELECT facts FROM visit").fetch_one(p));
    assert!(!stored.windows(9).any(|part| part == b"colleague"));
    let found = VisitCorrection {
        kind: VisitKind::Victim,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
    };
    correct(desk, &front, seen(&house, visit, 1), &found)
        .await
        .unwrap();
    let shown = reveal(desk, &front, visit).await.unwrap();
    assert!(shown.facts.reveal().is_empty());
    let stored = visits::one(&mut look(&house).await, visit).await.unwrap();
    assert!(stored.unwrap().facts.is_none());
    let mut tx = tx(&house).await;
    visits::note(&mut tx, row(9).id, Some(b"of no visit"))
        .await
        .unwrap();
}

async fn closed(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let administrator = house.colleague(Role::Administrator);
    let week = Week::parse("|09:00-11:00|||||").unwrap();
    let key = RepeatKey::new(desk.ids());
    let hours = Setting::week(&week);
    settings::write(desk, &administrator, (0, key), &hours)
        .await
        .unwrap();
    // The clock of the house stands at ten in Brussels.
    let first = received(&house, asked(None)).await;
    let second = received(&house, asked(None)).await;
    let call = CheckIn {
        kind: VisitKind::PhoneCall,
        ..asked(None)
    };
    received(&house, call).await;
    assert!(board(desk, &front).await.unwrap().closing.is_none());
    house.still.pass(3_600);
    let (since, count) = board(desk, &front).await.unwrap().closing.unwrap();
    assert_eq!((since, count), (desk.now(), 2));
    still_here(desk, &front, seen(&house, first, 1))
        .await
        .unwrap();
    let asked = closing(desk, &front).await.unwrap();
    let ids: Vec<VisitId> = asked.asked.iter().map(|visit| visit.id).collect();
    assert_eq!(ids, [second]);
    assert_eq!((asked.stays[0].0.id, asked.stays[0].1.at), (first, since));
    leave(desk, &front, seen(&house, second, 1)).await.unwrap();
    assert!(board(desk, &front).await.unwrap().closing.is_none());
    let gone = still_here(desk, &front, seen(&house, second, 2)).await;
    assert_eq!(refusal(gone), Some(VisitRefusal::AlreadyLeft));
    let words = visits::stays(&mut look(&house).await).await.unwrap();
    assert_eq!((words.len(), words[0].0), (1, first));
    house.still.pass(7 * 86_400);
    let again = board(desk, &front).await.unwrap().closing;
    assert_eq!(again.map(|(_, count)| count), Some(1));
}

async fn alone(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let child = || CheckIn {
        kind: VisitKind::Child,
        alone: true,
        ..asked(None)
    };
    let visit = received(&house, child()).await;
    let shown = reveal(desk, &front, visit).await.unwrap();
    let steps: Vec<StepKind> = shown.steps.iter().map(|step| step.kind).collect();
    assert_eq!(steps, [StepKind::Arrived, StepKind::DutyCalled]);
    assert!(board(desk, &front).await.unwrap().present[0].awaits_duty);
    met(desk, &front, seen(&house, visit, 1)).await.unwrap();
    assert!(!board(desk, &front).await.unwrap().present[0].awaits_duty);
    let again = met(desk, &front, seen(&house, visit, 2)).await;
    assert_eq!(refusal(again), Some(VisitRefusal::AlreadyThere));
    let call = CheckIn {
        kind: VisitKind::PhoneCall,
        ..child()
    };
    let call = received(&house, call).await;
    let shown = reveal(desk, &front, call).await.unwrap();
    assert!(!shown.visit.awaits_duty, "nobody came in by telephone");
}

async fn paper(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let administrator = house.colleague(Role::Administrator);
    for (key, text) in [
        (TextKey::Card, "Bel gerust terug."),
        (TextKey::Closing, "Tot ziens"),
    ] {
        let text = HouseText::optional(text).unwrap();
        let text = Setting::text(key, Language::Nl, text.as_ref());
        let form = (0, RepeatKey::new(desk.ids()));
        settings::write(desk, &administrator, form, &text)
            .await
            .unwrap();
    }
    let visit = received(&house, asked(None)).await;
    let shown = slip(desk, &front, visit, None).await.unwrap();
    let said = |text: &Option<HouseText>| text.as_ref().map(|text| text.as_str().to_owned());
    assert_eq!(said(&shown.card).as_deref(), Some("Bel gerust terug."));
    assert_eq!(said(&shown.closing).as_deref(), Some("Tot ziens"));
    let other = slip(desk, &front, visit, Some(Language::Fr)).await.unwrap();
    assert!(other.card.is_none() && other.left_off.is_empty());
    // A text that was fit once, and is no more: as when a service got that name.
    let telling: Vec<i64> = crate::raw!(desk.db(), p => sqlx::query_scalar(
        "UPDATE setting SET value = 'Bel de politie.' WHERE key = 'card.nl' RETURNING version")
        .fetch_all(p));
    assert_eq!(telling, [1]);
    let shown = slip(desk, &front, visit, None).await.unwrap();
    assert!(shown.card.is_none() && shown.left_off == [TextKey::Card]);
    let call = CheckIn {
        kind: VisitKind::PhoneCall,
        ..asked(None)
    };
    let call = received(&house, call).await;
    let none = slip(desk, &front, call, None).await;
    assert!(matches!(none, Err(VisitError::NotFound)));
}
