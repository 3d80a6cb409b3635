//! Time as the front desk needs it: instants in whole seconds, calendar days, spans, and (with the
//! `zone` feature) the wall clock of a centre. Nobody here asks what time it is: that is an argument.

use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::Unfit;

mod typed;
#[cfg(feature = "zone")]
mod zone;
pub use typed::Birth;
#[cfg(feature = "zone")]
pub use zone::CentreZone;

/// Where the time comes from. Only the program's start owns a real clock.
pub trait Clock: Send + Sync {
    /// The current instant, in whole seconds.
    fn now(&self) -> Instant;
}

/// A moment in whole seconds, UTC. Fractions would sort wrongly as text on one of the engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// Cuts a moment to whole seconds.
    #[must_use]
    pub fn from_utc(moment: DateTime<Utc>) -> Self {
        Self::from_unix(moment.timestamp())
    }

    /// Seconds since 1970; moments outside chrono's range become 1970.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Self {
        Self(DateTime::from_timestamp(seconds, 0).unwrap_or_default())
    }

    /// Seconds since 1970.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0.timestamp()
    }

    /// The moment as the database binds it.
    #[must_use]
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// A moment so many seconds later (or earlier, when negative).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + TimeDelta::seconds(seconds))
    }

    /// Seconds from an earlier moment to this one; negative when it is later.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_seconds()
    }
}

/// A calendar day without a time: a birth date, the day of a visit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(NaiveDate);

impl Day {
    /// A day of the calendar.
    ///
    /// # Errors
    /// [`Unfit::NoSuchDay`] for a day that the calendar does not have, such as 31 February.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, Unfit> {
        NaiveDate::from_ymd_opt(year, month, day)
            .map(Self)
            .ok_or(Unfit::NoSuchDay)
    }

    /// The day as the database stores it.
    #[must_use]
    pub const fn from_date(date: NaiveDate) -> Self {
        Self(date)
    }

    /// The day as the database binds it.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The day so many days later (or earlier, when negative).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0 + TimeDelta::days(days))
    }

    /// The same day so many months later, or the last day of that month where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let later = self.0.checked_add_months(Months::new(months));
        Self(later.unwrap_or(NaiveDate::MAX))
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days since Monday: 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// The way a form shows a day: `12-03-1986`.
    #[must_use]
    pub fn typed(self) -> String {
        let (year, month, day) = self.parts();
        format!("{day:02}-{month:02}-{year:04}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Day(…)")
    }
}

/// A stretch of time: it contains its start and not its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// First second inside.
    pub start: Instant,
    /// First second after.
    pub end: Instant,
}

impl Span {
    /// A span that lasts at least a second.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] when it would end before or when it starts.
    pub fn new(start: Instant, end: Instant) -> Result<Self, Unfit> {
        if start < end {
            Ok(Self { start, end })
        } else {
            Err(Unfit::NotOffered)
        }
    }

    /// Whether the two share at least a second.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        let at = |s| Instant::from_unix(s);
        let (first, second) = (
            Span::new(at(0), at(10)).unwrap(),
            Span::new(at(10), at(20)).unwrap(),
        );
        assert!(!first.overlaps(&second));
        assert!(first.overlaps(&Span::new(at(9), at(11)).unwrap()));
        assert!(Span::new(at(5), at(5)).is_err());
    }
}
