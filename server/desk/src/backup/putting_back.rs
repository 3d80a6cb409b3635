//! Putting the files of one part back into a database file of SQLite. Every file is proved to the
//! last byte before anything of it is used; a chain ends where a file is missing or torn.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use age::x25519::Identity;
use domain::{Instant, Secret};

use super::BackupError;
use super::folder::{Part, Piece, Set};
use super::log::{FRAME, put};
use super::parcel::{Heading, Tag};
use super::unpacking::Unpacker;

/// What opens files and proves them.
pub(super) struct Proof<'a> {
    pub identity: &'a Identity,
    pub key: &'a Secret<[u8; 32]>,
}

/// The proved files of one part, the whole first.
pub(super) struct Chain {
    pub pieces: Vec<Piece>,
    pub whole: Heading,
    /// How long the ledger was, by the last of them.
    pub ledger: u64,
    /// When the first file that does not open was taken.
    pub torn: Option<Instant>,
}

impl Proof<'_> {
    /// Proves the files of one part of a set, in order.
    ///
    /// # Errors
    /// [`BackupError::DoesNotOpen`] when the whole does not open.
    pub(super) fn chain(&self, set: &Set, part: Part) -> Result<Chain, BackupError> {
        let mut found = set.of(part).cloned();
        let first = found.next().filter(|piece| piece.number == 0);
        let first = first.ok_or(BackupError::NothingThere)?;
        let (whole, mut last) = self.proved(&first)?;
        if whole.number != 0 || whole.part != part.code() {
            return Err(BackupError::DoesNotOpen);
        }
        let mut chain = Chain {
            pieces: vec![first],
            ledger: whole.ledger,
            whole,
            torn: None,
        };
        for piece in found {
            let Ok((ledger, tag)) = self.next(&piece, &chain, last) else {
                chain.torn = Some(piece.at);
                break;
            };
            chain.ledger = chain.ledger.max(ledger);
            last = tag;
            chain.pieces.push(piece);
        }
        Ok(chain)
    }

    fn next(&self, piece: &Piece, chain: &Chain, last: Tag) -> Result<(u64, Tag), BackupError> {
        let (heading, tag) = self.proved(piece)?;
        let follows = heading.set == chain.whole.set
            && heading.part == chain.whole.part
            && heading.follows == last
            && usize::try_from(heading.number).ok() == Some(chain.pieces.len());
        if follows {
            Ok((heading.ledger, tag))
        } else {
            Err(BackupError::DoesNotOpen)
        }
    }

    fn proved(&self, piece: &Piece) -> Result<(Heading, Tag), BackupError> {
        let (heading, unpacker) = Unpacker::open(&piece.path, self.identity, Some(self.key))?;
        let tag = unpacker.drain(heading.sections)?;
        Ok((heading, tag))
    }
}

/// Writes the whole to a new file.
///
/// # Errors
/// [`BackupError::OtherEngine`], or what the disk said.
pub(super) fn whole(piece: &Piece, identity: &Identity, to: &Path) -> Result<Heading, BackupError> {
    let (heading, mut unpacker) = Unpacker::open(&piece.path, identity, None)?;
    if heading.engine != "sqlite" {
        return Err(BackupError::OtherEngine);
    }
    let mut options = OpenOptions::new();
    let mut file = options
        .read(true)
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)?;
    unpacker.next_section();
    io::copy(&mut unpacker, &mut file)?;
    file.flush()?;
    unpacker.next_section();
    frames(&mut unpacker, &file, heading.page)?;
    unpacker.finish()?;
    file.sync_all()?;
    Ok(heading)
}

/// Puts a piece on top of the file.
///
/// # Errors
/// What the disk said.
pub(super) fn piece(
    piece: &Piece,
    identity: &Identity,
    (to, page): (&Path, u32),
) -> Result<(), BackupError> {
    let (_, mut unpacker) = Unpacker::open(&piece.path, identity, None)?;
    let file = OpenOptions::new().write(true).open(to)?;
    unpacker.next_section();
    frames(&mut unpacker, &file, page)?;
    unpacker.finish()?;
    Ok(file.sync_all()?)
}

/// Puts the pages of a section of frames where they belong.
fn frames(unpacker: &mut Unpacker, file: &File, page: u32) -> Result<(), BackupError> {
    let page = usize::try_from(page).map_err(|_| BackupError::DoesNotOpen)?;
    let mut frame = vec![0; FRAME + page];
    let mut pages = None;
    while whole_frame(unpacker, &mut frame)? {
        pages = put(file, &frame)?.or(pages);
    }
    if let Some(pages) = pages {
        file.set_len(pages * page as u64)?;
    }
    Ok(())
}

/// Reads one frame; `false` at the end of the section.
fn whole_frame(unpacker: &mut Unpacker, frame: &mut [u8]) -> io::Result<bool> {
    let mut filled = 0;
    while filled < frame.len() {
        match unpacker.read(&mut frame[filled..])? {
            0 if filled == 0 => return Ok(false),
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => filled += read,
        }
    }
    Ok(true)
}
