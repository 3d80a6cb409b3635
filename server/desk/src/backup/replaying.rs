//! Telling a house that was put back what must never come back, before it has a name to be opened by.

use std::sync::Arc;

use domain::id::Ids;
use domain::time::Clock;

use super::BackupError;
use super::place::Place;
use crate::audit::Trail;
use crate::ledger::{self, Entry};
use crate::seal::Vault;
use crate::seal::root::Root;
use crate::store::Db;
use crate::{Desk, Entropy, Parts};

/// What a house needs to open, besides its databases.
#[derive(Clone)]
pub struct Tools {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn Ids>,
    /// Random bytes.
    pub entropy: Arc<dyn Entropy>,
}

impl Tools {
    /// Those of a desk.
    #[must_use]
    pub fn of(desk: &Desk) -> Self {
        let parts = &desk.0.parts;
        Self {
            clock: parts.clock.clone(),
            ids: parts.ids.clone(),
            entropy: parts.entropy.clone(),
        }
    }

    /// Opens what was put back far enough to do again what was done for good.
    pub(super) async fn replay(
        &self,
        place: &Place,
        root: &Root,
        entries: &[Entry],
    ) -> Result<(), BackupError> {
        let db = Db::open_sqlite(&place.data()).await?;
        let keys = Db::open_sqlite(&place.keys()).await?;
        let both = (db.clone(), keys.clone());
        let replayed = self.replay_in(both, (root, entries)).await;
        db.close().await;
        keys.close().await;
        replayed
    }

    /// The same over databases that are open and not whole yet.
    pub(super) async fn replay_in(
        &self,
        (db, keys): (Db, Db),
        (root, entries): (&Root, &[Entry]),
    ) -> Result<(), BackupError> {
        keys.migrate_keys().await?;
        db.migrate_marked().await?;
        let vault = Vault::new(keys, self.clock.clone(), self.entropy.clone());
        vault.unseal(root).await?;
        let desk = Desk::new(Parts {
            db,
            vault,
            trail: Trail::new(self.ids.fresh()),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            entropy: self.entropy.clone(),
        });
        ledger::replay(&desk, entries).await?;
        desk.trail().close().await;
        Ok(())
    }
}
