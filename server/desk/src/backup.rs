//! Backups that survive the machine and open nothing by themselves: the data and the keystore, each
//! in files of their own, encrypted for the holders of the recovery sheet. A whole every night, and
//! on SQLite what was stored since, several times a minute. The root secret of the server opens none
//! of them: whoever takes the server over cannot read what was erased before.

use std::io;

use crate::access::Forbidden;
use domain::backup::Trouble;

use crate::denials::DenialError;
use crate::holds::HoldError;
use crate::ledger::LedgerError;
use crate::outbox::OutboxError;
use crate::people::PersonError;
use crate::seal::SealError;
use crate::seal::root::RootError;
use crate::store::StoreError;

mod archive;
mod beside;
mod folder;
mod following;
mod keeper;
mod log;
mod looking;
mod parcel;
mod place;
mod programs;
mod putting_back;
mod putting_in;
mod replaying;
mod restore;
mod standing;
mod trial;
mod unpacking;

pub use folder::Folder;
pub use keeper::{KEYS_DAYS, Keeper, Kept};
pub use looking::Tried;
pub use programs::are_here as tools_are_here;
pub use putting_in::restore_into;
pub use replaying::Tools;
pub use restore::{Opener, Restored, restore};
pub use standing::{
    Due, Run, RunKind, Standing, due, not_made, set_plan, standing, tried, warn_late,
};
pub use trial::{Ground, Trial};

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
    /// The tools of PostgreSQL are not on this machine.
    #[error("pg_dump and pg_restore are not here; install the client package of PostgreSQL")]
    NoTools,
    /// The tools of PostgreSQL are older than the server, or than the backup.
    #[error("pg_dump and pg_restore are too old; install those of the server's version")]
    OldTools,
    /// A tool of PostgreSQL stopped with an error; the log of the server says at what.
    #[error("a tool of PostgreSQL failed; the log of the server says at what")]
    ToolFailed,
    /// The user of the database may not make another one beside it.
    #[error("the user of the database may not make databases; give it CREATEDB for drills")]
    NoScratch,
    /// Another program makes or tries a backup at this moment.
    #[error("another program is at it")]
    Underway,
    /// Another program folded the log, so that it no longer tells everything.
    #[error("another program folded the log of the database")]
    Moved,
    /// Somebody else changed the plan since it was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The trail of a house that was put back is broken.
    #[error("the trail of the backup is broken")]
    BrokenTrail,
    /// Not everybody of a house that was put back can be read.
    #[error("not everybody in the backup can be read")]
    Unreadable,
    /// People could not be opened.
    #[error("people")]
    People(#[from] PersonError),
    /// Who is kept from whom could not be put back.
    #[error("the denials")]
    Denials(#[from] DenialError),
    /// The holds on people could not be put back.
    #[error("the holds")]
    Holds(#[from] HoldError),
    /// Nobody could be told.
    #[error("outbox")]
    Outbox(#[from] OutboxError),
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

impl BackupError {
    /// What it means to whoever looks after the house.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Disk(error) if error.kind() == io::ErrorKind::StorageFull => Trouble::DiskFull,
            Self::Disk(_) | Self::BesideTheData => Trouble::Folder,
            Self::NoTools | Self::OldTools | Self::ToolFailed | Self::NoScratch => Trouble::Tools,
            Self::NobodyOpens => Trouble::NobodyOpens,
            Self::DoesNotOpen
            | Self::NothingThere
            | Self::Miscounted
            | Self::Ledger
            | Self::BrokenTrail
            | Self::Unreadable => Trouble::Damaged,
            _ => Trouble::Other,
        }
    }
}

/// What vouches for every file of a backup: nobody without the root secret can plant one.
pub(crate) const PURPOSE: &str = "backup";
