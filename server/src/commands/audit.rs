//! `onthaal audit verify`: checks that no row of the trail was changed, removed or put elsewhere.

use desk::audit::{Folder, Proof, verify as check};

use crate::cli::{Stop, VerifyAudit};
use crate::config::Config;
use crate::opening;
use crate::world::World;

/// Checks every chain and says how far the proof reaches.
///
/// # Errors
/// [`Stop::Failed`] when a chain is broken.
pub async fn verify(config: Config, _world: World, asked: VerifyAudit) -> Result<(), Stop> {
    let (data, _keys) = opening::existing(&config).await?;
    let fits = data.readable().await;
    fits.map_err(|error| Stop::failed("the trail cannot be read", &error))?;
    let proof = asked
        .checkpoints
        .as_deref()
        .map(|folder| Proof::of(Folder::at(folder)));
    let verdict = check(&data, proof.as_ref()).await;
    let verdict = verdict.map_err(|error| Stop::failed("the trail cannot be checked", &error))?;
    println!("{} chains, {} rows", verdict.chains, verdict.rows);
    match &verdict.reach {
        Some(reach) => println!(
            "{} checkpoints prove {} rows; {} rows came after the last one",
            reach.checkpoints, reach.proven, reach.unproven
        ),
        None => println!("without checkpoints, rows cut off at the end cannot be missed"),
    }
    for broken in &verdict.breaks {
        println!("broken: {broken:?}");
    }
    if verdict.is_whole() {
        println!("The trail is whole.");
        return Ok(());
    }
    Err(Stop::Failed(format!(
        "the trail is broken in {} places",
        verdict.breaks.len()
    )))
}
