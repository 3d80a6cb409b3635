//! Visits: tokens of the day, steps, and a change that somebody else was quicker to make.

use chrono::{DateTime, NaiveDate, Utc};
use desk::seal::LinkKey;
use desk::store::visits::{self, Bound, Step, StepKind};
use domain::visit::{Purpose, Stage, Token, Visit, VisitKind};
use domain::{Day, UserId, VisitId};
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, room, service, tx};
use crate::support::house::House;

on_both_engines! {
    tokens => tokens_count_each_day_from_one_on_sqlite,
        tokens_count_each_day_from_one_on_postgres;
    overnight => a_token_of_somebody_still_inside_is_not_given_again_on_sqlite,
        a_token_of_somebody_still_inside_is_not_given_again_on_postgres;
    undone => an_undone_visit_leaves_no_gap_in_the_tokens_on_sqlite,
        an_undone_visit_leaves_no_gap_in_the_tokens_on_postgres;
    written => a_visit_reads_back_as_it_was_written_on_sqlite,
        a_visit_reads_back_as_it_was_written_on_postgres;
    codes => every_kind_purpose_and_stage_reads_back_on_sqlite,
        every_kind_purpose_and_stage_reads_back_on_postgres;
    corrected => a_visit_that_was_put_right_reads_back_once_on_sqlite,
        a_visit_that_was_put_right_reads_back_once_on_postgres;
    moved => a_moved_visit_reads_back_on_sqlite, a_moved_visit_reads_back_on_postgres;
    stale => a_stale_change_leaves_everything_as_it_was_on_sqlite,
        a_stale_change_leaves_everything_as_it_was_on_postgres;
    steps => steps_read_back_in_their_order_on_sqlite,
        steps_read_back_in_their_order_on_postgres;
    left => who_left_is_not_present_on_sqlite, who_left_is_not_present_on_postgres;
}

pub fn today() -> Day {
    Day::new(2026, 3, 10).unwrap()
}

pub fn visit(number: u128) -> Visit {
    Visit {
        id: VisitId::from_uuid(id(number)),
        token: Token::new(i64::try_from(number).unwrap()),
        kind: VisitKind::Victim,
        purpose: Purpose::Appointment,
        service: None,
        room: None,
        stage: Stage::Waiting,
        arrived_at: at(1),
        stage_at: at(1),
        awaits_duty: false,
        rev: 1,
    }
}

/// A pseudonym with what binds it.
pub fn bound(version: i64) -> Bound {
    let bytes = [9; 16];
    Bound {
        key: LinkKey { bytes, version },
        bond: [8; 16],
    }
}

pub async fn insert(house: &House, visit: &Visit) {
    let mut tx = tx(house).await;
    visits::insert(&mut tx, visit, today(), None, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn one(house: &House, number: u128) -> visits::StoredVisit {
    let found = visits::one(&mut look(house).await, visit(number).id).await;
    found.unwrap().unwrap()
}

async fn token(house: &House, day: Day) -> i64 {
    let mut tx = tx(house).await;
    let token = visits::next_token(&mut tx, day).await.unwrap();
    tx.commit().await.unwrap();
    token.number()
}

async fn tokens(house: House) {
    let tomorrow = today().plus_days(1);
    for (day, number) in [(today(), 1), (today(), 2), (tomorrow, 1), (today(), 3)] {
        assert_eq!(token(&house, day).await, number);
    }
    let (centre, permit) = neighbour(&house).await;
    let mut there = house.desk.begin(&permit).await.unwrap();
    let first = visits::next_token(&mut there, today()).await.unwrap();
    there.commit().await.unwrap();
    assert_eq!(first.number(), 1);
    let counters: Vec<(Uuid, NaiveDate, i64)> = crate::raw!(house.desk.db(), p => sqlx::query_as(
        "SELECT centre_id, day, last FROM visit_counter").fetch_all(p));
    assert!(counters.contains(&(house.centre.uuid(), today().date(), 3)));
    assert!(counters.contains(&(centre.uuid(), today().date(), 1)));
    assert_eq!(counters.len(), 3);
}

async fn overnight(house: House) {
    insert(&house, &visit(7)).await;
    assert_eq!(token(&house, today().plus_days(1)).await, 8);
    assert_eq!(token(&house, today().plus_days(1)).await, 9);
}

async fn undone(house: House) {
    assert_eq!(token(&house, today()).await, 1);
    let mut dropped = tx(&house).await;
    let lost = visits::next_token(&mut dropped, today()).await.unwrap();
    assert_eq!(lost.number(), 2);
    drop(dropped);
    assert_eq!(token(&house, today()).await, 2);
}

async fn written(house: House) {
    let visit = Visit {
        service: Some(service(&house, 70).await),
        ..visit(4)
    };
    let link = bound(3);
    let mut tx = tx(&house).await;
    visits::insert(&mut tx, &visit, today(), Some(link), Some(b"sealed"))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let found = one(&house, 4).await;
    assert_eq!(found.visit, visit);
    assert_eq!(
        (found.link, found.bond, found.remark.as_deref()),
        (Some([9; 16]), Some([8; 16]), Some(&b"sealed"[..]))
    );
    let (centre, day, version): (Uuid, NaiveDate, i64) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT centre_id, day, link_ver FROM visit").fetch_one(p));
    assert_eq!(
        (centre, day, version),
        (house.centre.uuid(), today().date(), 3)
    );
}

async fn codes(house: House) {
    let mut number = 0;
    for kind in VisitKind::ALL {
        for purpose in Purpose::ALL {
            number += 1;
            let visit = Visit {
                kind: *kind,
                purpose: *purpose,
                ..visit(number)
            };
            insert(&house, &visit).await;
            assert_eq!(one(&house, number).await.visit, visit);
        }
    }
    for stage in Stage::ALL {
        let mut tx = tx(&house).await;
        let before = one(&house, 1).await.visit;
        let moved = Visit {
            stage: *stage,
            ..before
        };
        assert!(visits::move_on(&mut tx, &moved).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(one(&house, 1).await.visit.stage, *stage);
    }
}

async fn corrected(house: House) {
    insert(&house, &visit(1)).await;
    let right = Visit {
        kind: VisitKind::Child,
        purpose: Purpose::Group,
        service: Some(service(&house, 70).await),
        ..visit(1)
    };
    let mut tx = tx(&house).await;
    let found = visits::correct(&mut tx, &right, Some(b"sealed")).await;
    assert!(found.unwrap());
    assert!(!visits::correct(&mut tx, &right, None).await.unwrap());
    tx.commit().await.unwrap();
    let found = one(&house, 1).await;
    assert_eq!(found.visit, Visit { rev: 2, ..right });
    assert_eq!(found.remark.as_deref(), Some(&b"sealed"[..]));
}

async fn moved(house: House) {
    insert(&house, &visit(1)).await;
    let moved = Visit {
        stage: Stage::WithService,
        service: Some(service(&house, 70).await),
        room: Some(room(&house, 71).await),
        stage_at: at(5),
        ..visit(1)
    };
    let mut tx = tx(&house).await;
    assert!(visits::move_on(&mut tx, &moved).await.unwrap());
    let link = bound(2);
    let second = Visit { rev: 2, ..moved };
    assert!(visits::link(&mut tx, &second, link).await.unwrap());
    tx.commit().await.unwrap();
    let found = one(&house, 1).await;
    assert_eq!(found.visit, Visit { rev: 3, ..moved });
    assert_eq!((found.link, found.bond), (Some([9; 16]), Some([8; 16])));
    let version: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT link_ver FROM visit").fetch_one(p));
    assert_eq!(version, 2);
}

async fn stale(house: House) {
    insert(&house, &visit(1)).await;
    let link = bound(2);
    for rev in [0, 2, -1, i64::MAX] {
        let old = Visit {
            rev,
            stage: Stage::Left,
            stage_at: at(9),
            ..visit(1)
        };
        let mut tx = tx(&house).await;
        assert!(!visits::move_on(&mut tx, &old).await.unwrap());
        assert!(!visits::link(&mut tx, &old, link).await.unwrap());
        tx.commit().await.unwrap();
    }
    let found = one(&house, 1).await;
    assert_eq!((found.visit, found.link), (visit(1), None));
}

async fn steps(house: House) {
    insert(&house, &visit(1)).await;
    let by = UserId::from_uuid(id(5));
    let (service, room) = (service(&house, 70).await, room(&house, 71).await);
    let step = |kind, at| Step {
        kind,
        service: None,
        room: None,
        at,
        by,
    };
    let there = Step {
        service: Some(service),
        room: Some(room),
        ..step(StepKind::Reached(Stage::WithService), at(3))
    };
    let all = [
        step(StepKind::Arrived, at(1)),
        step(StepKind::Linked, at(2)),
        there,
        step(StepKind::Reached(Stage::Waiting), at(4)),
        step(StepKind::Reached(Stage::Left), at(5)),
    ];
    let mut tx = tx(&house).await;
    for (number, step) in all.iter().enumerate().rev() {
        let row = id(100 + number as u128);
        visits::step(&mut tx, row, visit(1).id, step).await.unwrap();
    }
    tx.commit().await.unwrap();
    let found = visits::steps(&mut look(&house).await, visit(1).id)
        .await
        .unwrap();
    assert_eq!(found, all);
    let stored: Vec<(Uuid, DateTime<Utc>)> = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT DISTINCT centre_id, MIN(at) FROM visit_step GROUP BY centre_id")
            .fetch_all(p));
    assert_eq!(stored, [(house.centre.uuid(), at(1).utc())]);
}

async fn left(house: House) {
    for number in [1, 2] {
        insert(&house, &visit(number)).await;
    }
    let gone = Visit {
        stage: Stage::Left,
        ..visit(1)
    };
    let mut tx = tx(&house).await;
    assert!(visits::move_on(&mut tx, &gone).await.unwrap());
    tx.commit().await.unwrap();
    let present = visits::present(&mut look(&house).await).await.unwrap();
    let present: Vec<Visit> = present.into_iter().map(|stored| stored.visit).collect();
    assert_eq!(present, [visit(2)]);
}
