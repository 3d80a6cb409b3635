//! When a backup is due, how long one is kept, and when the house has to worry.

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::time::{CentreZone, Instant};
use crate::{Span, Unfit};

/// How old the last good backup may be before the screens turn red, in hours: a night, and the time
/// somebody needs to look.
pub const LATE_HOURS: i64 = 26;

/// How old the last good drill may be before the screens turn red, in days: a month, and the days
/// somebody needs to look.
pub const DRILL_LATE_DAYS: i64 = 35;

/// How often a backup is tried, in days.
const DRILL_DAYS: i64 = 30;

/// How long after a drill that failed the next one follows, in days.
const DRILL_AGAIN_DAYS: i64 = 1;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

coded! {
    /// Why a backup was not made, or was found not to be good.
    Trouble {
        /// The disk of the backups is full.
        DiskFull = "disk_full",
        /// The folder of the backups cannot be used.
        Folder = "folder",
        /// The tools of the database are not there, too old, or failed.
        Tools = "tools",
        /// No sheet is in use that could open one.
        NobodyOpens = "nobody_opens",
        /// It does not come back whole.
        Damaged = "damaged",
        /// Something else.
        Other = "other",
    }
}

/// When the nightly backup is made, and how long backups of the data are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    hour: u32,
    keep_days: i64,
}

impl Default for Plan {
    /// At three in the night, kept for five weeks.
    fn default() -> Self {
        Self {
            hour: 3,
            keep_days: 35,
        }
    }
}

impl Plan {
    /// Backups are kept for as long as it may take until somebody notices what is wrong, and no
    /// longer than they are of use.
    pub const KEEP_DAYS: std::ops::RangeInclusive<i64> = 14..=400;

    /// The nightly backup at this hour of the wall clock, kept for so many days.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for an hour or a number of days outside the limits.
    pub fn new(hour: u32, keep_days: i64) -> Result<Self, Unfit> {
        if hour < 24 && Self::KEEP_DAYS.contains(&keep_days) {
            Ok(Self { hour, keep_days })
        } else {
            Err(Unfit::NotOffered)
        }
    }

    /// The hour of the wall clock, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u32 {
        self.hour
    }

    /// For how many days a backup of the data is kept.
    #[must_use]
    pub const fn keep_days(self) -> i64 {
        self.keep_days
    }

    /// Whether a backup is due: the hour came since the last one, or there is none. An hour that a
    /// night skips counts as the one after it; one that a night has twice counts once.
    #[must_use]
    pub fn is_due(self, now: Instant, last: Option<Instant>, zone: CentreZone) -> bool {
        last.is_none_or(|last| last < self.latest(now, zone))
    }

    /// The last time before now at which the hour came.
    fn latest(self, now: Instant, zone: CentreZone) -> Instant {
        let today = zone.day_of(now);
        let at = |day| {
            let Span { start, .. } = zone.whole_day(day);
            let mut moment = start.plus_seconds(i64::from(self.hour) * HOUR);
            // The clock moved between midnight and the hour.
            let (hour, _) = zone.wall(moment);
            if hour != self.hour {
                let behind = i64::from((self.hour + 24 - hour) % 24 == 1);
                moment = moment.plus_seconds(if behind == 1 { HOUR } else { -HOUR });
            }
            moment
        };
        let moment = at(today);
        if moment <= now {
            moment
        } else {
            at(today.plus_days(-1))
        }
    }
}

/// Whether the last good backup is so old that somebody has to look.
#[must_use]
pub fn is_late(now: Instant, last: Option<Instant>) -> bool {
    last.is_none_or(|last| now.seconds_since(last) > LATE_HOURS * HOUR)
}

/// Whether the last good drill is so old that somebody has to look.
#[must_use]
pub fn is_drill_late(now: Instant, last: Instant) -> bool {
    now.seconds_since(last) > DRILL_LATE_DAYS * DAY
}

/// Whether a backup has to be tried: once a month, when another sheet opens them, and a day after a
/// drill that failed. `last` is the last drill and whether it was good.
#[must_use]
pub fn drill_is_due(now: Instant, last: Option<(Instant, bool)>, same_sheet: bool) -> bool {
    let older = |at: Instant, days: i64| now.seconds_since(at) >= days * DAY;
    match last {
        None => true,
        Some((at, false)) => older(at, DRILL_AGAIN_DAYS),
        Some((at, true)) => !same_sheet || older(at, DRILL_DAYS),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn brussels() -> CentreZone {
        CentreZone::parse("Europe/Brussels").unwrap()
    }

    #[test]
    fn a_plan_outside_the_limits_is_refused() {
        for (hour, days) in [(24, 35), (3, 13), (3, 401)] {
            assert_eq!(Plan::new(hour, days), Err(Unfit::NotOffered));
        }
        assert_eq!(Plan::new(3, 35), Ok(Plan::default()));
    }

    #[test]
    fn without_a_backup_one_is_due_and_late() {
        let now = Instant::from_unix(1_773_133_200);
        assert!(Plan::default().is_due(now, None, brussels()) && is_late(now, None));
    }

    #[test]
    fn a_drill_comes_monthly_after_a_new_sheet_and_the_day_after_a_failed_one() {
        let now = Instant::from_unix(1_773_133_200);
        let ago = |days: i64| now.plus_seconds(-days * DAY);
        assert!(drill_is_due(now, None, true));
        for (days, good, same, due) in [
            (29, true, true, false),
            (30, true, true, true),
            (0, true, false, true),
            (0, false, false, false),
            (1, false, true, true),
        ] {
            let last = Some((ago(days), good));
            assert_eq!(drill_is_due(now, last, same), due, "{days} {good} {same}");
        }
        assert!(!is_drill_late(now, ago(35)) && is_drill_late(now, ago(36)));
    }

    proptest! {
        #[test]
        fn looked_at_every_minute_there_is_one_backup_a_day(
            start in 1_700_000_000_i64..2_000_000_000, hour in 0_u32..24,
        ) {
            let (plan, zone) = (Plan::new(hour, 35).unwrap(), brussels());
            let mut last = Instant::from_unix(start);
            let mut made = 0;
            for minutes in (0..10 * 24 * 60).step_by(10) {
                let now = Instant::from_unix(start + minutes * 60);
                if plan.is_due(now, Some(last), zone) {
                    last = now;
                    made += 1;
                }
                prop_assert!(!is_late(now, Some(last)), "hour {hour} at {now:?}");
            }
            prop_assert!((9..=11).contains(&made), "{made} in ten days");
        }
    }
}
