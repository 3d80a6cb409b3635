//! Data that are not as they should be: one clear error, and nothing half written.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use desk::access::Permit;
use desk::store::{Db, Scope, StoreError, lock_folder, places};

use crate::on_both_engines;
use crate::support::ground::{a_room, look, permit, tx};
use crate::support::house::House;

on_both_engines! {
    newer => data_of_a_newer_program_are_refused_on_sqlite,
        data_of_a_newer_program_are_refused_on_postgres;
    twice => migrating_twice_changes_nothing_on_sqlite,
        migrating_twice_changes_nothing_on_postgres;
    full => a_full_disk_stores_nothing_of_the_work_on_sqlite,
        a_full_disk_stores_nothing_of_the_work_on_postgres;
}

async fn newer(house: House) {
    let keys = house.desk.vault().keystore();
    crate::changed!(house.desk.db(), p => sqlx::query(
        "UPDATE installation SET min_reader = 9999, min_writer = 9999").execute(p));
    crate::changed!(keys, p => sqlx::query(
        "UPDATE keystore SET min_reader = 9999, min_writer = 9999").execute(p));
    for db in [house.desk.db(), keys] {
        crate::changed!(db, p => sqlx::query("INSERT INTO _sqlx_migrations
            (version, description, success, checksum, execution_time)
            VALUES (9999, 'of tomorrow', TRUE, $1, 1)").bind(&[1_u8][..]).execute(p));
    }
    let outcome = house.desk.db().migrate().await;
    assert!(matches!(outcome, Err(StoreError::Newer)), "{outcome:?}");
    let outcome = keys.migrate_keys().await;
    assert!(matches!(outcome, Err(StoreError::Newer)), "{outcome:?}");
}

async fn twice(house: House) {
    house.desk.db().migrate().await.unwrap();
    house.desk.vault().keystore().migrate_keys().await.unwrap();
    assert_eq!(places::demo(house.desk.db()).await.unwrap(), Some(true));
}

/// SQLite is told that no page is left; PostgreSQL says what it says when a disk is full.
async fn fill(db: &Db) {
    match db {
        Db::Sqlite { write, .. } => {
            sqlx::raw_sql("PRAGMA max_page_count = 1")
                .execute(write)
                .await
                .unwrap();
        }
        Db::Postgres(pool) => {
            let trigger = "CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN
                IF NEW.rank > 900 THEN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END IF;
                RETURN NEW; END $$ LANGUAGE plpgsql;
                CREATE TRIGGER full_disk BEFORE INSERT ON room
                FOR EACH ROW EXECUTE FUNCTION full_disk();";
            sqlx::raw_sql(trigger).execute(pool).await.unwrap();
        }
    }
}

/// Adds rooms until the disk is full; gives what that was called.
async fn until_full(db: &Db, permit: &Permit) -> StoreError {
    let mut tx = db.begin(permit).await.unwrap();
    for number in 1..5_000 {
        let rank = number.try_into().unwrap();
        if let Err(error) = places::add_room(&mut tx, &a_room(number), rank).await {
            assert!(matches!(tx.commit().await, Err(StoreError::Spoilt)));
            return error;
        }
    }
    tx.commit().await.expect_err("the disk is not full")
}

async fn full(house: House) {
    fill(house.desk.db()).await;
    let outcome = until_full(house.desk.db(), &permit(&house)).await;
    assert!(matches!(outcome, StoreError::Full), "{outcome:?}");
    assert!(
        places::rooms(&mut look(&house).await)
            .await
            .unwrap()
            .is_empty()
    );
    let mut tx = tx(&house).await;
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_folder_that_is_missing_is_said_to_be_missing_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere").join("onthaal.db");
    let outcome = Db::open_sqlite(&missing).await;
    assert!(matches!(outcome, Err(StoreError::Folder(why)) if why.kind() == ErrorKind::NotFound));
    assert!(!missing.exists());
    let outcome = lock_folder(missing.parent().unwrap());
    assert!(matches!(outcome, Err(StoreError::Folder(_))));
}

#[tokio::test]
async fn a_folder_in_place_of_the_file_is_refused_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = Db::open_sqlite(folder.path()).await;
    assert!(matches!(outcome, Err(StoreError::Folder(_))));
}

#[tokio::test]
async fn a_file_that_is_no_database_is_said_to_be_damaged_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onthaal.db");
    let text = "Dit is geen databank. ".repeat(1_000);
    std::fs::write(&file, &text).unwrap();
    let outcome = Db::open_sqlite(&file).await;
    assert!(
        matches!(outcome, Err(StoreError::Damaged(_))),
        "{outcome:?}"
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}

#[tokio::test]
async fn a_page_that_was_overwritten_is_said_to_be_damaged_on_sqlite() {
    let house = House::on_sqlite().await;
    let file = house.folder.path().join("onthaal.db");
    house.desk.db().close().await;
    let mut bytes = std::fs::read(&file).unwrap();
    for byte in &mut bytes[4_096..] {
        *byte = 0xA5;
    }
    std::fs::write(&file, bytes).unwrap();
    let outcome = match Db::open_sqlite(&file).await {
        Ok(db) => places::demo(&db).await.map(drop),
        Err(error) => Err(error),
    };
    assert!(
        matches!(outcome, Err(StoreError::Damaged(_))),
        "{outcome:?}"
    );
}

/// A small file system of its own, which only root can make.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(folder: &'a Path, options: &str) -> Option<Self> {
        let mut mount = Command::new("mount");
        let mount = mount
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder);
        let mounted = mount.output().is_ok_and(|done| done.status.success());
        if !mounted {
            eprintln!("left out: only root can mount a small disk");
        }
        mounted.then_some(Self(folder))
    }

    fn make_read_only(&self) {
        let mut mount = Command::new("mount");
        let done = mount
            .args(["-o", "remount,ro"])
            .arg(self.0)
            .output()
            .unwrap();
        assert!(done.status.success());
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _done = Command::new("umount").arg("-l").arg(self.0).output();
    }
}

#[tokio::test]
async fn a_disk_too_small_for_the_tables_is_said_to_be_full_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = Disk::mount(folder.path(), "size=128k") else {
        return;
    };
    let outcome = match Db::open_sqlite(&folder.path().join("onthaal.db")).await {
        Ok(db) => db.migrate().await,
        Err(error) => Err(error),
    };
    assert!(matches!(outcome, Err(StoreError::Full)), "{outcome:?}");
}

#[tokio::test]
async fn a_real_disk_that_fills_up_stores_nothing_of_the_work_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = Disk::mount(folder.path(), "size=3m") else {
        return;
    };
    let house = House::on_sqlite().await;
    let (small, file) = (
        folder.path().join("onthaal.db"),
        house.folder.path().join("onthaal.db"),
    );
    house.desk.db().close().await;
    std::fs::copy(file, &small).unwrap();
    let (db, permit) = (Db::open_sqlite(&small).await.unwrap(), permit(&house));
    assert!(
        places::rooms(&mut db.look(&permit).await.unwrap())
            .await
            .unwrap()
            .is_empty()
    );
    let rest = folder.path().join("rest");
    let outcome = std::fs::write(&rest, vec![0; 4_000_000]);
    assert!(outcome.is_err(), "the disk is full by now");
    let outcome = until_full(&db, &permit).await;
    assert!(matches!(outcome, StoreError::Full), "{outcome:?}");
    std::fs::remove_file(rest).unwrap();
    assert!(
        places::rooms(&mut db.look(&permit).await.unwrap())
            .await
            .unwrap()
            .is_empty()
    );
    let mut tx = db.begin(&permit).await.unwrap();
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await;
}

#[tokio::test]
async fn a_disk_that_cannot_be_written_is_said_to_be_so_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::mount(folder.path(), "size=3m") else {
        return;
    };
    let file = folder.path().join("onthaal.db");
    let db = Db::open_sqlite(&file).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    disk.make_read_only();
    let outcome = match Db::open_sqlite(&file).await {
        Ok(db) => db.migrate().await,
        Err(error) => Err(error),
    };
    assert!(matches!(outcome, Err(StoreError::Folder(_))), "{outcome:?}");
    assert!(matches!(
        lock_folder(folder.path()),
        Err(StoreError::Folder(_))
    ));
}

/// A connection that may not write, as a server has that stands by for another.
#[tokio::test]
async fn what_cannot_be_written_is_said_to_be_read_only_on_sqlite() {
    let house = House::on_sqlite().await;
    let mut tx = tx(&house).await;
    let only = "PRAGMA query_only = ON";
    if let desk::store::Conn::Sqlite(conn) = tx.conn() {
        sqlx::query(only).execute(conn).await.unwrap();
    }
    let outcome = places::add_room(&mut tx, &a_room(1), 0).await;
    assert!(
        matches!(outcome, Err(StoreError::ReadOnly(_))),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn a_server_that_stands_by_is_said_to_be_read_only_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let mut tx = tx(&house).await;
    if let desk::store::Conn::Postgres(conn) = tx.conn() {
        sqlx::query("SET TRANSACTION READ ONLY")
            .execute(conn)
            .await
            .unwrap();
    }
    let outcome = places::add_room(&mut tx, &a_room(1), 0).await;
    assert!(
        matches!(outcome, Err(StoreError::ReadOnly(_))),
        "{outcome:?}"
    );
}
