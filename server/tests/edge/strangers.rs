//! Browsers where nobody is signed in, and what fetches a page that nobody reads.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use domain::role::Role;
use domain::session::STRANGER_FOR;

use crate::house::House;

#[tokio::test]
async fn a_page_that_stood_open_for_long_still_lets_somebody_in() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    house.pass(STRANGER_FOR);
    let wrong = browser
        .post("/sign-in", "user=noor&passphrase=x&code=1")
        .await;
    assert_eq!(wrong.goes_to(), Some("/sign-in"));
    assert!(
        browser
            .get("/sign-in")
            .await
            .text
            .contains("value=\"noor\"")
    );
    house.pass(STRANGER_FOR);
    house.sign_in(&mut browser).await;
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn strangers_without_end_fill_nothing_and_keep_nobody_out() {
    let house = House::new().await;
    let mut inside = house.signed_in(Role::Administrator).await;
    inside
        .post("/account/workstation", "computer=balie+links")
        .await;
    let mut refused = 0;
    for _ in 0..620 {
        let answer = house.browser().get("/").await;
        refused += u32::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header(SET_COOKIE.as_str()).is_empty(), refused > 0);
    }
    assert_eq!(refused, 21, "the one who signed in was the first");
    assert_eq!(
        house.browser().post("/sign-in", "").await.goes_to(),
        Some("/closed")
    );
    assert_eq!(inside.get("/account").await.status, StatusCode::OK);
    inside.post("/sign-out", "").await;
    house.sign_in(&mut inside).await;
    house.pass(60 * 60);
    assert_eq!(house.browser().get("/sign-in").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_shown_once_waits_for_somebody_who_reads_it() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    browser
        .post("/sign-in", "user=noor.b&passphrase=x&code=1")
        .await;
    let head = browser.asking("HEAD", "/sign-in");
    let head = browser.send(head.body(Body::empty()).unwrap()).await;
    assert_eq!((head.status, head.text.as_str()), (StatusCode::OK, ""));
    for (name, value) in [
        ("sec-purpose", "prefetch;prerender"),
        ("purpose", "prefetch"),
    ] {
        let ahead = browser.asking("GET", "/sign-in").header(name, value);
        let ahead = browser.send(ahead.body(Body::empty()).unwrap()).await;
        assert_eq!(
            (ahead.status, ahead.text.as_str()),
            (StatusCode::SERVICE_UNAVAILABLE, "")
        );
    }
    assert!(browser.get("/sign-in").await.text.contains("noor.b"));
    let mut inside = house.signed_in(Role::Administrator).await;
    inside.post("/account/workstation", "computer=").await;
    let head = inside.asking("HEAD", "/account");
    inside.send(head.body(Body::empty()).unwrap()).await;
    assert!(inside.get("/account").await.text.contains("Vul dit in."));
}
