//! A certificate with its key, from two files: whether it can be used, until when, and for which
//! names.

use std::io;
use std::os::unix::fs::PermissionsExt;

use domain::Instant;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{Error as PemError, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{Error, InconsistentKeys};
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

use crate::config::Pair;

/// Who may read a key: its owner and a group for it, and nobody else.
const EVERYBODY: u32 = 0o007;

/// From how many seconds before its end on a certificate should have been renewed: a fortnight.
pub const RENEW_BEFORE: i64 = 14 * 24 * 60 * 60;

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The file of the certificate.
    #[error("the certificate cannot be read")]
    Certificate(#[source] io::Error),
    /// The file of the key.
    #[error("the key cannot be read")]
    Key(#[source] io::Error),
    /// There is no certificate in its file.
    #[error("there is no certificate (PEM) in the file")]
    NoCertificate,
    /// There is no key in its file.
    #[error("there is no key (PEM) in its file, or none that can be used")]
    NoKey,
    /// They were not made together.
    #[error("the certificate and the key do not belong together")]
    Mismatch,
    /// The protocol cannot be spoken.
    #[error("TLS cannot be spoken with these settings")]
    Protocol,
}

/// How a certificate that can be used stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// From when on it counts.
    pub from: Instant,
    /// Until when it counts.
    pub until: Instant,
    /// The names it is for; a `*.` stands for one word.
    pub names: Vec<String>,
    /// Whether every user of the machine may read the key.
    pub key_is_open: bool,
}

impl Standing {
    /// Whether it is for this name.
    #[must_use]
    pub fn is_for(&self, host: &str) -> bool {
        let rest = host.split_once('.').map(|(_, rest)| rest);
        self.names.iter().any(|name| {
            let below = name.strip_prefix("*.");
            name.eq_ignore_ascii_case(host)
                || below
                    .is_some_and(|name| rest.is_some_and(|rest| name.eq_ignore_ascii_case(rest)))
        })
    }
}

/// Reads a certificate with its key.
pub(super) fn read(pair: &Pair) -> Result<CertifiedKey, TlsError> {
    let chain = chain(pair)?;
    let key = PrivateKeyDer::from_pem_file(&pair.key).map_err(|error| match error {
        PemError::Io(error) => TlsError::Key(error),
        _ => TlsError::NoKey,
    })?;
    CertifiedKey::from_der(chain, key, &ring::default_provider()).map_err(|error| match error {
        Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => TlsError::Mismatch,
        Error::InvalidCertificate(_) => TlsError::NoCertificate,
        _ => TlsError::NoKey,
    })
}

/// How the certificate of a pair stands.
///
/// # Errors
/// Why it cannot be used.
pub fn standing(pair: &Pair) -> Result<Standing, TlsError> {
    let read = read(pair)?;
    let parsed = parsed(&read)?;
    let validity = parsed.validity();
    let mode = std::fs::metadata(&pair.key).map_err(TlsError::Key)?;
    Ok(Standing {
        from: Instant::from_unix(validity.not_before.timestamp()),
        until: Instant::from_unix(validity.not_after.timestamp()),
        names: names(&parsed),
        key_is_open: mode.permissions().mode() & EVERYBODY != 0,
    })
}

/// Until when a certificate that is shown counts.
pub(super) fn ends(shown: &CertifiedKey) -> Result<Instant, TlsError> {
    let until = parsed(shown)?.validity().not_after.timestamp();
    Ok(Instant::from_unix(until))
}

/// The certificate itself, the first of its chain.
fn parsed(read: &CertifiedKey) -> Result<X509Certificate<'_>, TlsError> {
    let own = read.cert.first().ok_or(TlsError::NoCertificate)?;
    let parsed = X509Certificate::from_der(own);
    parsed
        .map(|(_, parsed)| parsed)
        .map_err(|_| TlsError::NoCertificate)
}

fn chain(pair: &Pair) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let unread = |error| match error {
        PemError::Io(error) => TlsError::Certificate(error),
        _ => TlsError::NoCertificate,
    };
    let chain = CertificateDer::pem_file_iter(&pair.certificate).map_err(unread)?;
    let chain = chain.collect::<Result<Vec<_>, _>>().map_err(unread)?;
    if chain.is_empty() {
        return Err(TlsError::NoCertificate);
    }
    Ok(chain)
}

/// The names and addresses it is for.
fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let Ok(Some(names)) = certificate.subject_alternative_name() else {
        return Vec::new();
    };
    let name = |name: &GeneralName<'_>| match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => address(bytes),
        _ => None,
    };
    names.value.general_names.iter().filter_map(name).collect()
}

fn address(bytes: &[u8]) -> Option<String> {
    let four = <[u8; 4]>::try_from(bytes).map(|four| std::net::IpAddr::from(four).to_string());
    let sixteen = <[u8; 16]>::try_from(bytes).map(|all| std::net::IpAddr::from(all).to_string());
    four.or(sixteen).ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rcgen::{CertificateParams, KeyPair};

    use super::*;

    fn made(folder: &Path, names: &[&str]) -> (Pair, KeyPair) {
        let key = KeyPair::generate().unwrap();
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let signed = CertificateParams::new(names).unwrap().self_signed(&key);
        let pair = Pair {
            certificate: folder.join("chain.pem"),
            key: folder.join("key.pem"),
        };
        std::fs::write(&pair.certificate, signed.unwrap().pem()).unwrap();
        std::fs::write(&pair.key, key.serialize_pem()).unwrap();
        (pair, key)
    }

    #[test]
    fn a_certificate_says_for_whom_and_until_when() {
        let place = tempfile::tempdir().unwrap();
        let (pair, _) = made(place.path(), &["balie.example", "*.linde.example", "::1"]);
        std::fs::set_permissions(&pair.key, std::fs::Permissions::from_mode(0o640)).unwrap();
        let standing = standing(&pair).unwrap();
        assert!(standing.from < standing.until && !standing.key_is_open);
        for name in ["balie.example", "Balie.Example", "a.linde.example", "::1"] {
            assert!(standing.is_for(name), "{name} of {:?}", standing.names);
        }
        for name in ["linde.example", "a.b.linde.example", "example", "127.0.0.1"] {
            assert!(!standing.is_for(name), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let place = tempfile::tempdir().unwrap();
        let (pair, _) = made(place.path(), &["balie.example"]);
        let other = KeyPair::generate().unwrap().serialize_pem();
        std::fs::write(&pair.key, other).unwrap();
        assert!(matches!(read(&pair), Err(TlsError::Mismatch)));
        std::fs::write(&pair.key, "nothing").unwrap();
        assert!(matches!(read(&pair), Err(TlsError::NoKey)));
        std::fs::remove_file(&pair.key).unwrap();
        assert!(matches!(read(&pair), Err(TlsError::Key(_))));
        std::fs::write(&pair.certificate, "nothing").unwrap();
        assert!(matches!(read(&pair), Err(TlsError::NoCertificate)));
        let rotten = "-----BEGIN CERTIFICATE-----\nMAAw\n-----END CERTIFICATE-----\n";
        std::fs::write(&pair.certificate, rotten).unwrap();
        made(&place.path().join("."), &["balie.example"]);
        std::fs::write(&pair.certificate, rotten).unwrap();
        assert!(matches!(read(&pair), Err(TlsError::NoCertificate)));
        std::fs::remove_file(&pair.certificate).unwrap();
        assert!(matches!(read(&pair), Err(TlsError::Certificate(_))));
    }
}
