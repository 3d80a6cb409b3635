//! Serving: one program on a folder, a house that is sealed, an end that does not wait for streams.

use std::io::{BufRead, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::house::{House, Server};
use crate::journey::{ANKE, sign_in};
use crate::{demo, place};

/// An end may take this long, with streams that nobody closes.
const ENDS_WITHIN: Duration = Duration::from_secs(10);

#[test]
fn a_folder_is_served_by_one_program() {
    let house = demo();
    let first = house.serve();
    let second = house.run(&["serve", "--demo", "--addr", "127.0.0.1:0"], "");
    let said = String::from_utf8(second.stderr).unwrap();
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("onthaal: "))
        .collect();
    assert_eq!((second.status.code(), lines.len()), (Some(2), 1), "{said}");
    assert!(lines[0].contains("another program serves"), "{said}");
    assert_eq!(
        first.client().get("/ready").unwrap().status,
        200,
        "the first one goes on"
    );
}

#[test]
fn an_address_that_is_taken_ends_with_one_line() {
    let house = demo();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = house.run(&["serve", "--demo", "--addr", &address], "");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.lines().last().unwrap().contains(&address), "{said}");
}

#[test]
fn an_end_does_not_wait_for_streams() {
    let house = demo();
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let mut stream = client.listen("/events").unwrap();
    let mut line = String::new();
    while line.trim_end() != "" || line.is_empty() {
        line.clear();
        stream.read_line(&mut line).unwrap();
    }
    let (code, took) = server.end();
    assert_eq!(code, Some(0), "{}", house.log());
    assert!(took <= ENDS_WITHIN, "{took:?}");
    let mut rest = Vec::new();
    let _closed = stream.read_to_end(&mut rest);
}

#[test]
fn ctrl_c_ends_it_too() {
    let house = demo();
    let server = house.serve();
    let asked = Command::new("kill")
        .args(["-INT", &server.id().to_string()])
        .status()
        .unwrap();
    assert!(asked.success());
    let (code, _) = server.end();
    assert_eq!(code, Some(0), "{}", house.log());
}

#[test]
fn a_sealed_house_answers_nothing_until_its_key_is_brought() {
    let place = place().keyed();
    let made = place.run(&["key", "new", "--out", "house.key"], "");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    with_a_centre(&place, &[], "");
    let (key, away) = (place.key(), place.folder.path().join("away.key"));
    std::fs::rename(&key, &away).unwrap();
    let server = Server::start(&place, place.command(&["serve"]));

    let mut staff = server.client();
    assert_eq!(staff.get("/health").unwrap().status, 200);
    let unready = staff.get("/ready").unwrap();
    assert_eq!((unready.status, unready.text.as_str()), (503, "sealed\n"));
    let constant = staff.get("/sign-in").unwrap();
    for path in [
        "/",
        "/sign-in",
        "/desk",
        "/account",
        "/people/new",
        "/lock",
        "/style",
    ] {
        let answer = staff.get(path).unwrap();
        assert_eq!(
            (answer.status, &answer.text),
            (503, &constant.text),
            "{path}"
        );
    }
    let form = staff.post("/sign-in", &[("user", "anke")]).unwrap();
    assert!(matches!(form.status, 303 | 503), "{}", form.status);
    let mut public = Client::of(server.portal).calling("linde.localhost");
    assert!(matches!(public.get("/a").unwrap().status, 503 | 404));

    std::fs::rename(&away, &key).unwrap();
    server.opened();
    assert_eq!(staff.get("/sign-in").unwrap().status, 200);
    assert_eq!(server.end().0, Some(0), "{}", place.log());
}

#[test]
fn a_practice_house_without_its_key_shows_nobody() {
    let mut house = demo();
    let key = house.folder.path().join("elsewhere.key");
    house
        .settings
        .push(("ONTHAAL_KEY_FILE", key.display().to_string()));
    let server = Server::start(&house, house.command(&["serve", "--demo"]));
    let page = server.client().get("/sign-in").unwrap();
    assert_eq!(page.status, 503);
    assert!(!page.text.contains("Anke"), "a sealed house names somebody");
    let began = Instant::now();
    let mut public = Client::of(server.portal).calling("linde.localhost");
    let page = public.get("/a").unwrap();
    assert_eq!(page.status, 503);
    assert!(!page.text.contains("Linde"), "{}", page.text);
    std::fs::copy(house.data().join("demo.key"), &key).unwrap();
    server.opened();
    assert!(began.elapsed() < Duration::from_secs(15));
    assert!(
        server
            .client()
            .get("/sign-in")
            .unwrap()
            .text
            .contains("Anke")
    );
}

/// Founds a centre, so that there is something to serve.
fn with_a_centre(place: &House, option: &[&str], typed: &str) {
    let mut arguments = vec!["centre", "new", "--name", "Linde"];
    arguments.extend_from_slice(option);
    let founded = place.run(&arguments, typed);
    assert!(
        founded.status.success(),
        "{}",
        String::from_utf8_lossy(&founded.stderr)
    );
}

/// Serves a place that reads what opens it from standard input; gives whether that opened it.
fn opened_by(place: &House, option: &str, typed: &str) -> bool {
    std::fs::write(place.folder.path().join("typed"), typed).unwrap();
    let mut command = place.watched(&["sh", "-c", "exec \"$0\" \"$@\" <typed"], &[]);
    command.args(["serve", option]).stdin(Stdio::null());
    Server::start(place, command).lasts()
}

#[test]
fn the_pass_phrase_of_the_key_opens_the_house() {
    let place = place();
    let made = place.run(&["key", "new", "--passphrase"], "acht stille bomen\n");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    with_a_centre(&place, &["--passphrase"], "acht stille bomen\n");
    assert!(opened_by(&place, "--passphrase", "acht stille bomen\n"));
    assert!(!opened_by(&place, "--passphrase", "acht luide bomen\n"));
}

#[test]
fn either_code_of_the_recovery_sheet_opens_the_house() {
    let place = place();
    let made = place.run(&["key", "new", "--out", "house.key"], "");
    let sheet = String::from_utf8(made.stdout).unwrap();
    let codes: Vec<&str> = sheet
        .lines()
        .filter(|line| line.starts_with("first holder") || line.starts_with("second holder"))
        .filter_map(|line| line.split_whitespace().last())
        .collect();
    assert_eq!(codes.len(), 2, "{}", sheet.lines().count());
    with_a_centre(&place, &["--recovery"], codes[0]);
    for code in &codes {
        assert!(opened_by(&place, "--recovery", &code.to_lowercase()));
    }
    let mistyped = codes[0].replace(|c: char| c.is_ascii_digit(), "X");
    assert!(!opened_by(&place, "--recovery", &mistyped));
}
