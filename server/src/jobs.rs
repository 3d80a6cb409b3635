//! What the program does by itself: removing what has expired, and reading files of people in, for
//! every centre.

use std::time::Duration;

use desk::{Desk, drafts, erasures, exports, imports, outbox, searches, sessions, sweep};
use domain::CentreId;
use tokio::sync::watch;

use crate::opening;

pub mod backups;
mod handing_over;
pub mod mail;
mod making_way;
mod reading;

pub use handing_over::hand_over;
pub use making_way::make_way;
pub use reading::read_in;

/// How often expired drafts and sessions are removed.
const EVERY: Duration = Duration::from_mins(1);

/// After how many rounds keys that are remembered are looked up anew.
const HOUR: u64 = 60;

/// After how many rounds it is found out again whose time in the house is over, and in which round
/// that is done first: not while the program starts.
const DAY: u64 = 24 * 60;
const FIRST: u64 = 10;

/// Removes what has expired until the program is asked to end. A round that fails is said and tried
/// again with the next.
pub async fn tidy(desk: Desk, centres: Vec<CentreId>, mut ending: watch::Receiver<bool>) {
    for round in 1_u64.. {
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
        if round.is_multiple_of(HOUR) {
            // Another process may use newer keys than those that are remembered here.
            told("keys", desk.vault().forget_opened());
        }
        if round % DAY == FIRST {
            for centre in &centres {
                let actor = opening::job(&desk, "retention", *centre);
                told("proposals", erasures::plan::propose(&desk, &actor).await);
            }
        }
    }
}

async fn once(desk: &Desk, centre: CentreId) {
    let actor = opening::job(desk, "sweep", centre);
    told("drafts", drafts::sweep(desk, &actor).await);
    told("sessions", sessions::sweep(desk, &actor).await);
    told("forms", sweep::old_forms(desk, &actor).await);
    told("files", imports::sweep(desk, &actor).await);
    if centre != sessions::nowhere() {
        told("searches", searches::sweep(desk, &actor).await);
        told("letters", outbox::sweep(desk, &actor).await);
        told("drafts", erasures::keys::renew_drafts(desk, &actor).await);
        told("keys", erasures::finish(desk, &actor).await);
    }
    told("exports", exports::sweep(desk, &actor).await);
}

/// Says what could not be removed.
fn told<T, E: std::error::Error>(job: &'static str, outcome: Result<T, E>) {
    if let Err(error) = outcome {
        tracing::warn!(job, error.kind = %error, "what has expired could not be removed");
    }
}
