//! Which names are answered, what a sealed house says, and the public site.

use axum::body::Body;
use axum::http::StatusCode;

use crate::house::{House, STAFF};

#[tokio::test]
async fn any_other_name_gets_the_same_bytes_whatever_it_asks() {
    let house = House::new().await;
    let mut stranger = house.browser();
    stranger.host = "elders.example";
    let mut answers = Vec::new();
    for path in [
        "/",
        "/sign-in",
        "/desk",
        "/health",
        "/pkg/onthaal.0f.css",
        "/nothing",
    ] {
        let answer = stranger.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        answers.push(answer.text);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(stranger.cookies.is_empty());
}

#[tokio::test]
async fn each_site_answers_its_own_name_only() {
    let house = House::new().await;
    let mut crossed = house.visitor();
    crossed.host = STAFF;
    assert_eq!(crossed.get("/a").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        house.visitor().get("/desk").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        house.browser().get("/a").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn while_the_names_are_read_colleagues_sign_in_and_nobody_is_written_down() {
    let house = House::new().await;
    let mut browser = house.signed_in(domain::role::Role::Reception).await;
    house.desk.index().fill(true);
    house.desk.index().expect(1_000);
    let mut colleague = house.browser();
    assert_eq!(colleague.get("/sign-in").await.status, StatusCode::OK);
    assert_eq!(browser.get("/").await.goes_to(), Some("/desk"));
    for path in ["/desk", "/people/new", "/account", "/manage"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(answer.text.contains("0 %"), "{path}");
        assert_eq!(answer.header("refresh"), "2", "{path}");
    }
    let sent = browser.post("/people/new", "name=Noor").await;
    assert_eq!(sent.goes_to(), Some("/closed"));
    assert!(browser.get("/closed").await.text.contains("0 %"));
    let ready = browser.get("/ready").await;
    assert_eq!((ready.status.as_u16(), &*ready.text), (503, "reading\n"));
    house.desk.index().fill(false);
    assert_eq!(browser.get("/desk").await.status, StatusCode::OK);
    assert_eq!(browser.get("/ready").await.text, "ready\n");
}

#[tokio::test]
async fn a_sealed_house_shows_nothing_and_says_that_it_is_not_ready() {
    let house = House::new().await;
    let mut browser = house.signed_in(domain::role::Role::Reception).await;
    assert_eq!(browser.get("/ready").await.text, "ready\n");
    house.desk.vault().seal_again();
    for path in ["/", "/desk", "/sign-in", "/account", "/people/new"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(!answer.text.contains("Noor"), "{path}");
    }
    let sent = browser.post("/search", "q=Noor").await;
    assert_eq!(sent.goes_to(), Some("/closed"));
    assert_eq!(
        browser.get("/closed").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(
        house.visitor().get("/a").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(
        browser.get("/ready").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(
        browser.get("/health").await.status,
        StatusCode::OK,
        "the process lives"
    );
}

#[tokio::test]
async fn the_public_site_has_one_neutral_title_and_a_way_out() {
    let house = House::new().await;
    let mut visitor = house.visitor();
    assert_eq!(visitor.get("/").await.goes_to(), Some("/a"));
    for path in ["/a", "/nothing"] {
        assert!(
            visitor
                .get(path)
                .await
                .text
                .contains("<title>Afspraak</title>"),
            "{path}"
        );
    }
    let out = visitor.get("/x").await;
    assert_eq!(out.goes_to(), Some("https://www.wikipedia.org/"));
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    assert!(
        out.header("set-cookie")
            .starts_with("__Host-afspraak=; Max-Age=0")
    );
}

#[tokio::test]
async fn a_browser_that_only_fetches_ahead_does_not_leave() {
    let house = House::new().await;
    let mut visitor = house.visitor();
    let ahead = visitor
        .asking("GET", "/x")
        .header("sec-purpose", "prefetch");
    let answer = visitor.send(ahead.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert!(answer.headers.get("clear-site-data").is_none());
}

#[tokio::test]
async fn the_public_site_says_that_it_lives_and_not_whether_the_house_is_open() {
    let house = House::new().await;
    let mut visitor = house.visitor();
    let nothing = visitor.get("/nothing").await;
    for open in [true, false] {
        if !open {
            house.desk.vault().seal_again();
        }
        let ready = visitor.get("/ready").await;
        let same = (ready.status, &ready.text) == (nothing.status, &nothing.text);
        assert!(same, "{}", ready.text);
        let lives = visitor.get("/health").await;
        assert_eq!(
            (lives.status, lives.text.as_str()),
            (StatusCode::OK, "ok\n")
        );
    }
}
