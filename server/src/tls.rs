//! TLS by the program itself, for a house without a proxy: which certificate each site shows, what is
//! wrong with it, and how a renewed one takes its place while nobody is cut off.
//!
//! The protocol is rustls with ring, as mail and the database speak it already: one implementation,
//! no system library, no second source of cryptography.

use std::sync::{Arc, PoisonError, RwLock};

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{ServerConfig, version};

use crate::cli::Stop;
use crate::config::{Certificates, Config, Pair};

mod follow;
mod listener;
mod pair;

pub use follow::follow;
pub use listener::TlsListener;
pub use pair::{RENEW_BEFORE, Standing, TlsError, standing};

/// What both sites show, as it is now.
pub struct Wardrobe {
    staff: Arc<Worn>,
    portal: Arc<Worn>,
    older: bool,
}

/// The certificate a site shows now. A connection keeps the one it began with.
#[derive(Debug)]
struct Worn {
    pair: Pair,
    now: RwLock<Arc<CertifiedKey>>,
}

/// What the sites of these settings show; nothing where the program does not speak TLS itself.
///
/// # Errors
/// [`Stop::Use`] with the setting that names what cannot be used, and why.
pub fn wardrobe(config: &Config) -> Result<Option<Wardrobe>, Stop> {
    let Some(settings) = &config.certificates else {
        return Ok(None);
    };
    let worn = Wardrobe::of(settings);
    let said = |(setting, error)| Stop::Use(format!("{setting}: {error}"));
    worn.map(Some).map_err(said)
}

impl Wardrobe {
    fn of(settings: &Certificates) -> Result<Self, (&'static str, TlsError)> {
        Ok(Self {
            staff: Worn::of(&settings.staff).map_err(|error| ("tls_cert", error))?,
            portal: Worn::of(&settings.portal).map_err(|error| ("portal_tls_cert", error))?,
            older: settings.older,
        })
    }

    /// How the staff site speaks.
    ///
    /// # Errors
    /// [`TlsError::Protocol`].
    pub fn staff(&self) -> Result<Arc<ServerConfig>, TlsError> {
        self.spoken(&self.staff)
    }

    /// How the public sites speak.
    ///
    /// # Errors
    /// [`TlsError::Protocol`].
    pub fn portal(&self) -> Result<Arc<ServerConfig>, TlsError> {
        self.spoken(&self.portal)
    }

    fn spoken(&self, worn: &Arc<Worn>) -> Result<Arc<ServerConfig>, TlsError> {
        let versions: &[_] = if self.older {
            &[&version::TLS13, &version::TLS12]
        } else {
            &[&version::TLS13]
        };
        let provider = Arc::new(ring::default_provider());
        let speaks = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .map_err(|_| TlsError::Protocol)?;
        let mut speaks = speaks
            .with_no_client_auth()
            .with_cert_resolver(worn.clone());
        speaks.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(speaks))
    }
}

impl Worn {
    fn of(pair: &Pair) -> Result<Arc<Self>, TlsError> {
        let now = RwLock::new(Arc::new(pair::read(pair)?));
        let pair = pair.clone();
        Ok(Arc::new(Self { pair, now }))
    }

    fn now(&self) -> Arc<CertifiedKey> {
        self.now
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Puts on what lies in the files; gives whether that is another one.
    fn change(&self) -> Result<bool, TlsError> {
        let fresh = pair::read(&self.pair)?;
        if fresh.cert == self.now().cert {
            return Ok(false);
        }
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        Ok(true)
    }
}

impl ResolvesServerCert for Worn {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.now())
    }
}
