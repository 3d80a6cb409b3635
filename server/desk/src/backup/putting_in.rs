//! Putting a house back into two empty databases of PostgreSQL. Every file is proved before the engine
//! sees a byte of it: an archive is a program. A mark stands in the data until the ledger is replayed,
//! and nothing serves what is marked.

use std::collections::BTreeMap;

use domain::Instant;

use super::archive::ENGINE;
use super::beside::Told;
use super::folder::{Folder, Part, Piece};
use super::following::blocking;
use super::putting_back::Chain;
use super::replaying::Tools;
use super::restore::{Opener, Proving, Restored, youngest};
use super::unpacking::Unpacker;
use super::{BackupError, PURPOSE, programs};
use crate::seal::purpose_key;
use crate::seal::root::Root;
use crate::store::Db;
use crate::store::dumps::{self, Snapshot};

/// What was proved and waits to be put in.
struct Proved {
    restored: Restored,
    keys: Chain,
    data: Chain,
    told: Told,
}

/// Puts a house back into two databases where nothing is: the data, and the keys.
///
/// # Errors
/// What stood in the way; the databases are empty then. What a power cut left half-way is begun anew.
pub async fn restore_into(
    from: &Folder,
    opener: &Opener,
    (data, keys, until): (&Db, &Db, Option<Instant>),
    tools: &Tools,
) -> Result<Restored, BackupError> {
    let proved = proved(from, opener, until).await?;
    if !dumps::is_marked(data).await? {
        if !dumps::is_empty(data).await? || !dumps::is_empty(keys).await? {
            return Err(BackupError::NotEmpty);
        }
        dumps::mark(data).await?;
    }
    emptied(data, keys).await?;
    match put_in(opener, proved, (data, keys), tools).await {
        Ok(restored) => {
            dumps::unmark(data).await?;
            Ok(restored)
        }
        Err(error) => {
            // Where that fails too the mark stays, and the next one clears both.
            if emptied(data, keys).await.is_ok() {
                dumps::unmark(data).await?;
            }
            Err(error)
        }
    }
}

async fn emptied(data: &Db, keys: &Db) -> Result<(), BackupError> {
    dumps::clear(keys).await?;
    Ok(dumps::clear(data).await?)
}

/// Proves both files and the ledger.
async fn proved(
    from: &Folder,
    opener: &Opener,
    until: Option<Instant>,
) -> Result<Proved, BackupError> {
    let (of_keys, of_data) = youngest(from, until)?;
    let first = of_keys.of(Part::Keys).next().cloned();
    let root = root(opener, first.ok_or(BackupError::NothingThere)?).await?;
    let proof = Proving {
        identity: opener.identity.clone(),
        key: purpose_key(&root, PURPOSE),
        until,
    };
    let keys = proof.chain(&of_keys, Part::Keys).await?;
    let data = proof.chain(&of_data, Part::Data).await?;
    if [&keys, &data]
        .iter()
        .any(|chain| chain.whole.engine != ENGINE)
    {
        return Err(BackupError::OtherEngine);
    }
    let told = proof.ledger(from, keys.ledger.max(data.ledger)).await?;
    let restored = Restored {
        root,
        at: Instant::from_unix(data.whole.at),
        pieces: 0,
        torn: false,
        rows: BTreeMap::new(),
    };
    Ok(Proved {
        restored,
        keys,
        data,
        told,
    })
}

/// The root secret, which lies wrapped in the heading of the keys: nobody who does not know a code can
/// have put another one there.
async fn root(opener: &Opener, first: Piece) -> Result<Root, BackupError> {
    let identity = opener.identity.clone();
    let read = blocking(move || Ok(Unpacker::open(&first.path, &identity, None)?.0));
    let heading = read.await?;
    if heading.engine != ENGINE {
        return Err(BackupError::OtherEngine);
    }
    Ok(opener.root_of(&heading.wraps)?)
}

async fn put_in(
    opener: &Opener,
    proved: Proved,
    (data, keys): (&Db, &Db),
    tools: &Tools,
) -> Result<Restored, BackupError> {
    let Proved {
        mut restored,
        keys: of_keys,
        data: of_data,
        told,
    } = proved;
    filled(opener, &of_keys, keys).await?;
    filled(opener, &of_data, data).await?;
    tools
        .replay_in((data.clone(), keys.clone()), (&restored.root, &told))
        .await?;
    restored.rows = Snapshot::begin(data).await?.rows().await?;
    Ok(restored)
}

/// Puts one archive in, and sees that every table has as many rows as were counted.
async fn filled(opener: &Opener, chain: &Chain, into: &Db) -> Result<(), BackupError> {
    let reach = into.reach().ok_or(BackupError::OtherEngine)?;
    let (identity, path) = (opener.identity.clone(), chain.pieces[0].path.clone());
    blocking(move || {
        let (_, mut unpacker) = Unpacker::open(&path, &identity, None)?;
        unpacker.next_section();
        programs::restore(&reach, &mut unpacker)?;
        unpacker.finish().map(drop)
    })
    .await?;
    let rows = Snapshot::begin(into).await?.rows().await?;
    if rows == chain.whole.rows {
        Ok(())
    } else {
        Err(BackupError::Miscounted)
    }
}
