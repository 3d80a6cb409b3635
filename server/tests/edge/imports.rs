//! A file of people on the screens: sent, mapped, read in by the job, and what was left out taken.

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use desk::access::Actor;
use desk::imports;
use domain::RequestId;
use domain::role::Role;

use crate::browser::{Answer, Browser};
use crate::house::House;

const FILES: &str = "/manage/imports";

/// A form with a file, as a browser writes it.
fn form(file: &[u8]) -> Vec<u8> {
    let before = "--edge\r\nContent-Disposition: form-data; name=\"idem_key\"\r\n\r\nx\r\n\
        --edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\
        Content-Type: text/csv\r\n\r\n";
    [before.as_bytes(), file, b"\r\n--edge--\r\n"].concat()
}

async fn send(browser: &mut Browser, file: &[u8]) -> Answer {
    let asked = browser
        .asking("POST", FILES)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
    browser
        .send(asked.body(Body::from(form(file))).unwrap())
        .await
}

/// Sends a file and gives the path of its page.
async fn sent(browser: &mut Browser, file: &[u8]) -> String {
    let answer = send(browser, file).await;
    let path = answer.goes_to().expect("a form answers 303").to_owned();
    assert!(path.starts_with(&format!("{FILES}/")), "{path}");
    path
}

async fn read_in(house: &House) {
    let centres = desk::store::places::centres(house.desk.db()).await.unwrap();
    let actor = Actor::Job {
        name: "import",
        centre: centres[0].id,
        request: RequestId::new(house.desk.ids()),
    };
    while imports::work(&house.desk, &actor).await.unwrap() {}
}

const SHEET: &str = "Voornaam;Naam;Geboren;Opmerking\nZora;Proefrij;12-03-1986;x\n\
    Zeno;=cmd|calc;31-02-1986;\n\"Zita;;;\n";

#[tokio::test]
async fn a_file_that_is_not_utf_8_is_said_before_it_is_read_in() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    for (file, said) in [
        (&b"naam\nZo\xE9\n"[..], true),
        ("naam\nZoé\n".as_bytes(), false),
    ] {
        let path = sent(&mut browser, file).await;
        let page = browser.get(&path).await.text;
        let notice = "Bewaar het als “CSV UTF-8”";
        assert_eq!(page.contains(notice), said, "{page}");
    }
}

#[tokio::test]
async fn a_file_is_sent_mapped_read_in_and_what_was_left_out_is_taken() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let path = sent(&mut browser, SHEET.as_bytes()).await;
    let page = browser.get(&path).await.text;
    for part in [
        "Welke kolom is wat?",
        "Proefrij",
        "3 · Geboren",
        "Een aanhalingsteken",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // "Naam" beside a given name is the family name, which only somebody can know.
    let nothing = browser.post(&format!("{path}/start"), "rev=1&name=").await;
    assert_eq!(nothing.goes_to(), Some(&path[..]));
    assert!(browser.get(&path).await.text.contains("class=\"errors\""));
    let chosen = "rev=1&given_name=1&family_name=2&birth_date=3&known=skip";
    let started = browser.post(&format!("{path}/start"), chosen).await;
    assert_eq!(started.goes_to(), Some(&path[..]));
    let going = browser.get(&path).await;
    assert_eq!(going.header("refresh"), "3");
    assert!(going.text.contains("<progress"), "{}", going.text);
    read_in(&house).await;
    let done = browser.get(&path).await;
    assert_eq!(done.header("refresh"), "");
    assert!(
        done.text.contains("1 ingelezen · 2 regels passen niet"),
        "{}",
        done.text
    );
    rows_of(&mut browser, &path).await;
    let mut front = house.signed_in(Role::Reception).await;
    front.post("/search", "q=zora+proefrij").await;
    assert!(front.get("/desk").await.text.contains("Zora Proefrij"));
}

async fn rows_of(browser: &mut Browser, path: &str) {
    let rows = browser.get(&format!("{path}/rows")).await;
    assert!(rows.header("content-disposition").starts_with("attachment"));
    assert_eq!(rows.header("cache-control"), "no-store");
    let lines: Vec<&str> = rows.text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], "regel;reden;tekst");
    assert!(
        lines[1].starts_with("3;") && lines[1].contains("Geboortedatum:"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("4;Een aanhalingsteken sluit niet."),
        "{}",
        lines[2]
    );
}

#[tokio::test]
async fn a_file_is_stopped_and_gone_on_with_only_as_it_was_shown() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let path = sent(&mut browser, b"naam\nZora\n").await;
    browser.post(&format!("{path}/start"), "rev=1&name=1").await;
    browser
        .post(&format!("{path}/turn"), "rev=2&to=paused")
        .await;
    read_in(&house).await;
    let page = browser.get(&path).await.text;
    assert!(
        page.contains("Verder inlezen") && page.contains("gestopt"),
        "{page}"
    );
    browser
        .post(&format!("{path}/turn"), "rev=2&to=running")
        .await;
    assert!(browser.get(&path).await.text.contains("Verder inlezen"));
    browser
        .post(&format!("{path}/turn"), "rev=3&to=running")
        .await;
    read_in(&house).await;
    assert!(browser.get(&path).await.text.contains("1 ingelezen"));
}

#[tokio::test]
async fn what_is_no_file_of_rows_is_said_beside_the_field() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    for (file, said) in [
        (&b""[..], "Dit bestand is leeg."),
        (b"\n\n", "Dit bestand is leeg."),
        (b"pr\xE9nom\nA\n", "Dit bestand is geen UTF-8."),
    ] {
        let answer = send(&mut browser, file).await;
        assert_eq!(answer.goes_to(), Some(FILES));
        let page = browser.get(FILES).await.text;
        assert!(
            page.contains(said) && page.contains("aria-invalid"),
            "{page}"
        );
    }
    let plain = browser.post(FILES, "file=x").await;
    assert_eq!(plain.goes_to(), Some(FILES));
    assert!(!browser.get(FILES).await.text.contains("Eerder ingelezen"));
}

#[tokio::test]
async fn a_file_may_be_large_and_a_form_elsewhere_may_not_hold_one() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let large = format!("naam\nZora\n{}", "\n".repeat(3_000_000));
    sent(&mut browser, large.as_bytes()).await;
    let asked = browser
        .asking("POST", FILES)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header(CONTENT_LENGTH, "60000000");
    let answer = browser.send(asked.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.goes_to(), Some("/too-large"));
    let asked = browser
        .asking("POST", "/search")
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
    let answer = browser
        .send(asked.body(Body::from(form(b"x"))).unwrap())
        .await;
    assert_eq!(answer.goes_to(), Some("/"));
}
