//! What stays behind on the machine. Words that nobody else uses are typed everywhere a receptionist
//! types, the program is killed in the middle and started again; then every byte of its data, its
//! keys, its log and its temporary folder is searched for them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::house::{Engine, House};
use crate::search::Markers;
use crate::typing::{Words, first_half, second_half};
use crate::{demo_on, postgres};

/// An account by the command line, with a name and a pass-phrase that are words too.
fn account(house: &House, words: &Words) {
    let (name, user) = (words.of("Collega"), words.of("gebruiker"));
    let add = [
        "user", "add", "--centre", "linde", "--name", &name, "--user", &user, "--role", "intake",
    ];
    let added = house.run(&add, &format!("{} en meer\n", words.of("zinsnede")));
    assert!(
        added.status.success(),
        "{}",
        String::from_utf8_lossy(&added.stderr)
    );
}

/// No word in anything the house leaves behind; the search would find one.
fn nothing_below(house: &House, markers: &Markers, words: &Words) {
    let (found, bytes) = markers.below(house.folder.path());
    assert_eq!(found, Vec::<String>::new());
    assert!(bytes > 1_000, "only {bytes} bytes were searched");
    let planted = house.folder.path().join("tmp/planted");
    fs::write(
        &planted,
        format!("{{\"name\":\"{}\"}}", words.of("Zorvexa")),
    )
    .unwrap();
    assert_eq!(
        markers.below(house.folder.path()).0.len(),
        1,
        "the search finds nothing at all"
    );
    fs::remove_file(planted).unwrap();
    eprintln!("{bytes} bytes searched");
}

fn nothing_stays_behind(engine: Engine) {
    let Some(house) = demo_on(engine) else { return };
    let words = Words::new();
    let markers = Markers::of(&words.all());
    account(&house, &words);
    let server = house.serve();
    first_half(&mut server.client(), &words);
    nothing_below(&house, &markers, &words);
    server.kill();
    nothing_below(&house, &markers, &words);
    let server = house.serve();
    second_half(&mut server.client(), &words);
    nothing_below(&house, &markers, &words);
    assert_eq!(server.end().0, Some(0));
    nothing_below(&house, &markers, &words);
    the_log_is_constant(&house.log());
    if let Some(databases) = &house.databases {
        nothing_on_the_server(databases, &markers);
    }
}

/// No id, no question mark, no address but its pattern.
fn the_log_is_constant(log: &str) {
    assert!(log.lines().count() > 30, "{log}");
    for line in log.lines() {
        let Some((_, route)) = line.split_once("http.route=\"") else {
            continue;
        };
        let route = route.split('"').next().unwrap_or_default();
        assert!(!route.contains('?'), "{line}");
        let id = |part: &str| part.len() >= 32 && part.bytes().all(|b| b.is_ascii_hexdigit());
        assert!(!route.split('/').any(id), "{line}");
    }
}

/// A dump of both databases, and the files of the server itself where we may read them.
fn nothing_on_the_server(databases: &postgres::Databases, markers: &Markers) {
    for address in databases.addresses() {
        let dumped = Command::new(postgres::program("pg_dump"))
            .arg(&address)
            .output()
            .unwrap();
        assert!(
            dumped.status.success(),
            "{}",
            String::from_utf8_lossy(&dumped.stderr)
        );
        assert!(dumped.stdout.len() > 10_000);
        assert_eq!(markers.within(&dumped.stdout), Vec::<&str>::new());
    }
    databases.data("CHECKPOINT");
    let folder = databases.data("SHOW data_directory");
    let number = databases.data("SELECT oid FROM pg_database WHERE datname = current_database()");
    for part in [format!("base/{number}"), "pg_wal".to_owned()] {
        let part = Path::new(&folder).join(part);
        if fs::read_dir(&part).is_err() {
            eprintln!("skipped: the files of the server cannot be read");
            return;
        }
        let (found, bytes) = markers.below(&part);
        assert_eq!(found, Vec::<String>::new());
        eprintln!("{bytes} bytes searched on the server");
    }
}

mod nothing_that_was_typed_stays_behind {
    use super::*;

    #[test]
    fn on_sqlite() {
        nothing_stays_behind(Engine::Sqlite);
    }

    #[test]
    fn on_postgres() {
        nothing_stays_behind(Engine::Postgres);
    }
}
