//! The figures about the program: which there are, that they count, and that they tell of nobody.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use crate::client::Client;
use crate::house::{Engine, House, Server};
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};
use crate::{demo, demo_on};

/// Every figure there may be. A new one is somebody's decision: it must tell of nobody.
const ALLOWED: [&str; 11] = [
    "onthaal_answer_seconds",
    "onthaal_answers",
    "onthaal_audit_waiting",
    "onthaal_backup_age_seconds",
    "onthaal_backup_shipped_age_seconds",
    "onthaal_build",
    "onthaal_connections",
    "onthaal_open",
    "onthaal_outbox_letters",
    "onthaal_outbox_oldest_seconds",
    "onthaal_people_at_most",
];
/// Every label there may be.
const LABELS: [&str; 7] = [
    "le", "method", "pool", "route", "state", "status", "version",
];

/// Lets the house tell its figures.
fn watched(mut house: House) -> House {
    let address = "127.0.0.1:0".to_owned();
    house.settings.push(("ONTHAAL_METRICS_ADDR", address));
    house
}

/// Where the figures of a practice house are.
fn figures(server: &mut Server) -> Client {
    assert!(server.says().starts_with("sign in"));
    let line = server.says();
    let address = line.strip_prefix("figures http://").unwrap();
    let address: SocketAddr = address.trim_end_matches("/metrics").parse().unwrap();
    Client::of(address)
}

/// The value of a figure, with its labels.
fn value(told: &str, figure: &str) -> Option<f64> {
    let line = told.lines().find_map(|line| line.strip_prefix(figure));
    line.and_then(|rest| rest.trim().parse().ok())
}

fn told_of_nobody(engine: Engine) {
    let Some(house) = demo_on(engine).map(watched) else {
        return;
    };
    let mut server = house.serve();
    let mut watching = figures(&mut server);
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let key = new_form(&mut client).unwrap();
    let answer = register(&mut client, &key, &[("name", "Rosalinde Proefmans")]).unwrap();
    assert!(taken(&answer));
    search(&mut client, "Rosalinde").unwrap();
    client
        .get("/people/0123456789abcdef0123456789abcdef")
        .unwrap();
    let answer = watching.get("/metrics").unwrap();
    assert!(
        answer
            .header("content-type")
            .starts_with("application/openmetrics-text")
    );
    let told = answer.text;
    for name in ["Rosalinde", "Anke", "linde", "0123456789abcdef"] {
        assert!(!told.contains(name), "{name} in {told}");
    }
    only_what_is_allowed(&told);
    assert_eq!(value(&told, "onthaal_open "), Some(1.0));
    let people = value(&told, "onthaal_people_at_most ");
    assert_eq!(people, Some(200.0), "a hundred at most in each centre");
    assert_eq!(value(&told, "onthaal_outbox_letters "), Some(0.0));
    let registered = "onthaal_answers_total{method=\"POST\",route=\"/people/new\",status=\"3xx\"}";
    assert_eq!(value(&told, registered), Some(1.0), "{told}");
    assert_eq!(watching.get("/").unwrap().status, 404);
    assert_eq!(server.end().0, Some(0), "{}", house.log());
}

fn only_what_is_allowed(told: &str) {
    let heads = told.lines().filter_map(|line| line.strip_prefix("# TYPE "));
    let names: BTreeSet<&str> = heads.filter_map(|head| head.split(' ').next()).collect();
    let allowed = BTreeSet::from(ALLOWED);
    let unknown: Vec<_> = names.difference(&allowed).collect();
    assert!(
        unknown.is_empty() && names.len() > 5,
        "{unknown:?} in {names:?}"
    );
    let marked = told.lines().filter(|line| !line.starts_with('#'));
    for labels in marked.filter_map(|line| line.split_once('{')?.1.rsplit_once('}')) {
        for label in labels
            .0
            .split("\",")
            .filter_map(|label| label.split_once('='))
        {
            assert!(LABELS.contains(&label.0), "{label:?}");
        }
    }
}

#[test]
fn the_figures_count_and_tell_of_nobody_on_sqlite() {
    told_of_nobody(Engine::Sqlite);
}

#[test]
fn the_figures_count_and_tell_of_nobody_on_postgres() {
    told_of_nobody(Engine::Postgres);
}

#[test]
fn figures_are_told_only_where_an_address_is_set() {
    let house = demo();
    let mut server = house.serve();
    assert!(server.says().starts_with("sign in"));
    assert_eq!(server.client().get("/metrics").unwrap().status, 404);
    let mut house = watched(house);
    drop(server);
    house
        .settings
        .push(("ONTHAAL_METRICS_ADDR", "0.0.0.0:9464".to_owned()));
    let output = house.run(&["serve", "--demo"], "");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("metrics_addr: only an address of this machine"),
        "{said}"
    );
}
