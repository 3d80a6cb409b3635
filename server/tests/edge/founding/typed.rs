//! What a founder types: said beside its field, kept through a language, and fit for outsiders.

use super::bare::{Bare, HOUSE, YOU, follow};
use crate::browser::Browser;

#[tokio::test]
async fn what_does_not_fit_is_said_beside_its_field_and_stays_typed() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    let wrong = "name=&public=Buiten&short=De+Linde&hours=25-26&phone=bel+mij";
    follow(&mut browser, "/found/house", wrong, "/found/house").await;
    let page = browser.get("/found/house").await;
    for field in [
        "name", "short", "hours", "phone", "profile", "address", "language",
    ] {
        assert!(
            page.text.contains(&format!("href=\"#f-{field}\"")),
            "{field}"
        );
    }
    for typed in ["value=\"De Linde\"", "value=\"25-26\"", "value=\"bel mij\""] {
        assert!(page.text.contains(typed), "{typed}");
    }
    follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
    let wrong = "name=Noor&user=n&passphrase=kort+geheim&again=anders";
    follow(&mut browser, "/found/you", wrong, "/found/you").await;
    let page = browser.get("/found/you").await;
    assert!(page.text.contains("value=\"Noor\"") && !page.text.contains("geheim"));
    for field in ["user", "passphrase", "again"] {
        assert!(
            page.text.contains(&format!("href=\"#f-{field}\"")),
            "{field}"
        );
    }
    follow(&mut browser, "/found/you", YOU, "/found/app").await;
    follow(&mut browser, "/found/app", "code=000000", "/found/app").await;
    assert!(
        browser
            .get("/found/app")
            .await
            .text
            .contains("niet de goede code")
    );
}

/// Presses a language of the menu on the page, with what is typed in its form.
async fn speak(browser: &mut Browser, page: &str, typed: &str) {
    let drawn = browser.get(page).await;
    let named = format!("name=\"here\" value=\"{page}\"");
    assert!(drawn.text.contains(&named), "{page}: {}", drawn.text);
    let (_, menu) = drawn.text.split_once(&named).unwrap();
    let (_, button) = menu.split_once("<button type=\"submit\" name=\"").unwrap();
    let name = button.split('"').next().unwrap();
    let form = format!("{name}=fr&here={page}&{typed}");
    follow(browser, "/language", &form, page).await;
    let page = browser.get(page).await;
    assert!(page.text.contains("lang=\"fr\""), "{}", page.text);
}

#[tokio::test]
async fn another_language_is_chosen_on_every_page_and_what_is_typed_stays() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    speak(&mut browser, "/found/house", "name=De+Linde&street=Dorp+1").await;
    follow(
        &mut browser,
        "/language",
        "speak=nl&here=/found/house&name=De+Linde&street=Dorp+1",
        "/found/house",
    )
    .await;
    let page = browser.get("/found/house").await;
    for kept in ["lang=\"nl\"", "value=\"De Linde\"", "value=\"Dorp 1\""] {
        assert!(page.text.contains(kept), "{kept}");
    }
    follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
    let you = "speak=de&here=/found/you&name=Noor&passphrase=zeven+blauwe+fietsen&again=zeven";
    follow(&mut browser, "/language", you, "/found/you").await;
    let page = browser.get("/found/you").await;
    assert!(page.text.contains("value=\"Noor\"") && !page.text.contains("zeven"));
    follow(&mut browser, "/found/you", YOU, "/found/app").await;
    speak(&mut browser, "/found/app", "").await;
    let elsewhere = "speak=fr&here=%2F%2Felders.example";
    follow(&mut browser, "/language", elsewhere, "/").await;
}

#[tokio::test]
async fn what_outsiders_read_tells_nothing() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    let telling = HOUSE
        .replace("Het+Gesprekshuis", "Slachtofferhulp+Leuven")
        .replace("short=", "short=veilig-huis");
    follow(&mut browser, "/found/house", &telling, "/found/house").await;
    let page = browser.get("/found/house").await.text;
    assert!(
        page.contains("#f-public") && page.contains("#f-short"),
        "{page}"
    );
    assert!(page.contains("“slachtoffer” zegt te veel"), "{page}");
    follow(
        &mut browser,
        "/found/house",
        "name=&public=&short=",
        "/found/house",
    )
    .await;
    let page = browser.get("/found/house").await.text;
    assert!(
        page.contains("#f-name") && !page.contains("#f-short"),
        "{page}"
    );
}

#[tokio::test]
async fn the_web_address_is_made_of_the_name_for_outside() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    let house = HOUSE.replace("De+Linde", "Veilig+Huis");
    follow(&mut browser, "/found/house", &house, "/found/you").await;
    let page = browser.get("/found/house").await;
    assert!(
        page.text.contains("value=\"het-gesprekshuis\""),
        "{}",
        page.text
    );
    let user = "name=Noor&user=Noor+Verbeke&passphrase=zeven+blauwe+fietsen";
    follow(&mut browser, "/found/you", user, "/found/you").await;
    let page = browser.get("/found/you").await;
    assert!(
        page.text.contains("zonder spaties: noor.verbeke"),
        "{}",
        page.text
    );
}
