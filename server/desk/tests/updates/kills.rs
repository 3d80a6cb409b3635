//! The program is killed while it brings old data up, at every moment that matters: before each write
//! to a file of SQLite, and before each message to PostgreSQL. Started again it goes on, and nothing is
//! lost.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::earlier::{Copy, Earlier, migrate, open};
use super::kept::{Rows, assert_kept, everything, known, names, steps};
use super::wire::Wire;

/// Where the data and the keys of the process are that is killed.
const TOLD: [&str; 2] = ["ONTHAAL_KILLED_DATA", "ONTHAAL_KILLED_KEYS"];

/// Every how many moments a kill falls: some each time, every one when everything is proved.
fn stride(few: usize) -> usize {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    if full { 1 } else { few }
}

/// What is killed: a process of its own that brings data up as the program does.
#[tokio::test]
async fn the_one_that_is_killed() {
    let told = TOLD.map(std::env::var);
    let [Ok(data), Ok(keys)] = told else { return };
    let both = open(&[data, keys]).await;
    migrate(&both).await;
    for db in both {
        db.close().await;
    }
}

fn killed_one(places: &[String; 2], watcher: &[String]) -> Child {
    let own = std::env::current_exe().unwrap().display().to_string();
    let arguments = ["updates::kills::the_one_that_is_killed", "--exact"];
    let line: Vec<String> = watcher.iter().cloned().chain([own]).collect();
    let mut command = Command::new(&line[0]);
    command.args(&line[1..]).args(arguments);
    command.envs(TOLD.iter().zip(places));
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// What every copy held before.
struct Before([Rows; 2]);

impl Before {
    async fn of(copy: &Copy) -> Self {
        let [data, keys] = copy.open().await;
        let before = [everything(&data).await, everything(&keys).await];
        data.close().await;
        keys.close().await;
        Self(before)
    }

    /// Starts again: everything is brought up, and nothing is lost.
    async fn again(&self, copy: &Copy) {
        let both = copy.open().await;
        migrate(&both).await;
        for (db, before) in both.iter().zip(&self.0) {
            assert_kept(db, before).await;
        }
        assert_eq!(steps(&both).await, known());
        for db in both {
            db.close().await;
        }
    }
}

/// Runs what follows, and kills it before the n-th write to a file.
fn strace(write: usize) -> Vec<String> {
    let calls = "pwrite64,fdatasync,fsync,ftruncate,unlink";
    let (trace, inject) = (
        format!("trace={calls}"),
        format!("--inject={calls}:signal=KILL:when={write}"),
    );
    let line = [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        &trace,
        &inject,
    ];
    line.map(str::to_owned).to_vec()
}

async fn keys_up(copy: &Copy) {
    let [data, keys] = copy.open().await;
    keys.migrate_keys().await.unwrap();
    keys.close().await;
    data.close().await;
}

/// Kills before each write that a file gets. Whoever writes the keys and whoever writes the data count
/// for themselves, so the data have a round of their own, with keys that are brought up.
async fn before_each_write(earlier: &Earlier, keys_first: bool) -> usize {
    let mut kills = 0;
    for write in (1..).step_by(stride(23)) {
        let copy = earlier.copy().await;
        let before = Before::of(&copy).await;
        if keys_first {
            keys_up(&copy).await;
        }
        let mut child = killed_one(&copy.places, &strace(write));
        let outcome = child.wait().unwrap();
        assert!(outcome.success() || outcome.code().is_none(), "{outcome}");
        before.again(&copy).await;
        if kills == 0 {
            let people = before.0[0]["record"].1.len();
            assert_eq!(names(copy.open().await, earlier).await, people);
        }
        copy.gone().await;
        if outcome.success() {
            return kills;
        }
        kills += 1;
    }
    kills
}

#[tokio::test]
async fn killed_while_it_is_brought_up_it_goes_on_on_sqlite() {
    if Command::new("strace").arg("-V").output().is_err() {
        return eprintln!("skipped: strace is not installed");
    }
    let earlier = Earlier::on_sqlite("0001").await;
    let both = before_each_write(&earlier, false).await;
    let data = before_each_write(&earlier, true).await;
    eprintln!("{both} and {data} kills: nothing lost");
    assert!(both > 0 && data > 3);
    earlier.gone().await;
}

/// The server and its port, and the rest of its address.
fn parts(address: &str) -> (&str, &str) {
    let (_, after) = address.split_once('@').unwrap();
    after.split_once('/').unwrap()
}

/// Waits until the wire is cut or the process is done by itself; then the process is gone. Gives
/// whether it was cut.
fn cut_off(mut child: Child, wire: &Wire) -> bool {
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() && !wire.is_cut() {
        assert!(began.elapsed() < Duration::from_mins(1));
        std::thread::sleep(Duration::from_millis(2));
    }
    let _gone = (child.kill(), child.wait());
    wire.is_cut()
}

async fn before_each_message(earlier: &Earlier) -> usize {
    let mut kills = 0;
    for messages in (0..).step_by(stride(17)) {
        let copy = earlier.copy().await;
        let before = Before::of(&copy).await;
        let (server, _) = parts(&copy.places[0]);
        let wire = Wire::to(server, messages);
        let through = wire.address.to_string();
        let places = copy
            .places
            .each_ref()
            .map(|place| place.replace(server, &through));
        let cut = cut_off(killed_one(&places, &[]), &wire);
        before.again(&copy).await;
        copy.gone().await;
        if !cut {
            return kills;
        }
        kills += 1;
    }
    kills
}

#[tokio::test]
async fn killed_while_it_is_brought_up_it_goes_on_on_postgres() {
    let Some(earlier) = Earlier::on_postgres("0001").await else {
        return;
    };
    let kills = before_each_message(&earlier).await;
    eprintln!("{kills} kills: nothing lost");
    assert!(kills > 4);
    earlier.gone().await;
}
