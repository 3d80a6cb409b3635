//! Signing how far the chains have come, again and again. Before a chain is signed once more, it is
//! checked that it still goes through the point that was signed before.

use std::collections::BTreeMap;
use std::time::Duration;

use uuid::Uuid;

use super::folder::{Folder, FolderError};
use super::note::{Checkpoint, Signer};
use crate::Desk;
use crate::seal::SealError;
use crate::store::audit::Chain;
use crate::store::{self, Db, StoreError};

/// How long rows may wait for a checkpoint.
const EVERY: Duration = Duration::from_mins(1);

/// Why no checkpoint could be written.
#[derive(Debug, thiserror::Error)]
pub enum CheckpointError {
    /// The signing key is not at hand.
    #[error("the vault is sealed")]
    Seal(#[from] SealError),
    /// The folder cannot be used.
    #[error("the folder of checkpoints")]
    Folder(#[from] FolderError),
    /// The trail could not be read.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// What one round of signing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// How many chains have a new checkpoint.
    pub signed: u64,
    /// Chains that do not go through their last checkpoint any more; they were not signed.
    pub diverged: Vec<Uuid>,
}

/// Who signs: the key, the folder, and what was signed last.
struct Keeper {
    signer: Signer,
    folder: Folder,
    last: BTreeMap<Uuid, Checkpoint>,
}

/// Signs every chain that has grown since its last checkpoint.
///
/// # Errors
/// When the vault is sealed, or the folder or the trail cannot be used.
pub async fn checkpoint_now(desk: &Desk, folder: &Folder) -> Result<Signed, CheckpointError> {
    Keeper::open(desk, folder.clone()).await?.sign(desk).await
}

/// Signs every minute, and sooner when this process has written a thousand rows; a last time on
/// shutdown. A round that fails is told in the log and tried again with the next.
pub async fn checkpoint_loop(
    desk: Desk,
    folder: Folder,
    shutdown: impl Future<Output = ()> + Send,
) {
    let mut shutdown = std::pin::pin!(shutdown);
    let mut keeper = None;
    loop {
        let last = tokio::select! {
            () = &mut shutdown => true,
            () = tokio::time::sleep(EVERY) => false,
            () = desk.trail().due() => false,
        };
        if let Err(error) = round(&desk, &folder, &mut keeper).await {
            tracing::error!(%error, "no checkpoint of the audit trail could be written");
        }
        if last {
            return;
        }
    }
}

/// Opens the keeper when that has not succeeded yet.
async fn round(
    desk: &Desk,
    folder: &Folder,
    keeper: &mut Option<Keeper>,
) -> Result<(), CheckpointError> {
    if keeper.is_none() {
        *keeper = Some(Keeper::open(desk, folder.clone()).await?);
    }
    if let Some(keeper) = keeper {
        let signed = keeper.sign(desk).await?;
        for chain in signed.diverged {
            tracing::error!(audit.chain = %chain, "the audit trail was changed");
        }
    }
    Ok(())
}

impl Keeper {
    async fn open(desk: &Desk, folder: Folder) -> Result<Self, CheckpointError> {
        let signer = Signer::of(desk.vault())?;
        folder.publish(signer.key()).await?;
        let contents = folder.read(signer.key()).await?;
        let newest =
            |(chain, notes): (Uuid, Vec<Checkpoint>)| Some((chain, notes.into_iter().last()?));
        let last = contents.notes.into_iter().filter_map(newest).collect();
        Ok(Self {
            signer,
            folder,
            last,
        })
    }

    async fn sign(&mut self, desk: &Desk) -> Result<Signed, CheckpointError> {
        let mut outcome = Signed::default();
        for chain in store::audit::chains(desk.db()).await?.into_iter().flatten() {
            match self.follows(desk.db(), &chain).await? {
                Follows::Same => {}
                Follows::Differs => outcome.diverged.push(chain.id),
                Follows::Grown(head) => {
                    let at = desk.now();
                    let (chain, size) = (chain.id, chain.size);
                    self.keep(Checkpoint {
                        chain,
                        size,
                        head,
                        at,
                    })
                    .await?;
                    outcome.signed += 1;
                }
            }
        }
        Ok(outcome)
    }

    async fn keep(&mut self, checkpoint: Checkpoint) -> Result<(), CheckpointError> {
        let kept = self.folder.keep(&checkpoint, &self.signer).await;
        kept.map_err(FolderError::Disk)?;
        self.last.insert(checkpoint.chain, checkpoint);
        Ok(())
    }

    async fn follows(&self, db: &Db, chain: &Chain) -> Result<Follows, StoreError> {
        let Ok(head) = chain.head.as_slice().try_into() else {
            return Ok(Follows::Differs);
        };
        let Some(last) = self.last.get(&chain.id) else {
            return Ok(Follows::Grown(head));
        };
        let there = store::audit::head_at(db, chain.id, last.size).await?;
        let through = there.is_some_and(|there| there == last.head);
        Ok(match through {
            true if chain.size > last.size => Follows::Grown(head),
            true if head == last.head => Follows::Same,
            _ => Follows::Differs,
        })
    }
}

enum Follows {
    Same,
    Grown(super::Head),
    Differs,
}
