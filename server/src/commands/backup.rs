//! `onthaal backup`: makes a backup now, also while the house is served.

use desk::Desk;
use desk::backup::{BackupError, Folder, Keeper};
use desk::sessions;

use crate::cli::{Backup, Stop};
use crate::config::Config;
use crate::opening;
use crate::world::World;

/// Makes a whole of data and keys, and says how large it is.
///
/// # Errors
/// What stood in the way; earlier backups stay as they are.
pub async fn run(config: Config, world: World, asked: Backup) -> Result<(), Stop> {
    let to = asked.to.or_else(|| config.backups.clone());
    let to = to.ok_or_else(|| Stop::Use("--to: say where, or set backups".to_owned()))?;
    let (desk, _) = opening::house(&config, &world).await?;
    let demo = opening::is_demo(desk.db()).await?.unwrap_or(false);
    let folder = Folder::make(&to, &config.data, demo).map_err(|error| failed(&error))?;
    let mut keeper = Keeper::new(desk.clone(), folder, &config.backup_recipients)
        .map_err(|error| failed(&error))?;
    let actor = opening::cli(&desk, sessions::nowhere());
    let kept = keeper.whole(&actor).await.map_err(|error| failed(&error))?;
    println!("The backup is made: {} bytes.", kept.bytes);
    close(&desk).await;
    Ok(())
}

/// Closes a house that was opened for a command.
pub(super) async fn close(desk: &Desk) {
    desk.trail().close().await;
    desk.db().close().await;
    desk.vault().keystore().close().await;
}

/// What a backup that fails means to somebody at the command line.
pub(super) fn failed(error: &BackupError) -> Stop {
    match error {
        BackupError::NoTools
        | BackupError::OldTools
        | BackupError::NoScratch
        | BackupError::Underway
        | BackupError::NobodyOpens
        | BackupError::BesideTheData
        | BackupError::DoesNotOpen
        | BackupError::NothingThere
        | BackupError::NotEmpty
        | BackupError::OtherEngine => Stop::Use(error.to_string()),
        BackupError::Root(error) => opening::unkeyed(error),
        BackupError::Seal(error) => opening::sealed(error),
        error => Stop::failed("the backup", error),
    }
}
