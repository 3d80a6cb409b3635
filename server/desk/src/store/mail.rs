//! The mail server of a centre, sealed, and how it does.

use domain::Instant;
use domain::mail::Fault;
use sqlx::FromRow;

use super::{Scope, StoreError, Tx, on, outbox, run, statements};

statements! {
    SERVER = "SELECT sealed, rev, down_since, fault, failures, rest_until FROM mail_server
        WHERE centre_id = $1";
    FIRST = "INSERT INTO mail_server (centre_id, sealed, rev, failures) VALUES ($1, $2, 1, 0)
        ON CONFLICT (centre_id) DO NOTHING";
    CHANGE = "UPDATE mail_server SET sealed = $2, rev = rev + 1, down_since = NULL, fault = NULL,
            failures = 0, rest_until = NULL
        WHERE centre_id = $1 AND rev = $3";
    DOWN = "UPDATE mail_server SET down_since = COALESCE(down_since, $2), fault = $3,
            failures = failures + 1, rest_until = $4
        WHERE centre_id = $1";
    UP = "UPDATE mail_server SET down_since = NULL, fault = NULL, failures = 0, rest_until = NULL
        WHERE centre_id = $1 AND (down_since IS NOT NULL OR rest_until IS NOT NULL)";
}

/// The mail server of a centre, as it is stored.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Where and as whom, sealed.
    pub sealed: Vec<u8>,
    /// How often it was changed.
    pub rev: i64,
    /// How it does.
    pub health: Health,
}

/// How a mail server does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Since when nothing goes out by it; nothing while it works.
    pub down: Option<Instant>,
    /// Why.
    pub fault: Option<Fault>,
    /// How often in a row it did not work.
    pub failures: i64,
    /// Until when it is left alone.
    pub rest: Option<Instant>,
}

#[derive(FromRow)]
struct Row {
    sealed: Vec<u8>,
    rev: i64,
    down_since: Option<chrono::DateTime<chrono::Utc>>,
    fault: Option<String>,
    failures: i64,
    rest_until: Option<chrono::DateTime<chrono::Utc>>,
}

/// The mail server of the centre.
///
/// # Errors
/// What the engine said.
pub async fn server(scope: &mut impl Scope) -> Result<Option<Stored>, StoreError> {
    let centre = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(SERVER).bind(centre).fetch_optional(c))?;
    row.map(|row| {
        Ok(Stored {
            sealed: row.sealed,
            rev: row.rev,
            health: Health {
                down: row.down_since.map(Instant::from_utc),
                fault: outbox::fault(row.fault.as_deref())?,
                failures: row.failures,
                rest: row.rest_until.map(Instant::from_utc),
            },
        })
    })
    .transpose()
}

/// Stores the mail server over the revision that was shown, 0 for the first time; it counts as
/// working. `false` when somebody else changed it meanwhile.
///
/// # Errors
/// What the engine said.
pub async fn save(tx: &mut Tx, sealed: &[u8], rev: i64) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let saved = if rev == 0 {
        run!(tx, sqlx::query(FIRST).bind(centre).bind(sealed))?
    } else {
        run!(tx, sqlx::query(CHANGE).bind(centre).bind(sealed).bind(rev))?
    };
    Ok(saved == 1)
}

/// It did not work: it rests until then.
///
/// # Errors
/// What the engine said.
pub async fn down(tx: &mut Tx, now: Instant, why: Fault, rest: Instant) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(DOWN)
            .bind(centre)
            .bind(now.utc())
            .bind(why.code())
            .bind(rest.utc())
    )?;
    Ok(())
}

/// It works; `false` when it did before.
///
/// # Errors
/// What the engine said.
pub async fn up(tx: &mut Tx) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    Ok(run!(tx, sqlx::query(UP).bind(centre))? == 1)
}
