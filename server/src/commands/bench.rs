//! `onthaal bench`: measures how well people are found, with the code and the limits of the desk, on
//! files and in memory. No house is opened and nothing is written.

pub mod duplicates;
pub mod find;
mod table;

use serde::Serialize;

use crate::cli::Stop;

/// Prints what was measured: as JSON, or a line for each part of it.
fn print(measured: &impl Serialize, json: bool) -> Result<(), Stop> {
    let failed = |error| Stop::failed("the result cannot be written", &error);
    let value = serde_json::to_value(measured).map_err(failed)?;
    if json {
        println!("{value:#}");
        return Ok(());
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        match value.as_object().filter(|_| name == "kinds") {
            Some(kinds) => kinds
                .iter()
                .for_each(|(kind, value)| println!("{kind}: {value}")),
            None => println!("{name}: {value}"),
        }
    }
    Ok(())
}

/// How many of how many; nothing of nothing.
fn share(some: usize, all: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if all == 0 {
        0.0
    } else {
        number(some) / number(all)
    }
}
