//! What can go wrong in the store, as facts: refused by a guard of the database, worth trying
//! again, or broken.

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
    /// The transaction saw an error before; committing it would store half of it.
    #[error("the transaction is spoilt")]
    Spoilt,
    /// Something had to be sealed or named by a pseudonym, and the keys are not at hand.
    #[error("the keys are not at hand")]
    Sealed,
    /// The data are newer than this program.
    #[error("the data were written by a newer program")]
    Newer,
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
}

/// Reads an engine's own words: the guard's name, a unique index, a full disk, a dead-lock.
fn known(said: &dyn sqlx::error::DatabaseError) -> Option<Known> {
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
    match said.code().as_deref() {
        // SQLITE_FULL; PostgreSQL's disk_full
        Some("13" | "53100") => Some(Known::Full),
        // PostgreSQL: deadlock_detected, serialization_failure; SQLITE_BUSY and its variants
        Some("40P01" | "40001" | "5" | "261" | "517") => Some(Known::Again),
        _ => None,
    }
}
