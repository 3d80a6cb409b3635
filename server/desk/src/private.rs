//! Files and folders for their owner alone, whatever the mask of whoever started the program. SQLite
//! gives its log and its shared memory the mode of the database file.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// What others may not do: read, write, enter.
const OTHERS: u32 = 0o077;
/// The bits that say who may do what.
const BITS: u32 = 0o7777;

/// Makes a folder that only its owner enters, and the folders above it that are missing. One that is
/// there stays as it is.
///
/// # Errors
/// What the disk said.
pub fn folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// How a file is opened that only its owner may read once it is made.
#[must_use]
pub fn file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// A file or folder that others may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which one.
    pub path: PathBuf,
    /// What may be done with it now, such as `0o644`.
    pub mode: u32,
}

impl Open {
    /// The mode it should have: its owner may do what is allowed now, and nobody else anything.
    #[must_use]
    pub const fn wanted(&self) -> u32 {
        self.mode & !OTHERS
    }

    /// Takes away what others may do.
    ///
    /// # Errors
    /// What the disk said, such as that it belongs to somebody else.
    pub fn close(&self) -> io::Result<()> {
        fs::set_permissions(&self.path, Permissions::from_mode(self.wanted()))
    }
}

/// What others may use of a file, or of a folder and everything in it; nothing where there is none.
/// A link inside is not followed: what it leads to is not ours.
///
/// # Errors
/// What the disk said.
pub fn open_to_others(path: &Path) -> io::Result<Vec<Open>> {
    let mut found = Vec::new();
    let mut next: Vec<_> = there(fs::canonicalize(path))?.into_iter().collect();
    while let Some(path) = next.pop() {
        let Some(metadata) = there(fs::symlink_metadata(&path))? else {
            continue;
        };
        if metadata.is_dir() {
            for entry in fs::read_dir(&path)? {
                next.push(entry?.path());
            }
        }
        let mode = metadata.permissions().mode() & BITS;
        if !metadata.is_symlink() && mode & OTHERS != 0 {
            found.push(Open { path, mode });
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// What is there; a file that went meanwhile, as a log of SQLite does, is no fault.
fn there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & BITS
    }

    #[test]
    fn what_is_made_is_for_its_owner_alone() {
        let place = tempfile::tempdir().unwrap();
        let (above, inner) = (place.path().join("a"), place.path().join("a/b"));
        folder(&inner).unwrap();
        folder(&inner).unwrap();
        let made = inner.join("c");
        file().create(true).append(true).open(&made).unwrap();
        assert_eq!(
            (mode(&above), mode(&inner), mode(&made)),
            (0o700, 0o700, 0o600)
        );
        assert_eq!(open_to_others(&above).unwrap(), []);
    }

    #[test]
    fn what_others_may_use_is_found_and_closed() {
        let place = tempfile::tempdir().unwrap();
        let (inner, wide) = (place.path().join("a"), place.path().join("a/b"));
        fs::create_dir(&inner).unwrap();
        fs::write(&wide, "x").unwrap();
        std::os::unix::fs::symlink("/", place.path().join("link")).unwrap();
        fs::set_permissions(&inner, Permissions::from_mode(0o750)).unwrap();
        fs::set_permissions(&wide, Permissions::from_mode(0o604)).unwrap();
        fs::set_permissions(place.path(), Permissions::from_mode(0o700)).unwrap();
        let found = open_to_others(place.path()).unwrap();
        let modes: Vec<_> = found.iter().map(|open| (&open.path, open.mode)).collect();
        assert_eq!(modes, [(&inner, 0o750), (&wide, 0o604)]);
        for open in found {
            open.close().unwrap();
        }
        assert_eq!((mode(&inner), mode(&wide)), (0o700, 0o600));
        assert_eq!(open_to_others(place.path()).unwrap(), []);
    }

    #[test]
    fn what_is_not_there_is_open_to_nobody() {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(open_to_others(&place.path().join("none")).unwrap(), []);
    }
}
