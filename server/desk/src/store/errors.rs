//! What can go wrong in the store, as facts: refused by a guard of the database, worth trying
//! again, or broken.

use sqlx::error::DatabaseError;
use sqlx::sqlite::SqliteError;

/// A rule that the database itself keeps, by the name it has in both migration folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Guard {
    /// A room, person or thing is in one place at a time.
    OccupancyOverlap,
    /// Two people who must not meet are not in the house together.
    PairApart,
}

impl Guard {
    /// Every guard; each has a contract test on both engines.
    pub const ALL: [Self; 2] = [Self::OccupancyOverlap, Self::PairApart];

    /// The constraint's name on PostgreSQL and the trigger's message on SQLite.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OccupancyOverlap => "occupancy_no_overlap",
            Self::PairApart => "pair_presence_apart",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|guard| guard.name() == name)
    }
}

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A guard of the database refused; the transaction can only be dropped.
    #[error("refused by {}", .0.name())]
    Refused(Guard),
    /// A unique index refused: somebody was first.
    #[error("taken meanwhile")]
    Taken,
    /// Two transactions waited for each other, or changed the same rows: the same work may succeed
    /// when it is done again.
    #[error("try again")]
    Again(#[source] sqlx::Error),
    /// No answer within the limit.
    #[error("no answer in time")]
    TimedOut,
    /// The database cannot be reached or opened.
    #[error("the database cannot be reached")]
    Unreachable(#[source] sqlx::Error),
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The data can be read and not written: a file without the right, or a server that stands by.
    #[error("the data cannot be written")]
    ReadOnly(#[source] sqlx::Error),
    /// What is stored is damaged, or the file is no database at all.
    #[error("the data are damaged")]
    Damaged(#[source] sqlx::Error),
    /// The transaction saw an error before; committing it would store half of it.
    #[error("the transaction is spoilt")]
    Spoilt,
    /// Something had to be sealed or named by a pseudonym, and the keys are not at hand.
    #[error("the keys are not at hand")]
    Sealed,
    /// The data are newer than this program.
    #[error("the data are newer than this program")]
    Newer,
    /// Putting a backup back was cut off here.
    #[error("a restore was cut off here; restore again")]
    HalfRestored,
    /// The SQLite library is older than 3.51.3, which can damage a write-ahead log.
    #[error("the SQLite library is too old")]
    OldEngine,
    /// Another process serves this data folder.
    #[error("another process uses this data folder")]
    Locked,
    /// A stored row does not mean anything.
    #[error("a stored row is inconsistent")]
    Inconsistent,
    /// Migrating failed.
    #[error("the migration failed")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// A file or folder cannot be used.
    #[error("the data folder cannot be used")]
    Folder(#[source] std::io::Error),
    /// Anything else the engine said.
    #[error("the database failed")]
    Engine(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::TimedOut,
            sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) => {
                Self::Unreachable(error)
            }
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::Inconsistent,
            sqlx::Error::Database(said) => match known(said.as_ref()) {
                Some(Known::Guard(guard)) => Self::Refused(guard),
                Some(Known::Taken) => Self::Taken,
                Some(Known::Full) => Self::Full,
                Some(Known::Again) => Self::Again(error),
                Some(Known::Late) => Self::TimedOut,
                Some(Known::Gone) => Self::Unreachable(error),
                Some(Known::ReadOnly) => Self::ReadOnly(error),
                Some(Known::Damaged) => Self::Damaged(error),
                None => Self::Engine(error),
            },
            _ => Self::Engine(error),
        }
    }
}

enum Known {
    Guard(Guard),
    Taken,
    Full,
    Again,
    Late,
    Gone,
    ReadOnly,
    Damaged,
}

/// Reads an engine's own words: the guard's name, a unique index, a full disk, a dead-lock.
fn known(said: &dyn DatabaseError) -> Option<Known> {
    if let Some(guard) = said
        .constraint()
        .and_then(Guard::named)
        .or_else(|| Guard::named(said.message()))
    {
        return Some(Known::Guard(guard));
    }
    if said.is_unique_violation() {
        return Some(Known::Taken);
    }
    let code = said.code()?;
    if said.try_downcast_ref::<SqliteError>().is_some() {
        by_sqlite(code.parse().ok()?)
    } else {
        by_postgres(&code)
    }
}

/// The lower eight bits are the kind of the error, what is above them its circumstances.
fn by_sqlite(code: i32) -> Option<Known> {
    match code & 0xff {
        // SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log
        _ if code == 4874 => Some(Known::Full),
        // SQLITE_BUSY
        5 => Some(Known::Again),
        // SQLITE_READONLY
        8 => Some(Known::ReadOnly),
        // SQLITE_CORRUPT, SQLITE_NOTADB
        11 | 26 => Some(Known::Damaged),
        // SQLITE_FULL
        13 => Some(Known::Full),
        // SQLITE_CANTOPEN
        14 => Some(Known::Gone),
        _ => None,
    }
}

fn by_postgres(code: &str) -> Option<Known> {
    match code {
        // deadlock_detected, serialization_failure
        "40P01" | "40001" => Some(Known::Again),
        // disk_full
        "53100" => Some(Known::Full),
        // read_only_sql_transaction: a server that stands by for another
        "25006" => Some(Known::ReadOnly),
        // data_corrupted, index_corrupted
        "XX001" | "XX002" => Some(Known::Damaged),
        // query_canceled
        "57014" => Some(Known::Late),
        // too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now
        "53300" | "57P01" | "57P02" | "57P03" => Some(Known::Gone),
        _ => None,
    }
}
