//! Sealing: with the current key of the cell, which is made when there is none.

use std::collections::HashSet;

use domain::CentreId;
use uuid::Uuid;

use super::blob::{self, DataKey, Sealing};
use super::place::{Cell, Place};
use super::recipient::{Recipient, worn};
use super::steps::Step;
use super::vault::owner;
use super::wraps::{Bare, Wrapped};
use super::{SealError, Vault};
use crate::access::Permit;
use crate::store::{StoreError, Tx, keys};

/// How often making keys is tried when somebody else makes the same ones.
const TRIES: usize = 4;

type Current = (i64, DataKey);

impl Vault {
    /// Seals a value for its place. When its cell has no key yet, the keystore has stored one when
    /// this returns; the value itself is stored after.
    ///
    /// # Errors
    /// [`SealError::Sealed`], or that the keystore failed.
    pub async fn seal(
        &self,
        permit: &Permit,
        place: &Place,
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let mut blobs = self.seal_many(permit, &[(*place, plain)]).await?;
        blobs.pop().ok_or(SealError::NoKey)
    }

    /// Seals several values, and stores all keys they need at once.
    ///
    /// # Errors
    /// As [`Vault::seal`]; some of the keys may be stored, which harms nothing.
    pub async fn seal_many(
        &self,
        permit: &Permit,
        values: &[(Place, &[u8])],
    ) -> Result<Vec<Vec<u8>>, SealError> {
        let cells: Vec<Cell> = values.iter().map(|(place, _)| place.cell()).collect();
        let keys = self.current_keys(permit, &cells).await?;
        values
            .iter()
            .zip(keys)
            .map(|((place, plain), (generation, key))| {
                let with = Sealing {
                    key: &key,
                    generation,
                    nonce: self.nonce(),
                    bound: &place.bound(),
                };
                Ok(blob::seal(&with, plain)?)
            })
            .collect()
    }

    /// Makes a new generation of a cell's key for everybody who has the old ones. What is sealed
    /// from now on is sealed with it.
    ///
    /// # Errors
    /// [`SealError::Sealed`], or that the keystore failed.
    pub async fn rotate(&self, permit: &Permit, cell: &Cell) -> Result<(), SealError> {
        let mut tx = self.keys.begin(permit).await?;
        keys::spend(&mut tx, owner(permit, cell), cell).await?;
        let wraps = keys::reading::of_cell(&mut tx, owner(permit, cell), cell).await?;
        self.make(permit, &mut tx, cell, &wraps).await?;
        tx.commit().await?;
        self.passed(Step::KeysStored)?;
        self.with_cache(|cache| cache.forget_current(cell))
    }

    async fn current_keys(
        &self,
        permit: &Permit,
        cells: &[Cell],
    ) -> Result<Vec<Current>, SealError> {
        let mut found = Vec::with_capacity(cells.len());
        for cell in cells {
            found.push(self.current(permit, cell).await?);
        }
        if found.iter().any(Option::is_none) {
            return self.make_missing(permit, cells).await;
        }
        Ok(found.into_iter().flatten().collect())
    }

    /// The current key of a cell, if there is one that may be used.
    async fn current(&self, permit: &Permit, cell: &Cell) -> Result<Option<Current>, SealError> {
        if let Some(current) = self.with_cache(|cache| cache.current(cell))? {
            return Ok(Some(current));
        }
        let mut look = self.keys.look(permit).await?;
        let wraps = keys::reading::of_cell(&mut look, owner(permit, cell), cell).await?;
        let current = self.newest(permit, &wraps)?;
        if let Some((generation, key)) = &current {
            self.with_cache(|cache| cache.remember_current(*cell, *generation, key.clone()))?;
        }
        Ok(current)
    }

    fn newest(&self, permit: &Permit, wraps: &[Wrapped]) -> Result<Option<Current>, SealError> {
        let Some(newest) = wraps.last().filter(|newest| !newest.spent) else {
            return Ok(None);
        };
        let usable = wraps
            .iter()
            .filter(|wrap| wrap.generation == newest.generation)
            .find(|wrap| may_seal_with(permit, wrap));
        usable
            .map(|wrap| Ok((wrap.generation, self.unwrap(wrap)?)))
            .transpose()
    }

    /// Makes what is missing, in one transaction of the keystore. Two who make the same key at once
    /// are told apart by an index; who comes second finds the key of the first.
    async fn make_missing(
        &self,
        permit: &Permit,
        cells: &[Cell],
    ) -> Result<Vec<Current>, SealError> {
        for _ in 1..TRIES {
            match self.try_make(permit, cells).await {
                Err(SealError::Store(StoreError::Taken | StoreError::Again(_))) => {}
                outcome => return outcome,
            }
        }
        self.try_make(permit, cells).await
    }

    async fn try_make(&self, permit: &Permit, cells: &[Cell]) -> Result<Vec<Current>, SealError> {
        let mut tx = self.keys.begin(permit).await?;
        let mut all = Vec::with_capacity(cells.len());
        for cell in cells {
            keys::hold(&mut tx, owner(permit, cell), cell).await?;
            all.push(self.current_or_made(permit, &mut tx, cell).await?);
        }
        tx.commit().await?;
        self.passed(Step::KeysStored)?;
        Ok(all)
    }

    async fn current_or_made(
        &self,
        permit: &Permit,
        tx: &mut Tx,
        cell: &Cell,
    ) -> Result<Current, SealError> {
        let wraps = keys::reading::of_cell(tx, owner(permit, cell), cell).await?;
        if let Some(current) = self.newest(permit, &wraps)? {
            return Ok(current);
        }
        let bare = self.make(permit, tx, cell, &wraps).await?;
        Ok((bare.generation, bare.key))
    }

    /// Writes the next generation of a cell's key, wrapped to the custody, to the house if it is the
    /// house's, and to everybody who has an older generation. Next means after the wraps the caller
    /// has looked at: reading them again could find a key that somebody else has made since.
    async fn make(
        &self,
        permit: &Permit,
        tx: &mut Tx,
        cell: &Cell,
        wraps: &[Wrapped],
    ) -> Result<Bare, SealError> {
        let owner = owner(permit, cell);
        let generation = wraps.last().map_or(1, |newest| newest.generation + 1);
        let bare = self.bare(owner, *cell, generation);
        let made = keys::Made {
            key: bare.id,
            owner,
            cell: *cell,
            generation,
        };
        keys::make(tx, &made).await?;
        self.passed(Step::KeyMade)?;
        for (recipient, grant) in holders(owner, cell, wraps) {
            keys::wrap(tx, &self.wrap(&bare, recipient, grant)?).await?;
            self.passed(Step::KeyWrapped)?;
        }
        Ok(bare)
    }
}

/// To seal, the custody's wrap is used; where the custody may not open, the actor's own.
fn may_seal_with(permit: &Permit, wrap: &Wrapped) -> bool {
    if wrap.cell.compartment.kind.custody_passes_on() {
        matches!(wrap.recipient, Recipient::Custody(_))
    } else {
        worn(permit).contains(&wrap.recipient)
    }
}

fn holders(owner: CentreId, cell: &Cell, wraps: &[Wrapped]) -> HashSet<(Recipient, Uuid)> {
    let by_grant = wraps.iter().filter(|wrap| !wrap.grant.is_nil());
    let mut holders: HashSet<_> = by_grant.map(|wrap| (wrap.recipient, wrap.grant)).collect();
    holders.insert((Recipient::Custody(owner), Uuid::nil()));
    if cell.is_of_the_house() {
        holders.insert((Recipient::House(owner), Uuid::nil()));
    }
    holders
}
