//! Measures the program as its users meet it: over HTTP, on connections that are kept, with the
//! trail being written, beside a bare handler that does nothing at all in the same run. Prints a
//! table; it asserts nothing, for no two machines are alike.
//!
//! `ONTHAAL_BENCH_PEOPLE` says how many people to write down before the last search,
//! `ONTHAAL_BENCH_INVENTED` how large a house to search in memory beside the usual ones.

use std::path::{Path, PathBuf};

#[path = "../tests/support/client.rs"]
#[expect(dead_code, reason = "the tests ask for more than a measurement does")]
mod client;
#[path = "../tests/support/house.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "it was written for the tests"
)]
mod house;
#[path = "../tests/support/journey.rs"]
#[expect(dead_code, reason = "the tests ask for more than a measurement does")]
mod journey;
#[path = "../tests/support/postgres.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "it was written for the tests"
)]
mod postgres;

#[path = "../desk/tests/finding/invented.rs"]
#[expect(clippy::unwrap_used, reason = "it was written for the tests")]
mod invented;

#[path = "bench/bare.rs"]
mod bare;
#[path = "bench/finding.rs"]
mod finding;
#[path = "bench/front.rs"]
mod front;
#[path = "bench/round.rs"]
mod round;

use house::{Engine, House};
use round::Line;

fn main() {
    let program = program();
    assert!(
        program.exists(),
        "build the program first: cargo build --release"
    );
    let bare = bare::measured();
    let (finding, found) = finding::measured();
    let mut lines: Vec<Line> = std::iter::once(bare).chain(finding).collect();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        if let Some(house) = House::demo(engine, &program) {
            lines.extend(front::measured(&house, engine));
        }
    }
    print(&lines);
    println!("\n| Typed, of the largest house in memory | Among the first ten, of 1000 |");
    println!("|---|--:|");
    for (kind, share) in found {
        println!("| {kind} | {share} |");
    }
}

/// The program that was built beside this one.
fn program() -> PathBuf {
    let here = std::env::current_exe().expect("a program knows where it is");
    let folder = here
        .parent()
        .and_then(Path::parent)
        .unwrap_or(Path::new("."));
    folder.join("onthaal")
}

fn print(lines: &[Line]) {
    println!("| What | Engine | Per second | p50 ms | p99 ms | p50 to bare |");
    println!("|---|---|--:|--:|--:|--:|");
    let bare = lines[0].p50();
    for line in lines {
        println!("{}", line.row(bare));
    }
}
