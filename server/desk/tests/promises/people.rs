//! Records of people, and what a form that is sent twice makes of them.

use chrono::{DateTime, Utc};
use desk::store::people::{self, Record};
use domain::RecordId;
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_record_reads_back_as_it_was_written_on_sqlite,
        a_record_reads_back_as_it_was_written_on_postgres;
    paged => records_come_in_pages_without_a_gap_on_sqlite,
        records_come_in_pages_without_a_gap_on_postgres;
}

pub fn record(number: u128) -> Record {
    Record {
        id: RecordId::from_uuid(id(number)),
        identity: vec![1, number.to_le_bytes()[0]],
        contact: vec![2, 0, 255],
        since: at(3),
        rev: 1,
    }
}

pub async fn insert(house: &House, number: u128) {
    let mut tx = tx(house).await;
    people::insert(&mut tx, &record(number)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn written(house: House) {
    insert(&house, 7).await;
    let found = people::one(&mut look(&house).await, record(7).id).await;
    let found = found.unwrap().unwrap();
    assert_eq!((found.id, found.since, found.rev), (record(7).id, at(3), 1));
    assert_eq!(
        (found.identity, found.contact),
        (vec![1, 7], vec![2, 0, 255])
    );
    let (centre, created): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT centre_id, created_at FROM record").fetch_one(p));
    assert_eq!((centre, created), (house.centre.uuid(), at(3).utc()));
    let nobody = people::one(&mut look(&house).await, record(8).id).await;
    assert!(nobody.unwrap().is_none());
}

async fn paged(house: House) {
    for number in [5, 3, 1, 4, 2] {
        insert(&house, number).await;
    }
    let (mut after, mut seen) = (RecordId::from_uuid(Uuid::nil()), Vec::new());
    loop {
        let page = people::some(&mut look(&house).await, after, 2)
            .await
            .unwrap();
        let Some(last) = page.last() else { break };
        after = last.id;
        seen.extend(page.iter().map(|record| record.id.uuid().as_u128()));
    }
    assert_eq!(seen, [1, 2, 3, 4, 5]);
}
