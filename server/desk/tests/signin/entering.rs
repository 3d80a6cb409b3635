//! Who is let in, and what an answer gives away.

use std::time::Instant;

use desk::sessions::Browser;
use desk::signin::{self, SignInError};
use desk::staff::{self, StaffError};
use domain::Language;
use domain::role::Role;

use crate::door::{House, PHRASE, attempt, run};
use crate::stores::both_engines;

both_engines! {
    async fn everything_right_opens(stores) { run(stores, everything_right).await; }
    async fn a_refusal_says_nothing(stores) { run(stores, nothing_said).await; }
    async fn a_code_opens_once(stores) { run(stores, code_once).await; }
    async fn a_wrong_clock_shuts_nobody_out(stores) { run(stores, wrong_clock).await; }
    async fn a_role_is_switched(stores) { run(stores, other_role).await; }
    async fn a_card_signs_in(stores) { run(stores, demo_cards).await; }
    async fn a_language_chosen_at_the_door_goes_along(stores) { run(stores, language).await; }
    async fn a_user_name_is_given_once(stores) { run(stores, name_taken).await; }
}

async fn everything_right(house: &House) {
    let before = house.browser().await;
    let token = house.enter(&house.noor, &before).await.unwrap();
    let inside = house.with(&token).await.unwrap();
    let staff = inside.staff().unwrap();
    assert_eq!(
        (staff.user, staff.role),
        (house.noor.user, Role::Administrator)
    );
    let me = staff::me(&house.desk, &staff).await.unwrap();
    assert_eq!(me.name.reveal().as_str(), "noor");
    assert_ne!(
        before.session.id, inside.session.id,
        "the browser got a new session"
    );
}

async fn language(house: &House) {
    let door = house.browser().await;
    assert_eq!(door.session.language, Language::Nl);
    let token = house.enter(&house.noor, &door).await.unwrap();
    let inside = house.with(&token).await.unwrap();
    assert_eq!(inside.language(), Language::Nl, "what the colleague speaks");
    let chosen = Browser {
        chosen: Some(Language::Fr),
        ..house.browser().await
    };
    let token = house.enter(&house.noor, &chosen).await.unwrap();
    assert_eq!(house.with(&token).await.unwrap().language(), Language::Fr);
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let later = house.with(&token).await.unwrap();
    assert_eq!(later.language(), Language::Fr, "and it stays");
}

async fn nothing_said(house: &House) {
    let browser = house.browser().await;
    let code = house.code(&house.noor);
    for (name, phrase, code) in [
        ("noor", "acht blauwe fietsen", code.as_str()),
        ("noor", PHRASE, "000000"),
        ("noor", PHRASE, ""),
        ("niemand", PHRASE, code.as_str()),
        ("", PHRASE, code.as_str()),
        ("n\u{0}or", PHRASE, "１２３４５６"),
    ] {
        let refused = signin::sign_in(&house.desk, &browser, attempt(name, phrase, code)).await;
        assert!(
            matches!(refused, Err(SignInError::Refused)),
            "{name}/{phrase}/{code}"
        );
    }
}

async fn code_once(house: &House) {
    house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let again = signin::sign_in(
        &house.desk,
        &house.browser().await,
        house.right(&house.noor),
    )
    .await;
    assert!(matches!(again, Err(SignInError::Refused)));
    assert!(
        house
            .enter(&house.noor, &house.browser().await)
            .await
            .is_ok()
    );
}

async fn wrong_clock(house: &House) {
    house.pass(60 * 60);
    house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    house.pass(-60 * 60);
    house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let again = signin::sign_in(
        &house.desk,
        &house.browser().await,
        house.right(&house.noor),
    )
    .await;
    assert!(matches!(again, Err(SignInError::Refused)), "and once only");
}

async fn other_role(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let staff = house.with(&token).await.unwrap().staff().unwrap();
    let me = staff::me(&house.desk, &staff).await.unwrap();
    let reception = me
        .posts
        .iter()
        .find(|post| post.role == Role::Reception)
        .unwrap();
    staff::switch_role(&house.desk, &staff, reception.id)
        .await
        .unwrap();
    let now = house.with(&token).await.unwrap().staff().unwrap();
    assert_eq!(now.role, Role::Reception);
    let nobodys = staff::switch_role(&house.desk, &now, uuid::Uuid::from_bytes([9; 16])).await;
    assert!(matches!(nobodys, Err(StaffError::NotFound)));
    let later = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let worn = house.with(&later).await.unwrap().staff().unwrap().role;
    assert_eq!(worn, Role::Reception, "what was worn last is worn again");
}

async fn demo_cards(house: &House) {
    let browser = house.browser().await;
    let cards = signin::demo_cards(&house.desk, browser.request)
        .await
        .unwrap();
    assert_eq!(cards.len(), 4, "two colleagues with two roles each");
    let card = &cards[1];
    let token = signin::sign_in_demo(&house.desk, &browser, card.user, Some(card.role)).await;
    let staff = house.with(&token.unwrap()).await.unwrap().staff().unwrap();
    assert_eq!((staff.user, staff.role), (card.user, card.role));
}

async fn name_taken(house: &House) {
    let again = house.colleague_named("NOOR").await;
    assert!(matches!(again, Err(StaffError::NameTaken)));
}

#[tokio::test]
async fn an_unknown_name_takes_as_long_as_a_wrong_pass_phrase() {
    let stores = crate::stores::Stores::on_sqlite().await.unwrap();
    run(&stores, async |house: &House| {
        let mut taken = [u128::MAX; 2];
        for round in 0..4 {
            let name = if round % 2 == 0 { "noor" } else { "niemand" };
            let started = Instant::now();
            let wrong = attempt(name, "acht blauwe fietsen", "000000");
            let _refused = signin::sign_in(&house.desk, &house.browser().await, wrong).await;
            let shortest = &mut taken[round % 2];
            *shortest = (*shortest).min(started.elapsed().as_millis());
        }
        let [known, unknown] = taken.map(|millis| millis.max(1));
        assert!(
            known < 3 * unknown && unknown < 3 * known,
            "{known} ms and {unknown} ms"
        );
    })
    .await;
}

#[tokio::test]
async fn real_data_have_no_cards() {
    let stores = crate::stores::Stores::on_sqlite().await.unwrap();
    let house = House::made(&stores, false).await;
    let browser = house.browser().await;
    let cards = signin::demo_cards(&house.desk, browser.request)
        .await
        .unwrap();
    assert!(cards.is_empty());
    let user = house.noor.user;
    let refused = signin::sign_in_demo(&house.desk, &browser, user, None).await;
    assert!(matches!(refused, Err(SignInError::NotFound)));
}
