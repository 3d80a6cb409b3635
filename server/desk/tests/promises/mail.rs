//! The mail server of a centre: one, changed over what was shown, with how it does.

use desk::store::mail::{self, Health};
use domain::mail::Fault;

use crate::on_both_engines;
use crate::support::ground::{at, look, tx};
use crate::support::house::House;

on_both_engines! {
    changed => the_mail_server_changes_over_what_was_shown_on_sqlite,
        the_mail_server_changes_over_what_was_shown_on_postgres;
    rests => a_server_that_does_not_work_rests_until_it_does_on_sqlite,
        a_server_that_does_not_work_rests_until_it_does_on_postgres;
}

async fn save(house: &House, sealed: &[u8], rev: i64) -> bool {
    let mut tx = tx(house).await;
    let saved = mail::save(&mut tx, sealed, rev).await.unwrap();
    tx.commit().await.unwrap();
    saved
}

async fn stored(house: &House) -> mail::Stored {
    mail::server(&mut look(house).await).await.unwrap().unwrap()
}

async fn changed(house: House) {
    assert!(
        mail::server(&mut look(&house).await)
            .await
            .unwrap()
            .is_none()
    );
    assert!(save(&house, b"first", 0).await);
    assert!(!save(&house, b"again first", 0).await);
    assert!(save(&house, b"second", 1).await);
    assert!(!save(&house, b"stale", 1).await);
    let now = stored(&house).await;
    assert_eq!(
        (now.sealed.as_slice(), now.rev, now.health),
        (&b"second"[..], 2, Health::default())
    );
}

async fn rests(house: House) {
    save(&house, b"first", 0).await;
    for (minute, failures) in [(1, 1), (3, 2)] {
        let mut writing = tx(&house).await;
        mail::down(&mut writing, at(minute), Fault::Silent, at(minute + 2))
            .await
            .unwrap();
        writing.commit().await.unwrap();
        let expected = Health {
            down: Some(at(1)),
            fault: Some(Fault::Silent),
            failures,
            rest: Some(at(minute + 2)),
        };
        assert_eq!(stored(&house).await.health, expected);
    }
    let mut writing = tx(&house).await;
    assert!(mail::up(&mut writing).await.unwrap());
    assert!(!mail::up(&mut writing).await.unwrap());
    mail::down(&mut writing, at(9), Fault::Login, at(10))
        .await
        .unwrap();
    writing.commit().await.unwrap();
    assert!(save(&house, b"other", 1).await);
    assert_eq!(
        stored(&house).await.health,
        Health::default(),
        "another server is not down"
    );
}
