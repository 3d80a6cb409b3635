//! Until when somebody is kept, by all periods that hold on a day. Where several controllers keep the
//! same, the longest period wins; a period that begins with something that has not happened yet has no
//! end.

use super::{CountsFrom, Kept, Retention};
use crate::Day;

/// What is known of somebody, or of a visit, by which its periods begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// When it was written down.
    pub created: Day,
    /// The last time there was contact, if there was any.
    pub last_contact: Option<Day>,
    /// When the file was closed, if it was.
    pub closed: Option<Day>,
}

/// A period, and until when it keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Term<'a> {
    /// Which period.
    pub rule: &'a Retention,
    /// The last day it keeps; none while its beginning has not come.
    pub until: Option<Day>,
}

impl Retention {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|last| day <= last)
    }

    /// The last day it keeps somebody; none while its beginning has not come.
    #[must_use]
    pub fn until(&self, facts: Facts) -> Option<Day> {
        let from = match self.from {
            CountsFrom::Creation => Some(facts.created),
            CountsFrom::LastContact => Some(facts.last_contact.unwrap_or(facts.created)),
            CountsFrom::Closing => facts.closed,
        };
        from.map(|from| from.plus_months(u32::from(self.months.get())))
    }
}

/// The period that keeps longest on a day; none where no period holds.
#[must_use]
pub fn longest<'a>(
    rules: impl IntoIterator<Item = &'a Retention>,
    about: Kept,
    (facts, day): (Facts, Day),
) -> Option<Term<'a>> {
    let holding = rules.into_iter();
    let holding = holding.filter(|rule| rule.about == about && rule.holds_on(day));
    let terms = holding.map(|rule| Term {
        rule,
        until: rule.until(facts),
    });
    terms.max_by_key(|term| (term.until.is_none(), term.until))
}

/// What forbids on a day to erase: the binding period that keeps longest, while it does.
#[must_use]
pub fn forbidding<'a>(
    rules: impl IntoIterator<Item = &'a Retention>,
    about: Kept,
    (facts, day): (Facts, Day),
) -> Option<Term<'a>> {
    let binding = rules.into_iter().filter(|rule| rule.binds);
    let longest = longest(binding, about, (facts, day));
    longest.filter(|term| term.keeps_on(day))
}

impl Term<'_> {
    /// Whether it still keeps on a day: its last day is one on which it does.
    #[must_use]
    pub fn keeps_on(&self, day: Day) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::retention::Months;
    use crate::text::Remark;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    fn rule(years: u16, from: CountsFrom, binds: bool) -> Retention {
        Retention {
            controller: None,
            about: Kept::Person,
            months: Months::parse(&(years * 12).to_string()).unwrap(),
            from,
            source: Remark::parse("Een wet, art. 1").unwrap(),
            valid_from: day(2020, 1, 1),
            valid_until: None,
            binds,
        }
    }

    const fn facts(created: Day) -> Facts {
        Facts {
            created,
            last_contact: None,
            closed: None,
        }
    }

    #[test]
    fn fifteen_twenty_and_thirty_years_end_on_their_day() {
        let created = day(2024, 2, 29);
        for (years, until) in [
            (15, day(2039, 2, 28)),
            (20, day(2044, 2, 29)),
            (30, day(2054, 2, 28)),
        ] {
            let rules = [rule(years, CountsFrom::Creation, true)];
            let on = |today| forbidding(&rules, Kept::Person, (facts(created), today));
            assert!(on(until).is_some_and(|term| term.until == Some(until)));
            assert!(on(until.plus_days(1)).is_none(), "{years} years");
        }
    }

    #[test]
    fn what_has_not_begun_has_no_end() {
        let rules = [
            rule(1, CountsFrom::Creation, true),
            rule(15, CountsFrom::Closing, true),
        ];
        let now = (facts(day(2020, 5, 1)), day(2070, 1, 1));
        let term = forbidding(&rules, Kept::Person, now).unwrap();
        assert!(term.until.is_none() && term.rule.from == CountsFrom::Closing);
    }

    #[test]
    fn the_last_contact_counts_where_there_was_one() {
        let rule = rule(1, CountsFrom::LastContact, false);
        let seen = Facts {
            last_contact: Some(day(2025, 12, 31)),
            ..facts(day(2024, 1, 1))
        };
        assert!(rule.until(seen) == Some(day(2026, 12, 31)));
        assert!(rule.until(facts(day(2024, 1, 1))) == Some(day(2025, 1, 1)));
    }

    #[test]
    fn a_period_that_does_not_bind_or_hold_forbids_nothing() {
        let free = [rule(15, CountsFrom::Creation, false)];
        let past = [Retention {
            valid_until: Some(day(2025, 12, 31)),
            ..rule(15, CountsFrom::Creation, true)
        }];
        let now = (facts(day(2026, 1, 1)), day(2026, 3, 10));
        assert!(forbidding(&free, Kept::Person, now).is_none());
        assert!(forbidding(&past, Kept::Person, now).is_none());
        assert!(forbidding(&[], Kept::Person, now).is_none());
        assert!(longest(&free, Kept::Person, now).is_some());
        assert!(longest(&free, Kept::Visit, now).is_none());
    }

    proptest! {
        #[test]
        fn one_rule_more_never_lets_go_earlier(
            years in prop::collection::vec(1_u16..40, 1..6), start in 0_i64..12_000, later in 0_i64..20_000,
        ) {
            let created = day(2020, 1, 1).plus_days(start);
            let rules: Vec<Retention> =
                years.iter().map(|y| rule(*y, CountsFrom::Creation, true)).collect();
            let today = created.plus_days(later);
            let now = (facts(created), today);
            let fewer = forbidding(&rules[1..], Kept::Person, now).is_some();
            let more = forbidding(&rules, Kept::Person, now);
            prop_assert!(!fewer || more.is_some());
            let longest = created.plus_months(u32::from(*years.iter().max().unwrap()) * 12);
            prop_assert_eq!(more.is_some(), today <= longest);
        }
    }
}
