//! How long somebody stays signed in.

use desk::sessions;
use domain::session::{SHIFT, Stage};

use crate::door::{House, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_screen_left_alone_locks_and_ends(stores) { run(stores, alone).await; }
    async fn a_locked_screen_opens_nothing(stores) { run(stores, locked).await; }
    async fn a_session_ends_at_once(stores) { run(stores, left).await; }
    async fn nobody_stays_longer_than_a_shift(stores) { run(stores, busy).await; }
    async fn a_third_session_ends_the_oldest(stores) { run(stores, third).await; }
    async fn what_is_over_is_swept(stores) { run(stores, swept).await; }
}

async fn alone(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    house.pass(299);
    assert!(house.with(&token).await.unwrap().staff().is_some());
    house.pass(1);
    let waiting = house.with(&token).await.unwrap();
    assert!(waiting.is_locked() && waiting.staff().is_none());
    sessions::touch(&house.desk, &waiting.session, waiting.request)
        .await
        .unwrap();
    assert!(
        house.with(&token).await.unwrap().is_locked(),
        "a request does not unlock"
    );
    house.pass(1_500);
    assert!(house.with(&token).await.is_none());
}

async fn locked(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let inside = house.with(&token).await.unwrap();
    sessions::lock(&house.desk, &inside).await.unwrap();
    let outside = house.with(&token).await.unwrap();
    assert_eq!((outside.stage, outside.staff()), (Stage::Locked, None));
    let another = house.browser().await;
    sessions::lock(&house.desk, &another).await.unwrap();
    assert!(
        !another.is_locked(),
        "where nobody signed in there is nothing to lock"
    );
}

async fn left(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let inside = house.with(&token).await.unwrap();
    sessions::sign_out(&house.desk, &inside).await.unwrap();
    assert!(house.with(&token).await.is_none());
    sessions::touch(&house.desk, &inside.session, inside.request)
        .await
        .unwrap();
    assert!(house.with(&token).await.is_none(), "nothing brings it back");
}

async fn busy(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    for _ in 0..SHIFT / 240 - 1 {
        house.pass(240);
        let inside = house.with(&token).await.unwrap();
        assert_eq!(inside.stage, Stage::Open);
        sessions::touch(&house.desk, &inside.session, inside.request)
            .await
            .unwrap();
    }
    house.pass(240);
    assert!(house.with(&token).await.is_none());
}

async fn third(house: &House) {
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(
            house
                .enter(&house.noor, &house.browser().await)
                .await
                .unwrap(),
        );
    }
    let mut open = Vec::new();
    for token in &tokens {
        open.push(house.with(token).await.is_some());
    }
    assert_eq!(open, [false, true, true]);
}

async fn swept(house: &House) {
    house.browser().await;
    house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let job = |centre| desk::access::Actor::Job {
        name: "sweep",
        centre,
        request: domain::RequestId::new(house.desk.ids()),
    };
    assert_eq!(
        sessions::sweep(&house.desk, &job(house.centre))
            .await
            .unwrap(),
        0
    );
    house.pass(SHIFT);
    assert_eq!(
        sessions::sweep(&house.desk, &job(house.centre))
            .await
            .unwrap(),
        1
    );
    let strangers = sessions::sweep(&house.desk, &job(sessions::nowhere()))
        .await
        .unwrap();
    assert_eq!(strangers, 2, "a browser, and the count of its address");
}
