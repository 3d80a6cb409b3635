//! Races for one hour of a room, and for two people who must not meet.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use desk::store::occupancy::{self, Occupancy};
use desk::store::pairs::{self, Presence, Side};
use desk::store::{Guard, StoreError, again};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::on_both_engines;
use crate::rounds;
use crate::support::ground::{id, look, span, tx};
use crate::support::house::House;

on_both_engines! {
    room => one_clerk_of_many_gets_the_hour_on_sqlite,
        one_clerk_of_many_gets_the_hour_on_postgres;
    pair => one_side_of_a_pair_gets_the_hour_on_sqlite,
        one_side_of_a_pair_gets_the_hour_on_postgres;
    opposite => bookings_in_opposite_orders_end_without_an_error_on_sqlite,
        bookings_in_opposite_orders_end_without_an_error_on_postgres;
}

/// How the clerks of one round ended.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    won: usize,
    refused: usize,
}

impl Outcome {
    fn of(ends: Vec<Result<(), StoreError>>, guard: Guard) -> Self {
        let mut outcome = Self::default();
        for end in ends {
            match end {
                Ok(()) => outcome.won += 1,
                Err(StoreError::Refused(by)) if by == guard => outcome.refused += 1,
                Err(other) => panic!("a clerk was shown {other:?}"),
            }
        }
        outcome
    }
}

/// From two to sixteen clerks, one round after the other.
fn clerks(round: u128) -> u128 {
    2 + round % 15
}

async fn book(house: &House, rows: &[Occupancy]) -> Result<(), StoreError> {
    let mut tx = tx(house).await;
    for row in rows {
        occupancy::occupy(&mut tx, row).await?;
    }
    tx.commit().await.map(drop)
}

async fn room(house: House) {
    let house = Arc::new(house);
    let all = rounds(30, 300);
    for round in 0..all {
        let mut race = JoinSet::new();
        for clerk in 0..clerks(round) {
            let house = house.clone();
            let minute = i64::try_from(clerk).unwrap() % 7;
            let row = Occupancy {
                id: id(round * 100 + clerk),
                resource: id(round),
                span: span(minute, 60 + minute),
            };
            race.spawn(async move { again(|| book(&house, std::slice::from_ref(&row))).await });
        }
        let outcome = Outcome::of(race.join_all().await, Guard::OccupancyOverlap);
        assert_eq!(outcome.won, 1, "round {round}: {outcome:?}");
        let stored = occupancy::within(&mut look(&house).await, id(round), span(0, 90)).await;
        assert_eq!(stored.unwrap().len(), 1);
    }
    println!("one winner in {all} of {all} rounds of 2 to 16 clerks");
}

async fn be_present(house: &House, row: &Presence) -> Result<(), StoreError> {
    let mut tx = tx(house).await;
    pairs::be_present(&mut tx, row).await?;
    tx.commit().await.map(drop)
}

/// One side may come as often as it wants, so what wins is a side.
async fn pair(house: House) {
    let house = Arc::new(house);
    let all = rounds(30, 300);
    for round in 0..all {
        let mut race = JoinSet::new();
        for clerk in 0..clerks(round) {
            let house = house.clone();
            let row = Presence {
                id: id(round * 100 + clerk),
                pair: id(round),
                side: if clerk % 2 == 0 {
                    Side::Protected
                } else {
                    Side::Kept
                },
                span: span(0, 60),
                excused_by: None,
            };
            race.spawn(async move { again(|| be_present(&house, &row)).await });
        }
        let outcome = Outcome::of(race.join_all().await, Guard::PairApart);
        let stored = pairs::within(&mut look(&house).await, id(round), span(0, 60))
            .await
            .unwrap();
        assert_eq!(stored.len(), outcome.won, "round {round}");
        let side = stored[0].side;
        assert!(
            stored.iter().all(|row| row.side == side),
            "round {round}: both sides"
        );
    }
    println!("one side in {all} of {all} rounds of 2 to 16 clerks");
}

/// Two clerks who each hold what the other wants next: on PostgreSQL the engine undoes one of them,
/// and its work is done again.
async fn opposite(house: House) {
    let (house, retried) = (Arc::new(house), Arc::new(AtomicUsize::new(0)));
    let all = rounds(5, 50);
    for round in 0..all {
        let meet = Arc::new(Barrier::new(2));
        let mut race = JoinSet::new();
        for clerk in 0..2 {
            let (house, meet, retried) = (house.clone(), meet.clone(), retried.clone());
            let row = |place: u128| Occupancy {
                id: id(round * 100 + clerk * 10 + place),
                resource: id(round * 2 + (place + clerk) % 2),
                span: span(0, 60),
            };
            let rows = [row(0), row(1)];
            let first = AtomicUsize::new(0);
            race.spawn(async move {
                let work = || async {
                    if first.fetch_add(1, Ordering::SeqCst) > 0 {
                        retried.fetch_add(1, Ordering::SeqCst);
                        return book(&house, &rows).await;
                    }
                    crossing(&house, &rows, &meet).await
                };
                again(work).await
            });
        }
        let outcome = Outcome::of(race.join_all().await, Guard::OccupancyOverlap);
        assert_eq!(outcome, Outcome { won: 1, refused: 1 }, "round {round}");
    }
    let retried = retried.load(Ordering::SeqCst);
    println!("{all} rounds in opposite orders, {retried} bookings done again, none shown");
    let postgres = matches!(house.desk.db(), desk::store::Db::Postgres(_));
    assert_eq!(retried > 0, postgres);
}

/// Takes the first, waits until the other clerk has taken hers, and takes the second. On SQLite
/// nobody gets that far while another writes, so there nobody waits.
async fn crossing(house: &House, rows: &[Occupancy; 2], meet: &Barrier) -> Result<(), StoreError> {
    let mut tx = tx(house).await;
    occupancy::occupy(&mut tx, &rows[0]).await?;
    if matches!(house.desk.db(), desk::store::Db::Postgres(_)) {
        meet.wait().await;
    }
    occupancy::occupy(&mut tx, &rows[1]).await?;
    tx.commit().await.map(drop)
}

#[test]
fn the_clerks_of_a_round_are_two_to_sixteen() {
    let counts: Vec<u128> = (0..15).map(clerks).collect();
    assert_eq!((counts[0], counts[14]), (2, 16));
    assert_ne!(id(1), Uuid::nil());
}
