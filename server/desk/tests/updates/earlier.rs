//! Data as an earlier program wrote them, on either engine: loaded once, and copied as often as needed.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use desk::store::Db;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, Executor, PgConnection};
use tempfile::TempDir;

/// Both databases of a house: of the data, and of the keys.
pub const PARTS: [&str; 2] = ["data", "keys"];

/// Data of an earlier program that are never changed, to copy from.
pub struct Earlier {
    /// Where its texts are.
    texts: PathBuf,
    /// The files of SQLite, and whatever a test needs.
    pub folder: TempDir,
    /// The server, on PostgreSQL.
    server: Option<String>,
    /// A number for each copy.
    copies: std::cell::Cell<usize>,
}

/// Where one copy is: two files, or the addresses of two databases.
pub struct Copy {
    /// Of the data and of the keys.
    pub places: [String; 2],
    names: Option<(String, [String; 2])>,
}

impl Earlier {
    /// What a program that knew migrations up to this one wrote, on SQLite.
    pub async fn on_sqlite(schema: &str) -> Self {
        let earlier = Self::of(schema, "sqlite", None);
        for part in PARTS {
            let db = Db::open_sqlite(&earlier.file(part)).await.unwrap();
            let Db::Sqlite { write, .. } = &db else {
                panic!("it is a file")
            };
            write.execute(earlier.text(part)).await.unwrap();
            db.close().await;
        }
        earlier
    }

    /// The same on PostgreSQL; none when there is no server.
    pub async fn on_postgres(schema: &str) -> Option<Self> {
        let Ok(server) = std::env::var("TEST_POSTGRES_URL") else {
            eprintln!("skipped: TEST_POSTGRES_URL is not set");
            return None;
        };
        let earlier = Self::of(schema, "postgres", Some(server.clone()));
        for part in PARTS {
            let name = earlier.name(part);
            on(&server, format!("CREATE DATABASE {name}")).await;
            let mut conn = connection(&server, &name).await;
            conn.execute(earlier.text(part)).await.unwrap();
            conn.close().await.unwrap();
        }
        Some(earlier)
    }

    fn of(schema: &str, engine: &str, server: Option<String>) -> Self {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
        Self {
            texts: fixtures.join(schema).join(engine),
            folder: tempfile::tempdir().unwrap(),
            server,
            copies: std::cell::Cell::new(0),
        }
    }

    /// The file of what the house was sealed with, for its owner alone.
    pub fn key(&self) -> PathBuf {
        let key = self.folder.path().join("house.key");
        std::fs::copy(self.texts.join("demo.key"), &key).unwrap();
        std::fs::set_permissions(&key, Permissions::from_mode(0o600)).unwrap();
        key
    }

    fn text(&self, part: &str) -> sqlx::AssertSqlSafe<String> {
        let file = self.texts.join(format!("{part}.sql"));
        sqlx::AssertSqlSafe(std::fs::read_to_string(file).unwrap())
    }

    fn file(&self, part: &str) -> PathBuf {
        self.folder.path().join(format!("{part}.db"))
    }

    fn name(&self, part: &str) -> String {
        let folder = self.folder.path().file_name().unwrap().to_string_lossy();
        let random: String = folder.chars().filter(char::is_ascii_alphanumeric).collect();
        format!("onthaal_was_{}_{part}", random.to_lowercase())
    }

    /// A copy that may be changed.
    pub async fn copy(&self) -> Copy {
        self.copies.set(self.copies.get() + 1);
        let number = self.copies.get();
        let Some(server) = &self.server else {
            let to = |part| self.file(&format!("{part}{number}"));
            for part in PARTS {
                std::fs::copy(self.file(part), to(part)).unwrap();
            }
            return Copy {
                places: PARTS.map(|part| to(part).display().to_string()),
                names: None,
            };
        };
        let names = PARTS.map(|part| format!("{}_{number}", self.name(part)));
        for (part, name) in PARTS.iter().zip(&names) {
            let from = self.name(part);
            on(server, format!("CREATE DATABASE {name} TEMPLATE {from}")).await;
        }
        let (before, _) = server.rsplit_once('/').unwrap();
        Copy {
            places: names.each_ref().map(|name| format!("{before}/{name}")),
            names: Some((server.clone(), names)),
        }
    }

    /// Removes what was loaded.
    pub async fn gone(self) {
        if let Some(server) = &self.server {
            for part in PARTS {
                drop_database(server, &self.name(part)).await;
            }
        }
    }
}

impl Copy {
    /// Opens the data and the keys.
    pub async fn open(&self) -> [Db; 2] {
        open(&self.places).await
    }

    /// Removes it.
    pub async fn gone(self) {
        match &self.names {
            Some((server, names)) => {
                for name in names {
                    drop_database(server, name).await;
                }
            }
            None => {
                for file in &self.places {
                    std::fs::remove_file(file).unwrap();
                }
            }
        }
    }
}

/// Opens two databases by where they are.
pub async fn open(places: &[String; 2]) -> [Db; 2] {
    let [data, keys] = places;
    if data.starts_with("postgres") {
        return [
            Db::open_postgres(data).await.unwrap(),
            Db::open_postgres(keys).await.unwrap(),
        ];
    }
    [
        Db::open_sqlite(Path::new(data)).await.unwrap(),
        Db::open_sqlite(Path::new(keys)).await.unwrap(),
    ]
}

/// Brings both up to this program, as it does when it starts.
pub async fn migrate([data, keys]: &[Db; 2]) {
    keys.migrate_keys().await.unwrap();
    data.migrate().await.unwrap();
}

async fn connection(server: &str, name: &str) -> PgConnection {
    let options = PgConnectOptions::from_str(server).unwrap();
    PgConnection::connect_with(&options.database(name))
        .await
        .unwrap()
}

async fn on(server: &str, statement: String) {
    let mut conn = PgConnection::connect(server).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
    conn.close().await.unwrap();
}

async fn drop_database(server: &str, name: &str) {
    on(
        server,
        format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    )
    .await;
}
