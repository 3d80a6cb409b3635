//! When a colleague who looks people up is asked why. Nothing is refused: a desk that waits puts people in
//! danger. What is asked and answered is read by somebody else (GDPR art. 5(1)(f) and 32: access is
//! followed, and followed up).

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::{Instant, Unfit};

/// Searches that follow each other within this many seconds are one: a field that looks while somebody
/// types asks several times for one name.
pub const ONE_SEARCH: i64 = 20;

/// How far back searches are counted, in seconds.
pub const WINDOW: i64 = 60 * 60;

coded! {
    /// Why a colleague looks many people up.
    Why {
        /// Many visitors, or many calls.
        Busy = "busy",
        /// Somebody whose name is hard to find.
        Hard = "hard",
        /// Names and dates are being put right.
        Tidying = "tidying",
        /// Something else, which is written.
        Other = "other",
    }
}

/// How many searches an hour are nothing special.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(u16);

impl Budget {
    /// The fewest and the most that can be set.
    pub const LIMITS: (u16, u16) = (10, 500);

    /// Reads a number of searches an hour.
    ///
    /// # Errors
    /// [`Unfit::NotANumber`] for anything outside [`Self::LIMITS`].
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let (least, most) = Self::LIMITS;
        let number = raw.trim().parse().ok();
        let fits = number.filter(|number| (least..=most).contains(number));
        fits.map(Self).ok_or(Unfit::NotANumber(least, most))
    }

    /// Searches an hour.
    #[must_use]
    pub const fn an_hour(self) -> u16 {
        self.0
    }

    /// Whether so many searches within the hour are more than that.
    #[must_use]
    pub fn is_over(self, searches: usize) -> bool {
        searches > usize::from(self.0)
    }
}

impl Default for Budget {
    /// A desk that receives somebody every two minutes stays below it.
    fn default() -> Self {
        Self(40)
    }
}

/// How many searches there were: those within [`ONE_SEARCH`] of the first of them are one. The earliest
/// comes first.
#[must_use]
pub fn counted(asked: &[Instant]) -> usize {
    let (mut searches, mut began): (usize, Option<Instant>) = (0, None);
    for at in asked {
        if began.is_none_or(|began| at.seconds_since(began) > ONE_SEARCH) {
            searches += 1;
            began = Some(*at);
        }
    }
    searches
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_unix(seconds)
    }

    #[test]
    fn a_name_that_is_typed_letter_by_letter_is_one_search() {
        let typed: Vec<Instant> = [0, 1, 3, 5, 9, 60, 61, 200].map(at).to_vec();
        assert_eq!(counted(&typed), 3);
        let without_a_pause: Vec<Instant> = (0..100).map(|step| at(step * 15)).collect();
        assert_eq!(
            counted(&without_a_pause),
            50,
            "nobody hides by never stopping"
        );
        assert_eq!(counted(&[]), 0);
    }

    #[test]
    fn a_budget_is_a_number_between_its_limits() {
        assert_eq!(Budget::parse(" 60 ").unwrap().an_hour(), 60);
        for raw in ["", "9", "501", "-1", "veel", "6e1"] {
            assert_eq!(Budget::parse(raw), Err(Unfit::NotANumber(10, 500)), "{raw}");
        }
        let budget = Budget::parse("10").unwrap();
        assert!(!budget.is_over(10) && budget.is_over(11));
    }

    proptest! {
        #[test]
        fn searches_are_never_more_than_the_times_somebody_asked(
            mut asked in prop::collection::vec(0_i64..4000, 0..80)
        ) {
            asked.sort_unstable();
            let moments: Vec<Instant> = asked.iter().copied().map(at).collect();
            let searches = counted(&moments);
            prop_assert!(searches <= moments.len());
            // One more moment is at most one more search, and never fewer.
            let fewer = counted(&moments[..moments.len().saturating_sub(1)]);
            prop_assert!(searches == fewer || searches == fewer + 1);
        }
    }
}
