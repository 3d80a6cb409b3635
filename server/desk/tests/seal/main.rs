//! The seal on both engines: what opens, what does not, and what is left when the work stops
//! between any two of its steps.

#[path = "../support/stores.rs"]
mod stores;

mod desk;

mod entitled;
mod keys;
mod places;
mod root;
mod rows;
mod sweep;
