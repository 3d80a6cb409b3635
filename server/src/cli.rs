//! The command line. Wrong use ends with 2 and one line; failing ends with 1 and one line.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};

use crate::commands;
use crate::config::{Config, Given};
use crate::world::World;

mod audit;
mod bench;
mod centre;
mod import;
mod stop;

use audit::Audit;
pub use audit::VerifyAudit;
use bench::Bench;
pub use bench::{BenchDuplicates, BenchFind};
pub use centre::NewCentre;
use import::Import;
pub use import::ImportPeople;
pub use stop::Stop;

/// The front desk of a Family Justice Center.
#[derive(Parser)]
#[command(name = "onthaal", version, propagate_version = true)]
pub struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Where the settings come from; what stands here wins over the environment and the file.
#[derive(Args, Clone, Default)]
pub struct Settings {
    /// The file with settings [default: onthaal.toml where it exists]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The folder of the data [default: data]
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the staff site and the public site
    Serve(Serve),
    /// Make a practice house with invented people, colleagues and rooms
    Demo,
    /// Bring the data up to this program
    Migrate,
    /// Show the settings in force and everything that is wrong with them
    Check(Check),
    /// Make a backup that only the holders of the recovery sheet can open
    Backup(Backup),
    /// Put a house back from its backups, into a folder where nothing is
    Restore(Restore),
    /// Put the last backup back into a temporary place, and see that it is whole
    Drill(Drill),
    /// Centres
    Centre {
        #[command(subcommand)]
        command: Centre,
    },
    /// Colleagues with an account
    User {
        #[command(subcommand)]
        command: User,
    },
    /// Read a file of people in
    Import {
        #[command(subcommand)]
        command: Import,
    },
    /// The secret that opens the data
    Key {
        #[command(subcommand)]
        command: Key,
    },
    /// Measure how well people are found; no house is opened
    Bench {
        #[command(subcommand)]
        command: Bench,
    },
    /// The trail of what was read and changed
    Audit {
        #[command(subcommand)]
        command: Audit,
    },
}

/// How to serve.
#[derive(Args)]
pub struct Serve {
    /// Where the staff site listens [default: 127.0.0.1:3000]
    #[arg(long, value_name = "ADDRESS")]
    pub addr: Option<String>,
    /// Where the public site listens [default: 127.0.0.1:3001]
    #[arg(long, value_name = "ADDRESS")]
    pub portal_addr: Option<String>,
    /// Serve a practice house; other data are refused
    #[arg(long)]
    pub demo: bool,
    /// Take the pass-phrase of the key from standard input
    #[arg(long)]
    pub passphrase: bool,
    /// Take a code of the recovery sheet from standard input
    #[arg(long, conflicts_with = "passphrase")]
    pub recovery: bool,
}

/// What to mend.
#[derive(Args, Clone, Copy)]
pub struct Check {
    /// Take from others what they may do with the data, the key and the checkpoints
    #[arg(long)]
    pub fix_permissions: bool,
}

/// Where the backup goes.
#[derive(Args)]
pub struct Backup {
    /// The folder of backups [default: the setting backups]
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
}

/// What is put back, and what opens it.
#[derive(Args)]
pub struct Restore {
    /// The folder of backups
    #[arg(long, value_name = "FOLDER")]
    pub from: PathBuf,
    /// Open it with a code of the recovery sheet, from standard input
    #[arg(long, required_unless_present = "identity")]
    pub recovery: bool,
    /// Open it with the identity in this file, and the key file of the settings
    #[arg(long, value_name = "FILE", conflicts_with = "recovery")]
    pub identity: Option<PathBuf>,
    /// Put it back as it was at this moment, such as 2026-03-10T09:00:00Z
    #[arg(long, value_name = "MOMENT")]
    pub until: Option<String>,
    /// Write the key to this file, so that the house can be served without the sheet
    #[arg(long, value_name = "FILE")]
    pub key_out: Option<PathBuf>,
}

/// What is tried, and what opens it.
#[derive(Args)]
pub struct Drill {
    /// The folder of backups [default: the setting backups]
    #[arg(long, value_name = "FOLDER")]
    pub from: Option<PathBuf>,
    /// Open it with a code of the recovery sheet, from standard input
    #[arg(long, required_unless_present = "identity")]
    pub recovery: bool,
    /// Open it with the identity in this file, and the key file of the settings
    #[arg(long, value_name = "FILE", conflicts_with = "recovery")]
    pub identity: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Centre {
    /// Found a centre on data that have a key: the first one, or another one beside it
    New(NewCentre),
}

#[derive(Subcommand)]
enum User {
    /// Give a colleague an account; the pass-phrase is read from standard input
    Add(AddUser),
}

/// Whose account, and as what.
#[derive(Args)]
pub struct AddUser {
    /// The short name of the centre
    #[arg(long)]
    pub centre: String,
    /// What the colleague is called
    #[arg(long)]
    pub name: String,
    /// The name to sign in with
    #[arg(long)]
    pub user: String,
    /// What the colleague works as; may be given more than once
    #[arg(long, required = true, value_name = "ROLE")]
    pub role: Vec<String>,
    /// The name of the service, for the role `service`
    #[arg(long)]
    pub service: Option<String>,
    /// The language of the screens
    #[arg(long, default_value = "nl")]
    pub language: String,
}

#[derive(Subcommand)]
enum Key {
    /// Make the secret that opens the data, and print a recovery sheet for two holders
    New(NewKey),
    /// Print a new recovery sheet; the codes of the one before open nothing any more
    Sheet,
}

/// Where the new secret goes.
#[derive(Args)]
pub struct NewKey {
    /// Write the secret to this file
    #[arg(long, value_name = "FILE", required_unless_present = "passphrase")]
    pub out: Option<PathBuf>,
    /// Keep the secret under a pass-phrase, which is read from standard input
    #[arg(long, conflicts_with = "out")]
    pub passphrase: bool,
}

/// What is wrong with a command line, in one line that says where help is.
#[must_use]
pub fn said(error: &clap::Error) -> String {
    let command = "onthaal";
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return format!("say what to do; `{command} --help` shows what it can");
    }
    let text = error.to_string();
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    format!("{line}; `{command} --help` shows how")
}

impl Cli {
    /// Does what the command line says.
    ///
    /// # Errors
    /// Why the program stops, in one line.
    pub async fn run(self, world: World) -> Result<(), Stop> {
        let mut given = Given {
            data: self.settings.data,
            ..Given::default()
        };
        if let Command::Serve(serve) = &self.command {
            given.addr.clone_from(&serve.addr);
            given.portal_addr.clone_from(&serve.portal_addr);
        }
        let config = || Config::load(self.settings.config.as_deref(), &given);
        match self.command {
            Command::Check(check) => {
                let file = self.settings.config.as_deref();
                commands::check::run(file, &given, (check, world)).await
            }
            Command::Serve(serve) => Box::pin(commands::serve::run(config()?, world, serve)).await,
            Command::Demo => commands::demo::run(config()?, world).await,
            Command::Migrate => commands::migrate::run(config()?).await,
            Command::Backup(asked) => commands::backup::run(config()?, world, asked).await,
            Command::Restore(asked) => commands::restore::run(config()?, world, asked).await,
            Command::Drill(asked) => commands::drill::run(config()?, world, asked).await,
            Command::Centre {
                command: Centre::New(new),
            } => commands::centre::new(config()?, world, new).await,
            Command::User {
                command: User::Add(add),
            } => commands::user::add(config()?, world, add).await,
            Command::Import {
                command: Import::People(asked),
            } => commands::import::people(config()?, world, asked).await,
            Command::Key {
                command: Key::New(new),
            } => commands::key::new(config()?, world, new).await,
            Command::Key {
                command: Key::Sheet,
            } => commands::key::sheet(config()?, world).await,
            Command::Bench {
                command: Bench::Find(asked),
            } => commands::bench::find::run(&asked),
            Command::Bench {
                command: Bench::Duplicates(asked),
            } => commands::bench::duplicates::run(&asked),
            Command::Audit {
                command: Audit::Verify(verify),
            } => commands::audit::verify(config()?, world, verify).await,
        }
    }
}
