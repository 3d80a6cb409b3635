//! Pseudonyms for columns that are not sealed: a stolen table does not say which rows of another
//! table are about the same person, because each table has a context of its own.

use super::place::kinds;
use super::{SealError, Vault};

kinds! {
    /// Where a pseudonym is used. The same person has another one in each.
    LinkContext {
        /// Whose visit it is.
        Visit = "visit",
        /// What binds a pseudonym of the visits to one of them.
        VisitBond = "visit_bond",
        /// Who is in the house.
        Presence = "presence",
        /// Who has a seat in a group.
        Seat = "seat",
        /// Who has an appointment.
        Booking = "booking",
        /// Whom and what a row of the trail concerns.
        Audit = "audit",
        /// Which account a typed user name is of.
        UserName = "user_name",
        /// What a letter in the outbox is about, and for which one time.
        Letter = "letter",
        /// The number that a letter carries on its way.
        MessageNumber = "message_number",
        /// Whose failed sign-ins are counted.
        Attempt = "attempt",
        /// Whom a colleague must not see.
        Denied = "denied",
        /// Who must not see somebody.
        Barred = "barred",
        /// Of which two records something was said.
        SameAs = "same_as",
        /// Who is to be erased.
        Erasure = "erasure",
        /// Of whom nothing is erased for now.
        Hold = "hold",
        /// What would go with somebody.
        Preview = "preview",
    }
}

/// A pseudonym.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinkKey {
    /// The pseudonym itself.
    pub bytes: [u8; 16],
    /// The version of the key it was made with.
    pub version: i64,
}

impl Vault {
    /// The pseudonym of an id in a context.
    ///
    /// # Errors
    /// [`SealError::Sealed`].
    pub fn link(&self, context: LinkContext, id: [u8; 16]) -> Result<LinkKey, SealError> {
        self.link_of(context, &id)
    }

    /// The pseudonym of any bytes in a context, such as a folded user name.
    ///
    /// # Errors
    /// [`SealError::Sealed`].
    pub fn link_of(&self, context: LinkContext, of: &[u8]) -> Result<LinkKey, SealError> {
        self.with(|inside| {
            let version = inside.link_version;
            LinkKey {
                bytes: inside.tree.link(context.code(), version, of),
                version,
            }
        })
    }
}
