//! One form that reaches two processes at once: whoever sends it twice, through a proxy in front of
//! both, has written one person down.

use desk::{Desk, bus, people};
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::{Pii, RepeatKey};

use crate::on_both_engines;
use crate::rounds;
use crate::support::ground::id;
use crate::support::house::House;

on_both_engines! {
    one => a_form_that_reaches_two_processes_writes_one_person_down_on_sqlite,
        a_form_that_reaches_two_processes_writes_one_person_down_on_postgres;
}

fn written(round: u128) -> NewPerson {
    let identity = Identity {
        name: Some(Name::parse(&format!("Rosa Verzonnen {round}")).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: Vec::new(),
    };
    NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: false,
    }
}

/// The desk of another process; it gives ids that this one has not given.
async fn another(house: &House) -> Desk {
    let there = house.another([2; 16]).await;
    for _ in 0..10_000 {
        there.ids().fresh();
    }
    there
}

async fn one(house: House) {
    let (here, there) = (house.desk.clone(), another(&house).await);
    let actor = house.colleague(Role::Reception);
    let followers = [here.clone(), there.clone()]
        .map(|desk| tokio::spawn(async move { bus::follow(&desk, std::future::pending()).await }));
    let all = rounds(16, 400);
    for round in 0..all {
        let key = RepeatKey::from_uuid(id(5_000 + round));
        let sent = [here.clone(), there.clone()].map(|desk| {
            let actor = actor.clone();
            tokio::spawn(async move { people::register(&desk, &actor, written(round), key).await })
        });
        let [first, second] = sent;
        let (first, second) = (first.await.unwrap(), second.await.unwrap());
        assert_eq!(first.unwrap(), second.unwrap(), "round {round}");
    }
    for follower in followers {
        follower.abort();
    }
    let stored: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT COUNT(*) FROM record").fetch_one(p));
    assert_eq!(u128::try_from(stored), Ok(all));
    println!("one person in {all} of {all} rounds");
}
