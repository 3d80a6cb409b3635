//! Who can be the second person: a house says so when something is asked, not when it is refused.

use domain::role::{Action, ActorKind, allows};
use domain::text::Name;
use domain::vouch::Release;
use domain::{Pii, UserId};

use super::{ColleagueError, Listed, listed_all};
use crate::Desk;
use crate::access::{self, Actor};
use crate::store;

/// The colleagues who could release now what this colleague asks. The trail is written first.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that takes no part in it.
pub async fn seconds(desk: &Desk, actor: &Actor) -> Result<Vec<Pii<Name>>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ReleaseExport).await?;
    let vouches = store::vouches::all(&mut desk.look(&permit).await?).await?;
    let (asker, now) = (UserId::from_uuid(permit.actor_id()), desk.now());
    let second = |one: &Listed| {
        let release = Release {
            by: one.user,
            asker,
            about: None,
        };
        one.joined && releases(one) && release.independent(&vouches, now).is_ok()
    };
    let all = listed_all(desk, &permit).await?.into_iter();
    Ok(all.filter(second).map(|one| one.name).collect())
}

fn releases(one: &Listed) -> bool {
    let mut roles = one.posts.iter().map(|post| ActorKind::Staff(post.role));
    roles.any(|kind| allows(kind, Action::ReleaseExport))
}
