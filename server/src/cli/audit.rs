//! How the trail is checked from the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub(super) enum Audit {
    /// Check that no row was changed, removed or put elsewhere
    Verify(VerifyAudit),
}

/// How far to check.
#[derive(Args)]
pub struct VerifyAudit {
    /// The folder with signed checkpoints, to find what was cut off at the end
    #[arg(long, value_name = "FOLDER")]
    pub checkpoints: Option<PathBuf>,
}
