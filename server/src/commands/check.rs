//! `onthaal check`: the settings in force, secrets hidden, and everything that is wrong in one go.

use std::path::Path;

use desk::private;
use desk::seal::root;

use crate::cli::{Check, Stop};
use crate::config::{Config, Database, Given, Problem};
use crate::opening;

/// Shows the settings and the problems, and mends permissions where that was asked.
///
/// # Errors
/// [`Stop::Use`] when anything is wrong; every problem was printed before.
pub async fn run(file: Option<&Path>, given: &Given, check: Check) -> Result<(), Stop> {
    let environment = |name: &str| std::env::var(name).ok();
    let (config, mut problems) = Config::read(file, given, &environment);
    print!("{}", config.shown());
    // Before the databases are opened: what SQLite makes beside one gets the mode it has then.
    for (setting, path) in ours(&config) {
        problems.extend(kept_apart(setting, path, check.fix_permissions));
    }
    problems.extend(look_around(&config).await);
    for problem in &problems {
        println!("problem       {}: {}", problem.setting, problem.says);
    }
    if problems.is_empty() {
        println!("Everything is in order.");
        return Ok(());
    }
    Err(Stop::Use(format!(
        "{} of the settings are wrong",
        problems.len()
    )))
}

/// The files and folders that nobody else may use.
fn ours(config: &Config) -> impl Iterator<Item = (&'static str, &Path)> {
    let outside = [
        ("checkpoints", &config.checkpoints),
        ("key_file", &config.key_file),
    ];
    let outside = outside.into_iter().filter_map(|(setting, path)| {
        let path = path
            .as_deref()
            .filter(|path| !path.starts_with(&config.data));
        path.map(|path| (setting, path))
    });
    std::iter::once(("data", config.data.as_path())).chain(outside)
}

/// What others may use of a file or folder, and could not be taken from them.
fn kept_apart(setting: &'static str, path: &Path, fix: bool) -> Vec<Problem> {
    match private::open_to_others(path) {
        Ok(found) => found
            .into_iter()
            .filter_map(|open| closed(&open, fix))
            .map(|says| Problem { setting, says })
            .collect(),
        Err(error) => vec![Problem {
            setting,
            says: format!("{} cannot be looked at: {error}", path.display()),
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

/// What the settings point at: is it there, and does it fit together?
async fn look_around(config: &Config) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut wrong = |setting, says: String| problems.push(Problem { setting, says });
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
    } else if let Err(stop) = opening::databases(config).await {
        wrong("data", stop.to_string());
    }
    problems
}
