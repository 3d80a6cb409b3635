//! The settings: one file, the environment, and the command line, in that order, the later winning.
//! They are parsed once into types; everything that is wrong is said in one go.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::cli::Stop;

mod database;

pub use database::Database;
use database::databases;

/// The file that is read where none is named.
const USUAL_FILE: &str = "onthaal.toml";

/// Settings as they are written down.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    data: Option<PathBuf>,
    addr: Option<String>,
    portal_addr: Option<String>,
    staff_hosts: Option<Vec<String>>,
    portal_hosts: Option<BTreeMap<String, String>>,
    database_url: Option<String>,
    keys_database_url: Option<String>,
    key_file: Option<PathBuf>,
    checkpoints: Option<PathBuf>,
    backups: Option<PathBuf>,
    backup_recipients: Option<Vec<String>>,
    mail_authority: Option<PathBuf>,
    behind_proxy: Option<bool>,
    exit_to: Option<String>,
}

/// Settings from the command line.
#[derive(Clone, Default)]
pub struct Given {
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--addr`
    pub addr: Option<String>,
    /// `--portal-addr`
    pub portal_addr: Option<String>,
}

/// The settings in force.
#[derive(Clone)]
pub struct Config {
    /// The folder of the data, the lock and, in a demo, the key.
    pub data: PathBuf,
    /// Where the staff site listens.
    pub addr: SocketAddr,
    /// Where the public site listens.
    pub portal_addr: SocketAddr,
    /// The names the staff site answers to, without port.
    pub staff_hosts: Vec<String>,
    /// The names the public sites answer to, each with the short name of its centre. Empty: every
    /// centre as `<short name>.localhost`.
    pub portal_hosts: BTreeMap<String, String>,
    /// The data.
    pub database: Database,
    /// The keys.
    pub keys: Database,
    /// The file with the secret that opens the data.
    pub key_file: Option<PathBuf>,
    /// The folder for signed checkpoints of the trail.
    pub checkpoints: Option<PathBuf>,
    /// The folder for backups.
    pub backups: Option<PathBuf>,
    /// Who can open the backups besides the holders of the recovery sheet, as age writes them.
    pub backup_recipients: Vec<String>,
    /// The file with the certificate of the house's own authority, for its mail server.
    pub mail_authority: Option<PathBuf>,
    /// Whether a proxy in front speaks TLS.
    pub behind_proxy: bool,
    /// Where the exit of the public site leads.
    pub exit_to: String,
}

/// One thing that is wrong.
pub struct Problem {
    /// Which setting.
    pub setting: &'static str,
    /// What is wrong, and what would be right.
    pub says: String,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// [`Stop::Use`] with everything that is wrong, in one line.
    pub fn load(file: Option<&Path>, given: &Given) -> Result<Self, Stop> {
        let environment = |name: &str| std::env::var(name).ok();
        let (config, problems) = Self::read(file, given, &environment);
        if problems.is_empty() {
            return Ok(config);
        }
        let lines: Vec<String> = problems
            .iter()
            .map(|p| format!("{}: {}", p.setting, p.says))
            .collect();
        Err(Stop::Use(lines.join("; ")))
    }

    /// Reads the settings and everything that is wrong with them; a wrong setting has its default.
    pub fn read(
        file: Option<&Path>,
        given: &Given,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut written = written(file, &mut problems);
        overlay(&mut written, environment, &mut problems);
        written.data = given.data.clone().or(written.data);
        written.addr = given.addr.clone().or(written.addr);
        written.portal_addr = given.portal_addr.clone().or(written.portal_addr);
        (Self::of(written, &mut problems), problems)
    }

    fn of(written: Written, problems: &mut Vec<Problem>) -> Self {
        let data = written.data.unwrap_or_else(|| PathBuf::from("data"));
        let behind_proxy = written.behind_proxy.unwrap_or(false);
        let addr = address("addr", written.addr, 3000, problems);
        let portal_addr = address("portal_addr", written.portal_addr, 3001, problems);
        for (setting, address) in [("addr", addr), ("portal_addr", portal_addr)] {
            if !address.ip().is_loopback() && !behind_proxy {
                let says = "without a proxy that speaks TLS only an address of this machine will do; \
                            set behind_proxy = true when there is one";
                problems.push(Problem {
                    setting,
                    says: says.to_owned(),
                });
            }
        }
        let (database, keys) = databases(
            &data,
            written.database_url,
            written.keys_database_url,
            problems,
        );
        Self {
            addr,
            portal_addr,
            staff_hosts: written
                .staff_hosts
                .unwrap_or_else(|| vec!["127.0.0.1".to_owned(), "localhost".to_owned()]),
            portal_hosts: written.portal_hosts.unwrap_or_default(),
            database,
            keys,
            key_file: written.key_file,
            checkpoints: written.checkpoints,
            backups: written.backups,
            backup_recipients: written.backup_recipients.unwrap_or_default(),
            mail_authority: written.mail_authority,
            behind_proxy,
            exit_to: exit(written.exit_to, problems),
            data,
        }
    }

    /// The settings one under the other, with everything secret hidden.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut text = String::new();
        let path = |path: &Option<PathBuf>| {
            path.as_ref()
                .map_or_else(|| "(none)".to_owned(), |path| path.display().to_string())
        };
        let lines = [
            ("data", self.data.display().to_string()),
            ("addr", self.addr.to_string()),
            ("portal_addr", self.portal_addr.to_string()),
            ("staff_hosts", self.staff_hosts.join(", ")),
            ("portal_hosts", hosts(&self.portal_hosts)),
            ("database", self.database.shown()),
            ("keys", self.keys.shown()),
            ("key_file", path(&self.key_file)),
            ("checkpoints", path(&self.checkpoints)),
            ("backups", path(&self.backups)),
            ("backup_recipients", self.backup_recipients.join(", ")),
            ("mail_authority", path(&self.mail_authority)),
            ("behind_proxy", self.behind_proxy.to_string()),
            ("exit_to", self.exit_to.clone()),
        ];
        for (name, value) in lines {
            let _written = writeln!(text, "{name:<14} {value}");
        }
        text
    }
}

fn hosts(hosts: &BTreeMap<String, String>) -> String {
    if hosts.is_empty() {
        return "<short name>.localhost for each centre".to_owned();
    }
    hosts
        .iter()
        .map(|(host, slug)| format!("{host} ({slug})"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn written(file: Option<&Path>, problems: &mut Vec<Problem>) -> Written {
    let usual = Path::new(USUAL_FILE);
    let Some(path) = file.or_else(|| usual.exists().then_some(usual)) else {
        return Written::default();
    };
    let mut wrong = |says: String| {
        problems.push(Problem {
            setting: "config",
            says,
        });
    };
    match std::fs::read_to_string(path) {
        Err(error) => wrong(format!("{} cannot be read: {error}", path.display())),
        Ok(text) => match toml::from_str(&text) {
            Ok(written) => return written,
            Err(error) => wrong(format!("{}: {}", path.display(), error.message())),
        },
    }
    Written::default()
}

fn overlay(
    written: &mut Written,
    environment: &dyn Fn(&str) -> Option<String>,
    problems: &mut Vec<Problem>,
) {
    let text = |name: &str| environment(name).filter(|value| !value.is_empty());
    let path = |name: &str| text(name).map(PathBuf::from);
    written.data = path("ONTHAAL_DATA").or(written.data.take());
    written.addr = text("ONTHAAL_ADDR").or(written.addr.take());
    written.portal_addr = text("ONTHAAL_PORTAL_ADDR").or(written.portal_addr.take());
    written.database_url = text("ONTHAAL_DATABASE_URL").or(written.database_url.take());
    written.keys_database_url =
        text("ONTHAAL_KEYS_DATABASE_URL").or(written.keys_database_url.take());
    written.key_file = path("ONTHAAL_KEY_FILE").or(written.key_file.take());
    written.checkpoints = path("ONTHAAL_CHECKPOINTS").or(written.checkpoints.take());
    written.backups = path("ONTHAAL_BACKUPS").or(written.backups.take());
    written.mail_authority = path("ONTHAAL_MAIL_AUTHORITY").or(written.mail_authority.take());
    written.exit_to = text("ONTHAAL_EXIT_TO").or(written.exit_to.take());
    if let Some(value) = text("ONTHAAL_BEHIND_PROXY") {
        match value.as_str() {
            "true" | "1" => written.behind_proxy = Some(true),
            "false" | "0" => written.behind_proxy = Some(false),
            _ => problems.push(Problem {
                setting: "behind_proxy",
                says: "write true or false".to_owned(),
            }),
        }
    }
}

fn address(
    setting: &'static str,
    written: Option<String>,
    port: u16,
    problems: &mut Vec<Problem>,
) -> SocketAddr {
    let usual = SocketAddr::from(([127, 0, 0, 1], port));
    let Some(text) = written else { return usual };
    text.parse().unwrap_or_else(|_| {
        let says = format!("“{text}” is no address with a port, such as 127.0.0.1:{port}");
        problems.push(Problem { setting, says });
        usual
    })
}

/// Where the exit leads: a page anybody may have open. The default says nothing about anybody.
fn exit(written: Option<String>, problems: &mut Vec<Problem>) -> String {
    let to = written.unwrap_or_else(|| "https://www.wikipedia.org/".to_owned());
    if !to.starts_with("https://") || to.chars().any(|c| c.is_whitespace() || c.is_control()) {
        let says = "must be an address that starts with https://".to_owned();
        problems.push(Problem {
            setting: "exit_to",
            says,
        });
    }
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(environment: &[(&str, &str)], given: &Given) -> (Config, Vec<Problem>) {
        let found = |name: &str| {
            environment
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, value)| (*value).to_owned())
        };
        Config::read(Some(Path::new("/dev/null")), given, &found)
    }

    #[test]
    fn the_command_line_wins_over_the_environment() {
        let given = Given {
            addr: Some("127.0.0.1:9".to_owned()),
            ..Given::default()
        };
        let (config, problems) = read(&[("ONTHAAL_ADDR", "127.0.0.1:8")], &given);
        assert_eq!((config.addr.port(), problems.len()), (9, 0));
    }

    #[test]
    fn everything_wrong_is_said_in_one_go() {
        let wrong = [
            ("ONTHAAL_ADDR", "here"),
            ("ONTHAAL_PORTAL_ADDR", "0.0.0.0:80"),
            ("ONTHAAL_DATABASE_URL", "mysql://x"),
            ("ONTHAAL_BEHIND_PROXY", "maybe"),
            ("ONTHAAL_EXIT_TO", "javascript:alert(1)"),
        ];
        let (_, problems) = read(&wrong, &Given::default());
        let settings: Vec<&str> = problems.iter().map(|problem| problem.setting).collect();
        for setting in [
            "addr",
            "portal_addr",
            "database_url",
            "behind_proxy",
            "exit_to",
        ] {
            assert!(settings.contains(&setting), "{setting} in {settings:?}");
        }
    }

    #[test]
    fn the_address_of_the_database_is_never_shown() {
        let (config, problems) = read(
            &[("ONTHAAL_DATABASE_URL", "postgres://u:pa55@db/onthaal?x=1")],
            &Given::default(),
        );
        assert!(problems.is_empty() && !config.shown().contains("pa55"));
        let Database::Postgres(keys) = config.keys else {
            panic!("the keys are in PostgreSQL too")
        };
        assert_eq!(keys.expose(), "postgres://u:pa55@db/onthaal_keys?x=1");
    }
}
