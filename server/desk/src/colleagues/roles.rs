//! Changing what a colleague may work as. Whoever works at that moment as something that was taken
//! away is out with the next request.

use domain::role::{Action, Role};
use domain::{Pii, UserId};

use super::{ColleagueError, Shown, Work, account, fits, fresh_uuid};
use crate::access::{self, Actor, Permit};
use crate::audit::Decision;
use crate::bus::Topic;
use crate::ledger::{self, Deed};
use crate::seal::Subject;
use crate::store::role_notices::Given;
use crate::store::staff::Post;
use crate::store::{self, Scope, Tx, again, colleagues, sessions};
use crate::{Desk, role_notices};

/// Lets a colleague work as this, and as nothing else, from now on.
///
/// # Errors
/// [`ColleagueError::Stale`] when somebody changed the account since it was shown,
/// [`ColleagueError::LastOne`] when nobody would be left who manages the house,
/// [`ColleagueError::OwnRole`] for a role that somebody gives to oneself while another one could,
/// [`ColleagueError::NoRole`] and [`ColleagueError::NotFound`] for work that is none.
pub async fn change_roles(
    desk: &Desk,
    actor: &Actor,
    shown: Shown,
    work: &[Work],
) -> Result<(), ColleagueError> {
    let permit = access::deed(desk, actor, Action::ChangeRoles).await?;
    fits(&mut desk.look(&permit).await?, work).await?;
    let changed = again(|| change(desk, &permit, shown, work)).await;
    noted(desk, &permit, shown.user, changed).await
}

async fn change(
    desk: &Desk,
    permit: &Permit,
    shown: Shown,
    work: &[Work],
) -> Result<(), ColleagueError> {
    let mut tx = desk.begin(permit).await?;
    let others = colleagues::others(&mut tx, shown.user, Role::Administrator).await?;
    if !colleagues::revise(&mut tx, shown).await? {
        return Err(ColleagueError::Stale);
    }
    let held = store::staff::posts(&mut tx, shown.user).await?;
    let leads = |work: &Work| work.0 == Role::Administrator;
    let led = held.iter().any(|post| leads(&post_of(post)));
    if led && others == 0 && !work.iter().any(leads) {
        return Err(ColleagueError::LastOne);
    }
    let own = shown.user.uuid() == permit.actor_id();
    if own && others > 0 && !fresh(&held, work).is_empty() {
        return Err(ColleagueError::OwnRole);
    }
    let told = exchange(desk, &mut tx, (shown.user, &held, own), work).await?;
    end_worn(desk, &mut tx, shown.user, work).await?;
    tx.touch(Topic::Staff, shown.user.uuid());
    announce(desk, permit, &mut tx, (shown.user, &fresh(&held, work))).await?;
    let entry = account(shown.user).detail(Pii::new(told));
    Ok(desk.commit(tx, permit, entry).await?)
}

/// What is asked for and not held yet.
fn fresh(held: &[Post], work: &[Work]) -> Vec<Work> {
    let new = |work: &&Work| !held.iter().any(|post| post_of(post) == **work);
    work.iter().filter(new).copied().collect()
}

/// Ends what is held no more and begins what is new; gives both by their codes, for the trail. What
/// somebody gives to oneself is marked.
async fn exchange(
    desk: &Desk,
    tx: &mut Tx,
    (user, held, own): (UserId, &[Post], bool),
    work: &[Work],
) -> Result<String, ColleagueError> {
    let mut told = Vec::new();
    for post in held.iter().filter(|post| !work.contains(&post_of(post))) {
        colleagues::end_post(tx, user, post.id, desk.now()).await?;
        let deed = Deed::Relieved(Subject::house(tx.centre()), post.id);
        ledger::write(tx, desk.ids().fresh(), deed, desk.now()).await?;
        told.push(format!("-{}", post.role.code()));
    }
    for work in fresh(held, work) {
        let id = fresh_uuid(desk);
        store::staff::add_post(tx, id, user, work, desk.now()).await?;
        if own {
            colleagues::own_hand(tx, user, id).await?;
        }
        told.push(format!("+{}", work.0.code()));
    }
    Ok(told.join(" "))
}

/// Those who manage the house are told of it; of somebody who has not joined yet, once that is so.
async fn announce(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    (user, fresh): (UserId, &[Work]),
) -> Result<(), ColleagueError> {
    let colleague = colleagues::one(tx, user).await?;
    if !colleague.is_some_and(|colleague| colleague.joined) {
        return Ok(());
    }
    for (role, _) in fresh {
        let given = Given {
            of: user,
            role: *role,
            by: Some(UserId::from_uuid(permit.actor_id())),
            at: desk.now(),
        };
        role_notices::announce(desk, tx, given).await?;
    }
    Ok(())
}

/// Ends the sessions in which something is worn that is held no more.
async fn end_worn(
    desk: &Desk,
    tx: &mut Tx,
    user: UserId,
    work: &[Work],
) -> Result<(), ColleagueError> {
    for session in sessions::of_user(tx, user).await? {
        let now = session.owner.map(|owner| (owner.role, owner.service));
        if now.is_some_and(|now| !work.contains(&now)) {
            sessions::end(tx, session.id, desk.now()).await?;
        }
    }
    Ok(())
}

fn post_of(post: &Post) -> Work {
    (post.role, post.service.as_ref().map(|service| service.0))
}

/// Writes a refusal into the trail, once the transaction that was refused is gone.
pub(super) async fn noted<T>(
    desk: &Desk,
    permit: &Permit,
    user: UserId,
    outcome: Result<T, ColleagueError>,
) -> Result<T, ColleagueError> {
    let decision = match &outcome {
        Err(ColleagueError::Stale | ColleagueError::LastOne | ColleagueError::OwnRole) => {
            Decision::Refused
        }
        Err(ColleagueError::NotFound) => Decision::NotFound,
        _ => return outcome,
    };
    let entry = account(user).decided(decision);
    desk.trail().witness(desk, permit, entry).await?;
    outcome
}
