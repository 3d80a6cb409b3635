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

/// What a function of this file can be called under: the file's name, or the folder's.
fn nouns(file: &Path) -> Vec<String> {
    let folder = file.parent().filter(|folder| !folder.ends_with("store"));
    let names = [file.file_stem(), folder.and_then(Path::file_name)];
    let names = names.into_iter().flatten();
    names
        .map(|name| name.to_string_lossy().into_owned())
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
        let nouns: Vec<String> = nouns(&file);
        for function in offered(&std::fs::read_to_string(&file).unwrap()) {
            count += 1;
            let told = |noun: &String| stories.contains(&format!("{noun}::{function}("));
            let bare = file.ends_with("tx.rs") && stories.contains(&format!("{function}("));
            if !bare && !nouns.iter().any(told) {
                untold.push(format!("{}::{function}", nouns.join(" or ")));
            }
        }
    }
    println!("{count} functions of the store");
    assert!(
        count > 70 && untold.is_empty(),
        "without a story: {untold:?}"
    );
}
