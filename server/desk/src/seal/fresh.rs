//! Sealing what is known about many new subjects at once. Their ids are fresh, so nobody has made a
//! key for them and nobody was granted anything: none of that has to be asked, and everybody's keys
//! are written in one transaction. The order of the two databases is the same as for one.

use domain::{CentreId, Instant};
use uuid::Uuid;

use super::blob::{self, Sealing};
use super::place::Place;
use super::recipient::Recipient;
use super::steps::Step;
use super::wraps::Bare;
use super::{Grant, SealError, Vault};
use crate::access::Permit;
use crate::store::{Tx, grants, keys};

/// Sealed values in the order in which they were given, and the new keys they are sealed with.
pub(crate) type Fresh = (Vec<Vec<u8>>, FreshKeys);

/// New keys that nobody was granted yet.
pub(crate) struct FreshKeys(Vec<Bare>);

/// New keys with the grants that were written for them.
pub(crate) struct FreshGrants(Vec<(Bare, Recipient, Uuid)>);

impl Vault {
    /// Seals values of subjects that nobody knows yet, each of another cell. The keystore has stored
    /// their keys when this returns; the values are stored after.
    ///
    /// # Errors
    /// [`SealError::Sealed`], or that the keystore failed; the keys may be stored, which harms nothing.
    pub(crate) async fn seal_fresh(
        &self,
        permit: &Permit,
        values: &[(Place, &[u8])],
    ) -> Result<Fresh, SealError> {
        let owner = permit.centre();
        let cells = values.iter().map(|(place, _)| place.cell());
        let bare: Vec<Bare> = cells.map(|cell| self.bare(owner, cell, 1)).collect();
        let mut blobs = Vec::with_capacity(values.len());
        for ((place, plain), bare) in values.iter().zip(&bare) {
            blobs.push(self.sealed_with(bare, place, plain)?);
        }
        self.store_fresh(permit, owner, &bare).await?;
        Ok((blobs, FreshKeys(bare)))
    }

    fn sealed_with(&self, bare: &Bare, place: &Place, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let with = Sealing {
            key: &bare.key,
            generation: bare.generation,
            nonce: self.nonce(),
            bound: &place.bound(),
        };
        Ok(blob::seal(&with, plain)?)
    }

    /// Stores new keys, each wrapped to the custody.
    async fn store_fresh(
        &self,
        permit: &Permit,
        owner: CentreId,
        fresh: &[Bare],
    ) -> Result<(), SealError> {
        let mut tx = self.keys.begin(permit).await?;
        for bare in fresh {
            let made = keys::Made {
                key: bare.id,
                owner,
                cell: bare.cell,
                generation: bare.generation,
            };
            keys::make(&mut tx, &made).await?;
            self.passed(Step::KeyMade)?;
            let wrap = self.wrap(bare, Recipient::Custody(owner), Uuid::nil())?;
            keys::wrap(&mut tx, &wrap).await?;
            self.passed(Step::KeyWrapped)?;
        }
        tx.commit().await?;
        Ok(self.passed(Step::KeysStored)?)
    }

    /// Grants new keys to a recipient for as long as nobody withdraws it, in the transaction that
    /// stores the values.
    ///
    /// # Errors
    /// [`SealError::TakesNoGrants`] for the custody and the house; else what the engine said.
    pub(crate) async fn grant_fresh(
        &self,
        tx: &mut Tx,
        FreshKeys(fresh): FreshKeys,
        (recipient, now): (Recipient, Instant),
    ) -> Result<FreshGrants, SealError> {
        if !recipient.takes_grants() {
            return Err(SealError::TakesNoGrants);
        }
        let mut granted = Vec::with_capacity(fresh.len());
        for bare in fresh {
            let (id, cell) = (self.fresh_id(), bare.cell);
            let grant = Grant {
                cell,
                recipient,
                until: None,
            };
            grants::add(tx, id, &grant, now).await?;
            self.passed(Step::GrantWritten)?;
            granted.push((bare, recipient, id));
        }
        Ok(FreshGrants(granted))
    }

    /// Wraps new keys for those who were granted them, once that is stored. A crash before this is
    /// mended by the next reconciliation, and so is a grant that ended in between.
    ///
    /// # Errors
    /// [`SealError::Sealed`], or that the keystore failed.
    pub(crate) async fn wrap_fresh(
        &self,
        permit: &Permit,
        FreshGrants(granted): FreshGrants,
    ) -> Result<(), SealError> {
        let mut tx = self.keys.begin(permit).await?;
        for (bare, recipient, grant) in granted {
            keys::wrap(&mut tx, &self.wrap(&bare, recipient, grant)?).await?;
            self.passed(Step::WrapWritten)?;
        }
        tx.commit().await?;
        Ok(self.passed(Step::WrapsStored)?)
    }
}
