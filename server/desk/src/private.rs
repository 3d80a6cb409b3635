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

/// What others may use of a file or folder; nothing of one that is not there. A link is followed: what
/// it leads to is what counts.
///
/// # Errors
/// What the disk said.
pub fn open_to_others(path: &Path) -> io::Result<Option<Open>> {
    let mode = match fs::metadata(path) {
        Ok(metadata) => metadata.permissions().mode() & BITS,
        // A file that went meanwhile, as a log of SQLite does, is no fault.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let path = path.to_owned();
    Ok((mode & OTHERS != 0).then_some(Open { path, mode }))
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
        assert_eq!(open_to_others(&above).unwrap(), None);
        assert_eq!(open_to_others(&made).unwrap(), None);
    }

    #[test]
    fn what_others_may_use_is_found_and_closed() {
        let place = tempfile::tempdir().unwrap();
        let (inner, wide) = (place.path().join("a"), place.path().join("a/b"));
        fs::create_dir(&inner).unwrap();
        fs::write(&wide, "x").unwrap();
        for (path, before, after) in [(&wide, 0o604, 0o600), (&inner, 0o750, 0o700)] {
            fs::set_permissions(path, Permissions::from_mode(before)).unwrap();
            let open = open_to_others(path).unwrap().unwrap();
            assert_eq!(
                (&open.path, open.mode, open.wanted()),
                (path, before, after)
            );
            open.close().unwrap();
            assert_eq!((mode(path), open_to_others(path).unwrap()), (after, None));
        }
    }

    #[test]
    fn what_is_not_there_is_open_to_nobody() {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(open_to_others(&place.path().join("none")).unwrap(), None);
    }
}
