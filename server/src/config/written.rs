//! Settings as they are written down. Each stands here once, with its type, its default and what it
//! is for; the file, the environment and the reference are made of that.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Problem;

/// The file that is read where none is named and it is there.
const USUAL_FILE: &str = "onthaal.toml";
/// The file that the program of the package reads then.
const PACKAGED_FILE: &str = "/etc/onthaal/onthaal.toml";
/// Where that program is. A program that somebody builds beside it has settings of its own.
const PACKAGED_IN: &str = "/usr/bin";

/// A setting as the reference tells it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// What is written there.
    pub kind: &'static str,
    /// What holds where it is absent.
    pub usual: &'static str,
    /// How the command line says it; empty where it does not.
    pub line: &'static str,
    /// What it is for.
    pub says: &'static str,
}

impl Setting {
    /// Its name in the environment.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("ONTHAAL_{}", self.name.to_uppercase())
    }
}

/// What a setting may be.
trait Kind: Sized {
    /// What it is called in the reference.
    const NAME: &'static str;

    /// Reads it from the environment; none when it is not that.
    fn typed(text: &str) -> Option<Self>;
}

impl Kind for String {
    const NAME: &'static str = "text";

    fn typed(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Kind for PathBuf {
    const NAME: &'static str = "path";

    fn typed(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

impl Kind for bool {
    const NAME: &'static str = "true or false";

    fn typed(text: &str) -> Option<Self> {
        match text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        }
    }
}

/// Separated by commas.
impl Kind for Vec<String> {
    const NAME: &'static str = "list of texts";

    fn typed(text: &str) -> Option<Self> {
        Some(text.split(',').map(|one| one.trim().to_owned()).collect())
    }
}

/// Pairs with `=`, separated by commas.
impl Kind for BTreeMap<String, String> {
    const NAME: &'static str = "table of texts";

    fn typed(text: &str) -> Option<Self> {
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        };
        text.split(',').map(pair).collect()
    }
}

/// Declares the settings.
macro_rules! settings {
    ($($name:ident: $kind:ty = $usual:literal, $line:literal, $says:literal;)+) => {
        /// The settings as they are written down; absent ones are none.
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct Written {
            $(pub $name: Option<$kind>,)+
        }

        /// Every setting, as the reference tells it.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: stringify!($name),
            kind: <$kind as Kind>::NAME,
            usual: $usual,
            line: $line,
            says: $says,
        }),+];

        impl Written {
            /// Lays what the environment says over what the file says.
            pub(super) fn overlay(
                &mut self,
                environment: &dyn Fn(&str) -> Option<String>,
                problems: &mut Vec<Problem>,
            ) {
                let mut settings = SETTINGS.iter();
                $({
                    let setting = settings.next().expect("one for each field");
                    let told = environment(&setting.variable());
                    if let Some(text) = told.filter(|text| !text.is_empty()) {
                        match <$kind as Kind>::typed(&text) {
                            Some(value) => self.$name = Some(value),
                            None => problems.push(mistyped(setting)),
                        }
                    }
                })+
            }
        }
    };
}

settings! {
    data: PathBuf = "`data`", "`--data`",
        "The folder of the data.";
    addr: String = "`127.0.0.1:3000`", "`serve --addr`",
        "Where the staff site listens. An address of another kind than this machine's own needs a certificate or a proxy.";
    portal_addr: String = "`127.0.0.1:3001`", "`serve --portal-addr`",
        "Where the public site listens.";
    staff_hosts: Vec<String> = "`127.0.0.1`, `localhost`", "",
        "The names the staff site answers to, without port.";
    portal_hosts: BTreeMap<String, String> = "each centre as `<short name>.localhost`", "",
        "The names of the public sites, each with the short name of its centre.";
    database_url: String = "SQLite: `onthaal.db` in the data folder", "",
        "PostgreSQL for the data.";
    keys_database_url: String = "`keys.db`, or the database beside with `_keys` behind its name", "",
        "PostgreSQL for the keys.";
    key_file: PathBuf = "none", "",
        "The file with the root secret; not in the data folder.";
    checkpoints: PathBuf = "none", "",
        "The folder for signed checkpoints of the trail; not in the data folder.";
    backups: PathBuf = "none", "`backup --to`",
        "The folder for backups; not in the data folder.";
    backup_recipients: Vec<String> = "none", "",
        "Who opens backups besides the holders of the recovery sheet, as `age` writes it.";
    mail_authority: PathBuf = "none", "",
        "A certificate (PEM) of the house's own authority, for its mail server.";
    tls_cert: PathBuf = "none", "",
        "The certificate of the sites (PEM, the chain from its own to the authority's).";
    tls_key: PathBuf = "none", "",
        "The key of that certificate (PEM).";
    portal_tls_cert: PathBuf = "`tls_cert`", "",
        "A certificate for the public sites, so that the one of the staff site does not name them beside it.";
    portal_tls_key: PathBuf = "`tls_key`", "",
        "The key of that certificate (PEM).";
    tls_1_2: bool = "`false`", "",
        "Whether browsers that know no more than TLS 1.2 are let in.";
    behind_proxy: bool = "`false`", "",
        "Whether one proxy in front speaks TLS.";
    metrics_addr: String = "none", "",
        "Where figures about the program are, for Prometheus. Only an address of this machine.";
    exit_to: String = "`https://www.wikipedia.org/`", "",
        "Where the way out of the public site leads.";
}

impl Written {
    /// What the file says.
    pub(super) fn of(file: Option<&Path>, problems: &mut Vec<Problem>) -> Self {
        let Some(path) = file.or(usual()) else {
            return Self::default();
        };
        let says = match std::fs::read_to_string(path) {
            Err(error) => format!("{} cannot be read: {error}", path.display()),
            Ok(text) => match toml::from_str(&text) {
                Ok(written) => return written,
                Err(error) => format!("{}: {}", path.display(), error.message()),
            },
        };
        problems.push(Problem::new("config", &says));
        Self::default()
    }
}

/// The file that is read where none is named.
fn usual() -> Option<&'static Path> {
    let here = Path::new(USUAL_FILE);
    if here.exists() {
        return Some(here);
    }
    let program = std::env::current_exe().ok()?;
    let packaged = program.parent() == Some(Path::new(PACKAGED_IN));
    let file = Path::new(PACKAGED_FILE);
    (packaged && file.exists()).then_some(file)
}

fn mistyped(setting: &Setting) -> Problem {
    let says = match setting.kind {
        <bool as Kind>::NAME => "write true or false",
        _ => "write name=value, with commas between",
    };
    Problem::new(setting.name, says)
}
