//! Looking through a house that was put back on trial: the trail is whole, and everybody can be read.

use domain::RequestId;
use domain::role::Action;

use super::BackupError;
use super::replaying::Tools;
use super::trial::Trial;
use crate::access::{self, Actor};
use crate::audit::{Trail, verify};
use crate::seal::Vault;
use crate::{Desk, Parts, people, seal, store};

/// What was found to be good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// How many rows of the trail were proved.
    pub trail: u64,
    /// How many people could be read.
    pub people: usize,
}

impl Trial {
    /// Proves the trail, then opens everybody.
    ///
    /// # Errors
    /// [`BackupError::BrokenTrail`], [`BackupError::Unreadable`], or what the store said.
    pub async fn looked_through(&self, tools: &Tools) -> Result<Tried, BackupError> {
        let verdict = verify(&self.data, None)
            .await
            .map_err(|_| BackupError::BrokenTrail)?;
        if !verdict.is_whole() {
            return Err(BackupError::BrokenTrail);
        }
        let desk = self.desk(tools).await?;
        let people = everybody(&desk).await;
        desk.trail().close().await;
        let (people, known) = (people?, self.restored.rows.get("record").copied());
        if i64::try_from(people).ok() != Some(known.unwrap_or_default()) {
            return Err(BackupError::Unreadable);
        }
        Ok(Tried {
            trail: verdict.rows,
            people,
        })
    }

    async fn desk(&self, tools: &Tools) -> Result<Desk, BackupError> {
        let vault = Vault::new(
            self.keys.clone(),
            tools.clock.clone(),
            tools.entropy.clone(),
        );
        vault.unseal(&self.restored.root).await?;
        Ok(Desk::new(Parts {
            db: self.data.clone(),
            vault,
            trail: Trail::new(tools.ids.fresh()),
            clock: tools.clock.clone(),
            ids: tools.ids.clone(),
            entropy: tools.entropy.clone(),
        }))
    }
}

/// How many people of all centres can be read.
async fn everybody(desk: &Desk) -> Result<usize, BackupError> {
    let mut all = 0;
    for centre in store::places::centres(desk.db()).await? {
        let request = RequestId::new(desk.ids());
        let actor = Actor::Job {
            name: "drill",
            centre: centre.id,
            request,
        };
        let permit = access::require(&actor, Action::Reconcile)?;
        seal::reconcile(desk, &permit).await?;
        all += people::readable(desk, &actor).await?;
    }
    Ok(all)
}
