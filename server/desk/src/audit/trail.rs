//! The trail of one process: rows of changes go into their transaction, rows of reads to the one
//! writer that stores waiting rows together.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::role::Action;
use tokio::sync::Notify;
use uuid::Uuid;

use super::writer::Writer;
use super::{AuditError, Decision, Entry, Facts};
use crate::Desk;
use crate::access::{Actor, Permit};
use crate::seal::SealError;
use crate::store::{self, Db, StoreError, Tx};

/// How many new rows make a checkpoint due before its time.
const ROWS_PER_CHECKPOINT: u64 = 1_000;

/// The audit trail of this process.
pub struct Trail {
    chain: Uuid,
    writer: Mutex<State>,
    fresh: AtomicU64,
    due: Notify,
}

enum State {
    Unused,
    Running(Writer),
    Closed,
}

impl Trail {
    /// A trail on a chain that no other process writes. The chain begins with its first row.
    #[must_use]
    pub fn new(chain: [u8; 16]) -> Self {
        Self {
            chain: Uuid::from_bytes(chain),
            writer: Mutex::new(State::Unused),
            fresh: AtomicU64::new(0),
            due: Notify::new(),
        }
    }

    /// The chain this process writes.
    #[must_use]
    pub const fn chain(&self) -> Uuid {
        self.chain
    }

    /// Writes the row of a change, as the last statement of its transaction: on PostgreSQL the
    /// chain stays locked from here to the commit.
    ///
    /// # Errors
    /// What sealing or the engine said; the transaction can only be dropped then.
    pub async fn append(
        &self,
        tx: &mut Tx,
        permit: &Permit,
        entry: Entry,
        desk: &Desk,
    ) -> Result<(), StoreError> {
        let facts = Facts::of(desk, permit, entry).await.map_err(unsealed)?;
        store::audit::append(tx, self.chain, &[facts]).await?;
        self.grew(1);
        Ok(())
    }

    /// Writes the row of a read, a refusal or anything else that changes nothing, and waits until
    /// it is stored. Show nothing before this returns. On SQLite it must not be called while the
    /// caller holds a transaction: the two would wait for each other until the time limit.
    ///
    /// # Errors
    /// [`AuditError::Unwritable`]: then nothing may be shown.
    pub async fn witness(
        &self,
        desk: &Desk,
        permit: &Permit,
        entry: Entry,
    ) -> Result<(), AuditError> {
        let facts = Facts::of(desk, permit, entry).await;
        self.write(desk.db(), facts).await
    }

    /// Writes that somebody tried what the table of roles does not allow.
    ///
    /// # Errors
    /// [`AuditError::Unwritable`].
    pub async fn deny(&self, desk: &Desk, actor: &Actor, action: Action) -> Result<(), AuditError> {
        let entry = Entry::of("action", [0; 16]).decided(Decision::Denied);
        self.write(desk.db(), Facts::bare(desk, actor, action, &entry))
            .await
    }

    /// Stores what still waits and ends the writer. Later reads fail.
    pub async fn close(&self) {
        let before = {
            let mut state = self.state();
            std::mem::replace(&mut *state, State::Closed)
        };
        if let State::Running(writer) = before {
            writer.finish().await;
        }
    }

    /// How many rows of reads wait to be stored.
    #[must_use]
    pub fn waiting(&self) -> usize {
        match &*self.state() {
            State::Running(writer) => writer.waiting(),
            State::Unused | State::Closed => 0,
        }
    }

    /// Waits until so many rows were written that a checkpoint is due.
    pub(super) async fn due(&self) {
        self.due.notified().await;
    }

    async fn write(&self, db: &Db, facts: Result<Facts, SealError>) -> Result<(), AuditError> {
        let facts = facts.map_err(|_| AuditError::Unwritable)?;
        let line = self.line(db).ok_or(AuditError::Unwritable)?;
        line.write(facts).await?;
        self.grew(1);
        Ok(())
    }

    /// The way to the writer, which starts with the first row it is needed for.
    fn line(&self, db: &Db) -> Option<super::writer::Line> {
        let mut state = self.state();
        if matches!(*state, State::Unused) {
            *state = State::Running(Writer::start(db.clone(), self.chain));
        }
        match &*state {
            State::Running(writer) => Some(writer.line()),
            State::Unused | State::Closed => None,
        }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.writer
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn grew(&self, rows: u64) {
        let before = self.fresh.fetch_add(rows, Ordering::Relaxed);
        if before + rows >= ROWS_PER_CHECKPOINT {
            self.fresh.store(0, Ordering::Relaxed);
            self.due.notify_one();
        }
    }
}

fn unsealed(error: SealError) -> StoreError {
    match error {
        SealError::Store(error) => error,
        _ => StoreError::Sealed,
    }
}
