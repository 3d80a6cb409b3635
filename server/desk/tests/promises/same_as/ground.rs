//! What these stories stand on: people who were written down twice, and what everybody finds of them.

use desk::access::{Actor, StaffActor};
use desk::colleagues::{self, NewColleague};
use desk::denials::{self, NewDenial};
use desk::same_as::{self, PairError};
use desk::{Desk, people, visits};
use domain::person::{Correction, Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::same_as::{Answer, Basis, Couple, Verdict, Why};
use domain::signin::UserName;
use domain::text::{Name, Note};
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{Day, Language, Pii, RecordId, RepeatKey, UserId, VisitId};

use crate::support::house::House;

pub fn identity(name: &str, born: Option<Day>) -> Identity {
    Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born,
        tongues: vec![],
    }
}

pub fn born() -> Option<Day> {
    Day::new(1986, 3, 12).ok()
}

pub fn key(house: &House) -> RepeatKey {
    RepeatKey::new(house.desk.ids())
}

pub async fn register(house: &House, name: &str) -> RecordId {
    let new = NewPerson {
        identity: Pii::new(identity(name, None)),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let front = house.colleague(Role::Reception);
    let registered = people::register(&house.desk, &front, new, key(house)).await;
    registered.unwrap()
}

/// Somebody who was written down under a wrong name, which is put right afterwards: nobody was asked
/// whether she is known.
pub async fn renamed(house: &House, wrong: &str, right: &str) -> RecordId {
    let record = register(house, wrong).await;
    let asked = Correction {
        record,
        rev: 1,
        identity: Pii::new(identity(right, born())),
        contact: Pii::new(SafeContact::silence()),
    };
    let front = house.colleague(Role::Reception);
    let corrected = people::correct(&house.desk, &front, asked, key(house)).await;
    corrected.unwrap();
    record
}

pub fn two(one: RecordId, other: RecordId) -> Couple<RecordId> {
    Couple::of(one, other).unwrap()
}

pub fn answer(couple: Couple<RecordId>, verdict: Verdict, rev: i64) -> Answer {
    Answer {
        couple,
        rev,
        verdict,
        why: Pii::new(Why {
            basis: Some(Basis::Papers),
            note: Note::optional("Dezelfde kaart.").unwrap(),
        }),
    }
}

/// How often something was said of two records, as their page says it.
pub async fn rev(desk: &Desk, actor: &Actor, couple: Couple<RecordId>) -> i64 {
    let shown = same_as::show(desk, actor, couple).await;
    shown.unwrap().rev
}

pub async fn say(
    house: &House,
    actor: &Actor,
    (couple, verdict): (Couple<RecordId>, Verdict),
) -> Result<(), PairError> {
    let rev = rev(&house.desk, actor, couple).await;
    let answer = answer(couple, verdict, rev);
    same_as::say(&house.desk, actor, answer, key(house)).await
}

pub async fn take_back(
    house: &House,
    actor: &Actor,
    couple: Couple<RecordId>,
) -> Result<(), PairError> {
    let rev = rev(&house.desk, actor, couple).await;
    same_as::take_back(&house.desk, actor, (couple, rev), key(house)).await
}

pub fn arriving(record: RecordId, again: bool) -> CheckIn {
    CheckIn {
        record: Some(record),
        kind: VisitKind::Victim,
        purpose: Purpose::FirstTalk,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        alone: false,
        again,
    }
}

pub async fn arrives(house: &House, record: RecordId) -> VisitId {
    let front = house.colleague(Role::Reception);
    let visit = visits::check_in(&house.desk, &front, arriving(record, true), key(house)).await;
    visit.unwrap()
}

/// What the desk is told of each record: her visits, who is in the house, who is found and who is one.
pub async fn told(house: &House, records: &[RecordId]) -> Vec<String> {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let mut told = Vec::new();
    for record in records {
        let today = visits::today(desk, &front, *record).await.unwrap();
        let today: Vec<VisitId> = today.iter().map(|visit| visit.id).collect();
        let inside = visits::inside(desk, &front, &[*record]).await.unwrap();
        let inside: Vec<VisitId> = inside.iter().map(|(_, visit)| visit.id).collect();
        let card = people::show(desk, &front, *record).await.unwrap();
        let person = desk.index().person(house.centre, *record);
        told.push(format!("{today:?} {inside:?} {} {person:?}", card.rev));
    }
    let asked = Pii::new("verzonnen".to_owned());
    let hits = people::find(desk, &front, &asked).await;
    let hits: Vec<RecordId> = hits.unwrap().iter().map(|hit| hit.record).collect();
    told.push(format!("{hits:?}"));
    told
}

/// A colleague with an account, as the reception.
pub async fn colleague(house: &House, name: &str) -> (UserId, Actor) {
    let new = NewColleague {
        name: Name::parse("Sam Verzonnen").unwrap(),
        user: UserName::parse(name).unwrap(),
        language: Language::Nl,
        work: vec![(Role::Reception, None)],
    };
    let boss = house.colleague(Role::Administrator);
    let user = colleagues::invite(&house.desk, &boss, new).await;
    let user = user.unwrap().user;
    let Actor::Staff(staff) = house.colleague(Role::Reception) else {
        unreachable!("a colleague is one");
    };
    (user, Actor::Staff(StaffActor { user, ..staff }))
}

pub async fn deny(house: &House, user: UserId, record: RecordId) {
    let denial = NewDenial {
        user,
        record,
        reason: Note::parse("familie").unwrap(),
    };
    let coordinator = house.colleague(Role::Coordinator);
    let set = denials::set(&house.desk, &coordinator, denial).await;
    set.unwrap();
}
