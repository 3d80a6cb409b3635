//! Sessions: begun, worn, locked, and over.

use chrono::{DateTime, Utc};
use desk::store::sessions::{self, Owner, Session};
use desk::store::staff;
use domain::role::Role;
use domain::session::Life;
use domain::{Language, SessionId};

use super::staff::{account, add};
use super::workstations::enrol;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, service, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_session_reads_back_as_it_was_written_on_sqlite,
        a_session_reads_back_as_it_was_written_on_postgres;
    changed => a_session_is_touched_locked_worn_and_ended_on_sqlite,
        a_session_is_touched_locked_worn_and_ended_on_postgres;
    over => sessions_go_when_they_are_over_on_sqlite,
        sessions_go_when_they_are_over_on_postgres;
}

/// The session of a browser where nobody has signed in.
pub fn session(house: &House, number: u128) -> Session {
    Session {
        id: SessionId::from_uuid(id(number)),
        centre: house.centre,
        owner: None,
        workstation: None,
        language: Language::Nl,
        created_at: at(0),
        life: Life::beginning(at(0), at(0)),
    }
}

pub fn token(number: u128) -> [u8; 16] {
    number.to_be_bytes()
}

pub async fn begin(house: &House, session: &Session) {
    let hash = token(session.id.uuid().as_u128());
    let mut tx = tx(house).await;
    sessions::begin(&mut tx, session, &hash).await.unwrap();
    tx.commit().await.unwrap();
}

async fn by_token(house: &House, number: u128) -> Option<Session> {
    sessions::by_token(&mut look(house).await, &token(number))
        .await
        .unwrap()
}

/// A session in which colleague 5 is signed in, as the reception.
fn signed(house: &House, number: u128) -> Session {
    let owner = Owner {
        user: account(house, 5).user,
        role: Role::Reception,
        service: None,
    };
    Session {
        owner: Some(owner),
        life: Life::beginning(at(3), at(1)),
        ..session(house, number)
    }
}

async fn colleague(house: &House) {
    add(house, 5).await;
    let mut tx = tx(house).await;
    let post = (Role::Reception, None);
    staff::add_post(&mut tx, id(600), account(house, 5).user, post, at(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn written(house: House) {
    begin(&house, &session(&house, 1)).await;
    assert_eq!(by_token(&house, 1).await, Some(session(&house, 1)));
    assert_eq!(by_token(&house, 2).await, None);
    colleague(&house).await;
    let worn = Some(service(&house, 70).await);
    let mut tx = tx(&house).await;
    let post = (Role::Service, worn);
    staff::add_post(&mut tx, id(601), account(&house, 5).user, post, at(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut full = signed(&house, 2);
    full.owner = full.owner.map(|owner| Owner {
        role: Role::Service,
        service: worn,
        ..owner
    });
    full.workstation = Some(enrol(&house, 80).await.id);
    full.life.locked_at = Some(at(4));
    begin(&house, &full).await;
    let mut locked = crate::support::ground::tx(&house).await;
    sessions::step_up(&mut locked, full.id, at(5))
        .await
        .unwrap();
    locked.commit().await.unwrap();
    assert_eq!(by_token(&house, 2).await, Some(full));
    let of_user = sessions::of_user(&mut look(&house).await, account(&house, 5).user).await;
    assert_eq!(of_user.unwrap(), [full]);
}

async fn changed(house: House) {
    colleague(&house).await;
    let before = signed(&house, 1);
    begin(&house, &before).await;
    let mut tx = tx(&house).await;
    sessions::touch(&mut tx, before.id, at(5)).await.unwrap();
    sessions::touch(&mut tx, before.id, at(4)).await.unwrap();
    sessions::speak(&mut tx, before.id, Language::Fr)
        .await
        .unwrap();
    sessions::step_up(&mut tx, before.id, at(3)).await.unwrap();
    sessions::lock(&mut tx, before.id, at(6)).await.unwrap();
    sessions::lock(&mut tx, before.id, at(7)).await.unwrap();
    sessions::touch(&mut tx, before.id, at(8)).await.unwrap();
    tx.commit().await.unwrap();
    let after = by_token(&house, 1).await.unwrap();
    assert_eq!(
        (after.life.active_at, after.life.locked_at),
        (at(5), Some(at(6)))
    );
    assert_eq!(after.life.stepped_at, Some(at(3)));
    assert_eq!(after.language, Language::Fr);
    let mut second = crate::support::ground::tx(&house).await;
    sessions::wear(&mut second, before.id, Role::Intake, None)
        .await
        .unwrap();
    sessions::end(&mut second, before.id, at(9)).await.unwrap();
    sessions::end(&mut second, before.id, at(10)).await.unwrap();
    second.commit().await.unwrap();
    assert_eq!(
        by_token(&house, 1).await,
        None,
        "nobody gave the role that is worn"
    );
    let (role, ends): (String, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT role, ends_at FROM session").fetch_one(p));
    assert_eq!((role.as_str(), ends), ("intake", at(9).utc()));
}

async fn over(house: House) {
    colleague(&house).await;
    for number in [1, 2, 3] {
        begin(&house, &signed(&house, number)).await;
    }
    begin(&house, &session(&house, 4)).await;
    let mut tx = tx(&house).await;
    sessions::forget(&mut tx, SessionId::from_uuid(id(1)))
        .await
        .unwrap();
    assert_eq!(sessions::sweep_strangers(&mut tx, at(-1)).await.unwrap(), 0);
    assert_eq!(sessions::sweep_strangers(&mut tx, at(0)).await.unwrap(), 1);
    let end = signed(&house, 2).life.ends_at;
    assert_eq!(sessions::sweep(&mut tx, at(9), at(9)).await.unwrap(), 0);
    assert_eq!(sessions::sweep(&mut tx, end, at(0)).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let mut second = crate::support::ground::tx(&house).await;
    sessions::end_of_user(&mut second, account(&house, 5).user)
        .await
        .unwrap();
    second.commit().await.unwrap();
    let left: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT COUNT(*) FROM session").fetch_one(p));
    assert_eq!(left, 0);
}
