//! What every answer carries, and which requests are not heard.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::role::Role;

use crate::browser::Browser;
use crate::house::House;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn every_answer_carries_the_headers_and_a_nonce_of_its_own() {
    let house = House::new().await;
    let mut browser = house.browser();
    let mut nonces = Vec::new();
    for path in [
        "/sign-in",
        "/nothing",
        "/health",
        "/pkg/onthaal.0f.css",
        "/desk",
    ] {
        let answer = browser.get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert!(
            answer
                .header("strict-transport-security")
                .starts_with("max-age=")
        );
        assert_eq!(answer.header("x-request-id").len(), 32);
        nonces.push(policy.to_owned());
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 5, "a nonce is used once");
}

#[tokio::test]
async fn only_the_screens_of_the_house_may_ask_a_device_for_passkeys() {
    let house = House::new().await;
    for (mut browser, path, may) in [
        (house.browser(), "/sign-in", "(self)"),
        (house.visitor(), "/a", "()"),
    ] {
        let answer = browser.get(path).await;
        for what in ["create", "get"] {
            let line = format!("publickey-credentials-{what}={may}");
            assert!(
                answer.header("permissions-policy").contains(&line),
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn the_scripts_of_a_page_carry_the_nonce_of_its_header() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    for path in ["/desk", "/account"] {
        let page = browser.get(path).await;
        let policy = page.header("content-security-policy");
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap();
        let scripts: Vec<_> = page.text.match_indices("<script").collect();
        assert!(!scripts.is_empty(), "{path}");
        for (at, _) in scripts {
            let tag = &page.text[at..at + page.text[at..].find('>').unwrap()];
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{path}: {tag}");
        }
        assert!(
            !page.text.contains(" style=\"") && !page.text.contains("<style"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn pages_are_never_kept_and_hashed_files_always() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    for path in ["/desk", "/account", "/sign-in", "/nothing", "/health"] {
        assert_eq!(
            browser.get(path).await.header("cache-control"),
            "no-store",
            "{path}"
        );
    }
    let styles = browser
        .asking("GET", "/pkg/onthaal.0f.css")
        .header("accept-encoding", "br");
    let styles = browser.send(styles.body(Body::empty()).unwrap()).await;
    assert_eq!(
        styles.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(styles.header("content-encoding"), "br");
    assert_eq!(
        browser.get("/icon.svg").await.header("cache-control"),
        "no-cache"
    );
    assert_eq!(browser.get("/hash.txt").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        browser.get("/pkg/../../onthaal.db").await.status,
        StatusCode::NOT_FOUND
    );
}

/// Where a form with these headers leads.
async fn from(browser: &mut Browser, headers: &[(&str, &str)]) -> Option<String> {
    let mut asked = axum::http::Request::builder().method("POST").uri("/lock");
    asked = asked
        .header("host", browser.host)
        .header(CONTENT_TYPE, FORM);
    let cookies: Vec<_> = browser
        .cookies
        .iter()
        .map(|(n, v)| format!("{n}={v}"))
        .collect();
    asked = asked.header("cookie", cookies.join("; "));
    for (name, value) in headers {
        asked = asked.header(*name, *value);
    }
    let answer = browser.send(asked.body(Body::empty()).unwrap()).await;
    answer.goes_to().map(str::to_owned)
}

#[tokio::test]
async fn only_our_own_page_may_send_a_form() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    for foreign in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://elders.example")],
        &[("origin", "null")],
        &[],
    ] {
        let led = from(&mut browser, foreign).await;
        assert_eq!(led.as_deref(), Some("/not-ours"), "{foreign:?}");
    }
    assert_eq!(browser.get("/not-ours").await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        browser.get("/desk").await.status,
        StatusCode::OK,
        "nothing was locked"
    );
    let older = [("origin", "https://balie.example:8443")];
    assert_eq!(from(&mut browser, &older).await.as_deref(), Some("/lock"));
}

#[tokio::test]
async fn what_a_page_fetches_is_not_given_to_another_site() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    for path in ["/desk/now", "/events"] {
        let cookies: Vec<_> = browser
            .cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let foreign = axum::http::Request::builder()
            .uri(path)
            .header("host", browser.host)
            .header("cookie", cookies.join("; "))
            .header("sec-fetch-site", "cross-site");
        let answer = browser.send(foreign.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_of_another_kind_is_led_away() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let large = format!("q={}", "x".repeat(70_000));
    assert_eq!(
        browser.post("/search", &large).await.goes_to(),
        Some("/too-large")
    );
    assert_eq!(
        browser.get("/too-large").await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let endless = browser.asking("POST", "/search").header(CONTENT_TYPE, FORM);
    let endless = browser
        .send(endless.body(unmeasured(70_000)).unwrap())
        .await;
    assert_eq!(endless.goes_to(), Some("/too-large"));
    for kind in [
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json",
    ] {
        let other = browser.asking("POST", "/search").header(CONTENT_TYPE, kind);
        let other = browser.send(other.body(Body::from("q=x")).unwrap()).await;
        assert_eq!(other.goes_to(), Some("/"), "{kind}");
    }
}

/// A body whose length the request does not tell.
fn unmeasured(bytes: usize) -> Body {
    let parts = std::iter::once(Ok::<_, std::io::Error>("q=".to_owned()))
        .chain((0..bytes / 1_000).map(|_| Ok("x".repeat(1_000))));
    Body::from_stream(futures::stream::iter(parts.collect::<Vec<_>>()))
}

#[tokio::test]
async fn bytes_that_are_no_text_come_back_as_a_fault() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let answer = browser
        .post("/account/workstation", "computer=%FF%FE")
        .await;
    assert_eq!(answer.goes_to(), Some("/account"));
    let page = browser.get("/account").await;
    assert!(page.text.contains("Deze tekst is niet leesbaar"));
}
