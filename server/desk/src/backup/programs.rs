//! The tools of PostgreSQL that make archives and put them back. They know the newest way to do
//! either, and what they write goes through a pipe: nothing of it is on any disk in the clear.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::thread;

use super::BackupError;
use super::parcel::Packer;
use super::unpacking::Unpacker;
use crate::store::dumps::Reach;

/// How much of what a tool complains about is read.
const COMPLAINT: u64 = 64 * 1024;

/// Writes an archive of a database, as another connection sees it, into a file of a backup.
///
/// # Errors
/// [`BackupError::NoTools`], [`BackupError::OldTools`], [`BackupError::ToolFailed`], or what the disk said.
pub(super) fn dump(reach: &Reach, snapshot: &str, to: &mut Packer) -> Result<(), BackupError> {
    let mut tool = tool("pg_dump", reach);
    tool.args(["--format=custom", "--no-owner", "--no-privileges"]);
    tool.args(["--no-comments", "--no-password"]);
    tool.arg(format!("--snapshot={snapshot}"))
        .env("PGDATABASE", &reach.database);
    let mut child = started(tool.stdin(Stdio::null()).stdout(Stdio::piped()))?;
    let said = listened(&mut child);
    let written = match child.stdout.take() {
        Some(mut out) => io::copy(&mut out, to).map(drop),
        None => Err(io::ErrorKind::BrokenPipe.into()),
    };
    ended(child, said, written)
}

/// Puts an archive into an empty database, all of it or nothing.
///
/// # Errors
/// As [`dump`].
pub(super) fn restore(reach: &Reach, from: &mut Unpacker) -> Result<(), BackupError> {
    let mut tool = tool("pg_restore", reach);
    tool.args(["--single-transaction", "--exit-on-error", "--no-owner"]);
    tool.args(["--no-privileges", "--no-comments", "--no-password"]);
    tool.arg(format!("--dbname={}", quoted(&reach.database)));
    let mut child = started(tool.stdin(Stdio::piped()).stdout(Stdio::null()))?;
    let said = listened(&mut child);
    let read = match child.stdin.take() {
        Some(mut into) => io::copy(from, &mut into).map(drop),
        None => Err(io::ErrorKind::BrokenPipe.into()),
    };
    ended(child, said, read)
}

/// Makes an empty database beside the one that is reached.
///
/// # Errors
/// [`BackupError::NoScratch`] when the user of the database may not, [`BackupError::NoTools`].
pub(super) fn create(reach: &Reach, name: &str) -> Result<(), BackupError> {
    let mut tool = tool("createdb", reach);
    tool.args(["--no-password", "--template=template0", "--encoding=UTF8"]);
    tool.arg(format!("--maintenance-db={}", quoted(&reach.database)))
        .arg(name);
    alone(tool).map_err(|error| match error {
        BackupError::ToolFailed => BackupError::NoScratch,
        error => error,
    })
}

/// Removes a database, whoever looks at it.
///
/// # Errors
/// As [`dump`].
pub(super) fn remove(reach: &Reach, name: &str) -> Result<(), BackupError> {
    let mut tool = tool("dropdb", reach);
    tool.args(["--no-password", "--if-exists", "--force"]);
    tool.arg(format!("--maintenance-db={}", quoted(&reach.database)))
        .arg(name);
    alone(tool)
}

fn alone(mut tool: Command) -> Result<(), BackupError> {
    let mut child = started(tool.stdin(Stdio::null()).stdout(Stdio::null()))?;
    let said = listened(&mut child);
    ended(child, said, Ok(()))
}

/// A tool that reaches the database, whatever is set for others in the environment.
fn tool(name: &str, reach: &Reach) -> Command {
    let mut tool = Command::new(name);
    for other in [
        "PGSERVICE",
        "PGHOSTADDR",
        "PGOPTIONS",
        "PGDATABASE",
        "PGPASSWORD",
    ] {
        tool.env_remove(other);
    }
    tool.envs(reach.ways.iter().map(|(name, value)| (name, value)));
    tool.env("LC_ALL", "C")
        .env("PGCONNECT_TIMEOUT", "10")
        .env("PGAPPNAME", "onthaal");
    if let Some(password) = &reach.password {
        tool.env("PGPASSWORD", password.expose());
    }
    tool
}

/// A name of a database as the tools take every name.
fn quoted(name: &str) -> String {
    let name = name.replace('\\', "\\\\").replace('\'', "\\'");
    format!("dbname='{name}'")
}

fn started(tool: &mut Command) -> Result<Child, BackupError> {
    tool.stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => BackupError::NoTools,
            _ => BackupError::Disk(error),
        })
}

/// Listens to what a tool complains about, so that it never waits for a listener.
fn listened(child: &mut Child) -> thread::JoinHandle<Vec<u8>> {
    let complaints = child.stderr.take();
    thread::spawn(move || {
        let mut said = Vec::new();
        if let Some(mut complaints) = complaints {
            // What cannot be read is not there to be understood.
            let _read = complaints.by_ref().take(COMPLAINT).read_to_end(&mut said);
            let _rest = io::copy(&mut complaints, &mut io::sink());
        }
        said
    })
}

/// Waits for the end of a tool. When the other side of the pipe failed, that is the reason, unless the
/// tool had gone before.
fn ended(
    mut child: Child,
    said: thread::JoinHandle<Vec<u8>>,
    piped: io::Result<()>,
) -> Result<(), BackupError> {
    let broken = matches!(&piped, Err(error) if error.kind() != io::ErrorKind::BrokenPipe);
    if broken {
        // It may have ended by itself already.
        let _ended = child.kill();
    }
    let status = child.wait()?;
    let said = said.join().unwrap_or_default();
    match piped {
        Err(error) if broken => Err(error.into()),
        _ if status.success() => Ok(()),
        _ if String::from_utf8_lossy(&said).contains("version mismatch") => {
            Err(BackupError::OldTools)
        }
        _ if String::from_utf8_lossy(&said).contains("unsupported version") => {
            Err(BackupError::OldTools)
        }
        _ => Err(BackupError::ToolFailed),
    }
}

/// Whether the tools are here.
#[must_use]
pub fn are_here() -> bool {
    ["pg_dump", "pg_restore"].iter().all(|tool| {
        let mut asked = Command::new(tool);
        let asked = asked
            .arg("--version")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        asked
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    })
}
