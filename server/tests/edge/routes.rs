//! Every address of both sites, with every role and with none.

use std::collections::BTreeSet;

use app::screens::Policy;
use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use domain::role::{ActorKind, Role, allows};
use server::http::{PolicyLine, router_policy};

use crate::browser::{Answer, Browser};
use crate::house::House;

const NOBODY: &str = "0123456789abcdef0123456789abcdef";

fn filled(line: &PolicyLine) -> String {
    let parts = line
        .path
        .split('/')
        .map(|part| if part.starts_with('{') { NOBODY } else { part });
    parts.collect::<Vec<_>>().join("/")
}

fn fetched(line: &PolicyLine) -> bool {
    line.path.ends_with("/now") || line.path == "/events"
}

async fn ask(browser: &mut Browser, line: &PolicyLine) -> Answer {
    let path = filled(line);
    if line.method == "GET" {
        return browser.get(&path).await;
    }
    if fetched(line) {
        let asked = browser
            .asking("POST", &path)
            .header(CONTENT_TYPE, "application/json");
        return browser
            .send(asked.body(Body::from("{\"q\":1}")).unwrap())
            .await;
    }
    browser
        .post(
            &path,
            "q=%00&user=%FF&rev=x&idem_key=x&kind=&pin=1&post=x&speak=xx&who=x",
        )
        .await
}

fn staff_lines() -> impl Iterator<Item = PolicyLine> {
    router_policy()
        .into_iter()
        .filter(|line| line.host == "staff")
}

#[test]
fn every_open_address_says_why_and_no_address_stands_twice() {
    let mut seen = BTreeSet::new();
    for line in router_policy() {
        assert!(seen.insert((line.host, line.method, line.path)), "{line:?}");
        if let Policy::Open(why) = line.policy {
            assert!(why.len() > 10, "{line:?}");
        }
    }
    assert!(seen.len() > 30, "{}", seen.len());
}

#[tokio::test]
async fn who_is_not_inside_is_led_to_the_sign_in() {
    let house = House::new().await;
    for line in staff_lines() {
        let mut browser = house.browser();
        browser.get("/sign-in").await;
        let answer = ask(&mut browser, &line).await;
        match line.policy {
            Policy::Open(_) => assert!(!answer.text.contains("Dossiers"), "{line:?}"),
            _ if fetched(&line) => assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{line:?}"),
            _ => assert_eq!(answer.goes_to(), Some("/sign-in"), "{line:?}"),
        }
    }
}

#[tokio::test]
async fn a_locked_screen_opens_no_address() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    browser.post("/lock", "").await;
    for line in staff_lines().filter(|line| !matches!(line.policy, Policy::Open(_))) {
        let answer = ask(&mut browser, &line).await;
        if fetched(&line) {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{line:?}");
        } else {
            assert_eq!(answer.goes_to(), Some("/lock"), "{line:?}");
        }
    }
}

#[tokio::test]
async fn what_a_role_may_not_do_looks_like_what_is_not_there() {
    let house = House::new().await;
    let mut denied = 0;
    for role in Role::ALL {
        let mut browser = house.signed_in(*role).await;
        let nothing_to_see = browser.get("/there-is-nothing-here").await;
        let nothing_to_do = browser.post("/there-is-nothing-here", "").await;
        for line in staff_lines() {
            let form = line.method == "POST" && !fetched(&line);
            let nothing = if form {
                &nothing_to_do
            } else {
                &nothing_to_see
            };
            let (Policy::Needs(action) | Policy::Proved(action)) = line.policy else {
                continue;
            };
            if allows(ActorKind::Staff(*role), action) {
                continue;
            }
            let answer = ask(&mut browser, &line).await;
            let same = (answer.status, &answer.text) == (nothing.status, &nothing.text);
            assert!(same, "{role:?} at {line:?}: {}", answer.status);
            denied += 1;
        }
    }
    assert!(denied > 30, "{denied}");
}

#[tokio::test]
async fn no_form_is_ever_answered_with_a_page() {
    let house = House::new().await;
    for role in Role::ALL {
        let signed = house.signed_in(*role).await;
        for line in staff_lines().filter(|line| line.method == "POST") {
            let mut browser = signed.clone();
            if line.path == "/sign-out" {
                browser = house.signed_in(*role).await;
            }
            let answer = ask(&mut browser, &line).await;
            if fetched(&line) {
                // No form can send this kind; what is denied looks like what is not there.
                assert_ne!(answer.status, StatusCode::OK, "{role:?} at {line:?}");
                continue;
            }
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{role:?} at {line:?}");
            assert_ne!(answer.goes_to(), Some("/failed"), "{role:?} at {line:?}");
        }
    }
}

#[tokio::test]
async fn another_method_is_not_there_either() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let nothing = browser.get("/there-is-nothing-here").await;
    let answer = browser.post("/desk", "").await;
    assert_eq!(answer.goes_to(), Some("/not-there"));
    let there = browser.get("/not-there").await;
    assert_eq!((there.status, there.text), (nothing.status, nothing.text));
    let asked = browser
        .asking("DELETE", "/desk")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = browser.send(asked.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
