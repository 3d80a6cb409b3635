//! Keys as the keystore has them: each wrapped to somebody, bound to what it is for.

use domain::{CentreId, Secret};
use uuid::Uuid;

use super::blob::{self, DataKey};
use super::cache::Held;
use super::place::Cell;
use super::recipient::Recipient;
use super::{SealError, Vault};
use crate::store::keys::Wrap;

/// One wrap of one key, with what the key is for.
pub struct Wrapped {
    /// The key's id.
    pub key: Uuid,
    /// What it is for.
    pub cell: Cell,
    /// Its generation.
    pub generation: i64,
    /// Whether nothing new is sealed with it.
    pub spent: bool,
    /// To whom it is wrapped here.
    pub recipient: Recipient,
    /// By which grant; zero for the custody and the house.
    pub grant: Uuid,
    /// The version of the recipient's own key.
    pub version: i64,
    /// The wrapped key.
    pub sealed: Vec<u8>,
}

impl Wrapped {
    /// How the key is remembered when it is opened by this wrap.
    pub(super) const fn held(&self) -> Held {
        Held {
            cell: self.cell,
            generation: self.generation,
            recipient: self.recipient,
            grant: self.grant,
        }
    }

    /// The key, opened with the recipient's own key of the wrap's version.
    pub(super) fn opened_with(&self, kek: &DataKey) -> Result<DataKey, SealError> {
        let bound = bound(&self.cell, self.generation, self.recipient);
        Ok(blob::unwrap(kek, &bound, &self.sealed)?)
    }
}

/// A wrap to somebody, of a key about a subject of a span.
pub struct SpanWrap {
    /// What the key is for.
    pub cell: Cell,
    /// Its generation.
    pub generation: i64,
    /// By which grant it was wrapped; zero for the custody and the house.
    pub grant: Uuid,
    /// The version of the recipient's own key.
    pub version: i64,
    /// The wrapped key.
    pub sealed: Vec<u8>,
}

impl SpanWrap {
    /// The key, opened with the recipient's own key of the wrap's version.
    pub(super) fn opened_with(
        &self,
        recipient: Recipient,
        kek: &DataKey,
    ) -> Result<DataKey, SealError> {
        let bound = bound(&self.cell, self.generation, recipient);
        Ok(blob::unwrap(kek, &bound, &self.sealed)?)
    }
}

/// A key in the open, with what is needed to wrap it.
pub(super) struct Bare {
    /// Its id.
    pub id: Uuid,
    /// Whose keystore rows it is among.
    pub owner: CentreId,
    /// What it is for.
    pub cell: Cell,
    /// Its generation.
    pub generation: i64,
    /// The key.
    pub key: DataKey,
}

impl Vault {
    /// A new key of a cell.
    pub(super) fn bare(&self, owner: CentreId, cell: Cell, generation: i64) -> Bare {
        Bare {
            id: self.fresh_id(),
            owner,
            cell,
            generation,
            key: Secret::new(self.random()),
        }
    }

    /// Wraps a key to a recipient, by a grant or, with id zero, by rule.
    pub(super) fn wrap(
        &self,
        bare: &Bare,
        recipient: Recipient,
        grant: Uuid,
    ) -> Result<Wrap, SealError> {
        let nonce = self.nonce();
        let (version, kek) = self.with(|inside| {
            let version = inside.versions.get(&recipient).copied().unwrap_or(1);
            (version, inside.tree.kek(recipient, version))
        })?;
        let bound = bound(&bare.cell, bare.generation, recipient);
        Ok(Wrap {
            key: bare.id,
            owner: bare.owner,
            recipient,
            grant,
            version,
            sealed: blob::wrap(&kek, nonce, &bound, &bare.key)?,
        })
    }

    /// Opens a wrapped key.
    pub(super) fn unwrap(&self, wrapped: &Wrapped) -> Result<DataKey, SealError> {
        wrapped.opened_with(&self.kek(wrapped.recipient, wrapped.version)?)
    }

    /// A recipient's own key.
    pub(super) fn kek(&self, recipient: Recipient, version: i64) -> Result<DataKey, SealError> {
        self.with(|inside| inside.tree.kek(recipient, version))
    }
}

/// What is bound into a wrap: it opens nothing else and for nobody else.
pub(super) fn bound(cell: &Cell, generation: i64, recipient: Recipient) -> Vec<u8> {
    blob::lengthened(&[
        b"onthaal1/key",
        cell.subject.kind.code().as_bytes(),
        &cell.subject.id,
        cell.compartment.kind.code().as_bytes(),
        &cell.compartment.id,
        &generation.to_be_bytes(),
        recipient.kind().code().as_bytes(),
        &recipient.id(),
    ])
}
