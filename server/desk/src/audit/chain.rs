//! The hashes that bind rows. Leaves and links have different first bytes (as in RFC 6962), so that
//! no row can ever be read as a link, and a tree over the leaves can be added without rewriting.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The hash of everything in a chain up to a row.
pub(crate) type Head = [u8; 32];

/// What a chain starts from: its own id and beginning, so that neither can be changed later.
pub(crate) fn genesis(chain: Uuid, begun_at: DateTime<Utc>) -> Head {
    let mut bytes = Encoding::begin(2);
    bytes.field(b"onthaal-chain1");
    bytes.field(chain.as_bytes());
    bytes.instant(begun_at);
    bytes.hash()
}

/// The head after one more row.
pub(crate) fn next(previous: &[u8], leaf: &Head) -> Head {
    let mut hash = Sha256::new();
    hash.update([1]);
    hash.update(previous);
    hash.update(leaf);
    hash.finalize().into()
}

/// Bytes in which every field carries its length, so that two different rows never look alike.
pub(super) struct Encoding(Vec<u8>);

impl Encoding {
    pub(super) fn begin(kind: u8) -> Self {
        Self(vec![kind])
    }

    pub(super) fn field(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn optional(&mut self, bytes: Option<&[u8]>) {
        self.0.push(u8::from(bytes.is_some()));
        self.field(bytes.unwrap_or_default());
    }

    pub(super) fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_be_bytes());
    }

    /// Fractions are part of it: a row whose time was changed by less than a second is changed.
    pub(super) fn instant(&mut self, at: DateTime<Utc>) {
        self.field(&at.timestamp().to_be_bytes());
        self.number(u64::from(at.timestamp_subsec_nanos()));
    }

    pub(super) fn hash(self) -> Head {
        Sha256::digest(self.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_only_join_alike_are_told_apart() {
        let hash = |fields: &[&str]| {
            let mut bytes = Encoding::begin(0);
            for field in fields {
                bytes.field(field.as_bytes());
            }
            bytes.hash()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["a", ""]), hash(&["", "a"]));
    }

    #[test]
    fn nothing_is_not_an_empty_something() {
        let hash = |field: Option<&[u8]>| {
            let mut bytes = Encoding::begin(0);
            bytes.optional(field);
            bytes.hash()
        };
        assert_ne!(hash(None), hash(Some(b"")));
    }

    #[test]
    fn a_chain_is_bound_to_its_beginning() {
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        let chain = Uuid::from_u128(7);
        assert_ne!(genesis(chain, at(1)), genesis(chain, at(2)));
        assert_ne!(genesis(chain, at(1)), genesis(Uuid::from_u128(8), at(1)));
    }
}
