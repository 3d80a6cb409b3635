//! What was said of two records, as it is stored; what follows from it is told in the stories below.

use desk::erasures::Part;
use desk::seal::LinkKey;
use desk::store::denials::{self, NewDenial};
use desk::store::erasures::person::{self, Whose};
use desk::store::erasures::{self as requests, New as Request};
use desk::store::same_as::{self, New};
use desk::store::{StoreError, Tx};
use domain::erasure::{Cause, Outcome};
use domain::same_as::{Couple, Verdict};
use domain::{Day, DenialId, ErasureId, PairId, RecordId, UserId};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

mod apart;
mod ground;
mod saying;
mod whole;

on_both_engines! {
    stands => an_answer_stands_until_it_is_taken_back_on_sqlite,
        an_answer_stands_until_it_is_taken_back_on_postgres;
    once => of_two_records_one_answer_holds_on_sqlite, of_two_records_one_answer_holds_on_postgres;
    next_door => no_answer_is_seen_next_door_on_sqlite, no_answer_is_seen_next_door_on_postgres;
    gone => the_answers_about_a_record_go_with_it_on_sqlite,
        the_answers_about_a_record_go_with_it_on_postgres;
}

fn couple(one: u8, other: u8) -> Couple<[u8; 16]> {
    Couple::of([one; 16], [other; 16]).unwrap()
}

fn key(letter: u8) -> LinkKey {
    LinkKey {
        bytes: [letter; 16],
        version: 1,
    }
}

fn answer(number: u128, (one, other): (u8, u8), verdict: Verdict) -> New {
    New {
        id: PairId::from_uuid(id(number)),
        couple: couple(one, other),
        version: 1,
        verdict,
        sealed: vec![3, 0, 255],
        by: UserId::from_uuid(id(90)),
        at: at(1),
    }
}

async fn say(house: &House, new: &New) -> Result<(), StoreError> {
    let mut tx = tx(house).await;
    same_as::say(&mut tx, new).await?;
    tx.commit().await.map(drop)
}

async fn back(tx: &mut Tx, one: u8, other: u8) -> Option<PairId> {
    let by = (UserId::from_uuid(id(91)), at(2));
    let ended = same_as::take_back(tx, couple(one, other), by).await;
    ended.unwrap()
}

async fn stands(house: House) {
    say(&house, &answer(1, (8, 7), Verdict::Same))
        .await
        .unwrap();
    say(&house, &answer(2, (7, 9), Verdict::Two)).await.unwrap();
    let mut tx = tx(&house).await;
    let answers = same_as::in_turn(&mut tx).await.unwrap();
    assert_eq!(answers.person([7; 16]), [[7; 16], [8; 16]]);
    assert_eq!(answers.of(couple(9, 7)), Some(Verdict::Two));
    let page = same_as::live(&mut tx, PairId::from_uuid(id(0)), 1)
        .await
        .unwrap();
    assert_eq!(
        (page.len(), page[0].id.uuid(), page[0].at),
        (1, id(1), at(1))
    );
    let rest = same_as::live(&mut tx, page[0].id, 9).await.unwrap();
    assert_eq!((rest.len(), rest[0].verdict), (1, Verdict::Two));
    let joining = same_as::joining(&mut tx, &key(7)).await.unwrap();
    assert_eq!((joining.len(), &joining[0].sealed), (1, &vec![3, 0, 255]));
    assert!(same_as::joining(&mut tx, &key(9)).await.unwrap().is_empty());
    let between = same_as::between(&mut tx, couple(7, 8)).await.unwrap();
    assert_eq!(between.unwrap().by.uuid(), id(90));
    assert_eq!(same_as::said(&mut tx, couple(7, 8)).await.unwrap(), 1);
    assert_eq!(back(&mut tx, 8, 7).await.map(PairId::uuid), Some(id(1)));
    assert_eq!(back(&mut tx, 8, 7).await, None, "twice");
    assert_eq!(same_as::said(&mut tx, couple(7, 8)).await.unwrap(), 2);
    let first = PairId::from_uuid(id(1));
    assert!(same_as::one(&mut tx, first).await.unwrap().is_none());
    let second = PairId::from_uuid(id(2));
    assert!(same_as::one(&mut tx, second).await.unwrap().is_some());
    assert!(same_as::joining(&mut tx, &key(7)).await.unwrap().is_empty());
    let mut about = same_as::about(&mut tx, &key(7)).await.unwrap();
    about.sort();
    assert_eq!(about, [id(1), id(2)], "also what was taken back");
}

async fn once(house: House) {
    say(&house, &answer(1, (7, 8), Verdict::Same))
        .await
        .unwrap();
    let second = say(&house, &answer(2, (8, 7), Verdict::Two)).await;
    assert!(matches!(second, Err(StoreError::Taken)));
    let mut taking = tx(&house).await;
    assert!(back(&mut taking, 7, 8).await.is_some());
    taking.commit().await.unwrap();
    say(&house, &answer(3, (7, 8), Verdict::Two)).await.unwrap();
    assert_eq!(
        same_as::said(&mut look(&house).await, couple(7, 8))
            .await
            .unwrap(),
        3
    );
}

async fn next_door(house: House) {
    say(&house, &answer(1, (7, 8), Verdict::Same))
        .await
        .unwrap();
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    assert_eq!(
        same_as::in_turn(&mut there)
            .await
            .unwrap()
            .person([7; 16])
            .len(),
        1
    );
    let first = PairId::from_uuid(id(1));
    assert!(same_as::one(&mut there, first).await.unwrap().is_none());
    assert!(
        same_as::between(&mut there, couple(7, 8))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        same_as::joining(&mut there, &key(7))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        same_as::about(&mut there, &key(7))
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(same_as::said(&mut there, couple(7, 8)).await.unwrap(), 0);
    let nil = PairId::from_uuid(id(0));
    assert!(same_as::live(&mut there, nil, 9).await.unwrap().is_empty());
    assert_eq!(back(&mut there, 7, 8).await, None);
}

async fn gone(house: House) {
    say(&house, &answer(1, (7, 8), Verdict::Same))
        .await
        .unwrap();
    say(&house, &answer(2, (9, 7), Verdict::Two)).await.unwrap();
    say(&house, &answer(3, (8, 9), Verdict::Two)).await.unwrap();
    let whose = Whose {
        record: RecordId::from_uuid(id(7)),
        visit: key(1),
        denied: key(2),
        letter: key(3),
        trail: key(4),
        erasure: key(6),
        pair: key(7),
        hold: key(8),
    };
    let request = Request {
        id: ErasureId::from_uuid(id(5)),
        cause: Cause::Request,
        link: key(6),
        sealed: vec![1],
        asked_on: Day::new(2026, 3, 10).unwrap(),
        by: id(90),
        at: at(1),
    };
    let denial = NewDenial {
        id: DenialId::from_uuid(id(6)),
        barred: key(5),
        person: key(2),
        sealed: vec![1],
    };
    let mut tx = tx(&house).await;
    denials::set(&mut tx, &denial, at(1)).await.unwrap();
    assert_eq!(
        denials::about(&mut tx, &key(2)).await.unwrap(),
        [vec![5; 16]]
    );
    assert!(denials::about(&mut tx, &key(5)).await.unwrap().is_empty());
    requests::add(&mut tx, &request).await.unwrap();
    let by = (UserId::from_uuid(id(90)), at(2));
    assert_eq!(person::overtake(&mut tx, &whose, by).await.unwrap(), 1);
    assert_eq!(person::overtake(&mut tx, &whose, by).await.unwrap(), 0);
    let after = requests::one(&mut tx, request.id).await.unwrap().unwrap();
    assert_eq!(after.standing.outcome, Some(Outcome::Withdrawn));
    assert_eq!(
        person::count(&mut tx, Part::Pairs, &whose).await.unwrap(),
        2
    );
    assert_eq!(
        person::erase(&mut tx, Part::Pairs, &whose).await.unwrap(),
        2
    );
    assert!(same_as::about(&mut tx, &key(7)).await.unwrap().is_empty());
    assert_eq!(same_as::about(&mut tx, &key(8)).await.unwrap(), [id(3)]);
}
