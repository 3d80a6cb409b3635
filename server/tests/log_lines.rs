//! What the program says is a constant sentence: a value would be outside the list of fields that
//! may be said, and could be about somebody.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read the sources fails"
)]

use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

/// The arguments of every call that says something.
fn said(source: &str) -> Vec<&str> {
    let levels = ["error", "warn", "info", "debug", "trace"];
    let calls = levels.iter().flat_map(|level| {
        let call = format!("tracing::{level}!(");
        let starts: Vec<usize> = source
            .match_indices(&call)
            .map(|(at, found)| at + found.len())
            .collect();
        starts
    });
    calls
        .map(|start| {
            let end = source[start..]
                .find(");")
                .map_or(source.len(), |end| start + end);
            &source[start..end]
        })
        .collect()
}

#[test]
fn every_sentence_in_the_log_is_constant() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["app/src", "app/domain/src", "server/src", "server/desk/src"] {
        sources(&root.join(folder), &mut files);
    }
    let mut calls = 0;
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        for arguments in said(&source) {
            assert!(!arguments.contains('{'), "{}: {arguments}", file.display());
            calls += 1;
        }
    }
    assert!(calls > 10, "{calls}");
}
