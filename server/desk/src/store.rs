//! The two engines behind one SQL text. A [`Db`] is one of them; a [`Tx`] is the only way to write
//! and a [`Look`] the only way to read, and both exist only with a [`Permit`], whose centre every
//! statement binds. Statements are constants in `store/<noun>.rs`; nothing outside names sqlx.

use std::time::Duration;

use domain::CentreId;
use sqlx::{PgConnection, PgPool, SqliteConnection, SqlitePool};

use crate::access::Permit;

mod errors;
mod every;
mod fits;
mod flow;
mod open;
mod turn;
mod tx;

pub mod attempts;
pub mod audit;
pub mod backups;
pub mod centre;
pub mod changes;
pub mod colleagues;
pub mod credentials;
pub mod days;
pub mod denials;
pub mod drafts;
pub mod dumps;
pub mod duties;
pub mod erasures;
pub mod exports;
pub mod grants;
pub mod holds;
pub mod imports;
pub mod invites;
pub mod key_ends;
pub mod keys;
pub mod ledger;
pub mod mail;
pub mod occupancy;
pub mod organisations;
pub mod outbox;
pub mod pages;
pub mod pairs;
pub mod people;
pub mod pieces;
pub mod places;
pub mod repeats;
pub mod retention;
pub mod role_notices;
pub mod rooms;
pub mod same_as;
pub mod searches;
pub mod services;
pub mod sessions;
pub mod settings;
pub mod staff;
pub mod unlinkings;
pub mod visits;
pub mod vouches;
pub mod waking;
pub mod workstations;

pub use errors::{Guard, StoreError};
pub use every::ALL_STATEMENTS;
pub use open::{Engine, lock_folder};
pub use tx::{Passing, Tx, again};

/// How long a single statement may take before the caller gives up. A frozen server would
/// otherwise hold every request for ever.
pub const STATEMENT_LIMIT: Duration = Duration::from_secs(5);

/// One of the two engines, opened and migrated.
#[derive(Clone, Debug)]
pub enum Db {
    /// SQLite: one connection that writes, several that read.
    Sqlite {
        /// The one connection that writes: writers wait for each other here, in order.
        write: SqlitePool,
        /// Connections that cannot write.
        read: SqlitePool,
    },
    /// PostgreSQL.
    Postgres(PgPool),
}

/// A connection of either engine, borrowed for one statement.
pub enum Conn<'c> {
    /// SQLite.
    Sqlite(&'c mut SqliteConnection),
    /// PostgreSQL.
    Postgres(&'c mut PgConnection),
}

/// Something a statement can run on, for one centre.
pub trait Scope: Send {
    /// The centre whose rows are meant; every statement on a centre's table binds it.
    fn centre(&self) -> CentreId;
    /// The connection.
    fn conn(&mut self) -> Conn<'_>;
    /// Sees the outcome of each statement; a transaction is spoilt by any error.
    ///
    /// # Errors
    /// The outcome's own.
    fn witness<T>(&mut self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        outcome
    }
}

/// Reading without a transaction: each statement sees what is committed at that moment.
pub struct Look {
    centre: CentreId,
    conn: LookConn,
}

enum LookConn {
    Sqlite(sqlx::pool::PoolConnection<sqlx::Sqlite>),
    Postgres(sqlx::pool::PoolConnection<sqlx::Postgres>),
}

impl Scope for Look {
    fn centre(&self) -> CentreId {
        self.centre
    }

    fn conn(&mut self) -> Conn<'_> {
        match &mut self.conn {
            LookConn::Sqlite(conn) => Conn::Sqlite(&mut *conn),
            LookConn::Postgres(conn) => Conn::Postgres(&mut *conn),
        }
    }
}

impl Db {
    /// Opens a connection for reading the rows of the permit's centre.
    ///
    /// # Errors
    /// [`StoreError::TimedOut`] or [`StoreError::Unreachable`] when no connection is free.
    pub async fn look(&self, permit: &Permit) -> Result<Look, StoreError> {
        let conn = match self {
            Self::Sqlite { read, .. } => LookConn::Sqlite(read.acquire().await?),
            Self::Postgres(pool) => LookConn::Postgres(pool.acquire().await?),
        };
        Ok(Look {
            centre: permit.centre(),
            conn,
        })
    }

    /// Which engine this is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite { .. } => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Whether the engine answers.
    ///
    /// # Errors
    /// What the engine said, or [`StoreError::TimedOut`].
    pub async fn ping(&self) -> Result<(), StoreError> {
        timed(async {
            match self {
                Self::Sqlite { read, .. } => sqlx::query("SELECT 1").execute(read).await.map(drop),
                Self::Postgres(pool) => sqlx::query("SELECT 1").execute(pool).await.map(drop),
            }
        })
        .await
    }

    /// Closes every connection; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// Runs a statement with the time limit every statement has.
pub(crate) async fn timed<T>(
    statement: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, StoreError> {
    match tokio::time::timeout(STATEMENT_LIMIT, statement).await {
        Ok(outcome) => outcome.map_err(StoreError::from),
        Err(_) => Err(StoreError::TimedOut),
    }
}

/// Runs one expression on whichever engine the scope is connected to. The expression is expanded
/// twice and type-checked once for each engine, so nothing needs bounds.
macro_rules! on {
    ($scope:expr, $conn:ident => $query:expr) => {{
        let outcome = $crate::store::timed(async {
            match $crate::store::Scope::conn($scope) {
                $crate::store::Conn::Sqlite($conn) => $query.await,
                $crate::store::Conn::Postgres($conn) => $query.await,
            }
        })
        .await;
        $crate::store::Scope::witness($scope, outcome)
    }};
}
pub(crate) use on;

/// Like [`on!`], for a query whose rows are met one by one as they come: a statement about a whole
/// centre may take longer than any other, and its rows would fill the memory.
macro_rules! each {
    ($scope:expr, $conn:ident => $rows:expr, $met:expr) => {{
        let outcome = match $crate::store::Scope::conn($scope) {
            $crate::store::Conn::Sqlite($conn) => $crate::store::flow::met($rows, $met).await,
            $crate::store::Conn::Postgres($conn) => $crate::store::flow::met($rows, $met).await,
        };
        $crate::store::Scope::witness($scope, outcome)
    }};
}
pub(crate) use each;

/// Like [`on!`], for a statement that changes rows: gives the number of rows it changed.
macro_rules! run {
    ($scope:expr, $query:expr) => {{
        let outcome = $crate::store::timed(async {
            match $crate::store::Scope::conn($scope) {
                $crate::store::Conn::Sqlite(conn) => {
                    $query.execute(conn).await.map(|done| done.rows_affected())
                }
                $crate::store::Conn::Postgres(conn) => {
                    $query.execute(conn).await.map(|done| done.rows_affected())
                }
            }
        })
        .await;
        $crate::store::Scope::witness($scope, outcome)
    }};
}
pub(crate) use run;

/// Declares the statements of one noun: constants, and the list that the tests prepare on both
/// engines.
macro_rules! statements {
    ($($name:ident = $sql:literal;)+) => {
        $(const $name: &str = $sql;)+

        /// Every statement of this file by name, for the test that prepares them on both engines.
        pub const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use statements;
