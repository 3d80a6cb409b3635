//! The course of a visit on a clock that is moved by hand: a mistake is taken back for five minutes, and
//! after closing time everybody who is inside is asked about.

use desk::access::{Actor, StaffActor};
use desk::settings;
use domain::hours::Week;
use domain::role::Role;
use domain::setting::Setting;
use domain::{CentreId, Language, RepeatKey, RequestId, SessionId};

use crate::browser::{Answer, Browser};
use crate::house::House;

/// The value of the first field of this name after a mark on the page.
fn field(page: &str, mark: &str, name: &str) -> String {
    let (_, rest) = page
        .split_once(mark)
        .unwrap_or_else(|| panic!("{mark}: {page}"));
    let (_, rest) = rest.split_once(&format!("name=\"{name}\"")).unwrap();
    let (_, value) = rest.split_once("value=\"").unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// Presses the button of a form on a page that is open.
async fn pressed(browser: &mut Browser, page: &str, to: &str, more: &str) -> Answer {
    let mark = format!("action=\"{to}\"");
    let (key, rev) = (field(page, &mark, "idem_key"), field(page, &mark, "rev"));
    let form = format!("idem_key={key}&rev={rev}{more}");
    browser.post(to, &form).await
}

/// Receives somebody who stays a number; gives the path of the visit, and the board that says so.
async fn received(browser: &mut Browser) -> (String, String) {
    let form = browser.get("/visits/new").await;
    let key = field(&form.text, "action=\"/visits/new\"", "idem_key");
    let form = format!("kind=victim&purpose=question&idem_key={key}");
    browser.post("/visits/new", &form).await;
    let board = browser.get("/desk").await.text;
    let (_, rest) = board.split_once("action=\"/visits/").unwrap();
    (format!("/visits/{}", &rest[..32]), board)
}

#[tokio::test]
async fn a_check_in_is_taken_back_from_the_sentence_that_says_it_for_five_minutes() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let (first, board) = received(&mut browser).await;
    let done = pressed(&mut browser, &board, &format!("{first}/undo"), "").await;
    assert_eq!(done.goes_to(), Some("/desk"));
    let board = browser.get("/desk").await.text;
    assert!(
        board.contains("T-01 staat niet meer op het bord."),
        "{board}"
    );
    assert!(!board.contains(&first), "it is on no board");
    let (second, board) = received(&mut browser).await;
    assert!(board.contains("T-02 is ingecheckt."), "{board}");
    // A screen that nobody touches for so long would be locked.
    house.pass(150);
    browser.get("/visits/new").await;
    house.pass(150);
    let late = pressed(&mut browser, &board, &format!("{second}/undo"), "").await;
    assert_eq!(late.goes_to(), Some(second.as_str()));
    let page = browser.get(&second).await.text;
    assert!(
        page.contains("Dit kan alleen binnen vijf minuten."),
        "{page}"
    );
    assert!(
        !page.contains("/undo\""),
        "nothing is offered that cannot be done"
    );
}

#[tokio::test]
async fn whoever_takes_back_what_a_colleague_moved_meanwhile_is_told() {
    let house = House::new().await;
    let mut one = house.signed_in(Role::Reception).await;
    let mut other = house.signed_in(Role::Reception).await;
    let (visit, board) = received(&mut one).await;
    let page = other.get(&visit).await.text;
    let left = pressed(&mut other, &page, &format!("{visit}/leave"), "").await;
    assert_eq!(left.goes_to(), Some("/desk"));
    let undone = pressed(&mut one, &board, &format!("{visit}/undo"), "").await;
    assert_eq!(undone.goes_to(), Some(visit.as_str()));
    let page = one.get(&visit).await.text;
    assert!(
        page.contains("Iemand anders heeft dit net veranderd."),
        "{page}"
    );
    assert!(page.contains("Vertrokken"), "{page}");
    let undone = pressed(&mut one, &page, &format!("{visit}/undo"), "").await;
    assert_eq!(undone.goes_to(), Some("/desk"));
    assert!(
        one.get("/desk")
            .await
            .text
            .contains("T-01 staat weer zoals ervoor.")
    );
}

/// The colleague of the house as administrator, without a browser.
fn administrator(house: &House, centre: CentreId) -> Actor {
    Actor::Staff(StaffActor {
        user: house.user,
        centre,
        role: Role::Administrator,
        service: None,
        session: SessionId::new(house.desk.ids()),
        request: RequestId::new(house.desk.ids()),
        language: Language::Nl,
        proved_at: house.desk.now(),
    })
}

#[tokio::test]
async fn after_closing_time_everybody_inside_is_asked_about() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Reception).await;
    let centres = desk::store::places::centres(house.desk.db()).await.unwrap();
    let week = Setting::week(&Week::parse("|09:00-11:00|||||").unwrap());
    let form = (0, RepeatKey::new(house.desk.ids()));
    let actor = administrator(&house, centres[0].id);
    settings::write(&house.desk, &actor, form, &week)
        .await
        .unwrap();
    let (visit, board) = received(&mut browser).await;
    assert!(!board.contains("Wie is er nog?"), "the house is open");
    house.pass(3_600);
    let mut browser = house.signed_in(Role::Reception).await;
    let board = browser.get("/desk").await.text;
    assert!(board.contains("Er is nog één bezoeker binnen."), "{board}");
    let page = browser.get("/desk/closing").await.text;
    assert!(page.contains("T-01") && page.contains("11:00"), "{page}");
    let from = "&from=closing";
    let stays = pressed(&mut browser, &page, &format!("{visit}/stays"), from).await;
    assert_eq!(stays.goes_to(), Some("/desk/closing"));
    let page = browser.get("/desk/closing").await.text;
    assert!(page.contains("T-01 is nog hier."), "{page}");
    assert!(
        page.contains("nog hier om 11:00, volgens Noor Verbeke"),
        "{page}"
    );
    assert!(!browser.get("/desk").await.text.contains("Wie is er nog?"));
    let course = browser.get(&visit).await.text;
    assert!(course.contains("Nog in huis na sluitingstijd"), "{course}");
    assert!(course.contains("Noor Verbeke"), "{course}");
    let left = pressed(&mut browser, &page, &format!("{visit}/leave"), from).await;
    assert_eq!(left.goes_to(), Some("/desk/closing"));
    let page = browser.get("/desk/closing").await.text;
    assert!(page.contains("Niemand meer binnen"), "{page}");
}
