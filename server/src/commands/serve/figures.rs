//! The figures about a house that is served, where an address for them is set.

use tokio::net::TcpListener;

use super::{Served, ended};
use crate::cli::Stop;
use crate::metrics::{self, Watched};

impl Served<'_> {
    /// Listens on the address for figures, where one is set, and says which that is.
    ///
    /// # Errors
    /// [`Stop::Failed`] when it is taken.
    pub(super) async fn watched(&self) -> Result<Option<TcpListener>, Stop> {
        let Some(address) = self.config.metrics_addr else {
            return Ok(None);
        };
        let listener = self.listener(address).await?;
        let failed = |error| Stop::failed("the addresses cannot be told", &error);
        println!(
            "figures http://{}/metrics",
            listener.local_addr().map_err(failed)?
        );
        Ok(Some(listener))
    }

    /// Answers whoever asks for figures, until the program is asked to end.
    pub(super) async fn figures(&self, listener: Option<TcpListener>) {
        let Some(listener) = listener else { return };
        let site = metrics::site(Watched {
            meter: self.meter.clone(),
            desk: self.desk.clone(),
            backups: self.config.backups.clone(),
        });
        let served = axum::serve(listener, site).with_graceful_shutdown(ended(self.ending.clone()));
        if let Err(error) = served.await {
            tracing::error!(error.cause = %error, "no figures are told any more");
        }
    }
}
