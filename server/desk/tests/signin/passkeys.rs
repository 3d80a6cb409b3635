//! Signing in with a passkey.

use desk::colleagues::{self, Shown};
use desk::sessions::{self, Token};
use desk::signin::{self, SignInError, passkeys};
use domain::text::Remark;

use crate::device::{Device, site};
use crate::door::{House, attempt, run};
use crate::stores::both_engines;

mod again;
mod own;

both_engines! {
    async fn a_passkey_opens_like_both_factors(stores) { run(stores, opens).await; }
    async fn a_question_is_answered_once_and_in_time(stores) { run(stores, once).await; }
    async fn a_question_is_answered_where_it_was_asked(stores) { run(stores, bound).await; }
    async fn what_does_not_fit_opens_nothing(stores) { run(stores, unfit).await; }
    async fn a_count_that_stands_still_opens_nothing(stores) { run(stores, copied).await; }
    async fn wrong_passkeys_and_wrong_pass_phrases_are_counted_together(stores) {
        run(stores, counted).await;
    }
    async fn a_device_of_nobody_is_paused_alike(stores) { run(stores, nobodys).await; }
    async fn whoever_left_comes_in_with_no_passkey(stores) { run(stores, left).await; }
}

fn name() -> Remark {
    Remark::parse("telefoon").unwrap()
}

/// A colleague signs in as before and adds the passkey of a device.
async fn added(house: &House, device: &Device) -> Result<Token, SignInError> {
    let token = house.enter(&house.noor, &house.browser().await).await?;
    add(house, &token, device).await?;
    Ok(token)
}

async fn add(house: &House, token: &Token, device: &Device) -> Result<(), SignInError> {
    let staff = house.with(token).await.unwrap().staff().unwrap();
    let making = passkeys::begin_making(&house.desk, &staff).await?;
    let made = device.make(&making.challenge);
    passkeys::add(&house.desk, &staff, (&site(), &name()), made).await
}

async fn noors(house: &House) -> Device {
    let device = Device::of(house.noor.user, 1);
    added(house, &device).await.unwrap();
    device
}

/// Comes in with a device, in a browser that has just come, an hour after whatever was before: wrong
/// answers are forgotten.
async fn enter(house: &House, device: &Device) -> Result<Token, SignInError> {
    house.pass(60 * 60);
    at_once(house, device).await
}

async fn at_once(house: &House, device: &Device) -> Result<Token, SignInError> {
    let browser = house.browser().await;
    let challenge = passkeys::begin_entering(&house.desk, &browser).await?;
    passkeys::enter(&house.desk, &browser, &site(), &device.use_it(&challenge)).await
}

fn refused<T>(entered: Result<T, SignInError>) -> bool {
    entered.is_err_and(|error| matches!(error, SignInError::Refused))
}

async fn listed(house: &House, token: &Token) -> Vec<passkeys::Listed> {
    let staff = house.with(token).await.unwrap().staff().unwrap();
    passkeys::all(&house.desk, &staff).await.unwrap()
}

async fn opens(house: &House) {
    let mut device = noors(house).await;
    device.counter = 7;
    let token = enter(house, &device).await.unwrap();
    let inside = house.with(&token).await.unwrap();
    assert_eq!(inside.staff().unwrap().user, house.noor.user);
    assert!(inside.session.life.proved_lately(house.desk.now()));
    let own = listed(house, &token).await;
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].name.reveal(), "telefoon");
    assert_eq!(own[0].used, Some(house.desk.now()));
    let as_before = house.enter(&house.noor, &house.browser().await).await;
    assert!(as_before.is_ok());
}

async fn once(house: &House) {
    let device = noors(house).await;
    let browser = house.browser().await;
    let desk = &house.desk;
    let challenge = passkeys::begin_entering(desk, &browser).await.unwrap();
    let wrong = Device::of(house.noor.user, 9).use_it(&challenge);
    assert!(refused(
        passkeys::enter(desk, &browser, &site(), &wrong).await
    ));
    let answer = device.use_it(&challenge);
    let spent = passkeys::enter(desk, &browser, &site(), &answer).await;
    assert!(refused(spent), "the wrong answer used the question up");
    let challenge = passkeys::begin_entering(desk, &browser).await.unwrap();
    let earlier = passkeys::begin_entering(desk, &browser).await.unwrap();
    assert_ne!(challenge, earlier);
    let replaced = device.use_it(&challenge);
    assert!(refused(
        passkeys::enter(desk, &browser, &site(), &replaced).await
    ));
    let challenge = passkeys::begin_entering(desk, &browser).await.unwrap();
    house.pass(passkeys::ASKED_FOR);
    let late = device.use_it(&challenge);
    assert!(refused(
        passkeys::enter(desk, &browser, &site(), &late).await
    ));
    let challenge = passkeys::begin_entering(desk, &browser).await.unwrap();
    house.pass(passkeys::ASKED_FOR - 1);
    let just = device.use_it(&challenge);
    passkeys::enter(desk, &browser, &site(), &just)
        .await
        .unwrap();
}

async fn bound(house: &House) {
    let device = noors(house).await;
    let (here, elsewhere) = (house.browser().await, house.browser().await);
    let desk = &house.desk;
    let challenge = passkeys::begin_entering(desk, &here).await.unwrap();
    passkeys::begin_entering(desk, &elsewhere).await.unwrap();
    let answer = device.use_it(&challenge);
    assert!(refused(
        passkeys::enter(desk, &elsewhere, &site(), &answer).await
    ));
    passkeys::enter(desk, &here, &site(), &answer)
        .await
        .unwrap();
}

async fn unfit(house: &House) {
    let mut device = noors(house).await;
    let right = device.flags;
    for flags in [0x00, 0x01, 0x04, 0x15, 0x0D] {
        device.flags = flags;
        assert!(refused(enter(house, &device).await), "{flags:02x}");
    }
    device.flags = right;
    for wrong in [
        "https://balie.example.elders.example",
        "https://balie.example:444",
        "http://balie.example",
        "null",
    ] {
        device.site.origin = wrong.to_owned();
        assert!(refused(enter(house, &device).await), "{wrong}");
    }
    device.site = site();
    "elders.example".clone_into(&mut device.site.name);
    assert!(refused(enter(house, &device).await), "for another site");
    device.site = site();
    for other in [
        r#","crossOrigin":true"#,
        r#","topOrigin":"https://elders.example""#,
    ] {
        device.more = other.to_owned();
        assert!(refused(enter(house, &device).await), "{other}");
    }
    device.more = String::new();
    device.kind = "webauthn.create";
    assert!(refused(enter(house, &device).await), "for another question");
    device.kind = "webauthn.get";
    device.user = house.sam.user.bytes().to_vec();
    assert!(
        refused(enter(house, &device).await),
        "a passkey of somebody else"
    );
    for nobody in [vec![1, 2, 3], vec![0; 16], Vec::new()] {
        device.user = nobody;
        assert!(refused(enter(house, &device).await), "of nobody");
    }
    device.user = house.noor.user.bytes().to_vec();
    let copy = Device {
        id: device.id.clone(),
        ..Device::of(house.noor.user, 9)
    };
    assert!(refused(enter(house, &copy).await), "another key");
    enter(house, &device).await.unwrap();
}

async fn copied(house: &House) {
    let mut device = Device::of(house.noor.user, 1);
    device.counter = 4;
    added(house, &device).await.unwrap();
    assert!(refused(enter(house, &device).await), "it stands still");
    device.counter = 5;
    enter(house, &device).await.unwrap();
    device.counter = 3;
    assert!(refused(enter(house, &device).await), "it goes back");
    device.counter = 0;
    assert!(
        refused(enter(house, &device).await),
        "it does not count any more"
    );
    device.counter = 6;
    enter(house, &device).await.unwrap();
}

async fn counted(house: &House) {
    let device = noors(house).await;
    let wrong = Device {
        id: device.id.clone(),
        ..Device::of(house.noor.user, 9)
    };
    for _ in 0..3 {
        assert!(refused(at_once(house, &wrong).await));
    }
    for _ in 0..2 {
        let typed = attempt("noor", "acht blauwe fietsen", "000000");
        let browser = house.browser().await;
        assert!(refused(signin::sign_in(&house.desk, &browser, typed).await));
    }
    let right = at_once(house, &device).await;
    assert!(
        matches!(right, Err(SignInError::TooMany)),
        "even the right one waits"
    );
    let browser = house.browser().await;
    let typed = signin::sign_in(&house.desk, &browser, house.right(&house.noor)).await;
    assert!(matches!(typed, Err(SignInError::TooMany)));
    house.pass(60);
    at_once(house, &device).await.unwrap();
    assert!(
        refused(at_once(house, &wrong).await),
        "the right one forgives"
    );
}

async fn nobodys(house: &House) {
    let mut device = Device::of(house.noor.user, 1);
    device.user = vec![0xEE; 16];
    for _ in 0..5 {
        assert!(refused(at_once(house, &device).await));
    }
    let paused = at_once(house, &device).await;
    assert!(matches!(paused, Err(SignInError::TooMany)));
    device.user = vec![0xEF; 16];
    assert!(refused(at_once(house, &device).await));
}

async fn left(house: &House) {
    let device = noors(house).await;
    let token = house
        .enter(&house.sam, &house.browser().await)
        .await
        .unwrap();
    let sam = house.with(&token).await.unwrap();
    let shown = Shown {
        user: house.noor.user,
        rev: 0,
    };
    colleagues::leave(&house.desk, &sam.actor(), shown)
        .await
        .unwrap();
    assert!(refused(enter(house, &device).await));
    sessions::sign_out(&house.desk, &sam).await.unwrap();
}
