//! What the command line can do, one file each.

pub mod audit;
pub mod backup;
pub mod bench;
pub mod centre;
pub mod check;
pub mod demo;
pub mod drill;
pub mod import;
pub mod key;
pub mod migrate;
pub mod restore;
pub mod serve;
pub mod user;
