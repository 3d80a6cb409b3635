//! The folder of checkpoints. It is outside the data, best on another machine's disk: who can change
//! the data must not be able to change what was promised about them. One file for each chain and
//! day, so that a later tampering still meets the older ones.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use tokio::fs;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use super::note::{Checkpoint, CheckpointKey, Signer};
use crate::private;

/// The file with the public key.
const KEY: &str = "checkpoint.pub";

/// What the files of checkpoints end in.
const ENDING: &str = ".note";

const DAY: i64 = 24 * 60 * 60;

/// Why checkpoints cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The folder is inside the data, where it proves nothing.
    #[error("the folder of checkpoints is inside the data folder")]
    InsideData,
    /// The folder has no key that checks what is in it.
    #[error("the folder holds no public key of checkpoints")]
    NoKey,
    /// The folder belongs to an installation with another root secret.
    #[error("the folder holds checkpoints of another installation")]
    OtherKey,
    /// Reading or writing failed.
    #[error("the folder of checkpoints cannot be used")]
    Disk(#[from] io::Error),
}

/// A folder of checkpoints.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// Everything a folder holds.
#[derive(Default)]
pub(super) struct Contents {
    /// By chain, shortest first.
    pub notes: BTreeMap<Uuid, Vec<Checkpoint>>,
    /// How many files the key does not vouch for.
    pub unsigned: u64,
}

impl Folder {
    /// A folder to write checkpoints to, made when it is absent. Only demo data may hold their own.
    ///
    /// # Errors
    /// [`FolderError::InsideData`], or what the disk said.
    pub fn make(path: &Path, data: &Path, demo: bool) -> Result<Self, FolderError> {
        private::folder(path)?;
        let (path, data) = (path.canonicalize()?, data.canonicalize()?);
        if path.starts_with(&data) && !demo {
            return Err(FolderError::InsideData);
        }
        Ok(Self(path))
    }

    /// A folder to read checkpoints from.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// The key that was published with the checkpoints.
    pub(super) async fn key(&self) -> Result<CheckpointKey, FolderError> {
        match fs::read_to_string(self.0.join(KEY)).await {
            Ok(line) => CheckpointKey::parse(&line).ok_or(FolderError::NoKey),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(FolderError::NoKey),
            Err(error) => Err(error.into()),
        }
    }

    /// Publishes the key with the first checkpoint.
    pub(super) async fn publish(&self, key: CheckpointKey) -> Result<(), FolderError> {
        match self.key().await {
            Ok(published) if published == key => Ok(()),
            Ok(_) => Err(FolderError::OtherKey),
            Err(FolderError::NoKey) => Ok(self.put(KEY, &format!("{}\n", key.line())).await?),
            Err(error) => Err(error),
        }
    }

    /// Keeps a checkpoint, in place of an earlier one of the same day.
    pub(super) async fn keep(&self, checkpoint: &Checkpoint, signer: &Signer) -> io::Result<()> {
        let day = checkpoint.at.unix().div_euclid(DAY);
        let name = format!("{}-{day:06}{ENDING}", checkpoint.chain.simple());
        self.put(&name, &signer.sign(checkpoint)).await
    }

    /// Reads every checkpoint.
    pub(super) async fn read(&self, key: CheckpointKey) -> Result<Contents, FolderError> {
        let mut contents = Contents::default();
        let mut files = fs::read_dir(&self.0).await?;
        while let Some(file) = files.next_entry().await? {
            if file.file_name().to_string_lossy().ends_with(ENDING) {
                contents.add(key.read(&read_text(&file.path()).await?));
            }
        }
        for notes in contents.notes.values_mut() {
            notes.sort_by_key(|note| note.size);
        }
        Ok(contents)
    }

    /// Writes a file so that after a power cut it is there whole, or as it was.
    async fn put(&self, name: &str, text: &str) -> io::Result<()> {
        let fresh = self.0.join(format!(".{name}.{}", std::process::id()));
        let mut options = fs::OpenOptions::from(private::file());
        let file = options.write(true).create(true).truncate(true);
        let mut file = file.open(&fresh).await?;
        file.write_all(text.as_bytes()).await?;
        file.sync_all().await?;
        fs::rename(&fresh, self.0.join(name)).await?;
        fs::File::open(&self.0).await?.sync_all().await
    }
}

impl Contents {
    fn add(&mut self, read: Option<Checkpoint>) {
        match read {
            Some(note) => self.notes.entry(note.chain).or_default().push(note),
            None => self.unsigned += 1,
        }
    }
}

/// A file that is no text is a checkpoint nobody signed.
async fn read_text(path: &Path) -> io::Result<String> {
    Ok(String::from_utf8(fs::read(path).await?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checkpoints_inside_the_data_are_refused_unless_it_is_a_demo() {
        let data = tempfile::tempdir().unwrap();
        let inside = data.path().join("checkpoints");
        let refused = Folder::make(&inside, data.path(), false);
        assert!(matches!(refused, Err(FolderError::InsideData)));
        assert!(Folder::make(&inside, data.path(), true).is_ok());
        let outside = tempfile::tempdir().unwrap();
        assert!(Folder::make(outside.path(), data.path(), false).is_ok());
    }
}
