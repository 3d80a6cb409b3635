//! The rows that belong to the root secret and to no centre: what the keystore is founded on, the
//! versions of the recipients' own keys, and the root secret wrapped for people.

use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

use crate::seal::Recipient;
use crate::store::fits::{Fits, Side};
use crate::store::{Db, StoreError, statements, timed};

statements! {
    FOUND = "INSERT INTO keystore (id, check_value, link_ver, min_reader, min_writer)
        VALUES ($1, $2, 1, $3, $4)";
    FITS = "SELECT min_reader, min_writer FROM keystore";
    RAISE = "UPDATE keystore SET
        min_reader = CASE WHEN min_reader < $1 THEN $1 ELSE min_reader END,
        min_writer = CASE WHEN min_writer < $2 THEN $2 ELSE min_writer END";
    FOUNDATION = "SELECT check_value, link_ver FROM keystore WHERE id = $1";
    VERSIONS = "SELECT recipient_kind, recipient_id, MAX(version) AS version FROM kek
        GROUP BY recipient_kind, recipient_id";
    KEEP = "INSERT INTO root_wrap (id, method, holder, scheme, salt, sealed, recipient)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    KEPT = "SELECT id, method, holder, scheme, salt, sealed, recipient FROM root_wrap
        WHERE method = $1 ORDER BY holder, id";
    DROP = "DELETE FROM root_wrap WHERE method = $1 AND id <> $2 AND id <> $3";
}

/// Runs a statement that belongs to no centre on whichever engine it is.
macro_rules! on_keystore {
    ($db:expr, $side:ident, $pool:ident => $query:expr) => {
        timed(async {
            match $db {
                Db::Sqlite { $side: $pool, .. } => $query.await,
                Db::Postgres($pool) => $query.await,
            }
        })
        .await
    };
}

/// What a keystore is founded on: the check value of its root secret and the version of its links.
///
/// # Errors
/// What the engine said.
pub async fn foundation(keys: &Db) -> Result<Option<(Vec<u8>, i64)>, StoreError> {
    on_keystore!(keys, read, pool =>
        sqlx::query_as(FOUNDATION).bind(Uuid::nil()).fetch_optional(pool))
}

/// Which programs may use the keystore; nothing before it is founded.
pub(crate) async fn fits(keys: &Db) -> Result<Option<Fits>, StoreError> {
    on_keystore!(keys, read, pool => sqlx::query_as(FITS).fetch_optional(pool))
}

/// Shuts out the programs before these.
pub(crate) async fn raise(keys: &Db, fits: Fits) -> Result<(), StoreError> {
    on_keystore!(keys, write, pool => async {
        let query = sqlx::query(RAISE).bind(fits.min_reader).bind(fits.min_writer);
        query.execute(pool).await.map(drop)
    })
}

/// Founds a keystore on a root secret.
///
/// # Errors
/// [`StoreError::Taken`] when it was founded before.
pub async fn found(keys: &Db, check_value: &[u8]) -> Result<(), StoreError> {
    on_keystore!(keys, write, pool => async {
        let fits = Side::Keys.fits();
        let query = sqlx::query(FOUND).bind(Uuid::nil()).bind(check_value);
        let query = query.bind(fits.min_reader).bind(fits.min_writer);
        query.execute(pool).await.map(drop)
    })
}

/// The newest version of each recipient's own key that is not the first.
///
/// # Errors
/// What the engine said.
pub async fn versions(keys: &Db) -> Result<Vec<(Recipient, i64)>, StoreError> {
    let rows: Vec<(String, Uuid, i64)> =
        on_keystore!(keys, read, pool => sqlx::query_as(VERSIONS).fetch_all(pool))?;
    Ok(rows
        .into_iter()
        .filter_map(|(kind, id, version)| Some((Recipient::stored(&kind, id)?, version)))
        .collect())
}

/// The root secret, wrapped for somebody.
#[derive(Clone, Debug, PartialEq, Eq, FromRow, Serialize, Deserialize)]
pub struct Kept {
    /// Its id.
    pub id: Uuid,
    /// What opens it: `passphrase` or `sheet`.
    pub method: String,
    /// The number of the person who holds what opens it.
    pub holder: i64,
    /// How the wrapping key is made of what the holder brings.
    pub scheme: i64,
    /// Random bytes that go into that.
    pub salt: Vec<u8>,
    /// The wrapped root secret.
    pub sealed: Vec<u8>,
    /// To whom backups are encrypted, for the holder of a code.
    pub recipient: Option<String>,
}

/// Keeps a wrapped root secret.
///
/// # Errors
/// What the engine said.
pub async fn keep(keys: &Db, kept: &Kept) -> Result<(), StoreError> {
    on_keystore!(keys, write, pool => async {
        let query = sqlx::query(KEEP).bind(kept.id).bind(&kept.method[..]).bind(kept.holder);
        let query = query.bind(kept.scheme).bind(&kept.salt[..]).bind(&kept.sealed[..]);
        let query = query.bind(kept.recipient.as_deref());
        query.execute(pool).await.map(drop)
    })
}

/// The wrapped root secrets that one method opens.
///
/// # Errors
/// What the engine said.
pub async fn kept(keys: &Db, method: &str) -> Result<Vec<Kept>, StoreError> {
    on_keystore!(keys, read, pool => sqlx::query_as(KEPT).bind(method).fetch_all(pool))
}

/// Drops what one method opened before, except the two that replace it.
///
/// # Errors
/// What the engine said.
pub async fn drop_others(keys: &Db, method: &str, new: [Uuid; 2]) -> Result<(), StoreError> {
    on_keystore!(keys, write, pool => async {
        let query = sqlx::query(DROP).bind(method).bind(new[0]).bind(new[1]);
        query.execute(pool).await.map(drop)
    })
}
