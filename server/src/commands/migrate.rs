//! `onthaal migrate`: brings the data and the keys up to this program.

use crate::cli::Stop;
use crate::config::Config;
use crate::opening;

/// Migrates and says so.
///
/// # Errors
/// What stood in the way; data of a newer program stay as they are.
pub async fn run(config: Config) -> Result<(), Stop> {
    let (data, keys) = opening::existing(&config).await?;
    opening::migrate(&data, &keys).await?;
    data.close().await;
    keys.close().await;
    println!("The data are up to this program.");
    Ok(())
}
