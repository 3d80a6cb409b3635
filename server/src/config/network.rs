//! Where the program listens, and where the way out leads.

use std::net::SocketAddr;

use super::Problem;
use super::certificates::{Certificates, certificates};
use super::written::Written;

/// Where the program listens, and what it shows there.
pub(super) struct Addresses {
    pub staff: SocketAddr,
    pub portal: SocketAddr,
    pub metrics: Option<SocketAddr>,
    pub certificates: Option<Certificates>,
}

/// The addresses of the settings. What is said in the clear stays on this machine.
pub(super) fn addresses(written: &mut Written, problems: &mut Vec<Problem>) -> Addresses {
    let set = written.tls_cert.is_some() || written.tls_key.is_some();
    let certificates = certificates(written, problems);
    let staff = address("addr", written.addr.take(), 3000, problems);
    let portal = address("portal_addr", written.portal_addr.take(), 3001, problems);
    let covered = set || written.behind_proxy.unwrap_or(false);
    for (setting, address) in [("addr", staff), ("portal_addr", portal)] {
        if !address.ip().is_loopback() && !covered {
            let says = "without TLS only an address of this machine will do; set tls_cert and \
                        tls_key, or behind_proxy = true where a proxy speaks TLS";
            problems.push(Problem::new(setting, says));
        }
    }
    Addresses {
        staff,
        portal,
        metrics: metrics(written.metrics_addr.take(), problems),
        certificates,
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
        problems.push(Problem::new(setting, &says));
        usual
    })
}

/// Figures are nobody's secret, and nobody else's business.
fn metrics(written: Option<String>, problems: &mut Vec<Problem>) -> Option<SocketAddr> {
    written.as_ref()?;
    let address = address("metrics_addr", written, 9464, problems);
    if address.ip().is_loopback() {
        return Some(address);
    }
    let says = "only an address of this machine will do";
    problems.push(Problem::new("metrics_addr", says));
    None
}

/// Where the exit leads: a page anybody may have open. The default says nothing about anybody.
pub(super) fn exit(written: Option<String>, problems: &mut Vec<Problem>) -> String {
    let to = written.unwrap_or_else(|| "https://www.wikipedia.org/".to_owned());
    if !to.starts_with("https://") || to.chars().any(|c| c.is_whitespace() || c.is_control()) {
        let says = "must be an address that starts with https://";
        problems.push(Problem::new("exit_to", says));
    }
    to
}
