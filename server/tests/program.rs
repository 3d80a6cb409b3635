//! The program from outside: its command line, its manners when something is wrong with its data,
//! what it leaves behind, and what it keeps when it is killed. Every test starts the real program
//! and speaks to it over HTTP.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

use std::path::PathBuf;

#[path = "support/client.rs"]
mod client;
#[path = "support/house.rs"]
mod house;
#[path = "support/journey.rs"]
mod journey;
#[path = "support/postgres.rs"]
mod postgres;

#[path = "program/backups.rs"]
mod backups;
#[path = "program/bad_data.rs"]
mod bad_data;
#[path = "program/command_line.rs"]
mod command_line;
#[path = "program/crash.rs"]
mod crash;
#[path = "program/disk.rs"]
mod disk;
#[path = "program/founding.rs"]
mod founding;
#[path = "program/importing.rs"]
mod importing;
#[path = "program/leaks.rs"]
mod leaks;
#[path = "program/mail.rs"]
mod mail;
#[path = "program/metrics.rs"]
mod metrics;
#[path = "program/leaks/search.rs"]
mod search;
#[path = "program/serving.rs"]
mod serving;
#[path = "program/signing_in.rs"]
mod signing_in;
#[path = "program/tls.rs"]
mod tls;
#[path = "program/leaks/typing.rs"]
mod typing;
#[path = "program/updating.rs"]
mod updating;

use house::{Engine, House};

/// The program under test: the one that was built with these tests, or the one at `ONTHAAL_BIN`.
fn program() -> PathBuf {
    let named = std::env::var_os("ONTHAAL_BIN").map(PathBuf::from);
    named.unwrap_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_onthaal")))
}

/// A practice house on SQLite.
fn demo() -> House {
    demo_on(Engine::Sqlite).expect("SQLite is always there")
}

/// A practice house; none when the engine is not there.
fn demo_on(engine: Engine) -> Option<House> {
    House::demo(engine, &program())
}

/// A place where no house is yet.
fn place() -> House {
    House::place(Engine::Sqlite, &program()).expect("SQLite is always there")
}
