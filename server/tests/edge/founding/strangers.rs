//! Who may found: whoever has the code, at our own pages and nowhere else.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HOST};
use server::http::router_policy;

use super::bare::{Bare, HOUSE, follow};
use crate::browser::{Answer, Browser};
use crate::house::STAFF;

#[tokio::test]
async fn nothing_is_asked_before_the_code_is_known() {
    let bare = Bare::new().await;
    let steps = ["house", "you", "app", "sheet", "check", "done"];
    for step in steps {
        let path = format!("/found/{step}");
        let mut browser = bare.browser();
        assert_eq!(browser.get(&path).await.goes_to(), Some("/found"), "{path}");
        let mut stranger = bare.browser();
        stranger
            .cookies
            .insert("__Host-begin".to_owned(), "A".repeat(43));
        assert_eq!(
            stranger.get(&path).await.goes_to(),
            Some("/found"),
            "{path}"
        );
    }
    let mut browser = bare.browser();
    follow(&mut browser, "/found/house", HOUSE, "/found").await;
    follow(&mut browser, "/found/check", "first=a&second=b", "/found").await;
    assert!(!bare.founded().await);
}

/// A code that is typed at an address.
async fn typed_at(browser: &mut Browser, address: [u8; 4], code: &str) -> Answer {
    let peer = ConnectInfo(SocketAddr::from((address, 4321)));
    let asked = browser.asking("POST", "/found").extension(peer);
    let form = asked.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = Body::from(format!("code={code}"));
    browser.send(form.body(body).unwrap()).await
}

#[tokio::test]
async fn a_stranger_who_types_wrong_codes_keeps_nobody_out() {
    let bare = Bare::new().await;
    let printed = bare.code();
    let mut stranger = bare.browser();
    for number in 1..=50 {
        let answer = typed_at(&mut stranger, [192, 0, 2, 7], "AAAA-AAAA-AAAA").await;
        assert_eq!(answer.goes_to(), Some("/found"));
        let page = stranger.get("/found").await;
        let waits = page.text.contains("Te vaak een verkeerde code");
        let wrong = page.text.contains("niet de goede code");
        assert_eq!((waits, wrong), (number > 4, number < 5), "{}", page.text);
        assert!(!page.text.contains("AAAA"), "what was typed came back");
    }
    assert_eq!(bare.code(), printed, "the code stays as it was printed");
    let mut founder = bare.browser();
    let answer = typed_at(&mut founder, [192, 0, 2, 8], "BBBB-BBBB-BBBB").await;
    assert_eq!(answer.goes_to(), Some("/found"));
    assert!(
        founder
            .get("/found")
            .await
            .text
            .contains("niet de goede code")
    );
    let answer = typed_at(&mut founder, [192, 0, 2, 8], &printed).await;
    assert_eq!(answer.goes_to(), Some("/found/house"));
}

#[tokio::test]
async fn the_right_code_is_heard_where_wrong_ones_have_to_wait() {
    let bare = Bare::new().await;
    let mut browser = bare.browser();
    for _ in 0..9 {
        typed_at(&mut browser, [192, 0, 2, 7], "AAAA-AAAA-AAAA").await;
    }
    let code = bare.code();
    let answer = typed_at(&mut browser, [192, 0, 2, 7], &code).await;
    assert_eq!(answer.goes_to(), Some("/found/house"));
}

#[tokio::test]
async fn a_second_browser_is_refused_until_the_first_gives_no_sign_of_life() {
    let bare = Bare::new().await;
    let code = bare.code();
    let mut first = bare.inside().await;
    follow(&mut first, "/found/house", HOUSE, "/found/you").await;
    let mut second = bare.browser();
    follow(&mut second, "/found", &format!("code={code}"), "/found").await;
    assert!(
        second
            .get("/found")
            .await
            .text
            .contains("Iemand anders is al bezig")
    );
    bare.still.pass(29 * 60);
    assert_eq!(first.get("/found/you").await.status, StatusCode::OK);
    bare.still.pass(30 * 60);
    assert_eq!(first.get("/found/you").await.goes_to(), Some("/found"));
    bare.founding.tidy(&bare.desk).await;
    assert_eq!(
        bare.printed.lock().unwrap().len(),
        2,
        "another code is shown"
    );
    let mut second = bare.inside().await;
    let page = second.get("/found/house").await;
    assert!(
        !page.text.contains("De Linde"),
        "what was typed is forgotten"
    );
}

#[tokio::test]
async fn no_form_of_a_founding_is_answered_with_a_page() {
    let bare = Bare::new().await;
    let inside = bare.inside().await;
    let forms = router_policy()
        .into_iter()
        .filter(|line| line.host == "founding" && line.method == "POST");
    let mut count = 0;
    for line in forms {
        for mut browser in [bare.browser(), inside.clone()] {
            for form in ["", "%00=%FF&code=%FF&name=%00", HOUSE] {
                let answer = browser.post(line.path, form).await;
                assert!(
                    answer.goes_to().is_some(),
                    "{}: {}",
                    line.path,
                    answer.status
                );
                assert_ne!(answer.goes_to(), Some("/failed"), "{}", line.path);
            }
        }
        count += 1;
    }
    assert!(count > 6, "{count}");
}

#[tokio::test]
async fn only_our_own_page_on_our_own_host_is_answered() {
    let bare = Bare::new().await;
    let browser = bare.inside().await;
    let form = |mut browser: Browser, site: &'static str, host: &'static str| async move {
        browser.host = host;
        let mut asked = browser.asking("POST", "/found/house");
        let headers = asked.headers_mut().unwrap();
        headers.insert("sec-fetch-site", site.parse().unwrap());
        headers.insert(
            CONTENT_TYPE,
            "application/x-www-form-urlencoded".parse().unwrap(),
        );
        assert_eq!(headers[HOST], host);
        browser.send(asked.body(HOUSE.into()).unwrap()).await
    };
    let elsewhere = form(browser.clone(), "cross-site", STAFF).await;
    assert_eq!(elsewhere.goes_to(), Some("/not-ours"));
    let nobody = form(browser.clone(), "same-origin", "elders.example").await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    let own = form(browser, "same-origin", STAFF).await;
    assert_eq!(own.goes_to(), Some("/found/you"));
}

#[tokio::test]
async fn nothing_else_answers_and_every_answer_is_dressed() {
    let bare = Bare::new().await;
    let mut browser = bare.browser();
    let missing = browser.get("/there-is-nothing-here").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    for path in [
        "/sign-in",
        "/desk",
        "/account",
        "/lock",
        "/events",
        "/people/new",
        "/style",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(
            (answer.status, &answer.text),
            (missing.status, &missing.text),
            "{path}"
        );
    }
    assert_eq!(
        browser.get("/ready").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(browser.get("/health").await.status, StatusCode::OK);
    let mut inside = bare.inside().await;
    for path in ["/found", "/found/house"] {
        let page = inside.get(path).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(
            page.header("content-security-policy")
                .contains("default-src 'none'")
        );
        assert_eq!(page.header("x-frame-options"), "DENY");
    }
    let cookie = inside.post("/found", "code=x").await;
    assert_eq!(cookie.header("set-cookie"), "");
}
