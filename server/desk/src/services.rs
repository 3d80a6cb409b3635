//! The services that work in the house, as they are set up.

use domain::Instant;
use domain::organisation::ServicePlan;
use domain::role::Action;
use uuid::Uuid;

use crate::setup::{Done, Kept, Line, Ranked, named};
use crate::store::{Scope, Tx, services};

impl Kept for ServicePlan {
    const KIND: &'static str = "service";
    const ACTION: Action = Action::SetPartners;

    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>> {
        Box::pin(services::all(scope))
    }

    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()> {
        Box::pin(services::add(tx, id, self))
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool> {
        Box::pin(services::change(tx, shown, self))
    }

    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool> {
        Box::pin(services::close(tx, shown, since))
    }

    fn belongs<'a>(&'a self, tx: &'a mut Tx) -> Done<'a, bool> {
        Box::pin(async move {
            match self.organisation {
                Some(id) => crate::store::organisations::is_here(tx, id).await,
                None => Ok(true),
            }
        })
    }

    fn name(&self) -> Option<&str> {
        Some(self.name.as_str())
    }

    fn differs(&self, other: &Self) -> Vec<&'static str> {
        named(&[
            ("name", self.name != other.name),
            ("organisation", self.organisation != other.organisation),
        ])
    }
}

impl Ranked for ServicePlan {
    fn rank(tx: &mut Tx, id: Uuid, place: i64) -> Done<'_, ()> {
        Box::pin(services::rank(tx, id, place))
    }
}
