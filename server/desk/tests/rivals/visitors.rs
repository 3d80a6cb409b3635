//! Races at the desk: many check-ins at once, and two colleagues who move the same visitor.

use std::sync::Arc;

use desk::visits::{self, Seen, VisitError};
use domain::role::Role;
use domain::visit::{CheckIn, Purpose, Stage, VisitKind};
use domain::{Pii, RepeatKey, VisitId};
use tokio::task::JoinSet;

use crate::on_both_engines;
use crate::rounds;
use crate::support::ground::{id, service};
use crate::support::house::House;

on_both_engines! {
    tokens => sixty_four_visitors_at_once_get_the_tokens_one_to_sixty_four_on_sqlite,
        sixty_four_visitors_at_once_get_the_tokens_one_to_sixty_four_on_postgres;
    undos => of_many_who_take_a_step_back_or_move_on_one_does_on_sqlite,
        of_many_who_take_a_step_back_or_move_on_one_does_on_postgres;
    moves => of_many_who_move_the_same_visitor_one_does_on_sqlite,
        of_many_who_move_the_same_visitor_one_does_on_postgres;
}

async fn arrive(house: &House, form: u128) -> VisitId {
    let asked = CheckIn {
        record: None,
        kind: VisitKind::Victim,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again: false,
        alone: false,
    };
    let desk = house.colleague(Role::Reception);
    let key = RepeatKey::from_uuid(id(form));
    visits::check_in(&house.desk, &desk, asked, key)
        .await
        .unwrap()
}

async fn tokens(house: House) {
    let house = Arc::new(house);
    let mut race = JoinSet::new();
    for visitor in 0..64 {
        let house = house.clone();
        race.spawn(async move { arrive(&house, 1_000 + visitor).await });
    }
    race.join_all().await;
    let desk = house.colleague(Role::Reception);
    let board = visits::board(&house.desk, &desk).await.unwrap();
    let mut tokens: Vec<i64> = board.present.iter().map(|v| v.token.number()).collect();
    tokens.sort_unstable();
    assert_eq!(tokens, (1..=64).collect::<Vec<i64>>());
}

/// A step taken back beside another move, and by several at once: one of them happens, and the token
/// is given to nobody else.
async fn undos(house: House) {
    let house = Arc::new(house);
    let all = rounds(8, 200);
    for round in 0..all {
        let visit = arrive(&house, 1_000 + round).await;
        let mut race = JoinSet::new();
        for colleague in 0..6 {
            let house = house.clone();
            let key = RepeatKey::new(house.desk.ids());
            let seen = Seen { visit, rev: 1, key };
            race.spawn(async move {
                let desk = house.colleague(Role::Reception);
                if colleague % 3 == 0 {
                    visits::leave(&house.desk, &desk, seen).await
                } else {
                    visits::undo(&house.desk, &desk, seen).await
                }
            });
        }
        let ends = race.join_all().await;
        let won = ends.iter().filter(|end| end.is_ok()).count();
        let stale = |end: &&Result<(), VisitError>| matches!(end, Err(VisitError::Stale));
        assert_eq!((won, ends.iter().filter(stale).count()), (1, 5), "{ends:?}");
        let desk = house.colleague(Role::Reception);
        let shown = visits::reveal(&house.desk, &desk, visit).await.unwrap();
        assert_eq!((shown.visit.rev, shown.steps.len()), (2, 2));
        assert!(shown.visit.is_over());
        let number = i64::try_from(round + 1).unwrap();
        assert_eq!(shown.visit.token.number(), number, "a token of its own");
    }
    println!("one of six colleagues in {all} of {all} rounds");
}

async fn moves(house: House) {
    let service = service(&house, 70).await;
    let house = Arc::new(house);
    let all = rounds(8, 200);
    for round in 0..all {
        let visit = arrive(&house, 1_000 + round).await;
        let mut race = JoinSet::new();
        for colleague in 0..6 {
            let house = house.clone();
            let key = RepeatKey::new(house.desk.ids());
            let seen = Seen { visit, rev: 1, key };
            race.spawn(async move {
                let desk = house.colleague(Role::Reception);
                if colleague % 2 == 0 {
                    visits::leave(&house.desk, &desk, seen).await
                } else {
                    visits::bring(&house.desk, &desk, seen, (service, None)).await
                }
            });
        }
        let ends = race.join_all().await;
        let won = ends.iter().filter(|end| end.is_ok()).count();
        let stale = |end: &&Result<(), VisitError>| matches!(end, Err(VisitError::Stale));
        assert_eq!((won, ends.iter().filter(stale).count()), (1, 5), "{ends:?}");
        let desk = house.colleague(Role::Reception);
        let shown = visits::reveal(&house.desk, &desk, visit).await.unwrap();
        assert_eq!((shown.visit.rev, shown.steps.len()), (2, 2));
        assert_ne!(shown.visit.stage, Stage::Waiting);
    }
    println!("one of six colleagues in {all} of {all} rounds");
}
