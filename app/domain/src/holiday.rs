//! The public holidays of Belgium and the Netherlands, reckoned for any year. Sources: the Belgian
//! royal decree of 18 April 1974 on public holidays (ten days), and for the Netherlands the general
//! extension of terms act, article 3, with 5 May as the government names it.

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::{Day, Profile, Unfit};

coded! {
    /// A public holiday.
    Holiday {
        /// 1 January.
        NewYear = "new_year",
        /// The Sunday of Easter.
        Easter = "easter",
        /// The day after Easter.
        EasterMonday = "easter_monday",
        /// 27 April, or the day before when that is a Sunday.
        KingsDay = "kings_day",
        /// 1 May.
        LabourDay = "labour_day",
        /// 5 May.
        LiberationDay = "liberation_day",
        /// The fortieth day of Easter.
        Ascension = "ascension",
        /// The fiftieth day of Easter.
        Whitsun = "whitsun",
        /// The day after Whitsun.
        WhitMonday = "whit_monday",
        /// 21 July.
        NationalDay = "national_day",
        /// 15 August.
        Assumption = "assumption",
        /// 1 November.
        AllSaints = "all_saints",
        /// 11 November.
        Armistice = "armistice",
        /// 25 December.
        Christmas = "christmas",
        /// 26 December.
        BoxingDay = "boxing_day",
    }
}

impl Holiday {
    /// Whether the country of a profile keeps it.
    #[must_use]
    pub const fn is_kept(self, profile: Profile) -> bool {
        match self {
            Self::NewYear
            | Self::EasterMonday
            | Self::Ascension
            | Self::WhitMonday
            | Self::Christmas => true,
            Self::LabourDay
            | Self::NationalDay
            | Self::Assumption
            | Self::AllSaints
            | Self::Armistice => matches!(profile, Profile::Flanders),
            Self::Easter
            | Self::KingsDay
            | Self::LiberationDay
            | Self::Whitsun
            | Self::BoxingDay => matches!(profile, Profile::Netherlands),
        }
    }

    /// Its day in a year.
    ///
    /// # Errors
    /// [`Unfit::NotADate`] for a year outside the calendar.
    pub fn day(self, year: i32) -> Result<Day, Unfit> {
        let fixed = |month, day| Day::new(year, month, day);
        let after_easter = |days| easter(year).map(|easter| easter.plus_days(days));
        match self {
            Self::NewYear => fixed(1, 1),
            Self::Easter => after_easter(0),
            Self::EasterMonday => after_easter(1),
            Self::KingsDay => kings_day(year),
            Self::LabourDay => fixed(5, 1),
            Self::LiberationDay => fixed(5, 5),
            Self::Ascension => after_easter(39),
            Self::Whitsun => after_easter(49),
            Self::WhitMonday => after_easter(50),
            Self::NationalDay => fixed(7, 21),
            Self::Assumption => fixed(8, 15),
            Self::AllSaints => fixed(11, 1),
            Self::Armistice => fixed(11, 11),
            Self::Christmas => fixed(12, 25),
            Self::BoxingDay => fixed(12, 26),
        }
    }
}

fn kings_day(year: i32) -> Result<Day, Unfit> {
    let day = Day::new(year, 4, 27)?;
    Ok(if day.weekday() == 6 {
        day.plus_days(-1)
    } else {
        day
    })
}

/// The Sunday of Easter, by the rule of the Gregorian calendar (J. Meeus, Astronomical Algorithms,
/// chapter 8).
///
/// # Errors
/// [`Unfit::NotADate`] for a year outside 1583 to 9999.
pub fn easter(year: i32) -> Result<Day, Unfit> {
    if !(1583..=9999).contains(&year) {
        return Err(Unfit::NotADate);
    }
    let (cycle, century, rest) = (year % 19, year / 100, year % 100);
    let leap = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * cycle + century - century / 4 - leap + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (cycle + 11 * moon + 22 * week) / 451;
    let days = i64::from(moon + week - 7 * late);
    Day::new(year, 3, 22).map(|first| first.plus_days(days))
}

/// The holidays of a year that the country of a profile keeps, in the order of the calendar.
///
/// # Errors
/// [`Unfit::NotADate`] for a year outside 1583 to 9999.
pub fn of_year(profile: Profile, year: i32) -> Result<Vec<(Holiday, Day)>, Unfit> {
    let kept = Holiday::ALL
        .iter()
        .filter(|holiday| holiday.is_kept(profile));
    let mut days = kept
        .map(|holiday| holiday.day(year).map(|day| (*holiday, day)))
        .collect::<Result<Vec<_>, _>>()?;
    days.sort_by_key(|(_, day)| *day);
    Ok(days)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, number: u32) -> Day {
        Day::new(year, month, number).unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanacs_say() {
        for (year, month, number) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2030, 4, 21),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), Ok(day(year, month, number)), "{year}");
        }
        assert_eq!(easter(1582), Err(Unfit::NotADate));
    }

    #[test]
    fn belgium_keeps_ten_days_and_the_netherlands_ten_of_its_own() {
        let belgium = of_year(Profile::Flanders, 2027).unwrap();
        let fixed: Vec<Day> = belgium.iter().map(|(_, day)| *day).collect();
        let expected = [
            (1, 1),
            (3, 29),
            (5, 1),
            (5, 6),
            (5, 17),
            (7, 21),
            (8, 15),
            (11, 1),
            (11, 11),
            (12, 25),
        ];
        assert_eq!(
            fixed,
            expected.map(|(month, number)| day(2027, month, number))
        );
        let netherlands = of_year(Profile::Netherlands, 2025).unwrap();
        assert_eq!(netherlands.len(), 10);
        assert!(netherlands.contains(&(Holiday::KingsDay, day(2025, 4, 26))));
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_its_two_limits(year in 1583..=9999_i32) {
            let found = easter(year).unwrap();
            prop_assert_eq!(found.weekday(), 6);
            prop_assert!(found >= day(year, 3, 22) && found <= day(year, 4, 25));
        }

        #[test]
        fn the_days_of_a_year_stand_in_order(year in 1583..=9999_i32) {
            for profile in Profile::ALL {
                let days = of_year(*profile, year).unwrap();
                prop_assert!(days.windows(2).all(|pair| pair[0].1 <= pair[1].1));
            }
        }
    }
}
