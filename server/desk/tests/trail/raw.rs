//! Somebody who can write to the database itself, with no rule of it in the way.

use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use uuid::Uuid;

/// A connection past the program.
pub enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    pub async fn open(url: &str) -> Self {
        let mut raw = if url.starts_with("sqlite:") {
            Self::Sqlite(SqliteConnection::connect(url).await.unwrap())
        } else {
            Self::Postgres(PgConnection::connect(url).await.unwrap())
        };
        let free = match raw {
            Self::Sqlite(_) => "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF",
            Self::Postgres(_) => "SET session_replication_role = replica",
        };
        raw.run(free).await;
        raw
    }

    /// Runs statements and gives how many rows they changed.
    pub async fn run(&mut self, sql: &str) -> u64 {
        let script = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(conn) => script.execute(conn).await.expect(sql).rows_affected(),
            Self::Postgres(conn) => script.execute(conn).await.expect(sql).rows_affected(),
        }
    }

    pub async fn number(&mut self, sql: &str) -> i64 {
        let query = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(conn) => query.fetch_one(conn).await.expect(sql),
            Self::Postgres(conn) => {
                let query = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
                query.fetch_one(conn).await.expect(sql)
            }
        }
    }

    pub fn id(&self, id: Uuid) -> String {
        match self {
            Self::Sqlite(_) => format!("X'{}'", id.simple()),
            Self::Postgres(_) => format!("'{id}'::uuid"),
        }
    }

    pub fn bytes(&self, bytes: &[u8]) -> String {
        let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let hex = hex.concat();
        match self {
            Self::Sqlite(_) => format!("X'{hex}'"),
            Self::Postgres(_) => format!("'\\x{hex}'::bytea"),
        }
    }

    pub fn second(&self, second: u64) -> String {
        match self {
            Self::Sqlite(_) => format!("'2026-03-11T10:00:{second:02}+00:00'"),
            Self::Postgres(_) => format!("'2026-03-11 10:00:{second:02}+00'::timestamptz"),
        }
    }
}
