//! An empty folder, or two empty databases, to the first visitor: with the real program, over HTTP.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::client::{Answer, Client};
use crate::house::{Engine, House, Server};
use crate::journey::{new_form, register, search, taken};
use crate::program;

const PHRASE: &str = "zeven blauwe fietsen";

/// A place where no house is yet, with room for its key; none when the engine is not there.
fn place(engine: Engine) -> Option<House> {
    Some(House::place(engine, &program())?.keyed())
}

/// A server without a house, and the code it printed.
fn serve(place: &House) -> (Server, String) {
    let mut server = Server::start(place, place.command(&["serve"]));
    let line = server.says();
    let address = format!("http://{}/found", server.staff);
    assert!(line.contains(&address), "{line}");
    let code = line.split_whitespace().last().unwrap().to_owned();
    (server, code)
}

fn send(client: &mut Client, path: &str, fields: &[(&str, &str)], to: &str) {
    let answer = client.post(path, fields).unwrap();
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, to),
        "{path}"
    );
}

/// The code of so many seconds from now, as an app with the secret of the page shows it.
fn app_code(secret: &str, ahead: u64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let now = Command::new("date").arg("+%s").output().unwrap();
    let seconds: u64 = String::from_utf8(now.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    totp.generate(seconds + ahead).to_string()
}

/// Does every page before the recovery sheet; gives the secret of the app.
fn before_the_sheet(client: &mut Client, code: &str) -> String {
    send(client, "/found", &[("code", code)], "/found/house");
    let house = [
        ("name", "De Linde"),
        ("public", "Het Gesprekshuis"),
        ("language", "nl"),
        ("address", "u"),
        ("profile", "VL"),
        ("hours", "9-17"),
    ];
    send(client, "/found/house", &house, "/found/you");
    let you = [
        ("name", "Noor Verbeke"),
        ("user", "noor"),
        ("passphrase", PHRASE),
        ("reception", "yes"),
    ];
    send(client, "/found/you", &you, "/found/app");
    let page = client.get("/found/app").unwrap().text;
    let (_, rest) = page.split_once("<code>").unwrap();
    let secret: String = rest.split('<').next().unwrap().split(' ').collect();
    send(
        client,
        "/found/app",
        &[("code", &app_code(&secret, 0))],
        "/found/sheet",
    );
    secret
}

fn between(text: &str, before: &str, after: &str) -> Vec<String> {
    let parts = text.split(before).skip(1);
    parts
        .filter_map(|rest| Some(rest.split(after).next()?.to_owned()))
        .collect()
}

/// Types back what is asked of the sheet, and waits for the last page.
fn after_the_sheet(client: &mut Client) -> Answer {
    let sheet = client.get("/found/sheet").unwrap().text;
    let groups = between(&sheet, "<li><code>", "<");
    send(client, "/found/sheet", &[], "/found/check");
    let page = client.get("/found/check").unwrap().text;
    let asked: Vec<usize> = between(&page, "groepje ", "<")
        .iter()
        .filter_map(|number| number.trim().parse().ok())
        .collect();
    let right = [
        ("first", groups[asked[0] - 1].as_str()),
        ("second", groups[10 + asked[1] - 1].as_str()),
    ];
    send(client, "/found/check", &right, "/found/done");
    client.get("/found/done").unwrap()
}

fn sign_in(client: &mut Client, secret: &str) {
    assert!(signed_in(client, secret));
}

/// Signs in; gives whether the door opened.
fn signed_in(client: &mut Client, secret: &str) -> bool {
    let idem = client.get("/sign-in").unwrap().field("idem_key").to_owned();
    let form = [
        ("idem_key", &*idem),
        ("user", "noor"),
        ("passphrase", PHRASE),
        // A code counts once, and the founding took that of this moment.
        ("code", &app_code(secret, 30)),
    ];
    let answer = client.post("/sign-in", &form).unwrap();
    (answer.status, answer.header("location")) == (303, "/")
}

/// Works at the front desk from now on.
fn at_the_desk(client: &mut Client) {
    let page = client.get("/account").unwrap();
    let post = page.field("post").to_owned();
    send(client, "/account/role", &[("post", &post)], "/desk");
}

fn from_nothing_to_the_first_visitor(engine: Engine) {
    let Some(place) = place(engine) else { return };
    let (server, code) = serve(&place);
    let mut client = server.client();
    assert_eq!(client.get("/ready").unwrap().status, 503);
    let secret = before_the_sheet(&mut client, &code);
    assert!(!place.key().exists(), "nothing is written yet");
    let done = after_the_sheet(&mut client);
    assert_eq!(done.status, 200, "{}", place.log());
    assert!(done.text.contains("Bezoekers ontvangen?"), "{}", done.text);
    first_visitor(&mut client, server.portal, &secret);
    let log = place.log();
    for secret in [&code, PHRASE, &secret, "Verbeke"] {
        assert!(!log.contains(secret), "the log holds {secret}");
    }
    assert_eq!(server.end().0, Some(0));
    let again = Server::start(&place, place.command(&["serve"]));
    again.opened();
    assert_eq!(
        again.client().get("/found").unwrap().status,
        404,
        "it is founded once"
    );
}

/// Signs in to a house that was founded just now, and receives somebody.
fn first_visitor(client: &mut Client, portal: SocketAddr, secret: &str) {
    assert_eq!(
        client.get("/ready").unwrap().status,
        200,
        "the same program goes on"
    );
    let mut public = Client::of(portal).calling("het-gesprekshuis.localhost");
    assert_eq!(public.get("/a").unwrap().status, 200, "also for everybody");
    sign_in(client, secret);
    let lacking = client.get("/manage").unwrap().text;
    for lacks in [
        "Er zijn geen reservecodes.",
        "Eén collega heeft beheer.",
        "De website heeft geen telefoonnummer.",
    ] {
        assert!(lacking.contains(lacks), "{lacks}");
    }
    at_the_desk(client);
    let board = client.get("/desk").unwrap();
    assert_eq!(board.status, 200, "a house without rooms has a board");
    let key = new_form(client).unwrap();
    let answer = register(client, &key, &[("name", "Rosa Janssens")]).unwrap();
    assert!(taken(&answer), "{}", answer.text);
    assert!(client.get("/desk").unwrap().text.contains("is ingecheckt"));
}

/// What `scripts/try-package` says: where the sites of the package are, and the folder for what
/// somebody keeps on paper.
struct Told {
    staff: SocketAddr,
    portal: SocketAddr,
    paper: PathBuf,
}

fn told() -> Option<Told> {
    let told = ["AT", "PORTAL", "PAPER"].map(|what| std::env::var(format!("ONTHAAL_FOUND_{what}")));
    let [Ok(staff), Ok(portal), Ok(paper)] = told else {
        eprintln!("skipped: scripts/try-package says where the sites of a package are");
        return None;
    };
    Some(Told {
        staff: staff.parse().unwrap(),
        portal: portal.parse().unwrap(),
        paper: PathBuf::from(paper),
    })
}

#[test]
fn a_server_from_the_package_gets_its_first_visitor() {
    let Some(told) = told() else { return };
    let code = std::env::var("ONTHAAL_FOUND_CODE").unwrap();
    let mut client = Client::of(told.staff);
    let secret = before_the_sheet(&mut client, &code);
    let sheet = client.get("/found/sheet").unwrap().text;
    let groups = between(&sheet, "<li><code>", "<");
    std::fs::write(told.paper.join("sheet"), groups[..10].join("-")).unwrap();
    std::fs::write(told.paper.join("secret"), &secret).unwrap();
    assert_eq!(after_the_sheet(&mut client).status, 200);
    first_visitor(&mut client, told.portal, &secret);
}

#[test]
fn a_server_that_was_put_back_knows_its_first_visitor() {
    let Some(told) = told() else { return };
    let secret = std::fs::read_to_string(told.paper.join("secret")).unwrap();
    let mut client = Client::of(told.staff);
    let began = Instant::now();
    // It opens first; and a code of the app counts once, also in a house that was put back.
    while client.get("/ready").map_or(0, |answer| answer.status) != 200
        || !signed_in(&mut client, &secret)
    {
        assert!(began.elapsed() < Duration::from_mins(2));
        std::thread::sleep(Duration::from_secs(1));
    }
    // Whoever worked at the desk last does so again.
    let board = client.get("/desk").unwrap();
    assert_eq!(board.status, 200, "{}", board.text);
    let found = search(&mut client, "Rosa Janssens").unwrap().text;
    assert!(found.contains("Rosa Janssens"), "the visitor is lost");
    assert!(
        client.get("/desk").unwrap().text.contains("/visits/"),
        "the visit is lost"
    );
}

#[test]
fn an_empty_place_becomes_a_house_with_its_first_visitor_on_sqlite() {
    from_nothing_to_the_first_visitor(Engine::Sqlite);
}

#[test]
fn an_empty_place_becomes_a_house_with_its_first_visitor_on_postgres() {
    from_nothing_to_the_first_visitor(Engine::Postgres);
}

/// Everything that lies in the folder of the data.
fn lying(place: &House) -> Vec<u8> {
    let entries = std::fs::read_dir(place.data()).unwrap();
    entries
        .flat_map(|entry| std::fs::read(entry.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn a_founding_that_is_killed_leaves_nothing_that_was_typed() {
    let place = place(Engine::Sqlite).unwrap();
    let (server, code) = serve(&place);
    let mut client = server.client();
    before_the_sheet(&mut client, &code);
    client.get("/found/sheet").unwrap();
    server.kill();
    assert!(!place.key().exists());
    let left = String::from_utf8_lossy(&lying(&place)).into_owned();
    for typed in ["Linde", "Noor", "noor", PHRASE, &code] {
        assert!(!left.contains(typed), "{typed} is on the disk");
    }
    let (again, other) = serve(&place);
    assert_ne!(other, code, "each start has a code of its own");
    let mut client = again.client();
    before_the_sheet(&mut client, &other);
    assert_eq!(after_the_sheet(&mut client).status, 200, "{}", place.log());
}

#[test]
fn a_founding_ends_when_the_program_is_asked_to_end() {
    let place = place(Engine::Sqlite).unwrap();
    let (server, code) = serve(&place);
    before_the_sheet(&mut server.client(), &code);
    assert_eq!(server.end().0, Some(0), "{}", place.log());
}

#[test]
fn a_key_that_was_made_before_is_the_key_of_the_house() {
    let place = place(Engine::Sqlite).unwrap();
    let made = place.run(&["key", "new", "--out", "house.key"], "");
    assert!(made.status.success());
    let key = std::fs::read(place.key()).unwrap();
    let (server, code) = serve(&place);
    let mut client = server.client();
    before_the_sheet(&mut client, &code);
    assert_eq!(after_the_sheet(&mut client).status, 200, "{}", place.log());
    assert_eq!(std::fs::read(place.key()).unwrap(), key);
}
