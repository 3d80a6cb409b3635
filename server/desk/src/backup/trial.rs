//! A place of its own for trying a backup: a folder, or two databases beside those of the house. It is
//! gone afterwards; what a trial that was killed left is removed by the next one.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{Folder, private};
use super::following::blocking;
use super::putting_in::restore_into;
use super::replaying::Tools;
use super::restore::{Opener, Restored, restore};
use super::{BackupError, programs};
use crate::store::dumps::{self, Alone, Work};
use crate::store::{Db, lock_folder};

/// What the folder of trials is called in the data folder.
const FOLDER: &str = "drill";
/// What stands between the name of a database and the number of a trial.
const MARK: &str = "_drill_";
/// The letters of the number of a trial.
const DIGITS: usize = 8;
/// What the database of the keys has behind its name.
const KEYS: &str = "_keys";
/// How long a name may be, with what stands behind it, in bytes.
const LONGEST: usize = 63;

/// Where a backup is tried.
#[derive(Clone, Copy)]
pub enum Ground<'a> {
    /// In the data folder.
    Folder(&'a Path),
    /// On the server of this database.
    Server(&'a Db),
}

/// A house that was put back on trial.
pub struct Trial {
    /// What was put back.
    pub restored: Restored,
    /// Its data.
    pub data: Db,
    /// Its keys.
    pub keys: Db,
    scratch: Scratch,
}

/// What has to go again.
enum Scratch {
    Folder {
        _own: Own,
        _lock: File,
    },
    Server {
        db: Db,
        names: [String; 2],
        _alone: Alone,
    },
}

/// A folder that is gone when this is.
struct Own(PathBuf);

impl Drop for Own {
    fn drop(&mut self) {
        // What stays is removed by the next trial.
        let _removed = fs::remove_dir_all(&self.0);
    }
}

impl Trial {
    /// Puts the last backup back where it disturbs nobody.
    ///
    /// # Errors
    /// As [`restore`]; [`BackupError::Underway`] while another program does the same on this server.
    pub async fn of(
        from: &Folder,
        opener: &Opener,
        ground: Ground<'_>,
        tools: &Tools,
    ) -> Result<Self, BackupError> {
        let mut salt = [0; 4];
        tools.entropy.fill(&mut salt);
        let number = format!("{:08x}", u32::from_be_bytes(salt));
        match ground {
            Ground::Folder(data) => Self::in_folder(from, opener, (data, &number), tools).await,
            Ground::Server(db) => Self::beside(from, opener, (db, &number), tools).await,
        }
    }

    async fn in_folder(
        from: &Folder,
        opener: &Opener,
        (data, number): (&Path, &str),
        tools: &Tools,
    ) -> Result<Self, BackupError> {
        let all = data.join(FOLDER);
        private(&all)?;
        swept(&all)?;
        let own = Own(all.join(number));
        private(&own.0)?;
        let lock = lock_folder(&own.0)?;
        let house = own.0.join("house");
        let restored = restore(from, opener, (&house, None), tools).await?;
        Ok(Self {
            restored,
            data: Db::open_sqlite(&house.join("onthaal.db")).await?,
            keys: Db::open_sqlite(&house.join("keys.db")).await?,
            scratch: Scratch::Folder {
                _own: own,
                _lock: lock,
            },
        })
    }

    async fn beside(
        from: &Folder,
        opener: &Opener,
        (db, number): (&Db, &str),
        tools: &Tools,
    ) -> Result<Self, BackupError> {
        let alone = dumps::alone(db, Work::Drill)
            .await?
            .ok_or(BackupError::Underway)?;
        let start = start_of(db)?;
        let left = dumps::named(db, &start).await?;
        let ours = left.into_iter().filter(|name| is_ours(name, &start));
        removed(db, ours.collect()).await?;
        let name = format!("{start}{number}");
        let names = [name.clone(), format!("{name}{KEYS}")];
        let made = made(db, &names, (from, opener, tools)).await;
        match made {
            Ok((restored, data, keys)) => {
                let scratch = Scratch::Server {
                    db: db.clone(),
                    names,
                    _alone: alone,
                };
                Ok(Self {
                    restored,
                    data,
                    keys,
                    scratch,
                })
            }
            Err(error) => {
                // The reason counts; what stays is removed by the next trial.
                let _removed = removed(db, names.to_vec()).await;
                Err(error)
            }
        }
    }

    /// Ends the trial: nothing of it is left.
    ///
    /// # Errors
    /// What the disk or the tools said; the next trial removes it then.
    pub async fn end(self) -> Result<(), BackupError> {
        self.data.close().await;
        self.keys.close().await;
        match self.scratch {
            Scratch::Folder { .. } => Ok(()),
            Scratch::Server { db, names, .. } => removed(&db, names.to_vec()).await,
        }
    }
}

async fn made(
    db: &Db,
    names: &[String; 2],
    (from, opener, tools): (&Folder, &Opener, &Tools),
) -> Result<(Restored, Db, Db), BackupError> {
    for name in names {
        let (reach, name) = (db.reach().ok_or(BackupError::OtherEngine)?, name.clone());
        blocking(move || programs::create(&reach, &name)).await?;
    }
    let data = dumps::open_beside(db, &names[0]).await?;
    let keys = dumps::open_beside(db, &names[1]).await?;
    let restored = restore_into(from, opener, (&data, &keys, None), tools).await?;
    Ok((restored, data, keys))
}

async fn removed(db: &Db, names: Vec<String>) -> Result<(), BackupError> {
    let reach = db.reach().ok_or(BackupError::OtherEngine)?;
    blocking(move || {
        names
            .iter()
            .try_for_each(|name| programs::remove(&reach, name))
    })
    .await
}

/// What the names of databases on trial begin with.
fn start_of(db: &Db) -> Result<String, BackupError> {
    let name = db.reach().ok_or(BackupError::OtherEngine)?.database;
    let room = LONGEST - MARK.len() - DIGITS - KEYS.len();
    let end = (0..=room)
        .rev()
        .find(|end| name.is_char_boundary((*end).min(name.len())));
    let end = end.unwrap_or(0).min(name.len());
    Ok(format!("{}{MARK}", &name[..end]))
}

/// Whether a database is one that a trial made: a house may have a name that begins alike.
fn is_ours(name: &str, start: &str) -> bool {
    let number = name.strip_prefix(start).unwrap_or_default();
    let number = number.strip_suffix(KEYS).unwrap_or(number);
    let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    number.len() == DIGITS && number.bytes().all(hexadecimal)
}

/// Removes what trials that were killed have left: nobody holds their locks.
fn swept(all: &Path) -> io::Result<()> {
    for entry in fs::read_dir(all)? {
        let path = entry?.path();
        if path.is_dir() && lock_folder(&path).is_ok() {
            fs::remove_dir_all(path)?;
        } else if !path.is_dir() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_trial_made_is_removed() {
        for ours in ["onthaal_drill_0a1b2c3d", "onthaal_drill_0a1b2c3d_keys"] {
            assert!(is_ours(ours, "onthaal_drill_"), "{ours}");
        }
        for other in [
            "onthaal_drill_",
            "onthaal_drill_practice",
            "onthaal_drill_0A1B2C3D",
            "linde",
        ] {
            assert!(!is_ours(other, "onthaal_drill_"), "{other}");
        }
    }
}
