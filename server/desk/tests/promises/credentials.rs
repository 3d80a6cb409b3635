//! Proofs of who somebody is: one of a kind, several on paper, a code once.

use chrono::{DateTime, Utc};
use desk::store::credentials;
use desk::store::credentials::Kind::{self, Passphrase, Pin, Recovery, Totp};
use uuid::Uuid;

use super::staff::{account, add};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    proofs => a_proof_replaces_the_one_before_on_sqlite,
        a_proof_replaces_the_one_before_on_postgres;
    papers => several_codes_on_paper_count_each_once_on_sqlite,
        several_codes_on_paper_count_each_once_on_postgres;
    steps => a_code_counts_once_on_sqlite, a_code_counts_once_on_postgres;
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
