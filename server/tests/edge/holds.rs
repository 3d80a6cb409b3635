//! Holds as browsers do them: set on somebody, explained where she is to be erased, prolonged and ended.

use axum::http::StatusCode;
use domain::role::Role;

use crate::erasures::{noted, rosa, send};
use crate::house::House;

/// What is typed: the clock stands at 10 March 2026.
const FITS: &str = "ground=court_order&until=01-09-2026&why=Beschikking+26%2F104";

#[tokio::test]
async fn a_hold_is_set_with_a_ground_a_last_day_and_a_reason() {
    let house = House::new().await;
    let rosa = rosa(&house).await;
    let mut admin = house.signed_in(Role::Coordinator).await;
    let (_, hits) = send(&mut admin, 1, ("/manage/holds/search", "q=verzonnen")).await;
    let of = format!("/manage/holds/of/{rosa}");
    assert!(hits.text.contains(&of));
    for (fields, field, said) in [
        ("until=01-09-2026&why=x", "ground", "Vul dit in."),
        (
            "ground=nothing&until=01-09-2026&why=x",
            "ground",
            "Kies een van de mogelijkheden.",
        ),
        ("ground=asked&until=&why=x", "until", "Vul dit in."),
        (
            "ground=asked&until=09-03-2026&why=x",
            "until",
            "Deze dag is al voorbij.",
        ),
        (
            "ground=asked&until=11-03-2027&why=x",
            "until",
            "Dit is meer dan een jaar ver.",
        ),
        ("ground=asked&until=01-09-2026&why=", "why", "Vul dit in."),
    ] {
        let (to, page) = send(&mut admin, 2, (&of, fields)).await;
        assert_eq!(to, of);
        assert!(
            page.beside(field).starts_with(said),
            "{fields}: {}",
            page.beside(field)
        );
    }
    let (path, page) = send(&mut admin, 3, (&of, FITS)).await;
    for part in [
        "Rosa Verzonnen",
        "26/104",
        "1 september 2026",
        "AVG art. 17 lid 3 b",
    ] {
        assert!(page.text.contains(part), "{part}");
    }
    let (same, _) = send(&mut admin, 3, (&of, FITS)).await;
    assert_eq!(same, path, "the same form sent twice");
    let list = admin.get("/manage/holds").await.text;
    assert!(list.contains(&path) && !list.contains("Verzonnen") && !list.contains("104"));
    let mut front = house.signed_in(Role::Reception).await;
    for hidden in ["/manage/holds", &path, &of] {
        assert_eq!(
            front.get(hidden).await.status,
            StatusCode::NOT_FOUND,
            "{hidden}"
        );
    }
    let card = front.get(&format!("/people/{rosa}")).await.text;
    assert!(!card.contains("wisstop"), "the desk need not know");
}

#[tokio::test]
async fn a_hold_stands_on_the_request_and_lets_it_go_on_when_it_ends() {
    let house = House::new().await;
    let rosa = rosa(&house).await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let (request, page) = noted(&mut admin, rosa).await;
    let of = format!("/manage/holds/of/{rosa}");
    assert!(page.text.contains(&of), "the way from the request");
    let (path, _) = send(&mut admin, 3, (&of, FITS)).await;
    let held = admin.get(&request).await.text;
    for part in [
        "Er is een wisstop op deze persoon",
        "1 september 2026",
        "AVG art. 17",
        &path,
    ] {
        assert!(held.contains(part), "{part}");
    }
    assert!(!held.contains("/ask\""), "there is no next step");
    assert!(admin.get("/manage").await.text.contains("1 wisstop"));
    let prolong = format!("{path}/prolong");
    let early = "rev=1&until=01-09-2026&why=verdaagd";
    let (_, page) = send(&mut admin, 4, (&prolong, early)).await;
    assert!(page.beside("until").starts_with("Kies een dag na"));
    assert!(page.text.contains("verdaagd"), "what was typed");
    let later = "rev=1&until=01-10-2026&why=verdaagd";
    let (_, page) = send(&mut admin, 5, (&prolong, later)).await;
    assert!(page.text.contains("Verlengd.") && page.text.contains("1 oktober 2026"));
    let stale = "rev=1&until=02-10-2026&why=nog+eens";
    let (_, page) = send(&mut admin, 6, (&prolong, stale)).await;
    assert!(page.beside("until").starts_with("Iemand anders heeft dit"));
    let (_, page) = send(&mut admin, 7, (&format!("{path}/end"), "rev=2")).await;
    assert!(page.text.contains("afgelopen") && !page.text.contains("/prolong"));
    assert!(
        admin.get(&request).await.text.contains("/ask\""),
        "it goes on"
    );
    let list = admin.get("/manage/holds").await.text;
    assert!(list.contains("Er is geen wisstop"));
}
