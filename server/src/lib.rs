//! The process around the desk: its settings, its two web hosts, its jobs, and its command line.

pub mod assets;
pub mod cli;
pub mod commands;
pub mod config;
pub mod demo;
pub mod founding;
pub mod http;
pub mod jobs;
pub mod keeping;
pub mod metrics;
pub mod opening;
pub mod telemetry;
pub mod tls;
pub mod world;
