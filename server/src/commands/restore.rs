//! `onthaal restore`: puts a house back from its backups, on a machine that needs to know nothing.

use std::path::Path;

use desk::backup::{self, Folder, Opener, Restored};
use desk::seal::root;
use domain::{Instant, Secret};

use super::backup::failed;
use super::serve::typed_passphrase;
use crate::cli::{Restore, Stop};
use crate::config::{Config, Database};
use crate::opening;
use crate::world::World;

/// Puts everything back and says up to which moment.
///
/// # Errors
/// What stood in the way; nothing is left of it then.
pub async fn run(config: Config, world: World, asked: Restore) -> Result<(), Stop> {
    let until = asked.until.as_deref().map(moment).transpose()?;
    let opener = opener(&config, asked.identity.as_deref())?;
    if let Some(file) = &asked.key_out {
        let room = root::room_for_key_file(file, &config.data);
        room.map_err(|error| opening::unkeyed(&error))?;
    }
    let from = Folder::at(&asked.from);
    let restored = match config.database {
        Database::Sqlite(_) => {
            let to = (config.data.as_path(), until);
            backup::restore(&from, &opener, to, &world.tools()).await
        }
        Database::Postgres(_) => {
            let (data, keys) = opening::databases(&config).await?;
            let to = (&data, &keys, until);
            backup::restore_into(&from, &opener, to, &world.tools()).await
        }
    };
    let restored = restored.map_err(|error| failed(&error))?;
    say(&restored);
    if let Some(file) = &asked.key_out {
        root::write_key_file(file, &restored.root).map_err(|error| opening::unkeyed(&error))?;
        let usable = root::usable(file, &config.data, false);
        usable.map_err(|error| opening::unkeyed(&error))?;
    }
    Ok(())
}

/// What opens the backup: a code that is typed, or a file and the key of the settings.
pub(super) fn opener(config: &Config, identity: Option<&Path>) -> Result<Opener, Stop> {
    let Some(file) = identity else {
        return Opener::code(typed_passphrase()?).map_err(|error| opening::unkeyed(&error));
    };
    let text = std::fs::read_to_string(file)
        .map_err(|error| Stop::failed("the identity cannot be read", &error))?;
    let key = config.key_file.as_deref();
    let key = key.ok_or_else(|| Stop::Use("key_file: --identity needs the key too".to_owned()))?;
    let root = root::read_key_file(key).map_err(|error| opening::unkeyed(&error))?;
    Opener::identity(&Secret::new(text), root).map_err(|error| failed(&error))
}

pub(super) fn say(restored: &Restored) {
    let rows: i64 = restored.rows.values().sum();
    println!(
        "The house is as it was at {}: {rows} rows.",
        restored.at.utc().format("%Y-%m-%d %H:%M:%S UTC")
    );
    if restored.torn {
        println!("What came later was torn, and is left out.");
    }
}

fn moment(text: &str) -> Result<Instant, Stop> {
    let read = chrono::DateTime::parse_from_rfc3339(text);
    let read = read.map_err(|_| {
        Stop::Use("--until: write a moment such as 2026-03-10T09:00:00Z".to_owned())
    })?;
    Ok(Instant::from_utc(read.to_utc()))
}
