//! Who let whom in.

use desk::store::invites::{self, Purpose, Release};
use desk::store::vouches;
use domain::UserId;
use domain::vouch::{Proofs, Vouch};

use super::invites::invite;
use super::staff::{account, add};
use crate::on_both_engines;
use crate::support::ground::{at, id, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    let_in => who_let_whom_in_reads_back_on_sqlite, who_let_whom_in_reads_back_on_postgres;
}

async fn let_in(house: House) {
    add(&house, 5).await;
    let of = account(&house, 5).user;
    let join = invite(&house, 1, Purpose::Join);
    let factor = invite(&house, 3, Purpose::Factor);
    let mut tx = tx(&house).await;
    for (made, hash) in [(join, [1]), (invite(&house, 2, Purpose::Phrase), [2])] {
        invites::put(&mut tx, &made, Some(&hash)).await.unwrap();
        assert!(invites::use_up(&mut tx, made.id, at(1)).await.unwrap());
    }
    invites::put(&mut tx, &factor, None).await.unwrap();
    let first = Vouch {
        of,
        proofs: Proofs::First,
        by: UserId::from_uuid(id(900)),
        with: None,
        at: at(1),
    };
    assert_eq!(vouches::all(&mut tx).await.unwrap(), [first]);
    let release = Release {
        id: factor.id,
        code_hash: &[7],
        by: UserId::from_uuid(id(901)),
        until: at(30),
    };
    assert!(invites::release(&mut tx, &release, at(2)).await.unwrap());
    assert!(invites::use_up(&mut tx, factor.id, at(3)).await.unwrap());
    let replaced = Vouch {
        proofs: Proofs::Replaced,
        with: Some(release.by),
        at: at(3),
        ..first
    };
    assert_eq!(vouches::all(&mut tx).await.unwrap(), [first, replaced]);
    tx.commit().await.unwrap();
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    assert_eq!(vouches::all(&mut there).await.unwrap(), []);
}
