//! Roles that somebody gave to oneself, because nobody else manages the house: everybody who manages
//! it reads that on the first page of the administration, not only in the trail.

use domain::role::{Action, Role};
use domain::text::Name;
use domain::{Instant, Pii};

use super::ColleagueError;
use super::reset::called;
use crate::Desk;
use crate::access::{self, Actor};
use crate::audit::Entry;
use crate::store::colleagues;

/// Seconds for which it is shown: thirty days.
const SHOWN_FOR: i64 = 30 * 24 * 60 * 60;

/// A role that somebody gave to oneself.
pub struct OwnHand {
    /// What the colleague is called.
    pub name: Pii<Name>,
    /// The role.
    pub role: Role,
    /// Since when.
    pub since: Instant,
}

/// The roles of the last thirty days that colleagues gave to themselves and still hold. The trail is
/// written before anybody is named.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn own_hand(desk: &Desk, actor: &Actor) -> Result<Vec<OwnHand>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    let after = desk.now().plus_seconds(-SHOWN_FOR);
    let mut look = desk.look(&permit).await?;
    let given = colleagues::by_own_hand(&mut look, after).await?;
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let entry = Entry::of("account", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut shown = Vec::with_capacity(given.len());
    for (user, role, since) in given {
        let name = called(desk, &permit, &mut look, user).await?;
        shown.extend(name.map(|name| OwnHand { name, role, since }));
    }
    Ok(shown)
}
