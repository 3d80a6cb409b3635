//! What the tests of backups stand on: a house with a recovery sheet, people in it, and a folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::access::Actor;
use desk::audit::Trail;
use desk::backup::{Folder, Keeper, Opener, Tools};
use desk::people;
use desk::seal::{Vault, sheet};
use desk::store::Db;
use desk::{Desk, Entropy};
use domain::id::Ids;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::time::Clock;
use domain::{Instant, Pii, RecordId, RepeatKey, RequestId, Secret};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::house::House;

/// A clock that can be moved, and ids and random bytes of their own.
pub struct Works {
    seconds: AtomicI64,
    counter: AtomicU64,
}

impl Works {
    fn new(now: Instant) -> Self {
        Self {
            seconds: AtomicI64::new(now.unix()),
            counter: AtomicU64::new(1 << 40),
        }
    }

    /// Lets time go by.
    pub fn forward(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Works {
    fn now(&self) -> Instant {
        Instant::from_unix(self.seconds.load(Ordering::Relaxed))
    }
}

impl Entropy for Works {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            let count = self.counter.fetch_add(1, Ordering::Relaxed);
            part.copy_from_slice(&Sha256::digest(count.to_be_bytes())[..part.len()]);
        }
    }
}

impl Ids for Works {
    fn fresh(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}

/// A house whose backups two holders can open, and the desk that serves it.
pub struct Kept {
    pub house: House,
    pub desk: Desk,
    pub works: Arc<Works>,
    pub codes: [Secret<String>; 2],
    pub backups: TempDir,
}

impl Kept {
    pub async fn of(house: House) -> Self {
        let keys = house.desk.vault().keystore();
        let root = Secret::new([7; 32]);
        let sheet = sheet::print(keys, &root, house.desk.entropy())
            .await
            .unwrap();
        let works = Arc::new(Works::new(house.desk.now()));
        let desk = desk_over(house.desk.db().clone(), keys.clone(), &works, [8; 16]).await;
        Self {
            house,
            desk,
            works,
            codes: sheet.codes,
            backups: tempfile::tempdir().unwrap(),
        }
    }

    pub fn folder(&self) -> Folder {
        Folder::at(self.backups.path())
    }

    pub fn keeper(&self) -> Keeper {
        Keeper::new(self.desk.clone(), self.folder(), &[]).unwrap()
    }

    pub fn job(&self) -> Actor {
        Actor::Job {
            name: "backup",
            centre: self.house.centre,
            request: RequestId::new(self.desk.ids()),
        }
    }

    pub fn tools(&self) -> Tools {
        Tools {
            clock: self.works.clone(),
            ids: self.works.clone(),
            entropy: self.works.clone(),
        }
    }

    pub fn opener(&self, holder: usize) -> Opener {
        Opener::code(self.codes[holder].clone()).unwrap()
    }

    /// Where a house can be put back.
    pub fn elsewhere(&self, name: &str) -> PathBuf {
        self.house.folder.path().join(name)
    }
}

/// A desk over these databases, unsealed with the root secret of these tests.
pub async fn desk_over(db: Db, keys: Db, works: &Arc<Works>, chain: [u8; 16]) -> Desk {
    let vault = Vault::new(keys, works.clone(), works.clone());
    vault.unseal(&Secret::new([7; 32])).await.unwrap();
    Desk::new(desk::Parts {
        db,
        vault,
        trail: Trail::new(chain),
        clock: works.clone(),
        ids: works.clone(),
        entropy: works.clone(),
    })
}

/// Registers somebody by this name.
pub async fn register(kept: &Kept, name: &str) -> RecordId {
    let identity = Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    };
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let front = kept.house.colleague(Role::Reception);
    let key = RepeatKey::new(kept.desk.ids());
    people::register(&kept.desk, &front, new, key)
        .await
        .unwrap()
}

/// A desk over a house that was put back.
pub async fn opened(folder: &Path, like: &Kept) -> Desk {
    let db = Db::open_sqlite(&folder.join("onthaal.db")).await.unwrap();
    let keys = Db::open_sqlite(&folder.join("keys.db")).await.unwrap();
    desk_over(db, keys, &like.works, [9; 16]).await
}

/// How many people of the centre can be read.
pub async fn readable(desk: &Desk, like: &Kept) -> usize {
    people::rebuild_index(desk, &like.job()).await.unwrap()
}

/// Every file of a folder and of the folders in it.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    entries.flat_map(below).collect()
}

/// The identity whose secret half is these bytes.
pub fn identity(bytes: &[u8; 32]) -> Secret<String> {
    let hrp = bech32::Hrp::parse("age-secret-key-").unwrap();
    Secret::new(bech32::encode_upper::<bech32::Bech32>(hrp, bytes).unwrap())
}
