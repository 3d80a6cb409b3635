//! Making the files of people that two colleagues let out, and removing those that nobody took.

use std::time::Duration;

use desk::Desk;
use desk::exports::{self, ExportError};
use domain::CentreId;
use tokio::sync::watch;

use crate::opening;

/// How often somebody looks for a file that has to be made.
const EVERY: Duration = Duration::from_secs(1);

/// Makes files until the program is asked to end; one that is half-way then is begun anew.
pub async fn hand_over(desk: Desk, centres: Vec<CentreId>, mut ending: watch::Receiver<bool>) {
    loop {
        let round = async {
            for centre in &centres {
                made(&desk, *centre).await;
            }
            tokio::time::sleep(EVERY).await;
        };
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return,
            () = round => {}
        }
    }
}

async fn made(desk: &Desk, centre: CentreId) {
    match exports::work(desk, &opening::job(desk, "export", centre)).await {
        // Another program made it.
        Ok(_) | Err(ExportError::Stale) => {}
        Err(error) => {
            tracing::warn!(job = "export", error.kind = %error, "a file could not be made");
        }
    }
}
