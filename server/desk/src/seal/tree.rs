//! The tree of keys under the root secret: one per recipient, one per kind of link, one per use. A
//! key of one branch says nothing about another.

use domain::Secret;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use super::blob::DataKey;
use super::recipient::Recipient;

/// The root secret, extracted. It is overwritten when dropped.
pub(super) struct Tree(Secret<[u8; 32]>);

impl Tree {
    /// The tree under a root secret.
    pub(super) fn under(root: &Secret<[u8; 32]>) -> Self {
        let (mut extracted, _) = Hkdf::<Sha256>::extract(Some(b"onthaal1"), root.expose());
        let tree = Self(Secret::new(extracted.into()));
        extracted.zeroize();
        tree
    }

    /// A key of the tree by its path.
    fn branch(&self, path: &[&[u8]]) -> Secret<[u8; 32]> {
        let mut key = [0; 32];
        let hkdf = Hkdf::<Sha256>::from_prk(self.0.expose()).expect("32 bytes are long enough");
        hkdf.expand_multi_info(path, &mut key)
            .expect("32 bytes are short enough");
        let branch = Secret::new(key);
        key.zeroize();
        branch
    }

    /// The key that wraps keys to a recipient: `kek/<kind>/<id>/v<version>`.
    pub(super) fn kek(&self, recipient: Recipient, version: i64) -> DataKey {
        let id = uuid::Uuid::from_bytes(recipient.id()).simple().to_string();
        let path = format!("kek/{}/{id}/v{version}", recipient.kind().code());
        self.branch(&[path.as_bytes()])
    }

    /// A key for one purpose of the program: `use/<purpose>/v<version>`.
    pub(super) fn purpose(&self, purpose: &str, version: i64) -> Secret<[u8; 32]> {
        self.branch(&[format!("use/{purpose}/v{version}").as_bytes()])
    }

    /// The pseudonym of some bytes in one context: HMAC-SHA-256, cut to sixteen bytes.
    pub(super) fn link(&self, context: &str, version: i64, of: &[u8]) -> [u8; 16] {
        let key = self.branch(&[format!("link/{context}/v{version}").as_bytes()]);
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.expose())
            .expect("HMAC takes a key of any length");
        mac.update(of);
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        let mut cut = [0; 16];
        cut.copy_from_slice(&whole[..16]);
        cut
    }

    /// What the keystore keeps to recognise the root secret.
    pub(super) fn check_value(&self) -> [u8; 32] {
        *self.branch(&[b"check/v1"]).expose()
    }

    /// Whether this is the tree whose check value the keystore keeps.
    pub(super) fn is_of(&self, check_value: &[u8]) -> bool {
        self.check_value().ct_eq(check_value).into()
    }
}
