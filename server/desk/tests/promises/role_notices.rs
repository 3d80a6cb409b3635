//! What those who manage the house are told of each other's roles.

use desk::store::role_notices::{self, Given};
use domain::UserId;
use domain::role::Role;

use super::colleagues::lead;
use super::staff::{account, add};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    told => a_notice_is_for_one_colleague_until_it_was_seen_on_sqlite,
        a_notice_is_for_one_colleague_until_it_was_seen_on_postgres;
    leaders => those_are_told_who_manage_the_house_and_can_sign_in_on_sqlite,
        those_are_told_who_manage_the_house_and_can_sign_in_on_postgres;
}

fn user(number: u128) -> UserId {
    UserId::from_uuid(id(number))
}

fn given(by: Option<UserId>) -> Given {
    Given {
        of: user(9),
        role: Role::Coordinator,
        by,
        at: at(3),
    }
}

async fn told(house: House) {
    let mut open = tx(&house).await;
    role_notices::add(&mut open, id(1), user(5), &given(None))
        .await
        .unwrap();
    role_notices::add(&mut open, id(2), user(6), &given(Some(user(5))))
        .await
        .unwrap();
    let mine = role_notices::unseen(&mut open, user(6)).await.unwrap();
    assert_eq!(mine, [(id(2), given(Some(user(5))))]);
    let others = role_notices::see(&mut open, id(2), (user(5), at(4))).await;
    assert!(!others.unwrap(), "it is for another");
    assert!(
        role_notices::see(&mut open, id(2), (user(6), at(4)))
            .await
            .unwrap()
    );
    assert!(
        !role_notices::see(&mut open, id(2), (user(6), at(5)))
            .await
            .unwrap(),
        "once"
    );
    open.commit().await.unwrap();
    let mut look = look(&house).await;
    assert_eq!(role_notices::unseen(&mut look, user(6)).await.unwrap(), []);
    let rest = role_notices::unseen(&mut look, user(5)).await.unwrap();
    assert_eq!(rest, [(id(1), given(None))]);
    drop(look);
    let mut there = house.desk.look(&neighbour(&house).await.1).await.unwrap();
    assert_eq!(role_notices::unseen(&mut there, user(5)).await.unwrap(), []);
}

async fn leaders(house: House) {
    for number in [5, 6] {
        add(&house, number).await;
    }
    lead(&house, 6).await;
    let mut tx = tx(&house).await;
    let found = role_notices::leaders(&mut tx).await.unwrap();
    assert_eq!(found, [account(&house, 6).user]);
}
