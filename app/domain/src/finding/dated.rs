//! Birth dates held against each other. A date is misheard and mistyped like a name: day and month
//! change places, one figure is another.

use crate::{Birth, Day};

/// How two birth dates fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dated {
    /// The same day.
    Same,
    /// Day and month in each other's place.
    Swapped,
    /// One figure is another, or two have changed places.
    Near,
    /// The part that was typed fits.
    Part,
    /// Another day.
    Other,
}

impl Dated {
    /// How what was typed fits a birth date.
    #[must_use]
    pub fn typed(typed: Birth, born: Day) -> Self {
        match typed {
            _ if typed.fits(born) && typed.is_whole() => Self::Same,
            _ if typed.fits(born) => Self::Part,
            Birth::Whole(day) => Self::days(day, born),
            Birth::Short { year, month, day } => short((year, month, day), born),
            Birth::Without { .. } | Birth::Year(_) => Self::Other,
        }
    }

    /// A day, and the one with day and month in each other's place.
    pub fn either(day: Day) -> impl Iterator<Item = Day> {
        let (y, m, d) = day.parts();
        std::iter::once(day).chain(Day::new(y, d, m))
    }

    /// How two whole birth dates fit.
    #[must_use]
    pub fn days(one: Day, other: Day) -> Self {
        let ((y, m, d), (year, month, day)) = (one.parts(), other.parts());
        match one == other {
            true => Self::Same,
            false if (y, m, d) == (year, day, month) => Self::Swapped,
            false if two_of((y == year, m == month, d == day)) && near(one, other) => Self::Near,
            false => Self::Other,
        }
    }
}

fn short((year, month, day): (i32, u32, u32), born: Day) -> Dated {
    let (y, m, d) = born.parts();
    if (y % 100, d, m) == (year, month, day) {
        Dated::Swapped
    } else {
        Dated::Other
    }
}

const fn two_of((year, month, day): (bool, bool, bool)) -> bool {
    year as u8 + month as u8 + day as u8 == 2
}

/// Whether one figure differs, or two neighbours have changed places.
fn near(one: Day, other: Day) -> bool {
    let (one, other) = (one.typed(), other.typed());
    let pairs = one.bytes().zip(other.bytes());
    let differ: Vec<(usize, (u8, u8))> = pairs.enumerate().filter(|(_, (a, b))| a != b).collect();
    match differ[..] {
        [_] => true,
        [(at, (a, b)), (next, (c, d))] => (next == at + 1 || next == at + 2) && (a, b) == (d, c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn dates_are_the_same_swapped_near_or_other() {
        let born = day(1986, 3, 12);
        for (typed, fits) in [
            ("12-03-1986", Dated::Same),
            ("03-12-1986", Dated::Swapped),
            ("3-12-86", Dated::Swapped),
            ("12-03-1968", Dated::Near),
            ("12-08-1986", Dated::Near),
            ("21-03-1986", Dated::Near),
            ("1986", Dated::Part),
            ("12 maart", Dated::Part),
            ("01-01-1950", Dated::Other),
        ] {
            assert_eq!(
                Dated::typed(Birth::read(typed).unwrap(), born),
                fits,
                "{typed}"
            );
        }
    }
}
