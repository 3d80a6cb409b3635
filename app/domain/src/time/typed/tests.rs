//! Days in every way in which people type them.

use proptest::prelude::*;

use super::parts::MONTHS;
use super::*;

fn today() -> Day {
    Day::new(2026, 3, 10).unwrap()
}

#[test]
fn a_typed_day_reads_the_ways_people_write_it() {
    let day = Day::new(1990, 3, 12);
    for raw in [
        "12-03-1990",
        "12/3/1990",
        "12.3.1990",
        "12.03.1990",
        "12. 3. 1990",
        "12 3 1990",
        "12031990",
        "19900312",
        "1990-03-12",
        "1990 3 12",
        "12 maart 1990",
        "12 mrt 1990",
        "12mrt1990",
        "12 mrt. 1990",
        "12 mars 1990",
        "12. März 1990",
        "12 MAERZ 1990",
        "12 March 1990",
        "March 12, 1990",
        "12th of March 1990",
        "12-mar-1990",
        " 12 maart 1990 ",
    ] {
        assert_eq!(Day::parse(raw), day, "{raw}");
    }
    assert_eq!(Day::parse("1er août 2001"), Day::new(2001, 8, 1));
    assert_eq!(Day::parse("1 févr. 2001"), Day::new(2001, 2, 1));
    assert_eq!(Day::parse("1 déc 2001"), Day::new(2001, 12, 1));
}

#[test]
fn a_day_that_the_calendar_does_not_have_is_told_from_a_way_of_writing() {
    for raw in ["31-02-1986", "29-02-2025", "31 april 1990", "29/2/2023"] {
        assert_eq!(Day::parse(raw), Err(Unfit::NoSuchDay), "{raw}");
    }
    for raw in [
        "00-01-1986",
        "12-13-1986",
        "03/25/1990",
        "gisteren",
        "1-2-3-4",
        "12-03",
        "1986",
        "é2-03-198",
        "12 jui 1990",
        "12 ma 1990",
        "12 maart 1990 🌻",
        "123456789",
        "99999999",
    ] {
        assert_eq!(Day::parse(raw), Err(Unfit::NotADate), "{raw}");
    }
    assert_eq!(Day::parse("  "), Err(Unfit::Missing));
}

#[test]
fn two_figures_are_the_latest_year_that_is_not_to_come() {
    let read = |raw| Day::parse_birth(raw, today());
    assert_eq!(read("12/3/90"), Ok(Day::new(1990, 3, 12).ok()));
    assert_eq!(read("12 maart 90"), Ok(Day::new(1990, 3, 12).ok()));
    assert_eq!(read("10-03-26"), Ok(Some(today())));
    assert_eq!(read("11-03-26"), Ok(Day::new(1926, 3, 11).ok()));
    assert_eq!(read("29-02-00"), Ok(Day::new(2000, 2, 29).ok()));
    assert_eq!(read("31-02-90"), Err(Unfit::NoSuchDay));
}

#[test]
fn two_figures_are_a_year_of_this_century_for_a_day_to_come() {
    assert_eq!(Day::parse("1/7/27"), Day::new(2027, 7, 1));
}

#[test]
fn a_birth_date_is_neither_to_come_nor_beyond_memory() {
    let read = |raw| Day::parse_birth(raw, today());
    assert_eq!(read("11-03-2026"), Err(Unfit::InTheFuture));
    assert_eq!(read("12-03-2190"), Err(Unfit::InTheFuture));
    assert_eq!(read("01-01-1890"), Err(Unfit::TooLongAgo));
    assert_eq!(read("10-03-2026"), Ok(Some(today())));
    assert_eq!(read(" "), Ok(None));
}

#[test]
fn a_part_of_a_birth_date_finds_whom_it_fits_and_shows_no_more() {
    let born = Day::new(1986, 3, 12).unwrap();
    for (typed, shown) in [
        ("12-03-1986", "12-03-1986"),
        ("12/3/86", "12-03-1986"),
        ("12 maart", "12-03-…"),
        ("12 3", "12-03-…"),
        ("1986", "1986"),
    ] {
        let birth = Birth::read(typed).unwrap();
        assert!(birth.fits(born), "{typed}");
        assert_eq!(birth.shown(born), shown, "{typed}");
        assert!(!birth.fits(Day::new(1985, 4, 13).unwrap()), "{typed}");
    }
    for typed in ["", "12", "0470", "jan 12", "mei", "12 34", "31-02-1986"] {
        assert!(Birth::read(typed).is_none(), "{typed}");
    }
}

#[test]
fn a_month_that_no_year_has_is_the_day_for_whoever_looks_somebody_up() {
    let born = Day::new(1986, 12, 25).unwrap();
    for typed in ["12-25-1986", "12/25/86", "12 25"] {
        assert!(Birth::read(typed).unwrap().fits(born), "{typed}");
    }
    assert_eq!(Day::parse("12-25-1986"), Err(Unfit::NotADate));
}

/// Every way to write one day, with its year in full.
fn written(day: Day) -> Vec<String> {
    let (y, m, d) = day.parts();
    let mut ways = vec![
        format!("{d:02}{m:02}{y:04}"),
        format!("{y:04}{m:02}{d:02}"),
        format!("{y:04}-{m:02}-{d:02}"),
        day.typed(),
    ];
    ways.extend(["-", "/", ".", " ", ". "].map(|join| format!("{d}{join}{m}{join}{y}")));
    let names = MONTHS[m as usize - 1].iter();
    ways.extend(names.map(|name| format!("{d} {name} {y}")));
    ways
}

proptest! {
    #[test]
    fn every_day_reads_the_same_in_every_way(days in 0_i64..73_000) {
        let day = Day::new(1900, 1, 1).unwrap().plus_days(days);
        for way in written(day) {
            prop_assert_eq!(Day::parse(&way), Ok(day), "{}", way);
        }
    }

    #[test]
    fn a_short_year_is_the_latest_that_is_not_to_come(days in 0_i64..36_500) {
        let born = today().plus_days(-days);
        let (y, m, d) = born.parts();
        let read = Day::parse_birth(&format!("{d}/{m}/{:02}", y % 100), today());
        prop_assert_eq!(read, Ok(Some(born)));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(raw in "\\PC{0,24}") {
        let _read = (Day::parse(&raw), Day::parse_birth(&raw, today()), Birth::read(&raw));
    }

    #[test]
    fn what_looks_like_a_day_is_read_or_refused(raw in "[0-9]{0,9}[-/. a-z]{0,6}[0-9]{0,5}[-/. ][0-9]{0,5}") {
        if let Ok(day) = Day::parse(&raw) {
            prop_assert_eq!(Day::parse(&day.typed()), Ok(day));
        }
    }
}
