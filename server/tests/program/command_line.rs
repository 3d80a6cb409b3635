//! The command line: help for everything, and one line for whatever cannot work.

use std::os::unix::fs::PermissionsExt;
use std::process::Output;

use crate::house::House;
use crate::{demo, place};

fn code(output: &Output) -> i32 {
    output.status.code().expect("nobody killed it")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Checks that a command ends with this code and one line; gives the line.
fn one_line(output: &Output, expected: i32) -> String {
    let said = said(output);
    assert_eq!(
        (code(output), said.lines().count()),
        (expected, 1),
        "{said}{}",
        printed(output)
    );
    assert!(said.starts_with("onthaal: "), "{said}");
    said
}

/// What lies in the data folder, by name, size and time of the last change.
fn lying(house: &House) -> Vec<(String, u64, std::time::SystemTime)> {
    let Ok(entries) = std::fs::read_dir(house.data()) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries
        .map(|entry| {
            let (entry, metadata) = entry
                .map(|e| (e.file_name(), e.metadata().unwrap()))
                .unwrap();
            let name = entry.to_string_lossy().into_owned();
            (name, metadata.len(), metadata.modified().unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_command_explains_itself() {
    let place = place();
    let commands =
        "serve|demo|migrate|check|centre|centre new|user|user add|key|key new|audit|audit verify";
    for command in std::iter::once("").chain(commands.split('|')) {
        let mut arguments: Vec<&str> = command.split(' ').filter(|word| !word.is_empty()).collect();
        arguments.push("--help");
        let output = place.run(&arguments, "");
        assert_eq!(
            (code(&output), said(&output)),
            (0, String::new()),
            "{command}"
        );
        assert!(printed(&output).contains("Usage: onthaal"), "{command}");
    }
    assert!(printed(&place.run(&["--help"], "")).starts_with("The front desk of a Family"));
    assert!(printed(&place.run(&["--version"], "")).starts_with("onthaal "));
}

#[test]
fn wrong_use_ends_with_two_and_one_line() {
    let place = place();
    let wrong: [&[&str]; 12] = [
        &[],
        &["open"],
        &["user"],
        &["serve", "--addr"],
        &["serve", "--addr", "here"],
        &["serve", "--port", "1"],
        &["serve", "--addr", "0.0.0.0:80"],
        &["user", "add", "--centre", "linde"],
        &["key", "new"],
        &["key", "new", "--out", "a", "--passphrase"],
        &["serve", "--config", "nowhere.toml"],
        &["serve"],
    ];
    for arguments in wrong {
        one_line(&place.run(arguments, ""), 2);
    }
    assert_eq!(lying(&place), [], "wrong use writes nothing");
}

#[test]
fn a_house_that_is_not_there_is_not_made_by_accident() {
    let place = place();
    let add = [
        "user", "add", "--centre", "linde", "--name", "N", "--user", "nn", "--role", "intake",
    ];
    let commands: [&[&str]; 6] = [
        &["serve"],
        &["centre", "new", "--name", "De Linde"],
        &["serve", "--demo"],
        &["migrate"],
        &["audit", "verify"],
        &add,
    ];
    for command in commands {
        let line = one_line(&place.run(command, ""), 2);
        assert!(line.contains("is not there"), "{line}");
    }
    assert!(!place.data().exists());
}

#[test]
fn check_says_everything_at_once_and_hides_what_is_secret() {
    let mut place = place();
    place.settings = vec![
        ("ONTHAAL_ADDR", "nonsense".to_owned()),
        ("ONTHAAL_EXIT_TO", "http://plain.example".to_owned()),
        (
            "ONTHAAL_DATABASE_URL",
            "mysql://u:sesame@127.0.0.1:9/x".to_owned(),
        ),
        ("ONTHAAL_KEY_FILE", "/nowhere/key".to_owned()),
    ];
    let output = place.run(&["check"], "");
    one_line(&output, 2);
    let all = printed(&output);
    for setting in ["addr", "exit_to", "database_url", "key_file", "data"] {
        let problem = |line: &str| line.starts_with(&format!("problem       {setting}: "));
        assert!(all.lines().any(problem), "{setting} in {all}");
    }
    assert!(
        !all.contains("sesame") && !said(&output).contains("sesame"),
        "{all}"
    );
}

#[test]
fn check_finds_a_good_house_in_order() {
    let house = demo();
    let output = house.run(&["check"], "");
    assert_eq!(
        (code(&output), said(&output)),
        (0, String::new()),
        "{}",
        printed(&output)
    );
}

#[test]
fn what_a_house_keeps_is_for_its_owner_alone() {
    let house = demo();
    drop(house.serve());
    let mode = |path: &std::path::Path| {
        let metadata = std::fs::symlink_metadata(path).unwrap();
        format!("{:o}", metadata.permissions().mode() & 0o7777)
    };
    let folders = [house.data(), house.data().join("checkpoints")];
    for folder in &folders {
        assert_eq!(mode(folder), "700", "{}", folder.display());
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap());
        for file in files.filter(|file| file.file_type().unwrap().is_file()) {
            assert_eq!(mode(&file.path()), "600", "{}", file.path().display());
        }
    }
    assert!(house.data().join("onthaal.db").exists() && house.data().join("keys.db").exists());
}

#[test]
fn check_finds_what_is_open_to_others_and_closes_it_when_asked() {
    let house = demo();
    let open = |file: &str, mode| {
        let path = house.data().join(file);
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    };
    open("", 0o755);
    open("onthaal.db", 0o644);
    open("keys.db", 0o640);
    let output = house.run(&["check"], "");
    one_line(&output, 2);
    for problem in [
        "data is open to others (0755, should be 0700)",
        "onthaal.db is open to others (0644, should be 0600)",
        "keys.db is open to others (0640, should be 0600)",
    ] {
        assert!(printed(&output).contains(problem), "{}", printed(&output));
    }
    let mended = house.run(&["check", "--fix-permissions"], "");
    assert_eq!((code(&mended), said(&mended)), (0, String::new()));
    // Beside these three, what SQLite laid beside a database while it was open to others.
    assert!(printed(&mended).matches("mended  ").count() >= 3);
    let after = house.run(&["check"], "");
    assert_eq!(code(&after), 0, "{}", printed(&after));
}

#[test]
fn a_new_key_is_for_its_owner_alone_and_has_two_codes() {
    let place = place();
    let output = place.run(&["key", "new", "--out", "house.key"], "");
    assert_eq!(code(&output), 0, "{}", said(&output));
    let key = place.folder.path().join("house.key");
    assert_eq!(
        std::fs::metadata(&key).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let sheet = printed(&output);
    let code_of = |holder: &str| {
        let line = sheet.lines().find(|line| line.starts_with(holder)).unwrap();
        line.split_whitespace().last().unwrap().to_owned()
    };
    assert_ne!(code_of("first holder"), code_of("second holder"));
    let again = place.run(&["key", "new", "--out", "another.key"], "");
    assert_ne!(code(&again), 0, "the codes are printed once");
    assert!(!printed(&again).contains("holder"));
    assert!(
        !place.folder.path().join("another.key").exists(),
        "a key that opens nothing is left"
    );
}

#[test]
fn a_key_is_not_laid_beside_what_it_opens() {
    let place = place();
    let output = place.run(&["key", "new", "--out", "data/house.key"], "");
    one_line(&output, 2);
    assert!(!place.data().join("house.key").exists());
    assert_eq!(
        code(&place.run(&["key", "new", "--out", "house.key"], "")),
        0
    );
}

#[test]
fn a_house_is_founded_only_where_its_key_has_a_place_apart() {
    for key in ["data/house.key", "nowhere/house.key"] {
        let mut place = place();
        let key = place.folder.path().join(key).display().to_string();
        place.settings.push(("ONTHAAL_KEY_FILE", key));
        let line = one_line(&place.run(&["serve", "--addr", "127.0.0.1:0"], ""), 2);
        assert!(line.contains("key_file"), "{line}");
        assert_eq!(lying(&place), [], "nothing is begun");
    }
}

#[test]
fn a_centre_says_what_does_not_fit_and_is_founded_once() {
    let place = place().keyed();
    let key = place.key().display().to_string();
    assert_eq!(code(&place.run(&["key", "new", "--out", &key], "")), 0);
    let with = |more: &[&str]| {
        let mut arguments = vec!["centre", "new", "--name", "De Linde"];
        arguments.extend_from_slice(more);
        place.run(&arguments, "")
    };
    for (option, value) in [
        ("--short", "De Linde"),
        ("--short", "veilig-huis"),
        ("--public-name", "Slachtofferhulp"),
        ("--language", "la"),
        ("--address", "gij"),
        ("--profile", "BE"),
        ("--zone", "Mars/Phobos"),
        ("--phone", "bel mij"),
        ("--hours", "17-9"),
    ] {
        let line = one_line(&with(&[option, value]), 2);
        assert!(line.contains(option), "{line}");
    }
    let founded = with(&[]);
    assert_eq!(code(&founded), 0, "{}", said(&founded));
    assert!(printed(&founded).contains("--centre huis --role administrator"));
    assert!(one_line(&with(&[]), 2).contains("--short"));
    assert_eq!(code(&with(&["--short", "eik"])), 0);
    let practice = demo();
    let line = one_line(&practice.run(&["centre", "new", "--name", "De Eik"], ""), 2);
    assert!(line.contains("practice house"), "{line}");
}

#[test]
fn a_practice_house_is_made_once() {
    let house = demo();
    let before = std::fs::read(house.data().join("demo.key")).unwrap();
    let again = house.run(&["demo"], "");
    assert_eq!(code(&again), 0, "{}", said(&again));
    assert_eq!(
        std::fs::read(house.data().join("demo.key")).unwrap(),
        before
    );
}

#[test]
fn practice_stays_apart_from_a_real_house() {
    let mut place = place();
    assert_eq!(
        code(&place.run(&["key", "new", "--out", "house.key"], "")),
        0
    );
    let key = place.folder.path().join("house.key").display().to_string();
    place.settings.push(("ONTHAAL_KEY_FILE", key));
    let before = lying(&place);
    let line = one_line(&place.run(&["demo"], ""), 2);
    assert!(line.contains("real house"), "{line}");
    one_line(&place.run(&["serve", "--demo"], ""), 2);
    assert!(!place.data().join("demo.key").exists());
    let names = |files: Vec<(String, u64, _)>| {
        let names = files.into_iter().map(|file| file.0);
        let kept = |name: &String| matches!(name.rsplit('.').next(), Some("db" | "key"));
        names.filter(kept).collect::<Vec<_>>()
    };
    assert_eq!(names(lying(&place)), names(before));
}

#[test]
fn what_a_colleague_is_given_must_fit() {
    let house = demo();
    let with = |centre, user, role, typed: &str| {
        let add = [
            "user", "add", "--centre", centre, "--name", "Tine", "--user", user, "--role", role,
        ];
        one_line(&house.run(&add, typed), 2)
    };
    let phrase = "drie groene stoelen\n";
    assert!(with("nergens", "tine", "intake", phrase).contains("--centre"));
    assert!(with("linde", "t", "intake", phrase).contains("--user"));
    assert!(with("linde", "anke", "intake", phrase).contains("taken"));
    assert!(with("linde", "tine", "queen", phrase).contains("--role"));
    assert!(with("linde", "tine", "intake", "short\n").contains("pass-phrase"));
    assert!(with("linde", "tine", "intake", "").contains("pass-phrase"));
}
