//! Killing the program while it works: whatever was acknowledged is there afterwards, whatever was
//! not can be sent again, nothing is there twice, and the trail is whole.

use std::io;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::demo_on;
use crate::house::{Engine, House, Server};
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};

/// How many kills: few each time, many when everything is proved.
fn kills(few: u32, many: u32) -> u32 {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    if full { many } else { few }
}

/// What one receptionist sent.
struct Sent {
    key: String,
    name: String,
    acknowledged: bool,
}

/// A name nobody else has.
fn name(number: usize) -> String {
    let letter = |power: u32| {
        let digit = number / 26_usize.pow(power) % 26;
        char::from(b'a' + u8::try_from(digit).expect("below 26"))
    };
    let word: String = (0..4).map(letter).collect();
    format!("Qu{word}x Proefpersoon")
}

/// Registers one new visitor after the other until the program is gone.
fn work(client: &mut Client, sent: &mut Vec<Sent>) -> io::Result<()> {
    loop {
        let key = new_form(client)?;
        let name = name(sent.len());
        sent.push(Sent {
            key: key.clone(),
            name: name.clone(),
            acknowledged: false,
        });
        let answer = register(client, &key, &[("name", &name)])?;
        assert!(
            taken(&answer),
            "{} {}",
            answer.status,
            client.get("/people/new")?.text
        );
        if let Some(last) = sent.last_mut() {
            last.acknowledged = true;
        }
    }
}

/// How many people of exactly this name the desk finds.
fn found(client: &mut Client, name: &str) -> usize {
    let page = search(client, name).unwrap();
    let (_, hits) = page.text.split_once("class=\"hits\"").unwrap_or_default();
    let hits = hits.split("</ul>").next().unwrap_or_default();
    hits.split("<li").filter(|hit| hit.contains(name)).count()
}

/// After a kill: everything acknowledged is there, the last form can be sent again, nobody twice.
fn check(client: &mut Client, sent: &mut [Sent], from: usize) {
    if let Some(last) = sent.last_mut().filter(|last| !last.acknowledged) {
        let before = found(client, &last.name);
        let answer = register(client, &last.key, &[("name", &last.name)]).unwrap();
        assert!(
            taken(&answer),
            "{} times there before: {}",
            before,
            answer.header("location")
        );
        last.acknowledged = true;
    }
    for sent in &sent[from..] {
        assert_eq!(found(client, &sent.name), 1, "acknowledged, then killed");
    }
}

/// What the program says about its own data: the trail is whole, and checkpoints prove it.
fn whole(house: &House) {
    let checkpoints = house.data().join("checkpoints").display().to_string();
    let mut arguments = vec!["audit", "verify"];
    if std::fs::exists(&checkpoints).unwrap() {
        arguments.extend(["--checkpoints", &checkpoints]);
    }
    let verified = house.run(&arguments, "");
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(
        verified.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&verified.stderr)
    );
}

/// Kills after delays that grow, so that the kills fall everywhere in the work.
fn killed_at_any_moment(engine: Engine) {
    let Some(house) = demo_on(engine) else { return };
    let mut server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let mut sent = Vec::new();
    for round in 0..kills(6, 120) {
        let from = sent.len();
        let delay = Duration::from_millis(u64::from(15 + round * 37 % 400));
        let id = server.id().to_string();
        let killer = std::thread::spawn(move || {
            std::thread::sleep(delay);
            Command::new("kill").args(["-KILL", &id]).status().unwrap()
        });
        assert!(work(&mut client, &mut sent).is_err());
        assert!(killer.join().unwrap().success());
        server.kill();
        server = house.serve();
        client = client.moved(server.staff);
        check(&mut client, &mut sent, from);
    }
    drop(server);
    nothing_left_over(&house);
    whole(&house);
    eprintln!(
        "{} registrations, {} kills: none lost, none twice",
        sent.len(),
        kills(6, 120)
    );
}

/// A house that was repaired when it opened has nothing to repair when it opens again.
fn nothing_left_over(house: &House) {
    assert_eq!(house.serve().end().0, Some(0));
    let before = house.log().matches("keys brought into step").count();
    assert_eq!(house.serve().end().0, Some(0));
    let log = house.log();
    assert_eq!(
        log.matches("keys brought into step").count(),
        before,
        "{log}"
    );
}

mod killed_at_any_moment_nothing_acknowledged_is_lost {
    use super::*;

    #[test]
    fn on_sqlite() {
        killed_at_any_moment(Engine::Sqlite);
    }

    #[test]
    fn on_postgres() {
        killed_at_any_moment(Engine::Postgres);
    }
}

/// Kills at the n-th time a file is made to last on disk, while a visitor is being registered.
#[test]
fn killed_before_a_write_lasts_nothing_acknowledged_is_lost() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let house = demo_on(Engine::Sqlite).expect("SQLite is always there");
    let mut sent = Vec::new();
    let mut client = None;
    for n in 1..=kills(5, 60) {
        let from = sent.len();
        let inject = format!("--inject=fsync,fdatasync:signal=KILL:when={}", n * 2);
        let strace = [
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=fsync,fdatasync",
            &inject,
        ];
        let server = Server::start(&house, house.watched(&strace, &["serve", "--demo"]));
        let began = Instant::now();
        let mut here = entered(client.take(), &server);
        if let Some(browser) = &mut here {
            while work(browser, &mut sent).is_ok() && began.elapsed() < Duration::from_secs(20) {}
        }
        server.kill();
        let server = house.serve();
        let mut browser = entered(here, &server).expect("nobody kills it now");
        check(&mut browser, &mut sent, from);
        client = Some(browser);
        assert_eq!(server.end().0, Some(0));
    }
    nothing_left_over(&house);
    whole(&house);
    eprintln!("{} registrations over {} kills", sent.len(), kills(5, 60));
}

/// The browser on a server that may be killed at any moment; none when that was too early.
fn entered(client: Option<Client>, server: &Server) -> Option<Client> {
    let mut client = client.map_or_else(|| server.client(), |client| client.moved(server.staff));
    let began = Instant::now();
    while client.get("/ready").ok()?.status != 200 {
        assert!(began.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(20));
    }
    let signed_in = client.get("/desk").ok()?.status == 200;
    if !signed_in {
        sign_in(&mut client, ANKE).ok()?;
    }
    Some(client)
}
