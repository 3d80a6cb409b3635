//! Following certificates that are renewed: the files are looked at every ten seconds, and at once on
//! SIGHUP. A new one that cannot be used is said, and the old one stays.

use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use super::{Wardrobe, Worn};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(10);

/// Follows the files of both sites until the program is asked to end.
pub async fn follow(wardrobe: &Wardrobe, mut ending: watch::Receiver<bool>) {
    let mut asked = signal(SignalKind::hangup()).ok();
    let mut good = true;
    loop {
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return,
            () = tokio::time::sleep(LOOK) => {}
            () = told(&mut asked) => good = true,
        }
        let both = [
            changed(&wardrobe.staff, good),
            changed(&wardrobe.portal, good),
        ];
        good = both == [true, true];
    }
}

async fn told(asked: &mut Option<Signal>) {
    match asked {
        Some(asked) => drop(asked.recv().await),
        None => std::future::pending().await,
    }
}

/// Puts on a renewed certificate; says what is wrong with one once, and gives whether all is well.
fn changed(worn: &Worn, was_good: bool) -> bool {
    match worn.change() {
        Ok(true) => {
            tracing::info!("a renewed certificate is shown from now on");
        }
        Ok(false) => {}
        Err(error) => {
            if was_good {
                tracing::error!(error.kind = %error, "the certificate before stays");
            }
            return false;
        }
    }
    true
}
