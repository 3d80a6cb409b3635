//! The duty roster: who gets the silent alerts, and the gaps in which nobody does.

use serde::{Deserialize, Serialize};

use crate::hours::{DayHours, Minute, Week};
use crate::time::CentreZone;
use crate::{Day, Instant, Span, Unfit, UserId};

/// The longest duty, in hours: once around the clock on the longest day of the year. A longer one is
/// several.
const LONGEST_HOURS: i64 = 25;

/// Somebody is on duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Who.
    pub user: UserId,
    /// From when until when.
    pub span: Span,
}

/// A day that is not as its weekday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialDay {
    /// Which day.
    pub day: Day,
    /// Its hours; closed when there are none.
    pub hours: DayHours,
    /// Why.
    pub reason: crate::text::Label,
}

impl Duty {
    /// A duty as a roster writes it: from a time of a day until a time of the same or a later day.
    ///
    /// # Errors
    /// [`Unfit::EndsBefore`] when it would end before it starts or go around the clock
    /// more than once.
    pub fn new(user: UserId, span: (Instant, Instant)) -> Result<Self, Unfit> {
        let span = Span::new(span.0, span.1).map_err(|_| Unfit::EndsBefore)?;
        if span.end.seconds_since(span.start) > LONGEST_HOURS * 3_600 {
            return Err(Unfit::EndsBefore);
        }
        Ok(Self { user, span })
    }

    /// Whether it is on at that moment.
    #[must_use]
    pub fn is_on(&self, at: Instant) -> bool {
        self.span.start <= at && at < self.span.end
    }
}

/// The hours of a day: its own, or those of its weekday.
#[must_use]
pub fn hours_of<'a>(day: Day, week: &'a Week, special: &'a [SpecialDay]) -> &'a DayHours {
    let own = special.iter().find(|special| special.day == day);
    own.map_or_else(|| week.of(day.weekday()), |special| &special.hours)
}

/// When the house is open on a day.
#[must_use]
pub fn open_spans(zone: CentreZone, day: Day, hours: &DayHours) -> Vec<Span> {
    let at = |minute: Minute| zone.at(day, minute);
    let stretches = hours.stretches().iter();
    stretches
        .filter_map(|stretch| Span::new(at(stretch.from), at(stretch.until)).ok())
        .collect()
}

/// How many days back a closing time is looked for.
const LOOKED_BACK: i64 = 14;

/// When the house closed last, for the day: a break at noon does not count. A house without hours, or
/// one that was closed for two weeks, closes at midnight.
#[must_use]
pub fn last_closing(
    zone: CentreZone,
    now: Instant,
    (week, special): (&Week, &[SpecialDay]),
) -> Instant {
    let today = zone.day_of(now);
    let days = (0..LOOKED_BACK).map(|back| today.plus_days(-back));
    let closed = days.filter_map(|day| {
        let open = open_spans(zone, day, hours_of(day, week, special));
        open.iter().map(|span| span.end).max()
    });
    let mut over = closed.filter(|end| *end <= now);
    over.next().unwrap_or_else(|| zone.whole_day(today).start)
}

/// The parts of a span in which none of the duties is on, in order.
#[must_use]
pub fn gaps(duties: &[Duty], within: Span) -> Vec<Span> {
    let mut sorted: Vec<Span> = duties.iter().map(|duty| duty.span).collect();
    sorted.sort_by_key(|span| span.start);
    let (mut gaps, mut reached) = (Vec::new(), within.start);
    for span in sorted.iter().filter(|span| span.overlaps(&within)) {
        gaps.extend(Span::new(reached, span.start));
        reached = reached.max(span.end);
    }
    gaps.extend(Span::new(reached, within.end));
    gaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::Ids;

    struct Fixed;
    impl Ids for Fixed {
        fn fresh(&self) -> [u8; 16] {
            [7; 16]
        }
    }

    fn at(second: i64) -> Instant {
        Instant::from_unix(second)
    }

    fn duty(from: i64, until: i64) -> Duty {
        Duty::new(UserId::new(&Fixed), (at(from), at(until))).unwrap()
    }

    fn hour(number: i64) -> i64 {
        1_773_133_200 + number * 3_600
    }

    #[test]
    fn overlapping_duties_leave_one_gap() {
        let within = Span::new(at(0), at(100)).unwrap();
        let found = gaps(
            &[duty(40, 60), duty(0, 30), duty(20, 35), duty(55, 120)],
            within,
        );
        assert_eq!(found, [Span::new(at(35), at(40)).unwrap()]);
        assert_eq!(gaps(&[], within), [within]);
    }

    #[test]
    fn a_duty_ends_after_it_starts_and_within_a_day() {
        let user = UserId::new(&Fixed);
        for (from, until) in [(5, 5), (6, 5), (0, 26 * 3_600)] {
            assert_eq!(
                Duty::new(user, (at(from), at(until))),
                Err(Unfit::EndsBefore)
            );
        }
        assert!(duty(0, 10).is_on(at(0)) && !duty(0, 10).is_on(at(10)));
    }

    #[test]
    fn a_special_day_beats_its_weekday() {
        let week = Week::parse("09:00-12:00||||||").unwrap();
        let monday = Day::new(2026, 3, 9).unwrap();
        let closed = SpecialDay {
            day: monday,
            hours: DayHours::default(),
            reason: crate::text::Label::parse("Verhuis").unwrap(),
        };
        assert!(!hours_of(monday, &week, &[]).is_closed());
        assert!(hours_of(monday, &week, &[closed]).is_closed());
        let zone = CentreZone::parse("Europe/Brussels").unwrap();
        let open = open_spans(zone, monday, week.of(0));
        assert_eq!(open[0].start, at(hour(-24 - 1)));
    }

    #[test]
    fn a_house_closes_once_a_day_and_one_without_hours_at_midnight() {
        let zone = CentreZone::parse("Europe/Brussels").unwrap();
        let week = Week::parse("09:00-12:00, 13:00-17:00||||||").unwrap();
        let (monday, tuesday) = (
            Day::new(2026, 3, 9).unwrap(),
            Day::new(2026, 3, 10).unwrap(),
        );
        let wall = |day, time: &str| zone.at(day, Minute::parse(time).unwrap());
        let closed = |now| last_closing(zone, now, (&week, &[]));
        let week_before = wall(monday.plus_days(-7), "17:00");
        assert_eq!(closed(wall(monday, "12:30")), week_before);
        assert_eq!(closed(wall(monday, "17:00")), wall(monday, "17:00"));
        assert_eq!(closed(wall(tuesday, "09:30")), wall(monday, "17:00"));
        let never = last_closing(zone, wall(tuesday, "09:30"), (&Week::default(), &[]));
        assert_eq!(never, wall(tuesday, "0:00"));
    }

    proptest! {
        #[test]
        fn every_second_is_on_duty_or_in_a_gap(
            ends in prop::collection::vec((0_i64..200, 1_i64..60), 0..8),
            second in 0_i64..200,
        ) {
            let duties: Vec<Duty> = ends.iter().map(|(from, long)| duty(*from, from + long)).collect();
            let within = Span::new(at(0), at(200)).unwrap();
            let gap = gaps(&duties, within).iter().any(|g| g.start <= at(second) && at(second) < g.end);
            let on = duties.iter().any(|duty| duty.is_on(at(second)));
            prop_assert!(gap != on);
        }
    }
}
