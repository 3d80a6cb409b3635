//! Writing: a transaction that belongs to one centre, is spoilt by any refusal, and ends with the
//! rows that tell others what changed.

use std::time::Duration;

use domain::CentreId;
use sqlx::{Postgres, Sqlite, Transaction};
use tokio::time::Instant;

use super::{Conn, Db, Scope, StoreError, changes, timed, waking};
use crate::access::Permit;
use crate::bus::{Change, Topic};

/// An open transaction. Dropping it undoes everything.
pub struct Tx {
    centre: CentreId,
    inner: Inner,
    spoilt: bool,
    changes: Vec<Change>,
}

enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Opens a transaction for the permit's centre. On SQLite it takes the write lock at once:
    /// a transaction that reads first and writes later fails under load.
    ///
    /// # Errors
    /// [`StoreError::TimedOut`] or [`StoreError::Unreachable`] when no connection is free.
    pub async fn begin(&self, permit: &Permit) -> Result<Tx, StoreError> {
        self.open(permit.centre()).await
    }

    /// Opens a transaction for the audit trail, whose rows name their own centres. What was denied
    /// has no permit, and must be written all the same.
    pub(super) async fn begin_unbound(&self) -> Result<Tx, StoreError> {
        self.open(CentreId::from_uuid(uuid::Uuid::nil())).await
    }

    async fn open(&self, centre: CentreId) -> Result<Tx, StoreError> {
        let inner = match self {
            Self::Sqlite { write, .. } => {
                Inner::Sqlite(timed(write.begin_with("BEGIN IMMEDIATE")).await?)
            }
            #[expect(clippy::disallowed_methods, reason = "this is the one place that may")]
            Self::Postgres(pool) => Inner::Postgres(timed(pool.begin()).await?),
        };
        Ok(Tx {
            centre,
            inner,
            spoilt: false,
            changes: Vec::new(),
        })
    }
}

impl Scope for Tx {
    fn centre(&self) -> CentreId {
        self.centre
    }

    fn conn(&mut self) -> Conn<'_> {
        match &mut self.inner {
            Inner::Sqlite(tx) => Conn::Sqlite(&mut *tx),
            Inner::Postgres(tx) => Conn::Postgres(&mut *tx),
        }
    }

    /// After a caught refusal SQLite would still store half of the work, and PostgreSQL would
    /// report a success that stored nothing. So any error spoils the transaction on both.
    fn witness<T>(&mut self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        self.spoilt |= outcome.is_err();
        outcome
    }
}

impl Tx {
    /// Notes what this transaction changes; it is told to others once it is stored.
    pub fn touch(&mut self, topic: Topic, row: uuid::Uuid) {
        self.changes.push(Change {
            centre: self.centre,
            topic,
            row,
        });
    }

    /// Stores everything, with one row for each thing that changed; gives those with their numbers.
    ///
    /// # Errors
    /// [`StoreError::Spoilt`] after any earlier error; else what the engine said. Nothing is stored
    /// then, except that after [`StoreError::TimedOut`] nobody knows.
    pub async fn commit(mut self) -> Result<Vec<(i64, Change)>, StoreError> {
        if self.spoilt {
            return Err(StoreError::Spoilt);
        }
        let mut told = Vec::new();
        for change in std::mem::take(&mut self.changes) {
            told.push((changes::append(&mut self, change).await?, change));
        }
        if !told.is_empty() {
            waking::call(&mut self).await?;
        }
        match self.inner {
            Inner::Sqlite(tx) => timed(tx.commit()).await?,
            Inner::Postgres(tx) => timed(tx.commit()).await?,
        }
        Ok(told)
    }
}

/// An error that may go away when the same work is done again.
pub trait Passing {
    /// Whether two transactions only stood in each other's way.
    fn passes(&self) -> bool;
}

impl Passing for StoreError {
    fn passes(&self) -> bool {
        matches!(self, Self::Again(_))
    }
}

/// How long the same work may be tried again. Whoever waited longer waits for somebody who will not
/// be done soon, and is told so.
const TRIED_WITHIN: Duration = Duration::from_secs(2);

/// Does the same work up to three more times when two transactions stood in each other's way. The
/// work must open its own transaction each time.
///
/// # Errors
/// The first error that does not pass, or the last one.
pub async fn again<T, E, F>(mut work: impl FnMut() -> F) -> Result<T, E>
where
    E: Passing,
    F: Future<Output = Result<T, E>>,
{
    let began = Instant::now();
    for _ in 0..3 {
        match work().await {
            Err(error) if error.passes() && began.elapsed() < TRIED_WITHIN => {}
            outcome => return outcome,
        }
    }
    work().await
}
