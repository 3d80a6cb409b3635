//! A disk that is full, and one that cannot be written.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::bad_data::{ANSWERS_WITHIN, does_not_serve, plain};
use crate::client::Client;
use crate::house::{House, Server};
use crate::journey::{ANKE, new_form, register, search, sign_in, taken};
use crate::place;

/// Mounts a small disk on the data folder; none, with a word about it, where that is not allowed.
struct Disk(PathBuf);

impl Disk {
    fn on(folder: &Path, size: &str) -> Option<Self> {
        let options = format!("size={size},mode=700");
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &options, "onthaal-test"])
            .arg(folder);
        if mount.output().is_ok_and(|output| output.status.success()) {
            return Some(Self(folder.to_owned()));
        }
        eprintln!("skipped: no disk can be mounted here");
        None
    }

    fn remount(&self, options: &str) {
        let mut mount = Command::new("mount");
        mount
            .args(["-o", &format!("remount,{options}")])
            .arg(&self.0);
        assert!(mount.status().unwrap().success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A practice house on a disk of its own.
fn on_a_disk(size: &str) -> Option<(House, Disk)> {
    let place = place();
    fs::create_dir(place.data()).unwrap();
    let disk = Disk::on(&place.data(), size)?;
    let made = place.run(&["demo"], "");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    Some((place, disk))
}

#[test]
fn a_disk_that_cannot_be_written_gets_one_line() {
    let Some((house, disk)) = on_a_disk("64m") else {
        return;
    };
    disk.remount("ro");
    does_not_serve(&house);
}

/// Registers until it is refused or the disk has room again; gives who was acknowledged.
fn fill_up(client: &mut Client, most: usize) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in 0..most {
        let name = format!(
            "Vollebak {} Proef",
            "abcdefghij".repeat(3).split_at(number % 30).1
        );
        let name = format!(
            "{name} {}",
            char::from(b'a' + u8::try_from(number % 26).unwrap())
        );
        let Ok(form) = client.get("/people/new") else {
            break;
        };
        if form.status != 200 {
            break;
        }
        let key = form.field("idem_key").to_owned();
        let began = Instant::now();
        let answer = register(client, &key, &[("name", &name), ("someone_else", "yes")]).unwrap();
        assert!(began.elapsed() < ANSWERS_WITHIN);
        if !taken(&answer) {
            plain(&answer.text);
            let told = client.get(answer.header("location")).unwrap().text;
            assert!(told.contains("geen plaats meer"), "{told}");
            plain(&told);
            break;
        }
        acknowledged.push(name);
    }
    acknowledged
}

#[test]
fn a_full_disk_acknowledges_nothing_and_is_forgotten_once_there_is_room() {
    let Some((house, _disk)) = on_a_disk("16m") else {
        return;
    };
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let stone = house.data().join("stone");
    // Leaves nothing: the next write finds the disk full.
    let _full = fs::write(&stone, vec![1; 16 << 20]);
    let acknowledged = fill_up(&mut client, 400);
    assert!(acknowledged.len() < 400, "the disk never filled up");
    fs::remove_file(&stone).unwrap();
    let again = Instant::now();
    let key = loop {
        match new_form(&mut client) {
            Ok(key) => break key,
            Err(_) => assert!(again.elapsed() < Duration::from_secs(10)),
        }
    };
    let answer = register(&mut client, &key, &[("name", "Ruimte Proef")]).unwrap();
    assert!(taken(&answer), "{} {}", answer.status, answer.text);
    assert_eq!(server.end().0, Some(0), "{}", house.log());
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    for name in acknowledged.iter().chain([&"Ruimte Proef".to_owned()]) {
        assert!(
            search(&mut client, name).unwrap().text.contains(name),
            "{name} is lost"
        );
    }
}

/// A program whose files take nothing any more, as on a disk that turned read-only under way. When this
/// is dropped they take everything again.
struct Stuck(Child);

impl Stuck {
    /// None, with a word about it, where nobody may watch another program.
    fn files_of(server: &Server) -> Option<Self> {
        let calls = "pwrite64,ftruncate,fsync,fdatasync,fallocate,unlink,unlinkat";
        let mut strace = Command::new("strace");
        strace.args(["-f", "-o", "/dev/null", "-e", &format!("trace={calls}")]);
        strace.arg(format!("--inject={calls}:error=EROFS"));
        strace.args(["-p", &server.id().to_string()]);
        strace.stderr(Stdio::piped());
        let mut watching = strace.spawn().ok()?;
        let mut line = String::new();
        let mut said = BufReader::new(watching.stderr.take().unwrap());
        said.read_line(&mut line).unwrap();
        if line.contains("attached") {
            std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
            return Some(Self(watching));
        }
        eprintln!("skipped: nobody may watch another program here");
        let _over = watching.wait();
        None
    }
}

impl Drop for Stuck {
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let _gone = (asked, self.0.wait());
    }
}

#[test]
fn a_disk_that_turns_read_only_acknowledges_nothing_and_is_forgotten_once_it_is_not() {
    let house = crate::demo();
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    let before = fill_up(&mut client, 2);
    let keys = [
        new_form(&mut client).unwrap(),
        new_form(&mut client).unwrap(),
    ];
    let Some(stuck) = Stuck::files_of(&server) else {
        return;
    };
    let lost = ["Vollebak Niet", "Vollebak Ook Niet"];
    for (key, name) in keys.iter().zip(lost) {
        let began = Instant::now();
        let answer = register(&mut client, key, &[("name", name)]).unwrap();
        assert!(began.elapsed() < ANSWERS_WITHIN, "{:?}", began.elapsed());
        assert!(!taken(&answer), "what is not stored was acknowledged");
        assert_eq!(answer.header("location"), "/failed", "{}", answer.text);
        let told = client.get("/failed").unwrap().text;
        assert!(told.contains("niets half bewaard"), "{told}");
        plain(&told);
    }
    drop(stuck);
    for (key, name) in keys.iter().zip(lost) {
        let answer = register(&mut client, key, &[("name", name)]).unwrap();
        assert!(taken(&answer), "{} {}", answer.status, answer.text);
    }
    server.kill();
    let server = house.serve();
    let mut client = server.client();
    sign_in(&mut client, ANKE).unwrap();
    for name in before.iter().map(String::as_str).chain(lost) {
        let hits = search(&mut client, name).unwrap().text;
        assert!(hits.contains(name), "{name} is lost");
    }
    assert_eq!(server.end().0, Some(0));
    let verified = house.run(&["audit", "verify"], "");
    assert!(verified.status.success(), "{verified:?}");
}
