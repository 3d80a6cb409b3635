//! Joining records and taking it back, by one clerk, by several at one instant, and in another process.

use std::time::Duration;

use desk::same_as::{self, PairError};
use desk::{bus, people};
use domain::RecordId;
use domain::role::Role;
use domain::same_as::{Couple, Refusal, Verdict};

use super::ground::{answer, arrives, key, register, rev, say, take_back, told, two};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    any_order => joining_and_taking_back_in_any_order_leaves_everything_as_before_on_sqlite,
        joining_and_taking_back_in_any_order_leaves_everything_as_before_on_postgres;
    at_once => of_two_answers_at_one_instant_one_holds_on_sqlite,
        of_two_answers_at_one_instant_one_holds_on_postgres;
    ring => three_clerks_at_once_make_no_ring_on_sqlite, three_clerks_at_once_make_no_ring_on_postgres;
    stale => who_did_not_see_what_was_said_says_nothing_on_sqlite,
        who_did_not_see_what_was_said_says_nothing_on_postgres;
    elsewhere => another_process_joins_and_parts_them_too_on_sqlite,
        another_process_joins_and_parts_them_too_on_postgres;
    roles => only_the_desk_and_coordinators_answer_on_sqlite,
        only_the_desk_and_coordinators_answer_on_postgres;
}

const NAMES: [&str; 4] = [
    "Rosa Verzonnen",
    "Fatma Verzonnen",
    "Jo Verzonnen",
    "Olena Verzonnen",
];

async fn people_of(house: &House) -> Vec<RecordId> {
    let mut records = Vec::new();
    for name in NAMES {
        let record = register(house, name).await;
        arrives(house, record).await;
        records.push(record);
    }
    records
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

async fn any_order(house: House) {
    let front = house.colleague(Role::Reception);
    let records = people_of(&house).await;
    let before = told(&house, &records).await;
    let (mut dice, mut held): (Dice, Vec<Couple<RecordId>>) = (Dice(11), Vec::new());
    let mut joined = 0;
    for _ in 0..14 {
        let both = [dice.below(4), dice.below(4)].map(|place| records[place]);
        let Some(couple) = Couple::of(both[0], both[1]) else {
            continue;
        };
        let now = told(&house, &records).await;
        if say(&house, &front, (couple, Verdict::Same)).await.is_err() {
            continue;
        }
        joined += 1;
        assert_ne!(told(&house, &records).await, now);
        if dice.below(3) == 0 {
            take_back(&house, &front, couple).await.unwrap();
            assert_eq!(told(&house, &records).await, now);
        } else {
            held.push(couple);
        }
    }
    assert!(joined > 2 && held.len() > 1, "{joined} {}", held.len());
    while !held.is_empty() {
        let couple = held.swap_remove(dice.below(held.len()));
        take_back(&house, &front, couple).await.unwrap();
    }
    assert_eq!(told(&house, &records).await, before);
}

async fn at_once(house: House) {
    let other = house.another([2; 16]).await;
    for _ in 0..10_000 {
        other.ids().fresh();
    }
    let clerks = [Role::Reception, Role::Intake].map(|role| house.colleague(role));
    let (rosa, jo) = (
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    let couple = two(rosa, jo);
    for _ in 0..6 {
        let rev = rev(&house.desk, &clerks[0], couple).await;
        let desks = [
            (house.desk.clone(), Verdict::Same),
            (other.clone(), Verdict::Two),
        ];
        let said = desks
            .into_iter()
            .zip(clerks.clone())
            .map(|((desk, verdict), clerk)| {
                let (asked, key) = (answer(couple, verdict, rev), key(&house));
                tokio::spawn(async move { same_as::say(&desk, &clerk, asked, key).await })
            });
        let said: Vec<_> = said.collect();
        let mut outcomes = Vec::new();
        for one in said {
            outcomes.push(one.await.unwrap());
        }
        let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let lost = outcomes
            .iter()
            .filter(|o| matches!(o, Err(PairError::Stale)));
        assert_eq!((won, lost.count()), (1, 1), "{outcomes:?}");
        take_back(&house, &clerks[0], couple).await.unwrap();
    }
}

async fn ring(house: House) {
    let front = house.colleague(Role::Reception);
    let records = people_of(&house).await;
    let couples = [(0, 1), (1, 2), (2, 0)].map(|(a, b)| two(records[a], records[b]));
    let said = couples.map(|couple| {
        let (desk, clerk) = (house.desk.clone(), front.clone());
        let (asked, key) = (answer(couple, Verdict::Same, 0), key(&house));
        tokio::spawn(async move { same_as::say(&desk, &clerk, asked, key).await })
    });
    let (mut won, mut already) = (0, 0);
    for one in said {
        match one.await.unwrap() {
            Ok(()) => won += 1,
            Err(PairError::Refused(Refusal::AlreadyOne)) => already += 1,
            Err(error) => panic!("{error:?}"),
        }
    }
    assert_eq!((won, already), (2, 1));
    assert_eq!(house.desk.index().person(house.centre, records[0]).len(), 3);
}

async fn stale(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let couple = two(
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    let form = key(&house);
    for _twice in 0..2 {
        let asked = answer(couple, Verdict::Same, 0);
        same_as::say(desk, &front, asked, form).await.unwrap();
    }
    let late = same_as::say(desk, &front, answer(couple, Verdict::Two, 0), key(&house)).await;
    assert!(matches!(late, Err(PairError::Stale)));
    let again = say(&house, &front, (couple, Verdict::Two)).await;
    assert!(matches!(
        again,
        Err(PairError::Refused(Refusal::AlreadyOne))
    ));
    let late = same_as::take_back(desk, &front, (couple, 0), key(&house)).await;
    assert!(matches!(late, Err(PairError::Stale)));
    take_back(&house, &front, couple).await.unwrap();
    let shown = same_as::show(desk, &front, couple).await.unwrap();
    assert!(shown.said.is_none() && !shown.one && shown.rev == 2);
    say(&house, &front, (couple, Verdict::Two)).await.unwrap();
    let shown = same_as::show(desk, &front, couple).await.unwrap();
    let said = shown.said.unwrap();
    assert!(said.verdict == Verdict::Two && said.by.is_none());
    let note = said
        .why
        .reveal()
        .note
        .as_ref()
        .map(domain::text::Note::as_str);
    assert_eq!(note, Some("Dezelfde kaart."));
    let joined = say(&house, &front, (couple, Verdict::Same)).await;
    assert!(matches!(joined, Err(PairError::Refused(Refusal::SaidTwo))));
}

async fn elsewhere(house: House) {
    let front = house.colleague(Role::Reception);
    let couple = two(
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    let [rosa, _] = couple.both();
    let other = house.another([2; 16]).await;
    let job = desk::access::Actor::Job {
        name: "wake",
        centre: house.centre,
        request: domain::RequestId::new(house.desk.ids()),
    };
    people::rebuild_index(&other, &job).await.unwrap();
    let following = other.clone();
    let task = tokio::spawn(async move { bus::follow(&following, std::future::pending()).await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    for (joins, count) in [(true, 2), (false, 1), (true, 2)] {
        if joins {
            say(&house, &front, (couple, Verdict::Same)).await.unwrap();
        } else {
            take_back(&house, &front, couple).await.unwrap();
        }
        for _ in 0..40 {
            if other.index().person(house.centre, rosa).len() == count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(other.index().person(house.centre, rosa).len(), count);
    }
    task.abort();
    let third = house.another([3; 16]).await;
    people::rebuild_index(&third, &job).await.unwrap();
    assert_eq!(
        third.index().person(house.centre, rosa).len(),
        2,
        "built anew"
    );
}

async fn roles(house: House) {
    let couple = two(
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    for role in [Role::Service, Role::Facilitator, Role::Administrator] {
        let actor = house.colleague(role);
        let shown = same_as::show(&house.desk, &actor, couple).await;
        assert!(matches!(shown, Err(PairError::Forbidden(_))));
        let asked = answer(couple, Verdict::Same, 0);
        let said = same_as::say(&house.desk, &actor, asked, key(&house)).await;
        assert!(matches!(said, Err(PairError::Forbidden(_))));
        let listed = same_as::list(&house.desk, &actor).await;
        assert!(matches!(listed, Err(PairError::Forbidden(_))));
    }
    let coordinator = house.colleague(Role::Coordinator);
    let shown = same_as::show(&house.desk, &coordinator, couple)
        .await
        .unwrap();
    assert!(shown.sides.iter().all(|side| side.contact.is_none()));
    assert!(
        shown
            .sides
            .iter()
            .all(|side| side.identity.reveal().name.is_some())
    );
}
