//! Records of people, and what a form that is sent twice makes of them.

use chrono::{DateTime, Utc};
use desk::people::{PersonError, correct, register, show};
use desk::seal::{Compartment, Place, Subject};
use desk::store::people::{self, Record};
use domain::person::{Correction, Identity, NewPerson, Person, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::{Pii, RecordId, RepeatKey};
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_record_reads_back_as_it_was_written_on_sqlite,
        a_record_reads_back_as_it_was_written_on_postgres;
    paged => records_come_in_pages_without_a_gap_on_sqlite,
        records_come_in_pages_without_a_gap_on_postgres;
    corrected => a_corrected_record_reads_back_and_a_stale_correction_changes_nothing_on_sqlite,
        a_corrected_record_reads_back_and_a_stale_correction_changes_nothing_on_postgres;
    kept => a_correction_is_found_and_keeps_what_was_so_before_on_sqlite,
        a_correction_is_found_and_keeps_what_was_so_before_on_postgres;
    twice => the_form_of_a_new_person_sent_twice_writes_one_down_on_sqlite,
        the_form_of_a_new_person_sent_twice_writes_one_down_on_postgres;
}

pub fn record(number: u128) -> Record {
    Record {
        id: RecordId::from_uuid(id(number)),
        identity: vec![1, number.to_le_bytes()[0]],
        contact: vec![2, 0, 255],
        since: at(3),
        rev: 1,
    }
}

pub async fn insert(house: &House, number: u128) {
    let mut tx = tx(house).await;
    people::insert(&mut tx, &record(number)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn written(house: House) {
    insert(&house, 7).await;
    let found = people::one(&mut look(&house).await, record(7).id).await;
    let found = found.unwrap().unwrap();
    assert_eq!((found.id, found.since, found.rev), (record(7).id, at(3), 1));
    assert_eq!(
        (found.identity, found.contact),
        (vec![1, 7], vec![2, 0, 255])
    );
    let (centre, created): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT centre_id, created_at FROM record").fetch_one(p));
    assert_eq!((centre, created), (house.centre.uuid(), at(3).utc()));
    let nobody = people::one(&mut look(&house).await, record(8).id).await;
    assert!(nobody.unwrap().is_none());
}

async fn paged(house: House) {
    for number in [5, 3, 1, 4, 2] {
        insert(&house, number).await;
    }
    assert_eq!(people::count(&mut look(&house).await).await.unwrap(), 5);
    let all = (Uuid::nil(), Uuid::max());
    let some = (record(1).id.uuid(), record(4).id.uuid());
    for (between, found) in [(all, &[1, 2, 3, 4, 5][..]), (some, &[2, 3, 4])] {
        let part = people::between(&mut look(&house).await, between).await;
        let part = part.unwrap();
        let ids: Vec<u128> = part.iter().map(|one| one.id.uuid().as_u128()).collect();
        assert_eq!(ids, found);
        let held = (&part[1].identity, &part[1].contact);
        let stored = record(ids[1]);
        assert_eq!(held, (&stored.identity, &stored.contact));
    }
}

pub fn sent(key: u128) -> (NewPerson, RepeatKey) {
    let identity = Identity {
        name: Some(Name::parse("Rosa Martínez").unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: Vec::new(),
    };
    let person = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: false,
    };
    (person, RepeatKey::from_uuid(id(key)))
}

async fn corrected(house: House) {
    insert(&house, 7).await;
    let changed = Record {
        identity: vec![3, 3],
        contact: vec![4],
        ..record(7)
    };
    let mut tx = tx(&house).await;
    assert!(people::correct(&mut tx, &changed).await.unwrap());
    assert!(!people::correct(&mut tx, &changed).await.unwrap());
    let nobody = Record {
        id: record(8).id,
        ..record(8)
    };
    assert!(!people::correct(&mut tx, &nobody).await.unwrap());
    tx.commit().await.unwrap();
    let found = people::one(&mut look(&house).await, record(7).id).await;
    let found = found.unwrap().unwrap();
    assert_eq!((found.identity, found.contact), (vec![3, 3], vec![4]));
    assert_eq!((found.rev, found.since), (2, at(3)));
    let (_, permit) = neighbour(&house).await;
    let mut next_door = house.desk.begin(&permit).await.unwrap();
    let theirs = Record { rev: 2, ..changed };
    assert!(!people::correct(&mut next_door, &theirs).await.unwrap());
}

/// What is known now, with another name.
fn renamed(person: &Person, name: &str) -> Correction {
    let identity = Identity {
        name: Some(Name::parse(name).unwrap()),
        ..person.identity.reveal().clone()
    };
    Correction {
        record: person.record,
        rev: person.rev,
        identity: Pii::new(identity),
        contact: person.contact.clone(),
    }
}

async fn kept(house: House) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let (new, key) = sent(1);
    let record = register(desk, &front, new, key).await.unwrap();
    let person = show(desk, &front, record).await.unwrap();
    let key = |number| RepeatKey::from_uuid(id(number));
    for _twice in 0..2 {
        let asked = renamed(&person, "Rosa Montero");
        correct(desk, &front, asked, key(2)).await.unwrap();
    }
    let late = correct(desk, &front, renamed(&person, "Rosa Luna"), key(3)).await;
    assert!(matches!(late, Err(PersonError::Stale)));
    let now = show(desk, &front, record).await.unwrap();
    assert_eq!((now.rev, now.corrected), (2, Some(desk.now())));
    let found = |asked: &str| desk.index().find(house.centre, asked, |_| true).len();
    assert_eq!(
        (found("montero"), found("martinez"), found("luna")),
        (1, 0, 0)
    );
    let elsewhere = Correction {
        record: RecordId::from_uuid(id(99)),
        ..renamed(&now, "Rosa")
    };
    let nobody = correct(desk, &front, elsewhere, key(4)).await;
    assert!(matches!(nobody, Err(PersonError::NotFound)));
    let before = before(&house, record).await;
    assert_eq!(before["before"][0]["was"]["name"], "Rosa Martínez");
    assert_eq!(before["before"].as_array().unwrap().len(), 1);
}

/// Who somebody is, with what was so before, as it is sealed.
async fn before(house: &House, record: RecordId) -> serde_json::Value {
    let permit = crate::support::ground::permit(house);
    let mut look = look(house).await;
    let stored = people::one(&mut look, record).await.unwrap().unwrap();
    let place = Place {
        table: "record",
        column: "identity",
        row: record.bytes(),
        subject: Subject::person(record),
        compartment: Compartment::IDENTITY,
    };
    let vault = house.desk.vault();
    let opened = vault
        .open(&permit, &mut look, &place, &stored.identity)
        .await;
    serde_json::from_slice(opened.unwrap().reveal()).unwrap()
}

/// The second time she is known already: by the first time.
async fn twice(house: House) {
    let desk = house.colleague(Role::Reception);
    let mut written = Vec::new();
    for _ in 0..2 {
        let (person, key) = sent(1);
        written.push(register(&house.desk, &desk, person, key).await.unwrap());
    }
    assert_eq!(written[0], written[1]);
    let (person, key) = sent(2);
    let another = register(&house.desk, &desk, person, key).await;
    assert!(matches!(another, Err(PersonError::LikelyKnown)));
    let (person, key) = sent(1);
    let colleague = house.colleague(Role::Intake);
    let theirs = register(&house.desk, &colleague, person, key).await;
    assert!(matches!(theirs, Err(PersonError::LikelyKnown)));
}
