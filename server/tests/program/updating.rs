//! Data of earlier and of newer programs: an old house opens with everybody in it, a newer program says
//! who may go on, and one that has taken over lets the other end.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use desk::store::Db;

use crate::house::{Engine, House};
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};
use crate::{demo_on, program};

/// Somebody whom the first program wrote down.
const KNOWN: &str = "Lieve Verstraete";

/// A practice house as a program left it that knew migrations up to this one.
fn earlier(engine: Engine, schema: &str) -> Option<House> {
    let house = House::place(engine, &program())?;
    fs::create_dir(house.data()).unwrap();
    let named = if engine == Engine::Sqlite {
        "sqlite"
    } else {
        "postgres"
    };
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let texts = texts.join(schema).join(named);
    let key = house.data().join("demo.key");
    fs::copy(texts.join("demo.key"), &key).unwrap();
    fs::set_permissions(&key, Permissions::from_mode(0o600)).unwrap();
    let [data, keys] = ["data.sql", "keys.sql"].map(|text| texts.join(text));
    if let Some(databases) = &house.databases {
        databases.load([&data, &keys]);
    } else {
        meddle(&house.data().join("onthaal.db"), read(&data));
        meddle(&house.data().join("keys.db"), read(&keys));
    }
    Some(house)
}

fn read(text: &PathBuf) -> String {
    fs::read_to_string(text).unwrap()
}

/// Does something to a database file with SQL, as another program would.
fn meddle(file: &Path, statements: String) {
    let statements: &'static str = Box::leak((statements + "\nBEGIN IMMEDIATE").into_boxed_str());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open_sqlite(file).await.unwrap();
        let Db::Sqlite { write, .. } = &db else {
            panic!("it is a file")
        };
        let begun = write.begin_with(statements).await.unwrap();
        begun.commit().await.unwrap();
        db.close().await;
    });
}

/// The same on either engine.
fn changed(house: &House, statements: &str) {
    match &house.databases {
        Some(databases) => drop(databases.data(statements)),
        None => meddle(&house.data().join("onthaal.db"), format!("{statements};")),
    }
}

/// Everybody is there, somebody new is received, and the trail goes on where it was.
fn lives(house: &House) {
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let known = search(&mut client, KNOWN).unwrap();
    assert!(known.text.contains(KNOWN), "somebody is lost");
    let key = new_form(&mut client).unwrap();
    let answer = register(&mut client, &key, &[("name", "Nieuwe Proef")]).unwrap();
    assert!(taken(&answer), "{} {}", answer.status, answer.text);
    assert_eq!(server.end().0, Some(0), "{}", house.log());
    let verified = house.run(&["audit", "verify"], "");
    assert!(verified.status.success(), "{verified:?}");
}

/// The program brings them up when it starts, and `migrate` does the same before that.
fn an_old_house_opens(engine: Engine, before: &[&str]) {
    let Some(house) = earlier(engine, "0001") else {
        return;
    };
    for command in before {
        let done = house.run(&[command], "");
        assert!(done.status.success(), "{done:?}");
    }
    lives(&house);
}

#[test]
fn a_house_of_the_first_program_opens_with_everybody_in_it_on_sqlite() {
    an_old_house_opens(Engine::Sqlite, &[]);
    an_old_house_opens(Engine::Sqlite, &["migrate", "migrate"]);
}

#[test]
fn a_house_of_the_first_program_opens_with_everybody_in_it_on_postgres() {
    an_old_house_opens(Engine::Postgres, &[]);
    an_old_house_opens(Engine::Postgres, &["migrate", "migrate"]);
}

/// What a newer program did: a step more, which only adds.
const ADDED: &str = "ALTER TABLE centre ADD COLUMN of_tomorrow TEXT; \
    INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
    SELECT 9999, 'of tomorrow', success, checksum, 1 FROM _sqlx_migrations WHERE version = 1";
/// How it shuts older programs out.
const SHUT: &str = "UPDATE installation SET min_reader = 9999, min_writer = 9999";

fn newer_data(engine: Engine) {
    let Some(house) = demo_on(engine) else { return };
    changed(&house, ADDED);
    lives(&house);
    changed(&house, SHUT);
    for command in [&["serve", "--demo"][..], &["migrate"], &["audit", "verify"]] {
        let refused = house.run(command, "");
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        let said: Vec<&str> = said
            .lines()
            .filter(|line| line.starts_with("onthaal: "))
            .collect();
        assert_eq!(refused.status.code(), Some(1), "{command:?} {said:?}");
        assert!(
            said.len() == 1 && said[0].contains("newer than this program"),
            "{said:?}"
        );
    }
    let checked = house.run(&["check"], "");
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(said.contains("newer than this program"), "{said}");
}

#[test]
fn a_newer_program_says_whether_this_one_goes_on_on_sqlite() {
    newer_data(Engine::Sqlite);
}

#[test]
fn a_newer_program_says_whether_this_one_goes_on_on_postgres() {
    newer_data(Engine::Postgres);
}

fn taken_over(engine: Engine) {
    let Some(house) = demo_on(engine) else { return };
    let mut server = house.serve();
    changed(&house, SHUT);
    let began = Instant::now();
    while server.lasts() {
        assert!(began.elapsed() < Duration::from_secs(20), "it goes on");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(
        house.log().contains("a newer program has taken over"),
        "{}",
        house.log()
    );
}

#[test]
fn a_program_whose_data_are_taken_over_ends_on_sqlite() {
    taken_over(Engine::Sqlite);
}

#[test]
fn a_program_whose_data_are_taken_over_ends_on_postgres() {
    taken_over(Engine::Postgres);
}
