//! `docs/clear-columns.md` says of every column whether it is sealed and, if not, why and what a dump
//! shows. It is compared with the schema of both databases on both engines.

use std::collections::{BTreeMap, BTreeSet};

use desk::store::Db;

use stores::both_engines;

#[cfg(test)]
#[path = "support/stores.rs"]
mod stores;

const PAGE: &str = include_str!("../../../docs/clear-columns.md");

/// Columns as `table.column`.
type Columns = BTreeSet<String>;

/// What the page says about one database: sealed columns, and clear ones with their reasons.
#[derive(Default)]
struct Said {
    sealed: Columns,
    clear: BTreeMap<String, Vec<String>>,
}

/// Reads the part of the page about one database.
fn said(database: &str) -> Said {
    let (mut said, mut table, mut inside) = (Said::default(), "", false);
    for line in PAGE.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            inside = name == database;
        } else if let Some(name) = line.strip_prefix("### ") {
            table = name;
        } else if inside {
            said.learn(table, line);
        }
    }
    said
}

impl Said {
    fn learn(&mut self, table: &str, line: &str) {
        if let Some(columns) = line.strip_prefix("Sealed: ") {
            for column in columns.split(", ") {
                self.sealed
                    .insert(format!("{table}.{}", column.trim_matches('`')));
            }
        }
        let Some(cells) = line.strip_prefix("| `") else {
            return;
        };
        let cells: Vec<String> = cells
            .trim_end_matches('|')
            .split('|')
            .map(|c| c.trim().to_owned())
            .collect();
        let column = format!("{table}.{}", cells[0].trim_matches('`'));
        let twice = self.clear.insert(column.clone(), cells[1..].to_vec());
        assert!(twice.is_none(), "{column} stands on the page twice");
    }

    fn columns(&self) -> Columns {
        self.clear.keys().chain(&self.sealed).cloned().collect()
    }
}

/// The columns a database really has.
async fn has(db: &Db) -> Columns {
    let sqlite = "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
    let postgres = "SELECT table_name || '.' || column_name FROM information_schema.columns
        WHERE table_schema = 'public'";
    let columns: Vec<String> = match db {
        Db::Sqlite { write, .. } => sqlx::query_scalar(sqlite).fetch_all(write).await,
        Db::Postgres(pool) => sqlx::query_scalar(postgres).fetch_all(pool).await,
    }
    .expect("the engine knows its own columns");
    columns.into_iter().collect()
}

fn compare(real: &Columns, said: &Said) {
    let stands = said.columns();
    let missing: Vec<_> = real.difference(&stands).collect();
    assert!(
        missing.is_empty(),
        "docs/clear-columns.md says nothing about {missing:?}"
    );
    let gone: Vec<_> = stands.difference(real).collect();
    assert!(
        gone.is_empty(),
        "docs/clear-columns.md tells of columns that are gone: {gone:?}"
    );
}

both_engines! {
    async fn the_page_tells_of_every_column_and_no_other(stores) {
        compare(&has(&stores.db).await, &said("Data"));
        compare(&has(&stores.keys).await, &said("Keystore"));
    }
}

#[test]
fn every_clear_column_has_a_reason_and_says_what_a_dump_shows() {
    for database in ["Data", "Keystore"] {
        let said = said(database);
        assert!(!said.clear.is_empty() && !said.sealed.is_empty());
        for (column, cells) in &said.clear {
            let told = cells.len() == 2 && cells.iter().all(|cell| cell.len() > 5);
            assert!(told, "{column}: {cells:?}");
            assert!(
                !said.sealed.contains(column),
                "{column} is both sealed and clear"
            );
        }
    }
}

#[test]
fn a_missing_column_and_one_too_many_are_noticed() {
    let (said, mut real) = (said("Data"), said("Data").columns());
    compare(&real, &said);
    for change in ["record.name", "visit.token"] {
        if !real.remove(change) {
            real.insert(change.to_owned());
        }
        let noticed = std::panic::catch_unwind(|| compare(&real, &self::said("Data")));
        assert!(noticed.is_err(), "{change}");
    }
}
