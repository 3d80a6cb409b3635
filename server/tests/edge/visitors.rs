//! What the desk is told before it does something twice, and what it can put right afterwards.

use domain::role::Role;

use crate::browser::{Answer, Browser};
use crate::house::House;

/// The value of the first field of this name after a mark on the page.
fn field(page: &str, mark: &str, name: &str) -> String {
    let (_, rest) = page.split_once(mark).unwrap();
    let (_, rest) = rest.split_once(&format!("name=\"{name}\"")).unwrap();
    let tag = rest.split('>').next().unwrap();
    let (_, value) = tag.split_once("value=\"").unwrap_or_default();
    value.split('"').next().unwrap_or_default().to_owned()
}

/// What stands between the first such mark and its end.
fn after<'a>(page: &'a str, mark: &str, end: &str) -> &'a str {
    let (_, rest) = page.split_once(mark).unwrap();
    rest.split(end).next().unwrap()
}

/// Sends a form with the key that it came with.
async fn send(browser: &mut Browser, form: &str, to: &str, fields: &str) -> Answer {
    let page = browser.get(form).await.text;
    let mark = format!("action=\"{to}\"");
    let key = field(&page, &mark, "idem_key");
    let rev = after(&page, &mark, "</form>");
    let rev = if rev.contains("name=\"rev\"") {
        format!("&rev={}", field(&page, &mark, "rev"))
    } else {
        String::new()
    };
    let body = format!("{fields}&idem_key={key}{rev}");
    browser.post(to, &body).await
}

/// Writes somebody down; gives the path of the card.
async fn registered(browser: &mut Browser, fields: &str) -> String {
    let fields = format!("{fields}&channel=never&then=save");
    let saved = send(browser, "/people/new", "/people/new", &fields).await;
    saved.goes_to().unwrap().to_owned()
}

const CAME: &str = "kind=victim&purpose=question";

/// Receives somebody who is known; gives the answer.
async fn received(browser: &mut Browser, person: &str, fields: &str) -> Answer {
    let path = format!("{person}/check-in");
    send(browser, &path, &path, fields).await
}

/// Receives somebody who stays a number; gives the path of the visit.
async fn number(browser: &mut Browser, fields: &str) -> String {
    send(browser, "/visits/new", "/visits/new", fields).await;
    let board = browser.get("/desk").await.text;
    let last = board.rsplit_once("href=\"/visits/").unwrap().1;
    let id = last.split(['"', '#']).next().unwrap();
    format!("/visits/{id}")
}

#[tokio::test]
async fn somebody_inside_is_said_on_the_hit_and_asked_before_a_second_check_in() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let rosa = registered(&mut browser, "name=Rosa+Janssens").await;
    assert_eq!(
        received(&mut browser, &rosa, CAME).await.goes_to(),
        Some("/desk")
    );
    browser.post("/search", "q=rosa+janssens").await;
    let hits = browser.get("/desk").await.text;
    assert!(hits.contains("Is al binnen: T-01 · Wacht"), "{hits}");
    let form = browser.get(&format!("{rosa}/check-in")).await.text;
    assert!(form.contains("Is al binnen: T-01") && form.contains("Toch opnieuw inchecken"));
    let asked = received(&mut browser, &rosa, CAME).await;
    assert_eq!(asked.goes_to(), Some(format!("{rosa}/check-in").as_str()));
    let page = browser.get(&format!("{rosa}/check-in")).await.text;
    assert!(page.contains("Kruis aan dat het klopt, of ga terug."));
    let knowingly = received(&mut browser, &rosa, &format!("{CAME}&again=yes")).await;
    assert_eq!(knowingly.goes_to(), Some("/desk"));
    assert!(
        browser
            .get("/desk")
            .await
            .text
            .contains("T-02 is ingecheckt.")
    );
    let card = browser.get(&rosa).await.text;
    assert!(card.contains("Vandaag hier") && card.contains("T-01 · Wacht, sinds"));
    let first = after(&card, "class=\"button primary\"", "</a>");
    assert!(first.contains("Bezoek T-0"), "{first}");
    let again = send(
        &mut browser,
        "/people/new",
        "/people/new",
        "name=Rosa+Janssens&channel=never&then=save",
    );
    assert_eq!(again.await.goes_to(), Some("/people/new"));
    let likely = browser.get("/people/new").await.text;
    assert!(likely.contains("Is al binnen: T-01"), "{likely}");
}

#[tokio::test]
async fn a_visit_that_was_given_to_the_wrong_person_is_given_to_another_one() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let rosa = registered(&mut browser, "name=Rosa+Janssens").await;
    let olena = registered(&mut browser, "name=Olena+Kovalenko").await;
    received(&mut browser, &rosa, CAME).await;
    let card = browser.get(&rosa).await.text;
    let first = format!("/visits/{}", after(&card, "href=\"/visits/", "\""));
    received(&mut browser, &olena, CAME).await;
    let card = browser.get(&olena).await.text;
    let second = format!("/visits/{}", after(&card, "href=\"/visits/", "\""));
    let page = browser.get(&second).await.text;
    assert!(page.contains("Het is iemand anders"), "{page}");
    let found = format!("{second}/search");
    browser.post(&found, "q=rosa+janssens").await;
    let record = rosa.rsplit('/').next().unwrap();
    let person = format!("{second}/person");
    let fields = format!("record={record}");
    let page = browser.get(&second).await.text;
    let mark = format!("action=\"{person}\"");
    let sent = ["idem_key", "rev"].map(|name| field(&page, &mark, name));
    let asked = format!("{fields}&idem_key={}&rev={}", sent[0], sent[1]);
    let asked = browser.post(&person, &asked).await;
    assert_eq!(asked.goes_to(), Some(second.as_str()));
    let page = browser.get(&second).await.text;
    assert!(page.contains("Toch koppelen: deze persoon is al binnen"));
    assert!(page.contains("Is al binnen: T-01") && page.contains(&first));
    let sent = ["idem_key", "rev"].map(|name| field(&page, &mark, name));
    let knowingly = format!("{fields}&again=yes&idem_key={}&rev={}", sent[0], sent[1]);
    let knowingly = browser.post(&person, &knowingly).await;
    assert_eq!(knowingly.goes_to(), Some(second.as_str()));
    let page = browser.get(&second).await.text;
    assert!(page.contains("De persoon hoort nu bij T-02."));
    assert!(page.contains("Rosa Janssens") && !page.contains("Olena Kovalenko"));
}

#[tokio::test]
async fn a_taken_room_says_so_comes_last_and_is_asked_about() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let first = number(&mut browser, CAME).await;
    let page = browser.get(&first).await.text;
    let choice = after(&page, "id=\"f-room\"", "</select>").to_owned();
    let value = |name: &str| {
        let before = choice.split(&format!(">{name}<")).next().unwrap();
        let (_, value) = before.rsplit_once("value=\"").unwrap();
        value.split('"').next().unwrap().to_owned()
    };
    let berk = value("Berk");
    let service = after(&page, "id=\"f-service\"", "</select>");
    let service = service.rsplit_once("value=\"").unwrap().1;
    let service = service.split('"').next().unwrap();
    let there = format!("service={service}&room={berk}");
    let brought = send(&mut browser, &first, &format!("{first}/bring"), &there).await;
    assert_eq!(brought.goes_to(), Some("/desk"));
    assert!(
        browser
            .get("/desk")
            .await
            .text
            .contains("T-01 is nu bij de dienst.")
    );
    house.pass(60);
    let second = number(&mut browser, CAME).await;
    let second = if second == first {
        other(&mut browser, &first).await
    } else {
        second
    };
    let page = browser.get(&second).await.text;
    let rooms = after(&page, "id=\"f-room\"", "</select>");
    assert!(rooms.find("Eik").unwrap() < rooms.find("Berk (niet vrij)").unwrap());
    let to = format!("{second}/bring");
    let asked = send(&mut browser, &second, &to, &there).await;
    assert_eq!(asked.goes_to(), Some(second.as_str()));
    let page = browser.get(&second).await.text;
    assert!(page.contains("Deze ruimte is niet vrij."), "{page}");
    assert!(page.contains("Toch deze ruimte") && page.contains("selected"));
    let knowingly = send(&mut browser, &second, &to, &format!("{there}&shared=yes")).await;
    assert_eq!(knowingly.goes_to(), Some("/desk"));
    assert!(
        browser
            .get("/desk")
            .await
            .text
            .contains("T-02 is nu bij de dienst.")
    );
    let waits = send(&mut browser, &second, &format!("{second}/wait"), "a=b").await;
    assert_eq!(waits.goes_to(), Some("/desk"));
    let page = browser.get("/desk").await.text;
    assert!(page.contains("T-02 is terug in de wachtkamer."));
}

/// The visit on the board that is not this one.
async fn other(browser: &mut Browser, than: &str) -> String {
    let board = browser.get("/desk").await.text;
    let paths = board.split("href=\"").skip(1);
    let paths = paths.filter_map(|rest| rest.split(['"', '#']).next());
    paths
        .filter(|path| path.starts_with("/visits/"))
        .filter(|path| !["/visits/new", "/visits/call", "/visits/child"].contains(path))
        .find(|path| *path != than)
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_telephone_call_stands_apart_goes_nowhere_and_is_finished() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let desk = browser.get("/desk").await.text;
    assert!(desk.contains("href=\"/visits/call\"") && desk.contains("Naam of datum"));
    let form = browser.get("/visits/call").await.text;
    assert!(!form.contains("Wie komt er binnen?"), "{form}");
    assert!(
        form.contains("name=\"kind\" value=\"phone_call\""),
        "{form}"
    );
    let call = number(&mut browser, "kind=phone_call&purpose=question").await;
    let board = browser.get("/desk").await.text;
    let present = after(&board, "id=\"present\"", "class=\"calls\"");
    assert!(!present.contains("T-01") && present.contains("Nog niemand in huis"));
    let calls = after(&board, "class=\"calls\"", "</section>");
    assert!(calls.contains("T-01") && calls.contains("Afronden"));
    let page = browser.get(&call).await.text;
    assert!(!page.contains("id=\"bring\"") && page.contains("aan de lijn sinds"));
    assert!(page.contains("Soort") && !page.contains("Wie komt er binnen?"));
    let ended = send(&mut browser, &call, &format!("{call}/leave"), "a=b").await;
    assert_eq!(ended.goes_to(), Some("/desk"));
    let board = browser.get("/desk").await.text;
    assert!(board.contains("Het gesprek T-01 is afgerond."));
    assert!(browser.get(&call).await.text.contains("Gesprek afgerond"));
}

#[tokio::test]
async fn no_card_at_rest_tells_the_other_party_from_anybody() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    number(&mut browser, "kind=person_causing_harm&purpose=question").await;
    number(&mut browser, CAME).await;
    let board = browser.get("/desk").await.text;
    let cards: Vec<&str> = board.split("class=\"card present\"").skip(1).collect();
    assert_eq!(cards.len(), 2);
    let rest = |card: &str| after(card, "class=\"rest\"", "class=\"veil\"").to_owned();
    assert_eq!(rest(cards[0]), rest(cards[1]));
    let veil = after(cards[0], "class=\"veil\"", "</li>");
    assert!(veil.contains("De andere partij"), "{veil}");
}

#[tokio::test]
async fn namesakes_are_told_apart_by_what_is_asked_and_typed() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    registered(&mut browser, "name=Fatma+Yilmaz&born=12-03-1986").await;
    registered(&mut browser, "name=Fatma+Yilmaz&born=4+juli+1991").await;
    browser.post("/search", "q=fatma+yilmaz").await;
    let hits = browser.get("/desk").await.text;
    assert!(hits.contains("Vraag het geboortejaar en typ het erbij."));
    assert!(hits.contains("vraag het geboortejaar") && !hits.contains("1986"));
    browser.post("/search", "q=fatma+yilmaz+1991").await;
    let hits = browser.get("/desk").await.text;
    let best = after(&hits, "class=\"hit best\"", "</li>");
    assert!(
        best.contains("1991") && best.contains("zelfde jaar"),
        "{best}"
    );
    assert!(!hits.contains("04-07-1991") && !hits.contains("1986"));
}

#[tokio::test]
async fn what_is_known_is_corrected_and_a_slower_colleague_sees_both() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let rosa = registered(&mut browser, "name=Rosa+Janssens&born=12-03-1990").await;
    let edit = format!("{rosa}/edit");
    let page = browser.get(&edit).await.text;
    assert!(page.contains("value=\"Rosa Janssens\"") && page.contains("value=\"12-03-1990\""));
    let key = field(&page, &format!("action=\"{edit}\""), "idem_key");
    let fields = "name=Rosa+Jansen&born=13-03-1990&channel=never";
    let done = send(&mut browser, &edit, &edit, fields).await;
    assert_eq!(done.goes_to(), Some(rosa.as_str()));
    let card = browser.get(&rosa).await.text;
    assert!(card.contains("De gegevens zijn verbeterd.") && card.contains("Rosa Jansen"));
    assert!(card.contains("Laatst verbeterd"));
    let late = format!("name=Rosa+Janssen&born=12-03-1990&channel=never&rev=1&idem_key={key}");
    let late = browser.post(&edit, &late).await;
    assert_eq!(late.goes_to(), Some(edit.as_str()));
    let both = browser.get(&edit).await.text;
    assert!(both.contains("Iemand was net voor") && both.contains("value=\"Rosa Janssen\""));
    assert!(
        both.contains("Rosa Jansen<") && both.contains("13-03-1990"),
        "{both}"
    );
    let wrong = send(
        &mut browser,
        &edit,
        &edit,
        "name=&channel=call&born=31-02-1990",
    )
    .await;
    assert_eq!(wrong.goes_to(), Some(edit.as_str()));
    let page = browser.get(&edit).await.text;
    assert!(page.contains("Deze dag bestaat niet.") && page.contains("value=\"31-02-1990\""));
    browser.post("/search", "q=rosa+jansen").await;
    assert!(
        browser
            .get("/desk")
            .await
            .text
            .contains("1 persoon gevonden")
    );
}

#[tokio::test]
async fn a_visit_without_a_person_gets_one_that_is_written_down_for_it() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let visit = number(&mut browser, CAME).await;
    browser
        .post(&format!("{visit}/search"), "q=olena+kovalenko+12-03-1990")
        .await;
    let page = browser.get(&visit).await.text;
    assert!(page.contains("Niemand gevonden") && page.contains("Nieuwe bezoeker"));
    let id = visit.rsplit('/').next().unwrap();
    let begin = format!("q=olena+kovalenko+12-03-1990&visit={id}");
    assert_eq!(
        browser.post("/people/begin", &begin).await.goes_to(),
        Some("/people/new")
    );
    let form = browser.get("/people/new").await.text;
    assert!(form.contains("value=\"olena kovalenko\"") && form.contains("Bewaren en koppelen"));
    let form_at = "action=\"/people/new\"";
    let [key, visit_key, rev] =
        ["idem_key", "visit_key", "visit_rev"].map(|name| field(&form, form_at, name));
    let fields = format!(
        "name=Olena+Kovalenko&born=12-03-1990&channel=never&visit={id}&visit_rev={rev}\
         &visit_key={visit_key}&idem_key={key}&then=check_in"
    );
    let linked = browser.post("/people/new", &fields).await;
    assert_eq!(linked.goes_to(), Some(visit.as_str()));
    let page = browser.get(&visit).await.text;
    assert!(page.contains("De persoon hoort nu bij T-01.") && page.contains("Olena Kovalenko"));
    let board = browser.get("/desk").await.text;
    assert!(board.contains("T-01") && !board.contains("T-02"));
}

#[tokio::test]
async fn switching_the_role_and_enrolling_are_said_on_the_next_page() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    browser
        .post("/account/workstation", "computer=Balie+links")
        .await;
    let account = browser.get("/account").await.text;
    assert!(account.contains("Deze werkplek is ingeschreven."));
    let reception = account.split("name=\"post\" value=\"").nth(1).unwrap();
    let post = reception.split('"').next().unwrap();
    let answer = browser.post("/account/role", &format!("post={post}")).await;
    let next = browser.get(answer.goes_to().unwrap()).await.text;
    assert!(next.contains("Nu aan het werk als"), "{next}");
}

#[tokio::test]
async fn what_was_written_down_of_a_visit_is_put_right_and_a_slower_colleague_is_told() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let visit = number(&mut browser, CAME).await;
    let edit = format!("{visit}/edit");
    assert!(browser.get(&visit).await.text.contains(&edit));
    let page = browser.get(&edit).await.text;
    let key = field(&page, &format!("action=\"{edit}\""), "idem_key");
    let fields = "kind=child&purpose=group&remark=bij+de+deur";
    let done = send(&mut browser, &edit, &edit, fields).await;
    assert_eq!(done.goes_to(), Some(visit.as_str()));
    let page = browser.get(&visit).await.text;
    assert!(page.contains("T-01 is verbeterd.") && page.contains("Gegevens verbeterd"));
    assert!(page.contains("Kind") && page.contains("bij de deur"));
    let late = format!("kind=victim&purpose=question&remark=laat&rev=1&idem_key={key}");
    let late = browser.post(&edit, &late).await;
    assert_eq!(late.goes_to(), Some(edit.as_str()));
    let page = browser.get(&edit).await.text;
    assert!(page.contains("Iemand was net voor") && page.contains("value=\"laat\""));
    let call = number(&mut browser, "kind=phone_call&purpose=question").await;
    let edit = format!("{call}/edit");
    let refused = send(&mut browser, &edit, &edit, CAME).await;
    assert_eq!(refused.goes_to(), Some(edit.as_str()));
    let page = browser.get(&edit).await.text;
    assert!(page.contains("Dit blijft een telefoongesprek."), "{page}");
}
