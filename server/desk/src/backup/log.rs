//! The write-ahead log of SQLite, read as a file: pages that were written since the log began anew,
//! each with a checksum over everything before it. The format is SQLite's own and does not change
//! (<https://www.sqlite.org/fileformat2.html#the_write_ahead_log>).

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

/// Bytes before the first frame.
const HEADER: usize = 32;
/// Bytes of a frame before its page.
pub(super) const FRAME: usize = 24;
/// The first four bytes; the last bit says in which order checksums take their bytes.
const MAGIC: u32 = 0x377f_0682;

/// A running checksum.
type Sum = (u32, u32);

/// How far a log has been read: up to the end of a stored transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    salts: (u32, u32),
    frames: u64,
    sum: Sum,
}

impl Spot {
    /// How many frames lie before it.
    pub(super) const fn frames(self) -> u64 {
        self.frames
    }

    /// Whether a log that begins at `start` is the next one after this: SQLite counts the first salt
    /// on by one each time it begins anew.
    pub(super) const fn precedes(self, start: Self) -> bool {
        self.salts.0.wrapping_add(1) == start.salts.0
    }

    /// Whether both are in the same log.
    pub(super) fn shares_log(self, other: Self) -> bool {
        self.salts == other.salts
    }
}

/// An opened log.
pub(super) struct Log {
    file: File,
    page: usize,
    big: bool,
    start: Spot,
}

impl Log {
    /// Opens the log; none when there is none, or it has no whole header yet.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn open(path: &Path) -> io::Result<Option<Self>> {
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let mut header = [0; HEADER];
        match file.read_exact_at(&mut header, 0) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            read => read?,
        }
        let big = word(&header, 0) & 1 == 1;
        let sum = summed((0, 0), &header[..24], big);
        let known = word(&header, 0) & !1 == MAGIC;
        let whole = sum == (word(&header, 24), word(&header, 28));
        let page = usize::try_from(word(&header, 8)).unwrap_or(0);
        Ok((known && whole && page > 0).then(|| Self {
            file,
            page,
            big,
            start: Spot {
                salts: (word(&header, 16), word(&header, 20)),
                frames: 0,
                sum,
            },
        }))
    }

    /// Where the log begins.
    pub(super) const fn start(&self) -> Spot {
        self.start
    }

    /// The end of the last stored transaction at or after a spot of this log. What is being written
    /// meanwhile has no valid checksum yet, or no end.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn end_after(&self, from: Spot) -> io::Result<Spot> {
        let (mut end, mut at) = (from, from);
        let mut frame = vec![0; FRAME + self.page];
        while self.frame(at.frames, &mut frame)? {
            let sum = summed(at.sum, &frame[..8], self.big);
            let sum = summed(sum, &frame[FRAME..], self.big);
            let salts = (word(&frame, 8), word(&frame, 12));
            if salts != from.salts || sum != (word(&frame, 16), word(&frame, 20)) {
                break;
            }
            at.frames += 1;
            at.sum = sum;
            if word(&frame, 4) != 0 {
                end = at;
            }
        }
        Ok(end)
    }

    /// Copies the frames between two spots.
    ///
    /// # Errors
    /// What either side said.
    pub(super) fn copy(&self, from: Spot, to: Spot, out: &mut impl Write) -> io::Result<()> {
        let mut frame = vec![0; FRAME + self.page];
        for number in from.frames..to.frames {
            if !self.frame(number, &mut frame)? {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            out.write_all(&frame)?;
        }
        Ok(())
    }

    fn frame(&self, number: u64, frame: &mut [u8]) -> io::Result<bool> {
        let at = HEADER as u64 + number * frame.len() as u64;
        match self.file.read_exact_at(frame, at) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            read => read.map(|()| true),
        }
    }
}

/// Puts the page of a frame where it belongs; gives the number of pages the file has afterwards,
/// where the frame ends a transaction.
///
/// # Errors
/// What the disk said.
pub(super) fn put(file: &File, frame: &[u8]) -> io::Result<Option<u64>> {
    let page = &frame[FRAME..];
    let number = u64::from(word(frame, 0));
    let before = number.checked_sub(1).ok_or(io::ErrorKind::InvalidData)?;
    file.write_all_at(page, before * page.len() as u64)?;
    let pages = word(frame, 4);
    Ok((pages != 0).then(|| u64::from(pages)))
}

/// Four bytes as SQLite writes them.
fn word(bytes: &[u8], at: usize) -> u32 {
    let mut word = [0; 4];
    word.copy_from_slice(&bytes[at..at + 4]);
    u32::from_be_bytes(word)
}

/// Goes on with a checksum over whole pairs of words.
fn summed(mut sum: Sum, bytes: &[u8], big: bool) -> Sum {
    for pair in bytes.chunks_exact(8) {
        let (first, second) = pair.split_at(4);
        let read = |half: &[u8]| {
            let mut word = [0; 4];
            word.copy_from_slice(half);
            if big {
                u32::from_be_bytes(word)
            } else {
                u32::from_le_bytes(word)
            }
        };
        sum.0 = sum.0.wrapping_add(read(first)).wrapping_add(sum.1);
        sum.1 = sum.1.wrapping_add(read(second)).wrapping_add(sum.0);
    }
    sum
}
