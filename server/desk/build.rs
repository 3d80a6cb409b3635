//! Reads every message that the program can send, and stops the build at the first one that would
//! tell a stranger what it is about. It also watches the migrations, which are built in.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use domain::Language;
use domain::neutral::{Lexicon, Why};

const LETTERS: &str = "letters";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={LETTERS}");
    println!("cargo::rerun-if-changed=../../migrations");
    match faults() {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("cargo::error=the letters cannot be read: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What is wrong with the letters, one line each.
fn faults() -> std::io::Result<Vec<String>> {
    let lexicon = Lexicon::built_in();
    let (mut faults, mut languages) = (Vec::new(), BTreeMap::<String, Vec<String>>::new());
    for entry in fs::read_dir(LETTERS)? {
        let path = entry?.path();
        let file = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut parts = file.split('.').map(str::to_owned);
        let (name, language) = (parts.next(), parts.next());
        languages
            .entry(name.unwrap_or_default())
            .or_default()
            .extend(language);
        faults.extend(
            said(&lexicon, &fs::read_to_string(&path)?).map(|why| format!("{file}: {why}")),
        );
    }
    for (name, there) in languages {
        let missing = Language::ALL.map(Language::code);
        let missing = missing
            .iter()
            .find(|code| !there.iter().any(|have| have == *code));
        faults.extend(missing.map(|code| format!("{name} is not there in {code}")));
    }
    Ok(faults)
}

/// What is wrong with one letter.
fn said(lexicon: &Lexicon, letter: &str) -> Option<String> {
    let Some((subject, text)) = letter.split_once("\n\n") else {
        return Some("a subject, an empty line and a text are needed".to_owned());
    };
    let telling = lexicon.check(subject, text).err()?;
    let why = match telling.why {
        Why::Word(word) => format!("“{word}” says too much"),
        Why::Number => "a telephone number says too much".to_owned(),
        Why::Link => "an address says too much".to_owned(),
        Why::Empty => "there is nothing to read".to_owned(),
    };
    Some(format!("{why} ({:?})", telling.place))
}
