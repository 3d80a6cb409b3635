//! Telling a house that was put back what must never come back, before it has a name to be opened by.

use std::sync::Arc;

use domain::RequestId;
use domain::id::Ids;
use domain::time::Clock;

use super::BackupError;
use super::beside::Told;
use super::place::Place;
use crate::access::Actor;
use crate::audit::Trail;
use crate::ledger;
use crate::seal::Vault;
use crate::seal::root::Root;
use crate::store::Db;
use crate::{Desk, Entropy, Parts, denials, holds, outbox, store};

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
        told: &Told,
    ) -> Result<(), BackupError> {
        let db = Db::open_sqlite(&place.data()).await?;
        let keys = Db::open_sqlite(&place.keys()).await?;
        let both = (db.clone(), keys.clone());
        let replayed = self.replay_in(both, (root, told)).await;
        db.close().await;
        keys.close().await;
        replayed
    }

    /// The same over databases that are open and not whole yet.
    pub(super) async fn replay_in(
        &self,
        (db, keys): (Db, Db),
        (root, told): (&Root, &Told),
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
        ledger::replay(&desk, &told.entries).await?;
        denials::put_back(&desk, &told.denials).await?;
        holds::put_back(&desk, &told.holds).await?;
        for centre in store::places::centres(desk.db()).await? {
            let request = RequestId::new(desk.ids());
            let actor = Actor::Cli {
                centre: centre.id,
                request,
            };
            outbox::doubt(&desk, &actor).await?;
        }
        desk.trail().close().await;
        Ok(())
    }
}
