//! Checking the trail: every row of every chain is hashed again, and every signed checkpoint must
//! lie on its chain. Without checkpoints somebody who can write to the database can still cut off
//! the end of a chain, or write it anew; with them only what is younger than the last checkpoint.

use domain::Instant;
use uuid::Uuid;

use super::fault::{Break, Fault};
use super::folder::{Contents, Folder, FolderError};
use super::note::CheckpointKey;
use super::walk::Walk;
use crate::store::audit::Chain;
use crate::store::{self, Db, StoreError};

/// Why the trail could not be checked. That it is broken is no error but the verdict.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The checkpoints could not be read.
    #[error("the folder of checkpoints")]
    Folder(#[from] FolderError),
    /// The trail could not be read.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// How far the checkpoints prove the trail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many checkpoints were compared.
    pub checkpoints: u64,
    /// How many rows lie before the last checkpoint of their chain.
    pub proven: u64,
    /// How many rows are younger than that.
    pub unproven: u64,
    /// When the youngest checkpoint was signed.
    pub until: Option<Instant>,
}

/// What checking found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many chains there are.
    pub chains: u64,
    /// How many rows were hashed again and found whole.
    pub rows: u64,
    /// The first break of each broken chain.
    pub breaks: Vec<Break>,
    /// How far the proof reaches, when checkpoints were given.
    pub reach: Option<Reach>,
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.breaks.is_empty()
    }

    pub(super) fn broken(&mut self, chain: Option<Uuid>, seq: Option<i64>, fault: Fault) {
        self.breaks.push(Break { chain, seq, fault });
    }
}

/// The checkpoints to compare with.
#[derive(Clone, Debug)]
pub struct Proof {
    folder: Folder,
    key: Option<CheckpointKey>,
}

impl Proof {
    /// The checkpoints of a folder, checked with the key that lies beside them.
    #[must_use]
    pub const fn of(folder: Folder) -> Self {
        Self { folder, key: None }
    }

    /// Checks with this key and not with the one in the folder, which could have been replaced.
    #[must_use]
    pub const fn signed_by(mut self, key: CheckpointKey) -> Self {
        self.key = Some(key);
        self
    }

    async fn read(&self) -> Result<Contents, FolderError> {
        let key = match self.key {
            Some(key) => key,
            None => self.folder.key().await?,
        };
        self.folder.read(key).await
    }
}

/// Checks the whole trail, while others go on writing it.
///
/// # Errors
/// When the trail or the checkpoints cannot be read.
pub async fn verify(db: &Db, proof: Option<&Proof>) -> Result<Verdict, VerifyError> {
    let contents = match proof {
        Some(proof) => Some(proof.read().await?),
        None => None,
    };
    let mut verdict = Verdict::default();
    let chains = store::audit::chains(db).await?;
    for chain in &chains {
        match chain {
            Some(chain) => one_chain(db, chain, contents.as_ref(), &mut verdict).await?,
            None => verdict.broken(None, None, Fault::Unreadable),
        }
    }
    strays(db, &mut verdict).await?;
    verdict.reach = contents.map(|contents| reach(&contents, &chains, &mut verdict));
    Ok(verdict)
}

async fn one_chain(
    db: &Db,
    chain: &Chain,
    contents: Option<&Contents>,
    verdict: &mut Verdict,
) -> Result<(), StoreError> {
    let notes = contents.and_then(|contents| contents.notes.get(&chain.id));
    let notes = notes.map_or(&[][..], Vec::as_slice);
    let mut walk = Walk::new(chain, notes);
    let end = walk.finish(db).await?;
    verdict.chains += 1;
    verdict.rows += walk.rows();
    if let Err((seq, fault)) = end {
        verdict.broken(Some(chain.id), seq, fault);
    }
    Ok(())
}

/// Rows of chains that nobody began.
async fn strays(db: &Db, verdict: &mut Verdict) -> Result<(), StoreError> {
    for chain in store::audit::unknown_chains(db).await? {
        verdict.broken(Some(chain), None, Fault::UnknownChain);
    }
    Ok(())
}

/// Finds chains that checkpoints know and the trail does not, and counts what is proven.
fn reach(contents: &Contents, chains: &[Option<Chain>], verdict: &mut Verdict) -> Reach {
    let mut reach = Reach::default();
    let mut rows = 0_u64;
    for _ in 0..contents.unsigned {
        verdict.broken(None, None, Fault::Unsigned);
    }
    for chain in chains.iter().flatten() {
        rows += chain.size.max(0).unsigned_abs();
    }
    for (id, notes) in &contents.notes {
        if !chains.iter().flatten().any(|chain| chain.id == *id) {
            verdict.broken(Some(*id), None, Fault::BehindCheckpoint);
            continue;
        }
        reach.checkpoints += notes.len() as u64;
        reach.proven += notes
            .last()
            .map_or(0, |note| note.size.max(0).unsigned_abs());
        reach.until = reach.until.max(notes.iter().map(|note| note.at).max());
    }
    reach.unproven = rows.saturating_sub(reach.proven);
    reach
}
