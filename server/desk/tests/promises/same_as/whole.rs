//! The whole person: found once, in the house once, and erased with every record.

use desk::erasures::{self, ErasureError, Looked, Part, Request, Shown};
use desk::same_as;
use desk::visits::{self, Seen, VisitError};
use desk::{people, store};
use domain::erasure::Stage;
use domain::role::Role;
use domain::same_as::Verdict;
use domain::visit::VisitRefusal;
use domain::{Day, ErasureId, Pii, RecordId};

use super::ground::{arrives, arriving, key, register, say, two};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    found => a_joined_person_is_found_once_under_every_name_on_sqlite,
        a_joined_person_is_found_once_under_every_name_on_postgres;
    inside => who_is_inside_by_one_record_is_so_by_the_other_on_sqlite,
        who_is_inside_by_one_record_is_so_by_the_other_on_postgres;
    back => a_departure_is_not_taken_back_beside_a_visit_by_the_other_record_on_sqlite,
        a_departure_is_not_taken_back_beside_a_visit_by_the_other_record_on_postgres;
    erased => erasing_a_joined_person_takes_every_record_on_sqlite,
        erasing_a_joined_person_takes_every_record_on_postgres;
}

async fn joined(house: &House) -> (RecordId, RecordId) {
    let both = (
        register(house, "Rosa Verzonnen").await,
        register(house, "Jo Verzonnen").await,
    );
    let front = house.colleague(Role::Reception);
    let said = say(house, &front, (two(both.0, both.1), Verdict::Same)).await;
    said.unwrap();
    both
}

async fn found(house: House) {
    let (rosa, jo) = joined(&house).await;
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    for (asked, record, other) in [
        ("rosa verzonnen", rosa, "Jo Verzonnen"),
        ("jo verzonnen", jo, "Rosa Verzonnen"),
    ] {
        let hits = people::find(desk, &front, &Pii::new(asked.to_owned())).await;
        let hits = hits.unwrap();
        assert_eq!((hits.len(), hits[0].record), (1, record), "{asked}");
        let also: Vec<&str> = hits[0]
            .also
            .iter()
            .map(|name| name.reveal().as_str())
            .collect();
        assert_eq!(also, [other]);
    }
    let also = same_as::also(desk, &front, rosa).await.unwrap();
    assert_eq!((also.len(), also[0].record, also[0].direct), (1, jo, true));
}

async fn inside(house: House) {
    let (rosa, jo) = joined(&house).await;
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let visit = arrives(&house, rosa).await;
    let inside = visits::inside(desk, &front, &[jo]).await.unwrap();
    assert_eq!((inside[0].0, inside[0].1.id), (jo, visit));
    let again = visits::check_in(desk, &front, arriving(jo, false), key(&house)).await;
    let refused = matches!(again, Err(VisitError::Refused(VisitRefusal::AlreadyInside)));
    assert!(refused, "she is here already");
    let today = visits::today(desk, &front, jo).await.unwrap();
    assert_eq!(today[0].id, visit);
}

async fn back(house: House) {
    let (rosa, jo) = joined(&house).await;
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let visit = arrives(&house, rosa).await;
    let seen = |rev| Seen {
        visit,
        rev,
        key: key(&house),
    };
    visits::leave(desk, &front, seen(1)).await.unwrap();
    arrives(&house, jo).await;
    let undone = visits::undo(desk, &front, seen(2)).await;
    let refused = matches!(
        undone,
        Err(VisitError::Refused(VisitRefusal::AlreadyInside))
    );
    assert!(refused, "she came in again, by the other record");
}

async fn note(house: &House, record: RecordId) -> Result<ErasureId, ErasureError> {
    let request = Request {
        record,
        asker: Pii::new(None),
        asked_on: Day::new(2026, 3, 10).unwrap(),
    };
    let front = house.colleague(Role::Reception);
    erasures::note(&house.desk, &front, request, key(house)).await
}

async fn shown(house: &House, id: ErasureId) -> Shown {
    let reader = house.colleague(Role::Coordinator);
    erasures::show(&house.desk, &reader, id).await.unwrap()
}

fn looked(shown: &Shown) -> Looked {
    Looked {
        id: shown.listed.id,
        rev: shown.listed.rev,
        digest: shown.preview.as_ref().unwrap().digest,
    }
}

async fn erased(house: House) {
    let desk = &house.desk;
    let other = register(&house, "Iemand Anders").await;
    let (rosa, jo) = (
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    let visit = arrives(&house, jo).await;
    let seen = Seen {
        visit,
        rev: 1,
        key: key(&house),
    };
    let front = house.colleague(Role::Reception);
    visits::leave(desk, &front, seen).await.unwrap();
    let (first, second) = (
        note(&house, rosa).await.unwrap(),
        note(&house, jo).await.unwrap(),
    );
    say(&house, &front, (two(rosa, jo), Verdict::Same))
        .await
        .unwrap();
    let before = shown(&house, first).await;
    let preview = before.preview.as_ref().unwrap();
    let rows = |part| {
        preview
            .lines
            .iter()
            .find(|line| line.part == part)
            .unwrap()
            .rows
    };
    assert_eq!((rows(Part::Record), rows(Part::Visits)), (2, 1));
    assert_eq!(preview.records.len(), 2);
    assert_eq!(before.also[0].reveal().as_str(), "Jo Verzonnen");
    let one = house.colleague(Role::Administrator);
    erasures::ask(desk, &one, looked(&before)).await.unwrap();
    let again = shown(&house, first).await;
    let two = house.colleague(Role::Coordinator);
    erasures::release(desk, &two, looked(&again)).await.unwrap();
    for record in [rosa, jo] {
        assert!(people::show(desk, &front, record).await.is_err());
        assert!(!desk.index().knows(house.centre, record));
    }
    assert!(people::show(desk, &front, other).await.is_ok());
    assert!(shown(&house, second).await.listed.stage == Stage::Withdrawn);
    assert_eq!(store::ledger::all(desk.db()).await.unwrap().len(), 2);
    let listed = same_as::list(desk, &front).await.unwrap();
    assert!(listed.joined.is_empty() && listed.open.is_empty());
}
