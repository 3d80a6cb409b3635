//! The parts that move in the browser. Each gets finished texts and plain values, and each screen is
//! complete without it.

pub mod house;
pub mod people;

#[cfg(feature = "hydrate")]
mod wire;
