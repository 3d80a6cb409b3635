//! The one task of a process that stores rows of reads: whatever waits goes into one transaction,
//! so that many readers pay for one commit.

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{AuditError, Facts};
use crate::store::{self, Db, StoreError};

/// How many rows go into one transaction at most.
const BATCH: usize = 256;

/// How many rows may wait before the next reader waits for room.
const WAITING: usize = 1_024;

pub(super) struct Writer {
    line: Line,
    task: JoinHandle<()>,
}

/// The way to the writer.
#[derive(Clone)]
pub(super) struct Line(mpsc::Sender<Waiting>);

struct Waiting {
    facts: Facts,
    stored: oneshot::Sender<Result<(), AuditError>>,
}

impl Writer {
    pub(super) fn start(db: Db, chain: Uuid) -> Self {
        let (line, waiting) = mpsc::channel(WAITING);
        Self {
            line: Line(line),
            task: tokio::spawn(store_all(db, chain, waiting)),
        }
    }

    pub(super) fn line(&self) -> Line {
        self.line.clone()
    }

    /// How many rows wait for their turn.
    pub(super) fn waiting(&self) -> usize {
        self.line.0.max_capacity() - self.line.0.capacity()
    }

    /// Waits until everything that was sent is stored or refused.
    pub(super) async fn finish(self) {
        drop(self.line);
        if self.task.await.is_err() {
            tracing::error!("the audit writer ended early");
        }
    }
}

impl Line {
    pub(super) async fn write(&self, facts: Facts) -> Result<(), AuditError> {
        let (stored, outcome) = oneshot::channel();
        let waiting = Waiting { facts, stored };
        self.0
            .send(waiting)
            .await
            .map_err(|_| AuditError::Unwritable)?;
        outcome.await.map_err(|_| AuditError::Unwritable)?
    }
}

/// Ends when nobody can send any more.
async fn store_all(db: Db, chain: Uuid, mut waiting: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::with_capacity(BATCH);
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let (facts, readers): (Vec<Facts>, Vec<_>) =
            batch.drain(..).map(|one| (one.facts, one.stored)).unzip();
        let outcome = store::again(|| store::audit::write(&db, chain, &facts)).await;
        tell(readers, &outcome);
    }
}

/// A reader who has gone away meanwhile does not matter: the row is stored all the same.
fn tell(readers: Vec<oneshot::Sender<Result<(), AuditError>>>, outcome: &Result<(), StoreError>) {
    if let Err(error) = outcome {
        tracing::error!(rows = readers.len(), %error, "audit rows could not be stored");
    }
    for reader in readers {
        let told = outcome
            .as_ref()
            .map_err(|_| AuditError::Unwritable)
            .copied();
        let _heard = reader.send(told);
    }
}
