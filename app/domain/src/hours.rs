//! Hours of a day: the stretches in which the house or a room is open, as somebody types them, and
//! the seven days of a week.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Unfit;

/// How many stretches a day may have.
const MOST: usize = 6;

/// Minutes since midnight: 0 to 1,440, the midnight after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(u16);

impl Minute {
    /// Reads a time of the day: `9`, `9:30`, `9.30`, `9u30`, `09h`, or `24:00` for its end.
    ///
    /// # Errors
    /// [`Unfit::Missing`] for nothing, [`Unfit::NotHours`] for anything that is no time.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let typed = raw.trim().to_ascii_lowercase();
        if typed.is_empty() {
            return Err(Unfit::Missing);
        }
        let (hour, minute) = typed
            .split_once([':', '.', 'u', 'h'])
            .unwrap_or((&typed, ""));
        let minute = if minute.is_empty() { "00" } else { minute };
        let minutes = number(hour, 1)? * 60 + number(minute, 2)?;
        let fits = number(minute, 2)? < 60 && minutes <= 24 * 60;
        fits.then_some(Self(minutes)).ok_or(Unfit::NotHours)
    }

    /// Hour (0 to 24) and minute.
    #[must_use]
    pub const fn parts(self) -> (u32, u32) {
        (self.0 as u32 / 60, self.0 as u32 % 60)
    }
}

/// A number of one or two digits, of at least so many.
fn number(digits: &str, least: usize) -> Result<u16, Unfit> {
    let fits = (least..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let read = if fits { digits.parse().ok() } else { None };
    read.ok_or(Unfit::NotHours)
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = self.parts();
        write!(f, "{hour:02}:{minute:02}")
    }
}

/// From one minute until another, which is no part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first minute inside.
    pub from: Minute,
    /// The first minute after.
    pub until: Minute,
}

impl Stretch {
    fn parse(raw: &str) -> Result<Self, Unfit> {
        let (from, until) = raw.split_once(['-', '–']).ok_or(Unfit::NotHours)?;
        let filled = |end: &str| Minute::parse(end).map_err(|_| Unfit::NotHours);
        let (from, until) = (filled(from)?, filled(until)?);
        if from < until {
            Ok(Self { from, until })
        } else {
            Err(Unfit::NotHours)
        }
    }
}

/// The stretches of one day, in order and apart. None means closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DayHours(Vec<Stretch>);

impl DayHours {
    /// Reads stretches such as `9-12:30, 13.30-17u`; nothing is a closed day.
    ///
    /// # Errors
    /// [`Unfit::NotHours`] for anything else, also for stretches that overlap.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let parts = raw.split([',', ';']).filter(|part| !part.trim().is_empty());
        let mut stretches = parts.map(Stretch::parse).collect::<Result<Vec<_>, _>>()?;
        stretches.sort_by_key(|stretch| stretch.from);
        let apart = stretches
            .windows(2)
            .all(|pair| pair[0].until <= pair[1].from);
        if apart && stretches.len() <= MOST {
            Ok(Self(stretches))
        } else {
            Err(Unfit::NotHours)
        }
    }

    /// The stretches, from the morning on.
    #[must_use]
    pub fn stretches(&self) -> &[Stretch] {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for DayHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, stretch) in self.0.iter().enumerate() {
            let before = if place == 0 { "" } else { ", " };
            write!(f, "{before}{}-{}", stretch.from, stretch.until)?;
        }
        Ok(())
    }
}

/// The hours of a week, from Monday to Sunday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week(pub [DayHours; 7]);

impl Week {
    /// Reads the form that [`fmt::Display`] writes: seven days with a bar between.
    ///
    /// # Errors
    /// [`Unfit::NotHours`] for anything else.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let days = raw
            .split('|')
            .map(DayHours::parse)
            .collect::<Result<Vec<_>, _>>()?;
        days.try_into().map(Self).map_err(|_| Unfit::NotHours)
    }

    /// The hours of a weekday, 0 for Monday; a number past Sunday begins anew.
    #[must_use]
    pub fn of(&self, weekday: u32) -> &DayHours {
        &self.0[weekday as usize % 7]
    }

    /// Whether no day has hours.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(DayHours::is_closed)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&days.join("|"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hours_read_the_ways_people_write_them() {
        for raw in [
            "9-12:30, 13:30-17",
            "13.30–17u; 9u-12u30",
            "09:00 - 12:30,13:30 - 17:00,",
        ] {
            let read = DayHours::parse(raw).unwrap();
            assert_eq!(read.to_string(), "09:00-12:30, 13:30-17:00", "{raw}");
        }
        assert!(DayHours::parse("  ").unwrap().is_closed());
        assert_eq!(DayHours::parse("0-24").unwrap().to_string(), "00:00-24:00");
    }

    #[test]
    fn hours_that_make_no_sense_are_refused() {
        for raw in [
            "9",
            "9-9",
            "17-9",
            "9-25",
            "9:60-10",
            "9-12, 11-14",
            "a-b",
            "9:5-10",
            "9--12",
            "1-2,3-4,5-6,7-8,9-10,11-12,13-14",
            "٩-12",
            "24:01-24:02",
        ] {
            assert_eq!(DayHours::parse(raw), Err(Unfit::NotHours), "{raw}");
        }
    }

    #[test]
    fn a_week_has_seven_days() {
        assert!(Week::parse("||||||").unwrap().is_empty());
        assert!(Week::parse("|||||").is_err());
        let week = Week::parse("09:00-12:00||||||10:00-11:00").unwrap();
        assert!(week.of(1).is_closed() && !week.of(6).is_closed() && !week.of(7).is_closed());
    }

    proptest! {
        #[test]
        fn a_day_reads_back_what_it_writes(ends in prop::collection::btree_set(0_u16..=1440, 0..12)) {
            let ends: Vec<Minute> = ends.into_iter().map(Minute).collect();
            let pairs = ends.chunks_exact(2).map(|p| Stretch { from: p[0], until: p[1] });
            let day = DayHours(pairs.collect());
            prop_assert_eq!(DayHours::parse(&day.to_string()), Ok(day));
        }

        #[test]
        fn no_text_breaks_the_reading_of_hours(raw in ".{0,40}") {
            if let Ok(day) = DayHours::parse(&raw) {
                prop_assert_eq!(DayHours::parse(&day.to_string()), Ok(day));
            }
        }
    }
}
