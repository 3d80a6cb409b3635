//! Backups by the command line, on both engines: made, tried, and put back on a machine that knows
//! nothing but the folder and one code of the sheet.

use std::path::PathBuf;
use std::process::Output;
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::house::{Engine, House};
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};
use crate::program;

/// What a command printed, once it has done what was asked.
fn done(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A house with a key, a sheet and a centre; gives the two codes.
fn founded(engine: Engine) -> Option<(House, Vec<String>)> {
    let house = House::place(engine, &program())?.keyed();
    let key = house.key().display().to_string();
    let sheet = done(&house.run(&["key", "new", "--out", &key], ""));
    let words = sheet.split_whitespace();
    let codes = words.filter(|word| word.len() == 49 && word.matches('-').count() == 9);
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    assert_eq!(codes.len(), 2, "{sheet}");
    done(&house.run(
        &["centre", "new", "--name", "De Linde", "--short", "linde"],
        "",
    ));
    let file = house.folder.path().join("mensen.csv");
    std::fs::write(&file, "name\nRosa Verzonnen\nLena Verzonnen\n").unwrap();
    let file = file.display().to_string();
    done(&house.run(&["import", "people", &file, "--centre", "linde"], ""));
    Some((house, codes))
}

fn backups(house: &House) -> PathBuf {
    house.folder.path().join("backups")
}

fn made_tried_and_put_back(engine: Engine) {
    let Some((house, codes)) = founded(engine) else {
        return;
    };
    let to = backups(&house).display().to_string();
    let made = done(&house.run(&["backup", "--to", &to], ""));
    assert!(made.starts_with("The backup is made"), "{made}");
    let tried = done(&house.run(&["drill", "--from", &to, "--recovery"], &codes[0]));
    assert!(
        tried.contains("2 people can be read") && tried.contains("is good"),
        "{tried}"
    );
    let machine = House::place(engine, &program()).unwrap().keyed();
    let key = machine.key().display().to_string();
    let restore = ["restore", "--from", &to, "--recovery", "--key-out", &key];
    let beside = machine.data().join("sleutel").display().to_string();
    std::fs::create_dir(machine.data()).unwrap();
    let misplaced = [&restore[..5], &[beside.as_str()]].concat();
    let refused = machine.run(&misplaced, &codes[1]);
    assert_eq!(refused.status.code(), Some(2), "a key beside the data");
    assert!(!machine.data().join("sleutel").exists());
    std::fs::remove_dir_all(machine.data()).unwrap();
    let restored = done(&machine.run(&restore, &codes[1]));
    assert!(restored.starts_with("The house is as it was"), "{restored}");
    let there = done(&machine.run(&["drill", "--from", &to, "--recovery"], &codes[1]));
    assert!(!there.contains("no open house"), "{there}");
    let again = machine.run(&restore[..4], &codes[1]);
    assert_eq!(again.status.code(), Some(2), "there are data already");
}

#[test]
fn a_house_is_made_again_from_a_backup_and_one_code_on_sqlite() {
    made_tried_and_put_back(Engine::Sqlite);
}

#[test]
fn a_house_is_made_again_from_a_backup_and_one_code_on_postgres() {
    made_tried_and_put_back(Engine::Postgres);
}

#[test]
fn without_the_tools_of_postgres_one_sentence_says_so() {
    let Some((mut house, _)) = founded(Engine::Postgres) else {
        return;
    };
    house.settings.push(("PATH", "/nowhere".to_owned()));
    let to = backups(&house).display().to_string();
    let refused = house.command(&["backup", "--to", &to]).output().unwrap();
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("client package of PostgreSQL"), "{said}");
    assert_eq!(
        std::fs::read_dir(backups(&house))
            .unwrap()
            .filter(|entry| { entry.as_ref().unwrap().path().is_dir() })
            .count(),
        0,
        "something is left"
    );
    let checked = house
        .command(&["check"])
        .env("ONTHAAL_BACKUPS", &to)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(
        said.contains("problem       backups:") && said.contains("note          "),
        "{said}"
    );
}

/// How many people are written down: few each time, many when everything is proved.
fn people() -> usize {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    if full { 1_000 } else { 20 }
}

/// A name nobody else has.
fn name(number: usize) -> String {
    let letter = |power: u32| {
        let digit = number / 26_usize.pow(power) % 26;
        char::from(b'a' + u8::try_from(digit).expect("below 26"))
    };
    let word: String = (0..3).map(letter).collect();
    format!("Qx{word}z Proefpersoon")
}

/// Writes somebody down and receives her; gives whether that was acknowledged.
fn received(client: &mut Client, name: &str) -> bool {
    let Ok(key) = new_form(client) else {
        return false;
    };
    register(client, &key, &[("name", name)]).is_ok_and(|answer| taken(&answer))
}

/// How many visits the board shows, once it has said what was done last.
fn inside(client: &mut Client) -> usize {
    client.get("/desk").unwrap();
    let board = client.get("/desk").unwrap().text;
    board.matches("/visits/").count()
}

/// A practice house whose backups two holders can open; gives a code.
fn practised() -> (House, String) {
    let mut house = House::demo(Engine::Sqlite, &program()).unwrap();
    let sheet = done(&house.run(&["key", "sheet"], ""));
    let code = sheet
        .split_whitespace()
        .find(|word| word.len() == 49)
        .unwrap()
        .to_owned();
    let to = backups(&house).display().to_string();
    house.settings.push(("ONTHAAL_BACKUPS", to));
    (house, code)
}

#[test]
fn a_dead_machine_loses_nobody_but_of_the_last_minute() {
    let (mut house, code) = practised();
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let names: Vec<String> = (0..people()).map(name).collect();
    for name in &names {
        assert!(received(&mut client, name), "{name}");
    }
    let (acknowledged, there) = (Instant::now(), inside(&mut client));
    // Others come while what came before is shipped.
    let mut later = people();
    while acknowledged.elapsed() < Duration::from_secs(45) {
        assert!(received(&mut client, &name(later)));
        later += 1;
        std::thread::sleep(Duration::from_millis(500));
    }
    server.kill();
    std::fs::remove_dir_all(house.data()).unwrap();
    let (from, key) = (
        backups(&house).display().to_string(),
        house.key().display().to_string(),
    );
    done(&house.run(
        &["restore", "--from", &from, "--recovery", "--key-out", &key],
        &code,
    ));
    house.settings.push(("ONTHAAL_KEY_FILE", key));
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    for name in &names {
        let page = search(&mut client, name).unwrap();
        assert!(page.text.contains(name.as_str()), "{name} is lost");
    }
    assert!(inside(&mut client) >= there, "a visit is lost");
}
