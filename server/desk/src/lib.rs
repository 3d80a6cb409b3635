//! The use cases of the front desk. Each asks for a permit, loads, lets the domain decide, and
//! records, in one transaction that ends with its audit row. Nothing here formats text for people.
//!
//! A use case takes the [`Desk`] and the [`access::Actor`] and returns facts or an enum of reasons.

use std::sync::Arc;

use domain::Instant;
use domain::id::Ids;
use domain::time::Clock;

pub mod access;
pub mod audit;
pub mod backup;
pub mod bus;
pub mod centre;
pub mod colleagues;
pub mod days;
pub mod denials;
pub mod drafts;
pub mod duties;
pub mod erasures;
pub mod exports;
pub mod figures;
pub mod founding;
pub mod holds;
pub mod imports;
pub mod index;
pub mod joining;
pub mod ledger;
pub mod mail;
pub mod neutral;
pub mod organisations;
pub mod outbox;
pub mod people;
pub mod places;
pub mod private;
pub mod retention;
pub mod role_notices;
pub mod rooms;
pub mod same_as;
pub mod seal;
pub mod searches;
pub mod services;
pub mod sessions;
pub mod settings;
pub mod setup;
pub mod signin;
pub mod staff;
pub mod store;
pub mod sweep;
pub mod unlinkings;
pub mod visits;
pub mod workstations;

use access::Permit;
use store::{Db, Look, StoreError, Tx};

/// Where random bytes come from. Only the program's start owns a real source.
pub trait Entropy: Send + Sync {
    /// Fills the slice with bytes nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}

/// What a desk is made of; the program's start puts the real parts in, tests put in their own.
pub struct Parts {
    /// The data.
    pub db: Db,
    /// Keys and what is sealed with them.
    pub vault: seal::Vault,
    /// The audit trail of this process.
    pub trail: audit::Trail,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn Ids>,
    /// Random bytes.
    pub entropy: Arc<dyn Entropy>,
}

/// Everything a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inside>);

struct Inside {
    parts: Parts,
    bus: bus::Bus,
    index: index::Index,
    searched: searches::Lately,
}

impl Desk {
    /// Puts a desk together. Its name index is empty until [`index::rebuild`].
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Inside {
            parts,
            bus: bus::Bus::default(),
            index: index::Index::default(),
            searched: searches::Lately::default(),
        }))
    }

    /// The current instant, in whole seconds.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.0.parts.clock.now()
    }

    /// Where new ids come from.
    #[must_use]
    pub fn ids(&self) -> &dyn Ids {
        &*self.0.parts.ids
    }

    /// Where random bytes come from.
    #[must_use]
    pub fn entropy(&self) -> &dyn Entropy {
        &*self.0.parts.entropy
    }

    /// The data.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.parts.db
    }

    /// Keys and what is sealed with them.
    #[must_use]
    pub fn vault(&self) -> &seal::Vault {
        &self.0.parts.vault
    }

    /// Whether the house is open: the keys are at hand and everybody can be found.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.vault().is_open() && !self.index().is_filling()
    }

    /// How many people in a hundred are read, while the keys are at hand and everybody is being read:
    /// until all are, nobody may be looked for and nobody written down.
    #[must_use]
    pub fn reading(&self) -> Option<u8> {
        let so_far = self.index().read_so_far();
        so_far.filter(|_| self.vault().is_open())
    }

    /// The audit trail of this process.
    #[must_use]
    pub fn trail(&self) -> &audit::Trail {
        &self.0.parts.trail
    }

    /// What has just changed.
    #[must_use]
    pub fn bus(&self) -> &bus::Bus {
        &self.0.bus
    }

    /// The people by name, in memory.
    #[must_use]
    pub fn index(&self) -> &index::Index {
        &self.0.index
    }

    /// Whose searches were counted lately.
    pub(crate) fn searched(&self) -> &searches::Lately {
        &self.0.searched
    }

    /// Opens a transaction in the permit's centre.
    ///
    /// # Errors
    /// As [`Db::begin`].
    pub async fn begin(&self, permit: &Permit) -> Result<Tx, StoreError> {
        self.db().begin(permit).await
    }

    /// Opens a connection for reading the permit's centre.
    ///
    /// # Errors
    /// As [`Db::look`].
    pub async fn look(&self, permit: &Permit) -> Result<Look, StoreError> {
        self.db().look(permit).await
    }

    /// Writes the audit row as the last one of the transaction, stores everything, and tells who
    /// listens.
    ///
    /// # Errors
    /// As [`Tx::commit`]; nothing is stored then.
    pub async fn commit(
        &self,
        mut tx: Tx,
        permit: &Permit,
        entry: audit::Entry,
    ) -> Result<(), StoreError> {
        self.trail().append(&mut tx, permit, entry, self).await?;
        self.settle(tx).await
    }

    /// Stores a transaction that concerns nobody's record (drafts, sessions), without audit row.
    ///
    /// # Errors
    /// As [`Tx::commit`]; nothing is stored then.
    pub async fn settle(&self, tx: Tx) -> Result<(), StoreError> {
        for (seq, change) in tx.commit().await? {
            self.bus().tell(seq, change);
        }
        Ok(())
    }
}
