//! Which programs fit which data. A program is counted by the newest migration that it knows; the data
//! say the oldest program that may still read them and the oldest that may still write them. A newer
//! program says so before it migrates, so that an older one never uses what it does not understand.

use sqlx::migrate::Migrator;

use super::{Db, StoreError, keys, places};

/// Migrations of the data through which older programs may go on reading and writing: they only add
/// what nobody before them has to keep. Every migration that is not listed shuts older programs out.
const STILL_WRITTEN: &[i64] = &[];
/// Migrations of the data through which older programs may still read, and no more.
const STILL_READ: &[i64] = &[];
/// The same of the keystore.
const KEYS_STILL_WRITTEN: &[i64] = &[];
const KEYS_STILL_READ: &[i64] = &[];

/// The two databases of a house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The data.
    Data,
    /// The keystore.
    Keys,
}

/// The oldest programs that may use data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Fits {
    /// The oldest that may read them.
    pub min_reader: i64,
    /// The oldest that may write them.
    pub min_writer: i64,
}

impl Side {
    /// What this program knows, on this engine.
    fn known(self, db: &Db) -> &'static Migrator {
        match (self, db) {
            (Self::Data, Db::Sqlite { .. }) => &super::open::SQLITE,
            (Self::Data, Db::Postgres(_)) => &super::open::POSTGRES,
            (Self::Keys, Db::Sqlite { .. }) => &keys::SQLITE,
            (Self::Keys, Db::Postgres(_)) => &keys::POSTGRES,
        }
    }

    /// The number of this program.
    fn program(self) -> i64 {
        match self {
            Self::Data => newest(&super::open::SQLITE),
            Self::Keys => newest(&keys::SQLITE),
        }
    }

    /// What this program says about its data. Both engines have the same migrations.
    pub(crate) fn fits(self) -> Fits {
        let (known, written, read) = match self {
            Self::Data => (&super::open::SQLITE, STILL_WRITTEN, STILL_READ),
            Self::Keys => (&keys::SQLITE, KEYS_STILL_WRITTEN, KEYS_STILL_READ),
        };
        let versions: Vec<i64> = known.iter().map(|migration| migration.version).collect();
        Fits {
            min_reader: oldest(&versions, &[written, read].concat()),
            min_writer: oldest(&versions, written),
        }
    }

    async fn stored(self, db: &Db) -> Result<Option<Fits>, StoreError> {
        match self {
            Self::Data => places::fits(db).await,
            Self::Keys => keys::root::fits(db).await,
        }
    }

    async fn raise(self, db: &Db, fits: Fits) -> Result<(), StoreError> {
        match self {
            Self::Data => places::raise(db, fits).await,
            Self::Keys => keys::root::raise(db, fits).await,
        }
    }
}

/// Brings a database up to this program. Data of a newer program that this one may write are left as
/// they are.
///
/// # Errors
/// [`StoreError::Newer`] when it may not.
pub(crate) async fn bring_up(db: &Db, side: Side) -> Result<(), StoreError> {
    let known = side.known(db);
    let mut patient = Migrator::with_migrations(known.iter().cloned().collect());
    patient.set_ignore_missing(true);
    // The first migration makes the table that says who fits.
    db.run_to(&patient, 1).await?;
    let Some(stored) = side.stored(db).await? else {
        return db.run_to(known, side.program()).await;
    };
    if side.program() < stored.min_writer {
        return Err(StoreError::Newer);
    }
    let own = side.fits();
    if stored.min_reader < own.min_reader || stored.min_writer < own.min_writer {
        side.raise(db, own).await?;
    }
    db.run_to(&patient, side.program()).await
}

impl Db {
    /// Whether this program may still write these data; one that is running asks again and again.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer program has taken over, or what the engine said.
    pub async fn writable(&self) -> Result<(), StoreError> {
        let stored = Side::Data.stored(self).await?;
        fit(stored.is_none_or(|fits| fits.min_writer <= Side::Data.program()))
    }

    /// Whether this program may read these data, which it leaves as they are.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when it may not, or what the engine said.
    pub async fn readable(&self) -> Result<(), StoreError> {
        let stored = Side::Data.stored(self).await?;
        fit(stored.is_none_or(|fits| fits.min_reader <= Side::Data.program()))
    }
}

fn fit(fits: bool) -> Result<(), StoreError> {
    fits.then_some(()).ok_or(StoreError::Newer)
}

fn newest(known: &Migrator) -> i64 {
    let versions = known.iter().map(|migration| migration.version);
    versions.max().unwrap_or(0)
}

/// The newest migration that shuts older programs out: a program must know it.
fn oldest(versions: &[i64], harmless: &[i64]) -> i64 {
    let shuts = versions
        .iter()
        .filter(|version| !harmless.contains(version));
    shuts.max().copied().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_shuts_older_programs_out_unless_it_is_listed() {
        assert_eq!(oldest(&[1, 2, 3], &[]), 3);
        assert_eq!(oldest(&[1, 2, 3], &[3]), 2);
        assert_eq!(oldest(&[1, 2, 3], &[2]), 3);
        assert_eq!(oldest(&[1, 2, 3], &[2, 3]), 1);
    }

    #[test]
    fn whoever_may_write_may_read() {
        for side in [Side::Data, Side::Keys] {
            let fits = side.fits();
            assert!(fits.min_reader <= fits.min_writer && fits.min_writer <= side.program());
        }
    }
}
