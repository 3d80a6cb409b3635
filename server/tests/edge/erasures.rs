//! Erasing somebody as browsers do it: from her card, with what would go before their eyes.

use axum::http::StatusCode;
use desk::access::{Actor, StaffActor};
use desk::erasures::{self, Looked};
use desk::people;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::{ErasureId, Language, Pii, RecordId, RepeatKey, RequestId, SessionId, UserId};

use crate::browser::{Answer, Browser};
use crate::house::House;

pub async fn colleague(house: &House, role: Role) -> Actor {
    let all = desk::store::places::centres(house.desk.db()).await;
    let ids = house.desk.ids();
    Actor::Staff(StaffActor {
        user: UserId::new(ids),
        centre: all.unwrap()[0].id,
        role,
        service: None,
        session: SessionId::new(ids),
        request: RequestId::new(ids),
        language: Language::Nl,
        proved_at: house.desk.now(),
    })
}

pub async fn rosa(house: &House) -> RecordId {
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
    let front = colleague(house, Role::Reception).await;
    let key = RepeatKey::new(house.desk.ids());
    people::register(&house.desk, &front, new, key)
        .await
        .unwrap()
}

/// Sends a form with a key of its own, and opens the page it leads to.
pub async fn send(
    browser: &mut Browser,
    key: u32,
    (path, fields): (&str, &str),
) -> (String, Answer) {
    let form = format!("idem_key={key:032x}&{fields}");
    let sent = browser.post(path, &form).await;
    let to = sent.goes_to().expect("a redirect").to_owned();
    let page = browser.get(&to).await;
    (to, page)
}

/// Writes a request down; gives its page.
pub async fn noted(browser: &mut Browser, rosa: RecordId) -> (String, Answer) {
    let of = format!("/manage/erasures/of/{rosa}");
    send(browser, 1, (&of, "day=10-03-2026&asker=Mr.+Raad")).await
}

#[tokio::test]
async fn the_front_desk_passes_a_request_on_from_her_card() {
    let house = House::new().await;
    let rosa = rosa(&house).await;
    let mut front = house.signed_in(Role::Reception).await;
    let (card, of) = (
        format!("/people/{rosa}"),
        format!("/manage/erasures/of/{rosa}"),
    );
    assert!(front.get(&card).await.text.contains(&of));
    let form = front.get(&of).await;
    assert!(form.text.contains("Gegevens van Rosa Verzonnen"));
    let (_, page) = send(&mut front, 2, (&of, "day=31-02-2026&asker=Mr.+Raad")).await;
    assert_eq!(
        page.beside("day"),
        "Deze dag bestaat niet. Kijk dag en maand na: 12-03-1986."
    );
    assert!(page.text.contains("value=\"Mr. Raad\""), "what was typed");
    let (_, page) = send(&mut front, 3, (&of, "day=1-1-2027&asker=")).await;
    assert!(!page.beside("day").is_empty());
    let (to, page) = noted(&mut front, rosa).await;
    assert_eq!(to, card);
    assert!(page.text.contains("De vraag is opgeschreven."));
    let list = front.get("/manage/erasures").await;
    assert_eq!(list.status, StatusCode::NOT_FOUND, "the list is not theirs");
    let (to, page) = send(&mut front, 4, (&of, "day=10-03-2026&asker=")).await;
    assert_eq!(to, of);
    assert!(!page.beside("day").is_empty(), "one has not ended");
}

#[tokio::test]
async fn two_colleagues_see_the_same_and_erase_her() {
    let house = House::new().await;
    let rosa = rosa(&house).await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let (_, hits) = send(&mut admin, 9, ("/manage/erasures/search", "q=verzonnen")).await;
    assert!(hits.text.contains(&format!("/manage/erasures/of/{rosa}")));
    let (path, page) = noted(&mut admin, rosa).await;
    for part in [
        "Rosa Verzonnen",
        "Mr. Raad",
        "10 april 2026",
        "wordt gewist",
    ] {
        assert!(page.text.contains(part), "{part}");
    }
    let list = admin.get("/manage/erasures").await.text;
    assert!(list.contains(&path) && !list.contains("Verzonnen"));
    let index = admin.get("/manage").await.text;
    assert!(index.contains("1 open"));
    let unsure = format!("rev=1&mark={}", page.value_of("mark"));
    let early = format!("{unsure}&sure=yes");
    let (_, page) = send(&mut admin, 2, (&format!("{path}/release"), &early)).await;
    assert!(page.text.contains("Niemand vroeg dit"));
    asked(&house, &path).await;
    let page = admin.get(&path).await;
    let fields = format!("rev=2&mark={}", page.value_of("mark"));
    let (_, page) = send(&mut admin, 3, (&format!("{path}/release"), &fields)).await;
    assert!(!page.beside("sure").is_empty());
    let fields = format!("{fields}&sure=yes");
    let (_, page) = send(&mut admin, 4, (&format!("{path}/release"), &fields)).await;
    assert!(page.text.contains("Gewist.") && !page.text.contains("Verzonnen"));
    let mut front = house.signed_in(Role::Reception).await;
    let card = front.get(&format!("/people/{rosa}")).await;
    assert_eq!(card.status, StatusCode::NOT_FOUND);
}

/// Another colleague asks.
async fn asked(house: &House, path: &str) {
    let id = ErasureId::parse(path.rsplit('/').next().unwrap()).unwrap();
    let other = colleague(house, Role::Coordinator).await;
    let shown = erasures::show(&house.desk, &other, id).await.unwrap();
    let looked = Looked {
        id,
        rev: shown.listed.rev,
        digest: shown.preview.unwrap().digest,
    };
    erasures::ask(&house.desk, &other, looked).await.unwrap();
}

#[tokio::test]
async fn a_reason_that_fits_everybody_is_not_taken() {
    let house = House::new().await;
    let rosa = rosa(&house).await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let (path, _) = noted(&mut admin, rosa).await;
    let refuse = format!("{path}/refuse");
    let general = "Wij kunnen niet aan uw verzoek voldoen, op grond van de wet.";
    for reason in ["", "Nee.", general] {
        let fields = format!("rev=1&reason={}", reason.replace(' ', "+"));
        let (_, page) = send(&mut admin, 5, (&refuse, &fields)).await;
        assert!(!page.beside("reason").is_empty(), "{reason}");
        assert!(page.text.contains(reason), "what was typed");
    }
    let own = "De+broer+van+betrokkene+getuigt+op+4+mei+in+de+zaak+waarvoor+dit+nodig+is.";
    let stale = format!("rev=7&reason={own}");
    let (_, page) = send(&mut admin, 6, (&refuse, &stale)).await;
    assert!(page.text.contains("getuigt op 4 mei"), "what was typed");
    let (_, page) = send(&mut admin, 7, (&refuse, &format!("rev=1&reason={own}"))).await;
    assert!(page.text.contains("geweigerd") && page.text.contains("getuigt op 4 mei"));
    let (_, page) = send(&mut admin, 8, (&format!("{path}/withdraw"), "rev=2")).await;
    assert!(page.text.contains("Dit is al afgesloten."));
}
