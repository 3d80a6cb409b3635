//! How a file of people is read in from the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub(super) enum Import {
    /// Write down everybody in a CSV file; the same file goes on where it stopped
    People(ImportPeople),
}

/// Which file, and how it is read.
#[derive(Args)]
pub struct ImportPeople {
    /// The file, UTF-8, with a line of heads; `.gz` is opened
    pub file: PathBuf,
    /// The short name of the centre, where there are several
    #[arg(long, value_name = "SHORT")]
    pub centre: Option<String>,
    /// Which column is which, by its head or its number: `phone=GSM` or `phone=3`; may be given more
    /// than once
    #[arg(long, value_name = "COLUMN=HEAD")]
    pub map: Vec<String>,
    /// Write people whose name and birth date are known as somebody else
    #[arg(long)]
    pub known_too: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}
