//! Backups by themselves: a whole every night and after a new recovery sheet, on SQLite what was stored
//! since every twenty seconds, and once a month one is tried. A house without a folder for them is told
//! so in the log, again and again.

use std::path::PathBuf;
use std::time::Duration;

use desk::backup::{self, BackupError, Due, Folder, Ground, Keeper, Kept, Opener, Tools, Trial};
use desk::places::Centre;
use desk::store::Engine;
use desk::{Desk, sessions};
use domain::Instant;
use domain::time::CentreZone;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::opening;

mod complaints;

use complaints::{Complaints, warn};

/// How often what was stored is shipped; whoever loses the disk loses less than a minute.
const EVERY: Duration = Duration::from_secs(20);
/// How long to wait after a backup that failed: a disk that is full stays full for a while.
const AFTER_FAILING: Duration = Duration::from_mins(5);
/// How often it is said that there are no backups.
const REMIND: Duration = Duration::from_hours(1);
/// How long after the start nothing is tried, in seconds: whoever opens the house comes first.
const SETTLED: i64 = 10 * 60;
/// How often it is looked for what is older than it is kept, in seconds.
const HOUR: i64 = 60 * 60;

/// Who keeps the backups of a house that is served.
struct Nightly {
    desk: Desk,
    folder: Folder,
    keeper: Keeper,
    data: PathBuf,
    zone: Option<CentreZone>,
    since: Instant,
    expired: Instant,
    trial: Option<JoinHandle<()>>,
}

/// Makes backups until the program is asked to end, and ships once more then.
pub async fn keep(
    desk: &Desk,
    (config, demo): (&Config, bool),
    centres: &[Centre],
    mut ending: watch::Receiver<bool>,
) {
    let Some(mut nightly) = Nightly::of(desk, (config, demo), centres) else {
        return remind(desk, demo, centres, ending).await;
    };
    let mut complaints = Complaints::default();
    let mut wait = Duration::ZERO;
    loop {
        let last = tokio::select! {
            _ = ending.wait_for(|ending| *ending) => true,
            () = tokio::time::sleep(wait) => false,
        };
        wait = match nightly.once(last).await {
            Ok(_) => {
                complaints.settled();
                EVERY
            }
            Err(error) => {
                complaints.of(desk, &error).await;
                AFTER_FAILING
            }
        };
        if last {
            return;
        }
        complaints.warn(desk, centres).await;
    }
}

/// Says that nothing is backed up. A practice house needs no backup, and a server of databases may have
/// backups that this program knows nothing of.
async fn remind(desk: &Desk, demo: bool, centres: &[Centre], mut ending: watch::Receiver<bool>) {
    if demo {
        return;
    }
    loop {
        tracing::warn!("nothing is backed up: set a folder for backups");
        if desk.db().engine() == Engine::Sqlite {
            warn(desk, centres).await;
        }
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
                data: config.data.clone(),
                zone: centres.first().map(|centre| centre.zone),
                since: desk.now(),
                expired: desk.now(),
                trial: None,
            }),
            Err(error) => {
                tracing::error!(error.kind = %error, "backups cannot be made");
                None
            }
        }
    }

    /// A whole when one is due, what was stored since otherwise; then a trial when one is due.
    async fn once(&mut self, last: bool) -> Result<Option<Kept>, BackupError> {
        let actor = opening::job(&self.desk, "backup", sessions::nowhere());
        let due = backup::due(&self.desk, &actor).await?;
        let follows = self.desk.db().engine() == Engine::Sqlite;
        if !last && (due.new_sheet || self.is_due(due)?) {
            let kept = match self.keeper.whole(&actor).await {
                Err(BackupError::Underway) => return Ok(None),
                made => made?,
            };
            tracing::info!(backup.bytes = kept.bytes, "a backup was made");
            self.expire(due)?;
            return Ok(Some(kept));
        }
        if self.desk.now().seconds_since(self.expired) >= HOUR {
            self.expire(due)?;
        }
        if !last && due.drill && self.may_try() {
            return self.try_one().await.map(|()| None);
        }
        if follows && (!last || self.keeper.follows()) {
            return self.keeper.round(&actor).await;
        }
        Ok(None)
    }

    /// Removes what is older than it is kept. The keys have to go in time, so it is done every hour.
    fn expire(&mut self, due: Due) -> Result<(), BackupError> {
        self.expired = self.desk.now();
        self.keeper.expire(due.plan.keep_days())
    }

    fn is_due(&self, due: Due) -> Result<bool, BackupError> {
        let last = self.folder.last_whole()?;
        let now = self.desk.now();
        Ok(match self.zone {
            Some(zone) => due.plan.is_due(now, last, zone),
            None => last.is_none(),
        })
    }

    fn may_try(&self) -> bool {
        let settled = self.desk.now().seconds_since(self.since) >= SETTLED;
        settled && self.trial.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Makes a whole that can be tried, and tries it while the house goes on.
    async fn try_one(&mut self) -> Result<(), BackupError> {
        let actor = opening::job(&self.desk, "backup", sessions::nowhere());
        let (from, opener) = match self.keeper.whole_on_trial(&actor).await {
            Err(BackupError::Underway) => return Ok(()),
            made => made?,
        };
        let (desk, data) = (self.desk.clone(), self.data.clone());
        self.trial = Some(tokio::spawn(async move {
            trial(&desk, &data, (&from, &opener)).await;
        }));
        Ok(())
    }
}

/// Tries a backup and writes down what came of it.
async fn trial(desk: &Desk, data: &std::path::Path, (from, opener): (&Folder, &Opener)) {
    let ground = match desk.db().engine() {
        Engine::Sqlite => Ground::Folder(data),
        Engine::Postgres => Ground::Server(desk.db()),
    };
    let tried = tried(desk, ground, (from, opener)).await;
    match &tried {
        Err(BackupError::Underway) => return,
        Err(error) => tracing::error!(error.kind = %error, "the backup is not good"),
        Ok(tried) => tracing::info!(people = tried.people, "a backup was tried and is good"),
    }
    let actor = opening::job(desk, "backup", sessions::nowhere());
    if let Err(error) = backup::tried(desk, &actor, tried.as_ref().copied()).await {
        tracing::error!(error.kind = %error, "what came of a trial could not be written down");
    }
}

async fn tried(
    desk: &Desk,
    ground: Ground<'_>,
    (from, opener): (&Folder, &Opener),
) -> Result<backup::Tried, BackupError> {
    let tools = Tools::of(desk);
    let trial = Trial::of(from, opener, ground, &tools).await?;
    let tried = trial.looked_through(&tools).await;
    trial.end().await?;
    tried
}
