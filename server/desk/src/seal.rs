//! The seal on what is known about people: every value is stored encrypted under the key of its
//! compartment, and a key is there only for those it was granted to.
//!
//! - A [`Place`] says what a value is about and where it is stored; it is bound into the value.
//! - The [`Vault`] seals and opens. It knows nothing until it is unsealed with the root secret.
//! - Opening needs two things of two databases: a live [`Grant`] in the data and the wrap of the key
//!   in the keystore. They cannot be stored together, so the order is fixed: a new key is in the
//!   keystore before the value is in the data, a grant is stored before its wrap, and ends before
//!   its wrap is deleted. Whatever stops in between is put right by [`Vault::reconcile`].
//! - A [`LinkKey`] stands for a person or thing in columns that are not sealed.

mod blob;
mod cache;
mod fresh;
mod grants;
pub mod letters;
mod links;
mod making;
mod opening;
mod place;
mod recipient;
mod reconcile;
mod renewal;
pub mod root;
pub mod sheet;
mod shortage;
mod steps;
#[cfg(test)]
mod tests;
mod tree;
mod vault;
mod wraps;

pub(crate) use fresh::{FreshGrants, FreshKeys};
pub use grants::{Grant, Granted, Withdrawn, grant, lapse, withdraw};
pub use links::{LinkContext, LinkKey};
pub use opening::Span;
pub use place::{Cell, Compartment, CompartmentKind, Place, Subject, SubjectKind};
pub use recipient::{Recipient, RecipientKind};
pub use reconcile::{Reconciled, open, reconcile, wrap_granted};
pub use steps::{Interrupted, Onward, Step, Steps};
pub use vault::Vault;
pub use wraps::{SpanWrap, Wrapped};

use crate::store::StoreError;

/// Why something was not sealed, opened or granted.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The vault has not been unsealed, or was sealed again.
    #[error("the vault is sealed")]
    Sealed,
    /// Nobody the actor works as holds a live grant. To the asker it looks like something that does
    /// not exist.
    #[error("no key for this")]
    NoKey,
    /// There is a live grant and its wrap is missing; [`open`] has it made and tries again.
    #[error("the key of a grant is missing")]
    NoWrap,
    /// The value was changed, moved or cut, or its key is another one.
    #[error("the value does not open")]
    DoesNotOpen,
    /// This is not the root secret of this keystore.
    #[error("another root secret belongs to this keystore")]
    WrongRoot,
    /// The keystore has no root secret yet.
    #[error("the keystore has no root secret yet")]
    NotFounded,
    /// The keystore has a root secret already.
    #[error("the keystore has a root secret already")]
    Founded,
    /// The custody and the house hold keys by rule; nothing can be granted to them.
    #[error("nothing can be granted to this recipient")]
    TakesNoGrants,
    /// The work was stopped between two steps; [`Vault::reconcile`] puts right what it left.
    #[error("stopped half-way")]
    Interrupted,
    /// One of the two databases failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The key for one purpose of the program under a root secret, without a vault; the same as
/// [`Vault::key_for`] gives.
pub(crate) fn purpose_key(root: &root::Root, purpose: &str) -> root::Root {
    tree::Tree::under(root).purpose(purpose, 1)
}

impl From<blob::Unopened> for SealError {
    fn from(_: blob::Unopened) -> Self {
        Self::DoesNotOpen
    }
}

impl From<Interrupted> for SealError {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted
    }
}
