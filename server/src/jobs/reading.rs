//! Reading in the files of people that were sent: batch after batch while there is one, for each centre
//! in turn, so that a large file of one does not keep the others waiting.

use std::time::Duration;

use desk::imports::{self, ImportError};
use desk::{Desk, access, seal};
use domain::CentreId;
use domain::role::Action;
use tokio::sync::watch;

use crate::opening;

/// How often somebody looks for a file while there is none.
const EVERY: Duration = Duration::from_secs(1);

/// How long it waits after a batch that failed.
const AFTER_FAILING: Duration = Duration::from_secs(5);

/// Reads files in until the program is asked to end; a batch that has begun is brought to its end.
pub async fn read_in(desk: Desk, centres: Vec<CentreId>, mut ending: watch::Receiver<bool>) {
    loop {
        let mut wait = EVERY;
        for centre in &centres {
            wait = wait.min(pause_after(&desk, *centre).await);
        }
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Reads one batch; gives how long to wait for the next one.
async fn pause_after(desk: &Desk, centre: CentreId) -> Duration {
    let actor = opening::job(desk, "import", centre);
    match imports::work(desk, &actor).await {
        Ok(true) => Duration::ZERO,
        // Somebody stopped the file, or another program read this batch.
        Ok(false) | Err(ImportError::Stale) => EVERY,
        Err(error) => {
            tracing::warn!(job = "import", error.kind = %error, "a batch could not be read in");
            mend(desk, centre).await;
            tokio::time::sleep(AFTER_FAILING).await;
            EVERY
        }
    }
}

/// Wraps the keys of people who were stored just before the batch failed.
async fn mend(desk: &Desk, centre: CentreId) {
    let actor = opening::job(desk, "import", centre);
    let Ok(permit) = access::require(&actor, Action::Reconcile) else {
        return;
    };
    if let Err(error) = seal::reconcile(desk, &permit).await {
        tracing::warn!(job = "import", error.kind = %error, "keys are not in step");
    }
}
