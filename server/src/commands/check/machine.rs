//! What `check` says of the machine: room on the disks, a clock that is plausible, backups that are
//! made.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use desk::backup::Folder;
use domain::Instant;
use domain::backup::is_late;

use super::Found;
use crate::config::{Config, Database};

/// Less room than this on a disk is too little, in bytes: some days of a busy house.
const ROOM: u64 = 500 << 20;
/// How far a clock may be behind what was written before, in seconds.
const BEHIND: i64 = 5 * 60;
/// No program of ours ran before this moment, in seconds since 1970: 1 January 2026.
const EARLIEST: i64 = 1_767_225_600;

/// Looks at the machine.
pub(super) fn look(config: &Config, now: Instant, found: &mut Found) {
    for (setting, folder) in [
        ("data", Some(&config.data)),
        ("backups", config.backups.as_ref()),
        ("checkpoints", config.checkpoints.as_ref()),
    ] {
        room(setting, folder.map(AsRef::as_ref), found);
    }
    clock(config, now, found);
    backups(config, now, found);
}

fn room(setting: &'static str, folder: Option<&Path>, found: &mut Found) {
    let Some(free) = folder.and_then(|folder| fs4::available_space(folder).ok()) else {
        return;
    };
    if free < ROOM {
        let says = format!("only {} MB are free on its disk", free >> 20);
        found.wrong(setting, says);
    }
}

/// Codes of apps, certificates and the trail need the time. What was written is not of tomorrow.
fn clock(config: &Config, now: Instant, found: &mut Found) {
    let written = match &config.database {
        Database::Sqlite(file) => last_written(file),
        Database::Postgres(_) => None,
    };
    let ahead = written.is_some_and(|at| at > now.unix() + BEHIND);
    if ahead || now.unix() < EARLIEST {
        let at = now.utc().format("%Y-%m-%d %H:%M UTC");
        found.wrong("clock", format!("this machine says {at}, which cannot be"));
    }
}

fn last_written(file: &Path) -> Option<i64> {
    fs::metadata(file).map(|metadata| metadata.mtime()).ok()
}

fn backups(config: &Config, now: Instant, found: &mut Found) {
    let Some(folder) = &config.backups else {
        if matches!(config.database, Database::Sqlite(_)) {
            let says = "no folder is set: nothing is backed up".to_owned();
            found.note("backups", says);
        }
        return;
    };
    match Folder::at(folder).last_whole() {
        Ok(Some(at)) if is_late(now, Some(at)) => {
            let at = at.utc().format("%Y-%m-%d %H:%M UTC");
            found.wrong("backups", format!("the last good one is of {at}"));
        }
        Ok(Some(_)) => {}
        Ok(None) => found.note("backups", "there is none yet".to_owned()),
        Err(error) if is_absent(&error) => {
            found.note("backups", "there is none yet".to_owned());
        }
        Err(error) => found.wrong("backups", format!("the folder cannot be read: {error}")),
    }
}

fn is_absent(error: &desk::backup::BackupError) -> bool {
    matches!(error, desk::backup::BackupError::Disk(error) if error.kind() == io::ErrorKind::NotFound)
}
