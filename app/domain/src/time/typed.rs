//! Days the way people type them: in figures or with the name of the month in any language of the
//! screens, with a year of four figures or two. What is no day at all is told apart from a day that
//! the calendar does not have, because only one of them is a question of how to write it.

use std::fmt;

use chrono::Datelike;

use parts::{Part, parts};

use super::Day;
use crate::Unfit;

mod parts;

/// The oldest anybody is, in years.
const OLDEST: i32 = 130;

/// What a typed day says, before anybody looks at a calendar.
#[derive(Clone, Copy)]
enum Said {
    /// Year, month and day.
    Whole(u32, u32, u32),
    /// The last two figures of the year, month and day.
    Short(u32, u32, u32),
    /// Month and day.
    Without(u32, u32),
    /// The year alone.
    Year(u32),
}

impl Said {
    /// The same with day and month in each other's place.
    const fn turned(self) -> Self {
        match self {
            Self::Whole(year, month, day) => Self::Whole(year, day, month),
            Self::Short(year, month, day) => Self::Short(year, day, month),
            Self::Without(month, day) => Self::Without(day, month),
            Self::Year(year) => Self::Year(year),
        }
    }
}

impl Day {
    /// Reads a typed day: day, month and year with anything between, the month in figures or by its
    /// name, eight figures together, or the form that starts with the year. Two figures are a year of
    /// this century.
    ///
    /// # Errors
    /// [`Unfit::Missing`] for nothing, [`Unfit::NotADate`] for what cannot be read as one,
    /// [`Unfit::NoSuchDay`] for a day that the calendar does not have.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        match said(raw)? {
            Said::Whole(year, month, day) => Self::new(number(year)?, month, day),
            Said::Short(year, month, day) => Self::new(2000 + number(year)?, month, day),
            Said::Without(..) | Said::Year(_) => Err(Unfit::NotADate),
        }
    }

    /// Reads a birth date: a day that is neither to come nor more than 130 years ago. Two figures are
    /// the latest such year: nobody over a hundred is meant by them.
    ///
    /// # Errors
    /// As [`Day::parse`], and [`Unfit::InTheFuture`] or [`Unfit::TooLongAgo`].
    pub fn parse_birth(raw: &str, today: Self) -> Result<Option<Self>, Unfit> {
        let born = match said(raw) {
            Err(Unfit::Missing) => return Ok(None),
            Ok(Said::Short(year, month, day)) => latest(number(year)?, (month, day), today)?,
            Ok(_) => Self::parse(raw)?,
            Err(unfit) => return Err(unfit),
        };
        if born > today {
            return Err(Unfit::InTheFuture);
        }
        if today.0.year() - born.0.year() > OLDEST {
            return Err(Unfit::TooLongAgo);
        }
        Ok(Some(born))
    }
}

/// The latest day with these last figures of the year that is not to come.
fn latest(short: i32, (month, day): (u32, u32), today: Day) -> Result<Day, Unfit> {
    let century = today.0.year() / 100 * 100;
    let before = || Day::new(century - 100 + short, month, day);
    match Day::new(century + short, month, day) {
        Ok(born) if born <= today => Ok(born),
        _ => before(),
    }
}

/// A birth date as far as somebody typed it to look a person up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Birth {
    /// The whole day.
    Whole(Day),
    /// The day, with the last two figures of the year.
    Short {
        /// The last two figures of the year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// Day and month.
    Without {
        /// The month, 1 to 12.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// The year.
    Year(i32),
}

impl Birth {
    /// Reads as much of a birth date as was typed; nothing for what is none.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let begins = raw.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let said = written(raw).ok().filter(|_| begins)?;
        // A month that no year has is the day, written behind it elsewhere.
        let said = [said, said.turned()]
            .into_iter()
            .find(|said| possible(*said))?;
        match said {
            Said::Whole(year, month, day) => {
                let day = Day::new(number(year).ok()?, month, day).ok()?;
                Some(Self::Whole(day))
            }
            Said::Short(year, month, day) => {
                let year = number(year).ok()?;
                Some(Self::Short { year, month, day })
            }
            Said::Without(month, day) => Some(Self::Without { month, day }),
            Said::Year(year) => {
                let year = number(year).ok()?;
                (1890..=2100).contains(&year).then_some(Self::Year(year))
            }
        }
    }

    /// Whether day, month and year were typed.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Whole(_) | Self::Short { .. })
    }

    /// Whether somebody who was born on this day may be meant.
    #[must_use]
    pub fn fits(self, born: Day) -> bool {
        let (y, m, d) = born.parts();
        match self {
            Self::Whole(day) => day == born,
            Self::Short { year, month, day } => (y % 100, m, d) == (year, month, day),
            Self::Without { month, day } => (m, d) == (month, day),
            Self::Year(year) => y == year,
        }
    }

    /// The birth date of somebody who fits, no further than it was typed: `12-03-…`, `1986`.
    #[must_use]
    pub fn shown(self, born: Day) -> String {
        let (year, month, day) = born.parts();
        match self {
            Self::Whole(_) | Self::Short { .. } => born.typed(),
            Self::Without { .. } => format!("{day:02}-{month:02}-…"),
            Self::Year(_) => year.to_string(),
        }
    }
}

impl fmt::Debug for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Birth(…)")
    }
}

/// What was typed, as far as it can be read as a day that some month has.
fn said(raw: &str) -> Result<Said, Unfit> {
    let said = written(raw)?;
    possible(said).then_some(said).ok_or(Unfit::NotADate)
}

/// What was typed, in the order in which people write a day.
fn written(raw: &str) -> Result<Said, Unfit> {
    use Part::{Figures, Month};
    if raw.trim().is_empty() {
        return Err(Unfit::Missing);
    }
    Ok(match parts(raw).ok_or(Unfit::NotADate)?[..] {
        [
            Figures(4, y),
            Figures(1 | 2, m) | Month(m),
            Figures(1 | 2, d),
        ]
        | [
            Figures(1 | 2, d),
            Figures(1 | 2, m) | Month(m),
            Figures(4, y),
        ]
        | [Month(m), Figures(1 | 2, d), Figures(4, y)] => Said::Whole(y, m, d),
        [
            Figures(1 | 2, d),
            Figures(1 | 2, m) | Month(m),
            Figures(2, y),
        ]
        | [Month(m), Figures(1 | 2, d), Figures(2, y)] => Said::Short(y, m, d),
        [Figures(8, together)] => taken_apart(together),
        [Figures(1 | 2, d), Figures(1 | 2, m) | Month(m)] => Said::Without(m, d),
        [Figures(4, y)] => Said::Year(y),
        _ => return Err(Unfit::NotADate),
    })
}

/// Eight figures together: day, month and year, or the year first. No eight figures can be both.
const fn taken_apart(together: u32) -> Said {
    let (day, month, year) = (
        together / 1_000_000,
        together / 10_000 % 100,
        together % 10_000,
    );
    if year >= 1_500 && possible(Said::Whole(year, month, day)) {
        Said::Whole(year, month, day)
    } else {
        Said::Whole(together / 10_000, together / 100 % 100, together % 100)
    }
}

/// Whether any month has such a day. What is not possible was written in another order.
const fn possible(said: Said) -> bool {
    match said {
        Said::Whole(_, month, day) | Said::Short(_, month, day) | Said::Without(month, day) => {
            1 <= month && month <= 12 && 1 <= day && day <= 31
        }
        Said::Year(_) => true,
    }
}

fn number(year: u32) -> Result<i32, Unfit> {
    i32::try_from(year).map_err(|_| Unfit::NotADate)
}

#[cfg(test)]
mod tests;
