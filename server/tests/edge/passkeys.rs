//! Passkeys as browsers meet them: a question that only a script of this site gets, and an answer that
//! is a form like any other.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::role::Role;

use crate::browser::{Answer, Browser};
use crate::house::House;

const KEY: &str = "idem_key=00000000000000000000000000000001";

async fn question(browser: &mut Browser, path: &str) -> Answer {
    let asked = browser.asking("POST", path);
    let kind = asked.header(CONTENT_TYPE, "application/json");
    browser
        .send(kind.body(Body::from("\"passkey\"")).unwrap())
        .await
}

#[tokio::test]
async fn a_question_names_the_site_and_is_another_each_time() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    let first = question(&mut browser, "/sign-in/passkey/now").await;
    assert_eq!(first.status, StatusCode::OK);
    let (name, _) = browser.host.split_once(':').unwrap();
    let site = format!("\"site\":\"{name}\"");
    assert!(first.text.contains(&site), "{}", first.text);
    assert!(
        first
            .text
            .contains("\"user\":null,\"called\":null,\"known\":[]")
    );
    let second = question(&mut browser, "/sign-in/passkey/now").await;
    assert_ne!(first.text, second.text);
    house.pass(16 * 60);
    let late = question(&mut browser, "/sign-in/passkey/now").await;
    assert_eq!(
        late.status,
        StatusCode::OK,
        "a page that stood open for long"
    );
}

#[tokio::test]
async fn no_form_of_another_site_gets_a_question() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    let form = browser.post("/sign-in/passkey/now", KEY).await;
    assert_ne!(form.status, StatusCode::OK);
    assert!(!form.text.contains("challenge"));
    let mut inside = house.signed_in(Role::Reception).await;
    let again = question(&mut inside, "/sign-in/passkey/now").await;
    assert_ne!(again.status, StatusCode::OK, "somebody is inside");
}

#[tokio::test]
async fn an_answer_that_is_none_is_refused_beside_the_way_in() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    for answer in ["", "{}", "x", "%7B%22id%22%3A%22*%22%7D"] {
        question(&mut browser, "/sign-in/passkey/now").await;
        let sent = format!("{KEY}&answer={answer}");
        let refused = browser.post("/sign-in/passkey", &sent).await;
        assert_eq!(refused.goes_to(), Some("/sign-in"), "{answer}");
        let page = browser.get("/sign-in").await;
        assert!(page.text.contains("Dit klopt niet samen"), "{answer}");
    }
}

#[tokio::test]
async fn an_account_shows_the_way_to_a_passkey_and_what_leads_on_without() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let page = browser.get("/account").await;
    assert!(
        page.text
            .contains("data-passkey=\"/account/passkey/now\" hidden")
    );
    assert!(
        page.text
            .contains("<noscript><p class=\"muted\">Passkeys vragen JavaScript")
    );
    let asked = question(&mut browser, "/account/passkey/now").await;
    assert_eq!(asked.status, StatusCode::OK);
    let form = format!("{KEY}&passkey=telefoon&answer=x");
    let refused = browser.post("/account/passkey", &form).await;
    assert_eq!(refused.goes_to(), Some("/account"));
    let page = browser.get("/account").await;
    assert!(
        page.beside("passkey")
            .starts_with("Deze passkey past hier niet")
    );
    assert!(page.text.contains("value=\"telefoon\""));
}
