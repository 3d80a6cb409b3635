//! Signing in, locking, unlocking and leaving, on both engines.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[path = "../support/stores.rs"]
mod stores;

mod device;
mod door;

mod again;
mod choosing;
mod entering;
mod limits;
mod passkeys;
mod staying;
mod unlocking;
