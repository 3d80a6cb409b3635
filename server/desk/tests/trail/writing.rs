//! Writing the trail: rows come with what they tell of, in order, without a gap.

use desk::access::{self, Permit};
use desk::audit::{AuditError, Decision, Entry, verify};
use desk::store::StoreError;
use domain::RecordId;
use domain::role::{Action, Role};

use super::raw::Raw;
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    sixty_four_writers => sixty_four_writers_leave_no_gap_on_sqlite,
        sixty_four_writers_leave_no_gap_on_postgres;
    dropped_work => work_that_is_dropped_leaves_no_row_on_sqlite,
        work_that_is_dropped_leaves_no_row_on_postgres;
    two_processes => two_processes_write_a_chain_each_on_sqlite,
        two_processes_write_a_chain_each_on_postgres;
    denied => what_was_denied_is_written_down_on_sqlite,
        what_was_denied_is_written_down_on_postgres;
    unwritable => a_read_fails_when_the_trail_cannot_be_written_on_sqlite,
        a_read_fails_when_the_trail_cannot_be_written_on_postgres;
    sealed => a_sealed_house_writes_and_shows_nothing_on_sqlite,
        a_sealed_house_writes_and_shows_nothing_on_postgres;
    closed => rows_that_wait_are_stored_when_the_trail_closes_on_sqlite,
        rows_that_wait_are_stored_when_the_trail_closes_on_postgres;
    pseudonyms => the_trail_names_people_by_pseudonyms_on_sqlite,
        the_trail_names_people_by_pseudonyms_on_postgres;
}

/// The permit to look somebody up.
pub fn finding(house: &House) -> Permit {
    access::require(&house.colleague(Role::Reception), Action::FindPerson).unwrap()
}

/// A row about one person whom nobody knows.
pub fn entry(house: &House) -> Entry {
    let record = RecordId::new(house.desk.ids());
    Entry::of("record", record.bytes()).about(record)
}

/// A change that consists of its audit row only.
pub async fn change(house: &House, permit: &Permit) {
    let tx = house.desk.begin(permit).await.unwrap();
    house.desk.commit(tx, permit, entry(house)).await.unwrap();
}

pub async fn rows(house: &House) -> i64 {
    let mut raw = Raw::open(&house.url).await;
    raw.number("SELECT COUNT(*) FROM audit").await
}

async fn sixty_four_writers(house: House) {
    let before = rows(&house).await;
    let house = std::sync::Arc::new(house);
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..64 {
        let house = house.clone();
        writers.spawn(async move {
            let permit = finding(&house);
            for _ in 0..4 {
                if writer % 2 == 0 {
                    change(&house, &permit).await;
                } else {
                    let trail = house.desk.trail();
                    trail
                        .witness(&house.desk, &permit, entry(&house))
                        .await
                        .unwrap();
                }
            }
        });
    }
    while let Some(done) = writers.join_next().await {
        done.unwrap();
    }
    let verdict = verify(house.desk.db(), None).await.unwrap();
    assert_eq!(
        (verdict.breaks.len(), verdict.chains),
        (0, 1),
        "{verdict:?}"
    );
    assert_eq!(verdict.rows, before.unsigned_abs() + 256);
}

async fn dropped_work(house: House) {
    let permit = finding(&house);
    let before = rows(&house).await;
    let mut tx = house.desk.begin(&permit).await.unwrap();
    let appended = house
        .desk
        .trail()
        .append(&mut tx, &permit, entry(&house), &house.desk);
    appended.await.unwrap();
    drop(tx);
    change(&house, &permit).await;
    assert_eq!(rows(&house).await, before + 1);
    assert!(verify(house.desk.db(), None).await.unwrap().is_whole());
}

async fn two_processes(house: House) {
    let other = house.another([2; 16]).await;
    let permit = finding(&house);
    for _ in 0..3 {
        change(&house, &permit).await;
        other
            .trail()
            .witness(&other, &permit, entry(&house))
            .await
            .unwrap();
    }
    let verdict = verify(house.desk.db(), None).await.unwrap();
    assert!(verdict.is_whole(), "{verdict:?}");
    assert_eq!(verdict.chains, 2);
}

async fn denied(house: House) {
    let actor = house.colleague(Role::Administrator);
    assert!(
        access::permitted(&house.desk, &actor, Action::FindPerson)
            .await
            .is_err()
    );
    let mut raw = Raw::open(&house.url).await;
    let count = "SELECT COUNT(*) FROM audit WHERE decision = 'denied' AND action = 'find_person' \
                 AND actor_kind = 'administrator'";
    assert_eq!(raw.number(count).await, 1);
}

async fn unwritable(house: House) {
    let permit = finding(&house);
    Raw::open(&house.url)
        .await
        .run("DROP TABLE audit_subject")
        .await;
    let told = house
        .desk
        .trail()
        .witness(&house.desk, &permit, entry(&house))
        .await;
    assert!(matches!(told, Err(AuditError::Unwritable)));
}

async fn sealed(house: House) {
    let (permit, before) = (finding(&house), rows(&house).await);
    house.desk.vault().seal_again();
    let told = house
        .desk
        .trail()
        .witness(&house.desk, &permit, entry(&house))
        .await;
    assert!(matches!(told, Err(AuditError::Unwritable)));
    let tx = house.desk.begin(&permit).await.unwrap();
    let stored = house.desk.commit(tx, &permit, entry(&house)).await;
    assert!(matches!(stored, Err(StoreError::Sealed)));
    assert_eq!(rows(&house).await, before);
}

async fn closed(house: House) {
    let before = rows(&house).await;
    let permit = finding(&house);
    let trail = house.desk.trail();
    let witness = || trail.witness(&house.desk, &permit, entry(&house));
    let (first, second, ()) = tokio::join!(witness(), witness(), trail.close());
    let stored = i64::from(first.is_ok()) + i64::from(second.is_ok());
    assert_eq!((stored, rows(&house).await), (2, before + 2));
    assert!(matches!(witness().await, Err(AuditError::Unwritable)));
}

async fn pseudonyms(house: House) {
    let record = RecordId::new(house.desk.ids());
    let told = Entry::of("record", record.bytes())
        .about(record)
        .decided(Decision::NotFound);
    let permit = finding(&house);
    house
        .desk
        .trail()
        .witness(&house.desk, &permit, told)
        .await
        .unwrap();
    let mut raw = Raw::open(&house.url).await;
    let id = raw.bytes(&record.bytes());
    let named = format!(
        "SELECT (SELECT COUNT(*) FROM audit WHERE object_key = {id}) + \
         (SELECT COUNT(*) FROM audit_subject WHERE subject_key = {id})"
    );
    assert_eq!(raw.number(&named).await, 0);
}
