//! Closing time: whoever is still in the house is asked about, by token and place. Somebody looks, and
//! says that a visitor left or is still here; the second is a step with who and when, and is asked again
//! at the next closing time.

use std::collections::HashMap;

use domain::duty::last_closing;
use domain::role::Action;
use domain::visit::{StepKind, Visit, in_order_of_waiting};
use domain::{Instant, Pii, UserId, VisitId};

use super::moves::{Seen, claimed, noted};
use super::{VisitError, step};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::places::House;
use crate::store::{self, Look, Scope, again};
use crate::{Desk, denials, duties, staff};

/// That somebody is still here, as a colleague said.
pub struct Said {
    /// When.
    pub at: Instant,
    /// Who; empty for an account that is gone.
    pub by: Pii<String>,
}

/// Everybody who is in the house since before it closed.
pub struct Closing {
    /// When it closed last.
    pub since: Instant,
    /// Those about whom nobody has said anything since.
    pub asked: Vec<Visit>,
    /// Those who are still here.
    pub stays: Vec<(Visit, Said)>,
    /// Services and rooms, to say where.
    pub house: House,
}

/// The last word about each visitor who is still in the house.
type Words = HashMap<VisitId, (Instant, UserId)>;

/// Everybody who is in the house since before it closed, and what was said of them.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role without a board.
pub async fn closing(desk: &Desk, actor: &Actor) -> Result<Closing, VisitError> {
    let permit = access::permitted(desk, actor, Action::ShowBoard).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let stored = store::visits::present(&mut look).await?.into_iter();
    let shown = stored.filter(|stored| seen.shows_visit(stored.link));
    let mut present: Vec<Visit> = shown.map(|stored| stored.visit).collect();
    in_order_of_waiting(&mut present);
    let since = since(&mut look, desk.now()).await?;
    present.retain(|visit| lingers(visit, since));
    let words = said(&mut look, since).await?;
    let house = House::load(&mut look).await?;
    let (stays, asked): (Vec<_>, Vec<_>) = present
        .into_iter()
        .partition(|visit| words.contains_key(&visit.id));
    Ok(Closing {
        since,
        asked,
        stays: named(desk, &permit, look, (stays, &words)).await?,
        house,
    })
}

/// Since when the house is closed, or was last, and how many are asked about; nothing while nobody is.
pub(super) async fn asked(
    scope: &mut impl Scope,
    present: &[Visit],
    now: Instant,
) -> Result<Option<(Instant, usize)>, VisitError> {
    if present.is_empty() {
        return Ok(None);
    }
    let since = since(scope, now).await?;
    let words = said(scope, since).await?;
    let open = |visit: &&Visit| lingers(visit, since) && !words.contains_key(&visit.id);
    let count = present.iter().filter(open).count();
    Ok((count > 0).then_some((since, count)))
}

fn lingers(visit: &Visit, since: Instant) -> bool {
    !visit.is_call() && visit.arrived_at < since
}

async fn since(scope: &mut impl Scope, now: Instant) -> Result<Instant, VisitError> {
    let centre = store::places::centre(scope).await?;
    let zone = centre.ok_or(VisitError::NotFound)?.zone;
    let (week, special) = duties::hours(scope).await?;
    Ok(last_closing(zone, now, (&week, &special)))
}

async fn said(scope: &mut impl Scope, since: Instant) -> Result<Words, VisitError> {
    let all = store::visits::stays(scope).await?.into_iter();
    let new = all.filter(|(_, at, _)| *at >= since);
    Ok(new.map(|(visit, at, by)| (visit, (at, by))).collect())
}

/// With the names of the colleagues who said so, which is in the trail before.
async fn named(
    desk: &Desk,
    permit: &Permit,
    mut look: Look,
    (stays, words): (Vec<Visit>, &Words),
) -> Result<Vec<(Visit, Said)>, VisitError> {
    let mut named = Vec::new();
    if stays.is_empty() {
        return Ok(named);
    }
    let entry = Entry::of("closing", permit.centre().bytes());
    desk.trail().witness(desk, permit, entry).await?;
    for visit in stays {
        if let Some((at, by)) = words.get(&visit.id) {
            let by = staff::called(desk, permit, &mut look, *by).await?;
            named.push((visit, Said { at: *at, by }));
        }
    }
    Ok(named)
}

/// Says that somebody is still in the house.
///
/// # Errors
/// [`VisitError::Stale`] when somebody changed the visit meanwhile, [`VisitError::Refused`] for whoever
/// has left.
pub async fn still_here(desk: &Desk, actor: &Actor, seen: Seen) -> Result<(), VisitError> {
    let permit = access::permitted(desk, actor, Action::NoteStay).await?;
    let stays = again(|| async {
        let Some((mut tx, stored)) = claimed(desk, &permit, seen).await? else {
            return Ok(());
        };
        let visit = stored.visit.stays()?;
        if !store::visits::move_on(&mut tx, &visit).await? {
            return Err(VisitError::Stale);
        }
        step(desk, &permit, &mut tx, &visit, StepKind::StillHere).await?;
        tx.touch(Topic::Visits, visit.id.uuid());
        let entry = Entry::of("visit", visit.id.bytes());
        Ok(desk.commit(tx, &permit, entry).await?)
    });
    noted(desk, &permit, seen, stays.await).await
}
