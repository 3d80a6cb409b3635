//! Telling those who manage the house of a new colleague among them: whoever gets a role that reaches
//! far is named to each of them, with who gave it and when, until each says that it was seen. An account
//! that somebody made in another's name does not stay unnoticed.

use domain::role::{Action, Role};
use domain::{Instant, Pii, ServiceId, UserId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::colleagues::ColleagueError;
use crate::staff;
use crate::store::role_notices::{self, Given};
use crate::store::{self, StoreError, Tx};

/// One notice.
pub struct Told {
    /// Which one.
    pub id: Uuid,
    /// What the colleague is called who got the role; empty when the account is gone.
    pub name: Pii<String>,
    /// Which role.
    pub role: Role,
    /// What the colleague is called who gave it; nothing for whoever works on the server itself.
    pub by: Option<Pii<String>>,
    /// When.
    pub at: Instant,
}

/// Keeps a notice for everybody who manages the house, but for who got the role and who gave it.
pub(crate) async fn announce(desk: &Desk, tx: &mut Tx, given: Given) -> Result<(), StoreError> {
    if !given.role.is_announced() {
        return Ok(());
    }
    for leader in role_notices::leaders(tx).await? {
        if leader != given.of && Some(leader) != given.by {
            let id = Uuid::from_bytes(desk.ids().fresh());
            role_notices::add(tx, id, leader, &given).await?;
            tx.touch(Topic::Staff, leader.uuid());
        }
    }
    Ok(())
}

/// The same for an account that was made on the server itself. The people of a practice house are
/// invented, all of them there: they are no news.
pub(crate) async fn made_on_server(
    desk: &Desk,
    tx: &mut Tx,
    (user, posts): (UserId, &[(Role, Option<ServiceId>)]),
) -> Result<(), StoreError> {
    if store::staff::is_demo(tx).await? {
        return Ok(());
    }
    for (role, _) in posts {
        let given = Given {
            of: user,
            role: *role,
            by: None,
            at: desk.now(),
        };
        announce(desk, tx, given).await?;
    }
    Ok(())
}

/// What the one who looks has not seen yet. The trail is written before anybody is named.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn unseen(desk: &Desk, actor: &Actor) -> Result<Vec<Told>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    let unseen = role_notices::unseen(&mut desk.look(&permit).await?, own(&permit)).await?;
    if unseen.is_empty() {
        return Ok(Vec::new());
    }
    let entry = Entry::of("role_notice", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let (mut look, mut told) = (desk.look(&permit).await?, Vec::with_capacity(unseen.len()));
    for (id, given) in unseen {
        let by = match given.by {
            Some(user) => Some(staff::called(desk, &permit, &mut look, user).await?),
            None => None,
        };
        told.push(Told {
            id,
            name: staff::called(desk, &permit, &mut look, given.of).await?,
            role: given.role,
            by,
            at: given.at,
        });
    }
    Ok(told)
}

/// Notes that the one who asks has seen these. What is not for that colleague stays as it is.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn see(desk: &Desk, actor: &Actor, notices: &[Uuid]) -> Result<(), ColleagueError> {
    let permit = access::permitted(desk, actor, Action::SeeRoleNotices).await?;
    let (user, mut tx) = (own(&permit), desk.begin(&permit).await?);
    for id in notices {
        role_notices::see(&mut tx, *id, (user, desk.now())).await?;
    }
    tx.touch(Topic::Staff, user.uuid());
    let entry = Entry::of("role_notice", user.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

fn own(permit: &Permit) -> UserId {
    UserId::from_uuid(permit.actor_id())
}
