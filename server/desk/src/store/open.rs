//! Opening the engines: settings that keep what was acknowledged, the migrations of this program,
//! and the lock that keeps a second program off a data folder.

use std::fs::File;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use fs4::FileExt;
use sqlx::Connection;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};

use super::fits::{self, Side};
use super::{Db, StoreError, dumps};
use crate::private;

/// The two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, embedded.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

pub(super) static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
pub(super) static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// How many rows may wait between the thread of a connection and whoever reads them: with few, the two
/// wake each other for every handful, which costs more than reading.
const ROWS: usize = 500;

/// How long to wait for a free connection.
const ACQUIRE: Duration = Duration::from_secs(3);

impl Db {
    /// Opens (or makes) the SQLite file of a centre, without migrating it.
    ///
    /// # Errors
    /// [`StoreError::OldEngine`], [`StoreError::Folder`] when the file cannot be made or written,
    /// [`StoreError::Damaged`] when it is no database.
    pub async fn open_sqlite(file: &Path) -> Result<Self, StoreError> {
        writable(file)?;
        let options = sqlite_options(file);
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(ACQUIRE)
            .before_acquire(|conn, _| Box::pin(async move { Ok(is_outside(conn)) }))
            .connect_with(options.clone())
            .await
            .map_err(unopened)?;
        assert_engine(&write).await?;
        let read = SqlitePoolOptions::new()
            .max_connections(4)
            .acquire_timeout(ACQUIRE)
            .connect_lazy_with(options.create_if_missing(false).read_only(true));
        Ok(Self::Sqlite { write, read })
    }

    /// Connects to PostgreSQL, without migrating.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] when the address is wrong or nobody answers.
    pub async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url).map_err(StoreError::Unreachable)?;
        let pool = PgPoolOptions::new()
            .max_connections(12)
            .acquire_timeout(ACQUIRE)
            .connect_with(options.application_name("onthaal"))
            .await
            .map_err(unopened)?;
        Ok(Self::Postgres(pool))
    }

    /// How many connections each pool has, and how many of them have nothing to do.
    #[must_use]
    pub fn pools(&self) -> Vec<(&'static str, u32, usize)> {
        match self {
            Self::Sqlite { write, read } => vec![
                ("write", write.size(), write.num_idle()),
                ("read", read.size(), read.num_idle()),
            ],
            Self::Postgres(pool) => vec![("all", pool.size(), pool.num_idle())],
        }
    }

    /// Brings the schema up to this program.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the data say that this program may not write them,
    /// [`StoreError::HalfRestored`] while they are not whole.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        if dumps::is_marked(self).await? {
            return Err(StoreError::HalfRestored);
        }
        self.migrate_marked().await
    }

    /// The same for data that are being put back.
    pub(crate) async fn migrate_marked(&self) -> Result<(), StoreError> {
        fits::bring_up(self, Side::Data).await
    }

    /// Runs migrations up to and with a number.
    pub(super) async fn run_to(&self, known: &Migrator, last: i64) -> Result<(), StoreError> {
        let outcome = match self {
            Self::Sqlite { write, .. } => known.run_to(last, write).await,
            Self::Postgres(pool) => known.run_to(last, pool).await,
        };
        outcome.map_err(unmigrated)
    }
}

/// SQLite itself says no more than that it cannot open the file.
fn writable(file: &Path) -> Result<(), StoreError> {
    let opened = private::file().create(true).append(true).open(file);
    opened.map(drop).map_err(StoreError::Folder)
}

/// Whether a connection is in no transaction. When the disk is full SQLite ends the transaction by
/// itself; the connection would count on it for ever and refuse every other one.
fn is_outside(conn: &SqliteConnection) -> bool {
    !conn.is_in_transaction()
}

/// What opening met; what nobody knows more about means that there is nothing to open.
fn unopened(error: sqlx::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::Engine(error) => StoreError::Unreachable(error),
        known => known,
    }
}

/// What migrating met: a full disk is a full disk then, too.
fn unmigrated(error: MigrateError) -> StoreError {
    let said = match error {
        MigrateError::VersionMissing(_) => return StoreError::Newer,
        MigrateError::Execute(said) | MigrateError::ExecuteMigration(said, _) => said,
        error => return StoreError::Migration(error),
    };
    match StoreError::from(said) {
        StoreError::Engine(said) => StoreError::Migration(MigrateError::Execute(said)),
        known => known,
    }
}

/// What is acknowledged survives a power cut (FULL); what is deleted is overwritten, also in a log
/// that begins anew; nothing readable goes to a temporary file.
fn sqlite_options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(4))
        .row_buffer_size(ROWS)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("temp_store", "MEMORY")
        .pragma("journal_size_limit", "0")
}

/// Older libraries than 3.51.3 can damage a write-ahead log that two connections share.
async fn assert_engine(pool: &sqlx::SqlitePool) -> Result<(), StoreError> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(pool)
        .await?;
    if recent_enough(&version) {
        Ok(())
    } else {
        Err(StoreError::OldEngine)
    }
}

fn recent_enough(version: &str) -> bool {
    let mut parts = version
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= (3, 51, 3)
}

/// Takes the lock of a data folder for as long as the file lives.
///
/// # Errors
/// [`StoreError::Locked`] when another process holds it, [`StoreError::Folder`] when the folder
/// cannot be written.
pub fn lock_folder(folder: &Path) -> Result<File, StoreError> {
    let file = private::file()
        .create(true)
        .truncate(false)
        .write(true)
        .open(folder.join("onthaal.lock"))
        .map_err(StoreError::Folder)?;
    match FileExt::try_lock(&file) {
        Ok(()) => Ok(file),
        Err(fs4::TryLockError::WouldBlock) => Err(StoreError::Locked),
        Err(fs4::TryLockError::Error(error)) => Err(StoreError::Folder(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_can_damage_its_log_is_refused() {
        assert!(recent_enough("3.51.3") && recent_enough("3.52.0") && recent_enough("4.0"));
        assert!(!recent_enough("3.51.2") && !recent_enough("3.50.7") && !recent_enough(""));
    }

    #[test]
    fn a_data_folder_is_served_by_one_process() {
        let folder = tempfile::tempdir().unwrap();
        let first = lock_folder(folder.path()).unwrap();
        assert!(matches!(
            lock_folder(folder.path()),
            Err(StoreError::Locked)
        ));
        drop(first);
        assert!(lock_folder(folder.path()).is_ok());
    }
}
