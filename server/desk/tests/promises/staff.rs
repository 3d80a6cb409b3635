//! Accounts and posts.

use chrono::{DateTime, Utc};
use desk::store::StoreError;
use desk::store::staff::{self, Account};
use domain::role::Role;
use domain::{Language, UserId};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, service, tx};
use crate::support::house::House;

on_both_engines! {
    written => an_account_reads_back_as_it_was_written_on_sqlite,
        an_account_reads_back_as_it_was_written_on_postgres;
    names => a_user_name_is_given_once_on_sqlite, a_user_name_is_given_once_on_postgres;
    posts => posts_read_back_in_their_order_on_sqlite,
        posts_read_back_in_their_order_on_postgres;
    closed => a_closed_account_is_found_nowhere_on_sqlite,
        a_closed_account_is_found_nowhere_on_postgres;
}

pub fn account(house: &House, number: u128) -> Account {
    Account {
        user: UserId::from_uuid(id(number)),
        centre: house.centre,
        identity: vec![7, 0, 255],
        language: Language::De,
    }
}

fn key(number: u128) -> [u8; 16] {
    (number * 1_000).to_be_bytes()
}

pub async fn add(house: &House, number: u128) {
    let mut tx = tx(house).await;
    let account = account(house, number);
    staff::add(&mut tx, &account, &key(number), at(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn written(house: House) {
    add(&house, 5).await;
    let expected = account(&house, 5);
    let mut look = look(&house).await;
    let found = staff::find(&mut look, expected.user).await.unwrap();
    assert!(found.as_ref() == Some(&expected));
    assert!(staff::by_key(&mut look, &key(5)).await.unwrap() == Some(expected));
    assert!(staff::by_key(&mut look, &key(6)).await.unwrap().is_none());
    let by_id = staff::by_id(&mut look, account(&house, 5).user).await;
    assert!(by_id.unwrap() == Some(account(&house, 5)));
    assert_eq!(staff::everywhere(&mut look).await.unwrap().len(), 1);
    assert!(staff::is_demo(&mut look).await.unwrap());
    let (created, rev): (DateTime<Utc>, i64) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT created_at, rev FROM staff").fetch_one(p));
    assert_eq!((created, rev), (at(1).utc(), 0));
    let mut tx = tx(&house).await;
    staff::speak(&mut tx, account(&house, 5).user, Language::Fr)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let found = staff::find(&mut look, account(&house, 5).user)
        .await
        .unwrap();
    assert_eq!(found.unwrap().language, Language::Fr);
}

async fn names(house: House) {
    add(&house, 5).await;
    let mut tx = tx(&house).await;
    let second = staff::add(&mut tx, &account(&house, 6), &key(5), at(1)).await;
    assert!(matches!(second, Err(StoreError::Taken)));
}

async fn posts(house: House) {
    add(&house, 5).await;
    let user = account(&house, 5).user;
    let me = staff::me(&mut look(&house).await, user).await.unwrap();
    assert!(me == Some((account(&house, 5), Vec::new())));
    let worked = Some(service(&house, 70).await);
    let mut tx = tx(&house).await;
    staff::add_post(&mut tx, id(1), user, (Role::Service, worked), at(2))
        .await
        .unwrap();
    staff::add_post(&mut tx, id(2), user, (Role::Reception, None), at(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let posts = staff::posts(&mut look(&house).await, user).await.unwrap();
    let roles: Vec<Role> = posts.iter().map(|post| post.role).collect();
    assert_eq!(roles, [Role::Reception, Role::Service]);
    let service = worked.map(|service| (service, "Dienst 70".to_owned()));
    assert_eq!((posts[1].id, &posts[1].service), (id(1), &service));
    let me = staff::me(&mut look(&house).await, user).await.unwrap();
    assert!(me == Some((account(&house, 5), posts)), "both in one read");
}

async fn closed(house: House) {
    add(&house, 5).await;
    crate::changed!(house.desk.db(), p => sqlx::query("UPDATE staff SET closed_at = $1")
        .bind(at(9).utc()).execute(p));
    let mut look = look(&house).await;
    assert!(
        staff::find(&mut look, account(&house, 5).user)
            .await
            .unwrap()
            .is_none()
    );
    assert!(staff::by_key(&mut look, &key(5)).await.unwrap().is_none());
    let by_id = staff::by_id(&mut look, account(&house, 5).user).await;
    assert!(by_id.unwrap().is_none());
    assert!(staff::everywhere(&mut look).await.unwrap().is_empty());
    let me = staff::me(&mut look, account(&house, 5).user).await;
    assert!(me.unwrap().is_none());
}
