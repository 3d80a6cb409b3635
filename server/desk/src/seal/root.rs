//! The root secret and the ways to bring it: a key file that is kept away from the data, a
//! pass-phrase, or a code of the recovery sheet. With the last two it is stored in the keystore,
//! wrapped; it is stored in the open nowhere but in the key file.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use domain::Secret;
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use super::blob::{self, DataKey};
use crate::Entropy;
use crate::store::keys::root::{self, Kept};
use crate::store::{Db, StoreError};

mod key_file;

pub use key_file::{read_key_file, room_for_key_file, usable, write_key_file};

/// The root secret itself.
pub type Root = Secret<[u8; 32]>;

/// The word under which a root secret is kept for a pass-phrase.
const METHOD: &str = "passphrase";
/// Argon2id with 64 MiB, three passes, one lane.
const ARGON2ID: i64 = 1;

/// Why the root secret was not stored or brought.
#[derive(Debug, thiserror::Error)]
pub enum RootError {
    /// The file holds something else than 64 hexadecimal digits.
    #[error("the key file does not hold a key")]
    NotAKey,
    /// The key file is in the data folder: whoever takes the data has the key.
    #[error("the key file is in the data folder; keep it somewhere else")]
    BesideTheData,
    /// Others than the owner can read the key file.
    #[error("others can read the key file; give it mode 0600")]
    OpenToOthers,
    /// The key file cannot be read or written.
    #[error("the key file cannot be used")]
    File(#[from] std::io::Error),
    /// The code of the sheet was mistyped.
    #[error("the code was mistyped")]
    Mistyped,
    /// No such pass-phrase or code opens this keystore.
    #[error("this does not open the keystore")]
    Wrong,
    /// There is not enough memory for hashing a pass-phrase.
    #[error("the pass-phrase cannot be worked on")]
    Unworkable,
    /// The keystore failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What somebody brings to unseal with.
pub enum RootSource<'a> {
    /// A key file, and the data folder it may not be in; a demo may keep it there.
    KeyFile {
        /// Where the key is.
        file: &'a Path,
        /// Where the data are, when they are in a folder.
        data: Option<&'a Path>,
        /// Whether the data say that they are invented.
        demo: bool,
    },
    /// A pass-phrase that was typed.
    PassPhrase(Secret<String>),
    /// A code of the recovery sheet that was typed.
    Sheet(Secret<String>),
}

impl RootSource<'_> {
    /// The root secret, of the file or of the keystore.
    ///
    /// # Errors
    /// As [`read_key_file`], [`by_passphrase`] and [`super::sheet::by_code`].
    pub async fn bring(self, keys: &Db) -> Result<Root, RootError> {
        match self {
            Self::KeyFile { file, data, demo } => {
                if let (Some(data), false) = (data, demo) {
                    key_file::apart(file, data)?;
                }
                read_key_file(file)
            }
            Self::PassPhrase(typed) => by_passphrase(keys, typed).await,
            Self::Sheet(typed) => super::sheet::by_code(keys, &typed).await,
        }
    }
}

/// A new root secret.
#[must_use]
pub fn fresh(entropy: &dyn Entropy) -> Root {
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes);
    let root = Secret::new(bytes);
    bytes.zeroize();
    root
}

/// Keeps the root secret under a pass-phrase, instead of the one before.
///
/// # Errors
/// [`RootError::Store`].
pub async fn keep_for_passphrase(
    keys: &Db,
    root: &Root,
    typed: Secret<String>,
    entropy: &dyn Entropy,
) -> Result<(), RootError> {
    let (mut salt, mut id) = ([0; 16], [0; 16]);
    entropy.fill(&mut salt);
    entropy.fill(&mut id);
    let kek = stretched(typed, salt.to_vec()).await?;
    let kept = wrapped(&kek, root, entropy, (METHOD, 1, ARGON2ID, id, &salt))?;
    root::keep(keys, &kept).await?;
    Ok(root::drop_others(keys, METHOD, [kept.id; 2]).await?)
}

/// The root secret that is kept under a pass-phrase.
///
/// # Errors
/// [`RootError::Wrong`] when the pass-phrase is another one, or none was set.
pub async fn by_passphrase(keys: &Db, typed: Secret<String>) -> Result<Root, RootError> {
    for kept in root::kept(keys, METHOD).await? {
        if kept.scheme == ARGON2ID {
            let kek = stretched(typed.clone(), kept.salt.clone()).await?;
            if let Ok(root) = unwrapped(&kek, &kept) {
                return Ok(root);
            }
        }
    }
    Err(RootError::Wrong)
}

/// The wrapping key of a pass-phrase; off the threads that serve requests, for it takes a while.
async fn stretched(typed: Secret<String>, salt: Vec<u8>) -> Result<DataKey, RootError> {
    tokio::task::spawn_blocking(move || {
        let params = Params::new(64 * 1024, 3, 1, Some(32)).map_err(|_| RootError::Unworkable)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut key = Zeroizing::new([0; 32]);
        argon2
            .hash_password_into(typed.expose().as_bytes(), &salt, &mut *key)
            .map_err(|_| RootError::Unworkable)?;
        Ok(Secret::new(*key))
    })
    .await
    .map_err(|_| RootError::Unworkable)?
}

/// What a row of the keystore holds besides the wrap: method, holder, scheme, id and salt.
type Around<'a> = (&'static str, i64, i64, [u8; 16], &'a [u8]);

/// Wraps the root secret.
pub(super) fn wrapped(
    kek: &DataKey,
    root: &Root,
    entropy: &dyn Entropy,
    around: Around<'_>,
) -> Result<Kept, RootError> {
    let (method, holder, scheme, id, salt) = around;
    let mut nonce = [0; blob::NONCE];
    entropy.fill(&mut nonce);
    let bound = bound(method, holder, id);
    let sealed = blob::wrap(kek, nonce, &bound, root).map_err(|_| RootError::Unworkable)?;
    Ok(Kept {
        id: Uuid::from_bytes(id),
        method: method.to_owned(),
        holder,
        scheme,
        salt: salt.to_vec(),
        sealed,
        recipient: None,
    })
}

/// Opens a wrapped root secret.
pub(super) fn unwrapped(kek: &DataKey, kept: &Kept) -> Result<Root, RootError> {
    let bound = bound(&kept.method, kept.holder, kept.id.into_bytes());
    blob::unwrap(kek, &bound, &kept.sealed).map_err(|_| RootError::Wrong)
}

fn bound(method: &str, holder: i64, id: [u8; 16]) -> Vec<u8> {
    let holder = holder.to_be_bytes();
    blob::lengthened(&[b"onthaal1/root", method.as_bytes(), &holder, &id])
}
