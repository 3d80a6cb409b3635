//! PostgreSQL as an archive: a snapshot that its own tools share, how they reach a database, and the
//! databases that an archive is put back into. SQLite has nothing of this.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::Secret;
use sqlx::postgres::{PgConnection, PgPoolOptions};
use sqlx::{ConnectOptions, Postgres, Transaction};

use super::{Db, StoreError, timed};

/// How many connections something on trial gets.
const FEW: u32 = 4;
/// How long to wait for one.
const ACQUIRE: Duration = Duration::from_secs(3);

/// Everything is read as it was at one moment, however long that takes.
const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const EXPORTED: &str = "SELECT pg_export_snapshot()";
/// A count of each table; the name of a table cannot be bound, so the engine writes the question.
const COUNTED: &str = "SELECT c.relname::text, (xpath('/row/n/text()', query_to_xml(
        format('SELECT COUNT(*) AS n FROM %s', c.oid::regclass), false, true, '')))[1]::text::bigint
    FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND c.relname <> 'onthaal_restoring'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')";
const FILLED: &str = "SELECT COUNT(*) FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')";
/// The sign of a house that is not whole yet: nothing serves it while it is there.
const MARK: &str = "CREATE TABLE IF NOT EXISTS onthaal_restoring ()";
const UNMARK: &str = "DROP TABLE IF EXISTS onthaal_restoring";
const MARKED: &str = "SELECT to_regclass('onthaal_restoring') IS NOT NULL";
const CLEAR: &str = "DO $$ DECLARE one RECORD; BEGIN
    FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
            AND c.relname <> 'onthaal_restoring'
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    LOOP EXECUTE format('DROP TABLE %s CASCADE', one.name); END LOOP;
    END $$";
/// One program at a time; the engine lets go when the connection ends, however that happens.
const ALONE: &str = "SELECT pg_try_advisory_lock($1)";
const FOLLOWED: &str = "SELECT current_setting('archive_mode') <> 'off'
    OR EXISTS (SELECT 1 FROM pg_stat_replication)";
const LIKE: &str = "SELECT datname::text FROM pg_database WHERE starts_with(datname::text, $1)";

/// A snapshot of one database that other connections can look at too, while this lives.
pub struct Snapshot {
    tx: Transaction<'static, Postgres>,
    name: String,
}

/// How the tools of PostgreSQL reach a database: by variables of their environment, where nobody else
/// sees the password.
pub struct Reach {
    /// The name of the database.
    pub database: String,
    /// Host, port, user, and how the way is protected.
    pub ways: Vec<(&'static str, String)>,
    /// The password, where there is one.
    pub password: Option<Secret<String>>,
}

/// What only one program at a time does.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    /// Making a whole.
    Backup = 0x6f6e_7401,
    /// Trying one.
    Drill = 0x6f6e_7402,
}

/// The right to be the only one, while it lives.
pub struct Alone {
    _conn: PgConnection,
}

impl Snapshot {
    /// Begins a snapshot.
    ///
    /// # Errors
    /// What the engine said; SQLite has none to share.
    pub async fn begin(db: &Db) -> Result<Self, StoreError> {
        let Db::Postgres(pool) = db else {
            return Err(StoreError::Inconsistent);
        };
        let mut tx = timed(pool.begin_with(SNAPSHOT)).await?;
        let name = timed(sqlx::query_scalar(EXPORTED).fetch_one(&mut *tx)).await?;
        Ok(Self { tx, name })
    }

    /// The name by which another connection sees the same.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many rows each table has. It reads every table, so it has no limit.
    ///
    /// # Errors
    /// What the engine said.
    pub async fn rows(&mut self) -> Result<BTreeMap<String, i64>, StoreError> {
        let rows: Vec<(String, i64)> = sqlx::query_as(COUNTED).fetch_all(&mut *self.tx).await?;
        Ok(rows.into_iter().collect())
    }
}

impl Db {
    /// How the tools of PostgreSQL reach this database; none on SQLite.
    #[must_use]
    pub fn reach(&self) -> Option<Reach> {
        let Self::Postgres(pool) = self else {
            return None;
        };
        let options = pool.connect_options();
        let url = options.to_url_lossy();
        let socket = options.get_socket().map(|path| path.display().to_string());
        let user = options.get_username();
        let mut ways = vec![
            (
                "PGHOST",
                socket.unwrap_or_else(|| options.get_host().to_owned()),
            ),
            ("PGPORT", options.get_port().to_string()),
            ("PGUSER", user.to_owned()),
        ];
        ways.extend(url.query_pairs().filter_map(|(name, value)| {
            let known = SECURED.iter().find(|(known, _)| *known == name)?;
            Some((known.1, value.into_owned()))
        }));
        Some(Reach {
            database: options.get_database().unwrap_or(user).to_owned(),
            ways,
            password: url.password().map(|written| Secret::new(plain(written))),
        })
    }
}

/// What an address says about the protection of the way, and the variables of the same meaning.
const SECURED: [(&str, &str); 4] = [
    ("sslmode", "PGSSLMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
];

/// A part of an address without its percent signs.
fn plain(written: &str) -> String {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let two = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let meant = two.and_then(|two| u8::from_str_radix(two, 16).ok());
        if let (b'%', Some(meant)) = (first, meant) {
            bytes.push(meant);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Opens another database of the same server.
///
/// # Errors
/// [`StoreError::Unreachable`].
pub async fn open_beside(db: &Db, name: &str) -> Result<Db, StoreError> {
    let Db::Postgres(pool) = db else {
        return Err(StoreError::Inconsistent);
    };
    let options = pool.connect_options().as_ref().clone().database(name);
    let own = PgPoolOptions::new()
        .max_connections(FEW)
        .acquire_timeout(ACQUIRE);
    Ok(Db::Postgres(own.connect_with(options).await?))
}

/// Whether what is stored after a backup is kept elsewhere too: in an archive of the log, or by
/// another server that follows.
///
/// # Errors
/// What the engine said.
pub async fn is_followed(db: &Db) -> Result<bool, StoreError> {
    match db {
        Db::Sqlite { .. } => Ok(true),
        Db::Postgres(pool) => timed(sqlx::query_scalar(FOLLOWED).fetch_one(pool)).await,
    }
}

/// Whether there is nothing in a database.
///
/// # Errors
/// What the engine said.
pub async fn is_empty(db: &Db) -> Result<bool, StoreError> {
    let Db::Postgres(pool) = db else {
        return Err(StoreError::Inconsistent);
    };
    let filled: i64 = timed(sqlx::query_scalar(FILLED).fetch_one(pool)).await?;
    Ok(filled == 0)
}

/// Whether putting back was cut off half-way here.
///
/// # Errors
/// What the engine said.
pub async fn is_marked(db: &Db) -> Result<bool, StoreError> {
    match db {
        Db::Sqlite { .. } => Ok(false),
        Db::Postgres(pool) => timed(sqlx::query_scalar(MARKED).fetch_one(pool)).await,
    }
}

/// Says that what comes now is not whole yet.
///
/// # Errors
/// What the engine said.
pub async fn mark(db: &Db) -> Result<(), StoreError> {
    let Db::Postgres(pool) = db else {
        return Err(StoreError::Inconsistent);
    };
    timed(sqlx::query(MARK).execute(pool)).await.map(drop)
}

/// Says that everything is there.
///
/// # Errors
/// What the engine said.
pub async fn unmark(db: &Db) -> Result<(), StoreError> {
    let Db::Postgres(pool) = db else {
        return Err(StoreError::Inconsistent);
    };
    timed(sqlx::query(UNMARK).execute(pool)).await.map(drop)
}

/// Removes every table, but not the mark. Only for databases that were found empty.
///
/// # Errors
/// What the engine said.
pub async fn clear(db: &Db) -> Result<(), StoreError> {
    let Db::Postgres(pool) = db else {
        return Err(StoreError::Inconsistent);
    };
    sqlx::query(CLEAR).execute(pool).await?;
    Ok(())
}

/// The databases of the server whose names begin like this.
///
/// # Errors
/// What the engine said.
pub async fn named(db: &Db, start: &str) -> Result<Vec<String>, StoreError> {
    let Db::Postgres(pool) = db else {
        return Ok(Vec::new());
    };
    timed(sqlx::query_scalar(LIKE).bind(start).fetch_all(pool)).await
}

/// Takes the right to be the only one; none when another program has it.
///
/// # Errors
/// What the engine said.
pub async fn alone(db: &Db, work: Work) -> Result<Option<Alone>, StoreError> {
    let Db::Postgres(pool) = db else {
        return Err(StoreError::Inconsistent);
    };
    let options = pool.connect_options();
    let mut conn = timed(options.connect()).await?;
    let mine = sqlx::query_scalar(ALONE).bind(work as i64);
    let mine: bool = timed(mine.fetch_one(&mut conn)).await?;
    Ok(mine.then_some(Alone { _conn: conn }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_of_an_address_reads_as_it_was_typed() {
        assert_eq!(plain("p%40ss%25word%C3%A9"), "p@ss%wordé");
        assert_eq!(plain("%"), "%");
    }
}
