//! The rooms of the house, as they are set up.

use domain::Instant;
use domain::role::Action;
use domain::room::RoomPlan;
use uuid::Uuid;

use crate::setup::{Done, Kept, Line, Ranked, named};
use crate::store::{Scope, Tx, rooms};

impl Kept for RoomPlan {
    const KIND: &'static str = "room";
    const ACTION: Action = Action::SetRooms;

    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>> {
        Box::pin(rooms::all(scope))
    }

    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()> {
        Box::pin(rooms::add(tx, id, self))
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool> {
        Box::pin(rooms::change(tx, shown, self))
    }

    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool> {
        Box::pin(rooms::close(tx, shown, since))
    }

    fn name(&self) -> Option<&str> {
        Some(self.name.as_str())
    }

    fn differs(&self, other: &Self) -> Vec<&'static str> {
        named(&[
            ("name", self.name != other.name),
            ("seats", self.seats != other.seats),
            ("features", self.features != other.features),
            ("hours", self.hours != other.hours),
            (
                "buffers",
                (self.before, self.after) != (other.before, other.after),
            ),
        ])
    }
}

impl Ranked for RoomPlan {
    fn rank(tx: &mut Tx, id: Uuid, place: i64) -> Done<'_, ()> {
        Box::pin(rooms::rank(tx, id, place))
    }
}
