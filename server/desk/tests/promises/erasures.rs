//! Erasures as they are stored, what a person leaves in the tables, and keys that wait to be destroyed.

use desk::erasures::Part;
use desk::seal::{Compartment, LinkKey, Subject};
use desk::store::erasures::person::{self, Whose};
use desk::store::erasures::{self, Ending, New, plan};
use desk::store::holds;
use desk::store::imports::{self, Whole};
use desk::store::key_ends::{self, KeyEnd};
use desk::store::keys::{self, Made, reading};
use desk::store::visits::{self, Bound};
use desk::store::{StoreError, Tx, pages};
use domain::erasure::{Ask, Cause, Outcome};
use domain::hold::Ground;
use domain::{Day, ErasureId, HoldId, ImportId, RecordId, UserId};

use super::people::record;
use super::visits::{today, visit};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, permit, tx};
use crate::support::house::House;

on_both_engines! {
    stands => an_erasure_stands_as_it_was_told_on_sqlite,
        an_erasure_stands_as_it_was_told_on_postgres;
    two => the_database_refuses_that_one_colleague_asks_and_releases_on_sqlite,
        the_database_refuses_that_one_colleague_asks_and_releases_on_postgres;
    hers => what_a_person_left_is_counted_and_removed_on_sqlite,
        what_a_person_left_is_counted_and_removed_on_postgres;
    plans => everybody_is_told_with_the_day_she_is_known_since_on_sqlite,
        everybody_is_told_with_the_day_she_is_known_since_on_postgres;
    ends => keys_wait_to_be_destroyed_until_they_are_due_on_sqlite,
        keys_wait_to_be_destroyed_until_they_are_due_on_postgres;
    destroyed => the_keys_of_a_cell_are_destroyed_and_no_others_on_sqlite,
        the_keys_of_a_cell_are_destroyed_and_no_others_on_postgres;
    shut => a_file_that_ended_is_emptied_once_on_sqlite,
        a_file_that_ended_is_emptied_once_on_postgres;
}

const fn key(letter: u8) -> LinkKey {
    LinkKey {
        bytes: [letter; 16],
        version: 1,
    }
}

fn new(number: u128, letter: u8) -> New {
    New {
        id: ErasureId::from_uuid(id(number)),
        cause: Cause::Request,
        link: key(letter),
        sealed: vec![7, 0, 255],
        asked_on: Day::new(2026, 3, 10).unwrap(),
        by: id(90),
        at: at(1),
    }
}

fn ending(outcome: Outcome, by: u128) -> Ending<'static> {
    Ending {
        outcome,
        by: UserId::from_uuid(id(by)),
        at: at(5),
        sealed: None,
    }
}

fn asked(user: u128) -> Ask {
    Ask {
        by: UserId::from_uuid(id(user)),
        at: at(2),
    }
}

async fn stands(house: House) {
    let mut open = tx(&house).await;
    erasures::add(&mut open, &new(1, 4)).await.unwrap();
    erasures::add(&mut open, &new(2, 5)).await.unwrap();
    let shown = (new(1, 4).id, 1);
    assert!(
        erasures::ask(&mut open, shown, asked(8), &[6; 16])
            .await
            .unwrap()
    );
    assert!(
        !erasures::ask(&mut open, shown, asked(9), &[6; 16])
            .await
            .unwrap(),
        "stale"
    );
    assert!(
        erasures::extend(&mut open, (shown.0, 2), &[1])
            .await
            .unwrap()
    );
    assert!(
        !erasures::extend(&mut open, (shown.0, 2), &[2])
            .await
            .unwrap(),
        "stale"
    );
    let refused = ending(Outcome::Refused, 8);
    assert!(
        !erasures::end(&mut open, (new(2, 5).id, 7), &refused)
            .await
            .unwrap()
    );
    assert!(
        erasures::end(&mut open, (new(2, 5).id, 1), &refused)
            .await
            .unwrap()
    );
    assert!(
        !erasures::end(&mut open, (new(2, 5).id, 2), &refused)
            .await
            .unwrap()
    );
    open.commit().await.unwrap();
    let mut look = look(&house).await;
    let one = erasures::one(&mut look, new(1, 4).id)
        .await
        .unwrap()
        .unwrap();
    assert!(one.standing.extended && one.standing.ask == Some(asked(8)));
    assert_eq!((one.link, one.sealed), (Some(vec![4; 16]), Some(vec![1])));
    assert_eq!(
        (one.digest, one.ended, one.rev),
        (Some(vec![6; 16]), None, 3)
    );
    assert!(one.standing.asked_on == today() && one.standing.cause == Cause::Request);
    let all = erasures::list(&mut look).await.unwrap();
    assert_eq!(
        all.iter().map(|one| one.id).collect::<Vec<_>>(),
        [new(1, 4).id, new(2, 5).id]
    );
    assert_eq!(
        (all[1].ended, all[1].standing.outcome),
        (Some(at(5)), Some(Outcome::Refused))
    );
    assert_eq!(
        erasures::links(&mut look, at(2)).await.unwrap(),
        [vec![4; 16]]
    );
    assert_eq!(erasures::links(&mut look, at(0)).await.unwrap().len(), 2);
    let (_, theirs) = neighbour(&house).await;
    let mut theirs = house.desk.look(&theirs).await.unwrap();
    assert!(
        erasures::one(&mut theirs, new(1, 4).id)
            .await
            .unwrap()
            .is_none()
    );
}

async fn two(house: House) {
    let mut open = tx(&house).await;
    erasures::add(&mut open, &new(1, 4)).await.unwrap();
    erasures::ask(&mut open, (new(1, 4).id, 1), asked(8), &[6; 16])
        .await
        .unwrap();
    open.commit().await.unwrap();
    let mut again = tx(&house).await;
    let twice = erasures::add(&mut again, &new(2, 4)).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
    drop(again);
    let mut own = tx(&house).await;
    let alone = erasures::end(&mut own, (new(1, 4).id, 2), &ending(Outcome::Erased, 8)).await;
    assert!(alone.is_err());
    drop(own);
    let mut other = tx(&house).await;
    let both = erasures::end(&mut other, (new(1, 4).id, 2), &ending(Outcome::Erased, 9)).await;
    assert!(both.unwrap());
}

fn whose() -> Whose {
    Whose {
        record: RecordId::from_uuid(id(7)),
        visit: key(9),
        denied: key(2),
        letter: key(3),
        trail: key(6),
        erasure: key(4),
        pair: key(5),
        hold: key(7),
    }
}

async fn counts(tx: &mut Tx) -> Vec<i64> {
    let mut counts = Vec::new();
    for part in Part::ALL {
        counts.push(person::count(tx, part, &whose()).await.unwrap());
    }
    counts
}

async fn hers(house: House) {
    super::people::insert(&house, 7).await;
    super::people::insert(&house, 8).await;
    super::keys::add(&house, 11, &super::keys::to_service(7)).await;
    let bound = Bound {
        key: key(9),
        bond: [8; 16],
    };
    let mut open = tx(&house).await;
    for (number, remark) in [(21, Some(&[5_u8][..])), (22, None)] {
        visits::insert(&mut open, &visit(number), today(), Some(bound), remark)
            .await
            .unwrap();
    }
    erasures::add(&mut open, &new(1, 4)).await.unwrap();
    let hold = holds::New {
        id: HoldId::from_uuid(id(31)),
        link: key(7),
        who: vec![1],
        words: vec![2],
        ground: Ground::Asked,
        until: today(),
        by: id(90),
        at: at(1),
    };
    holds::add(&mut open, &hold).await.unwrap();
    assert_eq!(
        counts(&mut open).await,
        [1, 1, 2, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
    );
    assert!(person::is_inside(&mut open, &whose()).await.unwrap());
    assert!(!person::is_read_in(&mut open).await.unwrap());
    let last = person::last_visit(&mut open, &whose()).await.unwrap();
    assert_eq!(last, Some(at(1)));
    assert_eq!(
        person::remarked(&mut open, &whose()).await.unwrap(),
        [id(21)]
    );
    assert_eq!(
        person::requested(&mut open, &whose()).await.unwrap(),
        [id(1)]
    );
    for part in Part::ALL {
        person::erase(&mut open, part, &whose()).await.unwrap();
    }
    assert_eq!(counts(&mut open).await, [0; 14]);
    open.commit().await.unwrap();
    let mut look = look(&house).await;
    let other = desk::store::people::one(&mut look, record(8).id)
        .await
        .unwrap();
    assert!(other.is_some(), "somebody else");
    let kept = visits::one(&mut look, visit(21).id).await.unwrap().unwrap();
    assert!(kept.link.is_none() && kept.remark.is_none() && kept.visit.rev == 2);
    let request = erasures::one(&mut look, new(1, 4).id)
        .await
        .unwrap()
        .unwrap();
    assert!(request.sealed.is_none() && request.link.is_none());
}

async fn plans(house: House) {
    for number in [8, 7] {
        super::people::insert(&house, number).await;
    }
    let bound = Bound {
        key: key(9),
        bond: [8; 16],
    };
    let mut open = tx(&house).await;
    for (number, day, minutes) in [(21, 9, 1), (22, 9, 5), (23, 10, 3)] {
        let mut visit = visit(number);
        visit.arrived_at = at(minutes);
        let day = Day::new(2026, 3, day).unwrap();
        visits::insert(&mut open, &visit, day, Some(bound), None)
            .await
            .unwrap();
    }
    let first = plan::known_since(&mut open, RecordId::from_uuid(id(0))).await;
    assert_eq!(
        first.unwrap(),
        [(record(7).id, at(3)), (record(8).id, at(3))]
    );
    let rest = plan::known_since(&mut open, record(7).id).await.unwrap();
    assert_eq!(rest, [(record(8).id, at(3))]);
    let last = plan::last_visits(&mut open).await.unwrap();
    assert_eq!(last.into_iter().collect::<Vec<_>>(), [([9; 16], at(5))]);
    assert_eq!(
        plan::linked_days(&mut open).await.unwrap(),
        [],
        "they are here"
    );
    open.commit().await.unwrap();
    crate::changed!(house.desk.db(), p => sqlx::query("UPDATE visit SET stage = 'left'").execute(p));
    let days = plan::linked_days(&mut look(&house).await).await.unwrap();
    let day = |number| Day::new(2026, 3, number).unwrap();
    assert!(days == [(day(9), 2), (day(10), 1)]);
}

fn end(number: u128, compartment: Option<Compartment>, minutes: i64) -> KeyEnd {
    KeyEnd {
        id: id(number),
        subject: Subject::person(record(7).id),
        compartment,
        only_spent: compartment.is_some(),
        due: at(minutes),
    }
}

async fn ends(house: House) {
    let (now, later) = (end(1, None, 1), end(2, Some(Compartment::DRAFT), 9));
    let mut open = tx(&house).await;
    for end in [&now, &later] {
        key_ends::add(&mut open, end).await.unwrap();
    }
    assert_eq!(key_ends::due(&mut open, at(1)).await.unwrap(), [now]);
    assert_eq!(key_ends::due(&mut open, at(9)).await.unwrap(), [now, later]);
    let cell = desk::seal::Cell {
        subject: later.subject,
        compartment: Compartment::DRAFT,
    };
    assert!(key_ends::waits(&mut open, &cell).await.unwrap());
    assert_eq!(key_ends::remove(&mut open, later.id).await.unwrap(), 1);
    assert!(!key_ends::waits(&mut open, &cell).await.unwrap());
    open.commit().await.unwrap();
    for db in [house.desk.db(), house.desk.vault().keystore()] {
        assert!(pages::empty_log(db).await.unwrap());
    }
}

async fn destroyed(house: House) {
    let keystore = house.desk.vault().keystore();
    let mut tx = keystore.begin(&permit(&house)).await.unwrap();
    for (number, generation) in [(1, 1), (1, 2), (2, 1)] {
        let made = Made {
            key: id(100 + 10 * number + u128::try_from(generation).unwrap()),
            owner: house.centre,
            cell: super::keys::cell(number),
            generation,
        };
        keys::make(&mut tx, &made).await.unwrap();
        if generation == 1 && number == 1 {
            keys::spend(&mut tx, house.centre, &made.cell)
                .await
                .unwrap();
        }
    }
    let left = async |tx: &mut Tx, number| {
        let subject = super::keys::cell(number).subject;
        reading::of_subject(tx, subject).await.unwrap()
    };
    assert_eq!(left(&mut tx, 1).await, 2);
    keys::destroy_spent(&mut tx, &super::keys::cell(1))
        .await
        .unwrap();
    assert_eq!(left(&mut tx, 1).await, 1);
    keys::destroy_cell(&mut tx, &super::keys::cell(1))
        .await
        .unwrap();
    assert_eq!((left(&mut tx, 1).await, left(&mut tx, 2).await), (0, 1));
}

async fn shut(house: House) {
    let run = ImportId::from_uuid(id(1));
    let mut open = tx(&house).await;
    let new = imports::New {
        id: run,
        by: UserId::from_uuid(id(2)),
        source: desk::imports::Source::Sent,
        at: at(0),
    };
    imports::add(&mut open, &new).await.unwrap();
    let whole = Whole {
        id: run,
        head: vec![1, 2],
        digest: [3; 32],
        size: 9,
        start: (1, 2),
        at: at(0),
    };
    imports::whole(&mut open, &whole).await.unwrap();
    assert!(person::is_read_in(&mut open).await.unwrap());
    assert_eq!(imports::shut(&mut open, at(9)).await.unwrap(), []);
    assert!(imports::end(&mut open, (run, 1), at(3)).await.unwrap());
    assert_eq!(imports::shut(&mut open, at(2)).await.unwrap(), []);
    assert_eq!(imports::shut(&mut open, at(3)).await.unwrap(), [run]);
    assert_eq!(imports::shut(&mut open, at(3)).await.unwrap(), [], "once");
    let stored = imports::one(&mut open, run).await.unwrap().unwrap();
    assert!(stored.head.is_none() && stored.plan.is_none());
}
