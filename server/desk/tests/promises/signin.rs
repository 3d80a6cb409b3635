//! Sessions, proofs, failed attempts and enrolled computers.

use chrono::{DateTime, Utc};
use desk::store::credentials::Kind::{self, Passphrase, Pin, Recovery, Totp};
use desk::store::sessions::{self, Owner, Session};
use desk::store::workstations::{self, Workstation};
use desk::store::{attempts, credentials, staff};
use domain::role::Role;
use domain::session::Life;
use domain::signin::Failures;
use domain::{Language, SessionId, WorkstationId};
use uuid::Uuid;

use super::staff::{account, add};
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
    proofs => a_proof_replaces_the_one_before_on_sqlite,
        a_proof_replaces_the_one_before_on_postgres;
    papers => several_codes_on_paper_count_each_once_on_sqlite,
        several_codes_on_paper_count_each_once_on_postgres;
    steps => a_code_counts_once_on_sqlite, a_code_counts_once_on_postgres;
    failures => failures_read_back_until_they_are_cleared_on_sqlite,
        failures_read_back_until_they_are_cleared_on_postgres;
    computers => an_enrolled_computer_reads_back_until_it_ends_on_sqlite,
        an_enrolled_computer_reads_back_until_it_ends_on_postgres;
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

fn token(number: u128) -> [u8; 16] {
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

async fn enrol(house: &House, number: u128) -> Workstation {
    let new = Workstation {
        id: WorkstationId::from_uuid(id(number)),
        centre: house.centre,
        name: format!("balie {number}"),
    };
    let mut tx = tx(house).await;
    let by = (account(house, 5).user, at(2));
    workstations::enrol(&mut tx, &new, &token(number), by)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    new
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

async fn put(house: &House, number: u128, kind: Kind) {
    let new = credentials::NewCredential {
        id: id(number),
        user: account(house, 5).user,
        kind,
        sealed: number.to_be_bytes().to_vec(),
    };
    let mut tx = tx(house).await;
    credentials::put(&mut tx, &new, at(1)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn live(house: &House, kind: Kind) -> Option<(Uuid, i64, Vec<u8>, i64)> {
    let user = account(house, 5).user;
    let found = credentials::live(&mut look(house).await, user, kind)
        .await
        .unwrap();
    found.map(|found| (found.id, found.scheme, found.sealed, found.last_step))
}

async fn proofs(house: House) {
    add(&house, 5).await;
    for (number, kind) in [(1, Passphrase), (2, Totp), (3, Pin), (4, Pin)] {
        put(&house, number, kind).await;
    }
    let expected = |number: u128| Some((id(number), 1, number.to_be_bytes().to_vec(), 0));
    assert_eq!(live(&house, Passphrase).await, expected(1));
    assert_eq!(live(&house, Totp).await, expected(2));
    assert_eq!(live(&house, Pin).await, expected(4));
    let mut tx = tx(&house).await;
    credentials::end(&mut tx, account(&house, 5).user, Pin, at(2))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(live(&house, Pin).await, None);
    let ended: Vec<(Uuid, DateTime<Utc>)> = crate::raw!(house.desk.db(), p => sqlx::query_as(
        "SELECT id, ended_at FROM credential WHERE ended_at IS NOT NULL ORDER BY ended_at")
        .fetch_all(p));
    assert_eq!(ended, [(id(3), at(1).utc()), (id(4), at(2).utc())]);
}

async fn papers(house: House) {
    add(&house, 5).await;
    put(&house, 9, Passphrase).await;
    let user = account(&house, 5).user;
    let mut first = tx(&house).await;
    for number in [1_u8, 2, 3] {
        let new = credentials::NewCredential {
            id: id(number.into()),
            user,
            kind: Recovery,
            sealed: vec![7],
        };
        credentials::add(&mut first, &new, at(number.into()))
            .await
            .unwrap();
    }
    assert!(
        credentials::end_one(&mut first, id(2), at(4))
            .await
            .unwrap()
    );
    assert!(
        !credentials::end_one(&mut first, id(2), at(5))
            .await
            .unwrap()
    );
    first.commit().await.unwrap();
    let left = credentials::all(&mut look(&house).await, user, Recovery).await;
    let left: Vec<Uuid> = left.unwrap().iter().map(|one| one.id).collect();
    assert_eq!(left, [id(1), id(3)]);
    let mut second = tx(&house).await;
    let renewed = credentials::renew(&mut second, id(3), (&[7], &[8])).await;
    assert!(renewed.unwrap());
    let late = credentials::renew(&mut second, id(3), (&[7], &[9])).await;
    assert!(!late.unwrap(), "it is not that any more");
    let ended = credentials::renew(&mut second, id(2), (&[7], &[8])).await;
    assert!(!ended.unwrap(), "it was ended");
    let now = credentials::all(&mut second, user, Recovery).await.unwrap();
    assert_eq!((&now[0].sealed, &now[1].sealed), (&vec![7], &vec![8]));
    credentials::end_all(&mut second, user, at(6))
        .await
        .unwrap();
    second.commit().await.unwrap();
    assert_eq!(live(&house, Passphrase).await, None);
    let left = credentials::all(&mut look(&house).await, user, Recovery).await;
    assert!(left.unwrap().is_empty());
}

async fn steps(house: House) {
    add(&house, 5).await;
    put(&house, 1, Totp).await;
    for (step, counts) in [(10, true), (10, false), (9, false), (11, true)] {
        let mut tx = tx(&house).await;
        let used = credentials::use_step(&mut tx, id(1), step, 100)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(used, counts, "{step}");
    }
}

async fn failures(house: House) {
    let counted = Failures {
        count: 5,
        first_at: at(1),
        locked_until: Some(at(9)),
    };
    let mut tx = tx(&house).await;
    let fresh = attempts::claim(&mut tx, [3; 16], at(1)).await.unwrap();
    assert_eq!(
        (fresh.count, fresh.first_at, fresh.locked_until),
        (0, at(1), None)
    );
    attempts::keep(&mut tx, [3; 16], counted).await.unwrap();
    tx.commit().await.unwrap();
    let found = attempts::find(&mut look(&house).await, [3; 16])
        .await
        .unwrap();
    assert_eq!(found, Some(counted));
    let mut second = crate::support::ground::tx(&house).await;
    assert_eq!(attempts::sweep(&mut second, at(1), at(8)).await.unwrap(), 0);
    assert_eq!(attempts::sweep(&mut second, at(0), at(9)).await.unwrap(), 0);
    assert_eq!(
        attempts::claim(&mut second, [3; 16], at(5)).await.unwrap(),
        counted
    );
    attempts::clear(&mut second, [3; 16]).await.unwrap();
    second.commit().await.unwrap();
    assert_eq!(
        attempts::find(&mut look(&house).await, [3; 16])
            .await
            .unwrap(),
        None
    );
}

async fn computers(house: House) {
    add(&house, 5).await;
    let one = enrol(&house, 2).await;
    let other = enrol(&house, 1).await;
    let found = workstations::by_token(&mut look(&house).await, &token(2)).await;
    assert_eq!(found.unwrap().as_ref(), Some(&one));
    let all = workstations::live(&mut look(&house).await).await.unwrap();
    assert_eq!(all, [other.clone(), one.clone()]);
    let (by, when): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p => sqlx::query_as(
        "SELECT enrolled_by, enrolled_at FROM workstation LIMIT 1").fetch_one(p));
    assert_eq!((by, when), (account(&house, 5).user.uuid(), at(2).utc()));
    let mut tx = tx(&house).await;
    assert!(workstations::end(&mut tx, one.id, at(3)).await.unwrap());
    assert!(!workstations::end(&mut tx, one.id, at(4)).await.unwrap());
    tx.commit().await.unwrap();
    let ended = workstations::by_token(&mut look(&house).await, &token(2)).await;
    assert_eq!(ended.unwrap(), None);
    assert_eq!(
        workstations::live(&mut look(&house).await).await.unwrap(),
        [other]
    );
}
