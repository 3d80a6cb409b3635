//! Inviting, joining and keeping apart, as browsers do it.

use axum::http::StatusCode;
use desk::access::{Actor, StaffActor};
use desk::denials::{self, NewDenial};
use desk::people;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::{Name, Note};
use domain::{CentreId, Language, Pii, RecordId, RepeatKey, RequestId, SessionId, UserId};

use crate::browser::{Answer, Browser};
use crate::house::House;

const KEY: &str = "idem_key=00000000000000000000000000000001";

/// What stands between two marks of a page.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let rest = page
        .split(before)
        .nth(1)
        .unwrap_or_else(|| panic!("{before} in {page}"));
    rest.split(after).next().unwrap()
}

/// The text of the first element with this mark among its attributes.
fn inside<'a>(page: &'a str, mark: &str) -> &'a str {
    let rest = page.split(mark).nth(1);
    let rest = rest.and_then(|rest| rest.split_once('>'));
    let (_, text) = rest.unwrap_or_else(|| panic!("{mark} in {page}"));
    text.split('<').next().unwrap()
}

async fn follow(browser: &mut Browser, answer: &Answer) -> Answer {
    let path = answer.goes_to().expect("a redirect").to_owned();
    browser.get(&path).await
}

/// Invites a receptionist; gives the page of the colleague and the code on it.
async fn invite(admin: &mut Browser) -> (String, String) {
    let form = format!("{KEY}&name=Lotte+Nieuw&user=lotte&language=nl&work-reception=yes");
    let answer = admin.post("/manage/colleagues/new", &form).await;
    let path = answer.goes_to().unwrap().to_owned();
    let page = follow(admin, &answer).await;
    let code = inside(&page.text, "\"paper large\"").to_owned();
    (path, code)
}

/// The code of a secret at this moment of the house.
fn code_of(house: &House, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let totp = totp_rs::Builder::new()
        .with_secret(secret.as_bytes())
        .build()
        .unwrap();
    let seconds = house.desk.now().unix().unsigned_abs();
    totp.generate(seconds).to_string()
}

#[tokio::test]
async fn an_invited_colleague_joins_step_by_step_and_signs_in() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let (path, code) = invite(&mut admin).await;
    let again = admin.get(&path).await;
    assert!(!again.text.contains(&code), "the code is shown once");
    let mut lotte = house.browser();
    lotte.get("/join").await;
    let form = format!("{KEY}&paper={}", code.to_lowercase());
    let answer = lotte.post("/join/code", &form).await;
    let page = follow(&mut lotte, &answer).await;
    assert!(page.text.contains("Lotte Nieuw"));
    let phrase = "drie+rode+emmers+zand";
    let form = format!("{KEY}&passphrase={phrase}&again={phrase}");
    let answer = lotte.post("/join/phrase", &form).await;
    let page = follow(&mut lotte, &answer).await;
    assert!(page.text.contains("class=\"qr\""), "the picture is drawn");
    let secret = inside(&page.text, "class=\"paper\"").to_owned();
    let form = format!("{KEY}&code={}", code_of(&house, &secret));
    let answer = lotte.post("/join/totp", &form).await;
    let page = follow(&mut lotte, &answer).await;
    let paper = inside(&page.text, "class=\"paper\"").to_owned();
    assert_eq!(page.text.matches("class=\"paper\"").count(), 10);
    assert!(page.text.contains("data-print"), "it goes on paper");
    let answer = lotte
        .post("/join/done", &format!("{KEY}&paper={paper}"))
        .await;
    assert_eq!(answer.goes_to(), Some("/sign-in"));
    let form = format!("{KEY}&user=lotte&passphrase={phrase}&code={paper}");
    let answer = lotte.post("/sign-in", &form).await;
    assert_eq!(answer.goes_to(), Some("/"));
    let account = lotte.get("/account").await;
    assert!(
        account.text.contains("nog 9"),
        "one code on paper is used up"
    );
}

/// Lets an invited colleague join; gives the page of the colleague.
async fn joined(house: &House, admin: &mut Browser) -> String {
    let (path, code) = invite(admin).await;
    let mut lotte = house.browser();
    lotte.get("/join").await;
    let phrase = "drie+rode+emmers+zand";
    lotte
        .post("/join/code", &format!("{KEY}&paper={code}"))
        .await;
    let form = format!("{KEY}&passphrase={phrase}&again={phrase}");
    let page = lotte.post("/join/phrase", &form).await;
    let page = follow(&mut lotte, &page).await;
    let secret = inside(&page.text, "class=\"paper\"").to_owned();
    let form = format!("{KEY}&code={}", code_of(house, &secret));
    let page = lotte.post("/join/totp", &form).await;
    let page = follow(&mut lotte, &page).await;
    let paper = inside(&page.text, "class=\"paper\"").to_owned();
    let done = format!("{KEY}&paper={paper}");
    let done = lotte.post("/join/done", &done).await;
    assert_eq!(done.goes_to(), Some("/sign-in"));
    path
}

#[tokio::test]
async fn what_was_lost_is_chosen_first_and_can_be_withdrawn() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let path = joined(&house, &mut admin).await;
    let send = async |admin: &mut Browser, way: &str, fields: &str| {
        let rev = admin.get(&path).await.value_of("rev").to_owned();
        let form = format!("{KEY}&rev={rev}&{fields}");
        let answer = admin.post(&format!("{path}/{way}"), &form).await;
        follow(admin, &answer).await
    };
    let page = send(&mut admin, "reset", "").await;
    assert_eq!(page.beside("lost"), "Vul dit in.");
    let page = send(&mut admin, "reset", "lost=factor").await;
    assert!(page.text.contains("Iemand anders van beheer"));
    assert!(page.text.contains("Wacht op een tweede persoon tot"));
    assert!(!page.text.contains("name=\"lost\""), "one at a time");
    let page = send(&mut admin, "reset/back", "").await;
    assert!(page.text.contains("Ingetrokken."), "{}", page.text);
    let page = send(&mut admin, "reset", "lost=phrase").await;
    assert!(page.text.contains("Code geldt tot"), "{}", page.text);
    assert!(page.text.contains("\"paper large\""));
}

#[tokio::test]
async fn what_does_not_fit_is_said_beside_the_field_and_nothing_is_kept_of_a_secret() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let form = format!("{KEY}&name=&user=a+b&language=nl");
    let answer = admin.post("/manage/colleagues/new", &form).await;
    let page = follow(&mut admin, &answer).await;
    for field in ["e-name", "e-user", "e-work"] {
        assert!(page.text.contains(&format!("id=\"{field}\"")), "{field}");
    }
    assert!(
        page.text.contains("value=\"a b\""),
        "what was typed is there"
    );
    let (_, code) = invite(&mut admin).await;
    let mut lotte = house.browser();
    lotte.get("/join").await;
    let wrong = lotte.post("/join/code", &format!("{KEY}&paper=nee")).await;
    let page = follow(&mut lotte, &wrong).await;
    assert!(page.text.contains("id=\"e-paper\"") && !page.text.contains("value=\"nee\""));
    lotte
        .post("/join/code", &format!("{KEY}&paper={code}"))
        .await;
    let form = format!("{KEY}&passphrase=password1234&again=password1234");
    let answer = lotte.post("/join/phrase", &form).await;
    let page = follow(&mut lotte, &answer).await;
    assert!(page.text.contains("id=\"e-passphrase\"") && !page.text.contains("password1234"));
}

#[tokio::test]
async fn whoever_leaves_is_led_to_the_sign_in_with_the_next_request() {
    let house = House::new().await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let (path, _) = invite(&mut admin).await;
    let user = path.rsplit('/').next().unwrap().to_owned();
    let mut lotte = house.browser();
    lotte.get("/sign-in").await;
    let form = format!("who={user}&role=reception");
    lotte.post("/sign-in/demo", &form).await;
    assert_eq!(lotte.get("/desk").await.status, StatusCode::OK);
    let page = admin.get(&path).await;
    let rev = between(&page.text, "name=\"rev\" value=\"", "\"").to_owned();
    let unsure = admin
        .post(&format!("{path}/end"), &format!("{KEY}&rev={rev}"))
        .await;
    let page = follow(&mut admin, &unsure).await;
    assert!(page.text.contains("id=\"e-sure\""));
    let form = format!("{KEY}&rev={rev}&sure=yes");
    let answer = admin.post(&format!("{path}/end"), &form).await;
    assert_eq!(answer.goes_to(), Some("/manage/colleagues"));
    assert_eq!(lotte.get("/desk").await.goes_to(), Some("/sign-in"));
}

/// The house's own centre.
async fn centre(house: &House) -> CentreId {
    let all = desk::store::places::centres(house.desk.db()).await;
    all.unwrap()[0].id
}

fn actor(house: &House, centre: CentreId, user: UserId, role: Role) -> Actor {
    let ids = house.desk.ids();
    Actor::Staff(StaffActor {
        user,
        centre,
        role,
        service: None,
        session: SessionId::new(ids),
        request: RequestId::new(ids),
        language: Language::Nl,
        proved_at: house.desk.now(),
    })
}

async fn registered(house: &House, front: &Actor) -> RecordId {
    let identity = Identity {
        name: Some(Name::parse("Rosa Verzonnen").unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    };
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    people::register(&house.desk, front, new, RepeatKey::new(house.desk.ids()))
        .await
        .unwrap()
}

#[tokio::test]
async fn whom_a_colleague_must_not_see_answers_with_the_bytes_of_nobody() {
    let house = House::new().await;
    let centre = centre(&house).await;
    let stranger = UserId::new(house.desk.ids());
    let rosa = registered(&house, &actor(&house, centre, stranger, Role::Reception)).await;
    let mut noor = house.signed_in(Role::Reception).await;
    assert_eq!(
        noor.get(&format!("/people/{rosa}")).await.status,
        StatusCode::OK
    );
    let new = NewDenial {
        user: house.user,
        record: rosa,
        reason: Note::parse("familie").unwrap(),
    };
    let coordinator = actor(&house, centre, stranger, Role::Coordinator);
    denials::set(&house.desk, &coordinator, new).await.unwrap();
    let nobody = RecordId::new(house.desk.ids());
    for path in ["", "/check-in"] {
        let hidden = noor.get(&format!("/people/{rosa}{path}")).await;
        let absent = noor.get(&format!("/people/{nobody}{path}")).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(
            (hidden.status, hidden.text),
            (absent.status, absent.text),
            "{path}"
        );
    }
    let form = format!("{KEY}&kind=victim&purpose=question");
    let hidden = noor.post(&format!("/people/{rosa}/check-in"), &form).await;
    let absent = noor
        .post(&format!("/people/{nobody}/check-in"), &form)
        .await;
    assert_eq!(
        (hidden.status, hidden.goes_to()),
        (absent.status, absent.goes_to())
    );
    noor.post("/search", "q=verzonnen").await;
    assert!(!noor.get("/desk").await.text.contains("Rosa"));
}
