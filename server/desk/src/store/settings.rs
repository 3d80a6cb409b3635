//! What the house sets in versions: the newest counts, the others stay.

use chrono::{DateTime, Utc};
use domain::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    VERSIONS = "SELECT version, value, at FROM setting WHERE centre_id = $1 AND key = $2
                ORDER BY version DESC LIMIT $3";
    WRITE = "INSERT INTO setting (id, centre_id, key, version, value, at)
             VALUES ($1, $2, $3, $4, $5, $6)";
}

/// One version of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub version: i64,
    /// What was set, in its canonical form.
    pub value: String,
    /// When.
    pub at: Instant,
}

#[derive(FromRow)]
struct Row {
    version: i64,
    value: String,
    at: DateTime<Utc>,
}

/// The newest versions of a setting, the newest first; none when it was never set.
///
/// # Errors
/// What the engine said.
pub async fn versions(
    scope: &mut impl Scope,
    key: &str,
    most: i64,
) -> Result<Vec<Version>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(VERSIONS)
        .bind(centre).bind(key).bind(most).fetch_all(c))?;
    let version = |row: Row| Version {
        version: row.version,
        value: row.value,
        at: Instant::from_utc(row.at),
    };
    Ok(rows.into_iter().map(version).collect())
}

/// Writes a version.
///
/// # Errors
/// [`StoreError::Taken`] when that version exists: somebody was first.
pub async fn write(tx: &mut Tx, id: Uuid, key: &str, version: &Version) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(WRITE)
            .bind(id)
            .bind(centre)
            .bind(key)
            .bind(version.version)
            .bind(&version.value)
            .bind(version.at.utc())
    )?;
    Ok(())
}
