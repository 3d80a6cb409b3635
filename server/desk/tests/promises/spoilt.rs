//! A transaction that saw any refusal stores nothing, however it is ended.

use desk::audit::Entry;
use desk::bus::Topic;
use desk::store::occupancy::{self, Occupancy};
use desk::store::{StoreError, again, places, repeats};
use domain::RepeatKey;
use sqlx::Error;

use crate::on_both_engines;
use crate::support::ground::{a_room, at, id, look, permit, span, tx};
use crate::support::house::House;

on_both_engines! {
    refused => after_a_refusal_nothing_is_stored_on_sqlite,
        after_a_refusal_nothing_is_stored_on_postgres;
    taken => after_a_taken_name_nothing_is_stored_on_sqlite,
        after_a_taken_name_nothing_is_stored_on_postgres;
    audited => a_spoilt_transaction_leaves_no_audit_row_on_sqlite,
        a_spoilt_transaction_leaves_no_audit_row_on_postgres;
    dropped => a_dropped_transaction_stores_nothing_on_sqlite,
        a_dropped_transaction_stores_nothing_on_postgres;
    fresh => after_a_spoilt_transaction_a_fresh_one_works_on_sqlite,
        after_a_spoilt_transaction_a_fresh_one_works_on_postgres;
}

fn hour(row: u128) -> Occupancy {
    Occupancy {
        id: id(row),
        resource: id(50),
        span: span(0, 60),
    }
}

async fn rooms(house: &House) -> usize {
    places::rooms(&mut look(house).await).await.unwrap().len()
}

async fn taken_hour(house: &House) {
    let mut tx = tx(house).await;
    occupancy::occupy(&mut tx, &hour(1)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn refused(house: House) {
    taken_hour(&house).await;
    let mut tx = tx(&house).await;
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    assert!(occupancy::occupy(&mut tx, &hour(2)).await.is_err());
    assert!(matches!(tx.commit().await, Err(StoreError::Spoilt)));
    assert_eq!(rooms(&house).await, 0);
}

async fn taken(house: House) {
    let mut tx = tx(&house).await;
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    let again = places::add_room(&mut tx, &a_room(1), 0).await;
    assert!(matches!(again, Err(StoreError::Taken)));
    assert!(matches!(tx.commit().await, Err(StoreError::Spoilt)));
    assert_eq!(rooms(&house).await, 0);
}

async fn audited(house: House) {
    taken_hour(&house).await;
    let mut listener = house.desk.bus().listen();
    let before: i64 = count(&house).await;
    let mut tx = tx(&house).await;
    tx.touch(Topic::Places, id(9));
    assert!(occupancy::occupy(&mut tx, &hour(2)).await.is_err());
    let entry = Entry::of("room", [1; 16]);
    assert!(house.desk.commit(tx, &permit(&house), entry).await.is_err());
    assert_eq!(count(&house).await, before);
    assert!(listener.try_recv().is_err());
}

async fn count(house: &House) -> i64 {
    let audit = "SELECT (SELECT COUNT(*) FROM audit) + (SELECT COUNT(*) FROM change)";
    crate::raw!(house.desk.db(), p => sqlx::query_scalar(audit).fetch_one(p))
}

async fn dropped(house: House) {
    let mut tx = tx(&house).await;
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    drop(tx);
    assert_eq!(rooms(&house).await, 0);
}

async fn fresh(house: House) {
    taken_hour(&house).await;
    let claim = repeats::Claim {
        key: RepeatKey::from_uuid(id(4)),
        actor: id(5),
        use_case: "book",
        result: id(6),
        at: at(0),
    };
    let mut first = tx(&house).await;
    assert_eq!(repeats::claim(&mut first, claim).await.unwrap(), None);
    assert!(occupancy::occupy(&mut first, &hour(2)).await.is_err());
    drop(first);
    let mut second = tx(&house).await;
    assert_eq!(repeats::claim(&mut second, claim).await.unwrap(), None);
    second.commit().await.unwrap();
}

#[tokio::test]
async fn work_that_stood_in_the_way_is_done_at_most_four_times() {
    let mut times = 0;
    let outcome: Result<(), _> = again(|| {
        times += 1;
        async { Err(StoreError::Again(Error::RowNotFound)) }
    })
    .await;
    assert!(matches!(outcome, Err(StoreError::Again(_))));
    assert_eq!(times, 4);
}

#[tokio::test]
async fn work_that_was_refused_is_not_done_again() {
    let mut times = 0;
    let outcome: Result<(), _> = again(|| {
        times += 1;
        async { Err(StoreError::Taken) }
    })
    .await;
    assert!(matches!(outcome, Err(StoreError::Taken)));
    assert_eq!(times, 1);
}
