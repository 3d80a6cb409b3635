//! Ending the account of somebody who leaves. Everything that let the colleague in ends in the same
//! moment, and the user name is never given to anybody else: the trail goes on meaning one person.

use domain::role::{Action, Role};

use super::roles::noted;
use super::{ColleagueError, Shown, account};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::bus::Topic;
use crate::store::{self, again, colleagues, credentials, invites, sessions};

/// Ends an account: its sessions and the proof of a shift at every computer, its pass-phrase, codes
/// and PIN, its roles, and a code on paper that still works.
///
/// # Errors
/// [`ColleagueError::Stale`] when somebody changed the account since it was shown,
/// [`ColleagueError::LastOne`] for the last one who manages the house.
pub async fn leave(desk: &Desk, actor: &Actor, shown: Shown) -> Result<(), ColleagueError> {
    let permit = access::deed(desk, actor, Action::EndAccount).await?;
    let left = again(|| end(desk, &permit, shown)).await;
    noted(desk, &permit, shown.user, left).await
}

async fn end(desk: &Desk, permit: &Permit, shown: Shown) -> Result<(), ColleagueError> {
    let (user, now) = (shown.user, desk.now());
    let mut tx = desk.begin(permit).await?;
    let others = colleagues::others(&mut tx, user, Role::Administrator).await?;
    let held = store::staff::posts(&mut tx, user).await?;
    let leads = held.iter().any(|post| post.role == Role::Administrator);
    if leads && others == 0 {
        return Err(ColleagueError::LastOne);
    }
    if !colleagues::close(&mut tx, shown, now).await? {
        return Err(ColleagueError::Stale);
    }
    for post in held {
        colleagues::end_post(&mut tx, user, post.id, now).await?;
    }
    credentials::end_all(&mut tx, user, now).await?;
    sessions::end_of_user(&mut tx, user).await?;
    invites::end(&mut tx, user, now).await?;
    tx.touch(Topic::Staff, user.uuid());
    Ok(desk.commit(tx, permit, account(user)).await?)
}
