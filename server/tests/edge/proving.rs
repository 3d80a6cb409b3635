//! Proving once more who one is, as browsers do it: what was sent waits for the proof and goes on.

use app::screens::Policy;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, REFERER};
use domain::role::Role;
use server::http::router_policy;

use crate::browser::Browser;
use crate::house::House;

const KEY: &str = "idem_key=00000000000000000000000000000001";
const NEW: &str = "/manage/colleagues/new";
const NOBODY: &str = "0123456789abcdef0123456789abcdef";

/// A screen whose owner signed in more than five minutes ago and went on working.
async fn long_open(house: &House, browser: &mut Browser) {
    house.pass(200);
    browser.get("/manage").await;
    house.pass(150);
}

fn lotte(name: &str) -> String {
    format!("{KEY}&name={name}&user=lotte&language=nl&work-reception=yes")
}

#[tokio::test]
async fn every_delicate_form_asks_for_a_proof_and_goes_on_with_it() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    long_open(&house, &mut browser).await;
    let lines = router_policy().into_iter();
    let delicate = lines.filter_map(|line| match line.policy {
        Policy::Proved(action) => Some((line, action)),
        _ => None,
    });
    let mut asked = 0;
    for (line, action) in delicate {
        assert_eq!((line.host, line.method), ("staff", "POST"), "{line:?}");
        let parts = line.path.split('/');
        let path: Vec<&str> = parts
            .map(|part| if part.starts_with('{') { NOBODY } else { part })
            .collect();
        let answer = browser.post(&path.join("/"), "idem_key=x&rev=x").await;
        assert_eq!(answer.goes_to(), Some("/prove"), "{line:?}");
        let page = browser.get("/prove").await;
        assert!(page.text.contains("Daarna gaat dit verder"), "{line:?}");
        let code = format!(": {}.", action.code());
        assert!(!page.text.contains(&code), "{line:?} has no words");
        asked += 1;
    }
    assert!(asked > 8, "{asked}");
}

#[tokio::test]
async fn what_was_sent_waits_for_the_proof_and_is_done_once() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    long_open(&house, &mut admin).await;
    let asked = admin
        .asking("POST", NEW)
        .header(REFERER, format!("https://a{NEW}?x=1"));
    let kind = asked.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let sent = kind.body(Body::from(lotte("Lotte+Nieuw"))).unwrap();
    assert_eq!(admin.send(sent).await.goes_to(), Some("/prove"));
    let page = admin.get("/prove").await;
    assert!(page.text.contains("iemand uitnodigen") && !page.text.contains("Lotte"));
    assert!(
        page.text.contains(&format!("href=\"{NEW}\"")),
        "the way back"
    );
    let wrong = admin.post("/prove", &format!("{KEY}&code=000000")).await;
    assert_eq!(wrong.goes_to(), Some("/prove"));
    assert!(!admin.get("/prove").await.beside("code").is_empty());
    let answer = admin.post("/prove", &format!("{KEY}&demo=yes")).await;
    let done = answer.goes_to().unwrap().to_owned();
    assert!(done.starts_with("/manage/colleagues/"), "{done}");
    assert!(admin.get(&done).await.text.contains("\"paper large\""));
    let again = admin.post("/prove", &format!("{KEY}&demo=yes")).await;
    assert_eq!(again.goes_to(), Some("/"), "nothing waits any more");
    let unasked = admin.post(NEW, &lotte("Lotte")).await;
    assert_eq!(unasked.goes_to(), Some(NEW), "for five minutes nobody asks");
}

#[tokio::test]
async fn what_does_not_fit_comes_back_with_what_was_typed_after_the_proof() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    long_open(&house, &mut admin).await;
    admin.post(NEW, &lotte("")).await;
    let answer = admin.post("/prove", &format!("{KEY}&demo=yes")).await;
    assert_eq!(answer.goes_to(), Some(NEW));
    let page = admin.get(NEW).await;
    assert_eq!(page.beside("name"), "Vul dit in.");
    assert!(page.text.contains("value=\"lotte\""));
}

#[tokio::test]
async fn the_pin_of_the_computer_is_a_proof() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    admin
        .post("/account/workstation", "computer=balie+links")
        .await;
    house.sign_in(&mut admin).await;
    admin.post("/account/pin", "pin=270415&again=270415").await;
    long_open(&house, &mut admin).await;
    admin.post(NEW, &lotte("Lotte")).await;
    assert!(admin.get("/prove").await.text.contains("name=\"pin\""));
    admin.post("/prove", &format!("{KEY}&pin=111111")).await;
    assert!(!admin.get("/prove").await.beside("pin").is_empty());
    let answer = admin.post("/prove", &format!("{KEY}&pin=270415")).await;
    assert!(answer.goes_to().unwrap().starts_with("/manage/colleagues/"));
}

#[tokio::test]
async fn what_waits_belongs_to_one_session() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    long_open(&house, &mut admin).await;
    let mut other = house.signed_in(Role::Administrator).await;
    admin.post(NEW, &lotte("Lotte")).await;
    assert_eq!(other.get("/prove").await.goes_to(), Some("/"));
    let nothing = other.post("/prove", &format!("{KEY}&demo=yes")).await;
    assert_eq!(nothing.goes_to(), Some("/"));
}
