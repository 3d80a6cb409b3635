//! Who goes by a code today. A visitor is also looked up by the code on the paper in her hand; it is
//! written in the trail as when a visit is opened, before it is told.

use domain::RecordId;
use domain::finding::{Reason, Same};
use domain::role::Action;
use domain::visit::{Token, Visit};

use super::{VisitError, whose};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::index::Hit;
use crate::store;
use crate::{Desk, denials};

/// A visitor who goes by a code.
pub struct Called {
    /// The visit.
    pub visit: Visit,
    /// Whose it is, where that is known.
    pub who: Option<Hit>,
}

/// Who goes by a code: whoever is in the house with it, or had it earlier today.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role that may not see whose visit is whose. A visit of somebody whom
/// the colleague must not see is none.
pub async fn called(
    desk: &Desk,
    actor: &Actor,
    token: Token,
) -> Result<Option<Called>, VisitError> {
    let permit = access::permitted(desk, actor, Action::RevealVisit).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let centre = store::places::centre(&mut look).await?;
    let day = centre.ok_or(VisitError::NotFound)?.zone.day_of(desk.now());
    let stored = store::visits::of_token(&mut look, token, day).await?;
    drop(look);
    let Some(stored) = stored.filter(|stored| seen.shows_visit(stored.link)) else {
        return Ok(None);
    };
    let link = whose::of(desk, &stored)?;
    let record = link.and_then(|link| desk.index().record_of(permit.centre(), &link));
    let entry = Entry::of("visit", stored.visit.id.bytes());
    let entry = record.into_iter().fold(entry, Entry::about);
    desk.trail().witness(desk, &permit, entry).await?;
    Ok(Some(Called {
        visit: stored.visit,
        who: record.and_then(|record| hit(desk, &permit, record)),
    }))
}

fn hit(desk: &Desk, permit: &Permit, record: RecordId) -> Option<Hit> {
    let reason = Reason {
        same: Some(Same::Token),
        ..Reason::default()
    };
    Some(Hit {
        record,
        identity: desk.index().identity(permit.centre(), record)?,
        reason,
        rank: u32::MAX,
        birth: None,
        namesake: false,
        also: desk.index().also(permit.centre(), record),
    })
}
