//! What the program does by itself: removing what has expired, and reading files of people in, for
//! every centre.

use std::time::Duration;

use desk::{Desk, drafts, erasures, imports, outbox, sessions, sweep};
use domain::CentreId;
use tokio::sync::watch;

use crate::opening;

pub mod backups;
pub mod mail;
mod reading;

pub use reading::read_in;

/// How often expired drafts and sessions are removed.
const EVERY: Duration = Duration::from_mins(1);

/// Removes what has expired until the program is asked to end. A round that fails is said and tried
/// again with the next.
pub async fn tidy(desk: Desk, centres: Vec<CentreId>, mut ending: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        // Browsers where nobody signed in belong to no centre.
        for centre in centres.iter().copied().chain([sessions::nowhere()]) {
            once(&desk, centre).await;
        }
        let actor = opening::job(&desk, "sweep", sessions::nowhere());
        told("changes", sweep::old_changes(&desk, &actor).await);
    }
}

async fn once(desk: &Desk, centre: CentreId) {
    let actor = opening::job(desk, "sweep", centre);
    told("drafts", drafts::sweep(desk, &actor).await);
    told("sessions", sessions::sweep(desk, &actor).await);
    told("forms", sweep::old_forms(desk, &actor).await);
    told("files", imports::sweep(desk, &actor).await);
    if centre != sessions::nowhere() {
        told("letters", outbox::sweep(desk, &actor).await);
        told("drafts", erasures::keys::renew_drafts(desk, &actor).await);
        told("keys", erasures::finish(desk, &actor).await);
    }
}

/// Says what could not be removed.
fn told<T, E: std::error::Error>(job: &'static str, outcome: Result<T, E>) {
    if let Err(error) = outcome {
        tracing::warn!(job, error.kind = %error, "what has expired could not be removed");
    }
}
