//! `onthaal drill`: puts the last backup back into a temporary place, and sees that the trail is
//! whole and everybody can be read. A backup that nobody has put back is only a hope.

use desk::backup::{self, BackupError, Folder, Ground, Opener, Trial, Tried};
use desk::sessions;
use desk::store::Db;

use super::backup::{close, failed};
use super::restore::{opener, say};
use crate::cli::{Drill, Stop};
use crate::config::{Config, Database};
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
    let server = server(&config).await?;
    let ground = server
        .as_ref()
        .map_or(Ground::Folder(&config.data), Ground::Server);
    let tried = tried(&Folder::at(&from), &opener, ground, &world).await;
    let noted = noted(&config, &world, tried.as_ref().copied()).await;
    let tried = tried.map_err(|error| failed(&error))?;
    println!(
        "{} rows of the trail are whole; {} people can be read.",
        tried.trail, tried.people
    );
    println!("The backup is good.");
    if !noted? {
        println!("There is no open house here to write it down in.");
    }
    Ok(())
}

/// The server beside whose database a backup is tried; none on SQLite.
async fn server(config: &Config) -> Result<Option<Db>, Stop> {
    if matches!(config.database, Database::Sqlite(_)) {
        return Ok(None);
    }
    Ok(Some(opening::databases(config).await?.0))
}

/// Writes it down in the house that is here; without one there is nobody to tell.
async fn noted(
    config: &Config,
    world: &World,
    tried: Result<Tried, &BackupError>,
) -> Result<bool, Stop> {
    let Ok((desk, _)) = opening::house(config, world).await else {
        return Ok(false);
    };
    let actor = opening::cli(&desk, sessions::nowhere());
    let noted = backup::tried(&desk, &actor, tried).await;
    close(&desk).await;
    noted.map(|()| true).map_err(|error| failed(&error))
}

async fn tried(
    from: &Folder,
    opener: &Opener,
    ground: Ground<'_>,
    world: &World,
) -> Result<Tried, BackupError> {
    let tools = world.tools();
    let trial = Trial::of(from, opener, ground, &tools).await?;
    say(&trial.restored);
    let tried = trial.looked_through(&tools).await;
    trial.end().await?;
    tried
}
