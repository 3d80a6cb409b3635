//! Codes on paper.

use desk::store::invites::{self, Invite, Purpose, Release};
use domain::{InviteId, UserId};

use super::staff::{account, add};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_code_on_paper_is_found_while_it_works_on_sqlite,
        a_code_on_paper_is_found_while_it_works_on_postgres;
    once => a_code_on_paper_works_once_on_sqlite, a_code_on_paper_works_once_on_postgres;
    one_each => a_new_code_ends_the_one_before_on_sqlite,
        a_new_code_ends_the_one_before_on_postgres;
    two_people => a_reset_is_released_by_somebody_else_on_sqlite,
        a_reset_is_released_by_somebody_else_on_postgres;
    told => a_colleague_is_told_of_a_reset_once_on_sqlite,
        a_colleague_is_told_of_a_reset_once_on_postgres;
    missed => the_tenth_wrong_answer_ends_a_code_on_sqlite,
        the_tenth_wrong_answer_ends_a_code_on_postgres;
    apart => no_code_is_seen_or_used_next_door_on_sqlite,
        no_code_is_seen_or_used_next_door_on_postgres;
}

pub fn invite(house: &House, number: u128, purpose: Purpose) -> Invite {
    Invite {
        id: InviteId::from_uuid(id(number)),
        centre: house.centre,
        user: account(house, 5).user,
        purpose,
        made_by: id(900),
        made_at: at(0),
        released_by: None,
        expires_at: at(60),
        used_at: None,
    }
}

async fn put(house: &House, invite: &Invite, hash: Option<&[u8]>) {
    let mut tx = tx(house).await;
    invites::put(&mut tx, invite, hash).await.unwrap();
    tx.commit().await.unwrap();
}

async fn written(house: House) {
    add(&house, 5).await;
    let made = invite(&house, 1, Purpose::Join);
    put(&house, &made, Some(&[1])).await;
    let mut look = look(&house).await;
    let by = async |look: &mut _, hash: &[u8], minute| {
        invites::by_code(look, hash, at(minute)).await.unwrap()
    };
    assert_eq!(by(&mut look, &[1], 59).await, Some(made));
    assert_eq!(by(&mut look, &[1], 60).await, None, "it is too old");
    assert_eq!(by(&mut look, &[2], 1).await, None);
    assert_eq!(invites::live(&mut look, at(59)).await.unwrap(), [made]);
    assert_eq!(invites::live(&mut look, at(60)).await.unwrap(), []);
    crate::changed!(house.desk.db(), p => sqlx::query("UPDATE staff SET closed_at = $1")
        .bind(at(1).utc()).execute(p));
    assert_eq!(by(&mut look, &[1], 2).await, None, "the account is closed");
}

async fn once(house: House) {
    add(&house, 5).await;
    let made = invite(&house, 1, Purpose::Join);
    put(&house, &made, Some(&[1])).await;
    let mut tx = tx(&house).await;
    assert!(!invites::use_up(&mut tx, made.id, at(60)).await.unwrap());
    assert!(invites::use_up(&mut tx, made.id, at(2)).await.unwrap());
    assert!(!invites::use_up(&mut tx, made.id, at(2)).await.unwrap());
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    assert_eq!(
        invites::by_code(&mut look, &[1], at(3)).await.unwrap(),
        None
    );
    assert_eq!(invites::live(&mut look, at(3)).await.unwrap(), []);
}

async fn one_each(house: House) {
    add(&house, 5).await;
    put(&house, &invite(&house, 1, Purpose::Join), Some(&[1])).await;
    let second = invite(&house, 2, Purpose::Phrase);
    put(&house, &second, Some(&[2])).await;
    let mut tx = tx(&house).await;
    assert_eq!(invites::by_code(&mut tx, &[1], at(1)).await.unwrap(), None);
    assert_eq!(invites::live(&mut tx, at(1)).await.unwrap(), [second]);
    invites::end(&mut tx, second.user, at(1)).await.unwrap();
    assert_eq!(invites::live(&mut tx, at(1)).await.unwrap(), []);
}

async fn two_people(house: House) {
    add(&house, 5).await;
    let made = invite(&house, 1, Purpose::Factor);
    put(&house, &made, None).await;
    let release = |by: u128| Release {
        id: made.id,
        code_hash: &[7],
        by: UserId::from_uuid(id(by)),
        until: at(30),
    };
    let mut tx = tx(&house).await;
    for (by, why) in [(900, "who started it"), (5, "whose it is")] {
        let released = invites::release(&mut tx, &release(by), at(1)).await;
        assert!(!released.unwrap(), "{why}");
    }
    assert!(
        !invites::release(&mut tx, &release(901), at(60))
            .await
            .unwrap()
    );
    assert!(
        invites::release(&mut tx, &release(901), at(1))
            .await
            .unwrap()
    );
    assert!(
        !invites::release(&mut tx, &release(902), at(1))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let found = invites::by_code(&mut look(&house).await, &[7], at(2)).await;
    let found = found.unwrap().unwrap();
    assert_eq!(
        (found.released_by, found.expires_at),
        (Some(id(901)), at(30))
    );
}

async fn told(house: House) {
    add(&house, 5).await;
    put(&house, &invite(&house, 1, Purpose::Join), Some(&[1])).await;
    let reset = invite(&house, 2, Purpose::Phrase);
    put(&house, &reset, Some(&[2])).await;
    let mut tx = tx(&house).await;
    assert_eq!(invites::unseen(&mut tx, reset.user).await.unwrap(), [reset]);
    invites::see(&mut tx, reset.user, at(1)).await.unwrap();
    assert_eq!(invites::unseen(&mut tx, reset.user).await.unwrap(), []);
}

async fn missed(house: House) {
    add(&house, 5).await;
    let made = invite(&house, 1, Purpose::Phrase);
    put(&house, &made, Some(&[1])).await;
    let mut tx = tx(&house).await;
    for _ in 0..9 {
        invites::miss(&mut tx, made.id, at(1)).await.unwrap();
    }
    assert_eq!(invites::live(&mut tx, at(1)).await.unwrap(), [made]);
    invites::miss(&mut tx, made.id, at(2)).await.unwrap();
    assert_eq!(invites::live(&mut tx, at(2)).await.unwrap(), []);
    assert!(!invites::use_up(&mut tx, made.id, at(2)).await.unwrap());
}

async fn apart(house: House) {
    add(&house, 5).await;
    let made = invite(&house, 1, Purpose::Factor);
    put(&house, &made, None).await;
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    assert_eq!(invites::live(&mut there, at(1)).await.unwrap(), []);
    assert_eq!(invites::unseen(&mut there, made.user).await.unwrap(), []);
    let release = Release {
        id: made.id,
        code_hash: &[7],
        by: UserId::from_uuid(id(901)),
        until: at(30),
    };
    assert!(!invites::release(&mut there, &release, at(1)).await.unwrap());
    assert!(!invites::use_up(&mut there, made.id, at(1)).await.unwrap());
    invites::miss(&mut there, made.id, at(1)).await.unwrap();
    invites::end(&mut there, made.user, at(1)).await.unwrap();
    invites::see(&mut there, made.user, at(1)).await.unwrap();
    there.commit().await.unwrap();
    let here = invites::live(&mut look(&house).await, at(1)).await;
    assert_eq!(here.unwrap(), [made]);
}
