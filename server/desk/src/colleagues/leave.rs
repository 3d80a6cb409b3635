//! Ending the account of somebody who leaves. Everything that let the colleague in ends in the same
//! moment, and the user name is never given to anybody else: the trail goes on meaning one person.

use domain::UserId;
use domain::role::{Action, Role};

use super::roles::noted;
use super::{ColleagueError, Shown, account};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::bus::Topic;
use crate::ledger::{self, Deed};
use crate::seal::Subject;
use crate::store::{self, StoreError, Tx, colleagues, credentials, invites, sessions};

/// Ends an account: its sessions and the proof of a shift at every computer, its pass-phrase, codes
/// and PIN, its roles, and a code on paper that still works.
///
/// # Errors
/// [`ColleagueError::Stale`] when somebody changed the account since it was shown,
/// [`ColleagueError::LastOne`] for the last one who manages the house.
pub async fn leave(desk: &Desk, actor: &Actor, shown: Shown) -> Result<(), ColleagueError> {
    let permit = access::deed(desk, actor, Action::EndAccount).await?;
    let left = store::again(|| end(desk, &permit, shown)).await;
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
    ended(desk, &mut tx, user).await?;
    // A backup of before must not let her in again.
    let deed = Deed::Left(Subject::house(permit.centre()), user.uuid());
    ledger::write(&mut tx, desk.ids().fresh(), deed, now).await?;
    Ok(desk.commit(tx, permit, account(user)).await?)
}

/// Ends in a house that was put back the account of somebody who had left it, if it is there.
pub(crate) async fn again(desk: &Desk, tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    colleagues::close_again(tx, user, desk.now()).await?;
    ended(desk, tx, user).await
}

/// Everything that let the colleague in.
async fn ended(desk: &Desk, tx: &mut Tx, user: UserId) -> Result<(), StoreError> {
    let now = desk.now();
    for post in store::staff::posts(tx, user).await? {
        colleagues::end_post(tx, user, post.id, now).await?;
    }
    credentials::end_all(tx, user, now).await?;
    sessions::end_of_user(tx, user).await?;
    invites::end(tx, user, now).await?;
    tx.touch(Topic::Staff, user.uuid());
    Ok(())
}
