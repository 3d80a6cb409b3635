//! Sign-in, lock and sign-out as a browser meets them.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use domain::role::Role;
use domain::session::END_AFTER;

use crate::house::House;

const COOKIE: &str = "__Host-balie";

#[tokio::test]
async fn the_first_page_gives_a_cookie_that_only_this_host_reads() {
    let house = House::new().await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let cookie = page.header(SET_COOKIE.as_str());
    assert!(cookie.starts_with("__Host-balie="), "{cookie}");
    for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(
        !cookie.contains("Max-Age") && !cookie.contains("Domain"),
        "{cookie}"
    );
    assert!(
        browser
            .get("/sign-in")
            .await
            .headers
            .get(SET_COOKIE)
            .is_none(),
        "once"
    );
}

#[tokio::test]
async fn signing_in_gives_another_token_and_the_old_one_opens_nothing() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    let before = browser.clone();
    let form = format!("who={}&role=reception", house.user);
    browser.post("/sign-in/demo", &form).await;
    assert_ne!(before.cookies[COOKIE], browser.cookies[COOKIE]);
    assert_eq!(browser.get("/").await.goes_to(), Some("/desk"));
    assert_eq!(
        before.clone().get("/desk").await.goes_to(),
        Some("/sign-in")
    );
}

#[tokio::test]
async fn a_form_that_was_being_filled_in_waits_for_whoever_locked_the_screen() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let page = browser.get("/people/new").await.text;
    let (_, button) = page.split_once("id=\"lock\"").unwrap();
    let button = button.split('>').next().unwrap();
    for part in ["form=\"typed\"", "formaction=\"/lock\"", "formnovalidate"] {
        assert!(button.contains(part), "{part} in {button}");
    }
    let begun = "here=/people/new&name=Verzonnen+Begin&passphrase=geheim&idem_key=x";
    assert_eq!(browser.post("/lock", begun).await.goes_to(), Some("/lock"));
    assert!(!browser.get("/lock").await.text.contains("Begin"));
    let back = format!("who={}&role=reception", house.user);
    browser.post("/sign-in/demo", &back).await;
    assert_eq!(browser.get("/").await.goes_to(), Some("/people/new"));
    let page = browser.get("/people/new").await.text;
    assert!(page.contains("value=\"Verzonnen Begin\"") && !page.contains("geheim"));
    assert!(!browser.get("/people/new").await.text.contains("Begin"));
    assert_ne!(browser.get("/").await.goes_to(), Some("/people/new"));
    let elsewhere = "here=//elders.example&name=Verzonnen+Begin";
    browser.post("/lock", elsewhere).await;
    house.sign_in(&mut browser).await;
    assert_ne!(
        browser.get("/").await.goes_to(),
        Some("//elders.example"),
        "a form leads nobody away"
    );
}

#[tokio::test]
async fn nobody_at_an_open_screen_writes_a_notice_for_the_next_page() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let planted = "here=/manage/days&name=x&said=day-holidays-added&said_name=2026\
        &undo=/manage/colleagues/0f/roles&undo_rev=1&was.work-administrator=yes";
    for path in ["/lock", "/language?"] {
        let form = format!("{planted}&speak=nl");
        browser.post(path.trim_end_matches('?'), &form).await;
        house.sign_in(&mut browser).await;
        let page = browser.get("/manage/days").await.text;
        assert!(!page.contains("/manage/colleagues/0f"), "{path}: {page}");
        assert!(!page.contains("staan erbij"), "{path}: {page}");
    }
}

#[tokio::test]
async fn a_form_that_is_too_long_to_be_kept_locks_the_screen_all_the_same() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let long = format!("here=/people/new&name={}", "x".repeat(70_000));
    assert_eq!(browser.post("/lock", &long).await.goes_to(), Some("/lock"));
    assert_eq!(browser.get("/desk").await.goes_to(), Some("/lock"));
}

#[tokio::test]
async fn a_refused_sign_in_comes_back_with_the_user_name_and_nothing_else() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    let typed = "user=noor.b&passphrase=geheime+wachtzin&code=987651";
    let answer = browser.post("/sign-in", typed).await;
    assert_eq!(answer.goes_to(), Some("/sign-in"));
    let page = browser.get("/sign-in").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("noor.b"));
    assert!(page.text.contains("Dit klopt niet samen"));
    assert!(!page.text.contains("geheime") && !page.text.contains("987651"));
    let again = browser.get("/sign-in").await;
    assert!(
        !again.text.contains("noor.b"),
        "what was typed is shown once"
    );
}

#[tokio::test]
async fn a_locked_screen_is_opened_by_signing_in_again() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let locked = browser.post("/lock", "").await;
    assert_eq!(locked.goes_to(), Some("/lock"));
    assert_eq!(locked.header("clear-site-data"), "\"cache\", \"storage\"");
    let page = browser.get("/lock").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        !page.text.contains("Noor"),
        "the locked screen names nobody"
    );
    assert_eq!(browser.get("/desk").await.goes_to(), Some("/lock"));
    assert_eq!(
        browser.post("/unlock", "pin=270415").await.goes_to(),
        Some("/not-there")
    );
}

#[tokio::test]
async fn whoever_signs_out_too_late_leaves_nothing_either() {
    let house = House::new().await;
    let mut late = house.signed_in(Role::Reception).await;
    house.pass(END_AFTER);
    let mut gone = late.clone();
    gone.cookies.clear();
    for browser in [&mut late, &mut gone] {
        let out = browser.post("/sign-out", "").await;
        assert_eq!(out.goes_to(), Some("/signed-out"));
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        assert!(
            out.header(SET_COOKIE.as_str())
                .starts_with("__Host-balie=; Max-Age=0")
        );
        assert_eq!(out.headers.get_all(SET_COOKIE).iter().count(), 1);
    }
}

#[tokio::test]
async fn signing_out_leaves_nothing_in_the_browser_and_touches_no_other_cookie() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let kept = browser.clone();
    let out = browser.post("/sign-out", "").await;
    assert_eq!(out.goes_to(), Some("/signed-out"));
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    assert!(
        out.header(SET_COOKIE.as_str())
            .starts_with("__Host-balie=; Max-Age=0")
    );
    assert_eq!(out.headers.get_all(SET_COOKIE).iter().count(), 1);
    assert_eq!(out.header("cache-control"), "no-store");
    assert_eq!(
        kept.clone().get("/desk").await.goes_to(),
        Some("/sign-in"),
        "at once"
    );
}

#[tokio::test]
async fn a_page_that_asks_by_itself_does_not_keep_the_screen_open() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    for _ in 0..5 {
        house.pass(59);
        let poll = browser
            .asking("GET", "/desk/now")
            .header("sec-fetch-dest", "empty");
        assert_eq!(
            browser.send(poll.body(Body::empty()).unwrap()).await.status,
            StatusCode::OK
        );
        let reload = browser
            .asking("GET", "/desk")
            .header("sec-fetch-mode", "navigate");
        assert_eq!(
            browser
                .send(reload.body(Body::empty()).unwrap())
                .await
                .status,
            StatusCode::OK
        );
    }
    house.pass(5);
    assert_eq!(browser.get("/desk").await.goes_to(), Some("/lock"));
}

#[tokio::test]
async fn typing_in_one_form_for_long_keeps_the_screen_open() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    for _ in 0..4 {
        house.pass(240);
        let awake = browser
            .asking("POST", "/awake/now")
            .header(CONTENT_TYPE, "application/json");
        let answer = browser.send(awake.body(Body::from("{}")).unwrap()).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(browser.get("/desk").await.status, StatusCode::OK);
}

#[tokio::test]
async fn another_language_is_spoken_from_the_next_page_on() {
    let house = House::new().await;
    let mut browser = house.browser();
    assert!(browser.get("/sign-in").await.text.contains("lang=\"nl\""));
    let chosen = browser.post("/language", "speak=fr&here=%2Fsign-in").await;
    assert_eq!(chosen.goes_to(), Some("/sign-in"));
    assert!(browser.get("/sign-in").await.text.contains("lang=\"fr\""));
    let away = browser
        .post("/language", "speak=fr&here=%2F%2Felders.example")
        .await;
    assert_eq!(away.goes_to(), Some("/"));
}
