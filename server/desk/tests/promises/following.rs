//! Two processes on the same data: what one stores, the other tells and finds.

use std::time::{Duration, Instant};

use desk::Desk;
use desk::bus::{self, Change, Topic};
use desk::people;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::{Pii, RepeatKey};
use tokio::sync::broadcast::Receiver;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::changes::change;
use crate::on_both_engines;
use crate::support::ground::{id, tx};
use crate::support::house::House;

on_both_engines! {
    told => what_another_process_stores_is_told_here_once_on_sqlite,
        what_another_process_stores_is_told_here_once_on_postgres;
    own => what_this_process_stores_is_told_once_on_sqlite,
        what_this_process_stores_is_told_once_on_postgres;
    old => what_was_stored_before_is_not_told_on_sqlite,
        what_was_stored_before_is_not_told_on_postgres;
    found => a_person_written_down_elsewhere_is_found_here_on_sqlite,
        a_person_written_down_elsewhere_is_found_here_on_postgres;
    put_back => data_that_were_put_back_are_told_again_on_sqlite,
        data_that_were_put_back_are_told_again_on_postgres;
}

/// Follows in the background, begun for certain.
async fn follow(desk: &Desk) -> JoinHandle<()> {
    let desk = desk.clone();
    let task = tokio::spawn(async move { bus::follow(&desk, std::future::pending()).await });
    tokio::time::sleep(Duration::from_millis(300)).await;
    task
}

async fn store(house: &House, topic: Topic, row: u128) -> Change {
    let mut tx = tx(house).await;
    tx.touch(topic, id(row));
    tx.commit().await.unwrap();
    change(house, topic, row)
}

async fn next(ear: &mut Receiver<Change>) -> Option<Change> {
    timeout(Duration::from_millis(2_500), ear.recv())
        .await
        .ok()?
        .ok()
}

async fn silent(ear: &mut Receiver<Change>) -> bool {
    timeout(Duration::from_millis(1_300), ear.recv())
        .await
        .is_err()
}

async fn told(house: House) {
    let task = follow(&house.desk).await;
    let mut ear = house.desk.bus().listen();
    for row in 1..4 {
        let began = Instant::now();
        let stored = store(&house, Topic::Visits, row).await;
        assert_eq!(next(&mut ear).await, Some(stored));
        println!("told after {} ms", began.elapsed().as_millis());
    }
    assert!(silent(&mut ear).await);
    task.abort();
}

async fn own(house: House) {
    let task = follow(&house.desk).await;
    let mut ear = house.desk.bus().listen();
    let mut tx = tx(&house).await;
    tx.touch(Topic::Visits, id(1));
    house.desk.settle(tx).await.unwrap();
    assert_eq!(ear.try_recv().ok(), Some(change(&house, Topic::Visits, 1)));
    assert!(silent(&mut ear).await);
    task.abort();
}

async fn old(house: House) {
    store(&house, Topic::Visits, 1).await;
    let mut ear = house.desk.bus().listen();
    let task = follow(&house.desk).await;
    assert!(silent(&mut ear).await);
    task.abort();
}

fn rosa() -> NewPerson {
    let identity = Identity {
        name: Some(Name::parse("Rosa Verzonnen").unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    };
    NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: false,
    }
}

async fn found(house: House) {
    let other = house.another([2; 16]).await;
    let task = follow(&other).await;
    let mut ear = other.bus().listen();
    let desk = house.colleague(Role::Reception);
    let key = RepeatKey::from_uuid(id(1));
    let rosa = people::register(&house.desk, &desk, rosa(), key)
        .await
        .unwrap();
    let told = next(&mut ear).await.unwrap();
    assert_eq!((told.topic, told.row), (Topic::People, rosa.uuid()));
    let asked = Pii::new("verzonnen".to_owned());
    let hits = people::find(&other, &desk, &asked).await.unwrap();
    assert_eq!(
        hits.iter().map(|hit| hit.record).collect::<Vec<_>>(),
        [rosa]
    );
    task.abort();
}

async fn put_back(house: House) {
    let task = follow(&house.desk).await;
    let mut ear = house.desk.bus().listen();
    store(&house, Topic::Visits, 1).await;
    assert!(next(&mut ear).await.is_some());
    let numbers = "UPDATE change SET seq = seq - 1000000";
    let postgres = "DELETE FROM change";
    match house.desk.db() {
        desk::store::Db::Sqlite { write, .. } => drop(sqlx::query(numbers).execute(write).await),
        desk::store::Db::Postgres(pool) => drop(sqlx::query(postgres).execute(pool).await),
    }
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    let stored = store(&house, Topic::Places, 2).await;
    let mut heard = Vec::new();
    while let Some(change) = next(&mut ear).await {
        heard.push(change);
    }
    assert!(heard.contains(&stored), "{heard:?}");
    task.abort();
}

/// On PostgreSQL a number is given out before its transaction is stored.
#[tokio::test]
async fn a_change_that_is_stored_late_is_told_all_the_same_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let task = follow(&house.desk).await;
    let mut ear = house.desk.bus().listen();
    let mut slow = tx(&house).await;
    let late = change(&house, Topic::Visits, 1);
    desk::store::changes::append(&mut slow, late).await.unwrap();
    let quick = store(&house, Topic::Visits, 2).await;
    assert_eq!(next(&mut ear).await, Some(quick));
    slow.commit().await.unwrap();
    assert_eq!(next(&mut ear).await, Some(late));
    assert!(silent(&mut ear).await);
    task.abort();
}

/// The connection on which calls come, and every other, is cut.
#[tokio::test]
async fn after_a_lost_connection_following_goes_on_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let task = follow(&house.desk).await;
    let mut ear = house.desk.bus().listen();
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    crate::changed!(house.desk.db(), p => sqlx::query(cut).fetch_all(p));
    for row in 1..3 {
        let stored = store(&house, Topic::Visits, row).await;
        assert_eq!(next(&mut ear).await, Some(stored));
    }
    assert!(silent(&mut ear).await);
    task.abort();
}

#[tokio::test]
async fn following_ends_with_the_program() {
    let house = House::on_sqlite().await;
    let shutdown = tokio::time::sleep(Duration::from_millis(100));
    let ended = timeout(Duration::from_secs(2), bus::follow(&house.desk, shutdown)).await;
    assert!(ended.is_ok());
}
