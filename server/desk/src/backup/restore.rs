//! Putting a house back from its backups, into a place where nothing is: the keys, with which the
//! rest is proved, then the data up to the last whole piece. Nothing has its own name before
//! everything is there and the ledger of erasures is replayed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use age::x25519::{Identity, Recipient};
use domain::{Instant, Secret};

use super::beside::Told;
use super::folder::{Folder, Part, Set};
use super::following::blocking;
use super::place::Place;
use super::putting_back::{self, Chain, Proof};
use super::replaying::Tools;
use super::{BackupError, PURPOSE, beside};
use crate::Entropy;
use crate::seal::root::{Root, RootError};
use crate::seal::{purpose_key, sheet};
use crate::store::Db;
use crate::store::keys::root::Kept;
use crate::store::pages::Pin;

/// What opens backups, and brings the root secret that proves them.
#[derive(Clone)]
pub struct Opener {
    pub(super) identity: Identity,
    root: Brought,
}

#[derive(Clone)]
enum Brought {
    Code(Secret<String>),
    Known(Root),
}

/// What was put back.
pub struct Restored {
    /// The root secret of the house, which the keystore gave.
    pub root: Root,
    /// The house is as it was at this moment.
    pub at: Instant,
    /// How many pieces came after the whole.
    pub pieces: usize,
    /// Whether files after this moment did not open.
    pub torn: bool,
    /// How many rows each table has now. Those of the whole were found as they were counted.
    pub rows: BTreeMap<String, i64>,
}

impl Opener {
    /// With a code of the recovery sheet, which is all that is needed.
    ///
    /// # Errors
    /// [`RootError::Mistyped`].
    pub fn code(typed: Secret<String>) -> Result<Self, RootError> {
        let identity = sheet::opener(&typed)?;
        let root = Brought::Code(typed);
        Ok(Self { identity, root })
    }

    /// With the identity of another recipient, and the root secret beside it.
    ///
    /// # Errors
    /// [`BackupError::DoesNotOpen`] for what is no identity.
    pub fn identity(text: &Secret<String>, root: Root) -> Result<Self, BackupError> {
        let identity = Identity::from_str(text.expose().trim());
        let identity = identity.map_err(|_| BackupError::DoesNotOpen)?;
        let root = Brought::Known(root);
        Ok(Self { identity, root })
    }

    /// A pair of keys that nobody else has, for one backup that is tried at once.
    ///
    /// # Errors
    /// [`RootError::Unworkable`].
    pub(super) fn for_once(
        entropy: &dyn Entropy,
        root: Root,
    ) -> Result<(Self, Recipient), RootError> {
        let identity = sheet::identity_for_once(entropy)?;
        let recipient = identity.to_public();
        let root = Brought::Known(root);
        Ok((Self { identity, root }, recipient))
    }

    /// The root secret of the house whose keys these are.
    ///
    /// # Errors
    /// [`RootError::Wrong`] for a code of another house.
    async fn root(&self, keys: &Db) -> Result<Root, RootError> {
        match &self.root {
            Brought::Code(_) => self.root_of(&sheet::wraps(keys).await?),
            Brought::Known(root) => Ok(root.clone()),
        }
    }

    /// The same, of the wraps of the sheet that was in use.
    ///
    /// # Errors
    /// [`RootError::Wrong`] for a code of another house.
    pub(super) fn root_of(&self, wraps: &[Kept]) -> Result<Root, RootError> {
        match &self.root {
            Brought::Code(typed) => sheet::unwrapped_by(wraps, typed),
            Brought::Known(root) => Ok(root.clone()),
        }
    }
}

/// Puts a house on SQLite back into a folder where nothing is.
///
/// # Errors
/// What stood in the way; the folder is as it was then.
pub async fn restore(
    from: &Folder,
    opener: &Opener,
    (to, until): (&Path, Option<Instant>),
    tools: &Tools,
) -> Result<Restored, BackupError> {
    let place = Place::empty(to)?;
    let (mut restored, told) = put_back(from, opener, &place, until).await?;
    tools.replay(&place, &restored.root, &told).await?;
    restored.rows = whole(&place.data()).await?;
    place.settle()?;
    Ok(restored)
}

/// Puts both databases into a place, whole and proved, still without their names.
pub(super) async fn put_back(
    from: &Folder,
    opener: &Opener,
    place: &Place,
    until: Option<Instant>,
) -> Result<(Restored, Told), BackupError> {
    let (of_keys, of_data) = youngest(from, until)?;
    let (of_keys, of_data) = (&of_keys, &of_data);
    let root = keys_whole(of_keys, opener, place).await?;
    let proof = Proving {
        identity: opener.identity.clone(),
        key: purpose_key(&root, PURPOSE),
        until,
    };
    let keys = proof.chain(of_keys, Part::Keys).await?;
    let mut data = proof.chain(of_data, Part::Data).await?;
    let same = of_keys.path == of_data.path;
    let torn = data.torn.is_some() || (same && keys.torn.is_some());
    if let (true, Some(torn)) = (same, keys.torn) {
        data.pieces
            .retain(|piece| piece.number == 0 || piece.at < torn);
    }
    proof.pieces(&keys, place.keys()).await?;
    proof.whole(&data, place.data()).await?;
    proof.pieces(&data, place.data()).await?;
    let at = data
        .pieces
        .last()
        .map_or_else(|| Instant::from_unix(data.whole.at), |last| last.at);
    let known = keys.ledger.max(data.ledger);
    let told = proof.ledger(from, known).await?;
    let (pieces, rows) = (data.pieces.len() - 1, BTreeMap::new());
    let restored = Restored {
        root,
        at,
        pieces,
        torn,
        rows,
    };
    Ok((restored, told))
}

/// The youngest keys, and the data that tell the most of what was there at the moment.
pub(super) fn youngest(from: &Folder, until: Option<Instant>) -> Result<(Set, Set), BackupError> {
    let sets = from.sets()?;
    let whole = |set: &&Set| set.of(Part::Keys).any(|piece| piece.number == 0);
    let of_keys = sets.iter().rev().find(whole);
    match (of_keys, chosen(&sets, until)) {
        (Some(keys), Some(data)) => Ok((keys.clone(), data.clone())),
        _ => Err(BackupError::NothingThere),
    }
}

/// The set that tells the most of what was there at the moment: the last one that begins before it.
fn chosen(sets: &[Set], until: Option<Instant>) -> Option<&Set> {
    let at = |set: &&Set| {
        let taken = set.of(Part::Data).map(|piece| piece.at);
        taken
            .filter(|at| until.is_none_or(|until| *at <= until))
            .max()
    };
    let begun = |set: &&Set| {
        set.whole_at()
            .is_some_and(|at| until.is_none_or(|until| at <= until))
    };
    sets.iter().filter(begun).max_by_key(at)
}

/// Puts the whole of the keys there, and asks them for the root secret.
async fn keys_whole(set: &Set, opener: &Opener, place: &Place) -> Result<Root, BackupError> {
    let first = set
        .of(Part::Keys)
        .next()
        .cloned()
        .ok_or(BackupError::NothingThere)?;
    let (identity, to) = (opener.identity.clone(), place.keys());
    blocking(move || putting_back::whole(&first, &identity, &to)).await?;
    let keys = Db::open_sqlite(&place.keys()).await?;
    let root = opener.root(&keys).await;
    keys.close().await;
    Ok(root?)
}

/// Proves and puts back off the threads that serve requests.
pub(super) struct Proving {
    pub identity: Identity,
    pub key: Secret<[u8; 32]>,
    pub until: Option<Instant>,
}

impl Proving {
    pub(super) async fn chain(&self, set: &Set, part: Part) -> Result<Chain, BackupError> {
        let (identity, key, mut set) = (self.identity.clone(), self.key.clone(), set.clone());
        if let (Part::Data, Some(until)) = (part, self.until) {
            set.pieces.retain(|piece| piece.at <= until);
        }
        blocking(move || {
            let proof = Proof {
                identity: &identity,
                key: &key,
            };
            proof.chain(&set, part)
        })
        .await
    }

    pub(super) async fn ledger(&self, from: &Folder, known: u64) -> Result<Told, BackupError> {
        let (identity, key, from) = (self.identity.clone(), self.key.clone(), from.clone());
        blocking(move || beside::read(&from, &identity, &key, known)).await
    }

    /// Puts the whole of a chain there, and counts it.
    async fn whole(&self, chain: &Chain, to: PathBuf) -> Result<(), BackupError> {
        let (identity, first, file) = (self.identity.clone(), chain.pieces[0].clone(), to.clone());
        blocking(move || putting_back::whole(&first, &identity, &file)).await?;
        counted(&to, &chain.whole.rows).await
    }

    /// Puts the pieces after the whole on top of it.
    async fn pieces(&self, chain: &Chain, to: PathBuf) -> Result<(), BackupError> {
        let (identity, page) = (self.identity.clone(), chain.whole.page);
        let pieces = chain.pieces[1..].to_vec();
        blocking(move || {
            let put = |piece| putting_back::piece(piece, &identity, (&to, page));
            pieces.iter().try_for_each(put)
        })
        .await
    }
}

/// Sees that every table has as many rows as were counted when the whole was made.
async fn counted(file: &Path, rows: &BTreeMap<String, i64>) -> Result<(), BackupError> {
    let (_, found) = looked_at(file).await?;
    if found == *rows {
        Ok(())
    } else {
        Err(BackupError::Miscounted)
    }
}

/// Sees that SQLite finds nothing wrong with the file; gives how many rows each table has.
async fn whole(file: &Path) -> Result<BTreeMap<String, i64>, BackupError> {
    let (whole, rows) = looked_at(file).await?;
    if whole {
        Ok(rows)
    } else {
        Err(BackupError::DoesNotOpen)
    }
}

async fn looked_at(file: &Path) -> Result<(bool, BTreeMap<String, i64>), BackupError> {
    let db = Db::open_sqlite(file).await?;
    let mut pin = Pin::begin(&db).await?;
    let (whole, rows) = (pin.is_whole().await, pin.rows().await);
    pin.end().await;
    db.close().await;
    Ok((whole?, rows?))
}
