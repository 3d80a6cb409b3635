//! How long what is kept, and by which rule.

use desk::store::{organisations, retention};
use domain::retention::{Retention, adopted, proposed};
use domain::{Day, OrganisationId, Profile};

use super::organisations::organisation;
use super::setup::order;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    periods => a_period_reads_back_with_its_source_on_sqlite,
        a_period_reads_back_with_its_source_on_postgres;
}

pub fn period(place: usize) -> Retention {
    let proposals = proposed(Profile::Flanders);
    adopted(&proposals[place], Day::new(2026, 1, 1).unwrap()).unwrap()
}

async fn periods(house: House) {
    let mut tx = tx(&house).await;
    organisations::add(&mut tx, id(9), &organisation("Stad"))
        .await
        .unwrap();
    retention::add(&mut tx, id(1), &period(0)).await.unwrap();
    retention::add(&mut tx, id(2), &period(5)).await.unwrap();
    let mut other = period(1);
    other.controller = Some(OrganisationId::from_uuid(id(9)));
    other.valid_until = Some(Day::new(2027, 12, 31).unwrap());
    assert!(
        retention::change(&mut tx, (id(1), 1), &other)
            .await
            .unwrap()
    );
    assert!(
        retention::close(&mut tx, (id(2), 1), Some(at(0)))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let kept = retention::all(&mut look(&house).await).await.unwrap();
    assert_eq!((order(&kept), &kept[0].item), (vec![1, 2], &other));
    assert_eq!(kept[1].item, period(5));
}
