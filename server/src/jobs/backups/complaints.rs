//! Saying that backups are not made: once when it begins, then every hour, and by a letter when the
//! last one is too old.

use desk::backup::{self, BackupError};
use desk::places::Centre;
use desk::{Desk, sessions};
use domain::Instant;

use crate::opening;

/// How long before the same is said again, in seconds.
const AGAIN: i64 = 60 * 60;

/// What was said last, and when.
#[derive(Default)]
pub struct Complaints {
    last: Option<(String, Instant)>,
    warned: Option<Instant>,
}

impl Complaints {
    /// Says why no backup was made, and writes it down, unless the same was said within the hour.
    pub async fn of(&mut self, desk: &Desk, error: &BackupError) {
        let (kind, now) = (error.to_string(), desk.now());
        let said = |(last, at): &(String, Instant)| *last == kind && now.seconds_since(*at) < AGAIN;
        if self.last.as_ref().is_some_and(said) {
            return;
        }
        tracing::error!(error.kind = %error, "no backup could be made");
        self.last = Some((kind, now));
        let actor = opening::job(desk, "backup", sessions::nowhere());
        if let Err(error) = backup::not_made(desk, &actor, error).await {
            tracing::error!(error.kind = %error, "a backup that failed could not be written down");
        }
    }

    /// Forgets what was said: backups are made again.
    pub fn settled(&mut self) {
        self.last = None;
    }

    /// Looks every hour whether the last backup is too old.
    pub async fn warn(&mut self, desk: &Desk, centres: &[Centre]) {
        let now = desk.now();
        if self.warned.is_none_or(|at| now.seconds_since(at) >= AGAIN) {
            self.warned = Some(now);
            warn(desk, centres).await;
        }
    }
}

/// Tells whoever looks after each house when the last backup is too old.
pub async fn warn(desk: &Desk, centres: &[Centre]) {
    for centre in centres {
        let actor = opening::job(desk, "backup", centre.id);
        if let Err(error) = backup::warn_late(desk, &actor).await {
            tracing::warn!(error.kind = %error, "nobody could be told that the backup is too old");
        }
    }
}
