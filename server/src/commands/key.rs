//! `onthaal key new`: makes the secret that opens the data, and the recovery sheet.

use desk::seal::{Vault, root, sheet};

use super::serve::typed_passphrase;
use crate::cli::{NewKey, Stop};
use crate::config::Config;
use crate::opening;
use crate::world::World;

/// Makes the secret for data that have none, and prints the sheet once.
///
/// # Errors
/// [`Stop::Use`] when the data have a key already, or the file would lie among them.
pub async fn new(config: Config, world: World, new: NewKey) -> Result<(), Stop> {
    let (data, keys) = opening::databases(&config).await?;
    opening::migrate(&data, &keys).await?;
    let secret = root::fresh(&*world.entropy);
    let vault = Vault::new(keys.clone(), world.clock.clone(), world.entropy.clone());
    match (&new.out, new.passphrase) {
        (Some(file), false) => {
            root::write_key_file(file, &secret).map_err(|error| opening::unkeyed(&error))?;
            if let Err(error) = root::usable(file, &config.data, false) {
                // A key that may not be used there must not stay there either.
                let _removed = std::fs::remove_file(file);
                return Err(opening::unkeyed(&error));
            }
        }
        (None, true) => {
            let typed = typed_passphrase()?;
            let kept = root::keep_for_passphrase(&keys, &secret, typed, &*world.entropy).await;
            kept.map_err(|error| opening::unkeyed(&error))?;
        }
        _ => return Err(Stop::Use("say where the key goes: --out FILE or --passphrase".to_owned())),
    }
    vault.found(&secret).await.map_err(|error| opening::sealed(&error))?;
    let sheet = sheet::print(&keys, &secret, &*world.entropy).await;
    let sheet = sheet.map_err(|error| opening::unkeyed(&error))?;
    println!("Recovery sheet. Either code alone opens the data. Give one to each holder, on paper.");
    for (holder, code) in ["first holder ", "second holder"].into_iter().zip(&sheet.codes) {
        println!("{holder}  {}", code.expose());
    }
    Ok(())
}
