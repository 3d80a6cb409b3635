//! Of whom nothing is erased for now.

use desk::seal::LinkKey;
use desk::store::holds::{self, New};
use desk::store::people;
use domain::hold::Ground;
use domain::{Day, HoldId, UserId};

use super::people::{insert, record};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    stands => a_hold_stands_as_it_was_set_until_it_ends_on_sqlite,
        a_hold_stands_as_it_was_set_until_it_ends_on_postgres;
    apart => no_hold_is_found_or_ended_next_door_on_sqlite,
        no_hold_is_found_or_ended_next_door_on_postgres;
    again => a_hold_is_put_back_and_lasts_as_long_as_it_did_on_sqlite,
        a_hold_is_put_back_and_lasts_as_long_as_it_did_on_postgres;
    still => a_record_is_kept_still_where_there_is_one_on_sqlite,
        a_record_is_kept_still_where_there_is_one_on_postgres;
}

const fn key(letter: u8) -> LinkKey {
    LinkKey {
        bytes: [letter; 16],
        version: 1,
    }
}

fn day(number: u32) -> Day {
    Day::new(2026, 3, number).unwrap()
}

fn new(number: u128, letter: u8, until: u32) -> New {
    New {
        id: HoldId::from_uuid(id(number)),
        link: key(letter),
        who: vec![1, 0, 255],
        words: vec![2, 0, 255],
        ground: Ground::Oversight,
        until: day(until),
        by: id(90),
        at: at(1),
    }
}

async fn store(house: &House, new: &New) {
    let mut tx = tx(house).await;
    holds::add(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
}

async fn stands(house: House) {
    for (number, letter, until) in [(1, 4, 12), (2, 4, 20), (3, 5, 15)] {
        store(&house, &new(number, letter, until)).await;
    }
    let mut tx = tx(&house).await;
    let ids = |found: &[holds::Hold]| found.iter().map(|hold| hold.id).collect::<Vec<_>>();
    let live = holds::live(&mut tx, day(12)).await.unwrap();
    let [first, second, third] = [1, 3, 2].map(|number| new(number, 4, 12).id);
    assert_eq!(
        ids(&live),
        [first, second, third],
        "the first to end before the others"
    );
    assert_eq!(holds::live(&mut tx, day(16)).await.unwrap().len(), 1);
    let hers = holds::of(&mut tx, &key(4), day(12)).await.unwrap();
    assert_eq!(ids(&hers), [third, first]);
    let mut links = holds::links(&mut tx, day(13)).await.unwrap();
    links.sort();
    assert!(links == [(vec![4; 16], day(20)), (vec![5; 16], day(15))]);
    let shown = (first, 1);
    assert!(holds::prolong(&mut tx, shown, day(30), &[9]).await.unwrap());
    let stale = holds::prolong(&mut tx, shown, day(31), &[8]).await;
    assert!(!stale.unwrap(), "stale");
    assert!(
        !holds::end(&mut tx, shown, (id(8), at(5))).await.unwrap(),
        "stale"
    );
    assert!(
        holds::end(&mut tx, (first, 2), (id(8), at(5)))
            .await
            .unwrap()
    );
    assert!(
        !holds::end(&mut tx, (first, 3), (id(8), at(6)))
            .await
            .unwrap(),
        "once"
    );
    let one = holds::one(&mut tx, first).await.unwrap().unwrap();
    assert!(one.standing.until == day(30) && one.standing.ended);
    assert_eq!((one.words, one.who, one.rev), (vec![9], vec![1, 0, 255], 3));
    assert_eq!(one.ended, Some((UserId::from_uuid(id(8)), at(5))));
    assert_eq!((one.by.uuid(), one.since), (id(90), at(1)));
    assert_eq!(holds::live(&mut tx, day(12)).await.unwrap().len(), 2);
}

async fn apart(house: House) {
    store(&house, &new(1, 4, 20)).await;
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    let id = new(1, 4, 20).id;
    assert!(holds::one(&mut there, id).await.unwrap().is_none());
    assert!(holds::live(&mut there, day(12)).await.unwrap().is_empty());
    assert!(
        holds::of(&mut there, &key(4), day(12))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        !holds::end(&mut there, (id, 1), (id.uuid(), at(5)))
            .await
            .unwrap()
    );
    assert!(
        !holds::prolong(&mut there, (id, 1), day(30), &[9])
            .await
            .unwrap()
    );
    there.commit().await.unwrap();
    let here = holds::live(&mut look(&house).await, day(12)).await.unwrap();
    assert_eq!(here.len(), 1);
}

async fn again(house: House) {
    for number in [1, 2, 3] {
        store(&house, &new(number, 4, 20)).await;
    }
    let db = house.desk.db();
    let every = holds::every(db).await.unwrap();
    assert_eq!((every.len(), every[0].link_ver), (3, 1));
    let longer = holds::Stored {
        until: day(25).date(),
        words: vec![7],
        ..every[1].clone()
    };
    let gone: uuid::Uuid = crate::raw!(db, p =>
        sqlx::query_scalar("DELETE FROM hold WHERE id = $1 RETURNING id").bind(id(1)).fetch_one(p));
    assert_eq!(gone, id(1));
    let mut back = tx(&house).await;
    assert!(
        holds::end(&mut back, (new(3, 4, 20).id, 1), (id(8), at(5)))
            .await
            .unwrap()
    );
    assert!(holds::put_back(&mut back, &every[0]).await.unwrap());
    assert!(
        !holds::put_back(&mut back, &every[0]).await.unwrap(),
        "twice"
    );
    assert!(holds::put_back(&mut back, &longer).await.unwrap());
    let ended = holds::Stored {
        until: day(25).date(),
        ..every[2].clone()
    };
    assert!(
        !holds::put_back(&mut back, &ended).await.unwrap(),
        "it was ended"
    );
    back.commit().await.unwrap();
    assert_eq!(holds::every(db).await.unwrap(), [every[0].clone(), longer]);
}

async fn still(house: House) {
    insert(&house, 7).await;
    let mut tx = tx(&house).await;
    assert!(people::keep_still(&mut tx, record(7).id).await.unwrap());
    assert!(!people::keep_still(&mut tx, record(8).id).await.unwrap());
    tx.commit().await.unwrap();
    let kept = people::one(&mut look(&house).await, record(7).id).await;
    assert_eq!(kept.unwrap().unwrap().rev, 1, "nothing is changed");
}
