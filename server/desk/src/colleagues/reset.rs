//! A colleague who has lost a proof chooses a new one with a code on paper. Whoever starts that
//! never chooses and never knows it. A lost second factor takes two people: one starts, another one
//! hands the code over. The colleague is told of each at the next sign-in.

use domain::role::Action;
use domain::signin::PaperCode;
use domain::text::Name;
use domain::vouch::{self, Dependent};
use domain::{Instant, InviteId, Pii, UserId};

use super::invite::{fresh_code, hash, made};
use super::roles::noted;
use super::{ColleagueError, JOINS_WITHIN, RESETS_WITHIN, Shown, account};
use crate::Desk;
use crate::access::{self, Actor, Permit, StaffActor};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::staff;
use crate::store::invites::{self, Invite, Purpose, Release};
use crate::store::{self, Look, Tx, colleagues};

/// A reset that waits for a second person.
pub struct Waiting {
    /// Which one.
    pub id: InviteId,
    /// What the colleague is called.
    pub name: Pii<Name>,
    /// What the first person is called; nothing when that account is closed.
    pub by: Option<Pii<Name>>,
    /// Since when it waits.
    pub since: Instant,
    /// Whether the one who asks may be the second person.
    pub mine: bool,
}

/// Lets a colleague choose new proofs: gives the code to hand over, or nothing when a second person
/// has to release it. Whoever has not joined yet gets a new code for joining.
///
/// # Errors
/// [`ColleagueError::Stale`] when somebody changed the account since it was shown.
pub async fn reset(
    desk: &Desk,
    actor: &Actor,
    shown: Shown,
    factor: bool,
) -> Result<Option<PaperCode>, ColleagueError> {
    let permit = access::deed(desk, actor, Action::ResetColleague).await?;
    let started = start(desk, &permit, shown, factor).await;
    noted(desk, &permit, shown.user, started).await
}

async fn start(
    desk: &Desk,
    permit: &Permit,
    shown: Shown,
    factor: bool,
) -> Result<Option<PaperCode>, ColleagueError> {
    let found = colleagues::one(&mut desk.look(permit).await?, shown.user).await?;
    let colleague = found.ok_or(ColleagueError::NotFound)?;
    let purpose = match (colleague.joined, factor) {
        (false, _) => (Purpose::Join, JOINS_WITHIN),
        (true, false) => (Purpose::Phrase, RESETS_WITHIN),
        (true, true) => (Purpose::Factor, JOINS_WITHIN),
    };
    let code = (purpose.0 != Purpose::Factor).then(|| fresh_code(desk));
    let mut tx = desk.begin(permit).await?;
    if !colleagues::revise(&mut tx, shown).await? {
        return Err(ColleagueError::Stale);
    }
    let made = made(desk, permit, shown.user, purpose);
    invites::put(&mut tx, &made, code.as_ref().map(hash).as_deref()).await?;
    tx.touch(Topic::Staff, shown.user.uuid());
    let entry = account(shown.user).because(purpose.0.code());
    desk.commit(tx, permit, entry).await?;
    Ok(code)
}

/// Withdraws what a colleague was to choose new proofs with: the code on paper opens nothing any more,
/// and nobody releases what waited. The proofs there are go on working.
///
/// # Errors
/// [`ColleagueError::Stale`] when somebody changed the account since it was shown.
pub async fn withdraw(desk: &Desk, actor: &Actor, shown: Shown) -> Result<(), ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ResetColleague).await?;
    let withdrawn = end(desk, &permit, shown).await;
    noted(desk, &permit, shown.user, withdrawn).await
}

async fn end(desk: &Desk, permit: &Permit, shown: Shown) -> Result<(), ColleagueError> {
    let mut tx = desk.begin(permit).await?;
    if !colleagues::revise(&mut tx, shown).await? {
        return Err(ColleagueError::Stale);
    }
    invites::end(&mut tx, shown.user, desk.now()).await?;
    tx.touch(Topic::Staff, shown.user.uuid());
    let entry = account(shown.user).because("withdrawn");
    Ok(desk.commit(tx, permit, entry).await?)
}

/// The resets that wait for a second person. The trail is written first.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that releases none.
pub async fn waiting(desk: &Desk, actor: &Actor) -> Result<Vec<Waiting>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ReleaseReset).await?;
    let entry = Entry::of("reset", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut look = desk.look(&permit).await?;
    let live = invites::live(&mut look, desk.now()).await?;
    let mut all = Vec::new();
    for reset in live.into_iter().filter(waits) {
        all.extend(named(desk, &permit, &mut look, reset).await?);
    }
    Ok(all)
}

fn waits(invite: &Invite) -> bool {
    invite.purpose == Purpose::Factor && invite.released_by.is_none()
}

async fn named(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    reset: Invite,
) -> Result<Option<Waiting>, ColleagueError> {
    let Some(name) = called(desk, permit, look, reset.user).await? else {
        return Ok(None);
    };
    let me = permit.actor_id();
    Ok(Some(Waiting {
        id: reset.id,
        name,
        by: called(desk, permit, look, UserId::from_uuid(reset.made_by)).await?,
        since: reset.made_at,
        mine: reset.made_by != me && reset.user.uuid() != me,
    }))
}

pub(super) async fn called(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    user: UserId,
) -> Result<Option<Pii<Name>>, ColleagueError> {
    let Some(account) = store::staff::find(look, user).await? else {
        return Ok(None);
    };
    let known = staff::open(desk, permit, look, &account).await?;
    Ok(Some(known.map(|known| known.name)))
}

/// Releases a reset as the second person, and gives the code to hand over.
///
/// # Errors
/// [`ColleagueError::NotFound`] for one that does not wait, or not for this person,
/// [`ColleagueError::Dependent`] for somebody who may be who asked or whose proofs it is about.
pub async fn release(
    desk: &Desk,
    actor: &Actor,
    id: InviteId,
) -> Result<PaperCode, ColleagueError> {
    let permit = access::deed(desk, actor, Action::ReleaseReset).await?;
    let code = fresh_code(desk);
    let release = Release {
        id,
        code_hash: &hash(&code),
        by: UserId::from_uuid(permit.actor_id()),
        until: desk.now().plus_seconds(RESETS_WITHIN),
    };
    let mut tx = desk.begin(&permit).await?;
    let entry = Entry::of("reset", id.bytes());
    if let Err(dependent) = independent(desk, &mut tx, &release).await? {
        let entry = entry.decided(Decision::Refused);
        desk.commit(tx, &permit, entry).await?;
        return Err(dependent.into());
    }
    let released = invites::release(&mut tx, &release, desk.now()).await?;
    if released {
        tx.touch(Topic::Staff, id.uuid());
        desk.commit(tx, &permit, entry).await?;
        return Ok(code);
    }
    desk.commit(tx, &permit, entry.decided(Decision::NotFound))
        .await?;
    Err(ColleagueError::NotFound)
}

/// Whether the second person is neither the one who started a reset nor the one it is about. One that
/// does not wait, or not for somebody else, is left to the release itself.
async fn independent(
    desk: &Desk,
    tx: &mut Tx,
    release: &Release<'_>,
) -> Result<Result<(), Dependent>, ColleagueError> {
    let live = invites::live(tx, desk.now()).await?;
    let this = |one: &Invite| {
        let own = [one.made_by, one.user.uuid()].contains(&release.by.uuid());
        one.id == release.id && waits(one) && !own
    };
    let Some(reset) = live.into_iter().find(this) else {
        return Ok(Ok(()));
    };
    let people = vouch::Release {
        by: release.by,
        asker: UserId::from_uuid(reset.made_by),
        about: Some(reset.user),
    };
    let vouches = store::vouches::all(tx).await?;
    Ok(people.independent(&vouches, desk.now()))
}

/// The resets of the colleague who is signed in, of which the colleague was not told yet: when each
/// was started and, if it was, used.
///
/// # Errors
/// What the store said.
pub async fn news(desk: &Desk, staff: &StaffActor) -> Result<Vec<Invite>, ColleagueError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    Ok(invites::unseen(&mut desk.look(&permit).await?, staff.user).await?)
}

/// Notes that the colleague was told.
///
/// # Errors
/// What the store said.
pub async fn told(desk: &Desk, staff: &StaffActor) -> Result<(), ColleagueError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    let mut tx = desk.begin(&permit).await?;
    invites::see(&mut tx, staff.user, desk.now()).await?;
    Ok(desk.commit(tx, &permit, account(staff.user)).await?)
}
