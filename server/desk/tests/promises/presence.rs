//! Who is in the house already, and what the desk is told before it does something twice.

use desk::access::Actor;
use desk::bus::{Change, Topic};
use desk::colleagues::{self, NewColleague};
use desk::denials::{self, NewDenial};
use desk::people;
use desk::seal::LinkKey;
use desk::store::visits::{self, Bound, StepKind};
use desk::visits::{
    Destination, Owner, Seen, VisitError, board, bring, called, check_in, correct, inside, leave,
    link, reveal, today, told as hears,
};
use domain::role::Role;
use domain::signin::UserName;
use domain::text::{Name, Note, Remark};
use domain::visit::{
    CheckIn, Purpose, Stage, Token, Visit, VisitCorrection, VisitKind, VisitRefusal,
};
use domain::{Language, Pii, RecordId, RepeatKey, VisitId};

use super::people::sent;
use super::visits::{today as day, visit};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, room, service, tx};
use crate::support::house::House;

on_both_engines! {
    kept => the_visits_of_a_person_are_those_of_today_and_any_under_way_on_sqlite,
        the_visits_of_a_person_are_those_of_today_and_any_under_way_on_postgres;
    twice => somebody_inside_is_received_again_only_knowingly_on_sqlite,
        somebody_inside_is_received_again_only_knowingly_on_postgres;
    told => who_is_inside_is_told_for_the_people_asked_and_no_others_on_sqlite,
        who_is_inside_is_told_for_the_people_asked_and_no_others_on_postgres;
    coded => a_code_names_the_visit_of_today_and_whose_it_is_on_sqlite,
        a_code_names_the_visit_of_today_and_whose_it_is_on_postgres;
    joined => a_second_visit_of_somebody_inside_is_hers_only_knowingly_on_sqlite,
        a_second_visit_of_somebody_inside_is_hers_only_knowingly_on_postgres;
    righted => a_visit_is_put_right_once_with_a_step_of_its_own_on_sqlite,
        a_visit_is_put_right_once_with_a_step_of_its_own_on_postgres;
    shared => a_room_that_is_taken_is_entered_only_knowingly_on_sqlite,
        a_room_that_is_taken_is_entered_only_knowingly_on_postgres;
    veiled => where_somebody_is_who_is_not_shown_a_room_is_just_not_free_on_sqlite,
        where_somebody_is_who_is_not_shown_a_room_is_just_not_free_on_postgres;
}

const HERS: LinkKey = LinkKey {
    bytes: [9; 16],
    version: 1,
};

/// No visit of the house.
const NONE: VisitId = VisitId::from_uuid(uuid::Uuid::nil());

async fn stored(house: &House, visit: &Visit, day: domain::Day) {
    let mut tx = tx(house).await;
    let link = Bound {
        key: HERS,
        bond: [3; 16],
    };
    visits::insert(&mut tx, visit, day, Some(link), None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn inside_now(house: &House) -> bool {
    let mut tx = tx(house).await;
    visits::inside(&mut tx, HERS, NONE).await.unwrap()
}

async fn moved(house: &House, visit: Visit) {
    let mut tx = tx(house).await;
    assert!(visits::move_on(&mut tx, &visit).await.unwrap());
    tx.commit().await.unwrap();
}

async fn kept(house: House) {
    let yesterday = day().plus_days(-1);
    let call = Visit {
        kind: VisitKind::PhoneCall,
        ..visit(1)
    };
    stored(&house, &call, day()).await;
    assert!(!inside_now(&house).await, "nobody comes in by telephone");
    for (number, day) in [(2, yesterday), (3, yesterday), (4, day())] {
        stored(&house, &visit(number), day).await;
    }
    assert!(inside_now(&house).await);
    for number in [2, 4] {
        let gone = Visit {
            stage: Stage::Left,
            ..visit(number)
        };
        moved(&house, gone).await;
    }
    let found = visits::of_day(&mut look(&house).await, HERS, day()).await;
    let found: Vec<i64> = found
        .unwrap()
        .iter()
        .map(|stored| stored.visit.token.number())
        .collect();
    assert_eq!(found, [1, 3, 4]);
    let room = room(&house, 71).await;
    let there = Visit {
        stage: Stage::WithService,
        service: Some(service(&house, 70).await),
        room: Some(room),
        stage_at: at(4),
        ..visit(3)
    };
    moved(&house, there).await;
    let mut tx = tx(&house).await;
    let taken = visits::room_taken(&mut tx, room, &visit(1)).await;
    let own = visits::room_taken(&mut tx, room, &visit(3)).await;
    assert_eq!((taken.unwrap(), own.unwrap()), (true, false));
    drop(tx);
    let (_, permit) = neighbour(&house).await;
    let mut next_door = house.desk.begin(&permit).await.unwrap();
    assert!(!visits::inside(&mut next_door, HERS, NONE).await.unwrap());
    let nobody = visits::of_day(&mut next_door, HERS, day()).await.unwrap();
    let empty = visits::room_taken(&mut next_door, room, &visit(1)).await;
    assert!(nobody.is_empty() && !empty.unwrap());
}

async fn known(house: &House, form: u128) -> RecordId {
    let (mut new, key) = sent(form);
    new.someone_else = true;
    let front = house.colleague(Role::Reception);
    people::register(&house.desk, &front, new, key)
        .await
        .unwrap()
}

fn asked(record: Option<RecordId>, kind: VisitKind, again: bool) -> CheckIn {
    CheckIn {
        record,
        kind,
        purpose: Purpose::Question,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again,
        alone: false,
    }
}

async fn received(house: &House, asked: CheckIn, form: u128) -> Result<VisitId, VisitError> {
    let front = house.colleague(Role::Reception);
    check_in(&house.desk, &front, asked, RepeatKey::from_uuid(id(form))).await
}

async fn twice(house: House) {
    let person = Some(known(&house, 1).await);
    let front = house.colleague(Role::Reception);
    let key = RepeatKey::from_uuid(id(11));
    let came = || asked(person, VisitKind::Victim, false);
    let first = check_in(&house.desk, &front, came(), key).await.unwrap();
    let same = check_in(&house.desk, &front, came(), key).await.unwrap();
    assert_eq!(first, same, "the same form is the same visit");
    let again = received(&house, came(), 12).await;
    assert!(matches!(
        again,
        Err(VisitError::Refused(VisitRefusal::AlreadyInside))
    ));
    let call = asked(person, VisitKind::PhoneCall, false);
    assert!(received(&house, call, 13).await.is_ok());
    let knowingly = asked(person, VisitKind::Victim, true);
    let second = received(&house, knowingly, 14).await.unwrap();
    for visit in [first, second] {
        let seen = Seen {
            visit,
            rev: 1,
            key: RepeatKey::new(house.desk.ids()),
        };
        leave(&house.desk, &front, seen).await.unwrap();
    }
    assert!(received(&house, came(), 15).await.is_ok());
}

async fn told(house: House) {
    let (rosa, other) = (known(&house, 1).await, known(&house, 2).await);
    for (record, kind, form) in [
        (rosa, VisitKind::Victim, 21),
        (rosa, VisitKind::PhoneCall, 22),
        (other, VisitKind::Victim, 23),
    ] {
        let came = asked(Some(record), kind, false);
        received(&house, came, form).await.unwrap();
    }
    let front = house.colleague(Role::Reception);
    let found = inside(&house.desk, &front, &[rosa]).await.unwrap();
    let found: Vec<_> = found.iter().map(|(who, v)| (*who, v.kind)).collect();
    assert_eq!(found, [(rosa, VisitKind::Victim)]);
    let hers = today(&house.desk, &front, rosa).await.unwrap();
    assert_eq!(hers.len(), 2);
    let nobody = house.colleague(Role::Coordinator);
    let refused = inside(&house.desk, &nobody, &[rosa]).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
    let refused = today(&house.desk, &nobody, rosa).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
}

async fn coded(house: House) {
    let yesterday = day().plus_days(-1);
    for (number, day) in [(83, yesterday), (82, yesterday), (81, day())] {
        stored(&house, &visit(number), day).await;
    }
    for number in [81, 82] {
        let gone = Visit {
            stage: Stage::Left,
            ..visit(number)
        };
        moved(&house, gone).await;
    }
    for (number, found) in [(83, true), (82, false), (81, true), (84, false)] {
        let code = Token::new(number);
        let visit = visits::of_token(&mut look(&house).await, code, day()).await;
        assert_eq!(visit.unwrap().is_some(), found, "{code}");
    }
    let (_, permit) = neighbour(&house).await;
    let mut next_door = house.desk.look(&permit).await.unwrap();
    let nobody = visits::of_token(&mut next_door, Token::new(81), day()).await;
    assert!(nobody.unwrap().is_none());
    drop(next_door);
    let front = house.colleague(Role::Reception);
    let rosa = known(&house, 1).await;
    let hers = asked(Some(rosa), VisitKind::Victim, false);
    for (came, whose) in [
        (hers, Some(rosa)),
        (asked(None, VisitKind::Victim, false), None),
    ] {
        let form = if whose.is_some() { 31 } else { 32 };
        let visit = received(&house, came, form).await.unwrap();
        let code = reveal(&house.desk, &front, visit)
            .await
            .unwrap()
            .visit
            .token;
        let found = called(&house.desk, &front, code).await.unwrap().unwrap();
        let who = found.who.map(|hit| hit.record);
        assert_eq!((found.visit.id, who), (visit, whose));
    }
    let nobody = house.colleague(Role::Coordinator);
    let refused = called(&house.desk, &nobody, Token::new(1)).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
}

async fn joined(house: House) {
    let (rosa, other) = (known(&house, 1).await, known(&house, 2).await);
    let front = house.colleague(Role::Reception);
    received(&house, asked(Some(rosa), VisitKind::Victim, false), 41)
        .await
        .unwrap();
    let number = asked(None, VisitKind::Victim, false);
    let visit = received(&house, number, 42).await.unwrap();
    let seen = |rev| Seen {
        visit,
        rev,
        key: RepeatKey::new(house.desk.ids()),
    };
    let asked = link(&house.desk, &front, seen(1), rosa).await;
    assert!(matches!(
        asked,
        Err(VisitError::Refused(VisitRefusal::AlreadyInside))
    ));
    let hers = Owner {
        record: rosa,
        again: true,
    };
    link(&house.desk, &front, seen(1), hers).await.unwrap();
    assert_eq!(today(&house.desk, &front, rosa).await.unwrap().len(), 2);
    link(&house.desk, &front, seen(2), other).await.unwrap();
    assert_eq!(today(&house.desk, &front, rosa).await.unwrap().len(), 1);
    assert_eq!(today(&house.desk, &front, other).await.unwrap().len(), 1);
}

async fn righted(house: House) {
    let rosa = known(&house, 1).await;
    let front = house.colleague(Role::Reception);
    let came = asked(Some(rosa), VisitKind::Victim, false);
    let visit = received(&house, came, 51).await.unwrap();
    let found = |service| VisitCorrection {
        kind: VisitKind::Child,
        purpose: Purpose::Group,
        service,
        remark: Pii::new(Remark::optional("zit liever bij de deur").unwrap()),
        facts: Pii::default(),
    };
    let seen = |key| Seen {
        visit,
        rev: 1,
        key: RepeatKey::from_uuid(id(key)),
    };
    let strange = found(Some(domain::ServiceId::from_uuid(id(999))));
    let refused = correct(&house.desk, &front, seen(52), &strange).await;
    assert!(matches!(refused, Err(VisitError::NotFound)));
    for _twice in 0..2 {
        let done = correct(&house.desk, &front, seen(53), &found(None)).await;
        done.unwrap();
    }
    let late = correct(&house.desk, &front, seen(54), &found(None)).await;
    assert!(matches!(late, Err(VisitError::Stale)));
    let shown = reveal(&house.desk, &front, visit).await.unwrap();
    assert_eq!(
        (shown.visit.kind, shown.visit.purpose, shown.visit.rev),
        (VisitKind::Child, Purpose::Group, 2)
    );
    let remark = shown.remark.reveal().as_ref().map(Remark::as_str);
    assert_eq!(remark, Some("zit liever bij de deur"));
    let steps: Vec<StepKind> = shown.steps.iter().map(|step| step.kind).collect();
    assert_eq!(steps, [StepKind::Arrived, StepKind::Corrected]);
    assert_eq!(shown.person.unwrap().record, rosa);
    let nobody = house.colleague(Role::Coordinator);
    let refused = correct(&house.desk, &nobody, seen(55), &found(None)).await;
    assert!(matches!(refused, Err(VisitError::Forbidden(_))));
}

async fn shared(house: House) {
    let (service, room) = (service(&house, 70).await, room(&house, 71).await);
    let front = house.colleague(Role::Reception);
    let mut came = Vec::new();
    for form in [31, 32] {
        let asked = asked(None, VisitKind::Victim, false);
        came.push(received(&house, asked, form).await.unwrap());
    }
    let seen = |visit| Seen {
        visit,
        rev: 1,
        key: RepeatKey::new(house.desk.ids()),
    };
    let to = (service, Some(room));
    bring(&house.desk, &front, seen(came[0]), to).await.unwrap();
    let refused = bring(&house.desk, &front, seen(came[1]), to).await;
    assert!(matches!(
        refused,
        Err(VisitError::Refused(VisitRefusal::RoomTaken))
    ));
    let knowingly = Destination {
        shared: true,
        ..to.into()
    };
    bring(&house.desk, &front, seen(came[1]), knowingly)
        .await
        .unwrap();
}

/// Somebody at the front desk who must not see this person.
pub async fn barred(house: &House, record: RecordId) -> Actor {
    let new = NewColleague {
        name: Name::parse("Sam Verzonnen").unwrap(),
        user: UserName::parse("sam").unwrap(),
        language: Language::Nl,
        work: vec![(Role::Reception, None)],
    };
    let administrator = house.colleague(Role::Administrator);
    let invited = colleagues::invite(&house.desk, &administrator, new).await;
    let user = invited.unwrap().user;
    let new = NewDenial {
        user,
        record,
        reason: Note::parse("familie").unwrap(),
    };
    let coordinator = house.colleague(Role::Coordinator);
    denials::set(&house.desk, &coordinator, new).await.unwrap();
    let Actor::Staff(mut staff) = house.colleague(Role::Reception) else {
        unreachable!("a colleague is one")
    };
    staff.user = user;
    Actor::Staff(staff)
}

async fn veiled(house: House) {
    let (service, room) = (service(&house, 70).await, room(&house, 71).await);
    let hers = asked(Some(known(&house, 1).await), VisitKind::Victim, false);
    let record = hers.record.unwrap();
    let hers = received(&house, hers, 41).await.unwrap();
    let other = asked(None, VisitKind::Victim, false);
    let other = received(&house, other, 42).await.unwrap();
    let seen = Seen {
        visit: hers,
        rev: 1,
        key: RepeatKey::new(house.desk.ids()),
    };
    let front = house.colleague(Role::Reception);
    bring(&house.desk, &front, seen, (service, Some(room)))
        .await
        .unwrap();
    let sam = barred(&house, record).await;
    for (actor, shown) in [(&front, 2), (&sam, 1)] {
        let all = board(&house.desk, actor).await.unwrap();
        let one = reveal(&house.desk, actor, other).await.unwrap();
        assert_eq!(all.present.len(), shown);
        assert!(all.busy.contains(&room) && all.busy == one.busy);
    }
    let change = |row| Change {
        centre: house.centre,
        topic: Topic::Visits,
        row,
    };
    for (row, heard) in [(hers.uuid(), false), (other.uuid(), true), (id(9), true)] {
        let told = hears(&house.desk, &sam, &change(row)).await.unwrap();
        assert_eq!(told, heard, "{row}");
        assert!(hears(&house.desk, &front, &change(row)).await.unwrap());
    }
}
