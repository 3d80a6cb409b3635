//! The settings: one file, the environment, and the command line, in that order, the later winning.
//! They are parsed once into types; everything that is wrong is said in one go.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::cli::Stop;

mod certificates;
mod database;
mod network;
pub mod reference;
mod shown;
mod written;

pub use certificates::{Certificates, Pair};
pub use database::Database;
pub use written::{SETTINGS, Setting};

use written::Written;

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
    /// Where figures about the program are, for whoever watches the machine.
    pub metrics_addr: Option<SocketAddr>,
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
    /// The certificates, where the program speaks TLS itself.
    pub certificates: Option<Certificates>,
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

impl Problem {
    fn new(setting: &'static str, says: &str) -> Self {
        let says = says.to_owned();
        Self { setting, says }
    }
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
        let mut written = Written::of(file, &mut problems);
        written.overlay(environment, &mut problems);
        written.data = given.data.clone().or(written.data);
        written.addr = given.addr.clone().or(written.addr);
        written.portal_addr = given.portal_addr.clone().or(written.portal_addr);
        (Self::of(written, &mut problems), problems)
    }

    /// Whether browsers reach the sites by https.
    #[must_use]
    pub const fn is_https(&self) -> bool {
        self.behind_proxy || self.certificates.is_some()
    }

    fn of(mut written: Written, problems: &mut Vec<Problem>) -> Self {
        let data = written.data.take().unwrap_or_else(|| PathBuf::from("data"));
        let addresses = network::addresses(&mut written, problems);
        let (url, keys_url) = (written.database_url, written.keys_database_url);
        let (database, keys) = database::databases(&data, url, keys_url, problems);
        Self {
            addr: addresses.staff,
            portal_addr: addresses.portal,
            metrics_addr: addresses.metrics,
            certificates: addresses.certificates,
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
            behind_proxy: written.behind_proxy.unwrap_or(false),
            exit_to: network::exit(written.exit_to, problems),
            data,
        }
    }
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

    fn wrong(environment: &[(&str, &str)]) -> Vec<&'static str> {
        let (_, problems) = read(environment, &Given::default());
        problems.iter().map(|problem| problem.setting).collect()
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
        let all = wrong(&[
            ("ONTHAAL_ADDR", "here"),
            ("ONTHAAL_PORTAL_ADDR", "there"),
            ("ONTHAAL_METRICS_ADDR", "0.0.0.0:9"),
            ("ONTHAAL_DATABASE_URL", "mysql://x"),
            ("ONTHAAL_BEHIND_PROXY", "maybe"),
            ("ONTHAAL_PORTAL_HOSTS", "afspraak.example"),
            ("ONTHAAL_TLS_CERT", "/etc/onthaal/chain.pem"),
            ("ONTHAAL_EXIT_TO", "javascript:alert(1)"),
        ]);
        let expected = [
            "behind_proxy",
            "portal_hosts",
            "tls_key",
            "addr",
            "portal_addr",
            "metrics_addr",
            "database_url",
            "exit_to",
        ];
        for setting in expected {
            assert!(all.contains(&setting), "{setting} in {all:?}");
        }
    }

    #[test]
    fn lists_can_be_set_by_the_environment() {
        let set = [
            ("ONTHAAL_STAFF_HOSTS", "balie.example, balie"),
            ("ONTHAAL_PORTAL_HOSTS", "afspraak.example=linde"),
        ];
        let (config, problems) = read(&set, &Given::default());
        assert!(problems.is_empty());
        assert_eq!(config.staff_hosts, ["balie.example", "balie"]);
        assert_eq!(config.portal_hosts["afspraak.example"], "linde");
    }

    #[test]
    fn other_machines_are_spoken_to_by_tls_alone() {
        let open = ("ONTHAAL_ADDR", "0.0.0.0:443");
        let pair = [
            ("ONTHAAL_TLS_CERT", "/c.pem"),
            ("ONTHAAL_TLS_KEY", "/k.pem"),
        ];
        assert_eq!(wrong(&[open]), ["addr"]);
        assert_eq!(wrong(&[open, pair[0], pair[1]]), [""; 0]);
        assert_eq!(wrong(&[open, ("ONTHAAL_BEHIND_PROXY", "true")]), [""; 0]);
    }

    #[test]
    fn the_public_site_may_have_a_certificate_of_its_own() {
        let set = [
            ("ONTHAAL_TLS_CERT", "/c.pem"),
            ("ONTHAAL_TLS_KEY", "/k.pem"),
            ("ONTHAAL_PORTAL_TLS_CERT", "/pc.pem"),
            ("ONTHAAL_PORTAL_TLS_KEY", "/pk.pem"),
        ];
        let (config, _) = read(&set, &Given::default());
        let both = config.certificates.unwrap();
        assert_eq!(both.staff.certificate, Path::new("/c.pem"));
        assert_eq!(both.portal.key, Path::new("/pk.pem"));
        assert_eq!(wrong(&set[..3]), ["portal_tls_key"]);
        assert_eq!(wrong(&set[2..]), ["tls_cert"]);
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
