//! Records that may be one person, as browsers answer about them.

use axum::http::StatusCode;
use desk::access::{Actor, StaffActor};
use desk::people;
use domain::person::{Channel, Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::{Name, Phone};
use domain::{Language, Pii, RecordId, RepeatKey, RequestId, SessionId, UserId};

use crate::browser::{Answer, Browser};
use crate::house::House;

async fn front(house: &House) -> Actor {
    let all = desk::store::places::centres(house.desk.db()).await;
    let ids = house.desk.ids();
    Actor::Staff(StaffActor {
        user: UserId::new(ids),
        centre: all.unwrap()[0].id,
        role: Role::Reception,
        service: None,
        session: SessionId::new(ids),
        request: RequestId::new(ids),
        language: Language::Nl,
        proved_at: house.desk.now(),
    })
}

async fn written(house: &House, name: &str) -> RecordId {
    let identity = Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    };
    let contact = SafeContact {
        channel: Channel::Call,
        phone: Some(Phone::parse("0470 12 34 56").unwrap()),
        ..SafeContact::silence()
    };
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(contact),
        someone_else: true,
    };
    let key = RepeatKey::new(house.desk.ids());
    let registered = people::register(&house.desk, &front(house).await, new, key).await;
    registered.unwrap()
}

/// Two records, in the order of their page.
async fn two(house: &House) -> (RecordId, RecordId, String) {
    let (rosa, jo) = (
        written(house, "Rosa Verzonnen").await,
        written(house, "Jo Bedacht").await,
    );
    let (one, other) = (rosa.min(jo), rosa.max(jo));
    (rosa, jo, format!("/people/pairs/{one}/{other}"))
}

/// Sends a form with a key of its own, and opens the page it leads to.
async fn send(browser: &mut Browser, key: u32, (path, fields): (&str, &str)) -> (String, Answer) {
    let form = format!("idem_key={key:032x}&{fields}");
    let sent = browser.post(path, &form).await;
    let to = sent.goes_to().expect("a redirect").to_owned();
    let page = browser.get(&to).await;
    (to, page)
}

#[tokio::test]
async fn two_records_are_joined_with_a_reason_and_taken_back() {
    let house = House::new().await;
    let (rosa, jo, pair) = two(&house).await;
    let mut front = house.signed_in(Role::Reception).await;
    let same = format!("{pair}/same");
    let page = front.get(&pair).await;
    assert!(page.text.contains("0470") && page.text.contains("Jo Bedacht"));
    let (to, page) = send(&mut front, 1, (&same, "rev=0&note=Dezelfde+kaart.")).await;
    assert_eq!(to, pair);
    assert!(!page.beside("basis").is_empty());
    assert!(page.text.contains("Dezelfde kaart."), "what was typed");
    let (_, page) = send(&mut front, 2, (&same, "rev=0&basis=other&note=")).await;
    assert!(!page.beside("note").is_empty());
    let fields = "rev=0&basis=papers&note=Dezelfde+kaart.";
    let (to, page) = send(&mut front, 3, (&same, fields)).await;
    assert_eq!(to, "/people/pairs");
    assert!(page.text.contains("Dit is nu één persoon."));
    for (card, other) in [(rosa, "Jo Bedacht"), (jo, "Rosa Verzonnen")] {
        let card = front.get(&format!("/people/{card}")).await.text;
        assert!(card.contains("Ook geschreven als") && card.contains(other));
        assert!(card.contains(&pair), "the way to take it back");
    }
    let (to, page) = send(&mut front, 4, (&format!("{pair}/two"), "rev=1")).await;
    assert_eq!(to, pair);
    assert!(page.text.contains("zijn al één persoon"));
    let (_, page) = send(&mut front, 5, (&format!("{pair}/back"), "rev=0")).await;
    assert!(page.text.contains("Een collega heeft intussen"));
    let (_, page) = send(&mut front, 6, (&format!("{pair}/back"), "rev=1")).await;
    assert!(page.text.contains("Teruggenomen."));
    let card = front.get(&format!("/people/{rosa}")).await.text;
    assert!(!card.contains("Ook geschreven als"));
}

#[tokio::test]
async fn a_coordinator_compares_names_and_nobody_else_reads_anything() {
    let house = House::new().await;
    let (_, _, pair) = two(&house).await;
    let mut coordinator = house.signed_in(Role::Coordinator).await;
    let page = coordinator.get(&pair).await.text;
    assert!(page.contains("Rosa Verzonnen") && !page.contains("0470"));
    assert_eq!(
        coordinator.get("/people/pairs").await.status,
        StatusCode::OK
    );
    let mut admin = house.signed_in(Role::Administrator).await;
    for path in [pair.as_str(), "/people/pairs"] {
        assert_eq!(admin.get(path).await.status, StatusCode::NOT_FOUND);
    }
    let (half, _) = pair.rsplit_once('/').unwrap();
    let own = half.rsplit_once('/').unwrap().1;
    let mut front = house.signed_in(Role::Reception).await;
    for nobody in [own, "x", "00000000000000000000000000000001"] {
        let path = format!("{half}/{nobody}");
        assert_eq!(
            front.get(&path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
