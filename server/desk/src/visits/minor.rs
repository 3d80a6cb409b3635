//! A minor who came alone: the colleague on duty comes before anything is asked, and nobody at home is
//! called. Until that colleague is there, every board shows that somebody is needed.

use domain::role::Action;
use domain::visit::StepKind;

use super::moves::{Seen, claimed, noted};
use super::{VisitError, step};
use crate::Desk;
use crate::access::{self, Actor};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::store::{self, again};

/// Says that the colleague on duty is with the minor.
///
/// # Errors
/// [`VisitError::Stale`] when somebody changed the visit meanwhile, [`VisitError::Refused`] when nobody
/// waits for that colleague.
pub async fn met(desk: &Desk, actor: &Actor, seen: Seen) -> Result<(), VisitError> {
    let permit = access::permitted(desk, actor, Action::MeetMinor).await?;
    let met = again(|| async {
        let Some((mut tx, stored)) = claimed(desk, &permit, seen).await? else {
            return Ok(());
        };
        let visit = stored.visit.met()?;
        if !store::visits::move_on(&mut tx, &visit).await? {
            return Err(VisitError::Stale);
        }
        step(desk, &permit, &mut tx, &visit, StepKind::DutyCame).await?;
        tx.touch(Topic::Visits, visit.id.uuid());
        let entry = Entry::of("visit", visit.id.bytes());
        Ok(desk.commit(tx, &permit, entry).await?)
    });
    noted(desk, &permit, seen, met.await).await
}
