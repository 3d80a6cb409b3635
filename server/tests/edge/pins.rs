//! The PIN of an enrolled computer: where it is chosen, by whom, and when it ends.

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use domain::role::Role;
use domain::session::END_AFTER;

use crate::house::House;

/// A PIN nobody guesses, typed twice.
const PIN: &str = "pin=270415&again=270415";

#[tokio::test]
async fn a_pin_opens_the_screen_of_an_enrolled_computer() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let enrolled = browser
        .post("/account/workstation", "computer=balie+links")
        .await;
    assert_eq!(enrolled.goes_to(), Some("/account"));
    let cookie = enrolled.header(SET_COOKIE.as_str());
    assert!(cookie.starts_with("__Host-werkplek=") && cookie.contains("Max-Age=34560000"));
    house.sign_in(&mut browser).await;
    let set = browser.post("/account/pin", PIN).await;
    assert_eq!(set.goes_to(), Some("/account"));
    browser.post("/lock", "").await;
    assert_eq!(
        browser.post("/unlock", "user=&pin=111111").await.goes_to(),
        Some("/lock")
    );
    let page = browser.get("/lock").await;
    assert_eq!(
        page.beside("pin"),
        "Deze pincode past hier niet. Kijk ook of de naam klopt."
    );
    assert_eq!(page.beside("user"), "");
    browser.post("/unlock", "user=&pin=1").await;
    assert_eq!(browser.get("/lock").await.beside("pin"), "Zes cijfers.");
    assert_eq!(
        browser
            .post("/unlock", "user=noor&pin=270415")
            .await
            .goes_to(),
        Some("/")
    );
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_pin_is_chosen_where_it_works_and_after_a_while_with_the_pass_phrase() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let page = browser.get("/account").await;
    assert!(
        page.text.contains("alleen op een ingeschreven werkplek.")
            && !page.text.contains("/account/pin")
    );
    assert_eq!(
        browser.post("/account/pin", PIN).await.goes_to(),
        Some("/not-there")
    );
    browser
        .post("/account/workstation", "computer=balie+links")
        .await;
    assert!(
        !browser
            .get("/account")
            .await
            .text
            .contains("name=\"passphrase\"")
    );
    house.pass(290);
    browser.get("/account").await;
    house.pass(20);
    for (typed, said) in [
        ("", "Vul dit in."),
        (
            "&passphrase=acht+blauwe+fietsen",
            "Deze wachtzin klopt niet. Typ hem opnieuw.",
        ),
        ("&passphrase=zeven+blauwe+fietsen", ""),
    ] {
        let answer = browser.post("/account/pin", &format!("{PIN}{typed}")).await;
        assert_eq!(answer.goes_to(), Some("/account"), "{typed}");
        let page = browser.get("/account").await;
        assert_eq!(page.beside("passphrase"), said, "{typed}");
        assert_eq!(
            page.text.contains("Pincode bewaard."),
            said.is_empty(),
            "{typed}"
        );
        assert!(!page.text.contains("blauwe"), "{typed}");
    }
}

#[tokio::test]
async fn an_ended_enrolment_ends_the_pin_at_once() {
    let house = House::new().await;
    let mut desk = house.signed_in(Role::Administrator).await;
    desk.post("/account/workstation", "computer=balie+links")
        .await;
    house.sign_in(&mut desk).await;
    desk.post("/account/pin", PIN).await;
    desk.post("/lock", "").await;
    let mut office = house.signed_in(Role::Administrator).await;
    let page = office.get("/account").await;
    assert!(page.text.contains("balie links"), "{}", page.text);
    let which = page.value_of("workstation");
    for said in [true, false] {
        let ended = office
            .post("/account/workstation/end", &format!("workstation={which}"))
            .await;
        assert_eq!(ended.goes_to(), Some("/account"));
        let page = office.get("/account").await;
        assert_eq!(
            page.text
                .contains("Op die werkplek werkt geen pincode meer."),
            said
        );
        assert!(!page.text.contains("balie links"));
    }
    assert_eq!(
        desk.post("/unlock", "user=&pin=270415").await.goes_to(),
        Some("/not-there")
    );
    assert!(!desk.get("/lock").await.text.contains("Pincode"));
    let mut reception = house.signed_in(Role::Reception).await;
    let refused = reception
        .post("/account/workstation/end", &format!("workstation={which}"))
        .await;
    assert_eq!(refused.goes_to(), Some("/not-there"));
}

#[tokio::test]
async fn whoever_signs_out_too_late_takes_the_pin_along() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    browser
        .post("/account/workstation", "computer=balie+links")
        .await;
    house.sign_in(&mut browser).await;
    browser.post("/account/pin", PIN).await;
    house.pass(END_AFTER);
    browser.clone().post("/sign-out", "").await;
    let refused = browser.post("/unlock", "user=noor&pin=270415").await;
    assert_eq!(
        refused.goes_to(),
        Some("/lock"),
        "nothing of the shift is left"
    );
}

#[tokio::test]
async fn a_computer_that_is_enrolled_anew_is_enrolled_once() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    browser
        .post("/account/workstation", "computer=balie+links")
        .await;
    let mut copied = browser.clone();
    browser
        .post("/account/workstation", "computer=balie+rechts")
        .await;
    let page = browser.get("/account").await;
    assert!(page.text.contains("balie rechts") && !page.text.contains("balie links"));
    house.sign_in(&mut browser).await;
    browser.post("/account/pin", PIN).await;
    let refused = copied.post("/unlock", "user=noor&pin=270415").await;
    assert_eq!(
        refused.goes_to(),
        Some("/not-there"),
        "whoever copied the cookie"
    );
}
