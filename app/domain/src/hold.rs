//! A hold on one person: while it lasts nothing of hers is erased, whoever asks and whatever period is
//! over. It has a ground with a source in law, the words of whoever set it, and a last day, so that it
//! ends by itself unless a colleague says again why it has to stay.

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::{Day, Unfit};

/// How many months from today the last day lies at most.
pub const LONGEST_MONTHS: u32 = 12;

coded! {
    /// Why nothing of hers may be erased for now. Each is an exception that the law itself makes from
    /// the right to be erased; its article is among the words of the screens.
    Ground {
        /// A judge or a prosecutor ordered it (GDPR art. 17(3)(b)).
        CourtOrder = "court_order",
        /// Somebody brings or answers a claim in law (GDPR art. 17(3)(e)).
        LegalClaim = "legal_claim",
        /// An inspectorate or a supervisory authority looks into it (GDPR art. 17(3)(b)).
        Oversight = "oversight",
        /// A complaint is being dealt with (GDPR art. 17(3)(e)).
        Complaint = "complaint",
        /// She herself asked that it is kept for a claim of hers (GDPR art. 18(1)(c)).
        Asked = "asked",
    }
}

/// What is known of one hold in the clear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Why.
    pub ground: Ground,
    /// The last day on which it holds.
    pub until: Day,
    /// Whether a colleague ended it.
    pub ended: bool,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has ended, or its last day is over: another one is set instead.
    #[error("it holds no more")]
    Over,
    /// The last day is none that can be chosen.
    #[error("no such last day")]
    LastDay,
}

impl Standing {
    /// Whether it holds on a day: its last day is one on which it does.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        !self.ended && day <= self.until
    }

    /// Whether something may still be done about it.
    ///
    /// # Errors
    /// [`Refusal::Over`].
    pub fn is_live(&self, today: Day) -> Result<(), Refusal> {
        if self.holds_on(today) {
            Ok(())
        } else {
            Err(Refusal::Over)
        }
    }

    /// Whether it may last until another day.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn may_last(&self, until: Day, today: Day) -> Result<(), Refusal> {
        self.is_live(today)?;
        longer(until, (self.until, today)).map_err(|_| Refusal::LastDay)
    }
}

/// Whether a day can be the last one of a new hold: from today on, a year at most.
///
/// # Errors
/// [`Unfit::InThePast`], [`Unfit::TooFarOff`].
pub fn lasts(until: Day, today: Day) -> Result<(), Unfit> {
    if until < today {
        Err(Unfit::InThePast)
    } else if until > today.plus_months(LONGEST_MONTHS) {
        Err(Unfit::TooFarOff)
    } else {
        Ok(())
    }
}

/// Whether a day can be the last one of a hold that lasts until another day now: after that one, and a
/// year from today at most.
///
/// # Errors
/// [`Unfit::NotLater`], [`Unfit::TooFarOff`].
pub fn longer(until: Day, (now, today): (Day, Day)) -> Result<(), Unfit> {
    if until <= now {
        Err(Unfit::NotLater)
    } else {
        lasts(until, today)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> Day {
        Day::new(2026, 3, 10).unwrap()
    }

    fn until(days: i64) -> Standing {
        Standing {
            ground: Ground::CourtOrder,
            until: today().plus_days(days),
            ended: false,
        }
    }

    #[test]
    fn a_hold_holds_on_its_last_day_and_not_after() {
        assert!(until(0).holds_on(today()));
        assert!(!until(0).holds_on(today().plus_days(1)));
        let ended = Standing {
            ended: true,
            ..until(9)
        };
        assert!(!ended.holds_on(today()) && ended.is_live(today()) == Err(Refusal::Over));
    }

    #[test]
    fn a_hold_lasts_a_year_at_most_and_is_prolonged_to_a_later_day() {
        let last = today().plus_months(12);
        assert_eq!(lasts(today(), today()), Ok(()));
        assert_eq!(lasts(last, today()), Ok(()));
        assert_eq!(lasts(last.plus_days(1), today()), Err(Unfit::TooFarOff));
        assert_eq!(lasts(today().plus_days(-1), today()), Err(Unfit::InThePast));
        let hold = until(30);
        assert_eq!(hold.may_last(last, today()), Ok(()));
        let same = hold.may_last(hold.until, today());
        assert_eq!(same, Err(Refusal::LastDay));
        assert_eq!(
            longer(hold.until, (hold.until, today())),
            Err(Unfit::NotLater)
        );
        let late = today().plus_days(31);
        assert_eq!(
            hold.may_last(last, late),
            Err(Refusal::Over),
            "it has run out"
        );
    }

    proptest! {
        #[test]
        fn nothing_lasts_longer_than_a_year_from_the_last_time_somebody_said_why(
            first in -30_i64..500, later in 0_i64..400, next in -30_i64..900,
        ) {
            let hold = until(first);
            let day = today().plus_days(later);
            let asked = today().plus_days(next);
            if hold.may_last(asked, day).is_ok() {
                prop_assert!(hold.holds_on(day) && asked > hold.until);
                prop_assert!(asked <= day.plus_months(LONGEST_MONTHS));
            }
        }
    }
}
