//! The wall clock of a centre, from the zone tables that come with the program.

use chrono::{NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;

use super::{Day, Instant, Span};
use crate::hours::Minute;
use crate::{Profile, Unfit};

/// The time zone a centre lives in, by its IANA name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CentreZone(Tz);

impl CentreZone {
    /// Reads an IANA name such as `Europe/Brussels`.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for a name the tables do not have.
    pub fn parse(name: &str) -> Result<Self, Unfit> {
        name.parse().map(Self).map_err(|_| Unfit::NotOffered)
    }

    /// Where the clock hangs in the country of a profile.
    #[must_use]
    pub const fn of_profile(profile: Profile) -> Self {
        Self(match profile {
            Profile::Flanders => Tz::Europe__Brussels,
            Profile::Netherlands => Tz::Europe__Amsterdam,
        })
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The calendar day on the wall at that moment.
    #[must_use]
    pub fn day_of(self, at: Instant) -> Day {
        Day::from_date(at.utc().with_timezone(&self.0).date_naive())
    }

    /// Hour (0 to 23) and minute on the wall at that moment.
    #[must_use]
    pub fn wall(self, at: Instant) -> (u32, u32) {
        let local = at.utc().with_timezone(&self.0);
        (local.hour(), local.minute())
    }

    /// From midnight to midnight: 23, 24 or 25 hours.
    #[must_use]
    pub fn whole_day(self, day: Day) -> Span {
        Span {
            start: self.midnight(day),
            end: self.midnight(day.plus_days(1)),
        }
    }

    /// The moment of a time of a day; 24:00 is the midnight after. Where the clock skips it, the hour
    /// after; where it comes twice, the first.
    #[must_use]
    pub fn at(self, day: Day, minute: Minute) -> Instant {
        let (hour, minute) = minute.parts();
        match NaiveTime::from_hms_opt(hour, minute, 0) {
            Some(time) => self.moment(day, time),
            None => self.midnight(day.plus_days(1)),
        }
    }

    /// The first moment of a day: midnight, or the first that exists where midnight is skipped.
    fn midnight(self, day: Day) -> Instant {
        self.moment(day, NaiveTime::MIN)
    }

    fn moment(self, day: Day, time: NaiveTime) -> Instant {
        let wall = day.date().and_time(time);
        let found = self.0.from_local_datetime(&wall).earliest();
        let later = || {
            self.0
                .from_local_datetime(&(wall + chrono::TimeDelta::hours(1)))
                .earliest()
        };
        let moment = found
            .or_else(later)
            .map_or_else(|| wall.and_utc(), |local| local.to_utc());
        Instant::from_utc(moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_night_the_clock_moves_has_a_day_of_23_or_25_hours() {
        let brussels = CentreZone::parse("Europe/Brussels").unwrap();
        let hours = |day: Day| {
            let span = brussels.whole_day(day);
            span.end.seconds_since(span.start) / 3600
        };
        assert_eq!(hours(Day::new(2027, 3, 28).unwrap()), 23);
        assert_eq!(hours(Day::new(2027, 10, 31).unwrap()), 25);
        assert_eq!(hours(Day::new(2027, 6, 1).unwrap()), 24);
    }

    #[test]
    fn a_time_on_the_wall_is_found_also_where_the_clock_moves() {
        let brussels = CentreZone::parse("Europe/Brussels").unwrap();
        let spring = Day::new(2027, 3, 28).unwrap();
        let wall = |raw| brussels.wall(brussels.at(spring, Minute::parse(raw).unwrap()));
        assert_eq!(
            (wall("9:30"), wall("2:30"), wall("24")),
            ((9, 30), (3, 30), (0, 0))
        );
    }

    #[test]
    fn every_profile_has_a_clock_that_is_offered() {
        for profile in Profile::ALL {
            let zone = CentreZone::of_profile(*profile);
            assert!(crate::centre::ZONES.contains(&zone.name()), "{profile:?}");
        }
    }

    #[test]
    fn the_day_on_the_wall_is_not_the_day_in_utc() {
        let brussels = CentreZone::parse("Europe/Brussels").unwrap();
        let late = Instant::from_unix(1_773_181_800); // 2026-03-10 22:30 UTC
        assert_eq!(brussels.day_of(late), Day::new(2026, 3, 10).unwrap());
        assert_eq!(brussels.wall(late), (23, 30));
    }
}
