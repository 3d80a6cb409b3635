//! Visits that lose their person.

use desk::seal::LinkKey;
use desk::store::StoreError;
use desk::store::unlinkings::{self, New};
use desk::store::visits::{self, Bound};
use domain::unlinking::Outcome;
use domain::{Day, UnlinkingId, UserId};

use super::visits::visit;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    due => visits_that_are_over_and_name_somebody_are_due_on_sqlite,
        visits_that_are_over_and_name_somebody_are_due_on_postgres;
    asked => one_unlinking_waits_and_ends_once_on_sqlite,
        one_unlinking_waits_and_ends_once_on_postgres;
    alone => the_database_refuses_that_one_colleague_asks_and_unlinks_on_sqlite,
        the_database_refuses_that_one_colleague_asks_and_unlinks_on_postgres;
}

fn day(number: u32) -> Day {
    Day::new(2026, 3, number).unwrap()
}

fn new(number: u128) -> New {
    New {
        id: UnlinkingId::from_uuid(id(number)),
        until: day(9),
        visits: 12,
        digest: [6; 16],
        by: UserId::from_uuid(id(8)),
        at: at(1),
    }
}

fn by(user: u128, outcome: Outcome) -> (Outcome, UserId, domain::Instant) {
    (outcome, UserId::from_uuid(id(user)), at(5))
}

async fn due(house: House) {
    let key = LinkKey {
        bytes: [9; 16],
        version: 1,
    };
    let bound = Bound { key, bond: [8; 16] };
    let mut open = tx(&house).await;
    for (number, on, link, remark) in [
        (21, 10, Some(bound), Some(&[5_u8][..])),
        (22, 9, Some(bound), None),
        (23, 9, None, None),
        (24, 12, Some(bound), None),
    ] {
        visits::insert(&mut open, &visit(number), day(on), link, remark)
            .await
            .unwrap();
    }
    let here = unlinkings::due(&mut open, day(10), 9).await.unwrap();
    assert_eq!(here, [], "they are in the house");
    open.commit().await.unwrap();
    crate::changed!(house.desk.db(), p => sqlx::query("UPDATE visit SET stage = 'left'").execute(p));
    let mut open = tx(&house).await;
    let found = unlinkings::due(&mut open, day(10), 9).await.unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.id.uuid(), one.remarked))
        .collect();
    assert_eq!(told, [(id(22), false), (id(21), true)]);
    assert!(found[1].day == day(10) && found[1].link[..16] == [9; 16]);
    assert_eq!(
        unlinkings::due(&mut open, day(10), 1).await.unwrap().len(),
        1
    );
    assert!(unlinkings::unlink(&mut open, found[1].id).await.unwrap());
    assert!(
        !unlinkings::unlink(&mut open, found[1].id).await.unwrap(),
        "once"
    );
    let kept = visits::one(&mut open, found[1].id).await.unwrap().unwrap();
    assert!(kept.link.is_none() && kept.remark.is_none() && kept.visit.rev == 2);
    open.commit().await.unwrap();
    let mut there = house.desk.begin(&neighbour(&house).await.1).await.unwrap();
    assert_eq!(unlinkings::due(&mut there, day(12), 9).await.unwrap(), []);
    assert!(!unlinkings::unlink(&mut there, found[0].id).await.unwrap());
}

async fn asked(house: House) {
    let mut open = tx(&house).await;
    assert!(unlinkings::open(&mut open).await.unwrap().is_none());
    unlinkings::add(&mut open, &new(1)).await.unwrap();
    open.commit().await.unwrap();
    let mut second = tx(&house).await;
    let taken = unlinkings::add(&mut second, &new(2)).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(second);
    let mut open = tx(&house).await;
    let one = unlinkings::open(&mut open).await.unwrap().unwrap();
    assert_eq!((one.visits, one.digest, one.rev), (12, vec![6; 16], 1));
    assert!(one.until == day(9) && one.standing.by.uuid() == id(8) && one.standing.at == at(1));
    let done = by(9, Outcome::Done);
    assert!(
        !unlinkings::end(&mut open, (one.id, 2), done).await.unwrap(),
        "stale"
    );
    assert!(unlinkings::end(&mut open, (one.id, 1), done).await.unwrap());
    assert!(
        !unlinkings::end(&mut open, (one.id, 2), done).await.unwrap(),
        "once"
    );
    unlinkings::add(&mut open, &new(2)).await.unwrap();
    let taken_back = by(8, Outcome::Withdrawn);
    assert!(
        unlinkings::end(&mut open, (new(2).id, 1), taken_back)
            .await
            .unwrap()
    );
    open.commit().await.unwrap();
    let past = unlinkings::done(&mut look(&house).await).await.unwrap();
    assert_eq!(past.len(), 1);
    assert_eq!((past[0].id, past[0].ended), (new(1).id, Some(at(5))));
}

async fn alone(house: House) {
    let mut open = tx(&house).await;
    unlinkings::add(&mut open, &new(1)).await.unwrap();
    open.commit().await.unwrap();
    let mut own = tx(&house).await;
    let done = unlinkings::end(&mut own, (new(1).id, 1), by(8, Outcome::Done)).await;
    assert!(done.is_err());
}
