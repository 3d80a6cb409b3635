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

#[tokio::test]
async fn the_week_is_set_in_versions_that_can_be_put_back() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let bad = "rev=0&mon=9-12&tue=17-9";
    let (_, page) = send(&mut browser, 1, "/manage/hours", bad).await;
    assert!(
        page.contains("Typ uren zoals") && page.contains("value=\"17-9\""),
        "{page}"
    );
    let (to, page) = send(&mut browser, 2, "/manage/hours", "rev=0&mon=9-12").await;
    assert_eq!(to, "/manage/hours");
    assert!(
        page.contains("Dit geldt meteen") && page.contains("value=\"09:00-12:00\""),
        "{page}"
    );
    let (_, page) = send(&mut browser, 3, "/manage/hours", "rev=1&mon=10-11").await;
    for part in [
        "Eerdere versies",
        "maandag 09:00-12:00",
        "Terugzetten",
        "Ongedaan maken",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let (_, page) = send(&mut browser, 4, "/manage/hours", "rev=1&mon=8-9").await;
    assert!(
        page.contains("Iemand anders heeft dit net veranderd") && page.contains("value=\"8-9\"")
    );
    assert!(browser.get("/manage").await.text.contains("ingevuld"));
}

#[tokio::test]
async fn the_public_page_says_at_once_what_the_house_set() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let mut visitor = house.visitor();
    let page = visitor.get("/a").await.text;
    assert!(
        page.contains("Wanneer we open zijn") && !page.contains("tel:"),
        "{page}"
    );
    let centre = "rev=1&name=De+Linde&language=nl&address=je&profile=VL&zone=Europe/Brussels";
    let (to, page) = send(
        &mut browser,
        1,
        "/manage/centre",
        &format!("{centre}&phone=bel"),
    )
    .await;
    assert!(to == "/manage/centre" && page.contains("Dit is geen telefoonnummer"));
    let outside = "&phone=016+12+34+56&portal_host=afspraak.voorbeeld.be";
    let (_, page) = send(
        &mut browser,
        2,
        "/manage/centre",
        &format!("{centre}{outside}"),
    )
    .await;
    assert!(page.contains("Dit geldt meteen op elk scherm"), "{page}");
    let telling = "rev=0&text=Ben+je+slachtoffer+van+huiselijk+geweld%3F";
    let (_, page) = send(&mut browser, 8, "/manage/texts/portal_welcome.nl", telling).await;
    assert!(page.contains("“slachtoffer” zegt te veel") && page.contains("Ben je slachtoffer"));
    let named = centre.replace("rev=1", "rev=2") + "&public_name=Veilig+Huis+Slachtofferhulp";
    let (_, page) = send(&mut browser, 9, "/manage/centre", &named).await;
    assert!(page.contains("“veilig” zegt te veel"), "{page}");
    let hostile = "rev=0&text=Welkom+%3Cscript%3Ealert(1)%3C/script%3E%0ATweede+regel";
    let text = "/manage/texts/portal_welcome.nl";
    send(&mut browser, 3, text, hostile).await;
    send(&mut browser, 4, "/manage/tongues", "rev=0&nl=yes&tr=yes").await;
    send(&mut browser, 5, "/manage/hours", "rev=0&wed=9-12").await;
    let closed = "day=12-03-2026&hours=&reason=Politie-inval";
    let (_, page) = send(&mut browser, 10, "/manage/days/new", closed).await;
    assert!(page.contains("“politie” zegt te veel"), "{page}");
    let closed = "day=12-03-2026&hours=&reason=Opendeurdag";
    send(&mut browser, 11, "/manage/days/new", closed).await;
    let page = visitor.get("/a").await.text;
    for part in [
        "href=\"tel:016123456\"",
        "<p>Welkom &lt;script&gt;alert(1)&lt;/script&gt;</p><p>Tweede regel</p>",
        "Nederlands, Turks",
        "<li>woensdag 09:00-12:00</li>",
        "<li>donderdag 12 maart: gesloten (Opendeurdag)</li>",
        "Een afspraak maken",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let french = format!("{}&phone=016+12+34+56", centre.replace("rev=1", "rev=2"));
    send(
        &mut browser,
        6,
        "/manage/centre",
        &french.replace("language=nl", "language=fr"),
    )
    .await;
    let (_, page) = send(&mut browser, 7, "/manage/centre", centre).await;
    assert!(page.contains("Iemand anders heeft dit net veranderd"));
}

#[tokio::test]
async fn the_page_of_the_house_says_where_visitors_find_its_site() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let nowhere = browser.get("/manage/centre").await.text;
    assert!(!nowhere.contains("Bezoekers vinden"), "{nowhere}");
    let address = "https://linde.example/a".to_owned();
    let centres = desk::store::places::centres(house.desk.db()).await.unwrap();
    house.outside.put([(centres[0].id, address)]);
    let page = browser.get("/manage/centre").await.text;
    assert!(
        page.contains("<a href=\"https://linde.example/a\" rel=\"noreferrer\">"),
        "{page}"
    );
}

#[tokio::test]
async fn the_holidays_of_a_year_are_added_in_one_go_and_once() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let page = browser.get("/manage/days").await.text;
    assert!(page.contains("9 staan er nog niet"), "{page}");
    let (_, page) = send(&mut browser, 1, "/manage/days/holidays", "year=2026").await;
    for part in [
        "De feestdagen van 2026 staan erbij.",
        "6 april 2026",
        "Paasmaandag",
        "gesloten",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("ze staan er allemaal"));
    let again = send(&mut browser, 2, "/manage/days/holidays", "year=2026").await;
    assert_eq!(again.0, "/manage/days");
    let twice = "day=25-12-2026&hours=&reason=Nog+eens";
    let (to, page) = send(&mut browser, 3, "/manage/days/new", twice).await;
    assert!(
        to == "/manage/days/new" && page.contains("Dit bestaat al."),
        "{page}"
    );
    let (to, _) = send(&mut browser, 4, "/manage/days/holidays", "year=1900").await;
    assert_eq!(to, "/not-there");
}

#[tokio::test]
async fn holidays_that_were_added_in_one_go_are_taken_back_in_one_go() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let (_, page) = send(&mut browser, 1, "/manage/days/holidays", "year=2026").await;
    let (_, form) = page.split_once("/manage/days/holidays/back").unwrap();
    let days = form.split("name=\"day-").skip(1);
    let fields: Vec<String> = days
        .map(|rest| format!("day-{}=yes", rest.split('"').next().unwrap()))
        .collect();
    assert_eq!(fields.len(), 9, "{page}");
    let first = fields[0].replace("day-", "").replace("=yes", "");
    let path = format!("/manage/days/{first}");
    let shown = browser.get(&path).await;
    let day = shown.value_of("day");
    let changed = format!("rev=1&day={day}&hours=9-12&reason=Feestje");
    send(&mut browser, 2, &path, &changed).await;
    let back = "/manage/days/holidays/back";
    let (_, page) = send(&mut browser, 3, back, &fields.join("&")).await;
    assert!(page.contains("zijn weer weg"), "{page}");
    assert!(
        page.contains("8 staan er nog niet") && page.contains("Feestje"),
        "what was changed meanwhile stays: {page}"
    );
    let (_, page) = send(&mut browser, 4, back, &fields.join("&")).await;
    assert!(page.contains("niets meer om ongedaan te maken"), "{page}");
}

#[tokio::test]
async fn the_roster_shows_its_gaps_and_the_desk_says_that_nobody_is_on_duty() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let mut desk = house.signed_in(Role::Reception).await;
    let nobody = "Niemand is van dienst.";
    assert!(desk.get("/desk").await.text.contains(nobody));
    send(&mut browser, 1, "/manage/hours", "rev=0&tue=9-17").await;
    let page = browser.get("/manage/duties").await.text;
    assert!(page.contains("dinsdag 10 maart, 10:00 tot 17:00"), "{page}");
    let duty = format!("user={}&day=10-03-2026&from=9&until=12", house.user);
    let (_, page) = send(&mut browser, 2, "/manage/duties/new", &duty).await;
    for part in [
        "Noor Verbeke",
        "9:00 tot 12:00",
        "dinsdag 10 maart, 12:00 tot 17:00",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!desk.get("/desk").await.text.contains(nobody));
    let unfit = "user=&day=31-02-2026&from=9&until=later";
    let (_, page) = send(&mut browser, 3, "/manage/duties/new", unfit).await;
    for part in [
        "Vul dit in.",
        "Deze dag bestaat niet.",
        "Typ uren zoals",
        "value=\"later\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[tokio::test]
async fn the_proposed_periods_are_taken_once_and_name_their_source() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    assert!(
        browser
            .get("/manage/retention")
            .await
            .text
            .contains("Voorstel overnemen")
    );
    let (_, page) = send(&mut browser, 1, "/manage/retention/propose", "").await;
    for part in [
        "Het voorstel staat erbij.",
        "180 maanden",
        "art. 15 § 3",
        "NEN 7513",
    ] {
        assert!(page.contains(part), "{part}");
    }
    send(&mut browser, 2, "/manage/retention/propose", "").await;
    let page = browser.get("/manage").await.text;
    assert!(page.contains("6 termijnen"), "{page}");
    let unfit =
        "about=visit&months=0&from=creation&source=&valid_from=1-1-2026&valid_until=1-1-2025";
    let (_, page) = send(&mut browser, 3, "/manage/retention/new", unfit).await;
    for part in [
        "van 1 tot 1200",
        "Vul dit in.",
        "Het einde moet na het begin komen.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}
