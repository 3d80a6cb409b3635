//! What `check` says of the certificates: whether they can be used, now and in a fortnight, and for
//! which names.

use domain::Instant;

use super::Found;
use crate::config::{Config, Pair};
use crate::tls::{self, RENEW_BEFORE, Standing};

/// Looks at the certificates of the settings.
pub(super) fn look(config: &Config, now: Instant, found: &mut Found) {
    let Some(both) = &config.certificates else {
        return;
    };
    one(("tls_cert", &both.staff), &config.staff_hosts, now, found);
    if both.portal != both.staff {
        let hosts: Vec<String> = config.portal_hosts.keys().cloned().collect();
        one(("portal_tls_cert", &both.portal), &hosts, now, found);
    }
}

fn one((setting, pair): (&'static str, &Pair), hosts: &[String], now: Instant, found: &mut Found) {
    let standing = match tls::standing(pair) {
        Ok(standing) => standing,
        Err(error) => return found.wrong(setting, error.to_string()),
    };
    if let Some(says) = wrong(&standing, hosts, now) {
        found.wrong(setting, says);
    } else if standing.until <= now.plus_seconds(RENEW_BEFORE) {
        let says = format!("the certificate ends on {}: renew it", day(standing.until));
        found.note(setting, says);
    }
    if standing.key_is_open {
        let says = format!("{} can be read by everybody here", pair.key.display());
        found.wrong(setting, says);
    }
}

/// Why browsers will not have it.
fn wrong(standing: &Standing, hosts: &[String], now: Instant) -> Option<String> {
    if standing.until <= now {
        return Some(format!("the certificate ended on {}", day(standing.until)));
    }
    if now < standing.from {
        let from = day(standing.from);
        return Some(format!("the certificate counts from {from} on"));
    }
    // Names of this machine alone need no certificate.
    let outside = |host: &&String| *host != "localhost" && *host != "127.0.0.1";
    let missing = |host: &&String| !standing.is_for(host);
    let missing = hosts.iter().filter(outside).find(missing)?;
    Some(format!("the certificate is not for {missing}"))
}

fn day(at: Instant) -> impl std::fmt::Display {
    at.utc().format("%Y-%m-%d")
}
