//! Sending what waits in the outbox of every centre: as soon as something is put in, and again when
//! what could not go is due. Each process sends; what one has in hand the others leave alone.

use std::time::Duration;

use desk::Desk;
use desk::bus::{Change, Topic};
use desk::mail::Door;
use desk::outbox::{OutboxError, send};
use domain::CentreId;
use tokio::sync::{broadcast, watch};

use crate::opening;

/// The longest sleep between two looks at the outbox.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// How long a letter that is under way may take when the program is asked to end.
const GRACE: Duration = Duration::from_secs(8);

/// Sends until the program is asked to end. A letter that is under way then is handed over; one that
/// takes too long goes when the program is back.
pub async fn send(
    desk: Desk,
    centres: Vec<CentreId>,
    door: Door,
    mut ending: watch::Receiver<bool>,
) {
    let mut changes = desk.bus().listen();
    for centre in &centres {
        let begun = send::begin(&desk, &opening::job(&desk, "mail", *centre)).await;
        told(begun);
    }
    loop {
        let mut rounds = std::pin::pin!(rounds(&desk, &centres, &door));
        tokio::select! {
            () = &mut rounds => {}
            () = asked(&mut ending) => {
                let _handed_over = tokio::time::timeout(GRACE, rounds).await;
                return;
            }
        }
        tokio::select! {
            () = asked(&mut ending) => return,
            () = tokio::time::sleep(LOOK_AGAIN) => {}
            () = called(&mut changes) => {}
        }
    }
}

/// Waits until the program is asked to end; a sender that is gone means the same.
async fn asked(ending: &mut watch::Receiver<bool>) {
    let _asked = ending.wait_for(|ending| *ending).await.is_ok();
}

async fn rounds(desk: &Desk, centres: &[CentreId], door: &Door) {
    for centre in centres {
        told(send::round(desk, &opening::job(desk, "mail", *centre), door).await);
    }
}

/// Says what stands in the way of the outbox.
fn told<T>(outcome: Result<T, OutboxError>) {
    if let Err(error) = outcome {
        tracing::warn!(job = "mail", error.kind = %error, "the outbox could not be emptied");
    }
}

/// Waits until something about mail changes. Whoever fell behind looks again.
async fn called(changes: &mut broadcast::Receiver<Change>) {
    loop {
        match changes.recv().await {
            Ok(change) if change.topic != Topic::Mail => {}
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
    }
}
