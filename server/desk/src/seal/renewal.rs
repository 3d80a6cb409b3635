//! Renewing a recipient's own key: every key it holds is wrapped anew, nothing that is sealed is
//! touched. What stops half-way goes on where it stopped when it is asked for again.

use std::collections::HashMap;

use uuid::Uuid;

use super::recipient::Recipient;
use super::vault::owner;
use super::wraps::{Bare, Wrapped};
use super::{SealError, Vault};
use crate::access::Permit;
use crate::store::keys;

impl Vault {
    /// Wraps every key a recipient holds under a new version of its own key. Gives how many.
    ///
    /// # Errors
    /// [`SealError::Sealed`], or that the keystore failed; asking again goes on.
    pub async fn renew(&self, permit: &Permit, recipient: Recipient) -> Result<u64, SealError> {
        let version = self.version_to_reach(permit, recipient).await?;
        let (mut renewed, mut after) = (0, (Uuid::nil(), Uuid::nil()));
        loop {
            let mut look = self.keys.look(permit).await?;
            let page = keys::reading::of_recipient(&mut look, recipient, after).await?;
            drop(look);
            let Some(last) = page.last() else {
                return Ok(renewed);
            };
            after = (last.key, last.grant);
            renewed += self.rewrap(permit, &page, version).await?;
        }
    }

    /// The version that was begun and not finished, or a new one.
    async fn version_to_reach(
        &self,
        permit: &Permit,
        recipient: Recipient,
    ) -> Result<i64, SealError> {
        let stored = keys::root::versions(&self.keys).await?;
        let stored: HashMap<_, _> = stored.into_iter().collect();
        let current = stored.get(&recipient).copied().unwrap_or(1);
        let mut look = self.keys.look(permit).await?;
        let begun = keys::reading::behind(&mut look, recipient, current).await?;
        drop(look);
        let version = if begun { current } else { current + 1 };
        if !begun {
            let mut tx = self.keys.begin(permit).await?;
            keys::renew(&mut tx, recipient, version).await?;
            tx.commit().await?;
        }
        self.learn_version(recipient, version)?;
        Ok(version)
    }

    async fn rewrap(
        &self,
        permit: &Permit,
        page: &[Wrapped],
        version: i64,
    ) -> Result<u64, SealError> {
        let mut tx = self.keys.begin(permit).await?;
        let mut renewed = 0;
        for wrapped in page.iter().filter(|wrapped| wrapped.version < version) {
            let bare = Bare {
                id: wrapped.key,
                owner: owner(permit, &wrapped.cell),
                cell: wrapped.cell,
                generation: wrapped.generation,
                key: self.unwrap(wrapped)?,
            };
            let wrap = self.wrap(&bare, wrapped.recipient, wrapped.grant)?;
            renewed += keys::rewrap(&mut tx, &wrap).await?;
        }
        tx.commit().await?;
        Ok(renewed)
    }
}
