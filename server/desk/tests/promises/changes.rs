//! The rows by which processes follow each other.

use desk::bus::{Change, Topic};
use desk::store::changes::{self, PAGE, Stored};

use crate::on_both_engines;
use crate::support::ground::{id, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_change_reads_back_as_it_was_written_on_sqlite,
        a_change_reads_back_as_it_was_written_on_postgres;
    ordered => changes_come_in_the_order_of_their_numbers_on_sqlite,
        changes_come_in_the_order_of_their_numbers_on_postgres;
    pages => changes_come_in_pages_on_sqlite, changes_come_in_pages_on_postgres;
    unknown => a_topic_of_a_newer_program_is_no_error_on_sqlite,
        a_topic_of_a_newer_program_is_no_error_on_postgres;
    forgotten => old_changes_are_forgotten_on_sqlite, old_changes_are_forgotten_on_postgres;
    numbered => a_transaction_gives_its_changes_with_their_numbers_on_sqlite,
        a_transaction_gives_its_changes_with_their_numbers_on_postgres;
}

pub fn change(house: &House, topic: Topic, row: u128) -> Change {
    Change {
        centre: house.centre,
        topic,
        row: id(row),
    }
}

async fn append(house: &House, change: Change) -> i64 {
    let mut tx = tx(house).await;
    let seq = changes::append(&mut tx, change).await.unwrap();
    tx.commit().await.unwrap();
    seq
}

async fn written(house: House) {
    let db = house.desk.db();
    for topic in Topic::ALL {
        let before = changes::last(db).await.unwrap();
        let change = change(&house, topic, 7);
        let seq = append(&house, change).await;
        assert_eq!(changes::last(db).await.unwrap(), seq);
        let stored = Stored {
            seq,
            change: Some(change),
        };
        assert_eq!(changes::after(db, before).await.unwrap(), [stored]);
    }
}

async fn ordered(house: House) {
    let start = changes::last(house.desk.db()).await.unwrap();
    let mut numbers = Vec::new();
    for row in 0..20 {
        numbers.push(append(&house, change(&house, Topic::Visits, row)).await);
    }
    let found = changes::after(house.desk.db(), start).await.unwrap();
    let found: Vec<i64> = found.iter().map(|row| row.seq).collect();
    assert!(found.is_sorted());
    assert_eq!(found, numbers);
    let rest = changes::after(house.desk.db(), numbers[14]).await.unwrap();
    assert_eq!(rest.len(), 5);
}

async fn pages(house: House) {
    let start = changes::last(house.desk.db()).await.unwrap();
    let mut tx = tx(&house).await;
    for row in 0..1_100 {
        changes::append(&mut tx, change(&house, Topic::Visits, row))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let first = changes::after(house.desk.db(), start).await.unwrap();
    assert_eq!(first.len(), PAGE);
    let second = changes::after(house.desk.db(), first[PAGE - 1].seq)
        .await
        .unwrap();
    assert_eq!(second.len(), 100);
}

async fn unknown(house: House) {
    let start = changes::last(house.desk.db()).await.unwrap();
    crate::changed!(house.desk.db(), p => sqlx::query(
        "INSERT INTO change (centre_id, topic, row_id) VALUES ($1, 'telepathy', $1)")
        .bind(house.centre.uuid()).execute(p));
    let found = changes::after(house.desk.db(), start).await.unwrap();
    assert_eq!((found.len(), found[0].change), (1, None));
}

async fn forgotten(house: House) {
    append(&house, change(&house, Topic::Visits, 1)).await;
    let last = append(&house, change(&house, Topic::Visits, 2)).await;
    changes::forget(house.desk.db(), last).await.unwrap();
    let left = changes::after(house.desk.db(), 0).await.unwrap();
    assert_eq!(left.iter().map(|row| row.seq).collect::<Vec<_>>(), [last]);
}

async fn numbered(house: House) {
    let start = changes::last(house.desk.db()).await.unwrap();
    let mut tx = tx(&house).await;
    tx.touch(Topic::Visits, id(1));
    tx.touch(Topic::People, id(2));
    let told = tx.commit().await.unwrap();
    let stored = changes::after(house.desk.db(), start).await.unwrap();
    let stored: Vec<_> = stored
        .iter()
        .map(|row| (row.seq, row.change.unwrap()))
        .collect();
    assert_eq!(told, stored);
    assert_eq!(told[0].1, change(&house, Topic::Visits, 1));
}
