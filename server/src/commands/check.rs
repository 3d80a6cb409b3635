//! `onthaal check`: the settings in force, secrets hidden, and everything that is wrong in one go. What
//! is not wrong yet, but will be, is noted.

use std::path::Path;

use desk::backup::{self, BackupError};
use desk::private;
use desk::seal::root;
use desk::store::{StoreError, dumps};

use crate::cli::{Check, Stop};
use crate::config::{Config, Database, Given, Problem};
use crate::world::World;
use crate::{keeping, opening};

mod certificates;
mod machine;

/// What was found beside what is wrong.
struct Found {
    problems: Vec<Problem>,
    notes: Vec<Problem>,
}

impl Found {
    fn wrong(&mut self, setting: &'static str, says: String) {
        self.problems.push(Problem { setting, says });
    }

    fn note(&mut self, setting: &'static str, says: String) {
        self.notes.push(Problem { setting, says });
    }
}

/// Shows the settings and the problems, and mends permissions where that was asked.
///
/// # Errors
/// [`Stop::Use`] when anything is wrong; every problem was printed before.
pub async fn run(
    file: Option<&Path>,
    given: &Given,
    (check, world): (Check, World),
) -> Result<(), Stop> {
    let environment = |name: &str| std::env::var(name).ok();
    let (config, problems) = Config::read(file, given, &environment);
    let notes = Vec::new();
    let (mut found, now) = (Found { problems, notes }, world.clock.now());
    print!("{}", config.shown());
    // Before the databases are opened: what SQLite makes beside one gets the mode it has then.
    found
        .problems
        .extend(kept_apart(&config, check.fix_permissions));
    certificates::look(&config, now, &mut found);
    machine::look(&config, now, &mut found);
    look_around(&config, &mut found).await;
    found.problems.extend(backed_up(&config).await);
    said(&found)
}

/// Prints what was found.
fn said(found: &Found) -> Result<(), Stop> {
    for note in &found.notes {
        println!("note          {}: {}", note.setting, note.says);
    }
    for problem in &found.problems {
        println!("problem       {}: {}", problem.setting, problem.says);
    }
    match found.problems.len() {
        0 => println!("Everything is in order."),
        1 => return Err(Stop::Use("one thing is wrong".to_owned())),
        many => return Err(Stop::Use(format!("{many} things are wrong"))),
    }
    Ok(())
}

/// What others may use of what is ours, and could not be taken from them.
fn kept_apart(config: &Config, fix: bool) -> Vec<Problem> {
    match keeping::open_to_others(config) {
        Ok(found) => found
            .iter()
            .filter_map(|(setting, open)| {
                let says = closed(open, fix)?;
                Some(Problem { setting, says })
            })
            .collect(),
        Err(error) => vec![Problem {
            setting: "data",
            says: format!("who may use the files cannot be seen: {error}"),
        }],
    }
}

/// Takes away what others may do with a file or folder, or says why not.
fn closed(open: &private::Open, fix: bool) -> Option<String> {
    let (path, mode, wanted) = (open.path.display(), open.mode, open.wanted());
    if !fix {
        return Some(format!(
            "{path} is open to others ({mode:04o}, should be {wanted:04o}); --fix-permissions mends it"
        ));
    }
    match open.close() {
        Ok(()) => {
            println!("mended        {path}: {mode:04o} is {wanted:04o} now");
            None
        }
        Err(error) => Some(format!("{path} stays open to others ({mode:04o}): {error}")),
    }
}

/// What the backups of this engine need; says what they do not hold.
async fn backed_up(config: &Config) -> Option<Problem> {
    if !matches!(config.database, Database::Postgres(_)) {
        return None;
    }
    if let Ok((data, _)) = opening::databases(config).await
        && !dumps::is_followed(&data).await.unwrap_or(true)
    {
        println!(
            "note          what is stored between two backups is lost with the database: \
             set an archive of its log or a standby"
        );
    }
    (config.backups.is_some() && !backup::tools_are_here()).then(|| Problem {
        setting: "backups",
        says: BackupError::NoTools.to_string(),
    })
}

/// What the settings point at: is it there, and does it fit together?
async fn look_around(config: &Config, found: &mut Found) {
    let mut wrong = |setting, says| found.wrong(setting, says);
    let demo = config.data.join(super::demo::KEY).exists();
    if let Some(key) = &config.key_file
        && let Err(error) = root::usable(key, &config.data, demo)
    {
        wrong("key_file", error.to_string());
    }
    if let Some(folder) = &config.checkpoints
        && !demo
        && folder.starts_with(&config.data)
    {
        wrong("checkpoints", "may not lie in the data folder".to_owned());
    }
    let made = match &config.database {
        Database::Sqlite(file) => file.exists(),
        Database::Postgres(_) => true,
    };
    if !made {
        wrong(
            "data",
            format!("{} holds no data yet", config.data.display()),
        );
        return;
    }
    match opening::databases(config).await {
        Err(stop) => wrong("data", stop.to_string()),
        Ok((data, _)) => {
            // Data that were never migrated say nothing of programs.
            if let Err(error @ StoreError::Newer) = data.readable().await {
                wrong("data", error.to_string());
            }
        }
    }
}
