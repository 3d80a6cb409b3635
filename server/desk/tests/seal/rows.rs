//! Rows and counts that the tests write and read behind the program's back.

use desk::store::{Conn, Db, Scope, Tx};
use domain::Instant;
use sqlx::{AssertSqlSafe, Executor, SqlStr};
use uuid::Uuid;

/// Runs a statement of a test on a database, whichever engine it is.
pub async fn run(db: &Db, statement: &'static str) -> u64 {
    match db {
        Db::Sqlite { write, .. } => write.execute(statement).await.unwrap().rows_affected(),
        Db::Postgres(pool) => pool.execute(statement).await.unwrap().rows_affected(),
    }
}

/// Counts on a database, whichever engine it is.
pub async fn count(db: &Db, statement: &'static str) -> i64 {
    match db {
        Db::Sqlite { write, .. } => sqlx::query_scalar(statement).fetch_one(write).await,
        Db::Postgres(pool) => sqlx::query_scalar(statement).fetch_one(pool).await,
    }
    .unwrap()
}

/// A centre for grants to belong to.
pub async fn add_centre(db: &Db, id: Uuid) {
    let statement = "INSERT INTO centre (id, slug, name, zone, language, address, profile, rev)
        VALUES ($1, $2, 'De Linde', 'Europe/Brussels', 'nl', 'u', 'VL', 1)";
    let slug = id.simple().to_string();
    match db {
        Db::Sqlite { write, .. } => {
            sqlx::query(statement)
                .bind(id)
                .bind(slug)
                .execute(write)
                .await
                .unwrap();
        }
        Db::Postgres(pool) => {
            sqlx::query(statement)
                .bind(id)
                .bind(slug)
                .execute(pool)
                .await
                .unwrap();
        }
    }
}

/// Writes or replaces the sealed identity of a record.
pub async fn put_record(tx: &mut Tx, id: [u8; 16], blob: &[u8]) {
    let statement = "INSERT INTO record (id, centre_id, identity, contact, created_at, rev)
        VALUES ($1, $2, $3, $3, $4, 1) ON CONFLICT (id) DO UPDATE SET identity = $3";
    let (id, centre) = (Uuid::from_bytes(id), tx.centre().uuid());
    let at = Instant::from_unix(0).utc();
    match tx.conn() {
        Conn::Sqlite(conn) => {
            let query = sqlx::query(statement)
                .bind(id)
                .bind(centre)
                .bind(blob)
                .bind(at);
            query.execute(conn).await.unwrap();
        }
        Conn::Postgres(conn) => {
            let query = sqlx::query(statement)
                .bind(id)
                .bind(centre)
                .bind(blob)
                .bind(at);
            query.execute(conn).await.unwrap();
        }
    }
}

/// The sealed identity of the only record, if there is one.
pub async fn record_blob(db: &Db) -> Option<Vec<u8>> {
    let statement = "SELECT identity FROM record";
    match db {
        Db::Sqlite { write, .. } => sqlx::query_scalar(statement).fetch_optional(write).await,
        Db::Postgres(pool) => sqlx::query_scalar(statement).fetch_optional(pool).await,
    }
    .unwrap()
}

/// Has the engine read a statement without running it.
pub async fn prepare(db: &Db, sql: &'static str) -> Result<(), sqlx::Error> {
    match db {
        Db::Sqlite { write, .. } => write.prepare(SqlStr::from_static(sql)).await.map(drop),
        Db::Postgres(pool) => pool.prepare(SqlStr::from_static(sql)).await.map(drop),
    }
}

/// How SQLite finds the rows of a statement.
pub async fn plan(db: &Db, sql: &str) -> String {
    let Db::Sqlite { write, .. } = db else {
        panic!("only SQLite tells it in these words");
    };
    let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
    let steps: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(explained).fetch_all(write).await.unwrap();
    let steps: Vec<String> = steps.into_iter().map(|step| step.3).collect();
    steps.join("; ")
}
