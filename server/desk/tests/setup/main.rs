//! Setting the house up, as the screens and the trail see it: one form one change, of many who change
//! the same thing one does, refusals written down, and the roster knows its gaps.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod roster;
mod texts;

#[cfg(test)]
#[expect(dead_code, reason = "this test needs a part of the ground")]
#[path = "../support"]
mod support {
    pub mod ground;
    pub mod house;
}

use std::sync::Arc;

use desk::duties::{self, Watch};
use desk::setup::{self, SetupError, Shown};
use desk::{access, settings};
use domain::duty::Duty;
use domain::organisation::{Organisation, ServicePlan};
use domain::role::Role;
use domain::setting::Setting;
use domain::text::Label;
use domain::{OrganisationId, RepeatKey, UserId};
use support::ground::{id, neighbour, span};
use support::house::House;
use tokio::task::JoinSet;
use uuid::Uuid;

on_both_engines! {
    once => a_form_sent_twice_acts_once_on_sqlite, a_form_sent_twice_acts_once_on_postgres;
    rivals => of_many_who_change_the_same_item_one_does_on_sqlite,
        of_many_who_change_the_same_item_one_does_on_postgres;
    trail => every_change_and_refusal_is_in_the_trail_on_sqlite,
        every_change_and_refusal_is_in_the_trail_on_postgres;
    elsewhere => nothing_of_another_house_can_be_named_or_changed_on_sqlite,
        nothing_of_another_house_can_be_named_or_changed_on_postgres;
    roles => only_an_administrator_sets_the_house_up_on_sqlite,
        only_an_administrator_sets_the_house_up_on_postgres;
}

fn organisation(name: &str) -> Organisation {
    Organisation {
        name: Label::parse(name).unwrap(),
    }
}

fn fresh(house: &House) -> RepeatKey {
    RepeatKey::new(house.desk.ids())
}

fn shown(house: &House, id: Uuid, rev: i64) -> Shown {
    Shown {
        id,
        rev,
        key: fresh(house),
    }
}

async fn added(house: &House, name: &str) -> Uuid {
    let boss = house.colleague(Role::Administrator);
    setup::add(&house.desk, &boss, &organisation(name), fresh(house))
        .await
        .unwrap()
}

async fn names(house: &House) -> Vec<String> {
    let boss = house.colleague(Role::Administrator);
    let lines = setup::lines::<Organisation>(&house.desk, &boss)
        .await
        .unwrap();
    lines
        .into_iter()
        .map(|line| line.item.name.as_str().to_owned())
        .collect()
}

async fn once(house: House) {
    let (boss, key) = (house.colleague(Role::Administrator), fresh(&house));
    let stad = organisation("Stad");
    let add = || setup::add(&house.desk, &boss, &stad, key);
    let (first, second) = (add().await.unwrap(), add().await.unwrap());
    assert_eq!(
        (first, names(&house).await),
        (second, vec!["Stad".to_owned()])
    );
    let change = shown(&house, first, 1);
    for _ in 0..2 {
        setup::change(&house.desk, &boss, change, &organisation("Gemeente"))
            .await
            .unwrap();
    }
    let line = setup::line::<Organisation>(&house.desk, &boss, first)
        .await
        .unwrap();
    assert_eq!((line.item.name.as_str(), line.rev), ("Gemeente", 2));
}

async fn rivals(house: House) {
    let house = Arc::new(house);
    let item = added(&house, "Stad").await;
    let mut race = JoinSet::new();
    for rival in 0..8 {
        let house = house.clone();
        race.spawn(async move {
            let boss = house.colleague(Role::Administrator);
            let shown = shown(&house, item, 1);
            if rival % 2 == 0 {
                let name = organisation(&format!("Stad {rival}"));
                setup::change(&house.desk, &boss, shown, &name).await
            } else {
                setup::close::<Organisation>(&house.desk, &boss, shown, true).await
            }
        });
    }
    let outcomes = race.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    let told =
        |outcome: &Result<(), SetupError>| matches!(outcome, Ok(()) | Err(SetupError::Stale));
    assert!(outcomes.iter().all(told), "{outcomes:?}");
}

/// How many rows of the trail there are for this action, by how it ended.
async fn rows(house: &House, action: &str, decision: &str) -> i64 {
    crate::raw!(house.desk.db(), p => sqlx::query_scalar(
        "SELECT COUNT(*) FROM audit WHERE action = $1 AND decision = $2")
        .bind(action.to_owned()).bind(decision.to_owned()).fetch_one(p))
}

async fn trail(house: House) {
    let boss = house.colleague(Role::Administrator);
    let item = added(&house, "Stad").await;
    setup::change(
        &house.desk,
        &boss,
        shown(&house, item, 1),
        &organisation("Gemeente"),
    )
    .await
    .unwrap();
    let late = setup::change(
        &house.desk,
        &boss,
        shown(&house, item, 1),
        &organisation("Laat"),
    )
    .await;
    assert!(matches!(late, Err(SetupError::Stale)));
    let nobody =
        setup::close::<Organisation>(&house.desk, &boss, shown(&house, id(9), 1), true).await;
    assert!(matches!(nobody, Err(SetupError::NotFound)));
    setup::shift::<Organisation>(&house.desk, &boss, (item, fresh(&house)), true)
        .await
        .unwrap();
    assert_eq!(rows(&house, "set_partners", "done").await, 3);
    assert_eq!(rows(&house, "set_partners", "refused").await, 1);
    assert_eq!(rows(&house, "set_partners", "not_found").await, 1);
    let clear: i64 = crate::raw!(house.desk.db(), p => sqlx::query_scalar(
        "SELECT COUNT(*) FROM audit WHERE action = 'set_partners' AND decision = 'done'
         AND sealed IS NULL").fetch_one(p));
    assert_eq!(clear, 0);
}

async fn elsewhere(house: House) {
    let ours = added(&house, "Stad").await;
    let (centre, _) = neighbour(&house).await;
    let mut boss = house.colleague(Role::Administrator);
    if let access::Actor::Staff(staff) = &mut boss {
        staff.centre = centre;
    }
    let desk = &house.desk;
    assert!(
        setup::lines::<Organisation>(desk, &boss)
            .await
            .unwrap()
            .is_empty()
    );
    let changed = setup::change(
        desk,
        &boss,
        shown(&house, ours, 1),
        &organisation("Van ons"),
    )
    .await;
    assert!(matches!(changed, Err(SetupError::NotFound)));
    let service = ServicePlan {
        name: Label::parse("Balie").unwrap(),
        organisation: Some(OrganisationId::from_uuid(ours)),
    };
    let named = setup::add(desk, &boss, &service, fresh(&house)).await;
    assert!(matches!(named, Err(SetupError::NotFound)));
    let duty = Duty {
        user: UserId::from_uuid(id(5)),
        span: span(0, 60),
    };
    let named = setup::add(desk, &boss, &duty, fresh(&house)).await;
    assert!(matches!(named, Err(SetupError::NotFound)));
}

async fn roles(house: House) {
    for role in Role::ALL
        .iter()
        .filter(|role| **role != Role::Administrator)
    {
        let actor = house.colleague(*role);
        let seen = setup::lines::<Organisation>(&house.desk, &actor).await;
        assert!(matches!(seen, Err(SetupError::Forbidden(_))), "{role:?}");
        let set = setup::add(&house.desk, &actor, &organisation("Stad"), fresh(&house)).await;
        assert!(matches!(set, Err(SetupError::Forbidden(_))), "{role:?}");
        assert_eq!(
            duties::watch(&house.desk, &actor).await.unwrap(),
            Watch::Empty
        );
    }
    assert!(names(&house).await.is_empty());
}

async fn set(house: &House, rev: i64, setting: &Setting) -> Result<(), SetupError> {
    let boss = house.colleague(Role::Administrator);
    settings::write(&house.desk, &boss, (rev, fresh(house)), setting).await
}
