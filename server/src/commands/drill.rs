//! `onthaal drill`: puts the last backup back into a temporary place, and sees that the trail is
//! whole and everybody can be read. A backup that nobody has put back is only a hope.

use std::path::{Path, PathBuf};

use desk::Desk;
use desk::audit::verify;
use desk::backup::{self, Folder, Opener, Restored, Run, RunKind};
use desk::sessions;
use desk::store::Db;

use super::backup::{close, failed};
use super::restore::{opener, say};
use crate::cli::{Drill, Stop};
use crate::config::Config;
use crate::opening;
use crate::world::World;

/// Tries the last backup and says what came of it.
///
/// # Errors
/// [`Stop::Failed`] when it is not whole.
pub async fn run(config: Config, world: World, asked: Drill) -> Result<(), Stop> {
    let from = asked.from.or_else(|| config.backups.clone());
    let from = from.ok_or_else(|| Stop::Use("--from: say where, or set backups".to_owned()))?;
    let opener = opener(&config, asked.identity.as_deref())?;
    let scratch = Scratch(config.data.join("drill"));
    let tried = tried(&Folder::at(&from), &opener, &scratch.0, &world).await?;
    println!(
        "{} rows of the trail are whole; {} people can be read.",
        tried.trail, tried.people
    );
    println!("The backup is good.");
    noted(&config, &world, &tried).await
}

/// Writes it down in the house that is here; without one there is nobody to tell.
async fn noted(config: &Config, world: &World, tried: &Tried) -> Result<(), Stop> {
    let Ok((desk, _)) = opening::house(config, world).await else {
        println!("There is no open house here to write it down in.");
        return Ok(());
    };
    let run = Run {
        kind: RunKind::Drill,
        at: world.clock.now(),
        bytes: 0,
        trail: i64::try_from(tried.trail).unwrap_or(i64::MAX),
        people: i64::try_from(tried.people).unwrap_or(i64::MAX),
    };
    let actor = opening::cli(&desk, sessions::nowhere());
    let noted = backup::tried(&desk, &actor, &run).await;
    close(&desk).await;
    noted.map_err(|error| failed(&error))
}

/// What was found to be good.
struct Tried {
    trail: u64,
    people: usize,
}

/// A folder that is gone afterwards, however it ends.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        // A drill that was killed leaves it to the next one, which takes no folder that is not empty.
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

async fn tried(
    from: &Folder,
    opener: &Opener,
    scratch: &Path,
    world: &World,
) -> Result<Tried, Stop> {
    let restored = backup::restore(from, opener, (scratch, None), &world.tools()).await;
    let restored = restored.map_err(|error| failed(&error))?;
    say(&restored);
    let desk = opening::desk(
        opened(&scratch.join("onthaal.db")).await?,
        opened(&scratch.join("keys.db")).await?,
        world,
    );
    let tried = look_through(&desk, &restored).await;
    close(&desk).await;
    tried
}

async fn opened(file: &Path) -> Result<Db, Stop> {
    let opened = Db::open_sqlite(file).await;
    opened.map_err(|error| Stop::failed("what was put back cannot be opened", &error))
}

/// Proves the trail, then opens every name and every way to reach somebody.
async fn look_through(desk: &Desk, restored: &Restored) -> Result<Tried, Stop> {
    let verdict = verify(desk.db(), None).await;
    let verdict = verdict.map_err(|error| Stop::failed("the trail cannot be read", &error))?;
    if !verdict.is_whole() {
        return Err(Stop::Failed("the trail of the backup is broken".to_owned()));
    }
    let centres = opening::unseal(desk, &restored.root).await?;
    let people = centres
        .iter()
        .map(|centre| desk.index().len(centre.id))
        .sum();
    let known = restored.rows.get("record").copied().unwrap_or_default();
    if i64::try_from(people) != Ok(known) {
        let says = format!("{people} of {known} people of the backup can be read");
        return Err(Stop::Failed(says));
    }
    let trail = verdict.rows;
    Ok(Tried { trail, people })
}
