//! Choosing a PIN: where, and by whom.

use desk::sessions::Browser;
use desk::signin::{self, SignInError};
use domain::session::PROVED_FOR;

use crate::door::{House, PHRASE, attempt, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_pin_is_chosen_by_whoever_proves_it(stores) { run(stores, proved).await; }
    async fn a_pin_is_chosen_on_an_enrolled_computer_only(stores) { run(stores, enrolled).await; }
    async fn guesses_at_an_open_screen_are_counted(stores) { run(stores, guessed).await; }
    async fn proving_once_more_forgives_nothing(stores) { run(stores, kept).await; }
}

/// A screen of the desk that its owner opened too long ago to be asked nothing.
async fn open_screen(house: &House) -> Browser {
    let computer = house.computer("balie links").await;
    let token = house.enter(&house.noor, &computer).await.unwrap();
    house.work_on(&computer, &token, PROVED_FOR).await
}

async fn proved(house: &House) {
    let screen = open_screen(house).await;
    for (phrase, why) in [("", false), ("acht blauwe fietsen", true)] {
        let refused = house.choose_pin(&screen, phrase).await;
        let refusal = matches!(refused, Err(SignInError::Refused));
        let asked = matches!(refused, Err(SignInError::Unproved));
        assert_eq!((refusal, asked), (why, !why), "{phrase}");
    }
    house.choose_pin(&screen, PHRASE).await.unwrap();
}

async fn enrolled(house: &House) {
    let token = house.enter(&house.noor, &house.browser().await).await;
    let inside = house.with(&token.unwrap()).await.unwrap();
    let refused = house.choose_pin(&inside, PHRASE).await;
    assert!(matches!(refused, Err(SignInError::NotFound)));
}

async fn guessed(house: &House) {
    let screen = open_screen(house).await;
    for _ in 0..5 {
        let refused = house.choose_pin(&screen, "acht blauwe fietsen").await;
        assert!(matches!(refused, Err(SignInError::Refused)));
    }
    let right = house.choose_pin(&screen, PHRASE).await;
    assert!(
        matches!(right, Err(SignInError::TooMany)),
        "even the right one"
    );
    let door = house.browser().await;
    let right = signin::sign_in(&house.desk, &door, house.right(&house.noor)).await;
    assert!(matches!(right, Err(SignInError::TooMany)), "here and there");
}

async fn kept(house: &House) {
    let screen = open_screen(house).await;
    let elsewhere = house.browser().await;
    let wrong = async || {
        let wrong = attempt("noor", "acht blauwe fietsen", "000000");
        signin::sign_in(&house.desk, &elsewhere, wrong).await.err()
    };
    for _ in 0..4 {
        wrong().await;
    }
    house.choose_pin(&screen, PHRASE).await.unwrap();
    assert!(matches!(wrong().await, Some(SignInError::Refused)));
    assert!(matches!(wrong().await, Some(SignInError::TooMany)));
}
