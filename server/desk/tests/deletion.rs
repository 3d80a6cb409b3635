//! Where a person is in the data: every column that holds her id or a pseudonym of it, in both
//! databases. A new column with her in it fails here until it is listed, and so is known to whoever
//! removes her.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[cfg(test)]
#[expect(dead_code, reason = "this test needs a part of the ground")]
mod support {
    pub mod ground;
    pub mod house;
}

use std::collections::BTreeSet;

use desk::colleagues::{self, NewColleague};
use desk::denials::{self, NewDenial};
use desk::erasures::{self, Fate, Looked, PLACES, Request};
use desk::holds::{self, NewHold};
use desk::seal::LinkContext;
use desk::store::Db;
use desk::visits::{self, Seen};
use desk::{people, same_as};
use domain::hold::Ground;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::same_as::{Answer, Couple, Verdict, Why};
use domain::signin::UserName;
use domain::text::{Name, Note, Remark};
use domain::visit::{CheckIn, Facts, Purpose, VisitKind};
use domain::{Day, Language, Pii, RecordId, RepeatKey};
use sqlx::AssertSqlSafe;
use support::ground::{id, service};
use support::house::House;

on_both_engines! {
    known => a_person_is_only_where_the_list_says_on_sqlite,
        a_person_is_only_where_the_list_says_on_postgres;
    erased => who_was_erased_is_only_where_the_list_says_on_sqlite,
        who_was_erased_is_only_where_the_list_says_on_postgres;
    placed => every_table_has_its_place_on_the_list_on_sqlite,
        every_table_has_its_place_on_the_list_on_postgres;
    nobody => somebody_the_house_never_saw_is_nowhere_on_sqlite,
        somebody_the_house_never_saw_is_nowhere_on_postgres;
}

/// Every column that holds a person after she was registered, received, moved and looked up.
const WHERE: &[(&str, &str)] = &[
    ("record", "id"),
    ("visit", "link"),
    ("key_grant", "subject_id"),
    ("audit", "object_key"),
    ("audit_subject", "subject_key"),
    ("change", "row_id"),
    ("idempotency", "result_id"),
    ("data_key", "subject_id"),
    ("denial", "person"),
    ("same_as", "one"),
    ("same_as", "other"),
    ("hold", "link"),
];

/// Every column that still holds something of hers when she is erased: pseudonyms of the trail, and a
/// random number for backups and other processes.
const LEFT: &[(&str, &str)] = &[
    ("audit", "object_key"),
    ("audit_subject", "subject_key"),
    ("change", "row_id"),
    ("erasure_ledger", "subject_id"),
];

/// A column and what it holds.
type Column = (String, String, String);

async fn columns(db: &Db) -> Vec<Column> {
    match db {
        Db::Sqlite { write, .. } => sqlx::query_as(
            "SELECT m.name, c.name, lower(c.type) FROM sqlite_schema m
             JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.type IN ('BLOB', 'TEXT') AND m.name NOT LIKE '\\_%' ESCAPE '\\'",
        )
        .fetch_all(write)
        .await
        .unwrap(),
        Db::Postgres(pool) => sqlx::query_as(
            "SELECT table_name::text, column_name::text, data_type::text
             FROM information_schema.columns WHERE table_schema = 'public'
             AND data_type IN ('uuid', 'bytea', 'text') AND table_name NOT LIKE '\\_%'",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    }
}

/// The condition that a column holds the bytes, whole or as a part, or spells them.
fn holds(column: &str, kind: &str, bytes: &[u8; 16]) -> String {
    let uuid = uuid::Uuid::from_bytes(*bytes);
    let hex = uuid.simple();
    match kind {
        "uuid" => format!("\"{column}\" = '{uuid}'"),
        "bytea" => format!("position('\\x{hex}'::bytea in \"{column}\") > 0"),
        "blob" => format!("instr(\"{column}\", X'{hex}') > 0"),
        _ => format!("lower(\"{column}\") LIKE '%{hex}%' OR lower(\"{column}\") LIKE '%{uuid}%'"),
    }
}

async fn count(db: &Db, sql: String) -> i64 {
    let query = AssertSqlSafe(sql);
    match db {
        Db::Sqlite { write, .. } => sqlx::query_scalar(query).fetch_one(write).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_scalar(query).fetch_one(pool).await.unwrap(),
    }
}

/// Her id, and her pseudonym in each context.
fn keys(house: &House, person: RecordId) -> Vec<[u8; 16]> {
    let vault = house.desk.vault();
    let link = |context: &LinkContext| vault.link(*context, person.bytes()).unwrap().bytes;
    let links = LinkContext::ALL.iter().map(link);
    std::iter::once(person.bytes()).chain(links).collect()
}

/// The columns of both databases in which she is.
async fn found(house: &House, person: RecordId) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let keys = keys(house, person);
    for db in [house.desk.db(), house.desk.vault().keystore()] {
        for (table, column, kind) in columns(db).await {
            let any: Vec<String> = keys.iter().map(|key| holds(&column, &kind, key)).collect();
            let sql = format!(
                "SELECT COUNT(*) FROM \"{table}\" WHERE {}",
                any.join(" OR ")
            );
            if count(db, sql).await > 0 {
                found.insert((table, column));
            }
        }
    }
    found
}

fn rosa() -> NewPerson {
    let identity = Identity {
        name: Some(Name::parse("Rosa Verzonnen").unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    };
    NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: false,
    }
}

async fn deny(house: &House, person: RecordId) {
    let coordinator = house.colleague(Role::Coordinator);
    let new = NewColleague {
        name: Name::parse("Sam Verzonnen").unwrap(),
        user: UserName::parse("sam").unwrap(),
        language: Language::Nl,
        work: vec![(Role::Reception, None)],
    };
    let administrator = house.colleague(Role::Administrator);
    let invited = colleagues::invite(&house.desk, &administrator, new).await;
    let denial = NewDenial {
        user: invited.unwrap().user,
        record: person,
        reason: Note::parse("familie").unwrap(),
    };
    denials::set(&house.desk, &coordinator, denial)
        .await
        .unwrap();
}

/// A hold on her, which is ended again.
async fn hold(house: &House, person: RecordId) {
    let coordinator = house.colleague(Role::Coordinator);
    let hold = NewHold {
        record: person,
        ground: Ground::Complaint,
        until: Day::new(2026, 9, 1).unwrap(),
        why: Pii::new(Note::parse("klacht van 4 maart").unwrap()),
    };
    let key = RepeatKey::new(house.desk.ids());
    let set = holds::set(&house.desk, &coordinator, hold, key).await;
    let shown = (set.unwrap(), 1);
    holds::end(&house.desk, &coordinator, shown).await.unwrap();
}

/// A day with her in it: written down, found, shown, received, linked, moved, left, kept from a
/// colleague, and held for a while.
async fn a_day_with(house: &House) -> RecordId {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let key = |number| RepeatKey::from_uuid(id(number));
    let person = people::register(desk, &front, rosa(), key(1))
        .await
        .unwrap();
    people::find(desk, &front, &Pii::new("verzonnen".to_owned()))
        .await
        .unwrap();
    people::show(desk, &front, person).await.unwrap();
    let asked = |record| CheckIn {
        record,
        kind: VisitKind::Victim,
        purpose: Purpose::FirstTalk,
        service: None,
        remark: Pii::new(Remark::optional("wacht liever apart").unwrap()),
        facts: Pii::new(Facts {
            children: Some(1),
            ..Facts::default()
        }),
        again: false,
        alone: false,
    };
    let first = visits::check_in(desk, &front, asked(Some(person)), key(2))
        .await
        .unwrap();
    let visit = visits::check_in(desk, &front, asked(None), key(3))
        .await
        .unwrap();
    let seen = |rev: i64| Seen {
        visit,
        rev,
        key: RepeatKey::new(desk.ids()),
    };
    let gone = Seen {
        visit: first,
        ..seen(1)
    };
    visits::leave(desk, &front, gone).await.unwrap();
    visits::link(desk, &front, seen(1), person).await.unwrap();
    visits::reveal(desk, &front, visit).await.unwrap();
    let to = (service(house, 70).await, None);
    visits::bring(desk, &front, seen(2), to).await.unwrap();
    visits::wait(desk, &front, seen(3)).await.unwrap();
    visits::leave(desk, &front, seen(4)).await.unwrap();
    deny(house, person).await;
    answered(house, person).await;
    hold(house, person).await;
    person
}

/// Colleagues said of her and others that they are two people: each stands on either side of her.
async fn answered(house: &House, person: RecordId) {
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    for number in 20..28 {
        let other = people::register(desk, &front, another(), RepeatKey::from_uuid(id(number)));
        let answer = Answer {
            couple: Couple::of(person, other.await.unwrap()).unwrap(),
            rev: 0,
            verdict: Verdict::Two,
            why: Pii::new(Why::REGISTERING),
        };
        let key = RepeatKey::from_uuid(id(number + 10));
        same_as::say(desk, &front, answer, key).await.unwrap();
    }
}

/// Somebody without a name, whom nobody is asked about.
fn another() -> NewPerson {
    let mut new = rosa();
    let identity = Identity {
        name: None,
        declines_name: true,
        ..new.identity.reveal().clone()
    };
    new.identity = Pii::new(identity);
    new
}

fn listed(columns: &[(&str, &str)]) -> BTreeSet<(String, String)> {
    let named = columns.iter();
    named
        .map(|(table, column)| ((*table).to_owned(), (*column).to_owned()))
        .collect()
}

async fn known(house: House) {
    let person = a_day_with(&house).await;
    assert_eq!(found(&house, person).await, listed(WHERE));
    for (table, _) in WHERE {
        let place = PLACES.iter().find(|(placed, _)| placed == table);
        assert!(
            !matches!(place, None | Some((_, Fate::Nobody))),
            "{table} is nobody's"
        );
    }
}

async fn erased(house: House) {
    let person = a_day_with(&house).await;
    let (desk, one, other) = (
        &house.desk,
        house.colleague(Role::Administrator),
        house.colleague(Role::Coordinator),
    );
    let request = Request {
        record: person,
        asker: Pii::new(None),
        asked_on: Day::new(2026, 3, 10).unwrap(),
    };
    let id = erasures::note(desk, &one, request, RepeatKey::from_uuid(id(9)))
        .await
        .unwrap();
    let mut with_request = listed(WHERE);
    with_request.insert(("erasure".to_owned(), "link".to_owned()));
    assert_eq!(found(&house, person).await, with_request);
    for step in ["ask", "release"] {
        let shown = erasures::show(desk, &one, id).await.unwrap();
        let looked = Looked {
            id,
            rev: shown.listed.rev,
            digest: shown.preview.unwrap().digest,
        };
        match step {
            "ask" => erasures::ask(desk, &one, looked).await.unwrap(),
            _ => erasures::release(desk, &other, looked).await.unwrap(),
        }
    }
    assert_eq!(found(&house, person).await, listed(LEFT));
    let sql = "SELECT COUNT(*) FROM visit WHERE facts IS NOT NULL OR remark IS NOT NULL";
    assert_eq!(count(desk.db(), sql.to_owned()).await, 0);
}

/// A table that nobody has thought about could keep somebody who was erased.
async fn placed(house: House) {
    let mut tables = BTreeSet::new();
    for db in [house.desk.db(), house.desk.vault().keystore()] {
        tables.extend(every_table(db).await);
    }
    let named = PLACES.iter().map(|(table, _)| (*table).to_owned());
    assert_eq!(tables, named.collect::<BTreeSet<_>>());
}

async fn every_table(db: &Db) -> Vec<String> {
    match db {
        Db::Sqlite { write, .. } => sqlx::query_scalar(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        )
        .fetch_all(write)
        .await
        .unwrap(),
        Db::Postgres(pool) => sqlx::query_scalar(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    }
}

async fn nobody(house: House) {
    a_day_with(&house).await;
    let stranger = RecordId::from_uuid(id(0xFEED_0000_0000_0000_0000_0000_0000_0001));
    assert_eq!(found(&house, stranger).await, BTreeSet::new());
}
