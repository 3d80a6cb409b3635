//! Colleagues who join, come back and leave, and whom a colleague must not see, on both engines.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[path = "../support/stores.rs"]
mod stores;

#[expect(dead_code, reason = "these stories need a part of the device")]
#[path = "../signin/device.rs"]
mod device;

#[expect(dead_code, reason = "these stories need a part of the door")]
#[path = "../signin/door.rs"]
mod door;

mod announced;
mod denied;
mod inside;
mod joining;
mod leaving;
mod lost;
mod proving;
mod sequences;
mod vouched;
mod working;
