//! Following certificates that are renewed: the files are looked at every ten seconds, and at once on
//! SIGHUP. A new one that cannot be used is said, and the old one stays. One that has ended, or will
//! soon, is said at the start and every day.

use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::time::Instant;

use super::pair::{self, RENEW_BEFORE};
use super::{Wardrobe, Worn};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(10);

/// How often an end is said again.
const SAY_AGAIN: Duration = Duration::from_hours(24);

/// Follows the files of both sites until the program is asked to end.
pub async fn follow(
    wardrobe: &Wardrobe,
    now: impl Fn() -> domain::Instant,
    mut ending: watch::Receiver<bool>,
) {
    let mut asked = signal(SignalKind::hangup()).ok();
    let mut good = true;
    let mut said = None;
    loop {
        if said.is_none_or(|at: Instant| at.elapsed() >= SAY_AGAIN) {
            ends(&wardrobe.staff, now());
            ends(&wardrobe.portal, now());
            said = Some(Instant::now());
        }
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

/// Says when what a site shows has ended, or will soon; `onthaal check` says which, and the day.
fn ends(worn: &Worn, now: domain::Instant) {
    let Ok(until) = pair::ends(&worn.now()) else {
        return;
    };
    if until <= now {
        tracing::error!("a certificate has ended: browsers refuse its site");
    } else if until <= now.plus_seconds(RENEW_BEFORE) {
        tracing::warn!("a certificate ends within a fortnight: renew it");
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
