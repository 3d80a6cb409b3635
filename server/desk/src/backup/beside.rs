//! The ledger beside the backups: one file with all of it, written anew whenever it has grown. Without
//! it nothing may be opened that is older than the wish to be forgotten.

use std::fs;
use std::io::{Read, Write};

use age::x25519::Identity;
use domain::{Instant, Secret};

use super::BackupError;
use super::folder::Folder;
use super::parcel::{Heading, Packer, Sealing};
use super::unpacking::Unpacker;
use crate::ledger::{Entry, Written};

/// The part of a file with the ledger.
const PART: &str = "ledger";

/// Writes all of the ledger, and removes what it replaces but for one.
///
/// # Errors
/// What the disk said.
pub(super) fn write(
    folder: &Folder,
    sealing: &Sealing,
    entries: &[Entry],
    at: Instant,
) -> Result<(), BackupError> {
    let length = entries.len() as u64;
    let before = folder.ledgers()?;
    let heading = Heading {
        part: PART.to_owned(),
        at: at.unix(),
        ledger: length,
        sections: 1,
        ..Heading::default()
    };
    let path = folder.ledger(length, at);
    let mut packer = Packer::begin(&path, sealing, &heading)?;
    let written: Vec<Written> = entries.iter().map(Written::from).collect();
    let text = serde_json::to_vec(&written).map_err(std::io::Error::from)?;
    packer.write_all(&text)?;
    packer.section()?;
    packer.finish()?.settle()?;
    let replaced = before.iter().filter(|(_, old)| *old != path).rev().skip(1);
    for (_, old) in replaced {
        fs::remove_file(old)?;
    }
    Ok(())
}

/// Reads the longest ledger that opens.
///
/// # Errors
/// [`BackupError::Ledger`] when none opens, or it is shorter than the backups know it to be.
pub(super) fn read(
    folder: &Folder,
    identity: &Identity,
    key: &Secret<[u8; 32]>,
    known: u64,
) -> Result<Vec<Entry>, BackupError> {
    for (_, path) in folder.ledgers()?.iter().rev() {
        if let Ok(entries) = one(path, identity, key)
            && entries.len() as u64 >= known
        {
            return Ok(entries);
        }
    }
    Err(BackupError::Ledger)
}

fn one(
    path: &std::path::Path,
    identity: &Identity,
    key: &Secret<[u8; 32]>,
) -> Result<Vec<Entry>, BackupError> {
    let (heading, mut unpacker) = Unpacker::open(path, identity, Some(key))?;
    let mut text = Vec::new();
    unpacker.next_section();
    unpacker.read_to_end(&mut text)?;
    unpacker.finish()?;
    let written: Vec<Written> = serde_json::from_slice(&text).map_err(|_| BackupError::Ledger)?;
    let entries: Option<Vec<Entry>> = written.into_iter().map(Written::entry).collect();
    let entries = entries.filter(|_| heading.part == PART);
    entries.ok_or(BackupError::Ledger)
}
