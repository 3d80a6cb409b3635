//! The steps of writing keys and grants, named so that a test can stop the work between any two of
//! them and look at what is left.

/// A point the work has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new key is written to the keystore, not yet stored.
    KeyMade,
    /// A new key is wrapped to one recipient, not yet stored.
    KeyWrapped,
    /// The keystore has stored new keys.
    KeysStored,
    /// A grant is written to the data, not yet stored.
    GrantWritten,
    /// The live grants and the wraps are read.
    GrantsRead,
    /// A wrap for a grant is written, not yet stored.
    WrapWritten,
    /// The keystore has stored wraps for grants.
    WrapsStored,
    /// The end of a grant is written to the data, not yet stored.
    GrantEnded,
    /// The wraps of an ended grant are deleted, not yet stored.
    WrapsDeleted,
    /// The keystore has stored that wraps are gone.
    DeletionStored,
    /// What somebody left is removed from the data, not yet stored.
    PersonErased,
    /// The data have stored that somebody is erased.
    ErasureStored,
    /// Keys are destroyed in the keystore, not yet stored.
    KeysDestroyed,
    /// The keystore has stored that keys are destroyed.
    DestructionStored,
    /// The key file of a new house is on the disk.
    KeyFileWritten,
    /// The keystore of a new house has its root secret.
    KeystoreFounded,
    /// The keystore of a new house has its recovery sheet.
    SheetKept,
    /// A new house is written to the data, not yet stored.
    HouseWritten,
}

/// The work stops here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interrupted;

/// Told about every step that is passed.
pub trait Steps: Send + Sync {
    /// Whether the work goes on.
    ///
    /// # Errors
    /// [`Interrupted`] when it stops here, as if the process had ended.
    fn passed(&self, step: Step) -> Result<(), Interrupted>;
}

/// The work always goes on.
pub struct Onward;

impl Steps for Onward {
    fn passed(&self, _step: Step) -> Result<(), Interrupted> {
        Ok(())
    }
}
