//! A house to test in: a desk with everything real behind it, on either engine, in data that are
//! gone afterwards. The clock stands at 10 March 2026, 09:00; ids and random bytes repeat.

#![cfg(test)]

use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::access::{Actor, StaffActor};
use desk::audit::Trail;
use desk::places::{self, NewCentre};
use desk::seal::Vault;
use desk::store::Db;
use desk::{Desk, Entropy, Parts};
use domain::id::Ids;
use domain::role::Role;
use domain::time::{CentreZone, Clock};
use domain::{Address, CentreId, Instant, Language, Profile, RequestId, Secret, SessionId, UserId};
use sha2::{Digest, Sha256};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tempfile::TempDir;

/// Writes one test twice: once for each engine. On PostgreSQL it needs `TEST_POSTGRES_URL`.
#[macro_export]
macro_rules! on_both_engines {
    ($($story:ident => $sqlite:ident, $postgres:ident;)+) => {$(
        #[tokio::test]
        async fn $sqlite() {
            $story($crate::support::house::House::on_sqlite().await).await;
        }

        #[tokio::test]
        async fn $postgres() {
            match $crate::support::house::House::on_postgres().await {
                Some(house) => $story(house).await,
                None => eprintln!("left out: TEST_POSTGRES_URL is not set"),
            }
        }
    )+};
}

/// Everything a test needs; the folder goes when it is dropped, the database with the cluster.
pub struct House {
    pub desk: Desk,
    pub centre: CentreId,
    pub url: String,
    pub folder: TempDir,
    pub still: Arc<Still>,
}

/// A clock that stands still, ids and random bytes that repeat.
pub struct Still {
    seconds: AtomicI64,
    counter: AtomicU64,
}

impl Clock for Still {
    fn now(&self) -> Instant {
        Instant::from_unix(self.seconds.load(Ordering::Relaxed))
    }
}

impl Still {
    fn new() -> Self {
        Self {
            seconds: AtomicI64::new(1_773_133_200),
            counter: AtomicU64::new(0),
        }
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    fn next(&self) -> [u8; 32] {
        let count = self.counter.fetch_add(1, Ordering::Relaxed);
        Sha256::digest(count.to_be_bytes()).into()
    }
}

impl Ids for Still {
    fn fresh(&self) -> [u8; 16] {
        self.next()[..16].try_into().unwrap()
    }
}

impl Entropy for Still {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            part.copy_from_slice(&self.next()[..part.len()]);
        }
    }
}

impl House {
    /// A house on SQLite.
    pub async fn on_sqlite() -> Self {
        Self::on_sqlite_with(Secret::new([7; 32])).await
    }

    /// A house on SQLite with its own root secret.
    pub async fn on_sqlite_with(root: Secret<[u8; 32]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("onthaal.db");
        let db = Db::open_sqlite(&file).await.unwrap();
        let keys = Db::open_sqlite(&folder.path().join("keys.db"))
            .await
            .unwrap();
        let url = format!("sqlite://{}", file.display());
        Self::on(db, keys, (url, folder), &root).await
    }

    /// A house on PostgreSQL, in two databases of its own.
    pub async fn on_postgres() -> Option<Self> {
        let server = std::env::var("TEST_POSTGRES_URL").ok()?;
        let (data, keys) = (database(&server).await, database(&server).await);
        let db = Db::open_postgres(&data).await.unwrap();
        let keys = Db::open_postgres(&keys).await.unwrap();
        let kept = (data, tempfile::tempdir().unwrap());
        Some(Self::on(db, keys, kept, &Secret::new([7; 32])).await)
    }

    async fn on(
        db: Db,
        keys: Db,
        (url, folder): (String, TempDir),
        root: &Secret<[u8; 32]>,
    ) -> Self {
        db.migrate().await.unwrap();
        keys.migrate_keys().await.unwrap();
        let still = Arc::new(Still::new());
        let vault = Vault::new(keys, still.clone(), still.clone());
        vault.found(root).await.unwrap();
        let desk = desk_of(db, vault, [1; 16], still.clone());
        let centre = found(&desk).await;
        Self {
            desk,
            centre,
            url,
            folder,
            still,
        }
    }

    /// The desk of another process on the same data, with its own chain.
    pub async fn another(&self, chain: [u8; 16]) -> Desk {
        let still = Arc::new(Still::new());
        let keys = self.desk.vault().keystore().clone();
        let vault = Vault::new(keys, still.clone(), still.clone());
        vault.unseal(&Secret::new([7; 32])).await.unwrap();
        desk_of(self.desk.db().clone(), vault, chain, still)
    }

    /// A colleague in this role.
    pub fn colleague(&self, role: Role) -> Actor {
        let ids = self.desk.ids();
        Actor::Staff(StaffActor {
            user: UserId::new(ids),
            centre: self.centre,
            role,
            service: None,
            session: SessionId::new(ids),
            request: RequestId::new(ids),
            language: Language::Nl,
            proved_at: self.desk.now(),
        })
    }
}

fn desk_of(db: Db, vault: Vault, chain: [u8; 16], still: Arc<Still>) -> Desk {
    Desk::new(Parts {
        db,
        vault,
        trail: Trail::new(chain),
        clock: still.clone(),
        ids: still.clone(),
        entropy: still,
    })
}

async fn found(desk: &Desk) -> CentreId {
    let centre = CentreId::new(desk.ids());
    let actor = Actor::Cli {
        centre,
        request: RequestId::new(desk.ids()),
    };
    let new = NewCentre {
        slug: "linde".to_owned(),
        name: "De Linde".to_owned(),
        zone: CentreZone::parse("Europe/Brussels").unwrap(),
        language: Language::Nl,
        address: Address::U,
        profile: Profile::ALL[0],
    };
    places::install(desk, &actor, true).await.unwrap();
    places::found(desk, &actor, new, (&[], &[])).await.unwrap();
    centre
}

/// Makes a database whose name no other test has.
pub async fn database(server: &str) -> String {
    let options = PgConnectOptions::from_str(server).unwrap();
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await
        .unwrap();
    let name: String =
        sqlx::query_scalar("SELECT 'house_' || replace(gen_random_uuid()::text, '-', '')")
            .fetch_one(&pool)
            .await
            .unwrap();
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(create).execute(&pool).await.unwrap();
    pool.close().await;
    let (before, _) = server.rsplit_once('/').unwrap();
    format!("{before}/{name}")
}
