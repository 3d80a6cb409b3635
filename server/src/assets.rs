//! Where the style sheets and scripts are: beside the program, from whichever folder it is started.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use leptos::prelude::{Env, LeptosOptions};

use crate::cli::Stop;

/// The name that the built files begin with.
const NAME: &str = "onthaal";
/// The list of hashes, beside the program or among the files.
const HASHES: &str = "hash.txt";

/// What was found.
pub struct Assets {
    /// The folder that is served.
    pub folder: PathBuf,
    /// The address of the style sheet, with its hash.
    pub styles: String,
    hashes: PathBuf,
}

impl Assets {
    /// Looks beside the program, or where `LEPTOS_SITE_ROOT` says.
    ///
    /// # Errors
    /// [`Stop::Failed`] where the program was copied without them.
    pub fn find() -> Result<Self, Stop> {
        let exe = std::env::current_exe()
            .map_err(|error| Stop::failed("the program does not know where it is", &error))?;
        let beside = exe.parent().unwrap_or(Path::new(".")).to_owned();
        let named = std::env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from);
        let places = [
            named,
            Some(beside.join("site")),
            Some(beside.join("../site")),
            // Where a package puts them.
            Some(beside.join("../share/onthaal/site")),
        ];
        let folder = places
            .into_iter()
            .flatten()
            .find(|folder| folder.join("pkg").is_dir());
        let missing =
            || Stop::Failed("the style sheets and scripts are not beside the program".to_owned());
        let folder = folder.ok_or_else(missing)?;
        let lists = [beside.join(HASHES), folder.join(HASHES)];
        // From its root: the framework takes any other path as one beside the program.
        let hashes = lists
            .iter()
            .find_map(|list| list.canonicalize().ok())
            .ok_or_else(missing)?;
        let text = std::fs::read_to_string(&hashes).map_err(|_| missing())?;
        let styles = styles(&text).ok_or_else(missing)?;
        Ok(Self {
            folder,
            styles,
            hashes,
        })
    }

    /// How the framework names the scripts.
    #[must_use]
    pub fn leptos(&self) -> LeptosOptions {
        LeptosOptions::builder()
            .output_name(NAME)
            .site_root(self.folder.display().to_string())
            .site_pkg_dir("pkg")
            .hash_files(true)
            .hash_file(Arc::from(self.hashes.display().to_string()))
            .env(Env::PROD)
            .build()
    }
}

/// The address of the style sheet, from the list of hashes.
fn styles(hashes: &str) -> Option<String> {
    let hash = hashes
        .lines()
        .find_map(|line| line.strip_prefix("css:"))?
        .trim();
    Some(format!("/pkg/{NAME}.{hash}.css"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_is_found_by_its_hash() {
        let hashes = "js: AA\nwasm: BB\ncss: CC\n";
        assert_eq!(styles(hashes), Some("/pkg/onthaal.CC.css".to_owned()));
        assert_eq!(styles("js: AA\n"), None);
    }
}
