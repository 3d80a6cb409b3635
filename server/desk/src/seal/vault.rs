//! The vault itself: sealed until somebody brings the root secret, and sealed again when told to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use domain::time::Clock;
use domain::{CentreId, Instant, Secret};
use uuid::Uuid;

use super::blob::NONCE;
use super::cache::Cache;
use super::place::Cell;
use super::recipient::Recipient;
use super::steps::{Onward, Step, Steps};
use super::tree::Tree;
use super::{Interrupted, SealError};
use crate::Entropy;
use crate::access::Permit;
use crate::store::{Db, StoreError, keys};

/// Seals and opens. It starts sealed and knows nothing then.
pub struct Vault {
    pub(super) keys: Db,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    steps: Arc<dyn Steps>,
    inside: RwLock<Option<Inside>>,
}

/// What an unsealed vault knows. Everything secret in it is overwritten when it is dropped.
pub(super) struct Inside {
    /// The root secret, for a keystore that is put back on trial.
    root: Secret<[u8; 32]>,
    /// The keys under the root secret.
    pub tree: Tree,
    /// The version of the pseudonyms in use.
    pub link_version: i64,
    /// The versions of the recipients' own keys, where they are not the first.
    pub versions: HashMap<Recipient, i64>,
    /// The keys opened lately.
    pub cache: Mutex<Cache>,
}

impl Vault {
    /// A sealed vault over a migrated keystore.
    #[must_use]
    pub fn new(keys: Db, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self {
            keys,
            clock,
            entropy,
            steps: Arc::new(Onward),
            inside: RwLock::new(None),
        }
    }

    /// The same vault with somebody who is told about every step.
    #[must_use]
    pub fn with_steps(mut self, steps: Arc<dyn Steps>) -> Self {
        self.steps = steps;
        self
    }

    /// The keystore, for what belongs to the root secret itself.
    #[must_use]
    pub const fn keystore(&self) -> &Db {
        &self.keys
    }

    /// Founds a new keystore on this root secret, and unseals.
    ///
    /// # Errors
    /// [`SealError::Founded`] when it has a root secret already.
    pub async fn found(&self, root: &Secret<[u8; 32]>) -> Result<(), SealError> {
        let check_value = Tree::under(root).check_value();
        match keys::root::found(&self.keys, &check_value).await {
            Err(StoreError::Taken) => Err(SealError::Founded),
            outcome => Ok(outcome?),
        }?;
        self.unseal(root).await
    }

    /// Unseals with the root secret.
    ///
    /// # Errors
    /// [`SealError::NotFounded`] when the keystore has none yet, [`SealError::WrongRoot`] when it
    /// has another; the vault stays as it was then.
    pub async fn unseal(&self, root: &Secret<[u8; 32]>) -> Result<(), SealError> {
        let foundation = keys::root::foundation(&self.keys).await?;
        let (check_value, link_version) = foundation.ok_or(SealError::NotFounded)?;
        let tree = Tree::under(root);
        if !tree.is_of(&check_value) {
            return Err(SealError::WrongRoot);
        }
        let inside = Inside {
            root: root.clone(),
            tree,
            link_version,
            versions: keys::root::versions(&self.keys)
                .await?
                .into_iter()
                .collect(),
            cache: Mutex::default(),
        };
        *self.inside.write().unwrap_or_else(PoisonError::into_inner) = Some(inside);
        Ok(())
    }

    /// Whether it is unsealed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.with(|_| ()).is_ok()
    }

    /// Forgets every key. Nothing opens until somebody brings the root secret again.
    pub fn seal_again(&self) {
        *self.inside.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// A key of its own for one purpose of the program, such as signing checkpoints; always the same
    /// under the same root secret.
    ///
    /// # Errors
    /// [`SealError::Sealed`].
    pub fn key_for(&self, purpose: &'static str) -> Result<Secret<[u8; 32]>, SealError> {
        self.with(|inside| inside.tree.purpose(purpose, 1))
    }

    /// The root secret itself.
    ///
    /// # Errors
    /// [`SealError::Sealed`].
    pub(crate) fn root(&self) -> Result<Secret<[u8; 32]>, SealError> {
        self.with(|inside| inside.root.clone())
    }

    /// Does something with what an unsealed vault knows.
    pub(super) fn with<T>(&self, act: impl FnOnce(&Inside) -> T) -> Result<T, SealError> {
        let inside = self.inside.read().unwrap_or_else(PoisonError::into_inner);
        inside.as_ref().map(act).ok_or(SealError::Sealed)
    }

    /// Uses a newer version of a recipient's own key from now on.
    pub(super) fn learn_version(
        &self,
        recipient: Recipient,
        version: i64,
    ) -> Result<(), SealError> {
        let mut inside = self.inside.write().unwrap_or_else(PoisonError::into_inner);
        let inside = inside.as_mut().ok_or(SealError::Sealed)?;
        inside.versions.insert(recipient, version);
        Ok(())
    }

    /// Does something with the remembered keys.
    pub(super) fn with_cache<T>(&self, act: impl FnOnce(&mut Cache) -> T) -> Result<T, SealError> {
        self.with(|inside| act(&mut inside.cache.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    /// The current instant.
    pub(super) fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Fresh random bytes.
    pub(super) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// A fresh id for a row of the keystore or of the grants.
    pub(super) fn fresh_id(&self) -> Uuid {
        Uuid::from_bytes(self.random())
    }

    /// A fresh nonce.
    pub(super) fn nonce(&self) -> [u8; NONCE] {
        self.random()
    }

    /// Says that a step is passed.
    pub(crate) fn passed(&self, step: Step) -> Result<(), Interrupted> {
        self.steps.passed(step)
    }
}

/// Whose keystore rows a cell's keys are among: the permit's centre, or nobody's for what belongs to
/// the installation.
pub(super) fn owner(permit: &Permit, cell: &Cell) -> CentreId {
    if cell.subject.is_installation() {
        CentreId::from_uuid(Uuid::nil())
    } else {
        permit.centre()
    }
}
