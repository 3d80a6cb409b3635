//! What can be measured from the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub(super) enum Bench {
    /// Look people up and say how often they are found
    Find(BenchFind),
    /// Look for people who were written down twice, and say how many are found
    Duplicates(BenchDuplicates),
}

/// Who is known, and who is looked up.
#[derive(Args)]
pub struct BenchFind {
    /// A CSV file of people: `id`, `given_name` and `family_name` or `name`, `birth_date`, `phone`
    pub people: PathBuf,
    /// A CSV file of lookups: `expected_id`, `kind`, `query`, `birth_date`; `absent` expects nobody
    pub lookups: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Who may be written down twice.
#[derive(Args)]
pub struct BenchDuplicates {
    /// CSV files of the shape of FEBRL, taken together: `rec_id`, `given_name`, `surname`,
    /// `date_of_birth`, and the address
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
