//! The settings in force as `onthaal check` shows them, without anything secret.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use super::{Certificates, Config};

impl Config {
    /// The settings one under the other, with everything secret hidden.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut text = String::new();
        for (name, value) in self.lines() {
            let _written = writeln!(text, "{name:<17} {value}");
        }
        text
    }

    fn lines(&self) -> [(&'static str, String); 17] {
        let metrics = self.metrics_addr.map(|address| address.to_string());
        [
            ("data", self.data.display().to_string()),
            ("addr", self.addr.to_string()),
            ("portal_addr", self.portal_addr.to_string()),
            ("metrics_addr", metrics.unwrap_or_else(none)),
            ("staff_hosts", self.staff_hosts.join(", ")),
            ("portal_hosts", hosts(&self.portal_hosts)),
            ("database", self.database.shown()),
            ("keys", self.keys.shown()),
            ("key_file", path(self.key_file.as_ref())),
            ("checkpoints", path(self.checkpoints.as_ref())),
            ("backups", path(self.backups.as_ref())),
            ("backup_recipients", self.backup_recipients.join(", ")),
            ("mail_authority", path(self.mail_authority.as_ref())),
            (
                "certificate",
                pair(self.certificates.as_ref(), |both| &both.staff),
            ),
            (
                "portal certificate",
                pair(self.certificates.as_ref(), |both| &both.portal),
            ),
            ("behind_proxy", self.behind_proxy.to_string()),
            ("exit_to", self.exit_to.clone()),
        ]
    }
}

fn none() -> String {
    "(none)".to_owned()
}

fn path(path: Option<&PathBuf>) -> String {
    path.map_or_else(none, |path| path.display().to_string())
}

fn pair(both: Option<&Certificates>, which: fn(&Certificates) -> &super::Pair) -> String {
    both.map_or_else(none, |both| which(both).certificate.display().to_string())
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
