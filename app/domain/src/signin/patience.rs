//! How often wrong answers are borne, and how long the pause is after that.

use crate::Instant;
use crate::session::SHIFT;

/// How many wrong answers are borne before a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Failures that are borne; the last of them begins the first pause.
    pub failures: i64,
    /// Seconds after which failures are forgotten.
    pub memory: i64,
    /// Seconds of the first pause.
    pub first: i64,
    /// Seconds that no pause is longer than.
    pub longest: i64,
}

impl Patience {
    /// For one account.
    pub const ACCOUNT: Self = Self::of(5);
    /// For one place: a network address, which a whole house may share, or an enrolled computer.
    pub const PLACE: Self = Self::of(25);
    /// For the PIN of one colleague on one computer: the third failure ends its use there until a
    /// full sign-in, or for a shift.
    pub const PIN: Self = Self {
        failures: 3,
        memory: SHIFT,
        longest: SHIFT,
        first: SHIFT,
    };

    /// For one network that types codes at a server without a house.
    pub const FOUNDING: Self = Self {
        failures: 5,
        memory: 24 * 60 * 60,
        first: 60,
        longest: 60 * 60,
    };

    const fn of(failures: i64) -> Self {
        Self {
            failures,
            memory: 60 * 60,
            first: 60,
            longest: 15 * 60,
        }
    }
}

/// The wrong answers so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub count: i64,
    /// When the first of them was.
    pub first_at: Instant,
    /// Until when nothing more is heard.
    pub locked_until: Option<Instant>,
}

impl Failures {
    /// None so far.
    #[must_use]
    pub const fn none(now: Instant) -> Self {
        Self {
            count: 0,
            first_at: now,
            locked_until: None,
        }
    }

    /// Whether nothing is heard now.
    #[must_use]
    pub fn locked(&self, now: Instant) -> bool {
        self.locked_until.is_some_and(|until| now < until)
    }

    /// One more: each pause is twice as long as the one before it, up to the longest.
    #[must_use]
    pub fn and_one(self, now: Instant, patience: Patience) -> Self {
        let age = now.seconds_since(self.first_at);
        let remembered = (0..patience.memory).contains(&age);
        let before = if remembered { self } else { Self::none(now) };
        let count = before.count + 1;
        let doublings = count - patience.failures;
        let pause =
            (doublings >= 0).then(|| (patience.first << doublings.min(8)).min(patience.longest));
        Self {
            count,
            first_at: before.first_at,
            locked_until: pause.map(|seconds| now.plus_seconds(seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_unix(1_773_133_200 + seconds)
    }

    #[test]
    fn the_fifth_failure_begins_a_minute_that_doubles_to_a_quarter() {
        let mut failures = Failures::none(at(0));
        let mut pauses = Vec::new();
        for _ in 0..11 {
            failures = failures.and_one(at(0), Patience::ACCOUNT);
            pauses.push(
                failures
                    .locked_until
                    .map_or(0, |until| until.seconds_since(at(0))),
            );
        }
        assert_eq!(pauses, [0, 0, 0, 0, 60, 120, 240, 480, 900, 900, 900]);
    }

    #[test]
    fn the_third_wrong_pin_ends_its_use_for_the_shift() {
        let mut failures = Failures::none(at(0));
        for borne in [true, true, false] {
            failures = failures.and_one(at(0), Patience::PIN);
            assert_eq!(!failures.locked(at(SHIFT - 1)), borne);
        }
        assert!(!failures.locked(at(SHIFT)));
    }

    #[test]
    fn failures_are_forgotten_after_an_hour_and_when_the_clock_went_back() {
        let mut failures = Failures::none(at(0));
        for _ in 0..7 {
            failures = failures.and_one(at(0), Patience::ACCOUNT);
        }
        assert_eq!(failures.and_one(at(3_599), Patience::ACCOUNT).count, 8);
        assert_eq!(failures.and_one(at(3_600), Patience::ACCOUNT).count, 1);
        assert_eq!(failures.and_one(at(-1), Patience::ACCOUNT).count, 1);
    }
}
