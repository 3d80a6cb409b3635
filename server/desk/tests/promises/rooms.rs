//! Rooms as an administrator sets them.

use desk::store::rooms;
use domain::hours::DayHours;
use domain::room::{Buffer, Feature, RoomPlan, Seats};

use super::setup::label;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    plans => a_room_reads_back_with_everything_it_has_on_sqlite,
        a_room_reads_back_with_everything_it_has_on_postgres;
}

pub fn plan(name: &str) -> RoomPlan {
    RoomPlan {
        name: label(name),
        seats: Seats::parse("12").unwrap(),
        features: vec![Feature::Child, Feature::OwnExit, Feature::Soundproof],
        hours: DayHours::parse("9-12, 13-17").unwrap(),
        before: Buffer::parse("5").unwrap(),
        after: Buffer::parse("15").unwrap(),
    }
}

async fn plans(house: House) {
    let mut tx = tx(&house).await;
    rooms::add(&mut tx, id(1), &plan("Beuk")).await.unwrap();
    rooms::add(&mut tx, id(2), &plan("Eik")).await.unwrap();
    rooms::rank(&mut tx, id(2), -1).await.unwrap();
    let mut bare = plan("Linde «é»");
    (bare.features, bare.hours) = (
        vec![Feature::Wheelchair, Feature::Video],
        DayHours::default(),
    );
    assert!(rooms::change(&mut tx, (id(1), 1), &bare).await.unwrap());
    assert!(!rooms::change(&mut tx, (id(1), 1), &bare).await.unwrap());
    assert!(
        rooms::close(&mut tx, (id(2), 1), Some(at(5)))
            .await
            .unwrap()
    );
    assert!(rooms::close(&mut tx, (id(2), 2), None).await.unwrap());
    tx.commit().await.unwrap();
    let kept = rooms::all(&mut look(&house).await).await.unwrap();
    let found: Vec<_> = kept
        .iter()
        .map(|line| (&line.item, line.closed, line.rev))
        .collect();
    assert_eq!(found, [(&plan("Eik"), None, 3), (&bare, None, 2)]);
}
