//! Whoever can write to the data, but has no keys, cannot give a visit to somebody else.

use desk::people;
use desk::store::Db;
use desk::visits::{self, Seen};
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::visit::CheckIn;
use domain::{Pii, RecordId, RepeatKey, VisitId};

use super::repeats::somebody;
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    swapped => a_visit_with_the_pseudonym_of_another_names_nobody_on_sqlite,
        a_visit_with_the_pseudonym_of_another_names_nobody_on_postgres;
    bare => a_pseudonym_that_is_bound_to_nothing_names_nobody_on_sqlite,
        a_pseudonym_that_is_bound_to_nothing_names_nobody_on_postgres;
    linked => whoever_is_linked_later_is_bound_as_well_on_sqlite,
        whoever_is_linked_later_is_bound_as_well_on_postgres;
}

async fn person(house: &House, name: &str) -> RecordId {
    let identity = Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: Vec::new(),
    };
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: false,
    };
    let (desk, key) = (
        house.colleague(Role::Reception),
        RepeatKey::new(house.desk.ids()),
    );
    people::register(&house.desk, &desk, new, key)
        .await
        .unwrap()
}

async fn visit(house: &House, record: Option<RecordId>) -> VisitId {
    let (desk, key) = (
        house.colleague(Role::Reception),
        RepeatKey::new(house.desk.ids()),
    );
    let asked = CheckIn {
        record,
        ..somebody()
    };
    visits::check_in(&house.desk, &desk, asked, key)
        .await
        .unwrap()
}

/// Whose visit the desk is told it is.
async fn shown(house: &House, visit: VisitId) -> Option<RecordId> {
    let desk = house.colleague(Role::Reception);
    let revealed = visits::reveal(&house.desk, &desk, visit).await.unwrap();
    revealed.person.map(|person| person.record)
}

async fn link(house: &House, visit: VisitId, record: RecordId) {
    let desk = house.colleague(Role::Reception);
    let key = RepeatKey::new(house.desk.ids());
    let seen = Seen { visit, rev: 1, key };
    visits::link(&house.desk, &desk, seen, record)
        .await
        .unwrap();
}

/// What somebody does who opens the database with another program.
async fn tamper(house: &House, sql: &'static str, with: &[VisitId]) {
    let ids: Vec<_> = with.iter().map(|visit| visit.uuid()).collect();
    match house.desk.db() {
        Db::Sqlite { write, .. } => {
            let query = ids
                .iter()
                .fold(sqlx::query(sql), |query, id| query.bind(*id));
            query.execute(write).await.unwrap();
        }
        Db::Postgres(pool) => {
            let query = ids
                .iter()
                .fold(sqlx::query(sql), |query, id| query.bind(*id));
            query.execute(pool).await.unwrap();
        }
    }
}

/// Copies the pseudonym of one visit to another, with everything that stands in its column.
async fn copy(house: &House, from: VisitId, to: VisitId) {
    let copy = "UPDATE visit SET link = (SELECT link FROM visit WHERE id = $1) WHERE id = $2";
    tamper(house, copy, &[from, to]).await;
}

async fn swapped(house: House) {
    let (rosa, iris) = (
        person(&house, "Rosa Verzonnen").await,
        person(&house, "Iris Bedacht").await,
    );
    let (hers, other) = (
        visit(&house, Some(rosa)).await,
        visit(&house, Some(iris)).await,
    );
    let aside = visit(&house, None).await;
    for expected in [(None, None), (Some(rosa), Some(iris))] {
        copy(&house, hers, aside).await;
        copy(&house, other, hers).await;
        copy(&house, aside, other).await;
        let told = (shown(&house, hers).await, shown(&house, other).await);
        assert_eq!(told, expected);
        assert_eq!(shown(&house, aside).await, None);
    }
}

async fn bare(house: House) {
    let rosa = person(&house, "Rosa Verzonnen").await;
    let hers = visit(&house, Some(rosa)).await;
    tamper(
        &house,
        "UPDATE visit SET link = substr(link, 1, 16) WHERE id = $1",
        &[hers],
    )
    .await;
    assert_eq!(shown(&house, hers).await, None);
    link(&house, hers, rosa).await;
    assert_eq!(
        shown(&house, hers).await,
        Some(rosa),
        "the desk says it anew"
    );
}

async fn linked(house: House) {
    let rosa = person(&house, "Rosa Verzonnen").await;
    let hers = visit(&house, None).await;
    link(&house, hers, rosa).await;
    assert_eq!(shown(&house, hers).await, Some(rosa));
    let nobodys = visit(&house, None).await;
    copy(&house, hers, nobodys).await;
    assert_eq!(shown(&house, nobodys).await, None);
}
