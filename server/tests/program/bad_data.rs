//! Data that are damaged, newer or locked: one line or one plain page, in time, and nothing half
//! done.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use desk::store::Db;

use crate::house::House;
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};
use crate::{demo, place};

/// An answer may take this long, whatever is wrong.
pub const ANSWERS_WITHIN: Duration = Duration::from_secs(12);

/// Serving ends by itself, with one line about why; gives the line.
pub fn does_not_serve(house: &House) -> String {
    let began = Instant::now();
    let output = house.run(&["serve", "--demo", "--addr", "127.0.0.1:0"], "");
    let said = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("onthaal: "))
        .collect();
    assert!(
        matches!(output.status.code(), Some(1 | 2)),
        "{:?} {said}",
        output.status
    );
    assert_eq!(lines.len(), 1, "{said}");
    assert!(
        !said.contains("panicked") && !said.contains("RUST_BACKTRACE"),
        "{said}"
    );
    assert!(began.elapsed() < Duration::from_secs(20));
    lines[0].to_owned()
}

/// The files of the data with what they hold, without those that only say who has them open.
fn held(house: &House) -> Vec<(PathBuf, Vec<u8>)> {
    let files = fs::read_dir(house.data())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut held: Vec<_> = files
        .filter(|path| {
            path.extension()
                .is_some_and(|kind| kind == "db" || kind == "key")
        })
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    held.sort();
    held
}

/// Does something to a database file with SQL, as another program would.
async fn meddle(file: &Path, statement: &'static str) {
    let db = Db::open_sqlite(file).await.unwrap();
    let Db::Sqlite { write, .. } = &db else {
        panic!("it is a file")
    };
    write
        .begin_with(statement)
        .await
        .unwrap()
        .commit()
        .await
        .unwrap();
    db.close().await;
}

#[test]
fn damaged_data_are_left_alone() {
    for (name, damage) in [
        (
            "onthaal.db",
            b"This is no database, but a letter to the editor.".to_vec(),
        ),
        ("onthaal.db", Vec::new()),
        ("keys.db", vec![0xA5; 8_192]),
        ("keys.db", Vec::new()),
    ] {
        let house = demo();
        fs::write(house.data().join(name), &damage).unwrap();
        let before = held(&house);
        does_not_serve(&house);
        if !damage.is_empty() {
            assert!(held(&house) == before, "{name} was written");
        }
    }
}

#[test]
fn data_cut_off_in_the_middle_do_not_serve_half_a_house() {
    let house = demo();
    let file = house.data().join("onthaal.db");
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    does_not_serve(&house);
}

#[tokio::test]
async fn data_of_a_newer_program_are_left_alone() {
    let house = demo();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'of tomorrow', 1, x'00', 0); \
                 UPDATE installation SET min_reader = 9999, min_writer = 9999; BEGIN IMMEDIATE";
    meddle(&house.data().join("onthaal.db"), newer).await;
    let before = held(&house);
    let line = does_not_serve(&house);
    assert!(line.contains("newer"), "{line}");
    assert!(held(&house) == before, "the data were written");
}

#[test]
fn keys_of_another_house_open_nothing() {
    let (house, other) = (demo(), demo());
    fs::copy(other.data().join("demo.key"), house.data().join("demo.key")).unwrap();
    let line = does_not_serve(&house);
    assert!(line.contains("not the key"), "{line}");
}

#[test]
fn a_database_server_that_is_not_there_gets_one_line_without_its_address() {
    let mut place = place();
    let address = "postgres://somebody:hidden@127.0.0.1:9/nothing".to_owned();
    place.settings.push(("ONTHAAL_DATABASE_URL", address));
    let line = does_not_serve(&place);
    assert!(!line.contains("hidden"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_is_answered_in_time_and_nothing_is_half_written() {
    let house = demo();
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let key = new_form(&mut client).unwrap();
    let db = Db::open_sqlite(&house.data().join("onthaal.db"))
        .await
        .unwrap();
    let Db::Sqlite { write, .. } = &db else {
        panic!("it is a file")
    };
    let held = write.begin_with("BEGIN IMMEDIATE").await.unwrap();

    let began = Instant::now();
    let name = [("name", "Vollebak Wacht Even")];
    let answer = register(&mut client, &key, &name).unwrap();
    assert!(began.elapsed() < ANSWERS_WITHIN, "{:?}", began.elapsed());
    assert!(!taken(&answer), "what is not stored was acknowledged");
    plain(&answer.text);
    drop(held);
    db.close().await;

    let hits = search(&mut client, "Vollebak").unwrap();
    assert!(!hits.text.contains("Wacht Even</"), "half of it was stored");
    let answer = register(&mut client, &key, &name).unwrap();
    assert!(
        taken(&answer),
        "{} {}",
        answer.header("location"),
        answer.text
    );
}

/// A page that says nothing of what went wrong inside.
pub fn plain(text: &str) {
    for word in [
        "panicked",
        "sqlx",
        "SQLITE",
        "database or disk",
        "src/",
        "Vollebak",
    ] {
        assert!(!text.contains(word), "{text}");
    }
}
