//! Signing in, locking, unlocking and leaving, on both engines.

#[path = "../support/stores.rs"]
mod stores;

mod door;

mod entering;
mod limits;
mod staying;
mod unlocking;
