//! Whoever looks many people up is asked why and goes on; somebody else looks into it.

use desk::access::Actor;
use desk::searches::{self as review, Explanation, SearchesError};
use desk::settings;
use desk::store::searches::{self, Explained};
use domain::role::Role;
use domain::searching::{Budget, Why};
use domain::setting::Setting;
use domain::text::Remark;
use domain::{Instant, Pii, RepeatKey, SearchesId, UserId};

use super::exports::files::named;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    kept => an_hour_is_listed_explained_and_seen_once_on_sqlite,
        an_hour_is_listed_explained_and_seen_once_on_postgres;
    asked => whoever_searches_often_is_asked_why_and_goes_on_on_sqlite,
        whoever_searches_often_is_asked_why_and_goes_on_on_postgres;
    seen => somebody_else_looks_into_it_on_sqlite, somebody_else_looks_into_it_on_postgres;
}

fn hour(number: u128) -> SearchesId {
    SearchesId::from_uuid(id(number))
}

async fn kept(house: House) {
    let (user, other) = (UserId::from_uuid(id(5)), UserId::from_uuid(id(6)));
    let mut open = tx(&house).await;
    assert!(
        searches::note(&mut open, hour(1), (user, at(0)), 41)
            .await
            .unwrap()
    );
    let twice = searches::note(&mut open, hour(2), (user, at(0)), 42).await;
    assert!(!twice.unwrap(), "once an hour");
    assert!(
        searches::note(&mut open, hour(2), (other, at(0)), 42)
            .await
            .unwrap()
    );
    let said = Explained {
        count: 50,
        why: Why::Other,
        remark: Some(vec![7]),
        at: at(1),
    };
    let stranger = searches::explain(&mut open, (hour(1), other), &said).await;
    assert!(!stranger.unwrap(), "the hour of somebody else");
    assert!(
        searches::explain(&mut open, (hour(1), user), &said)
            .await
            .unwrap()
    );
    assert!(
        !searches::explain(&mut open, (hour(1), user), &said)
            .await
            .unwrap()
    );
    let own = searches::see(&mut open, (hour(1), 2), (user, at(2))).await;
    assert!(!own.unwrap(), "nobody looks into one's own");
    let late = searches::see(&mut open, (hour(1), 1), (other, at(2))).await;
    assert!(!late.unwrap(), "more was said since");
    assert!(
        searches::see(&mut open, (hour(1), 2), (other, at(2)))
            .await
            .unwrap()
    );
    assert_eq!(searches::unseen(&mut open, user).await.unwrap(), 1);
    assert_eq!(searches::unseen(&mut open, other).await.unwrap(), 0);
    open.commit().await.unwrap();
    let mut look = look(&house).await;
    let one = searches::one(&mut look, hour(1)).await.unwrap().unwrap();
    let of_hour = searches::of_hour(&mut look, user, at(0)).await.unwrap();
    assert_eq!(of_hour.as_ref(), Some(&one));
    assert_eq!(
        (one.count, one.why, one.remark),
        (50, Some(Why::Other), Some(vec![7]))
    );
    assert_eq!(
        (one.said, one.seen, one.rev),
        (Some(at(1)), Some((other, at(2))), 3)
    );
    let of = |all: Vec<searches::Searches>| all.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(
        of(searches::list(&mut look, at(0)).await.unwrap()),
        [hour(2), hour(1)]
    );
    assert_eq!(
        of(searches::list(&mut look, at(3)).await.unwrap()),
        [hour(2)]
    );
    drop(look);
    next_door(&house).await;
    let mut open = tx(&house).await;
    assert_eq!(searches::forget(&mut open, at(0)).await.unwrap(), 0);
    assert_eq!(searches::forget(&mut open, at(1)).await.unwrap(), 2);
    open.commit().await.unwrap();
}

/// Nothing of it is there for another house.
async fn next_door(house: &House) {
    let permit = neighbour(house).await.1;
    let mut there = house.desk.begin(&permit).await.unwrap();
    let user = UserId::from_uuid(id(5));
    assert!(searches::one(&mut there, hour(1)).await.unwrap().is_none());
    let of_hour = searches::of_hour(&mut there, user, at(0)).await;
    assert!(of_hour.unwrap().is_none());
    assert!(
        searches::asked(&mut there, user, at(-9))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(searches::list(&mut there, at(0)).await.unwrap().is_empty());
    assert_eq!(searches::unseen(&mut there, user).await.unwrap(), 0);
    assert_eq!(searches::forget(&mut there, at(9)).await.unwrap(), 0);
}

async fn set_budget(house: &House, searches: &str) {
    let boss = house.colleague(Role::Administrator);
    let key = RepeatKey::new(house.desk.ids());
    let setting = Setting::searches(Budget::parse(searches).unwrap());
    settings::write(&house.desk, &boss, (0, key), &setting)
        .await
        .unwrap();
}

/// Looks somebody up so many times, half a minute apart.
async fn search(house: &House, front: &Actor, times: usize) {
    for _ in 0..times {
        let asked = Pii::new("smet".to_owned());
        desk::people::find(&house.desk, front, &asked)
            .await
            .unwrap();
        house.still.pass(30);
    }
}

fn because(id: SearchesId, why: Why) -> Explanation {
    let remark = Remark::parse("Twee bussen tegelijk").unwrap();
    Explanation {
        id,
        why,
        remark: Some(Pii::new(remark)),
    }
}

async fn asked(house: House) {
    set_budget(&house, "10").await;
    let front = named(&house, "noor", Role::Reception).await;
    search(&house, &front, 10).await;
    let asking = || review::asking(&house.desk, &front);
    assert!(
        asking().await.unwrap().is_none(),
        "as many as are nothing special"
    );
    search(&house, &front, 1).await;
    let listed = asking().await.unwrap().expect("one more");
    search(&house, &front, 3).await;
    assert_eq!(
        asking().await.unwrap(),
        Some(listed),
        "it is the same question"
    );
    let colleague = house.colleague(Role::Reception);
    let foreign = review::explain(&house.desk, &colleague, because(listed, Why::Busy)).await;
    assert!(matches!(foreign, Err(SearchesError::NotFound)));
    let said = review::explain(&house.desk, &front, because(listed, Why::Busy)).await;
    said.unwrap();
    assert!(asking().await.unwrap().is_none());
    let twice = review::explain(&house.desk, &front, because(listed, Why::Hard)).await;
    assert!(matches!(twice, Err(SearchesError::Stale)));
    let kept = searches::one(&mut look(&house).await, listed)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((kept.count, kept.why), (14, Some(Why::Busy)));
    house.still.pass(60 * 60);
    search(&house, &front, 10).await;
    assert!(
        asking().await.unwrap().is_none(),
        "another hour begins at nothing"
    );
    let job = Actor::Job {
        name: "sweep",
        centre: house.centre,
        request: domain::RequestId::new(house.desk.ids()),
    };
    assert_eq!(review::sweep(&house.desk, &job).await.unwrap(), 0);
    house.still.pass(366 * 24 * 60 * 60);
    assert_eq!(review::sweep(&house.desk, &job).await.unwrap(), 1);
}

async fn seen(house: House) {
    set_budget(&house, "10").await;
    let front = named(&house, "noor", Role::Reception).await;
    search(&house, &front, 11).await;
    let listed: SearchesId = review::asking(&house.desk, &front).await.unwrap().unwrap();
    let denied = review::list(&house.desk, &front).await;
    assert!(matches!(denied, Err(SearchesError::Forbidden(_))));
    let mut herself = front.clone();
    if let Actor::Staff(staff) = &mut herself {
        staff.role = Role::Coordinator;
    }
    let own = review::see(&house.desk, &herself, (listed, 1)).await;
    assert!(matches!(own, Err(SearchesError::NotFound)));
    assert_eq!(review::waiting(&house.desk, &herself).await.unwrap(), 0);
    let other = house.colleague(Role::Coordinator);
    assert_eq!(review::waiting(&house.desk, &other).await.unwrap(), 1);
    review::explain(&house.desk, &front, because(listed, Why::Other))
        .await
        .unwrap();
    let late = review::see(&house.desk, &other, (listed, 1)).await;
    assert!(
        matches!(late, Err(SearchesError::Stale)),
        "a reason was given since"
    );
    let shown = review::list(&house.desk, &other).await.unwrap();
    let remark = shown[0].remark.as_ref().unwrap().reveal();
    assert_eq!(
        (remark.as_str(), shown[0].own),
        ("Twee bussen tegelijk", false)
    );
    let rev = shown[0].searches.rev;
    review::see(&house.desk, &other, (listed, rev))
        .await
        .unwrap();
    assert_eq!(review::waiting(&house.desk, &other).await.unwrap(), 0);
    let month: Instant = house.desk.now().plus_seconds(30 * 24 * 60 * 60);
    let later = searches::list(&mut look(&house).await, month.plus_seconds(1)).await;
    assert!(later.unwrap().is_empty());
}
