//! Enrolled computers.

use chrono::{DateTime, Utc};
use desk::store::workstations::{self, Workstation};
use domain::WorkstationId;
use uuid::Uuid;

use super::sessions::token;
use super::staff::{account, add};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    computers => an_enrolled_computer_reads_back_until_it_ends_on_sqlite,
        an_enrolled_computer_reads_back_until_it_ends_on_postgres;
}

pub async fn enrol(house: &House, number: u128) -> Workstation {
    let new = Workstation {
        id: WorkstationId::from_uuid(id(number)),
        centre: house.centre,
        name: format!("balie {number}"),
    };
    let mut tx = tx(house).await;
    let by = (account(house, 5).user, at(2));
    workstations::enrol(&mut tx, &new, &token(number), by)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    new
}

async fn computers(house: House) {
    add(&house, 5).await;
    let one = enrol(&house, 2).await;
    let other = enrol(&house, 1).await;
    let found = workstations::by_token(&mut look(&house).await, &token(2)).await;
    assert_eq!(found.unwrap().as_ref(), Some(&one));
    let all = workstations::live(&mut look(&house).await).await.unwrap();
    assert_eq!(all, [other.clone(), one.clone()]);
    let (by, when): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p => sqlx::query_as(
        "SELECT enrolled_by, enrolled_at FROM workstation LIMIT 1").fetch_one(p));
    assert_eq!((by, when), (account(&house, 5).user.uuid(), at(2).utc()));
    let mut tx = tx(&house).await;
    assert!(workstations::end(&mut tx, one.id, at(3)).await.unwrap());
    assert!(!workstations::end(&mut tx, one.id, at(4)).await.unwrap());
    tx.commit().await.unwrap();
    let ended = workstations::by_token(&mut look(&house).await, &token(2)).await;
    assert_eq!(ended.unwrap(), None);
    assert_eq!(
        workstations::live(&mut look(&house).await).await.unwrap(),
        [other]
    );
}
