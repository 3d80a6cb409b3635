//! Making way: a program whose data a newer one has taken over ends, before it writes what that one
//! does not expect.

use std::time::Duration;

use desk::Desk;
use desk::store::StoreError;
use tokio::sync::watch;

/// How often the data are asked.
const EVERY: Duration = Duration::from_secs(2);

/// Asks whether this program may still write the data, until it is asked to end. A database that does
/// not answer is asked again.
///
/// # Errors
/// [`StoreError::Newer`] once a newer program has taken over.
pub async fn make_way(desk: &Desk, mut ending: watch::Receiver<bool>) -> Result<(), StoreError> {
    loop {
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return Ok(()),
            () = tokio::time::sleep(EVERY) => {}
        }
        if let Err(StoreError::Newer) = desk.db().writable().await {
            return Err(StoreError::Newer);
        }
    }
}
