//! What the program does by itself: removing what has expired, for every centre.

use std::time::Duration;

use desk::{Desk, drafts, sessions};
use domain::CentreId;
use tokio::sync::watch;

use crate::opening;

/// How often expired drafts and sessions are removed.
const EVERY: Duration = Duration::from_secs(60);

/// Removes what has expired until the program is asked to end. A round that fails is said and tried
/// again with the next.
pub async fn sweep(desk: Desk, centres: Vec<CentreId>, mut ending: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        // Browsers where nobody signed in belong to no centre.
        for centre in centres.iter().copied().chain([sessions::nowhere()]) {
            once(&desk, centre).await;
        }
    }
}

async fn once(desk: &Desk, centre: CentreId) {
    let actor = opening::job(desk, "sweep", centre);
    if let Err(error) = drafts::sweep(desk, &actor).await {
        tracing::warn!(error.kind = %error, "expired drafts could not be removed");
    }
    if let Err(error) = sessions::sweep(desk, &actor).await {
        tracing::warn!(error.kind = %error, "expired sessions could not be removed");
    }
}
