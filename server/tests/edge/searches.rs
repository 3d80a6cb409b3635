//! Whoever searches often is asked why, beside the hits, and is never held up.

use domain::role::Role;

use crate::browser::Browser;
use crate::house::House;

/// The house of these stories, where ten searches an hour are usual.
async fn with_a_budget() -> House {
    let house = House::new().await;
    let mut boss = house.signed_in(Role::Administrator).await;
    let page = boss.get("/manage/searches/budget").await;
    assert!(page.text.contains("value=\"40\""), "{}", page.text);
    let key = page.value_of("idem_key").to_owned();
    let low = format!("an_hour=9&rev=0&idem_key={key}");
    let refused = boss.post("/manage/searches/budget", &low).await;
    assert_eq!(refused.goes_to(), Some("/manage/searches/budget"));
    let page = boss.get("/manage/searches/budget").await;
    assert!(!page.beside("an_hour").is_empty() && page.text.contains("value=\"9\""));
    let key = page.value_of("idem_key").to_owned();
    let ten = format!("an_hour=10&rev=0&idem_key={key}");
    boss.post("/manage/searches/budget", &ten).await;
    assert!(
        boss.get("/manage/searches/budget")
            .await
            .text
            .contains("value=\"10\"")
    );
    house
}

/// Searches once, half a minute after the last time; gives the page with the hits.
async fn search(house: &House, browser: &mut Browser) -> String {
    house.pass(30);
    browser.post("/search", "q=peeters").await;
    browser.get("/desk").await.text
}

const ASKED: &str = "Je zoekt dit uur vaak.";

#[tokio::test]
async fn whoever_searches_often_is_asked_why_beside_the_hits() {
    let house = with_a_budget().await;
    let mut front = house.signed_in(Role::Reception).await;
    for _ in 0..10 {
        assert!(!search(&house, &mut front).await.contains(ASKED));
    }
    let page = search(&house, &mut front).await;
    assert!(
        page.contains(ASKED) && page.contains("href=\"/searches\""),
        "{page}"
    );
    assert!(
        page.contains("Niemand gevonden"),
        "the hits are there all the same"
    );
    let form = front.get("/searches").await;
    let hour = form.value_of("hour").to_owned();
    let send = |fields: &str| format!("hour={hour}&{fields}");
    front.post("/searches", &send("remark=")).await;
    assert!(!front.get("/searches").await.beside("why").is_empty());
    front.post("/searches", &send("why=other&remark=")).await;
    assert!(!front.get("/searches").await.beside("remark").is_empty());
    let told = front
        .post("/searches", &send("why=busy&remark=Twee+bussen"))
        .await;
    assert_eq!(told.goes_to(), Some("/desk"));
    assert!(
        front
            .get("/desk")
            .await
            .text
            .contains("Bedankt. Dat is genoteerd.")
    );
    assert!(!search(&house, &mut front).await.contains(ASKED));
    assert!(
        front
            .get("/searches")
            .await
            .text
            .contains("Er wordt niets gevraagd")
    );
    let twice = front.post("/searches", &send("why=busy&remark=")).await;
    assert_eq!(twice.goes_to(), Some("/desk"), "sent twice, said once");
}

#[tokio::test]
async fn nobody_looks_into_searches_of_ones_own() {
    let house = with_a_budget().await;
    let mut front = house.signed_in(Role::Reception).await;
    for _ in 0..11 {
        search(&house, &mut front).await;
    }
    let id = front.get("/searches").await.value_of("hour").to_owned();
    let mut herself = house.signed_in(Role::Coordinator).await;
    let list = herself.get("/manage/searches").await.text;
    assert!(list.contains("Noor Verbeke") && list.contains("Nog geen reden gegeven"));
    assert!(list.contains("voor iemand anders") && !list.contains("/seen\""));
    let own = herself
        .post(&format!("/manage/searches/{id}/seen"), "rev=1")
        .await;
    assert_ne!(own.goes_to(), Some("/manage/searches"));
    let list = herself.get("/manage/searches").await.text;
    assert!(list.contains("voor iemand anders"), "{list}");
    // A colleague has two sessions at the most: the first one was ended by the second role.
    let mut front = house.signed_in(Role::Reception).await;
    for path in ["/manage/searches", "/manage/searches/budget"] {
        assert_eq!(front.get(path).await.status, 404, "{path}");
    }
    let unknown = "hour=00000000000000000000000000000000&why=busy";
    let unknown = front.post("/searches", unknown).await;
    assert_ne!(unknown.goes_to(), Some("/desk"));
}
