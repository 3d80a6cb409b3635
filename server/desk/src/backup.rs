//! Backups that survive the machine and open nothing by themselves: the data and the keystore, each
//! in files of their own, encrypted for the holders of the recovery sheet. A whole every night, and
//! on SQLite what was stored since, several times a minute. The root secret of the server opens none
//! of them: whoever takes the server over cannot read what was erased before.

use std::io;

use crate::access::Forbidden;
use crate::ledger::LedgerError;
use crate::seal::SealError;
use crate::seal::root::RootError;
use crate::store::StoreError;

mod beside;
mod folder;
mod following;
mod keeper;
mod log;
mod parcel;
mod place;
mod putting_back;
mod replaying;
mod restore;
mod standing;
mod unpacking;

pub use folder::Folder;
pub use keeper::{KEYS_DAYS, Keeper, Kept};
pub use replaying::Tools;
pub use restore::{Opener, Restored, restore};
pub use standing::{Run, RunKind, Standing, plan, set_plan, standing, tried};

/// Why a backup was not made or not put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No sheet is in use that could open a backup.
    #[error("nobody could open a backup; print a new recovery sheet with `onthaal key sheet`")]
    NobodyOpens,
    /// The folder is in the data folder.
    #[error("the folder of backups lies in the data folder")]
    BesideTheData,
    /// A file is torn, another house's, or for another holder.
    #[error("the backup does not open with this, or it is damaged")]
    DoesNotOpen,
    /// The folder holds no whole backup, or none that old.
    #[error("there is no whole backup in the folder")]
    NothingThere,
    /// Where it should be put back is something already.
    #[error("there are data already where these should go")]
    NotEmpty,
    /// A table has not the rows that were counted when the whole was made.
    #[error("the rows that came back are not those that were counted")]
    Miscounted,
    /// The ledger is missing, damaged or older than the backups.
    #[error("the ledger of erasures cannot be replayed, so these data stay closed")]
    Ledger,
    /// The backup is of SQLite and this is PostgreSQL, or the other way round.
    #[error("the backup is of the other database engine")]
    OtherEngine,
    /// Another program folded the log, so that it no longer tells everything.
    #[error("another program folded the log of the database")]
    Moved,
    /// Somebody else changed the plan since it was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The work was stopped.
    #[error("stopped half-way")]
    Stopped,
    /// The ledger could not be replayed.
    #[error("the ledger of erasures cannot be replayed, so these data stay closed")]
    Replay(#[from] LedgerError),
    /// The seal failed.
    #[error("the seal")]
    Seal(#[from] SealError),
    /// The code or the root secret.
    #[error("the key")]
    Root(#[from] RootError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
    /// The disk failed or is full.
    #[error("the folder of backups cannot be used")]
    Disk(#[from] io::Error),
}

/// What vouches for every file of a backup: nobody without the root secret can plant one.
pub(crate) const PURPOSE: &str = "backup";
