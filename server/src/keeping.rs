//! What the program keeps on disk. A folder is ours when something in it has a name that we give: a
//! wrong setting must not take from others what they may do with a whole machine.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use desk::private::{self, Open};

use crate::cli::Stop;
use crate::config::{Config, Database};

/// A file or folder that is ours, under the setting that names it.
pub type Kept = (&'static str, PathBuf);

/// Everything that nobody else may use.
///
/// # Errors
/// What the disk said.
pub fn kept(config: &Config) -> io::Result<Vec<Kept>> {
    let mut all = within("data", &config.data, is_data)?;
    all.extend(within(
        "data",
        &config.data.join("checkpoints"),
        is_checkpoint,
    )?);
    if let Some(folder) = &config.checkpoints {
        all.extend(within("checkpoints", folder, is_checkpoint)?);
    }
    all.extend(config.key_file.clone().map(|file| ("key_file", file)));
    all.sort_by(|one, other| one.1.cmp(&other.1));
    all.dedup_by(|one, other| one.1 == other.1);
    Ok(all)
}

/// What others may use of it.
///
/// # Errors
/// What the disk said.
pub fn open_to_others(config: &Config) -> io::Result<Vec<(&'static str, Open)>> {
    let mut found = Vec::new();
    for (setting, path) in kept(config)? {
        found.extend(private::open_to_others(&path)?.map(|open| (setting, open)));
    }
    Ok(found)
}

/// Sees that the data are not another user's while root asks: what root made beside them, the program
/// that serves them could not use any more.
///
/// # Errors
/// [`Stop::Use`] with the name of the command that would do.
pub fn own(config: &Config) -> Result<(), Stop> {
    let owner = fs::metadata(&config.data).map(|metadata| metadata.uid());
    let theirs = owner.is_ok_and(|owner| owner != 0);
    if theirs && is_root() && matches!(config.database, Database::Sqlite(_)) {
        let folder = config.data.display();
        let says = format!("{folder} is another user's; run this as that user, with `runuser -u`");
        return Err(Stop::Use(says));
    }
    Ok(())
}

/// Whether root runs this, as the system says it of every process.
fn is_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    line.and_then(|line| line.split_whitespace().nth(1)) == Some("0")
}

/// A folder with what is ours in it; nothing when nothing is.
fn within(
    setting: &'static str,
    folder: &Path,
    is_ours: fn(&str) -> bool,
) -> io::Result<Vec<Kept>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        if is_ours(&entry.file_name().to_string_lossy()) {
            found.push((setting, entry.path()));
        }
    }
    if !found.is_empty() {
        found.push((setting, folder.to_owned()));
    }
    Ok(found)
}

/// Databases with what SQLite lays beside them, the lock, and the key of a practice house.
fn is_data(name: &str) -> bool {
    let begins = ["onthaal.db", "keys.db"];
    let whole = ["onthaal.lock", crate::commands::demo::KEY];
    begins.iter().any(|begin| name.starts_with(begin)) || whole.contains(&name)
}

fn is_checkpoint(name: &str) -> bool {
    let note = Path::new(name).extension().is_some_and(|end| end == "note");
    note || name == "checkpoint.pub"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Given;

    fn config(data: &Path) -> Config {
        let given = Given {
            data: Some(data.to_owned()),
            ..Given::default()
        };
        Config::read(Some(Path::new("/dev/null")), &given, &|_| None).0
    }

    #[test]
    fn a_folder_of_somebody_else_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        std::fs::create_dir(place.path().join("checkpoints")).unwrap();
        for name in ["letter.txt", "checkpoints/letter.txt"] {
            std::fs::write(place.path().join(name), "x").unwrap();
        }
        assert_eq!(kept(&config(place.path())).unwrap(), []);
        assert_eq!(kept(&config(&place.path().join("none"))).unwrap(), []);
        std::fs::write(place.path().join("keys.db-wal"), "x").unwrap();
        let ours = [place.path().to_owned(), place.path().join("keys.db-wal")];
        assert_eq!(
            kept(&config(place.path())).unwrap(),
            ours.map(|path| ("data", path))
        );
    }
}
