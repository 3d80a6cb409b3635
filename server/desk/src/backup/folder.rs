//! The folder of backups: a folder for each set, and in it the whole and the pieces after it, of the
//! data and of the keys. Their names tell when they were taken and nothing else.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::Instant;

use super::BackupError;

/// How an instant is written in a name.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// What the names of whole files end in.
const ENDING: &str = ".age";

const DAY: i64 = 24 * 60 * 60;

/// What the names of files with the ledger begin with.
const LEDGER: &str = "ledger-";

/// The two halves of a backup; neither opens anything without the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Data,
    Keys,
}

impl Part {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Keys => "keys",
        }
    }
}

/// A folder of backups.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    /// The one set that counts, where not all do.
    only: Option<String>,
}

/// One file of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub part: Part,
    /// 0 for the whole.
    pub number: u32,
    pub at: Instant,
    pub path: PathBuf,
}

/// A whole of data and keys, and what was shipped after it.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub path: PathBuf,
    /// The data, then the keys, each in order.
    pub pieces: Vec<Piece>,
}

impl Folder {
    /// A folder to write backups to, made where it is absent. Whoever loses the disk of the data
    /// loses what lies beside them, so only a demo may keep its own there.
    ///
    /// # Errors
    /// [`BackupError::BesideTheData`], or what the disk said.
    pub fn make(path: &Path, data: &Path, demo: bool) -> Result<Self, BackupError> {
        private(path)?;
        let path = path.canonicalize()?;
        if !demo && data.canonicalize().is_ok_and(|data| path.starts_with(data)) {
            return Err(BackupError::BesideTheData);
        }
        Ok(Self::at(&path))
    }

    /// A folder to read backups from.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        let path = path.to_owned();
        Self { path, only: None }
    }

    /// The same folder with nothing but one set, and the ledger.
    pub(super) fn only(&self, set: String) -> Self {
        let path = self.path.clone();
        let only = Some(set);
        Self { path, only }
    }

    /// Removes what a program that was killed has left: sets that never got their whole, and files that
    /// never got their names. What is younger than a day may belong to another program.
    pub(super) fn sweep(&self, now: Instant) -> io::Result<()> {
        let old = |at: Option<Instant>| at.is_some_and(|at| now.seconds_since(at) > DAY);
        for entry in fs::read_dir(&self.path)? {
            let path = entry?.path();
            if !path.is_dir() {
                if old(unnamed(&path)) {
                    fs::remove_file(path)?;
                }
                continue;
            }
            let set = Set::read(path)?;
            if set.whole_at().is_none() && old(begun(&set.path)) {
                fs::remove_dir_all(&set.path)?;
            } else {
                for file in fs::read_dir(&set.path)? {
                    let file = file?.path();
                    if old(unnamed(&file)) {
                        fs::remove_file(file)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// When the youngest good whole was taken.
    ///
    /// # Errors
    /// What the disk said.
    pub fn last_whole(&self) -> Result<Option<Instant>, BackupError> {
        let sets = self.sets()?;
        Ok(sets.iter().filter_map(Set::whole_at).max())
    }

    /// When anything was last shipped.
    ///
    /// # Errors
    /// What the disk said.
    pub fn last_shipped(&self) -> Result<Option<Instant>, BackupError> {
        Ok(self.sets()?.iter().filter_map(Set::last_at).max())
    }

    /// Every set with a whole of data and keys, oldest first.
    pub(super) fn sets(&self) -> io::Result<Vec<Set>> {
        let mut sets = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let path = entry?.path();
            if path.is_dir() {
                sets.push(Set::read(path)?);
            }
        }
        let counts = |set: &Set| match &self.only {
            Some(only) => set
                .path
                .file_name()
                .is_some_and(|name| name == only.as_str()),
            None => true,
        };
        sets.retain(|set| set.whole_at().is_some() && counts(set));
        sets.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(sets)
    }

    /// The files with the ledger, by how many entries they have; the longest last.
    pub(super) fn ledgers(&self) -> io::Result<Vec<(u64, PathBuf)>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            let rest = name
                .strip_prefix(LEDGER)
                .and_then(|rest| rest.strip_suffix(ENDING));
            let length = rest.and_then(|rest| rest.split('-').next()?.parse().ok());
            found.extend(length.map(|length| (length, path)));
        }
        found.sort();
        Ok(found)
    }

    /// The name of a file with so many entries of the ledger.
    pub(super) fn ledger(&self, length: u64, at: Instant) -> PathBuf {
        self.path
            .join(format!("{LEDGER}{length:08}-{}{ENDING}", stamp(at)))
    }

    /// Makes the folder of a new set.
    pub(super) fn begin(&self, at: Instant, salt: [u8; 4]) -> io::Result<(String, PathBuf)> {
        let name = format!("{}-{:08x}", stamp(at), u32::from_be_bytes(salt));
        let path = self.path.join(&name);
        private(&path)?;
        Ok((name, path))
    }
}

impl Set {
    fn read(path: PathBuf) -> io::Result<Self> {
        let mut pieces = Vec::new();
        for entry in fs::read_dir(&path)? {
            pieces.extend(Piece::named(&entry?.path()));
        }
        pieces.sort_by_key(|piece| (piece.part, piece.number));
        Ok(Self { path, pieces })
    }

    /// The pieces of one part in order.
    pub(super) fn of(&self, part: Part) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| piece.part == part)
    }

    /// When the whole of the data was taken, where there is one.
    pub(super) fn whole_at(&self) -> Option<Instant> {
        self.of(Part::Data)
            .find(|piece| piece.number == 0)
            .map(|piece| piece.at)
    }

    /// When its youngest piece of data was taken.
    pub(super) fn last_at(&self) -> Option<Instant> {
        self.of(Part::Data).map(|piece| piece.at).max()
    }
}

impl Piece {
    /// The name of a file of a set.
    pub(super) fn name(part: Part, number: u32, at: Instant) -> String {
        format!("{}-{number:06}-{}{ENDING}", part.code(), stamp(at))
    }

    fn named(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
        let mut words = name.splitn(3, '-');
        let code = words.next()?;
        let part = [Part::Data, Part::Keys]
            .into_iter()
            .find(|part| part.code() == code)?;
        let number = words.next()?.parse().ok()?;
        let at = read_stamp(words.next()?)?;
        let path = path.to_owned();
        Some(Self {
            part,
            number,
            at,
            path,
        })
    }
}

/// When a set was begun, by its name; nothing for a folder that is no set.
fn begun(path: &Path) -> Option<Instant> {
    let (at, salt) = path.file_name()?.to_str()?.split_once('-')?;
    let ours = salt.len() == 8 && salt.bytes().all(|byte| byte.is_ascii_hexdigit());
    ours.then(|| read_stamp(at))?
}

/// When a file was begun that has no name of its own yet; nothing for any other.
fn unnamed(path: &Path) -> Option<Instant> {
    let name = path.file_name()?.to_str()?.strip_suffix(".part")?;
    read_stamp(name.rsplit('-').next()?)
}

fn read_stamp(text: &str) -> Option<Instant> {
    let at = NaiveDateTime::parse_from_str(text, STAMP).ok()?;
    Some(Instant::from_utc(at.and_utc()))
}

fn stamp(at: Instant) -> String {
    at.utc().format(STAMP).to_string()
}

/// Makes a folder that only its owner can look into.
pub(super) fn private(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}
