//! The organisations that send services into the house.

use domain::Instant;
use domain::organisation::Organisation;
use domain::role::Action;
use uuid::Uuid;

use crate::setup::{Done, Kept, Line, Ranked, named};
use crate::store::{Scope, Tx, organisations};

impl Kept for Organisation {
    const KIND: &'static str = "organisation";
    const ACTION: Action = Action::SetPartners;

    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>> {
        Box::pin(organisations::all(scope))
    }

    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()> {
        Box::pin(organisations::add(tx, id, self))
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool> {
        Box::pin(organisations::change(tx, shown, self))
    }

    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool> {
        Box::pin(organisations::close(tx, shown, since))
    }

    fn name(&self) -> Option<&str> {
        Some(self.name.as_str())
    }

    fn differs(&self, other: &Self) -> Vec<&'static str> {
        named(&[("name", self.name != other.name)])
    }
}

impl Ranked for Organisation {
    fn rank(tx: &mut Tx, id: Uuid, place: i64) -> Done<'_, ()> {
        Box::pin(organisations::rank(tx, id, place))
    }
}
