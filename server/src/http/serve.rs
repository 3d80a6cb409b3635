//! Listening on both addresses until the program is asked to end, and ending within ten seconds:
//! streams stop at the signal, requests that are under way are answered.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_rustls::rustls::ServerConfig;

use crate::tls::TlsListener;

/// How long requests that are under way may take after the signal.
const ALL_DONE_WITHIN: Duration = Duration::from_secs(10);

/// A site and where it listens.
pub struct Listening {
    /// The address.
    pub listener: TcpListener,
    /// How TLS is spoken there, where the program speaks it itself.
    pub tls: Option<Arc<ServerConfig>>,
    /// The site.
    pub site: Router,
}

/// Serves both sites until `ending` becomes true, then lets what is under way finish.
///
/// # Errors
/// What a listener met.
pub async fn serve(
    staff: Listening,
    portal: Listening,
    mut ending: watch::Receiver<bool>,
) -> io::Result<()> {
    let (for_staff, for_portal) = (one(staff, ending.clone()), one(portal, ending.clone()));
    let both = async { tokio::try_join!(for_staff, for_portal).map(drop) };
    let late = async {
        let asked = ending.wait_for(|ending| *ending).await.is_ok();
        tokio::time::sleep(ALL_DONE_WITHIN).await;
        if asked {
            tracing::warn!("some requests did not finish in time");
        }
    };
    tokio::select! {
        outcome = both => outcome,
        () = late => Ok(()),
    }
}

async fn one(at: Listening, mut ending: watch::Receiver<bool>) -> io::Result<()> {
    let site = at.site.into_make_service_with_connect_info::<SocketAddr>();
    let signal = async move {
        // A sender that is gone means the same as the signal.
        let _asked = ending.wait_for(|ending| *ending).await.is_ok();
    };
    let Some(speaks) = at.tls else {
        let served = axum::serve(at.listener, site);
        return served.with_graceful_shutdown(signal).await;
    };
    // The framework tells the browser's address of a listener of its own kinds only, and of this one.
    let listener = TlsListener::new(at.listener, speaks)?.tap_io(|_| {});
    let served = axum::serve(listener, site);
    served.with_graceful_shutdown(signal).await
}
