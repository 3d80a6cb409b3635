//! The empty folder that a house is put back into. Both databases grow in a folder inside it and get
//! their names when everything is there; whatever goes wrong before, nothing is left.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::BackupError;
use super::folder::private;

/// The two databases by the names the program looks for.
const NAMES: [&str; 2] = ["keys.db", "onthaal.db"];

/// A folder with nothing in it but what is being put back.
pub(super) struct Place {
    to: PathBuf,
    growing: PathBuf,
}

impl Place {
    /// Takes an empty folder, or makes one.
    ///
    /// # Errors
    /// [`BackupError::NotEmpty`], or what the disk said.
    pub(super) fn empty(to: &Path) -> Result<Self, BackupError> {
        private(to)?;
        if fs::read_dir(to)?.next().is_some() {
            return Err(BackupError::NotEmpty);
        }
        let growing = to.join("restoring");
        private(&growing)?;
        let to = to.to_owned();
        Ok(Self { to, growing })
    }

    /// Where the keystore grows.
    pub(super) fn keys(&self) -> PathBuf {
        self.growing.join(NAMES[0])
    }

    /// Where the data grow.
    pub(super) fn data(&self) -> PathBuf {
        self.growing.join(NAMES[1])
    }

    /// Gives both their names, the data last: without them nothing opens.
    ///
    /// # Errors
    /// What the disk said.
    pub(super) fn settle(self) -> io::Result<()> {
        for name in NAMES {
            fs::rename(self.growing.join(name), self.to.join(name))?;
        }
        fs::File::open(&self.to)?.sync_all()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // After settling it is empty; after a failure it holds what nobody may open.
        let _removed = fs::remove_dir_all(&self.growing);
    }
}
