//! SQLite as a file: a snapshot that stays while its pages are copied, and folding the write-ahead
//! log into the file at a moment that is chosen. PostgreSQL has nothing of this.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{Sqlite, SqliteConnection};
use sqlx::{Connection, Transaction};

use super::{Db, StoreError, timed};

/// Reading anything begins the snapshot.
const SEEN: &str = "SELECT COUNT(*) FROM sqlite_schema";
const BEGIN: &str = "BEGIN";
const ROLLBACK: &str = "ROLLBACK";
/// The leaves of a table's tree hold one cell for each row.
const ROWS: &str = "SELECT s.name, CAST(COALESCE(SUM(d.ncell), 0) AS INTEGER) FROM sqlite_schema s
    JOIN dbstat d ON d.name = s.name
    WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite%' AND d.pagetype = 'leaf' GROUP BY s.name";
const FOLD: &str = "PRAGMA wal_checkpoint(RESTART)";
const AT_ONCE: &str = "PRAGMA busy_timeout = 0";
const PATIENT: &str = "PRAGMA busy_timeout = 4000";
const EMPTY: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
const WHOLE: &str = "PRAGMA integrity_check";

/// A snapshot that nothing is folded over while it lives: whatever was in the log when it began stays
/// there, or is in the file and stays as it is.
pub struct Pin {
    conn: SqliteConnection,
}

/// Nobody in any process writes while it lives.
pub struct Hold {
    _tx: Transaction<'static, Sqlite>,
}

/// Nobody in this process writes while it lives.
pub struct Still {
    conn: PoolConnection<Sqlite>,
}

impl Db {
    /// The file of the rows; none on PostgreSQL.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Sqlite { read, .. } => Some(read.connect_options().get_filename().to_owned()),
            Self::Postgres(_) => None,
        }
    }
}

impl Hold {
    /// Waits for whoever writes, and lets nobody begin.
    ///
    /// # Errors
    /// What the engine said; PostgreSQL cannot be held.
    pub async fn writers(db: &Db) -> Result<Self, StoreError> {
        let Db::Sqlite { write, .. } = db else {
            return Err(StoreError::Inconsistent);
        };
        let tx = timed(write.begin_with("BEGIN IMMEDIATE")).await?;
        Ok(Self { _tx: tx })
    }
}

impl Still {
    /// Waits for whoever writes in this process, and lets nobody begin.
    ///
    /// # Errors
    /// What the engine said; PostgreSQL cannot be held.
    pub async fn of(db: &Db) -> Result<Self, StoreError> {
        let Db::Sqlite { write, .. } = db else {
            return Err(StoreError::Inconsistent);
        };
        let conn = write.acquire().await?;
        Ok(Self { conn })
    }
}

impl Pin {
    /// Begins a snapshot on a connection of its own.
    ///
    /// # Errors
    /// What the engine said; PostgreSQL has no pages to pin.
    pub async fn begin(db: &Db) -> Result<Self, StoreError> {
        let Db::Sqlite { read, .. } = db else {
            return Err(StoreError::Inconsistent);
        };
        let options = read.connect_options();
        let mut conn = timed(SqliteConnection::connect_with(&options)).await?;
        timed(sqlx::query(BEGIN).execute(&mut conn)).await?;
        timed(sqlx::query(SEEN).execute(&mut conn)).await?;
        Ok(Self { conn })
    }

    /// How many rows each table has in the snapshot. It reads every page, so it has no limit.
    ///
    /// # Errors
    /// What the engine said.
    pub async fn rows(&mut self) -> Result<BTreeMap<String, i64>, StoreError> {
        let rows: Vec<(String, i64)> = sqlx::query_as(ROWS).fetch_all(&mut self.conn).await?;
        Ok(rows.into_iter().collect())
    }

    /// Whether SQLite finds nothing wrong with the file. It reads every page, so it has no limit.
    ///
    /// # Errors
    /// What the engine said.
    pub async fn is_whole(&mut self) -> Result<bool, StoreError> {
        let said: String = sqlx::query_scalar(WHOLE).fetch_one(&mut self.conn).await?;
        Ok(said == "ok")
    }

    /// Folds the log into the file, so that it begins anew, and begins the next snapshot. Gives how
    /// many frames the log held then: more than were read when another process wrote meanwhile.
    ///
    /// # Errors
    /// What the engine said.
    pub async fn fold(&mut self, mut still: Still) -> Result<u64, StoreError> {
        timed(sqlx::query(ROLLBACK).execute(&mut self.conn)).await?;
        let folded: Result<(i64, i64, i64), StoreError> =
            timed(sqlx::query_as(FOLD).fetch_one(&mut *still.conn)).await;
        timed(sqlx::query(BEGIN).execute(&mut self.conn)).await?;
        timed(sqlx::query(SEEN).execute(&mut self.conn)).await?;
        let (_, frames, _) = folded?;
        Ok(frames.max(0).unsigned_abs())
    }

    /// Ends the snapshot.
    pub async fn end(self) {
        // The snapshot is over either way; closing only says so in order.
        let _closed = self.conn.close().await;
    }
}

/// Folds the log into the file and empties it, so that what was deleted is in neither. Gives whether
/// that was done: whoever reads at the moment is not waited for, and a backup that follows the log
/// does it itself. PostgreSQL has no such log.
///
/// # Errors
/// What the engine said.
pub async fn empty_log(db: &Db) -> Result<bool, StoreError> {
    let Db::Sqlite { write, .. } = db else {
        return Ok(true);
    };
    let mut conn = write.acquire().await?;
    timed(sqlx::query(AT_ONCE).execute(&mut *conn)).await?;
    let emptied: Result<(i64, i64, i64), StoreError> =
        timed(sqlx::query_as(EMPTY).fetch_one(&mut *conn)).await;
    timed(sqlx::query(PATIENT).execute(&mut *conn)).await?;
    Ok(emptied?.0 == 0)
}

/// A database file for reading its pages. It stays open as long as the process: by the rules of the
/// operating system closing it would drop the locks of every connection of this process, and another
/// process could take the log away from under them.
///
/// # Errors
/// What the disk said.
pub fn kept_open(path: &Path) -> io::Result<Arc<File>> {
    static FILES: OnceLock<Mutex<HashMap<PathBuf, Arc<File>>>> = OnceLock::new();
    let files = FILES.get_or_init(Mutex::default);
    let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(file) = files.get(path) {
        return Ok(file.clone());
    }
    let file = Arc::new(File::open(path)?);
    files.insert(path.to_owned(), file.clone());
    Ok(file)
}
