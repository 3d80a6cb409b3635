//! One form, one result, however often it is sent.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use desk::store::StoreError;
use desk::store::repeats::{self, Claim};
use desk::visits;
use domain::role::Role;
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{Pii, RepeatKey};
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    same => the_same_key_gives_the_first_result_again_on_sqlite,
        the_same_key_gives_the_first_result_again_on_postgres;
    asked => the_first_result_is_told_to_its_own_sender_on_sqlite,
        the_first_result_is_told_to_its_own_sender_on_postgres;
    others => a_key_of_somebody_or_something_else_is_taken_on_sqlite,
        a_key_of_somebody_or_something_else_is_taken_on_postgres;
    forgotten => keys_are_forgotten_when_no_form_can_carry_them_on_sqlite,
        keys_are_forgotten_when_no_form_can_carry_them_on_postgres;
    at_once => a_form_sent_twice_at_once_receives_one_visitor_on_sqlite,
        a_form_sent_twice_at_once_receives_one_visitor_on_postgres;
}

fn a_claim() -> Claim {
    Claim {
        key: RepeatKey::from_uuid(id(1)),
        actor: id(2),
        use_case: "check_in",
        result: id(3),
        at: at(0),
    }
}

async fn claim(house: &House, claim: Claim) -> Result<Option<Uuid>, StoreError> {
    let mut tx = tx(house).await;
    let first = repeats::claim(&mut tx, claim).await?;
    tx.commit().await?;
    Ok(first)
}

async fn same(house: House) {
    assert_eq!(claim(&house, a_claim()).await.unwrap(), None);
    let again = Claim {
        result: id(4),
        at: at(1),
        ..a_claim()
    };
    assert_eq!(claim(&house, again).await.unwrap(), Some(id(3)));
    let (centre, stored): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT centre_id, at FROM idempotency").fetch_one(p));
    assert_eq!((centre, stored), (house.centre.uuid(), at(0).utc()));
}

async fn asked(house: House) {
    let sender = (id(2), "check_in");
    let key = a_claim().key;
    let nothing = repeats::first(&mut look(&house).await, key, sender).await;
    assert_eq!(nothing.unwrap(), None);
    claim(&house, a_claim()).await.unwrap();
    let first = repeats::first(&mut look(&house).await, key, sender).await;
    assert_eq!(first.unwrap(), Some(id(3)));
    for other in [(id(9), "check_in"), (id(2), "register")] {
        let hers = repeats::first(&mut look(&house).await, key, other).await;
        assert_eq!(hers.unwrap(), None);
    }
}

async fn others(house: House) {
    claim(&house, a_claim()).await.unwrap();
    let somebody = Claim {
        actor: id(9),
        ..a_claim()
    };
    let something = Claim {
        use_case: "register",
        ..a_claim()
    };
    for other in [somebody, something] {
        assert!(matches!(claim(&house, other).await, Err(StoreError::Taken)));
    }
}

async fn forgotten(house: House) {
    claim(&house, a_claim()).await.unwrap();
    for (before, gone) in [(0, 0), (1, 1)] {
        let mut tx = tx(&house).await;
        assert_eq!(repeats::forget(&mut tx, at(before)).await.unwrap(), gone);
        tx.commit().await.unwrap();
    }
    assert_eq!(claim(&house, a_claim()).await.unwrap(), None);
}

pub fn somebody() -> CheckIn {
    CheckIn {
        record: None,
        kind: VisitKind::Victim,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again: false,
        alone: false,
    }
}

async fn at_once(house: House) {
    let (house, mut forms) = (Arc::new(house), tokio::task::JoinSet::new());
    let actor = house.colleague(Role::Reception);
    for _ in 0..8 {
        let (house, actor) = (house.clone(), actor.clone());
        forms.spawn(async move {
            let key = RepeatKey::from_uuid(id(1));
            visits::check_in(&house.desk, &actor, somebody(), key)
                .await
                .unwrap()
        });
    }
    let mut results = forms.join_all().await;
    results.dedup();
    assert_eq!(results.len(), 1);
    let board = visits::board(&house.desk, &actor).await.unwrap();
    assert_eq!(board.present.len(), 1);
    assert_eq!(
        (board.present[0].id, board.present[0].token.number()),
        (results[0], 1)
    );
}
