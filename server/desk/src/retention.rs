//! How long the house keeps what, for which controller.

use domain::Instant;
use domain::retention::Retention;
use domain::role::Action;
use uuid::Uuid;

use crate::setup::{Done, Kept, Line, named};
use crate::store::{Scope, Tx, retention};

impl Kept for Retention {
    const KIND: &'static str = "retention";
    const ACTION: Action = Action::SetRetention;

    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>> {
        Box::pin(retention::all(scope))
    }

    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()> {
        Box::pin(retention::add(tx, id, self))
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool> {
        Box::pin(retention::change(tx, shown, self))
    }

    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool> {
        Box::pin(retention::close(tx, shown, since))
    }

    fn belongs<'a>(&'a self, tx: &'a mut Tx) -> Done<'a, bool> {
        Box::pin(async move {
            match self.controller {
                Some(id) => crate::store::organisations::is_here(tx, id).await,
                None => Ok(true),
            }
        })
    }

    fn differs(&self, other: &Self) -> Vec<&'static str> {
        named(&[
            ("controller", self.controller != other.controller),
            ("about", self.about != other.about),
            ("months", self.months != other.months),
            ("from", self.from != other.from),
            ("source", self.source != other.source),
            ("binds", self.binds != other.binds),
            (
                "valid",
                (self.valid_from, self.valid_until) != (other.valid_from, other.valid_until),
            ),
        ])
    }
}
