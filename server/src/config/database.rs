//! Where the data and the keys are: two files of a folder, or two databases of a server.

use std::path::{Path, PathBuf};

use domain::Secret;

use super::Problem;

/// Where the rows are.
#[derive(Clone)]
pub enum Database {
    /// A file in the data folder.
    Sqlite(PathBuf),
    /// A PostgreSQL database, by its address with user and pass-word.
    Postgres(Secret<String>),
}

impl Database {
    /// The database without its secrets.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Sqlite(file) => format!("SQLite, {}", file.display()),
            Self::Postgres(_) => "PostgreSQL, address hidden".to_owned(),
        }
    }
}

/// The data, and the keys apart from them: `keys.db` beside the file, or a second database whose
/// name ends in `_keys` where none is named.
pub(super) fn databases(
    data: &Path,
    url: Option<String>,
    keys_url: Option<String>,
    problems: &mut Vec<Problem>,
) -> (Database, Database) {
    let Some(url) = url else {
        if keys_url.is_some() {
            let says = "is of no use without database_url".to_owned();
            problems.push(Problem {
                setting: "keys_database_url",
                says,
            });
        }
        let file = |name| Database::Sqlite(data.join(name));
        return (file("onthaal.db"), file("keys.db"));
    };
    let keys = keys_url.unwrap_or_else(|| beside(&url));
    for (setting, url) in [("database_url", &url), ("keys_database_url", &keys)] {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            problems.push(Problem {
                setting,
                says: "starts with postgres://".to_owned(),
            });
        }
    }
    if url == keys {
        let says = "must be another database than database_url".to_owned();
        problems.push(Problem {
            setting: "keys_database_url",
            says,
        });
    }
    (
        Database::Postgres(Secret::new(url)),
        Database::Postgres(Secret::new(keys)),
    )
}

/// The address of the database beside this one, with `_keys` behind its name.
fn beside(url: &str) -> String {
    match url.split_once('?') {
        Some((base, query)) => format!("{base}_keys?{query}"),
        None => format!("{url}_keys"),
    }
}
