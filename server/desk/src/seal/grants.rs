//! Granting and withdrawing. The row is written in the caller's transaction, with the caller's
//! audit row; the wrap follows when that transaction is stored.

use domain::Instant;
use uuid::Uuid;

use super::place::{Cell, Subject};
use super::recipient::Recipient;
use super::steps::Step;
use super::{SealError, Vault};
use crate::access::Permit;
use crate::ledger::{self, Deed};
use crate::store::{Tx, grants, keys};

/// That a recipient may open a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What may be opened.
    pub cell: Cell,
    /// By whom.
    pub recipient: Recipient,
    /// Until when; for as long as it is not withdrawn when absent.
    pub until: Option<Instant>,
}

/// A live grant as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted {
    /// Its id, which the wraps that belong to it carry.
    pub id: Uuid,
    /// What was granted.
    pub grant: Grant,
}

/// A grant that ended in a transaction; its wraps are deleted once that is stored.
#[must_use = "the wraps are deleted by Vault::forget once the transaction is stored"]
#[derive(Debug)]
pub struct Withdrawn {
    id: Option<Uuid>,
    subject: Subject,
}

impl Withdrawn {
    /// Whether there was anything to withdraw.
    #[must_use]
    pub const fn was_live(&self) -> bool {
        self.id.is_some()
    }

    /// About whom it was.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }
}

/// Writes a grant into the transaction. One that lives already lasts until the later of both ends.
/// After the transaction is stored, [`super::wrap_granted`] wraps the keys.
///
/// # Errors
/// [`SealError::TakesNoGrants`] for the custody and the house; else what the engine said.
pub async fn grant(tx: &mut Tx, vault: &Vault, grant: &Grant) -> Result<(), SealError> {
    if !grant.recipient.takes_grants() || grant.cell.is_of_the_house() {
        return Err(SealError::TakesNoGrants);
    }
    let now = vault.now();
    grants::lapse_of_cell(tx, &grant.cell, now).await?;
    let live = grants::of_cell(tx, &grant.cell, now).await?;
    match live
        .iter()
        .find(|one| one.grant.recipient == grant.recipient)
    {
        Some(one) => grants::prolong(tx, one.id, later(one.grant.until, grant.until)).await?,
        None => grants::add(tx, vault.fresh_id(), grant, now).await?,
    }
    Ok(vault.passed(Step::GrantWritten)?)
}

/// Ends every grant of the centre whose time is over, and gives how many. They open nothing since
/// that moment; once this is stored, [`Vault::reconcile`] deletes their wraps.
///
/// # Errors
/// What the engine said.
pub async fn lapse(tx: &mut Tx, vault: &Vault) -> Result<u64, SealError> {
    let lapsed = grants::lapse(tx, vault.now()).await?;
    vault.passed(Step::GrantEnded)?;
    Ok(lapsed)
}

/// The later of two ends; absent means never.
fn later(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// Ends a grant in the transaction. It opens nothing from the moment this is stored; then
/// [`Vault::forget`] deletes its wraps.
///
/// # Errors
/// What the engine said.
pub async fn withdraw(
    tx: &mut Tx,
    vault: &Vault,
    cell: &Cell,
    recipient: Recipient,
) -> Result<Withdrawn, SealError> {
    let now = vault.now();
    let id = grants::end(tx, cell, recipient, now).await?;
    if let Some(grant) = id {
        let deed = Deed::Withdrawn(cell.subject, grant);
        ledger::write(tx, vault.random(), deed, now).await?;
    }
    vault.passed(Step::GrantEnded)?;
    Ok(Withdrawn {
        id,
        subject: cell.subject,
    })
}

impl Vault {
    /// Deletes the wraps of a withdrawn grant, and has new values sealed with a new key.
    ///
    /// # Errors
    /// That the keystore failed.
    pub async fn forget(&self, permit: &Permit, withdrawn: Withdrawn) -> Result<(), SealError> {
        match withdrawn.id {
            Some(grant) => self.delete_wraps(permit, &[grant]).await.map(drop),
            None => Ok(()),
        }
    }

    /// Destroys every key of a subject: nothing that was ever sealed about it opens any more. Its grants
    /// must have ended, and the ledger must know, in a transaction that is stored.
    ///
    /// # Errors
    /// That the keystore failed.
    pub async fn destroy(&self, permit: &Permit, subject: Subject) -> Result<u64, SealError> {
        let mut tx = self.keys.begin(permit).await?;
        let destroyed = keys::destroy(&mut tx, subject).await?;
        self.passed(Step::KeysDestroyed)?;
        tx.commit().await?;
        self.with_cache(|cache| cache.forget_subject(subject))?;
        self.passed(Step::DestructionStored)?;
        Ok(destroyed)
    }

    /// Destroys every key of one cell, as [`Vault::destroy`] does for all cells of a subject.
    ///
    /// # Errors
    /// That the keystore failed.
    pub async fn destroy_cell(&self, permit: &Permit, cell: &Cell) -> Result<(), SealError> {
        let mut tx = self.keys.begin(permit).await?;
        keys::destroy_cell(&mut tx, cell).await?;
        self.passed(Step::KeysDestroyed)?;
        tx.commit().await?;
        self.with_cache(|cache| cache.forget_cell(cell))?;
        Ok(self.passed(Step::DestructionStored)?)
    }

    /// Destroys the keys of one cell that are spent: nothing that still serves is sealed with them.
    ///
    /// # Errors
    /// That the keystore failed.
    pub async fn destroy_spent(&self, permit: &Permit, cell: &Cell) -> Result<(), SealError> {
        let mut tx = self.keys.begin(permit).await?;
        keys::destroy_spent(&mut tx, cell).await?;
        self.passed(Step::KeysDestroyed)?;
        tx.commit().await?;
        self.with_cache(|cache| cache.forget_cell(cell))?;
        Ok(self.passed(Step::DestructionStored)?)
    }

    /// Forgets every key that is remembered: another process may have spent or destroyed it.
    ///
    /// # Errors
    /// [`SealError::Sealed`].
    pub fn forget_opened(&self) -> Result<(), SealError> {
        self.with_cache(super::cache::Cache::forget_all)
    }

    /// Deletes the wraps of grants that live no more. Gives how many wraps there were.
    pub(super) async fn delete_wraps(
        &self,
        permit: &Permit,
        grants: &[Uuid],
    ) -> Result<u64, SealError> {
        let mut tx = self.keys.begin(permit).await?;
        let mut deleted = 0;
        for grant in grants {
            deleted += keys::unwrap(&mut tx, *grant).await?;
        }
        self.passed(Step::WrapsDeleted)?;
        tx.commit().await?;
        self.passed(Step::DeletionStored)?;
        Ok(deleted)
    }
}
