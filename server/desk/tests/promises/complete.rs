//! No function of the store goes without a story: one that no test calls is where engines drift
//! apart.

use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut files = Vec::new();
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
    files
}

/// The functions a file of the store offers to the whole crate's users.
fn offered(source: &str) -> Vec<&str> {
    let functions = source.split("\npub async fn ").skip(1);
    functions
        .filter_map(|rest| rest.split(['(', '<']).next())
        .collect()
}

#[test]
fn every_function_of_the_store_has_a_story() {
    let stories: String = files("tests/promises")
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    let (mut count, mut untold) = (0, Vec::new());
    for file in files("src/store") {
        let noun = file.file_stem().unwrap().to_string_lossy().into_owned();
        for function in offered(&std::fs::read_to_string(&file).unwrap()) {
            count += 1;
            let own = noun != "tx";
            let call = if own {
                format!("{noun}::{function}(")
            } else {
                format!("{function}(")
            };
            if !stories.contains(&call) {
                untold.push(call);
            }
        }
    }
    println!("{count} functions of the store");
    assert!(
        count > 70 && untold.is_empty(),
        "without a story: {untold:?}"
    );
}
