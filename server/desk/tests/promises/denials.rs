//! Whom a colleague must not see.

use desk::seal::LinkKey;
use desk::store::StoreError;
use desk::store::denials::{self, NewDenial};
use domain::DenialId;

use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    set => a_denial_holds_until_it_is_lifted_on_sqlite,
        a_denial_holds_until_it_is_lifted_on_postgres;
    twice => a_person_is_kept_from_a_colleague_once_on_sqlite,
        a_person_is_kept_from_a_colleague_once_on_postgres;
    apart => no_denial_is_seen_or_lifted_next_door_on_sqlite,
        no_denial_is_seen_or_lifted_next_door_on_postgres;
    again => a_denial_is_put_back_once_on_sqlite, a_denial_is_put_back_once_on_postgres;
}

async fn again(house: House) {
    store(&house, &denial(1, 5, 7)).await;
    store(&house, &denial(2, 6, 7)).await;
    let db = house.desk.db();
    let every = denials::every(db).await.unwrap();
    assert_eq!(every.len(), 2);
    assert_eq!(
        (every[0].centre_id, every[0].link_ver),
        (house.centre.uuid(), 1)
    );
    let mut lifting = tx(&house).await;
    let first = denial(1, 5, 7).id;
    assert!(
        denials::lift(&mut lifting, first, &key(9), at(2))
            .await
            .unwrap()
    );
    lifting.commit().await.unwrap();
    let gone: uuid::Uuid = crate::raw!(db, p =>
        sqlx::query_scalar("DELETE FROM denial WHERE id = $1 RETURNING id").bind(id(2)).fetch_one(p));
    assert_eq!(gone, id(2));
    let mut back = tx(&house).await;
    assert!(
        !denials::put_back(&mut back, &every[0]).await.unwrap(),
        "it is there, and lifted"
    );
    assert!(denials::put_back(&mut back, &every[1]).await.unwrap());
    assert!(
        !denials::put_back(&mut back, &every[1]).await.unwrap(),
        "twice"
    );
    back.commit().await.unwrap();
    assert_eq!(denials::every(db).await.unwrap(), every[1..]);
}

fn key(letter: u8) -> LinkKey {
    LinkKey {
        bytes: [letter; 16],
        version: 1,
    }
}

fn denial(number: u128, barred: u8, person: u8) -> NewDenial {
    NewDenial {
        id: DenialId::from_uuid(id(number)),
        barred: key(barred),
        person: key(person),
        sealed: vec![3, 0, 255],
    }
}

async fn store(house: &House, new: &NewDenial) {
    let mut tx = tx(house).await;
    denials::set(&mut tx, new, at(1)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn set(house: House) {
    store(&house, &denial(1, 5, 7)).await;
    store(&house, &denial(2, 5, 8)).await;
    store(&house, &denial(3, 6, 7)).await;
    let mut tx = tx(&house).await;
    let mut kept = denials::of(&mut tx, &key(5)).await.unwrap();
    kept.sort();
    assert_eq!(kept, [vec![7; 16], vec![8; 16]]);
    let all = denials::all(&mut tx).await.unwrap();
    assert_eq!(all.len(), 3);
    assert_eq!(
        (&all[0].barred, &all[0].sealed),
        (&vec![5; 16], &vec![3, 0, 255])
    );
    assert_eq!((all[0].id, all[0].since), (denial(1, 5, 7).id, at(1)));
    let first = denial(1, 5, 7).id;
    let own = denials::lift(&mut tx, first, &key(5), at(2)).await;
    assert!(!own.unwrap(), "nobody lifts what is about oneself");
    assert!(denials::lift(&mut tx, first, &key(9), at(2)).await.unwrap());
    assert!(!denials::lift(&mut tx, first, &key(9), at(3)).await.unwrap());
    assert_eq!(denials::of(&mut tx, &key(5)).await.unwrap(), [vec![8; 16]]);
    assert_eq!(denials::all(&mut tx).await.unwrap().len(), 2);
}

async fn twice(house: House) {
    store(&house, &denial(1, 5, 7)).await;
    let mut second = tx(&house).await;
    let taken = denials::set(&mut second, &denial(2, 5, 7), at(1)).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(second);
    let mut third = tx(&house).await;
    let lifted = denials::lift(&mut third, denial(1, 5, 7).id, &key(9), at(2)).await;
    assert!(lifted.unwrap());
    denials::set(&mut third, &denial(3, 5, 7), at(3))
        .await
        .unwrap();
    third.commit().await.unwrap();
}

async fn apart(house: House) {
    store(&house, &denial(1, 5, 7)).await;
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    assert!(denials::of(&mut there, &key(5)).await.unwrap().is_empty());
    assert!(denials::all(&mut there).await.unwrap().is_empty());
    let lifted = denials::lift(&mut there, denial(1, 5, 7).id, &key(9), at(2)).await;
    assert!(!lifted.unwrap());
    there.commit().await.unwrap();
    let here = denials::of(&mut look(&house).await, &key(5)).await;
    assert_eq!(here.unwrap(), [vec![7; 16]]);
}
