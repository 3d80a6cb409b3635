//! A server without a house: it shows a code to whoever started it, serves the pages that found one,
//! and lets the house answer on the same addresses once it is there.

use std::io::Write;
use std::time::Duration;

use app::screens::founding::{Founding, Reached};
use axum::Router;
use desk::Desk;
use desk::founding::{FoundingError, Key};
use desk::places::Centre;
use desk::seal::root::{self, RootSource};
use domain::Secret;

use crate::cli::Stop;
use crate::config::{Config, Database};
use crate::http::Switch;
use crate::opening;

/// How often a founding that nobody goes on with is looked at.
const LOOK: Duration = Duration::from_secs(15);
/// How long the last page is waited for.
const LAST_PAGE_WITHIN: Duration = Duration::from_secs(30);

/// Whether a house may be founded with these settings, before anything is written: its key must have
/// a place of its own.
///
/// # Errors
/// [`Stop::Use`] with what is wrong with the place.
pub fn room(config: &Config) -> Result<(), Stop> {
    let Some(file) = &config.key_file else {
        return Ok(());
    };
    let there = match &config.database {
        Database::Sqlite(data) => data.exists(),
        Database::Postgres(_) => true,
    };
    if there {
        return Ok(());
    }
    let fits = if file.exists() {
        root::usable(file, &config.data, false)
    } else {
        root::room_for_key_file(file, &config.data)
    };
    fits.map_err(|error| misplaced(&FoundingError::Root(error)))
}

/// The key of the house that is to be founded: the one that is there, or a new one.
///
/// # Errors
/// [`Stop::Use`] with what is wrong with it.
pub async fn key(
    config: &Config,
    desk: &Desk,
    typed: Option<RootSource<'static>>,
) -> Result<Key, Stop> {
    let vault = desk.vault();
    let key = match (typed, &config.key_file) {
        (Some(source), _) => {
            let brought = source.bring(vault.keystore()).await;
            let root = brought.map_err(|error| opening::unkeyed(&error))?;
            Key::brought(vault, root).await
        }
        (None, Some(file)) => Key::of_file(vault, file, &config.data, desk.entropy()).await,
        (None, None) => return Err(Stop::Use("key_file: no key is set".to_owned())),
    };
    key.map_err(|error| misplaced(&error))
}

fn misplaced(error: &FoundingError) -> Stop {
    match error {
        FoundingError::KeyAway => Stop::Use(format!("key_file: {error}")),
        FoundingError::Seal(error) => opening::sealed(error),
        FoundingError::Root(root::RootError::File(error)) => {
            Stop::Use(format!("key_file: the key cannot be kept there: {error}"))
        }
        FoundingError::Root(error) => Stop::Use(format!("key_file: {error}")),
        error => Stop::failed("no house can be founded", error),
    }
}

/// Begins a founding. Its code goes to standard output, which is whoever started the program, and
/// never to the log, which may be collected elsewhere.
#[must_use]
pub fn begin(desk: &Desk, key: Key, address: String) -> Founding {
    desk.index().fill(true);
    let announce = move |code: &Secret<String>| {
        let mut out = std::io::stdout().lock();
        // Nobody to tell is nobody who can begin.
        let _told = writeln!(
            out,
            "There is no house here yet: open {address}/found and type the code {}",
            code.expose()
        );
    };
    Founding::new(desk, key, Box::new(announce))
}

/// A staff site that founds a house, and the house that answers there after it.
pub struct Turning {
    /// The founding.
    pub founding: Founding,
    /// What answers on the address of the staff.
    pub switch: Switch,
    /// The house.
    pub house: Router,
}

impl Turning {
    /// Waits until the house is founded, and opens it. Gives its centres.
    ///
    /// # Errors
    /// [`Stop::Failed`] when it does not open.
    pub async fn opened(&self, desk: &Desk) -> Result<Vec<Centre>, Stop> {
        tokio::select! {
            () = self.founding.reached(Reached::House) => {}
            () = keep_tidy(&self.founding, desk) => {}
        }
        opening::unseal(desk, self.founding.key().root()).await
    }

    /// Lets the house answer, once somebody was told that it is there.
    pub async fn turn(self) {
        tokio::select! {
            () = self.founding.reached(Reached::LastPage) => {}
            () = tokio::time::sleep(LAST_PAGE_WITHIN) => {}
        }
        self.switch.turn(self.house);
        self.founding.reach(Reached::End);
        tracing::info!("the house is founded");
    }
}

/// Forgets what nobody goes on with, for as long as somebody may begin.
async fn keep_tidy(founding: &Founding, desk: &Desk) {
    loop {
        tokio::time::sleep(LOOK).await;
        founding.tidy(desk).await;
    }
}
