//! The ledger beside the backups: one file with all of it, written anew whenever it has grown. Without
//! it nothing may be opened that is older than the wish to be forgotten.

use std::fs;
use std::io::{Read, Write};

use age::x25519::Identity;
use domain::{Instant, Secret};
use serde::{Deserialize, Serialize};

use super::BackupError;
use super::folder::Folder;
use super::parcel::{Heading, Packer, Sealing};
use super::unpacking::Unpacker;
use crate::ledger::{Entry, Written};
use crate::store::{denials, holds};

/// The part of a file with the ledger.
const PART: &str = "ledger";

/// What a house that is put back is told.
#[derive(Default)]
pub(super) struct Told {
    /// What was done for good.
    pub entries: Vec<Entry>,
    /// Who is kept from whom.
    pub denials: Vec<denials::Stored>,
    /// Of whom nothing is erased for now.
    pub holds: Vec<holds::Stored>,
}

/// The same as it is written.
#[derive(Serialize, Deserialize)]
struct Page {
    entries: Vec<Written>,
    denials: Vec<denials::Stored>,
    #[serde(default)]
    holds: Vec<holds::Stored>,
}

/// Writes all of the ledger, and removes what it replaces but for one.
///
/// # Errors
/// What the disk said.
pub(super) fn write(
    folder: &Folder,
    sealing: &Sealing,
    told: Told,
    at: Instant,
) -> Result<(), BackupError> {
    let length = told.entries.len() as u64;
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
    let page = Page {
        entries: told.entries.iter().map(Written::from).collect(),
        denials: told.denials,
        holds: told.holds,
    };
    let text = serde_json::to_vec(&page).map_err(std::io::Error::from)?;
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
) -> Result<Told, BackupError> {
    for (_, path) in folder.ledgers()?.iter().rev() {
        if let Ok(told) = one(path, identity, key)
            && told.entries.len() as u64 >= known
        {
            return Ok(told);
        }
    }
    Err(BackupError::Ledger)
}

fn one(
    path: &std::path::Path,
    identity: &Identity,
    key: &Secret<[u8; 32]>,
) -> Result<Told, BackupError> {
    let (heading, mut unpacker) = Unpacker::open(path, identity, Some(key))?;
    let mut text = Vec::new();
    unpacker.next_section();
    unpacker.read_to_end(&mut text)?;
    unpacker.finish()?;
    let page: Page = serde_json::from_slice(&text).map_err(|_| BackupError::Ledger)?;
    let entries: Option<Vec<Entry>> = page.entries.into_iter().map(Written::entry).collect();
    let entries = entries.filter(|_| heading.part == PART);
    Ok(Told {
        entries: entries.ok_or(BackupError::Ledger)?,
        denials: page.denials,
        holds: page.holds,
    })
}
