//! What an administrator sets stays within the house: lists whose items are changed as they were shown
//! and closed instead of removed, and settings in versions.

use desk::setup::Line;
use desk::store::{days, duties, organisations, retention, rooms, services, settings};
use domain::OrganisationId;
use domain::duty::Duty;
use domain::text::Label;

use super::days::special;
use super::organisations::organisation;
use super::retention::period;
use super::rooms::plan;
use super::settings::version;
use super::staff::add as add_account;
use crate::on_both_engines;
use crate::support::ground::{at, id, neighbour, span, tx};
use crate::support::house::House;

on_both_engines! {
    next_door => nothing_that_was_set_is_seen_or_changed_next_door_on_sqlite,
        nothing_that_was_set_is_seen_or_changed_next_door_on_postgres;
}

pub fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

pub fn order<T>(lines: &[Line<T>]) -> Vec<u128> {
    lines.iter().map(|line| line.id.as_u128()).collect()
}

async fn next_door(house: House) {
    add_account(&house, 5).await;
    let duty = Duty {
        user: super::staff::account(&house, 5).user,
        span: span(0, 60),
    };
    let mut ours = tx(&house).await;
    organisations::add(&mut ours, id(1), &organisation("Stad"))
        .await
        .unwrap();
    rooms::add(&mut ours, id(2), &plan("Beuk")).await.unwrap();
    days::add(&mut ours, id(3), &special(25, "")).await.unwrap();
    retention::add(&mut ours, id(4), &period(0)).await.unwrap();
    duties::add(&mut ours, id(5), &duty).await.unwrap();
    settings::write(&mut ours, id(6), "week", &version(1))
        .await
        .unwrap();
    ours.commit().await.unwrap();
    let (_, permit) = neighbour(&house).await;
    let mut theirs = house.desk.begin(&permit).await.unwrap();
    assert!(
        !organisations::change(&mut theirs, (id(1), 1), &organisation("Van ons"))
            .await
            .unwrap()
    );
    assert!(
        !rooms::close(&mut theirs, (id(2), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(
        !days::close(&mut theirs, (id(3), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(
        !retention::close(&mut theirs, (id(4), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(
        !duties::close(&mut theirs, (id(5), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(organisations::all(&mut theirs).await.unwrap().is_empty());
    assert!(services::all(&mut theirs).await.unwrap().is_empty());
    assert!(rooms::all(&mut theirs).await.unwrap().is_empty());
    assert!(days::all(&mut theirs).await.unwrap().is_empty());
    assert!(retention::all(&mut theirs).await.unwrap().is_empty());
    assert!(duties::all(&mut theirs).await.unwrap().is_empty());
    assert_eq!(duties::on_at(&mut theirs, at(1)).await.unwrap(), 0);
    assert!(duties::colleagues(&mut theirs).await.unwrap().is_empty());
    assert!(
        !organisations::is_here(&mut theirs, OrganisationId::from_uuid(id(1)))
            .await
            .unwrap()
    );
    assert!(
        settings::versions(&mut theirs, "week", 5)
            .await
            .unwrap()
            .is_empty()
    );
}
