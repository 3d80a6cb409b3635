//! Colleagues as those see them who manage the house.

use chrono::{DateTime, Utc};
use desk::store::colleagues::{self, Shown};
use desk::store::credentials::{self, Kind};
use desk::store::staff;
use domain::role::Role;

use super::staff::{account, add};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    own_hand => a_role_given_to_oneself_is_told_while_it_is_young_on_sqlite,
        a_role_given_to_oneself_is_told_while_it_is_young_on_postgres;
    listed => colleagues_read_back_as_they_were_written_on_sqlite,
        colleagues_read_back_as_they_were_written_on_postgres;
    revised => an_account_changes_once_for_each_revision_on_sqlite,
        an_account_changes_once_for_each_revision_on_postgres;
    put_back => who_left_or_was_relieved_is_so_again_on_sqlite,
        who_left_or_was_relieved_is_so_again_on_postgres;
    led => those_who_can_lead_are_counted_on_sqlite,
        those_who_can_lead_are_counted_on_postgres;
    apart => no_colleague_is_seen_or_closed_next_door_on_sqlite,
        no_colleague_is_seen_or_closed_next_door_on_postgres;
}

fn shown(house: &House, number: u128, rev: i64) -> Shown {
    Shown {
        user: account(house, number).user,
        rev,
    }
}

/// Gives a colleague a pass-phrase and makes an administrator of them.
pub async fn lead(house: &House, number: u128) {
    let user = account(house, number).user;
    let mut tx = tx(house).await;
    let post = (Role::Administrator, None);
    staff::add_post(&mut tx, id(700 + number), user, post, at(1))
        .await
        .unwrap();
    let phrase = credentials::NewCredential {
        id: id(800 + number),
        user,
        kind: Kind::Passphrase,
        sealed: vec![1],
    };
    credentials::put(&mut tx, &phrase, at(1)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn listed(house: House) {
    add(&house, 5).await;
    add(&house, 6).await;
    lead(&house, 6).await;
    let mut look = look(&house).await;
    let all = colleagues::all(&mut look).await.unwrap();
    let told: Vec<_> = all.iter().map(|c| (c.joined, c.rev, c.since)).collect();
    assert_eq!(told, [(false, 0, at(1)), (true, 0, at(1))]);
    let one = colleagues::one(&mut look, account(&house, 6).user).await;
    assert!(one.unwrap() == all.get(1).cloned());
    assert!(all[0].account == account(&house, 5));
    let nobody = colleagues::one(&mut look, account(&house, 7).user).await;
    assert!(nobody.unwrap().is_none());
}

async fn revised(house: House) {
    add(&house, 5).await;
    lead(&house, 5).await;
    let mut first = tx(&house).await;
    assert!(
        colleagues::revise(&mut first, shown(&house, 5, 0))
            .await
            .unwrap()
    );
    assert!(
        !colleagues::revise(&mut first, shown(&house, 5, 0))
            .await
            .unwrap()
    );
    let user = account(&house, 5).user;
    colleagues::end_post(&mut first, user, id(705), at(3))
        .await
        .unwrap();
    let stale = colleagues::close(&mut first, shown(&house, 5, 0), at(4)).await;
    assert!(!stale.unwrap());
    let closed = colleagues::close(&mut first, shown(&house, 5, 1), at(4)).await;
    assert!(closed.unwrap());
    let again = colleagues::close(&mut first, shown(&house, 5, 2), at(5)).await;
    assert!(!again.unwrap());
    first.commit().await.unwrap();
    assert!(
        staff::posts(&mut look(&house).await, user)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        colleagues::all(&mut look(&house).await)
            .await
            .unwrap()
            .is_empty()
    );
    let (post, account): (DateTime<Utc>, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT p.ended_at, s.closed_at FROM staff_role p, staff s").fetch_one(p));
    assert_eq!((post, account), (at(3).utc(), at(4).utc()));
}

async fn put_back(house: House) {
    for number in [5, 6] {
        add(&house, number).await;
        lead(&house, number).await;
    }
    let gone = account(&house, 5).user;
    let mut tx = tx(&house).await;
    for minute in [3, 4] {
        colleagues::close_again(&mut tx, gone, at(minute))
            .await
            .unwrap();
        colleagues::relieve(&mut tx, id(706), at(minute))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    assert!(colleagues::one(&mut look, gone).await.unwrap().is_none());
    let stays = account(&house, 6).user;
    assert!(colleagues::one(&mut look, stays).await.unwrap().is_some());
    assert!(staff::posts(&mut look, stays).await.unwrap().is_empty());
    let (post, account): (DateTime<Utc>, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT p.ended_at, s.closed_at FROM staff_role p, staff s
            WHERE p.ended_at IS NOT NULL AND s.closed_at IS NOT NULL").fetch_one(p));
    assert_eq!((post, account), (at(3).utc(), at(3).utc()), "once");
}

async fn led(house: House) {
    for number in [5, 6, 7] {
        add(&house, number).await;
    }
    lead(&house, 5).await;
    let mut tx = tx(&house).await;
    let user = |number| account(&house, number).user;
    for (number, others) in [(5, 0), (6, 1)] {
        let counted = colleagues::others(&mut tx, user(number), Role::Administrator).await;
        assert_eq!(counted.unwrap(), others, "{number}");
    }
    let none = colleagues::others(&mut tx, user(6), Role::Coordinator).await;
    assert_eq!(none.unwrap(), 0);
    // Whoever has no pass-phrase yet cannot lead.
    staff::add_post(&mut tx, id(9), user(7), (Role::Administrator, None), at(1))
        .await
        .unwrap();
    let counted = colleagues::others(&mut tx, user(5), Role::Administrator).await;
    assert_eq!(counted.unwrap(), 0);
}

async fn apart(house: House) {
    add(&house, 5).await;
    lead(&house, 5).await;
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    assert!(colleagues::all(&mut there).await.unwrap().is_empty());
    let user = account(&house, 5).user;
    assert!(colleagues::one(&mut there, user).await.unwrap().is_none());
    assert!(
        !colleagues::revise(&mut there, shown(&house, 5, 0))
            .await
            .unwrap()
    );
    let closed = colleagues::close(&mut there, shown(&house, 5, 0), at(1)).await;
    assert!(!closed.unwrap());
    colleagues::close_again(&mut there, user, at(1))
        .await
        .unwrap();
    colleagues::relieve(&mut there, id(705), at(1))
        .await
        .unwrap();
    colleagues::end_post(&mut there, user, id(705), at(1))
        .await
        .unwrap();
    let nobody = account(&house, 99).user;
    let counted = colleagues::others(&mut there, nobody, Role::Administrator).await;
    assert_eq!(counted.unwrap(), 0);
    there.commit().await.unwrap();
    let posts = staff::posts(&mut look(&house).await, user).await;
    assert_eq!(posts.unwrap().len(), 1);
}

async fn own_hand(house: House) {
    add(&house, 5).await;
    lead(&house, 5).await;
    let user = account(&house, 5).user;
    let after = |seconds| at(seconds);
    let none = colleagues::by_own_hand(&mut look(&house).await, after(-1)).await;
    assert!(none.unwrap().is_empty());
    let mut tx = tx(&house).await;
    staff::add_post(&mut tx, id(20), user, (Role::Reception, None), at(2))
        .await
        .unwrap();
    colleagues::own_hand(&mut tx, user, id(20)).await.unwrap();
    tx.commit().await.unwrap();
    let given = colleagues::by_own_hand(&mut look(&house).await, after(1)).await;
    assert_eq!(given.unwrap(), [(user, Role::Reception, at(2))]);
    let old = colleagues::by_own_hand(&mut look(&house).await, after(2)).await;
    assert!(old.unwrap().is_empty(), "only what is young");
    let permit = neighbour(&house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    let others = colleagues::by_own_hand(&mut there, after(1)).await;
    assert!(others.unwrap().is_empty());
}
