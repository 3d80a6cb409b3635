//! What only PostgreSQL can: snapshots for its tools, databases that are put back, and being alone.

use desk::store::dumps::{self, Snapshot, Work};
use desk::store::{Db, StoreError};

use crate::on_both_engines;
use crate::support::house::{House, database};

on_both_engines! {
    shared => a_snapshot_counts_what_was_there_on_sqlite, a_snapshot_counts_what_was_there_on_postgres;
    cleared => a_house_that_is_put_back_is_marked_until_it_is_whole_on_sqlite,
        a_house_that_is_put_back_is_marked_until_it_is_whole_on_postgres;
    alone => one_program_at_a_time_on_sqlite, one_program_at_a_time_on_postgres;
}

/// Whether the engine has nothing of this and says so.
fn has_none<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Inconsistent))
}

async fn shared(house: House) {
    let db = house.desk.db();
    if db.file().is_some() {
        assert!(has_none(&Snapshot::begin(db).await) && db.reach().is_none());
        assert!(dumps::is_followed(db).await.unwrap());
        assert!(dumps::named(db, "").await.unwrap().is_empty());
        assert!(has_none(&dumps::open_beside(db, "any").await));
        return;
    }
    let mut snapshot = Snapshot::begin(db).await.unwrap();
    let rows = snapshot.rows().await.unwrap();
    assert_eq!((rows["centre"], rows["record"]), (1, 0), "{rows:?}");
    assert!(rows.contains_key("_sqlx_migrations") && !snapshot.name().is_empty());
    assert!(
        !dumps::is_followed(db).await.unwrap(),
        "nothing follows a cluster of tests"
    );
    let reach = db.reach().unwrap();
    let named = dumps::named(db, &reach.database).await.unwrap();
    assert_eq!(named, std::slice::from_ref(&reach.database));
    let other = dumps::open_beside(db, "postgres").await.unwrap();
    assert_eq!(other.reach().unwrap().database, "postgres");
}

async fn cleared(house: House) {
    let db = house.desk.db();
    if db.file().is_some() {
        assert!(!dumps::is_marked(db).await.unwrap());
        assert!(has_none(&dumps::is_empty(db).await) && has_none(&dumps::mark(db).await));
        assert!(has_none(&dumps::unmark(db).await) && has_none(&dumps::clear(db).await));
        return;
    }
    let server = std::env::var("TEST_POSTGRES_URL").unwrap();
    let fresh = Db::open_postgres(&database(&server).await).await.unwrap();
    assert!(dumps::is_empty(&fresh).await.unwrap() && !dumps::is_empty(db).await.unwrap());
    dumps::mark(&fresh).await.unwrap();
    dumps::mark(&fresh).await.unwrap();
    assert!(dumps::is_marked(&fresh).await.unwrap());
    assert!(matches!(
        fresh.migrate().await,
        Err(StoreError::HalfRestored)
    ));
    dumps::clear(db).await.unwrap();
    dumps::clear(&fresh).await.unwrap();
    assert!(dumps::is_empty(db).await.unwrap(), "every table is gone");
    assert!(
        dumps::is_marked(&fresh).await.unwrap(),
        "and the mark stays"
    );
    dumps::unmark(&fresh).await.unwrap();
    fresh.migrate().await.unwrap();
    db.migrate().await.unwrap();
}

async fn alone(house: House) {
    let db = house.desk.db();
    if db.file().is_some() {
        return assert!(has_none(&dumps::alone(db, Work::Backup).await));
    }
    let first = dumps::alone(db, Work::Backup).await.unwrap();
    assert!(first.is_some());
    assert!(dumps::alone(db, Work::Backup).await.unwrap().is_none());
    assert!(
        dumps::alone(db, Work::Drill).await.unwrap().is_some(),
        "another work"
    );
    drop(first);
    for _ in 0..100 {
        if dumps::alone(db, Work::Backup).await.unwrap().is_some() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("nobody lets go");
}
