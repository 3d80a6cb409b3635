//! The two engines hold the same: their folders list the same migrations, and what comes of them has
//! the same tables, columns, indexes and meanings.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[cfg(test)]
#[expect(dead_code, reason = "this test needs the databases only")]
mod support {
    pub mod house;
}

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use desk::store::Db;
use support::house::House;

fn migrations(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../migrations")
        .join(folder);
    let names = std::fs::read_dir(folder).unwrap();
    names
        .map(|name| name.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn both_folders_list_the_same_migrations() {
    assert!(!migrations("sqlite").is_empty());
    assert_eq!(migrations("sqlite"), migrations("postgres"));
    assert_eq!(migrations("keys_sqlite"), migrations("keys_postgres"));
}

/// Several people add migrations at a time, each with a number that was given out; what counts is that
/// no number is used twice.
#[test]
fn no_number_of_a_migration_is_given_twice() {
    for folder in ["sqlite", "keys_sqlite"] {
        let names = migrations(folder);
        let numbers: BTreeSet<&str> = names.iter().map(|name| &name[..4]).collect();
        assert!(names.iter().all(|name| name[..4].parse::<u32>().is_ok()));
        assert!(names.iter().any(|name| name.starts_with("0001_")));
        assert_eq!(numbers.len(), names.len(), "{folder}");
    }
}

/// A table's columns in their order, with what they hold and whether they may be empty.
type Tables = BTreeMap<String, Vec<(String, String, bool)>>;

async fn tables(db: &Db) -> Tables {
    let columns: Vec<(String, String, String, bool)> = match db {
        Db::Sqlite { write, .. } => sqlx::query_as(
            "SELECT m.name, c.name, c.type, c.\"notnull\" = 0
             FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid",
        )
        .fetch_all(write)
        .await
        .unwrap(),
        Db::Postgres(pool) => sqlx::query_as(
            "SELECT table_name::text, column_name::text, upper(data_type), is_nullable = 'YES'
             FROM information_schema.columns WHERE table_schema = 'public'
             ORDER BY table_name, ordinal_position",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    };
    let mut tables = Tables::new();
    for (table, column, holds, empty) in columns {
        if table != "_sqlx_migrations" {
            tables
                .entry(table)
                .or_default()
                .push((column, holds, empty));
        }
    }
    tables
}

/// What a column of SQLite may be on PostgreSQL.
fn compatible(sqlite: &str, postgres: &str) -> bool {
    match sqlite {
        "BLOB" => ["UUID", "BYTEA"].contains(&postgres),
        "TEXT" => ["TEXT", "TIMESTAMP WITH TIME ZONE", "DATE"].contains(&postgres),
        "INTEGER" => ["BIGINT", "BOOLEAN"].contains(&postgres),
        _ => false,
    }
}

fn assert_twins(sqlite: &Tables, postgres: &Tables) {
    let names = |tables: &Tables| tables.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(sqlite), names(postgres));
    for (table, columns) in sqlite {
        let others = &postgres[table];
        assert_eq!(columns.len(), others.len(), "{table}");
        for (column, other) in columns.iter().zip(others) {
            assert_eq!((&column.0, column.2), (&other.0, other.2), "{table}");
            assert!(
                compatible(&column.1, &other.1),
                "{table}: {column:?} and {other:?}"
            );
        }
    }
}

/// The indexes that have a name of ours, and whether they refuse a second row.
async fn indexes(db: &Db) -> BTreeSet<(String, String, bool)> {
    let found: Vec<(String, String, bool)> = match db {
        Db::Sqlite { write, .. } => sqlx::query_as(
            "SELECT m.name, i.name, i.\"unique\" = 1
             FROM sqlite_schema m JOIN pragma_index_list(m.name) i
             WHERE m.type = 'table' AND i.origin = 'c'",
        )
        .fetch_all(write)
        .await
        .unwrap(),
        Db::Postgres(pool) => sqlx::query_as(
            "SELECT t.relname::text, c.relname::text, i.indisunique FROM pg_index i
             JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
             JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'public'
             AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    };
    found.into_iter().collect()
}

#[tokio::test]
async fn both_schemas_hold_the_same_on_postgres() {
    let Some(postgres) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let sqlite = House::on_sqlite().await;
    let keystores = (
        sqlite.desk.vault().keystore(),
        postgres.desk.vault().keystore(),
    );
    for (one, other) in [(sqlite.desk.db(), postgres.desk.db()), keystores] {
        let (first, second) = (tables(one).await, tables(other).await);
        assert!(first.len() > 3);
        assert_twins(&first, &second);
        assert_eq!(indexes(one).await, indexes(other).await);
    }
}
