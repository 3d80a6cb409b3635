//! A server without a house, as a browser meets it: the pages that found one, and nothing else.

#[path = "founding/bare.rs"]
mod bare;
#[path = "founding/strangers.rs"]
mod strangers;
#[path = "founding/typed.rs"]
mod typed;

use app::screens::founding::Reached;
use axum::http::StatusCode;

use crate::browser::{Answer, Browser};
use bare::{Bare, HOUSE, YOU, follow};

/// The codes on the page of the recovery sheet.
fn codes(page: &Answer) -> [Vec<String>; 2] {
    let groups: Vec<String> = page
        .text
        .split("<li><code>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(groups.len(), 20, "{}", page.text);
    [groups[..10].to_vec(), groups[10..].to_vec()]
}

/// The groups that the page asks back.
fn asked(page: &Answer) -> [usize; 2] {
    let numbers: Vec<usize> = page
        .text
        .split("groepje ")
        .skip(1)
        .filter_map(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
        .collect();
    [numbers[0], numbers[1]]
}

async fn groups(browser: &mut Browser, codes: &[Vec<String>; 2]) -> String {
    let page = browser.get("/found/check").await;
    let [first, second] = asked(&page);
    format!(
        "first={}&second={}",
        codes[0][first - 1].to_lowercase(),
        codes[1][second - 1]
    )
}

#[tokio::test]
async fn a_house_is_founded_page_by_page() {
    let bare = Bare::new().await;
    let mut browser = bare.at_the_sheet().await;
    let codes = codes(&browser.get("/found/sheet").await);
    assert!(
        !bare.key().exists(),
        "nothing is written before everything is known"
    );
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    let right = groups(&mut browser, &codes).await;
    follow(&mut browser, "/found/check", &right, "/found/done").await;
    assert!(bare.founded().await && bare.key().exists());
    for path in ["/", "/found", "/found/house", "/found/check"] {
        let answer = browser.get(path).await;
        let to = answer.goes_to().unwrap();
        assert!(
            ["/found", "/found/done"].contains(&to),
            "{path} leads to {to}"
        );
    }
    bare.founding.reach(Reached::End);
    let done = browser.get("/found/done").await;
    assert_eq!(done.status, StatusCode::OK);
    assert!(done.text.contains("href=\"/sign-in\""), "{}", done.text);
    assert!(
        done.header("set-cookie")
            .starts_with("__Host-begin=; Max-Age=0")
    );
    bare.founding.reached(Reached::LastPage).await;
}

#[tokio::test]
async fn a_page_opens_when_those_before_it_are_done() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    for step in ["you", "app", "sheet", "check"] {
        let path = format!("/found/{step}");
        assert_eq!(
            browser.get(&path).await.goes_to(),
            Some("/found/house"),
            "{path}"
        );
        follow(&mut browser, &path, YOU, "/found/house").await;
    }
    follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
    let again = browser.get("/found/house").await;
    assert!(
        again.text.contains("De Linde"),
        "what was accepted can be looked at"
    );
    assert_eq!(browser.get("/found").await.goes_to(), Some("/found/you"));
}

#[tokio::test]
async fn the_sheet_is_shown_until_it_is_on_paper_and_checked_after() {
    let bare = Bare::new().await;
    let mut browser = bare.at_the_sheet().await;
    let first = codes(&browser.get("/found/sheet").await);
    assert_eq!(codes(&browser.get("/found/sheet").await), first);
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    assert_eq!(
        browser.get("/found/sheet").await.goes_to(),
        Some("/found/check")
    );
    follow(
        &mut browser,
        "/found/check",
        "first=AAAA&second=AAAA",
        "/found/check",
    )
    .await;
    let page = browser.get("/found/check").await;
    assert!(page.text.contains("niet de goede code") && !page.text.contains("AAAA"));
    assert!(!bare.founded().await && !bare.key().exists());
    follow(&mut browser, "/found/sheet/new", "", "/found/sheet").await;
    let second = codes(&browser.get("/found/sheet").await);
    assert_ne!(second, first);
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    let right = groups(&mut browser, &second).await;
    follow(&mut browser, "/found/check", &right, "/found/done").await;
    assert!(bare.founded().await);
}

#[tokio::test]
async fn a_key_that_cannot_be_written_founds_nothing_and_can_be_tried_again() {
    let bare = Bare::new().await;
    let mut browser = bare.at_the_sheet().await;
    let codes = codes(&browser.get("/found/sheet").await);
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    std::fs::create_dir(bare.key()).unwrap();
    let right = groups(&mut browser, &codes).await;
    follow(&mut browser, "/found/check", &right, "/found/check").await;
    let page = browser.get("/found/check").await;
    assert!(
        page.text.contains("kan niet bewaard worden"),
        "{}",
        page.text
    );
    assert!(!bare.founded().await);
    std::fs::remove_dir(bare.key()).unwrap();
    let right = groups(&mut browser, &codes).await;
    follow(&mut browser, "/found/check", &right, "/found/done").await;
    assert!(bare.founded().await);
}
