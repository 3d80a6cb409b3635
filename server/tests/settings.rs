//! The reference of the settings is the one that the program reads them by. With `ONTHAAL_WRITE=1` the
//! page is written anew.

use std::path::Path;

use server::config::{Config, Given, SETTINGS, reference};

#[test]
fn the_reference_says_what_the_program_reads() {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/settings.md"));
    if std::env::var("ONTHAAL_WRITE").is_ok_and(|write| write == "1") {
        std::fs::write(file, reference::page()).unwrap();
    }
    let page = std::fs::read_to_string(file).unwrap();
    assert!(
        page == reference::page(),
        "ONTHAAL_WRITE=1 writes docs/settings.md anew"
    );
}

#[test]
fn every_setting_can_stand_in_the_file_and_no_other_word() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("onthaal.toml");
    let wrong = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let (_, problems) = Config::read(Some(&file), &Given::default(), &|_| None);
        problems
            .into_iter()
            .find(|problem| problem.setting == "config")
    };
    for setting in SETTINGS {
        let value = match setting.kind {
            "true or false" => "true",
            "list of texts" => "[\"a\", \"b\"]",
            "table of texts" => "{ a = \"b\" }",
            _ => "\"a\"",
        };
        let line = format!("{} = {value}", setting.name);
        let said = wrong(&line).map(|problem| problem.says);
        assert_eq!(said, None, "{line}");
    }
    assert!(
        wrong("adress = \"127.0.0.1:1\"")
            .unwrap()
            .says
            .contains("adress")
    );
}
