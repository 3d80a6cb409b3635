//! The papers name only what is there: files, tests and commands. A threat model whose proof was
//! renamed proves nothing.

use std::fs;
use std::path::{Path, PathBuf};

/// The top of the repository.
fn top() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The papers, each with its text.
fn papers() -> Vec<(PathBuf, String)> {
    let folders = [top().join("docs"), top().join("docs/decisions")];
    let entries = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok());
    let files = entries.flatten().flatten().map(|entry| entry.path());
    let named = ["README.md", "CHANGELOG.md"].map(|name| top().join(name));
    let all = named.into_iter().chain(files);
    all.filter(|file| file.extension().is_some_and(|ending| ending == "md"))
        .map(|file| (file.clone(), read(&file)))
        .collect()
}

/// What stands between backticks, outside blocks of code.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|part| part.split('`').skip(1).step_by(2))
}

/// Whether a quotation is a file or folder of the repository.
fn is_path(quotation: &str) -> bool {
    let first = quotation.split('/').next().unwrap_or_default();
    let ours = [
        "app",
        "server",
        "style",
        "public",
        "migrations",
        "end2end",
        "scripts",
        "docs",
    ];
    quotation.contains('/') && ours.contains(&first) && !quotation.contains([' ', '*'])
}

/// The name of a test in a quotation: words with underscores, or for the browser a sentence. One that
/// ends in "…" is written for each engine.
fn test_name(quotation: &str) -> Option<&str> {
    let name = quotation.trim_end_matches('…');
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let rust = name.matches('_').count() > 1 && name.chars().all(word);
    (rust || name.matches(' ').count() > 3).then_some(name)
}

#[test]
fn every_file_the_papers_name_exists() {
    for (paper, text) in papers() {
        for path in quoted(&text).filter(|quotation| is_path(quotation)) {
            assert!(
                top().join(path).exists(),
                "{} names {path}",
                paper.display()
            );
        }
    }
}

#[test]
fn every_page_the_papers_lead_to_exists() {
    for (paper, text) in papers() {
        let targets = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://")) {
            let page = paper.parent().unwrap().join(target);
            assert!(page.exists(), "{} leads to {target}", paper.display());
        }
    }
}

#[test]
fn every_proof_of_the_threat_model_is_a_test_of_the_file_it_names() {
    let (mut file, mut text, mut proofs) = (String::new(), String::new(), 0);
    let paper = read(&top().join("docs/threat-model.md"));
    for quotation in quoted(&paper) {
        if is_path(quotation) && top().join(quotation).is_file() {
            quotation.clone_into(&mut file);
            text = read(&top().join(quotation));
        } else if let Some(name) = test_name(quotation) {
            assert!(text.contains(name), "{file} has no test {name}");
            proofs += 1;
        }
    }
    assert!(proofs > 40, "only {proofs} proofs are named");
}
