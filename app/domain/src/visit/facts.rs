//! What helps while somebody waits: the children who came along, an interpreter, somebody who walks
//! badly, and whether the waiting room is safe. Every one may stay unknown; all of it is sealed.

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::{Tongue, Unfit};

/// The most children that come along with one visitor.
pub const MOST_CHILDREN: u8 = 20;

coded! {
    /// Who watches the children while their parent talks.
    Minder {
        /// They stay with the visitor.
        Visitor = "visitor",
        /// Somebody who came along.
        Companion = "companion",
        /// A colleague of the house.
        Colleague = "colleague",
        /// Nobody yet: somebody has to be found.
        Nobody = "nobody",
    }
}

coded! {
    /// How somebody gets through the house.
    Mobility {
        /// In a wheelchair.
        Wheelchair = "wheelchair",
        /// Walks with difficulty: no stairs.
        NoStairs = "no_stairs",
        /// Sees badly: is accompanied.
        SeesBadly = "sees_badly",
        /// Hears badly: is fetched, not called.
        HearsBadly = "hears_badly",
    }
}

coded! {
    /// Whether somebody can wait where everybody waits.
    WaitingPlace {
        /// Yes.
        Safe = "safe",
        /// No: waits somewhere else.
        Elsewhere = "elsewhere",
    }
}

/// What is known of somebody who waits.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// How many children came along; 1 to [`MOST_CHILDREN`].
    pub children: Option<u8>,
    /// Who watches them.
    pub minder: Option<Minder>,
    /// For which language an interpreter is needed; `und` while that is not known (ISO 639-2).
    pub interpreter: Option<Tongue>,
    /// How somebody gets through the house.
    pub mobility: Option<Mobility>,
    /// Whether somebody can wait where everybody waits.
    pub waiting: Option<WaitingPlace>,
}

impl Facts {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many children, as it is typed: nothing for none.
    ///
    /// # Errors
    /// [`Unfit::NotANumber`] for anything that is no number up to [`MOST_CHILDREN`].
    pub fn children(raw: &str) -> Result<Option<u8>, Unfit> {
        let wrong = Unfit::NotANumber(0, u16::from(MOST_CHILDREN));
        match raw.trim() {
            "" | "0" => Ok(None),
            typed => match typed.parse() {
                Ok(count) if (1..=MOST_CHILDREN).contains(&count) => Ok(Some(count)),
                _ => Err(wrong),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_are_counted_up_to_a_school_class() {
        for (typed, count) in [("", None), (" 0 ", None), ("2", Some(2)), ("20", Some(20))] {
            assert_eq!(Facts::children(typed), Ok(count), "{typed}");
        }
        for typed in ["21", "-1", "twee", "1,5"] {
            let wrong = Err(Unfit::NotANumber(0, 20));
            assert_eq!(Facts::children(typed), wrong, "{typed}");
        }
    }

    #[test]
    fn nothing_known_is_nothing_to_keep() {
        assert!(Facts::default().is_empty());
        let one = Facts {
            children: Some(1),
            ..Facts::default()
        };
        assert!(!one.is_empty());
    }
}
