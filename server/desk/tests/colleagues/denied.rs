//! Whom a colleague must not see: for that colleague she is nobody.

use desk::access::Actor;
use desk::denials::{self, DenialError, NewDenial};
use desk::erasures::{self, Request};
use desk::ledger::Deed;
use desk::people::{self, PersonError};
use desk::seal::Subject;
use desk::visits::{self, Seen, VisitError};
use domain::person::{Correction, Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::{Name, Note};
use domain::visit::{CheckIn, Purpose, Token, VisitKind};
use domain::{Day, DenialId, Pii, RecordId, RepeatKey, UserId, VisitId};

use crate::door::{House, run};
use crate::inside::at_work;
use crate::stores::both_engines;

both_engines! {
    async fn for_the_colleague_she_is_nobody(stores) { run(stores, nobody).await; }
    async fn for_everybody_else_nothing_changes(stores) { run(stores, others).await; }
    async fn a_search_is_as_full_as_without_her(stores) { run(stores, full).await; }
    async fn the_list_hides_what_is_about_oneself(stores) { run(stores, hidden).await; }
    async fn nor_is_she_counted_among_those_who_ask_to_be_erased(stores) { run(stores, counted).await; }
    async fn lifting_shows_her_again(stores) { run(stores, lifted).await; }
    async fn a_denial_is_in_the_ledger_of_the_backups(stores) { run(stores, written).await; }
    async fn another_process_keeps_her_away_too(stores) { run(stores, elsewhere).await; }
}

pub fn desk_of(house: &House, user: UserId) -> Actor {
    at_work(house, user, Role::Reception)
}

pub fn coordinator(house: &House) -> Actor {
    at_work(house, house.sam.user, Role::Coordinator)
}

pub fn identity(name: &str) -> Identity {
    Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    }
}

pub async fn registered(house: &House, name: &str) -> RecordId {
    let new = NewPerson {
        identity: Pii::new(identity(name)),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let key = RepeatKey::new(house.desk.ids());
    people::register(&house.desk, &desk_of(house, house.sam.user), new, key)
        .await
        .unwrap()
}

/// A correction of a revision that nobody has.
fn correction(record: RecordId) -> Correction {
    Correction {
        record,
        rev: 99,
        identity: Pii::new(identity("Iemand Anders")),
        contact: Pii::new(SafeContact::silence()),
    }
}

pub fn asked(record: Option<RecordId>) -> CheckIn {
    CheckIn {
        record,
        kind: VisitKind::Victim,
        purpose: Purpose::FirstTalk,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again: true,
        alone: false,
    }
}

pub async fn received(house: &House, record: Option<RecordId>) -> VisitId {
    let key = RepeatKey::new(house.desk.ids());
    visits::check_in(
        &house.desk,
        &desk_of(house, house.sam.user),
        asked(record),
        key,
    )
    .await
    .unwrap()
}

pub async fn deny(house: &House, user: UserId, record: RecordId) -> Result<DenialId, DenialError> {
    let new = NewDenial {
        user,
        record,
        reason: Note::parse("familie").unwrap(),
    };
    denials::set(&house.desk, &coordinator(house), new).await
}

pub fn seen(house: &House, visit: VisitId, rev: i64) -> Seen {
    Seen {
        visit,
        rev,
        key: RepeatKey::new(house.desk.ids()),
    }
}

/// What every way of reading a person and a visit answers, without which person and visit it is.
async fn every_way(
    house: &House,
    user: UserId,
    (record, visit): (RecordId, VisitId),
) -> Vec<String> {
    let (desk, actor) = (&house.desk, desk_of(house, user));
    let key = || RepeatKey::new(desk.ids());
    let person = |error: PersonError| format!("{error:?}");
    let refused = |error: VisitError| format!("{error:?}");
    let number = visits::check_in(desk, &actor, asked(None), key())
        .await
        .unwrap();
    let shown = people::show(desk, &actor, record).await;
    let revealed = visits::reveal(desk, &actor, visit).await;
    let linked = visits::link(desk, &actor, seen(house, number, 1), record).await;
    let received = visits::check_in(desk, &actor, asked(Some(record)), key()).await;
    let waits = visits::wait(desk, &actor, seen(house, visit, 1)).await;
    let stale = visits::leave(desk, &actor, seen(house, visit, 99)).await;
    let token = visits::one(desk, &actor, visit).await;
    let board = visits::board(desk, &actor).await.unwrap().present;
    let corrected = people::correct(desk, &actor, correction(record), key()).await;
    let today = visits::today(desk, &actor, record).await;
    let inside = visits::inside(desk, &actor, &[record]).await.unwrap();
    let undone = visits::undo(desk, &actor, seen(house, visit, 99)).await;
    let undoable = visits::undoable(desk, &actor, visit).await;
    let stays = visits::still_here(desk, &actor, seen(house, visit, 99)).await;
    let met = visits::met(desk, &actor, seen(house, visit, 99)).await;
    let slip = visits::slip(desk, &actor, visit, None).await;
    let closing = visits::closing(desk, &actor).await.unwrap();
    let closing = closing.asked.iter().any(|one| one.id == visit);
    let answers = vec![
        format!("{:?}", shown.map(|_| ()).map_err(person)),
        format!("{:?}", revealed.map(|_| ()).map_err(refused)),
        format!("{:?}", linked.map_err(refused)),
        format!("{:?}", received.map(|_| ()).map_err(refused)),
        format!("{:?}", waits.map_err(refused)),
        format!("{:?}", stale.map_err(refused)),
        format!("{:?}", token.map(|_| ()).map_err(refused)),
        format!("{:?}", board.iter().any(|one| one.id == visit)),
        format!("{:?}", corrected.map_err(person)),
        format!("{:?}", !today.unwrap().is_empty()),
        format!("{:?}", !inside.is_empty()),
        format!("{:?}", undone.map_err(refused)),
        format!("{:?}", undoable.map(|_| ()).map_err(refused)),
        format!("{:?}", stays.map_err(refused)),
        format!("{:?}", met.map_err(refused)),
        format!("{:?}", slip.map(|_| ()).map_err(refused)),
        format!("{closing:?}"),
    ];
    visits::leave(desk, &actor, seen(house, number, 1))
        .await
        .unwrap();
    answers
}

/// The records a search finds.
pub async fn found(house: &House, user: UserId, typed: &str) -> Vec<RecordId> {
    let actor = desk_of(house, user);
    let hits = people::find(&house.desk, &actor, &Pii::new(typed.to_owned())).await;
    hits.unwrap().iter().map(|hit| hit.record).collect()
}

async fn nobody(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let visit = received(house, Some(rosa)).await;
    let noor = house.noor.user;
    assert_eq!(found(house, noor, "verzonnen").await, [rosa]);
    let code = visits::called(&house.desk, &desk_of(house, noor), Token::new(1)).await;
    assert!(code.unwrap().is_some_and(|one| one.who.is_some()));
    deny(house, noor, rosa).await.unwrap();
    assert!(found(house, noor, "verzonnen").await.is_empty());
    let (actor, rosas) = (desk_of(house, noor), Pii::new(identity("Rosa Verzonnen")));
    let same = people::likely_same(&house.desk, &actor, &rosas).await;
    assert!(same.unwrap().is_empty(), "nor by writing her down again");
    let code = visits::called(&house.desk, &actor, Token::new(1)).await;
    assert!(code.unwrap().is_none(), "nor by the code of her visit");
    let absent = (
        RecordId::new(house.desk.ids()),
        VisitId::new(house.desk.ids()),
    );
    let of_nobody = every_way(house, noor, absent).await;
    assert_eq!(every_way(house, noor, (rosa, visit)).await, of_nobody);
    assert!(
        of_nobody
            .iter()
            .all(|answer| answer.contains("NotFound") || answer == "false")
    );
}

async fn others(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let jan = registered(house, "Jan Verzonnen").await;
    let visit = received(house, Some(rosa)).await;
    deny(house, house.noor.user, rosa).await.unwrap();
    let sam = desk_of(house, house.sam.user);
    assert_eq!(found(house, house.sam.user, "rosa verzonnen").await, [rosa]);
    assert!(people::show(&house.desk, &sam, rosa).await.is_ok());
    assert!(
        visits::reveal(&house.desk, &sam, visit)
            .await
            .unwrap()
            .person
            .is_some()
    );
    let noor = desk_of(house, house.noor.user);
    assert_eq!(found(house, house.noor.user, "verzonnen").await, [jan]);
    assert!(people::show(&house.desk, &noor, jan).await.is_ok());
    let twice = deny(house, house.noor.user, rosa).await;
    assert!(matches!(twice, Err(DenialError::Already)));
    let nobody = deny(house, UserId::new(house.desk.ids()), jan).await;
    assert!(matches!(nobody, Err(DenialError::NotFound)));
}

/// Twenty-one match; the search shows twenty. Without one of them it shows the other twenty.
async fn full(house: &House) {
    let mut all = Vec::new();
    for number in 0..21_u8 {
        let letter = char::from(b'a' + number);
        all.push(registered(house, &format!("Verzonnen {letter}{letter}")).await);
    }
    let before = found(house, house.noor.user, "verzonnen").await;
    assert_eq!((before.len(), before.contains(&all[20])), (20, false));
    deny(house, house.noor.user, all[3]).await.unwrap();
    let after = found(house, house.noor.user, "verzonnen").await;
    assert_eq!(after.len(), 20);
    assert!(after.contains(&all[20]) && !after.contains(&all[3]));
}

async fn hidden(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let id = deny(house, house.noor.user, rosa).await.unwrap();
    let listed = denials::all(&house.desk, &coordinator(house))
        .await
        .unwrap();
    assert_eq!(listed.len(), 1);
    let person = listed[0].person.as_ref().unwrap().reveal().as_str();
    assert_eq!(
        (person, listed[0].reason.reveal().as_str()),
        ("Rosa Verzonnen", "familie")
    );
    assert_eq!(
        listed[0].colleague.as_ref().unwrap().reveal().as_str(),
        "noor"
    );
    for role in [Role::Coordinator, Role::Administrator] {
        let noor = at_work(house, house.noor.user, role);
        assert!(denials::all(&house.desk, &noor).await.unwrap().is_empty());
        let refused = denials::lift(&house.desk, &noor, id).await;
        assert!(matches!(refused, Err(DenialError::NotFound)));
        let searched = denials::find(&house.desk, &noor, &Pii::new("rosa".to_owned())).await;
        assert!(searched.unwrap().is_empty());
        let new = NewDenial {
            user: house.sam.user,
            record: rosa,
            reason: Note::parse("wie is dit").unwrap(),
        };
        let set = denials::set(&house.desk, &noor, new).await;
        assert!(matches!(set, Err(DenialError::NotFound)));
    }
    for role in [Role::Reception, Role::Service, Role::Facilitator] {
        let actor = at_work(house, house.sam.user, role);
        let refused = denials::all(&house.desk, &actor).await;
        assert!(
            matches!(refused, Err(DenialError::Forbidden(_))),
            "{role:?}"
        );
    }
}

async fn counted(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let front = desk_of(house, house.sam.user);
    let request = Request {
        record: rosa,
        asker: Pii::new(None),
        asked_on: Day::new(2026, 3, 9).unwrap(),
    };
    let key = RepeatKey::new(house.desk.ids());
    erasures::note(&house.desk, &front, request, key)
        .await
        .unwrap();
    deny(house, house.noor.user, rosa).await.unwrap();
    for (user, count) in [(house.noor.user, 0), (house.sam.user, 1)] {
        let actor = at_work(house, user, Role::Coordinator);
        let all = erasures::all(&house.desk, &actor).await.unwrap();
        let (open, _) = erasures::counted(&house.desk, &actor).await.unwrap();
        assert_eq!((all.len(), open), (count, count));
    }
}

async fn lifted(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let visit = received(house, Some(rosa)).await;
    let id = deny(house, house.noor.user, rosa).await.unwrap();
    denials::lift(&house.desk, &coordinator(house), id)
        .await
        .unwrap();
    let noor = desk_of(house, house.noor.user);
    assert_eq!(found(house, house.noor.user, "rosa").await, [rosa]);
    assert!(people::show(&house.desk, &noor, rosa).await.is_ok());
    assert!(visits::reveal(&house.desk, &noor, visit).await.is_ok());
    assert!(
        deny(house, house.noor.user, rosa).await.is_ok(),
        "and set anew"
    );
}

async fn written(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let id = deny(house, house.noor.user, rosa).await.unwrap();
    let entries = desk::store::ledger::all(house.desk.db()).await.unwrap();
    let deeds: Vec<Deed> = entries.into_iter().map(|entry| entry.deed).collect();
    assert_eq!(
        deeds,
        [Deed::Denied(Subject::house(house.centre), id.uuid())]
    );
}

/// A process whose index of names does not know her yet recognises her by her pseudonym.
async fn elsewhere(house: &House) {
    let rosa = registered(house, "Rosa Verzonnen").await;
    let visit = received(house, Some(rosa)).await;
    deny(house, house.noor.user, rosa).await.unwrap();
    house.desk.index().forget_all();
    let noor = desk_of(house, house.noor.user);
    let shown = people::show(&house.desk, &noor, rosa).await;
    assert!(matches!(shown, Err(PersonError::NotFound)));
    let revealed = visits::reveal(&house.desk, &noor, visit).await;
    assert!(matches!(revealed, Err(VisitError::NotFound)));
    assert!(
        visits::board(&house.desk, &noor)
            .await
            .unwrap()
            .present
            .is_empty()
    );
}
