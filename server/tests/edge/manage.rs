//! Setting the house up on screens: one form, one change, the way back, and what was typed kept.

use domain::role::Role;

use crate::browser::Browser;
use crate::house::House;

/// What stands after a mark in a page, up to the next quotation mark.
fn after(page: &str, mark: &str) -> String {
    let (_, rest) = page
        .split_once(mark)
        .unwrap_or_else(|| panic!("no {mark} in {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Sends a form with a key of its own, and opens the page it leads to: its path and its text.
async fn send(browser: &mut Browser, key: u32, path: &str, fields: &str) -> (String, String) {
    let form = format!("idem_key={key:032x}&{fields}");
    let sent = browser.post(path, &form).await;
    let to = sent.goes_to().unwrap().to_owned();
    let page = browser.get(&to).await.text;
    (to, page)
}

#[tokio::test]
async fn the_day_of_an_administrator_starts_at_the_sections() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    assert_eq!(browser.get("/").await.goes_to(), Some("/manage"));
    let page = browser.get("/manage").await.text;
    for part in [
        "Organisaties",
        "1 dienst",
        "href=\"/manage/rooms\"",
        "aria-current=\"page\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let mut desk = house.signed_in(Role::Reception).await;
    assert!(!desk.get("/desk").await.text.contains("/manage"));
}

#[tokio::test]
async fn a_room_is_added_changed_closed_and_all_of_it_taken_back() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let new = "name=Zolder&seats=4&video=yes&hours=9-12&before=5&after=10";
    let (to, list) = send(&mut browser, 1, "/manage/rooms/new", new).await;
    assert_eq!(to, "/manage/rooms");
    assert!(
        list.contains("“Zolder” is toegevoegd.") && list.contains("09:00-12:00"),
        "{list}"
    );
    let end = after(&list, "action=\"/manage/rooms/");
    let path = format!("/manage/rooms/{}", end.replace("/close", ""));
    let (_, list) = send(&mut browser, 2, &path, "rev=1&name=Kelder&seats=6").await;
    assert!(
        list.contains("“Kelder” is bewaard.") && list.contains("name=\"name\" value=\"Zolder\"")
    );
    let undone = "rev=2&name=Zolder&seats=4&video=yes&hours=09:00-12:00&before=5&after=10";
    let (_, list) = send(&mut browser, 3, &path, undone).await;
    assert!(
        list.contains(">Zolder<") && !list.contains(">Kelder<"),
        "{list}"
    );
    let (_, list) = send(&mut browser, 4, &format!("{path}/close"), "rev=3").await;
    assert!(list.contains("Niet meer aangeboden: 1"), "{list}");
    assert!(
        !house
            .signed_in(Role::Reception)
            .await
            .get("/desk")
            .await
            .text
            .contains("Zolder")
    );
    let (_, list) = send(&mut browser, 5, &format!("{path}/open"), "rev=4").await;
    assert!(list.contains("wordt weer aangeboden") && !list.contains("Niet meer aangeboden:"));
    assert!(
        house
            .signed_in(Role::Reception)
            .await
            .get("/desk")
            .await
            .text
            .contains("Zolder")
    );
}

#[tokio::test]
async fn two_who_change_the_same_item_are_told_and_nothing_typed_is_lost() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let list = browser.get("/manage/services").await.text;
    let path = format!(
        "/manage/services/{}",
        after(&list, "href=\"/manage/services/")
    );
    let path = if path.ends_with("/new") {
        let (_, rest) = list.split_once("class=\"item\"").unwrap();
        format!(
            "/manage/services/{}",
            after(rest, "href=\"/manage/services/")
        )
    } else {
        path
    };
    send(&mut browser, 1, &path, "rev=1&name=Eerst").await;
    let (to, page) = send(&mut browser, 2, &path, "rev=1&name=Daarna").await;
    assert_eq!(to, path);
    for part in [
        "Iemand anders heeft dit net veranderd",
        "value=\"Daarna\"",
        "Eerst",
        "value=\"2\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let (_, list) = send(&mut browser, 3, &path, "rev=2&name=Daarna").await;
    assert!(list.contains(">Daarna<"));
    let again = send(&mut browser, 3, &path, "rev=2&name=Daarna").await;
    assert_eq!(again.0, "/manage/services");
}

#[tokio::test]
async fn what_does_not_fit_comes_back_with_the_reason_beside_the_field() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let bad = "name=+&seats=0&hours=17-9&before=900";
    let (to, page) = send(&mut browser, 1, "/manage/rooms/new", bad).await;
    assert_eq!(to, "/manage/rooms/new");
    for part in [
        "Vul dit in.",
        "Typ een heel getal van 1 tot 200.",
        "Typ uren zoals 9-12:30",
        "Typ een heel getal van 0 tot 120.",
        "value=\"17-9\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let elsewhere = "name=Balie&organisation=00000000000000000000000000000001";
    let (to, _) = send(&mut browser, 2, "/manage/services/new", elsewhere).await;
    assert_eq!(to, "/not-there");
}

#[tokio::test]
async fn services_stand_on_the_desk_in_the_order_of_the_list() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let (_, list) = send(&mut browser, 1, "/manage/services/new", "name=Politie").await;
    let place = |page: &str, name: &str| page.find(&format!(">{name}<")).unwrap();
    assert!(place(&list, "Therapie") < place(&list, "Politie"));
    let path = after(&list, "action=\"/manage/services/");
    let path = path.split('/').next().unwrap();
    let (_, list) = send(
        &mut browser,
        2,
        &format!("/manage/services/{path}/move"),
        "to=up",
    )
    .await;
    assert!(place(&list, "Politie") < place(&list, "Therapie"), "{list}");
    let page = house
        .signed_in(Role::Reception)
        .await
        .get("/visits/new")
        .await
        .text;
    assert!(place(&page, "Politie") < place(&page, "Therapie"));
}
