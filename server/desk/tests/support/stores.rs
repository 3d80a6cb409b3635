//! Fresh databases on both engines for one test. PostgreSQL is the server at `TEST_POSTGRES_URL` (an
//! address of a superuser); without it the tests of that engine say so and pass.

use desk::store::Db;
use sqlx::{Connection, Executor, PgConnection};
use tempfile::TempDir;

/// The data and the keystore of one test, migrated and empty.
pub struct Stores {
    /// The data.
    pub db: Db,
    /// The keystore.
    pub keys: Db,
    /// Where the files of SQLite are.
    pub folder: TempDir,
}

impl Stores {
    /// Two files in a folder of their own.
    pub async fn on_sqlite() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open_sqlite(&folder.path().join("onthaal.db")).await;
        let keys = Db::open_sqlite(&folder.path().join("keys.db")).await;
        Some(Self::migrated(db.unwrap(), keys.unwrap(), folder).await)
    }

    /// Two databases of their own; none when there is no server.
    pub async fn on_postgres() -> Option<Self> {
        let Ok(server) = std::env::var("TEST_POSTGRES_URL") else {
            eprintln!("skipped: TEST_POSTGRES_URL is not set");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let db = fresh_database(&server, &name(&folder, "data")).await;
        let keys = fresh_database(&server, &name(&folder, "keys")).await;
        Some(Self::migrated(db, keys, folder).await)
    }

    async fn migrated(db: Db, keys: Db, folder: TempDir) -> Self {
        db.migrate().await.unwrap();
        keys.migrate_keys().await.unwrap();
        Self { db, keys, folder }
    }

    /// Removes the databases again.
    pub async fn gone(self) {
        self.db.close().await;
        self.keys.close().await;
        if let (Db::Postgres(_), Ok(server)) = (&self.db, std::env::var("TEST_POSTGRES_URL")) {
            for part in ["data", "keys"] {
                let drop = format!(
                    "DROP DATABASE IF EXISTS {} WITH (FORCE)",
                    name(&self.folder, part)
                );
                on_server(&server, drop).await;
            }
        }
    }
}

async fn fresh_database(server: &str, name: &str) -> Db {
    on_server(server, format!("CREATE DATABASE {name}")).await;
    let (address, _) = server.rsplit_once('/').unwrap();
    Db::open_postgres(&format!("{address}/{name}"))
        .await
        .unwrap()
}

async fn on_server(server: &str, statement: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    connection
        .execute(sqlx::AssertSqlSafe(statement))
        .await
        .unwrap();
    connection.close().await.unwrap();
}

/// The random part of the folder's name keeps tests that run at the same time apart.
fn name(folder: &TempDir, part: &str) -> String {
    let folder = folder.path().file_name().unwrap().to_string_lossy();
    let random: String = folder.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("onthaal_{}_{part}", random.to_lowercase())
}

/// Declares tests that run once on each engine, as `<name>::on_sqlite` and `<name>::on_postgres`.
/// Each gets its [`Stores`] by reference.
macro_rules! both_engines {
    ($(async fn $name:ident($stores:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn holds($stores: &$crate::stores::Stores) $body

            #[tokio::test]
            async fn on_sqlite() {
                let stores = $crate::stores::Stores::on_sqlite().await.unwrap();
                holds(&stores).await;
                stores.gone().await;
            }

            #[tokio::test]
            async fn on_postgres() {
                let Some(stores) = $crate::stores::Stores::on_postgres().await else { return };
                holds(&stores).await;
                stores.gone().await;
            }
        }
    )+};
}
pub(crate) use both_engines;
