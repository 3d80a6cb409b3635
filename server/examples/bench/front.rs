//! What the desk does all day, measured on a practice house.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::client::Client;
use crate::house::{Engine, House, Server};
use crate::journey::{ANKE, register, search, sign_in, taken};
use crate::round::{Line, round};

/// How many people a practice house knows.
const KNOWN: u64 = 40;

/// A number nobody had yet.
static NUMBER: AtomicU64 = AtomicU64::new(1);

/// Measures the pages of the desk.
pub fn measured(house: &House, engine: Engine) -> Vec<Line> {
    let engine = match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    let server = house.serve();
    let run = Run {
        server: &server,
        engine,
    };
    let mut lines = vec![run.first_page(), run.board(5), run.search(KNOWN)];
    run.fill_the_house(45);
    lines.push(run.board(50));
    let before = NUMBER.load(Ordering::Relaxed);
    lines.push(run.register());
    let wanted = std::env::var("ONTHAAL_BENCH_PEOPLE")
        .ok()
        .and_then(|many| many.parse().ok());
    let known = || KNOWN + NUMBER.load(Ordering::Relaxed) - before;
    let mut client = signed_in(&server, 0);
    while known() < wanted.unwrap_or(0) {
        write_down(&mut client);
    }
    lines.push(run.search(known()));
    lines
}

struct Run<'a> {
    server: &'a Server,
    engine: &'static str,
}

impl Run<'_> {
    fn named(&self, what: impl Into<String>) -> (String, &'static str) {
        (what.into(), self.engine)
    }

    fn first_page(&self) -> Line {
        let server = self.server.staff;
        let browser = move |_| {
            let mut client = Client::of(server);
            client.get("/sign-in").expect("it answers");
            client
        };
        round(self.named("first page"), browser, |client| {
            page(client, "/sign-in");
        })
    }

    fn board(&self, visits: usize) -> Line {
        let what = self.named(format!("board, {visits} visits"));
        round(
            what,
            |which| signed_in(self.server, which),
            |client| page(client, "/desk"),
        )
    }

    fn search(&self, known: u64) -> Line {
        let what = self.named(format!("search, {known} people: form and page"));
        round(
            what,
            |which| signed_in(self.server, which),
            |client| {
                let hits = search(client, "fatma yil").expect("it answers");
                assert!(hits.text.contains("Fatma"));
            },
        )
    }

    fn register(&self) -> Line {
        let what = self.named("register: form and page");
        round(what, |which| signed_in(self.server, which), write_down)
    }

    /// Receives visitors who stay a number.
    fn fill_the_house(&self, visits: usize) {
        let mut client = signed_in(self.server, 0);
        for _ in 0..visits {
            let key = fresh_key();
            let form = [
                ("idem_key", &*key),
                ("kind", "victim"),
                ("purpose", "question"),
            ];
            assert!(taken(
                &client.post("/visits/new", &form).expect("it answers")
            ));
        }
    }
}

/// A browser of one of two receptionists: each account has two at most.
fn signed_in(server: &Server, which: usize) -> Client {
    let mut client = server.client();
    let name = [ANKE, "Youssef Amrani"][which / 2 % 2];
    sign_in(&mut client, name).expect("the practice house lets everybody in");
    client
}

fn page(client: &mut Client, path: &str) {
    let answer = client.get(path).expect("it answers");
    assert_eq!(answer.status, 200, "{path}");
}

/// Writes somebody down, and looks at her card.
fn write_down(client: &mut Client) {
    let key = fresh_key();
    let letters: String = key
        .bytes()
        .rev()
        .take(8)
        .map(|b| char::from(b'a' + b % 26))
        .collect();
    let name = format!("Meetje {letters}");
    let fields = [("name", &*name), ("then", "save"), ("someone_else", "yes")];
    let sent = register(client, &key, &fields).expect("it answers");
    let card = sent.header("location").to_owned();
    assert!(
        card.starts_with("/people/") && card != "/people/new",
        "{} {card}",
        sent.status
    );
    page(client, &card);
}

/// A key for a form, other than every one before.
fn fresh_key() -> String {
    let process = u64::from(std::process::id());
    format!(
        "{process:016x}{:016x}",
        NUMBER.fetch_add(1, Ordering::Relaxed)
    )
}
