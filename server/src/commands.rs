//! What the command line can do, one file each.

pub mod audit;
pub mod check;
pub mod demo;
pub mod key;
pub mod migrate;
pub mod serve;
pub mod user;
