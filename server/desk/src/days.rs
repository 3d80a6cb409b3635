//! The days that are not as their weekday: closed, or open at other hours.

use domain::Instant;
use domain::duty::SpecialDay;
use domain::role::Action;
use uuid::Uuid;

use crate::setup::{Done, Kept, Line, named};
use crate::store::{Scope, Tx, days};

impl Kept for SpecialDay {
    const KIND: &'static str = "special_day";
    const ACTION: Action = Action::SetHours;

    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>> {
        Box::pin(days::all(scope))
    }

    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()> {
        Box::pin(days::add(tx, id, self))
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool> {
        Box::pin(days::change(tx, shown, self))
    }

    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool> {
        Box::pin(days::close(tx, shown, since))
    }

    fn differs(&self, other: &Self) -> Vec<&'static str> {
        named(&[
            ("day", self.day != other.day),
            ("hours", self.hours != other.hours),
            ("reason", self.reason != other.reason),
        ])
    }
}
