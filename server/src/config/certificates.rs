//! Where the certificates are that the program shows browsers when it speaks TLS itself.

use std::path::PathBuf;

use super::Problem;
use super::written::Written;

/// A certificate and its key, as files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The chain, the site's own certificate first (PEM).
    pub certificate: PathBuf,
    /// The key of the first (PEM).
    pub key: PathBuf,
}

/// What both sites show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificates {
    /// The staff site.
    pub staff: Pair,
    /// The public sites; the same where none is set for them.
    pub portal: Pair,
    /// Whether TLS 1.2 will do.
    pub older: bool,
}

/// The certificates of the settings; each comes with its key.
pub(super) fn certificates(
    written: &mut Written,
    problems: &mut Vec<Problem>,
) -> Option<Certificates> {
    let own = (written.tls_cert.take(), written.tls_key.take());
    let public = (
        written.portal_tls_cert.take(),
        written.portal_tls_key.take(),
    );
    let staff = pair(own, ("tls_cert", "tls_key"), problems);
    let portal = pair(public, ("portal_tls_cert", "portal_tls_key"), problems);
    let Some(staff) = staff else {
        if portal.is_some() {
            let says = "the staff site needs a certificate as well";
            problems.push(Problem::new("tls_cert", says));
        }
        return None;
    };
    Some(Certificates {
        portal: portal.unwrap_or_else(|| staff.clone()),
        older: written.tls_1_2.unwrap_or(false),
        staff,
    })
}

fn pair(
    written: (Option<PathBuf>, Option<PathBuf>),
    names: (&'static str, &'static str),
    problems: &mut Vec<Problem>,
) -> Option<Pair> {
    let missing = match written {
        (Some(certificate), Some(key)) => return Some(Pair { certificate, key }),
        (None, None) => return None,
        (Some(_), None) => names.1,
        (None, Some(_)) => names.0,
    };
    let says = format!("{} and {} go together", names.0, names.1);
    problems.push(Problem::new(missing, &says));
    None
}
