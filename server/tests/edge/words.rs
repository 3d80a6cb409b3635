//! The language a browser is spoken to in, from the door to the door, and the pages outside every frame.

use axum::body::Body;
use axum::http::StatusCode;
use domain::role::Role;

use crate::browser::{Answer, Browser};
use crate::house::House;

/// Opens a page in a browser that asks for French.
async fn in_french(browser: &mut Browser, path: &str) -> Answer {
    let asked = browser
        .asking("GET", path)
        .header("accept-language", "fr-BE");
    browser.send(asked.body(Body::empty()).unwrap()).await
}

fn lang(answer: &Answer) -> &str {
    let (_, rest) = answer.text.split_once("<html lang=\"").unwrap();
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn a_french_browser_is_spoken_to_in_french_from_door_to_door() {
    let house = House::new().await;
    let mut browser = house.browser();
    assert_eq!(lang(&in_french(&mut browser, "/sign-in").await), "fr");
    let form = format!("who={}&role=reception", house.user);
    browser.post("/sign-in/demo", &form).await;
    assert_eq!(lang(&in_french(&mut browser, "/desk").await), "fr");
    assert_eq!(lang(&in_french(&mut browser, "/nothing-here").await), "fr");
    browser.post("/sign-out", "").await;
    assert_eq!(lang(&in_french(&mut browser, "/signed-out").await), "fr");
}

#[tokio::test]
async fn a_language_chosen_inside_is_that_of_the_door_afterwards() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    browser.post("/language", "speak=de&here=%2Fdesk").await;
    assert_eq!(lang(&browser.get("/desk").await), "de");
    assert_eq!(lang(&browser.get("/nothing-here").await), "de");
    browser.post("/sign-out", "").await;
    assert_eq!(lang(&browser.get("/signed-out").await), "de");
    assert_eq!(lang(&browser.get("/sign-in").await), "de");
}

#[tokio::test]
async fn a_language_chosen_at_the_door_goes_inside() {
    let house = House::new().await;
    let mut browser = house.browser();
    browser.get("/sign-in").await;
    browser.post("/language", "speak=en&here=%2Fsign-in").await;
    assert_eq!(lang(&browser.get("/sign-in").await), "en");
    let form = format!("who={}&role=reception", house.user);
    browser.post("/sign-in/demo", &form).await;
    assert_eq!(lang(&browser.get("/desk").await), "en");
}

#[tokio::test]
async fn a_browser_that_is_spoken_to_as_it_asks_keeps_no_language() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    browser.get("/desk").await;
    let names: Vec<_> = browser.cookies.keys().cloned().collect();
    assert_eq!(names, ["__Host-balie"]);
}

#[tokio::test]
async fn another_language_keeps_what_was_typed_in_the_form() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let page = browser.get("/people/new").await.text;
    assert!(page.contains("form=\"typed\"") && page.contains("id=\"typed\""));
    let typed = "speak=fr&here=%2Fpeople%2Fnew&idem_key=x&name=Rosa+Martinez&born=31-02&pin=271828";
    let answer = browser.post("/language", typed).await;
    assert_eq!(answer.goes_to(), Some("/people/new"));
    let page = browser.get("/people/new").await;
    assert_eq!(lang(&page), "fr");
    assert!(page.text.contains("value=\"Rosa Martinez\"") && page.text.contains("value=\"31-02\""));
    assert!(!page.text.contains("271828"));
    let bare = browser.post("/language", "speak=nl&here=%2Faccount").await;
    assert_eq!(bare.goes_to(), Some("/account"));
}

#[tokio::test]
async fn a_constant_page_speaks_first_as_the_browser_asks_and_leads_on() {
    let house = House::new().await;
    let mut browser = house.browser();
    for (path, status) in [
        ("/nothing-here", StatusCode::NOT_FOUND),
        ("/too-large", StatusCode::PAYLOAD_TOO_LARGE),
        ("/closed", StatusCode::SERVICE_UNAVAILABLE),
    ] {
        let page = in_french(&mut browser, path).await;
        assert_eq!((page.status, lang(&page)), (status, "fr"), "{path}");
        let (large, small) = page.text.split_once("<footer>").unwrap();
        assert!(
            large.contains("<a href=\"/\">") && small.contains("lang=\"nl\""),
            "{path}"
        );
    }
}
