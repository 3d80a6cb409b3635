//! Visits whose time is over lose their person: what is left counts in the figures and is nobody's. One
//! colleague looks at what it is and asks, another lets it happen within a week, and both see the same.

use serde::{Deserialize, Serialize};

use crate::erasure::RELEASE_DAYS;
use crate::role::coded;
use crate::vouch::Dependent;
use crate::{Instant, Unfit, UserId};

const DAY: i64 = 24 * 60 * 60;

coded! {
    /// How it ended.
    Outcome {
        /// The visits lost their person.
        Done = "done",
        /// It was taken back, or asked anew.
        Withdrawn = "withdrawn",
    }
}

/// That a colleague asks another one to let it happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who asks.
    pub by: UserId,
    /// When.
    pub at: Instant,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has ended.
    #[error("it has ended")]
    Over,
    /// Nobody asked in the last week.
    #[error("nobody asks for it now")]
    NotAsked,
    /// A colleague asks for exactly this already.
    #[error("somebody asks for it already")]
    Asked,
    /// There is no visit whose time is over.
    #[error("no visit is due")]
    Nothing,
    /// Other visits would lose their person now than were looked at.
    #[error("changed since it was looked at")]
    Changed,
    /// Who asks does not let it happen.
    #[error("somebody else has to release it")]
    SamePerson,
    /// Who would let it happen may be the same person as who asks.
    #[error(transparent)]
    Dependent(#[from] Dependent),
}

impl Standing {
    /// Whether a colleague can let it happen now.
    #[must_use]
    pub fn is_live(&self, now: Instant) -> bool {
        self.outcome.is_none() && now.seconds_since(self.at) < RELEASE_DAYS * DAY
    }

    /// Whether this colleague may let it happen.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn may_release(&self, by: UserId, now: Instant, same: bool) -> Result<(), Refusal> {
        if self.outcome.is_some() {
            Err(Refusal::Over)
        } else if !self.is_live(now) {
            Err(Refusal::NotAsked)
        } else if self.by == by {
            Err(Refusal::SamePerson)
        } else if same {
            Ok(())
        } else {
            Err(Refusal::Changed)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn user(number: u128) -> UserId {
        UserId::from_uuid(uuid::Uuid::from_u128(number))
    }

    fn at(days: i64) -> Instant {
        Instant::from_unix(1_773_133_200 + days * DAY)
    }

    fn asked() -> Standing {
        Standing {
            by: user(1),
            at: at(0),
            outcome: None,
        }
    }

    #[test]
    fn another_one_lets_it_happen_within_a_week() {
        assert_eq!(asked().may_release(user(2), at(6), true), Ok(()));
        let own = asked().may_release(user(1), at(1), true);
        assert_eq!(own, Err(Refusal::SamePerson));
        let late = asked().may_release(user(2), at(7), true);
        assert_eq!(late, Err(Refusal::NotAsked));
        let other = asked().may_release(user(2), at(1), false);
        assert_eq!(other, Err(Refusal::Changed));
        for outcome in Outcome::ALL {
            let over = Standing {
                outcome: Some(*outcome),
                ..asked()
            };
            assert!(!over.is_live(at(0)));
            assert_eq!(over.may_release(user(2), at(0), true), Err(Refusal::Over));
        }
    }

    proptest! {
        #[test]
        fn whoever_asks_never_lets_it_happen(days in 0_i64..30, same: bool, who in 1_u128..3) {
            let allowed = asked().may_release(user(who), at(days), same).is_ok();
            prop_assert_eq!(allowed, who == 2 && same && days < RELEASE_DAYS);
        }
    }
}
