//! `onthaal key new` and `onthaal key sheet`: the secret that opens the data, and the recovery sheet.

use std::path::Path;

use desk::seal::root::Root;
use desk::seal::{SealError, Vault, root, sheet};
use desk::store::Db;
use domain::signin::Passphrase;

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
    without_key(&vault, &secret).await?;
    match &new.out {
        Some(file) => to_file(file, &config, &secret)?,
        None => to_keystore(&keys, &world, &secret).await?,
    }
    vault
        .found(&secret)
        .await
        .map_err(|error| opening::sealed(&error))?;
    print_sheet(&keys, &secret, &world).await?;
    data.close().await;
    keys.close().await;
    Ok(())
}

/// Prints a new sheet for data that have a key, in place of the one before.
///
/// # Errors
/// What stood in the way.
pub async fn sheet(config: Config, world: World) -> Result<(), Stop> {
    let (data, keys) = opening::existing(&config).await?;
    opening::migrate(&data, &keys).await?;
    let demo = opening::is_demo(&data).await?.unwrap_or(false);
    let secret = opening::root(&config, &keys, demo).await?;
    let vault = Vault::new(keys.clone(), world.clock.clone(), world.entropy.clone());
    let unsealed = vault.unseal(&secret).await;
    unsealed.map_err(|error| opening::sealed(&error))?;
    print_sheet(&keys, &secret, &world).await?;
    data.close().await;
    keys.close().await;
    Ok(())
}

async fn print_sheet(keys: &Db, secret: &Root, world: &World) -> Result<(), Stop> {
    let sheet = sheet::print(keys, secret, &*world.entropy).await;
    let sheet = sheet.map_err(|error| opening::unkeyed(&error))?;
    println!(
        "Recovery sheet. Either code alone opens the data. Give one to each holder, on paper."
    );
    for (holder, code) in ["first holder ", "second holder"]
        .into_iter()
        .zip(&sheet.codes)
    {
        println!("{holder}  {}", code.expose());
    }
    Ok(())
}

fn to_file(file: &Path, config: &Config, secret: &Root) -> Result<(), Stop> {
    root::write_key_file(file, secret).map_err(|error| opening::unkeyed(&error))?;
    root::usable(file, &config.data, false).map_err(|error| {
        // A key that may not be used there must not stay there either.
        let _removed = std::fs::remove_file(file);
        opening::unkeyed(&error)
    })
}

/// Keeps the secret under a pass-phrase that is as long as a colleague's must be.
async fn to_keystore(keys: &Db, world: &World, secret: &Root) -> Result<(), Stop> {
    let typed = typed_passphrase()?;
    Passphrase::parse(typed.expose().clone())
        .map_err(|unfit| Stop::Use(format!("the pass-phrase: {unfit}")))?;
    let kept = root::keep_for_passphrase(keys, secret, typed, &*world.entropy).await;
    kept.map_err(|error| opening::unkeyed(&error))
}

/// Refuses data that have a key, before anything is written: keeping a second one would take the
/// pass-phrase of the first away.
async fn without_key(vault: &Vault, secret: &Root) -> Result<(), Stop> {
    match vault.unseal(secret).await {
        Err(SealError::NotFounded) => Ok(()),
        Ok(()) | Err(SealError::WrongRoot) => {
            Err(Stop::Use("these data have a key already".to_owned()))
        }
        Err(error) => Err(opening::sealed(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Given;

    #[tokio::test]
    async fn data_with_a_key_get_no_second_one() {
        let folder = tempfile::tempdir().unwrap();
        let given = Given {
            data: Some(folder.path().join("data")),
            ..Given::default()
        };
        let config = Config::read(Some(Path::new("/dev/null")), &given, &|_| None).0;
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        let asked = |out: &Path| NewKey {
            out: Some(out.to_owned()),
            passphrase: false,
        };
        new(config.clone(), World::real(), asked(&first))
            .await
            .unwrap();
        let refused = new(config, World::real(), asked(&second)).await;
        assert!(matches!(refused, Err(Stop::Use(_))));
        assert!(first.exists() && !second.exists());
    }
}
