//! `onthaal check`: the settings in force, secrets hidden, and everything that is wrong in one go.

use std::path::Path;

use desk::seal::root;

use crate::cli::Stop;
use crate::config::{Config, Database, Given, Problem};
use crate::opening;

/// Shows the settings and the problems.
///
/// # Errors
/// [`Stop::Use`] when anything is wrong; every problem was printed before.
pub async fn run(file: Option<&Path>, given: &Given) -> Result<(), Stop> {
    let environment = |name: &str| std::env::var(name).ok();
    let (config, mut problems) = Config::read(file, given, &environment);
    print!("{}", config.shown());
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
