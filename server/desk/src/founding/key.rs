//! The root secret of a house that is being founded: a new one, or one that is there already because
//! `onthaal key new` was run or an earlier founding stopped half-way.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::FoundingError;
use crate::Entropy;
use crate::seal::root::{self, Root, RootError, RootSource};
use crate::seal::sheet::{self, Sheet};
use crate::seal::{SealError, Step, Vault};

/// The root secret, and the file that has yet to be written.
pub struct Key {
    root: Root,
    file: Option<PathBuf>,
}

impl Key {
    /// The key of the file, or a new one that the file will hold.
    ///
    /// # Errors
    /// [`FoundingError::KeyAway`] when the keystore has a key and the file is not there,
    /// [`FoundingError::Root`] when the file cannot be used or written.
    pub async fn of_file(
        vault: &Vault,
        file: &Path,
        data: &Path,
        entropy: &dyn Entropy,
    ) -> Result<Self, FoundingError> {
        if file.exists() {
            let source = RootSource::KeyFile {
                file,
                data: Some(data),
                demo: false,
            };
            let root = source.bring(vault.keystore()).await?;
            return Self::brought(vault, root).await;
        }
        root::room_for_key_file(file, data)?;
        let key = Self {
            root: root::fresh(entropy),
            file: Some(file.to_owned()),
        };
        match vault.unseal(&key.root).await {
            Err(SealError::NotFounded) => Ok(key),
            Ok(()) | Err(SealError::WrongRoot) => Err(FoundingError::KeyAway),
            Err(error) => Err(error.into()),
        }
    }

    /// A key that somebody has brought.
    ///
    /// # Errors
    /// [`SealError::WrongRoot`] inside [`FoundingError::Seal`] when the keystore has another one.
    pub async fn brought(vault: &Vault, root: Root) -> Result<Self, FoundingError> {
        match vault.unseal(&root).await {
            // It stays closed until there is a house.
            Ok(()) => vault.seal_again(),
            Err(SealError::NotFounded) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(Self { root, file: None })
    }

    /// A recovery sheet for it, which opens nothing until the house is founded.
    ///
    /// # Errors
    /// [`FoundingError::Root`].
    pub fn sheet(&self, entropy: &dyn Entropy) -> Result<Sheet, FoundingError> {
        Ok(sheet::make(&self.root, entropy)?)
    }

    /// The root secret itself, to open the founded house with.
    #[must_use]
    pub const fn root(&self) -> &Root {
        &self.root
    }

    /// Writes the file, founds the keystore and keeps the sheet, in this order: whatever stops in
    /// between, the next founding finds the key and goes on with it.
    pub(super) async fn lay(&self, vault: &Vault, sheet: &Sheet) -> Result<(), FoundingError> {
        if let Some(file) = &self.file {
            self.write(file)?;
        }
        vault
            .passed(Step::KeyFileWritten)
            .map_err(SealError::from)?;
        match vault.found(&self.root).await {
            Err(SealError::Founded) => self.found_again(vault).await?,
            outcome => outcome?,
        }
        vault
            .passed(Step::KeystoreFounded)
            .map_err(SealError::from)?;
        sheet::keep(vault.keystore(), sheet).await?;
        vault.passed(Step::SheetKept).map_err(SealError::from)?;
        Ok(())
    }

    /// Opens the keystore that was founded before. With another key, this one opens nothing and is
    /// taken away again.
    async fn found_again(&self, vault: &Vault) -> Result<(), FoundingError> {
        match vault.unseal(&self.root).await {
            Err(SealError::WrongRoot) => {
                let _gone = self.file.as_ref().map(std::fs::remove_file);
                Err(FoundingError::Founded)
            }
            outcome => Ok(outcome?),
        }
    }

    /// Writes the file, unless it holds this key already.
    fn write(&self, file: &Path) -> Result<(), RootError> {
        match root::write_key_file(file, &self.root) {
            Err(RootError::File(error)) if error.kind() == ErrorKind::AlreadyExists => {
                let there = root::read_key_file(file)?;
                let same = there.expose() == self.root.expose();
                same.then_some(()).ok_or(RootError::File(error))
            }
            outcome => outcome,
        }
    }
}
