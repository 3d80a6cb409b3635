//! The crates stand in a line, and what is kept apart stays apart: rules without storage, SQL in one
//! place, mail and calendars behind a door of their own, files that can be read in one sitting.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How long a source file may be, without its unit tests.
const LONGEST: usize = 300;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The crates a crate names, for tests or not.
fn named(manifest: &str, sections: &[&str]) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join(manifest)).unwrap();
    let mut here = false;
    let mut names = BTreeSet::new();
    for line in text.lines() {
        if line.starts_with('[') {
            here = sections.contains(&line.trim());
        } else if let (true, Some((name, _))) = (here, line.split_once('=')) {
            names.insert(name.trim().to_owned());
        }
    }
    names
}

fn uses(manifest: &str) -> BTreeSet<String> {
    named(
        manifest,
        &[
            "[dependencies]",
            "[dev-dependencies]",
            "[build-dependencies]",
        ],
    )
}

/// The sources below a folder, by their path from it and without their unit tests.
fn sources(folder: &str) -> Vec<(String, String)> {
    let start = root().join(folder);
    let mut folders = vec![start.clone()];
    let mut files = Vec::new();
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let name = path.strip_prefix(&start).unwrap().display().to_string();
                let source = std::fs::read_to_string(path).unwrap();
                let tests = source.find("\n#[cfg(test)]\nmod tests {");
                files.push((name, source[..tests.unwrap_or(source.len())].to_owned()));
            }
        }
    }
    files
}

/// Whether a source names a crate: in a path or an attribute, not in a comment.
fn names(source: &str, word: &str) -> bool {
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let path = format!("{word}::");
    code.into_iter()
        .any(|line| line.contains(&path) || line.contains(&format!("use {word}")))
}

#[test]
fn the_rules_know_no_storage_no_screen_and_no_waiting() {
    let domain = uses("app/domain/Cargo.toml");
    for foreign in ["sqlx", "axum", "leptos", "tokio", "desk", "app", "server"] {
        assert!(!domain.contains(foreign), "domain names {foreign}");
    }
    let text = std::fs::read_to_string(root().join("app/domain/Cargo.toml")).unwrap();
    assert!(!text.contains("\"clock\""), "domain reads a clock");
}

#[test]
fn the_crates_stand_in_a_line() {
    let line = [
        ("app/domain/Cargo.toml", &["desk", "app", "server"][..]),
        (
            "server/desk/Cargo.toml",
            &["app", "server", "axum", "leptos"],
        ),
        ("app/Cargo.toml", &["server", "sqlx"]),
        ("server/Cargo.toml", &["sqlx"]),
    ];
    for (manifest, forbidden) in line {
        let used = uses(manifest);
        for foreign in forbidden {
            assert!(!used.contains(*foreign), "{manifest} names {foreign}");
        }
    }
}

#[test]
fn only_the_store_speaks_sql() {
    for (file, source) in sources("server/desk/src") {
        let store = file == "store.rs" || file.starts_with("store/");
        assert!(
            store || !names(&source, "sqlx"),
            "desk/src/{file} names sqlx"
        );
    }
    for folder in ["app/domain/src", "app/src", "server/src"] {
        for (file, source) in sources(folder) {
            assert!(!names(&source, "sqlx"), "{folder}/{file} names sqlx");
            assert!(!source.contains("AssertSqlSafe"), "{folder}/{file}");
        }
    }
}

#[test]
fn mail_and_calendars_stay_behind_their_doors() {
    for folder in ["app/domain/src", "app/src", "server/src", "server/desk/src"] {
        for (file, source) in sources(folder) {
            let door = |name: &str| folder == "server/desk/src" && file.starts_with(name);
            assert!(door("mail") || !names(&source, "lettre"), "{folder}/{file}");
            assert!(
                door("feed") || !names(&source, "icalendar"),
                "{folder}/{file}"
            );
        }
    }
}

#[test]
fn a_source_file_can_be_read_in_one_sitting() {
    for folder in ["app/domain/src", "app/src", "server/src", "server/desk/src"] {
        for (file, source) in sources(folder) {
            let lines = source.lines().count();
            assert!(lines <= LONGEST, "{folder}/{file} has {lines} lines");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["app/domain/src", "app/src", "server/src", "server/desk/src"] {
        for (file, source) in sources(folder) {
            assert!(
                source.starts_with("//! "),
                "{folder}/{file} begins with no paragraph"
            );
        }
    }
}
