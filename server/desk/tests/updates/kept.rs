//! What is in every row before and after, column by column, and whether the seal still opens it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use desk::access::Actor;
use desk::audit::{Trail, verify};
use desk::seal::Vault;
use desk::seal::root::read_key_file;
use desk::store::{Db, StoreError, places};
use desk::{Desk, Entropy, Parts, people};
use domain::id::Ids;
use domain::time::Clock;
use domain::{Instant, RequestId};

use super::earlier::{Copy, Earlier, PARTS, migrate};

/// The rows of each table as text, by its columns.
pub type Rows = BTreeMap<String, (Vec<String>, Vec<String>)>;

/// Columns whose meaning is the program that writes them, and the list of migrations itself.
const OWN: &[&str] = &["_sqlx_migrations", "min_reader", "min_writer"];

/// Every table with its columns.
const SQLITE_COLUMNS: &str = "SELECT m.name, c.name FROM sqlite_schema m
    JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'";
const POSTGRES_COLUMNS: &str = "SELECT table_name::text, column_name::text
    FROM information_schema.columns WHERE table_schema = 'public'";

async fn asked(db: &Db, question: String) -> Vec<String> {
    let question = sqlx::AssertSqlSafe(question);
    match db {
        Db::Sqlite { write, .. } => sqlx::query_scalar(question).fetch_all(write).await,
        Db::Postgres(pool) => sqlx::query_scalar(question).fetch_all(pool).await,
    }
    .unwrap()
}

async fn columns(db: &Db) -> Vec<(String, String)> {
    match db {
        Db::Sqlite { write, .. } => sqlx::query_as(SQLITE_COLUMNS).fetch_all(write).await,
        Db::Postgres(pool) => sqlx::query_as(POSTGRES_COLUMNS).fetch_all(pool).await,
    }
    .unwrap()
}

/// What is in these columns of a table.
async fn rows(db: &Db, table: &str, columns: &[String]) -> Vec<String> {
    let one = |column: &String| match db {
        Db::Sqlite { .. } => format!("quote(\"{column}\")"),
        Db::Postgres(_) => format!("coalesce(\"{column}\"::text, 'NULL')"),
    };
    let all: Vec<String> = columns.iter().map(one).collect();
    let question = format!("SELECT {} FROM \"{table}\"", all.join(" || '|' || "));
    let mut rows = asked(db, question).await;
    rows.sort();
    rows
}

/// Everything that is stored.
pub async fn everything(db: &Db) -> Rows {
    let mut tables = BTreeMap::<String, Vec<String>>::new();
    for (table, column) in columns(db).await {
        if !OWN.contains(&&*table) && !OWN.contains(&&*column) {
            tables.entry(table).or_default().push(column);
        }
    }
    let mut all = Rows::new();
    for (table, columns) in tables {
        let rows = rows(db, &table, &columns).await;
        all.insert(table, (columns, rows));
    }
    all
}

/// Everything that was stored before is stored now, in the same columns.
pub async fn assert_kept(db: &Db, before: &Rows) {
    for (table, (columns, was)) in before {
        let is = rows(db, table, columns).await;
        assert!(&is == was, "{table}: {} rows were {}", is.len(), was.len());
    }
}

/// A clock that stands on the day after the data were written, and ids and bytes that count.
#[derive(Default)]
struct World(AtomicU64);

impl Clock for World {
    fn now(&self) -> Instant {
        Instant::from_unix(1_795_400_000)
    }
}

impl World {
    fn next(&self) -> [u8; 16] {
        let count = u128::from(self.0.fetch_add(1, Ordering::Relaxed));
        (count << 64 | 0x5a5a).to_be_bytes()
    }
}

impl Ids for World {
    fn fresh(&self) -> [u8; 16] {
        self.next()
    }
}

impl Entropy for World {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(16) {
            part.copy_from_slice(&self.next()[..part.len()]);
        }
    }
}

/// Opens every name that is sealed, and gives how many; the trail is whole before.
pub async fn names([data, keys]: [Db; 2], earlier: &Earlier) -> usize {
    assert!(verify(&data, None).await.unwrap().is_whole());
    let world = Arc::new(World::default());
    let vault = Vault::new(keys, world.clone(), world.clone());
    let root = read_key_file(&earlier.key()).unwrap();
    vault.unseal(&root).await.unwrap();
    let desk = Desk::new(Parts {
        db: data,
        vault,
        trail: Trail::new(world.fresh()),
        clock: world.clone(),
        ids: world.clone(),
        entropy: world,
    });
    let mut names = 0;
    for centre in places::centres(desk.db()).await.unwrap() {
        let actor = Actor::Job {
            name: "wake",
            centre: centre.id,
            request: RequestId::new(desk.ids()),
        };
        names += people::rebuild_index(&desk, &actor).await.unwrap();
    }
    names
}

/// How many migrations are done in each of the two.
pub async fn steps(both: &[Db; 2]) -> Vec<i64> {
    let mut steps = Vec::new();
    for db in both {
        let done = "SELECT CAST(COUNT(*) AS TEXT) FROM _sqlx_migrations WHERE success";
        steps.push(asked(db, done.to_owned()).await[0].parse().unwrap());
    }
    steps
}

/// How many migrations of each this program knows.
pub fn known() -> Vec<i64> {
    let folder = |part: &str| match part {
        "data" => "../../migrations/sqlite",
        _ => "../../migrations/keys_sqlite",
    };
    PARTS
        .iter()
        .map(|part| std::fs::read_dir(folder(part)).unwrap().count())
        .map(|count| i64::try_from(count).unwrap())
        .collect()
}

async fn brought_up(earlier: Earlier) {
    let copy = earlier.copy().await;
    let both = copy.open().await;
    let before = [everything(&both[0]).await, everything(&both[1]).await];
    let people = before[0]["record"].1.len();
    assert!(people > 40, "{people} people");
    migrate(&both).await;
    for (db, before) in both.iter().zip(&before) {
        assert_kept(db, before).await;
    }
    assert_eq!(steps(&both).await, known());
    assert_eq!(names(both, &earlier).await, people);
    over(earlier, copy).await;
}

async fn over(earlier: Earlier, copy: Copy) {
    copy.gone().await;
    earlier.gone().await;
}

#[tokio::test]
async fn data_of_the_first_program_are_brought_up_whole_on_sqlite() {
    brought_up(Earlier::on_sqlite("0001").await).await;
}

#[tokio::test]
async fn data_of_the_first_program_are_brought_up_whole_on_postgres() {
    if let Some(earlier) = Earlier::on_postgres("0001").await {
        brought_up(earlier).await;
    }
}

/// What a newer program does to data: says whom it shuts out, then migrates.
async fn newer(db: &Db, table: &str, reader: i64, writer: i64) {
    let says = format!("UPDATE {table} SET min_reader = {reader}, min_writer = {writer}");
    let adds = "ALTER TABLE centre ADD COLUMN of_tomorrow TEXT".to_owned();
    let did = "INSERT INTO _sqlx_migrations (version, description, success, checksum, \
               execution_time) SELECT 9999, 'of tomorrow', success, checksum, 1 \
               FROM _sqlx_migrations WHERE version = 1"
        .to_owned();
    let adds = (table == "installation").then_some(adds);
    for statement in [Some(says), adds, Some(did)].into_iter().flatten() {
        asked(db, statement).await;
    }
}

async fn says_who_fits(earlier: Earlier) {
    let copy = earlier.copy().await;
    let both = copy.open().await;
    migrate(&both).await;
    newer(&both[0], "installation", 1, 1).await;
    newer(&both[1], "keystore", 1, 1).await;
    migrate(&both).await;
    both[0].writable().await.unwrap();
    newer_refused(&both).await;
    over(earlier, copy).await;
}

async fn newer_refused([data, keys]: &[Db; 2]) {
    let shuts = |table: &str, reader: i64| {
        format!("UPDATE {table} SET min_reader = {reader}, min_writer = 9999")
    };
    asked(data, shuts("installation", 1)).await;
    asked(keys, shuts("keystore", 1)).await;
    let before = everything(data).await;
    let newer = |outcome| matches!(outcome, Err(StoreError::Newer));
    assert!(newer(data.migrate().await) && newer(keys.migrate_keys().await));
    assert!(newer(data.writable().await));
    data.readable().await.unwrap();
    asked(data, shuts("installation", 9999)).await;
    assert!(newer(data.readable().await));
    assert_kept(data, &before).await;
}

#[tokio::test]
async fn data_of_a_newer_program_say_who_may_use_them_on_sqlite() {
    says_who_fits(Earlier::on_sqlite("0001").await).await;
}

#[tokio::test]
async fn data_of_a_newer_program_say_who_may_use_them_on_postgres() {
    if let Some(earlier) = Earlier::on_postgres("0001").await {
        says_who_fits(earlier).await;
    }
}
