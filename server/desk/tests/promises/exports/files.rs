//! A file of all people leaves by two colleagues, within the hour, once; and what was read in comes
//! out again.

use desk::access::{Actor, StaffActor};
use desk::denials::{self, NewDenial};
use desk::exports::{self, ExportError, Taking};
use desk::imports::{IfKnown, State};
use domain::role::Role;
use domain::text::{Note, Remark};
use domain::{ExportId, Pii, RepeatKey};

use crate::on_both_engines;
use crate::promises::imports::{administrator, agree, all, run, send};
use crate::support::ground::{at, id};
use crate::support::house::House;

on_both_engines! {
    two => a_file_leaves_by_two_colleagues_and_once_on_sqlite,
        a_file_leaves_by_two_colleagues_and_once_on_postgres;
    barred => a_file_leaves_out_whom_the_asker_must_not_see_on_sqlite,
        a_file_leaves_out_whom_the_asker_must_not_see_on_postgres;
    old => a_file_is_made_anew_or_goes_when_it_is_old_on_sqlite,
        a_file_is_made_anew_or_goes_when_it_is_old_on_postgres;
    late => a_request_ends_after_an_hour_on_sqlite, a_request_ends_after_an_hour_on_postgres;
}

/// A colleague who can be named.
pub async fn named(house: &House, name: &str, role: Role) -> Actor {
    let new = desk::staff::NewColleague {
        name: domain::text::Name::parse(name).unwrap(),
        user: domain::signin::UserName::parse(name).unwrap(),
        language: domain::Language::Nl,
        posts: vec![(role, None)],
        passphrase: domain::signin::Passphrase::parse("zeven witte zwanen zwemmen".to_owned())
            .unwrap(),
    };
    let shell = crate::support::ground::shell(house, house.centre);
    let added = desk::staff::add(&house.desk, &shell, new).await.unwrap();
    match house.colleague(role) {
        Actor::Staff(staff) => Actor::Staff(StaffActor {
            user: added.user,
            ..staff
        }),
        other => other,
    }
}

fn reason() -> Pii<Remark> {
    Pii::new(Remark::parse("Overstap naar een ander programma").unwrap())
}

async fn asked(house: &House, actor: &Actor, key: u128) -> ExportId {
    let key = RepeatKey::from_uuid(id(key));
    exports::ask(&house.desk, actor, &reason(), key)
        .await
        .unwrap()
}

const SHEET: &str = "name,alias,unnamed,birth_date,languages,contact,phone,email,contact_when,\
contact_never,contact_until\r\n\
\"Smet, \"\"Ro\"\" De\",Ster,,1986-03-12,fr tr,call,'+32470123456,r@voorbeeld.be,\
\"na 9 u; voor 15 u\",'-nooit bellen,2027-01-31\r\n\
,,yes,,,,,,,,\r\n";

/// The lines of a file in one order.
fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

async fn two(house: House) {
    let sent = send(&house, SHEET.as_bytes(), 1000).await.unwrap();
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    let read_in = run(&house, sent).await;
    assert_eq!((read_in.state, read_in.written), (State::Done, 2));
    let asker = named(&house, "noor", Role::Administrator).await;
    let other = named(&house, "karim", Role::Coordinator).await;
    let request = asked(&house, &asker, 1).await;
    assert_eq!(asked(&house, &asker, 1).await, request);
    let own = exports::release(&house.desk, &asker, (request, 1)).await;
    assert!(matches!(own, Err(ExportError::SamePerson)));
    let early = exports::make_ready(&house.desk, &asker, (request, 1)).await;
    assert!(matches!(early, Err(ExportError::Stale)));
    exports::release(&house.desk, &other, (request, 1))
        .await
        .unwrap();
    let shown = exports::list(&house.desk, &other).await.unwrap();
    assert_eq!(
        (shown[0].name.reveal().as_str(), shown[0].own),
        ("noor", false)
    );
    assert_eq!(shown[0].reason.reveal(), reason().reveal().as_str());
    let stranger = exports::make_ready(&house.desk, &administrator(&house), (request, 2)).await;
    assert!(matches!(stranger, Err(ExportError::NotFound)));
    let unready = exports::take(&house.desk, &asker, request).await;
    assert!(matches!(unready, Err(ExportError::NotFound)));
    let unmade = exports::make_ready(&house.desk, &asker, (request, 2)).await;
    assert!(matches!(unmade, Err(ExportError::Stale)));
    assert!(exports::work(&house.desk, &maker(&house)).await.unwrap());
    assert!(
        !exports::work(&house.desk, &maker(&house)).await.unwrap(),
        "nothing more"
    );
    let broken = begun(&house, &asker, (request, 3)).await.unwrap();
    drop(broken);
    let again = exports::take(&house.desk, &asker, request).await;
    assert!(
        matches!(again, Err(ExportError::NotFound)),
        "ready for one try"
    );
    let mut taking = begun(&house, &asker, (request, 5)).await.unwrap();
    assert_eq!(lines(&whole(&mut taking).await), lines(SHEET));
    assert!(matches!(
        begun(&house, &asker, (request, 7)).await,
        Err(ExportError::Stale)
    ));
    let left: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT COUNT(*) FROM file_piece").fetch_one(p));
    assert_eq!(left, 0, "pieces of a file that was taken");
}

fn maker(house: &House) -> Actor {
    Actor::Job {
        name: "export",
        centre: house.centre,
        request: domain::RequestId::new(house.desk.ids()),
    }
}

/// Asks for the file that is made, and begins to take it.
async fn begun(
    house: &House,
    asker: &Actor,
    (request, rev): (ExportId, i64),
) -> Result<Taking, ExportError> {
    exports::make_ready(&house.desk, asker, (request, rev)).await?;
    exports::take(&house.desk, asker, request).await
}

/// The file to its end, without the mark at its beginning.
async fn whole(taking: &mut Taking) -> String {
    let mut bytes = Vec::new();
    while let Some(piece) = taking.next().await.unwrap() {
        bytes.extend(piece.reveal());
    }
    let text = String::from_utf8(bytes).unwrap();
    text.strip_prefix('\u{FEFF}').unwrap().to_owned()
}

/// A file that is made when somebody is kept from the one who asked, and one that nobody takes.
async fn old(house: House) {
    let sent = send(&house, SHEET.as_bytes(), 1000).await.unwrap();
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    let asker = named(&house, "noor", Role::Administrator).await;
    let other = named(&house, "sam", Role::Administrator).await;
    let request = asked(&house, &asker, 78).await;
    exports::release(&house.desk, &other, (request, 1))
        .await
        .unwrap();
    assert!(exports::work(&house.desk, &maker(&house)).await.unwrap());
    keep_smet_from(&house, &asker, &other).await;
    let stale = exports::make_ready(&house.desk, &asker, (request, 3)).await;
    assert!(matches!(stale, Err(ExportError::Stale)), "it is made anew");
    assert!(exports::work(&house.desk, &maker(&house)).await.unwrap());
    let mut taking = begun(&house, &asker, (request, 5)).await.unwrap();
    assert!(!whole(&mut taking).await.contains("Smet"));
    let second = asked(&house, &asker, 79).await;
    exports::release(&house.desk, &other, (second, 1))
        .await
        .unwrap();
    assert!(exports::work(&house.desk, &maker(&house)).await.unwrap());
    let sweeper = Actor::Job {
        name: "sweep",
        centre: house.centre,
        request: domain::RequestId::new(house.desk.ids()),
    };
    assert_eq!(exports::sweep(&house.desk, &sweeper).await.unwrap(), 0);
    house.still.pass(60 * 60);
    assert_eq!(exports::sweep(&house.desk, &sweeper).await.unwrap(), 1);
    let left: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT COUNT(*) FROM file_piece").fetch_one(p));
    assert_eq!(left, 0, "pieces of a file that nobody took");
}

async fn keep_smet_from(house: &House, asker: &Actor, other: &Actor) {
    let front = house.colleague(Role::Reception);
    let hits = desk::people::find(&house.desk, &front, &Pii::new("smet".to_owned())).await;
    let Actor::Staff(staff) = asker else {
        panic!("a colleague asks")
    };
    let new = NewDenial {
        user: staff.user,
        record: hits.unwrap()[0].record,
        reason: Note::parse("familie").unwrap(),
    };
    denials::set(&house.desk, other, new).await.unwrap();
}

async fn late(house: House) {
    let (asker, other) = (administrator(&house), administrator(&house));
    let request = asked(&house, &asker, 1).await;
    let hour_ago = at(-60).utc();
    crate::changed!(house.desk.db(), p =>
        sqlx::query("UPDATE export_request SET asked_at = $1").bind(hour_ago).execute(p));
    let late = exports::release(&house.desk, &other, (request, 1)).await;
    assert!(matches!(late, Err(ExportError::Stale)));
    let (front, why) = (house.colleague(Role::Coordinator), reason());
    let key = RepeatKey::from_uuid(id(4));
    let denied = exports::ask(&house.desk, &front, &why, key).await;
    assert!(matches!(denied, Err(ExportError::Forbidden(_))));
}

async fn barred(house: House) {
    let sent = send(&house, SHEET.as_bytes(), 1000).await.unwrap();
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    let asker = named(&house, "noor", Role::Administrator).await;
    let other = named(&house, "sam", Role::Administrator).await;
    keep_smet_from(&house, &asker, &other).await;
    let request = asked(&house, &asker, 77).await;
    exports::release(&house.desk, &other, (request, 1))
        .await
        .unwrap();
    assert!(exports::work(&house.desk, &maker(&house)).await.unwrap());
    let mut taking = begun(&house, &asker, (request, 3)).await.unwrap();
    let text = whole(&mut taking).await;
    assert!(!text.contains("Smet"));
    assert_eq!(lines(&text).len(), 2, "the heads and somebody else");
}
