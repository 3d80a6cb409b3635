//! Unlocking with a PIN on a computer of the desk.

use desk::sessions::{self, Browser, Token};
use desk::signin::{self, PinTry, SignInError};
use desk::workstations;
use domain::session::SHIFT;

use crate::door::{House, PIN, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_pin_opens_the_own_screen(stores) { run(stores, same).await; }
    async fn a_colleague_takes_over(stores) { run(stores, takes_over).await; }
    async fn a_pin_opens_nothing_elsewhere(stores) { run(stores, elsewhere).await; }
    async fn a_pin_ends_with_the_shift(stores) { run(stores, next_day).await; }
    async fn three_wrong_pins_need_a_full_sign_in(stores) { run(stores, three).await; }
    async fn an_ended_enrolment_ends_the_pin(stores) { run(stores, no_longer_enrolled).await; }
    async fn leaving_ends_the_pin(stores) { run(stores, left).await; }
}

async fn unlock(house: &House, at: &Browser, name: &str, pin: &str) -> Result<Token, SignInError> {
    let typed = PinTry {
        name: name.to_owned(),
        pin: pin.to_owned(),
    };
    signin::unlock(&house.desk, at, typed).await
}

/// A computer where the first colleague signed in, chose a PIN and locked the screen.
async fn locked(house: &House) -> (Browser, Token) {
    let computer = house.computer("balie links").await;
    let token = house.at_the_desk(&house.noor, &computer).await;
    let inside = house.on(&computer, &token).await.unwrap();
    sessions::lock(&house.desk, &inside).await.unwrap();
    (house.on(&computer, &token).await.unwrap(), token)
}

async fn same(house: &House) {
    let (screen, before) = locked(house).await;
    let after = unlock(house, &screen, "", PIN).await.unwrap();
    let inside = house.on(&screen, &after).await.unwrap();
    assert_eq!(inside.staff().unwrap().user, house.noor.user);
    assert_eq!(
        inside.session.life.ends_at, screen.session.life.ends_at,
        "the shift does not grow"
    );
    assert!(
        house.with(&before).await.is_none(),
        "the old token is worth nothing"
    );
}

async fn takes_over(house: &House) {
    let computer = house.computer("balie links").await;
    house.at_the_desk(&house.sam, &computer).await;
    let token = house
        .at_the_desk(&house.noor, &house.browser_at(&computer).await)
        .await;
    let screen = house.on(&computer, &token).await.unwrap();
    sessions::lock(&house.desk, &screen).await.unwrap();
    let screen = house.on(&computer, &token).await.unwrap();
    let after = unlock(house, &screen, "Sam", PIN).await.unwrap();
    let inside = house.with(&after).await.unwrap();
    assert_eq!(inside.staff().unwrap().user, house.sam.user);
    assert!(
        house.with(&token).await.is_none(),
        "the first colleague's session is over"
    );
}

async fn elsewhere(house: &House) {
    let (screen, _) = locked(house).await;
    let bare = Browser {
        workstation: None,
        ..screen.clone()
    };
    let nowhere = unlock(house, &bare, "noor", PIN).await;
    assert!(matches!(nowhere, Err(SignInError::NotFound)));
    let other = house.computer("balie rechts").await;
    let refused = unlock(house, &other, "noor", PIN).await;
    assert!(matches!(refused, Err(SignInError::Refused)));
    let unknown = unlock(house, &screen, "niemand", PIN).await;
    assert!(matches!(unknown, Err(SignInError::Refused)));
}

async fn next_day(house: &House) {
    let (screen, _) = locked(house).await;
    house.pass(SHIFT - 1 - 60);
    let stranger = house.browser_at(&screen).await;
    let late = unlock(house, &stranger, "noor", PIN).await.unwrap();
    assert!(house.with(&late).await.unwrap().staff().is_some());
    house.pass(SHIFT);
    let stranger = house.browser_at(&screen).await;
    let refused = unlock(house, &stranger, "noor", PIN).await;
    assert!(matches!(refused, Err(SignInError::Refused)));
}

async fn three(house: &House) {
    let (screen, _) = locked(house).await;
    for _ in 0..3 {
        let refused = unlock(house, &screen, "", "271415").await;
        assert!(matches!(refused, Err(SignInError::Refused)));
    }
    for name in ["", "noor"] {
        let right = unlock(house, &screen, name, PIN).await;
        assert!(
            matches!(right, Err(SignInError::TooMany)),
            "even the right one"
        );
    }
    let token = house.enter(&house.noor, &screen).await.unwrap();
    let inside = house.on(&screen, &token).await.unwrap();
    sessions::lock(&house.desk, &inside).await.unwrap();
    let screen = house.on(&screen, &token).await.unwrap();
    assert!(unlock(house, &screen, "", PIN).await.is_ok());
}

async fn no_longer_enrolled(house: &House) {
    let computer = house.computer("balie rechts").await;
    let (screen, _) = locked(house).await;
    let sam = house.enter(&house.sam, &computer).await.unwrap();
    let sam = house.on(&computer, &sam).await.unwrap().actor();
    let all = workstations::all(&house.desk, &sam).await.unwrap();
    let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["balie links", "balie rechts"]);
    let ending = workstations::end(&house.desk, &sam, all[0].id).await;
    assert!(ending.unwrap(), "it was enrolled");
    let again = workstations::end(&house.desk, &sam, all[0].id).await;
    assert!(!again.unwrap(), "once");
    let token = all[0].id == screen.workstation.as_ref().unwrap().id;
    assert!(token, "the other computer stays");
    let refused = unlock(house, &screen, "", PIN).await;
    assert!(matches!(refused, Err(SignInError::NotFound)));
    let left = workstations::all(&house.desk, &sam).await.unwrap();
    assert_eq!(left, all[1..]);
}

async fn left(house: &House) {
    let (screen, _) = locked(house).await;
    let token = unlock(house, &screen, "", PIN).await.unwrap();
    let screen = house.on(&screen, &token).await.unwrap();
    sessions::sign_out(&house.desk, &screen).await.unwrap();
    let stranger = house.browser_at(&screen).await;
    let refused = unlock(house, &stranger, "noor", PIN).await;
    assert!(matches!(refused, Err(SignInError::Refused)));
}
