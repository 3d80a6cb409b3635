//! That no statement stands outside the list: every file of the store declares its statements in
//! the one way, and every query runs one of them.

use std::path::{Path, PathBuf};

use desk::store::{ALL_STATEMENTS, keys};

/// Queries that are written out where they run, each with its reason.
const WRITTEN_OUT: &[(&str, &str)] = &[
    (
        "\"SELECT 1\"",
        "asks whether the engine answers, and no table",
    ),
    (
        "\"SELECT sqlite_version()\"",
        "only SQLite has such a question",
    ),
    ("CALL", "only PostgreSQL calls other processes"),
    ("SEEN", "only SQLite has a snapshot of a file"),
    ("BEGIN", "only SQLite has a snapshot of a file"),
    ("ROLLBACK", "only SQLite has a snapshot of a file"),
    ("ROWS", "only SQLite counts rows by the pages of a file"),
    ("FOLD", "only SQLite has a log beside its file"),
    ("EMPTY", "only SQLite has a log beside its file"),
    ("AT_ONCE", "only SQLite waits in this way"),
    ("PATIENT", "only SQLite waits in this way"),
    ("WHOLE", "only SQLite checks its own file"),
    ("EXPORTED", "only PostgreSQL shares snapshots"),
    ("COUNTED", "only PostgreSQL is counted by its catalogue"),
    (
        "FILLED",
        "only PostgreSQL is put back into a database that is there",
    ),
    (
        "MARK",
        "only PostgreSQL is put back into a database that is there",
    ),
    (
        "UNMARK",
        "only PostgreSQL is put back into a database that is there",
    ),
    (
        "MARKED",
        "only PostgreSQL is put back into a database that is there",
    ),
    (
        "CLEAR",
        "only PostgreSQL is put back into a database that is there",
    ),
    ("ALONE", "only PostgreSQL has several programs"),
    ("FOLLOWED", "only PostgreSQL has standbys"),
    ("LIKE", "only PostgreSQL has several databases"),
    ("TURN", "only PostgreSQL has several writers"),
    ("statement", "a statement of the list that is handed on"),
];

fn sources() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![folder.join("store.rs")];
    let mut folders = vec![folder.join("store")];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                &mut folders
            } else {
                &mut files
            }
            .push(path);
        }
    }
    let read = |path: PathBuf| (path.clone(), std::fs::read_to_string(path).unwrap());
    files.into_iter().map(read).collect()
}

/// The names that a file declares in `statements! { NAME = "…"; }`.
fn declared(source: &str) -> usize {
    let blocks = source.split("\nstatements! {").skip(1);
    let names = |block: &str| {
        let block = block.split("\n}").next().unwrap_or(block);
        let starts = block.lines().filter(|line| {
            let name = line.trim_start().split(" = \"").next().unwrap_or("");
            line.contains(" = \"") && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        });
        starts.count()
    };
    blocks.map(names).sum()
}

#[test]
fn every_declared_statement_is_in_the_list() {
    let declared: usize = sources().iter().map(|(_, source)| declared(source)).sum();
    let lists = ALL_STATEMENTS.iter().chain(keys::ALL_STATEMENTS);
    let listed: usize = lists.map(|(_, statements)| statements.len()).sum();
    assert!(listed > 80, "only {listed} statements are listed");
    assert_eq!(
        declared, listed,
        "a file's STATEMENTS are missing in ALL_STATEMENTS"
    );
}

#[test]
fn every_query_runs_a_declared_statement() {
    for (path, source) in sources() {
        for call in ["sqlx::query(", "sqlx::query_as(", "sqlx::query_scalar("] {
            for after in source.split(call).skip(1) {
                let argument = after.split(')').next().unwrap_or("").trim();
                let argument = if argument.starts_with('"') {
                    written(after)
                } else {
                    argument
                };
                let excused = WRITTEN_OUT.iter().any(|(known, _)| *known == argument);
                let declared = source.contains(&format!("    {argument} = \""));
                assert!(excused || declared, "{}: {call}{argument})", path.display());
            }
        }
        assert!(!source.contains("AssertSqlSafe"), "{}", path.display());
    }
}

/// A literal with its quotes.
fn written(after: &str) -> &str {
    let after = after.trim_start();
    let end = after[1..].find('"').map_or(after.len(), |end| end + 2);
    &after[..end]
}
