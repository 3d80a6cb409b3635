//! Days on which the house has other hours.

use desk::store::{StoreError, days};
use domain::Day;
use domain::duty::SpecialDay;
use domain::hours::DayHours;

use super::setup::{label, order};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    calendar => a_day_is_special_once_on_sqlite, a_day_is_special_once_on_postgres;
}

pub fn special(number: u32, hours: &str) -> SpecialDay {
    SpecialDay {
        day: Day::new(2026, 12, number).unwrap(),
        hours: DayHours::parse(hours).unwrap(),
        reason: label("Kerstmis «é»"),
    }
}

async fn calendar(house: House) {
    let mut first = tx(&house).await;
    days::add(&mut first, id(1), &special(25, ""))
        .await
        .unwrap();
    days::add(&mut first, id(2), &special(24, "9-12"))
        .await
        .unwrap();
    assert!(
        days::change(&mut first, (id(2), 1), &special(24, "9-13"))
            .await
            .unwrap()
    );
    first.commit().await.unwrap();
    let mut second = tx(&house).await;
    let twice = days::add(&mut second, id(3), &special(25, "")).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
    drop(second);
    let mut third = tx(&house).await;
    assert!(
        days::close(&mut third, (id(1), 1), Some(at(0)))
            .await
            .unwrap()
    );
    days::add(&mut third, id(3), &special(25, "10-11"))
        .await
        .unwrap();
    third.commit().await.unwrap();
    let kept = days::all(&mut look(&house).await).await.unwrap();
    assert_eq!(order(&kept), [2, 3, 1]);
    assert_eq!(kept[0].item, special(24, "9-13"));
}
