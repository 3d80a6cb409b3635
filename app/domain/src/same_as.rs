//! Which records are one person. Colleagues answer about two records at a time; the answer joins the two
//! and rewrites neither, so that taking it back leaves everything as it was before.
//!
//! The answers that hold make no ring: records that are one already are not joined again. So taking one
//! answer back always parts them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::text::Note;
use crate::{Pii, RecordId, Unfit};

mod answers;
#[cfg(test)]
mod tests;

pub use answers::Answers;

use crate::role::coded;

coded! {
    /// What a colleague says of two records.
    Verdict {
        /// They are one person.
        Same = "same",
        /// They are two people.
        Two = "two",
    }
}

coded! {
    /// What an answer rests on.
    Basis {
        /// The person says so.
        Herself = "herself",
        /// The papers show it.
        Papers = "papers",
        /// The same name was written in another way.
        Spelling = "spelling",
        /// A colleague knows the person.
        Known = "known",
        /// Something else, in own words.
        Other = "other",
        /// It was said while the second record was written down.
        Registering = "registering",
    }
}

impl Basis {
    /// Those that a colleague chooses from when two records are joined.
    pub const CHOSEN: [Self; 5] = [
        Self::Herself,
        Self::Papers,
        Self::Spelling,
        Self::Known,
        Self::Other,
    ];
}

/// Why an answer was given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// What it rests on; nothing where it was not asked.
    pub basis: Option<Basis>,
    /// More about it, in own words.
    pub note: Option<Note>,
}

impl Why {
    /// What was said while somebody was written down.
    pub const REGISTERING: Self = Self {
        basis: Some(Basis::Registering),
        note: None,
    };

    /// Checks the reason for joining two records: one is chosen, and something else is explained.
    ///
    /// # Errors
    /// The field that lacks: [`Unfit::Missing`].
    pub fn for_joining(
        basis: Option<Basis>,
        note: Option<Note>,
    ) -> Result<Self, (&'static str, Unfit)> {
        match basis.filter(|basis| Basis::CHOSEN.contains(basis)) {
            None => Err(("basis", Unfit::Missing)),
            Some(Basis::Other) if note.is_none() => Err(("note", Unfit::Missing)),
            basis => Ok(Self { basis, note }),
        }
    }
}

/// Two different records, or what stands for them, whichever is named first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Couple<N> {
    one: N,
    other: N,
}

impl<N: Copy + Ord> Couple<N> {
    /// Two of them; nothing when they are the same.
    #[must_use]
    pub fn of(one: N, other: N) -> Option<Self> {
        (one != other).then(|| Self {
            one: one.min(other),
            other: one.max(other),
        })
    }

    /// Both, the smaller first.
    #[must_use]
    pub const fn both(self) -> [N; 2] {
        [self.one, self.other]
    }
}

/// What a colleague says of two records, as they were shown.
pub struct Answer {
    /// Which two.
    pub couple: Couple<RecordId>,
    /// How often something was said of them when they were shown.
    pub rev: i64,
    /// What is said.
    pub verdict: Verdict,
    /// Why.
    pub why: Pii<Why>,
}

/// Why an answer does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// They are one person already.
    #[error("one person already")]
    AlreadyOne,
    /// They are said to be two people, or records of theirs are.
    #[error("said to be two people")]
    SaidTwo,
}
