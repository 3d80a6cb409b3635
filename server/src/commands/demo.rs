//! `onthaal demo`: makes a practice house in an empty data folder.

use desk::seal::{SealError, root};

use crate::cli::Stop;
use crate::config::Config;
use crate::world::World;
use crate::{demo, opening};

/// The name of the key of a practice house, in its data folder.
pub const KEY: &str = "demo.key";

/// Makes the practice house; where one is already, it stays as it is.
///
/// # Errors
/// [`Stop::Use`] when the data are a real house's.
pub async fn run(config: Config, world: World) -> Result<(), Stop> {
    let (data, keys) = opening::databases(&config).await?;
    let _lock = opening::lock(&config)?;
    opening::migrate(&data, &keys).await?;
    match opening::is_demo(&data).await? {
        None => {}
        Some(true) => {
            println!("The practice house is there already.");
            return Ok(());
        }
        Some(false) => return Err(Stop::Use("these data are a real house's".to_owned())),
    }
    let root = root::fresh(&*world.entropy);
    let desk = opening::desk(data, keys, &world);
    if !matches!(desk.vault().unseal(&root).await, Err(SealError::NotFounded)) {
        return Err(Stop::Use(
            "these data are a real house's: they have a key".to_owned(),
        ));
    }
    root::write_key_file(&config.data.join(KEY), &root)
        .map_err(|error| opening::unkeyed(&error))?;
    desk.vault()
        .found(&root)
        .await
        .map_err(|error| opening::sealed(&error))?;
    demo::make(&desk).await?;
    desk.trail().close().await;
    desk.db().close().await;
    desk.vault().keystore().close().await;
    println!("The practice house is made, in {}.", config.data.display());
    Ok(())
}
