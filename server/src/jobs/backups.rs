//! Backups by themselves: a whole every night, and on SQLite what was stored since, every twenty
//! seconds. A house without a folder for them is told so in the log, again and again.

use std::time::Duration;

use desk::backup::{self, BackupError, Folder, Keeper, Kept};
use desk::places::Centre;
use desk::store::Engine;
use desk::{Desk, sessions};
use domain::backup::Plan;
use domain::time::CentreZone;
use tokio::sync::watch;

use crate::config::Config;
use crate::opening;

/// How often what was stored is shipped; whoever loses the disk loses less than a minute.
const EVERY: Duration = Duration::from_secs(20);
/// How long to wait after a backup that failed: a disk that is full stays full for a while.
const AFTER_FAILING: Duration = Duration::from_mins(5);
/// How often it is said that there are no backups.
const REMIND: Duration = Duration::from_hours(1);

/// Who keeps the backups of a house that is served.
struct Nightly {
    desk: Desk,
    folder: Folder,
    keeper: Keeper,
    zone: Option<CentreZone>,
}

/// Makes backups until the program is asked to end, and ships once more then.
pub async fn keep(
    desk: &Desk,
    (config, demo): (&Config, bool),
    centres: &[Centre],
    mut ending: watch::Receiver<bool>,
) {
    let Some(mut nightly) = Nightly::of(desk, (config, demo), centres) else {
        return remind(demo, ending).await;
    };
    let mut wait = Duration::ZERO;
    loop {
        let last = tokio::select! {
            _ = ending.wait_for(|ending| *ending) => true,
            () = tokio::time::sleep(wait) => false,
        };
        wait = match nightly.once(last).await {
            Ok(_) => EVERY,
            Err(error) => {
                tracing::error!(error.kind = %error, "no backup could be made");
                AFTER_FAILING
            }
        };
        if last {
            return;
        }
    }
}

/// Says that nothing is backed up. A practice house needs no backup.
async fn remind(demo: bool, mut ending: watch::Receiver<bool>) {
    if demo {
        return;
    }
    loop {
        tracing::warn!("nothing is backed up: set a folder for backups");
        tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return,
            () = tokio::time::sleep(REMIND) => {}
        }
    }
}

impl Nightly {
    /// None where no folder is set, or it cannot be used; the log says why.
    fn of(desk: &Desk, (config, demo): (&Config, bool), centres: &[Centre]) -> Option<Self> {
        let path = config.backups.as_ref()?;
        let made = Folder::make(path, &config.data, demo).and_then(|folder| {
            let keeper = Keeper::new(desk.clone(), folder.clone(), &config.backup_recipients)?;
            Ok((folder, keeper))
        });
        match made {
            Ok((folder, keeper)) => Some(Self {
                desk: desk.clone(),
                folder,
                keeper,
                zone: centres.first().map(|centre| centre.zone),
            }),
            Err(error) => {
                tracing::error!(error.kind = %error, "backups cannot be made");
                None
            }
        }
    }

    /// A whole when one is due, what was stored since otherwise.
    async fn once(&mut self, last: bool) -> Result<Option<Kept>, BackupError> {
        let actor = opening::job(&self.desk, "backup", sessions::nowhere());
        let plan = backup::plan(&self.desk, &actor).await?;
        let follows = self.desk.db().engine() == Engine::Sqlite;
        if !last && self.is_due(plan)? {
            let kept = self.keeper.whole(&actor).await?;
            tracing::info!(backup.bytes = kept.bytes, "a backup was made");
            self.keeper.expire(plan.keep_days())?;
            return Ok(Some(kept));
        }
        if follows && (!last || self.keeper.follows()) {
            return self.keeper.round(&actor).await;
        }
        Ok(None)
    }

    fn is_due(&self, plan: Plan) -> Result<bool, BackupError> {
        let last = self.folder.last_whole()?;
        let now = self.desk.now();
        Ok(match self.zone {
            Some(zone) => plan.is_due(now, last, zone),
            None => last.is_none(),
        })
    }
}
