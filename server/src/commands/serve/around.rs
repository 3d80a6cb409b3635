//! What a house that is served reaches around it: mail servers, and the folder for checkpoints.

use desk::audit::Folder;
use desk::mail::Door;

use super::Served;
use crate::cli::Stop;

impl Served<'_> {
    /// What mail servers are reached with: the public authorities, and the house's own.
    pub(super) fn door(&self) -> Result<Door, Stop> {
        let Some(file) = &self.config.mail_authority else {
            return Ok(Door::default());
        };
        let wrong = |why| Stop::Use(format!("mail_authority: {} {why}", file.display()));
        let pem = std::fs::read(file).map_err(|_| wrong("cannot be read"))?;
        let door = Door::default().trusting(&pem);
        door.map_err(|_| wrong("holds no certificate"))
    }

    /// The folder for checkpoints; a practice house has its own among its data.
    pub(super) fn checkpoints(&self) -> Result<Option<Folder>, Stop> {
        let own = self.demo.then(|| self.config.data.join("checkpoints"));
        let Some(path) = self.config.checkpoints.clone().or(own) else {
            tracing::warn!(
                "no folder for checkpoints is set: what is cut off the trail cannot be found"
            );
            return Ok(None);
        };
        let made = Folder::make(&path, &self.config.data, self.demo);
        made.map(Some)
            .map_err(|error| Stop::Use(format!("checkpoints: {error}")))
    }
}
