//! The scan for the centre. It reads the statements as text: what comes after FROM, JOIN, INTO and
//! UPDATE is a table, and a statement on a table with a centre has to bind that centre.

use std::collections::BTreeSet;

use desk::store::Db;

use crate::Nouns;

/// Statements that rightly do not bind a centre, each with its reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "changes",
        "AFTER",
        "a process follows what happens in every centre",
    ),
    (
        "changes",
        "LAST",
        "a process follows what happens in every centre",
    ),
    (
        "changes",
        "FORGET",
        "what every process has seen is over in every centre",
    ),
    (
        "staff",
        "BY_KEY",
        "before sign-in nobody knows whose centre it is",
    ),
    (
        "staff",
        "BY_ID",
        "before sign-in nobody knows whose centre it is",
    ),
    (
        "staff",
        "EVERYWHERE",
        "the sign-in cards of a demo show every centre",
    ),
    (
        "invites",
        "BY_CODE",
        "before joining nobody knows whose centre it is",
    ),
    (
        "sessions",
        "BY_TOKEN",
        "only the row of a token says whose centre it is",
    ),
    (
        "workstations",
        "BY_TOKEN",
        "only the row of a token says whose centre it is",
    ),
    (
        "audit reading",
        "CHAINS",
        "a chain is proved whole, over every centre",
    ),
    (
        "audit reading",
        "ROWS",
        "a chain is proved whole, over every centre",
    ),
    (
        "audit reading",
        "SUBJECTS",
        "a chain is proved whole, over every centre",
    ),
    (
        "audit reading",
        "HEAD_AT",
        "a chain is proved whole, over every centre",
    ),
    (
        "audit reading",
        "CHAIN_OF_ROWS",
        "a chain is proved whole, over every centre",
    ),
    (
        "audit reading",
        "CHAIN_OF_SUBJECTS",
        "a chain is proved whole, over every centre",
    ),
    ("ledger", "ALL", "a backup is of every centre"),
    ("denials", "EVERY", "a backup is of every centre"),
    ("holds", "EVERY", "a backup is of every centre"),
    (
        "keys root",
        "VERSIONS",
        "the root secret opens the keys of every centre",
    ),
];

/// Fails for each statement that binds no centre though it should, and for each exception that is
/// none any more.
pub async fn check(db: &Db, nouns: Nouns) {
    let tables = tables_with_a_centre(db).await;
    let mut excused = BTreeSet::new();
    for (noun, statements) in nouns {
        for (name, statement) in *statements {
            let touched = touched(statement);
            let bound = binds_the_centre(statement) || touched.is_disjoint(&tables);
            let exception = EXCEPTIONS.iter().any(|(n, s, _)| (n, s) == (noun, name));
            assert!(
                bound || exception,
                "{noun} {name} binds no centre: {statement}"
            );
            assert!(
                !(bound && exception),
                "{noun} {name} binds a centre: it is no exception"
            );
            excused.extend(exception.then_some((*noun, *name)));
        }
    }
    for (noun, name, _) in EXCEPTIONS {
        let here = nouns.iter().any(|(other, _)| other == noun);
        assert!(
            !here || excused.contains(&(*noun, *name)),
            "{noun} {name} is gone"
        );
    }
}

async fn tables_with_a_centre(db: &Db) -> BTreeSet<String> {
    let tables: Vec<(String,)> = match db {
        Db::Sqlite { write, .. } => sqlx::query_as(
            "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.name = 'centre_id'",
        )
        .fetch_all(write)
        .await
        .unwrap(),
        Db::Postgres(pool) => sqlx::query_as(
            "SELECT table_name::text FROM information_schema.columns
             WHERE table_schema = 'public' AND column_name = 'centre_id'",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    };
    assert!(tables.len() > 2, "no tables were found");
    tables.into_iter().map(|(table,)| table).collect()
}

fn touched(statement: &str) -> BTreeSet<String> {
    let words: Vec<&str> = statement.split_whitespace().collect();
    let after = |pair: &[&str]| {
        let named = ["FROM", "JOIN", "INTO", "UPDATE"].contains(&pair[0]);
        named.then(|| pair[1].trim_matches(['(', ')', ',']).to_owned())
    };
    words.windows(2).filter_map(after).collect()
}

/// An insert lists the column and its value; anything else compares it with a bound value.
fn binds_the_centre(statement: &str) -> bool {
    let words = statement.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.starts_with("INSERT") {
        return words.contains("centre_id");
    }
    words.contains("centre_id = $")
}

#[test]
fn the_scan_sees_a_statement_without_its_centre() {
    assert!(!binds_the_centre("DELETE FROM visit WHERE id = $1"));
    assert!(!binds_the_centre(
        "SELECT centre_id FROM visit WHERE id = $1"
    ));
    assert!(binds_the_centre(
        "DELETE FROM visit WHERE id = $1 AND centre_id = $2"
    ));
    let two = touched("SELECT 1 FROM visit v JOIN (SELECT 2 FROM room) r");
    assert!(two.contains("visit") && two.contains("room"));
}
