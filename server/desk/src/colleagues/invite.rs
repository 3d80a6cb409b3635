//! Inviting a colleague: an account without proofs, and a code on paper with which its owner
//! chooses them. Nobody else ever knows them.

use domain::role::Action;
use domain::signin::{PaperCode, UserName};
use domain::text::Name;
use domain::{InviteId, Language, UserId};
use sha2::{Digest, Sha256};

use super::{ColleagueError, JOINS_WITHIN, Work, account, fits, fresh_uuid};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::bus::Topic;
use crate::signin::link;
use crate::staff::{self, Known};
use crate::store::invites::{self, Invite, Purpose};
use crate::store::{self, StoreError};

/// Somebody who is to work here.
pub struct NewColleague {
    /// What the colleague is called.
    pub name: Name,
    /// The name to sign in with.
    pub user: UserName,
    /// The language of the screens.
    pub language: Language,
    /// What the colleague works as; the first is worn first.
    pub work: Vec<Work>,
}

/// Somebody who was invited.
pub struct Invited {
    /// Who.
    pub user: UserId,
    /// The code to hand over. It is shown once and stored nowhere.
    pub code: PaperCode,
}

/// Gives somebody an account, and the code with which its owner joins within seven days.
///
/// # Errors
/// [`ColleagueError::NameTaken`] for a user name that is or was in use, [`ColleagueError::NoRole`]
/// and [`ColleagueError::NotFound`] for work that is none.
pub async fn invite(
    desk: &Desk,
    actor: &Actor,
    new: NewColleague,
) -> Result<Invited, ColleagueError> {
    let permit = access::deed(desk, actor, Action::AddUser).await?;
    fits(&mut desk.look(&permit).await?, &new.work).await?;
    let user = UserId::new(desk.ids());
    let known = Known {
        name: new.name,
        user: new.user.as_str().to_owned(),
    };
    let sealed = staff::account(desk, &permit, (user, new.language), &known).await?;
    let key = link::user(desk, &new.user)?;
    let code = fresh_code(desk);
    let mut tx = desk.begin(&permit).await?;
    match store::staff::add(&mut tx, &sealed, &key, desk.now()).await {
        Err(StoreError::Taken) => return Err(ColleagueError::NameTaken),
        outcome => outcome?,
    }
    for work in new.work {
        store::staff::add_post(&mut tx, fresh_uuid(desk), user, work, desk.now()).await?;
    }
    let made = made(desk, &permit, user, (Purpose::Join, JOINS_WITHIN));
    invites::put(&mut tx, &made, Some(&hash(&code))).await?;
    tx.touch(Topic::Staff, user.uuid());
    desk.commit(tx, &permit, account(user)).await?;
    Ok(Invited { user, code })
}

/// A code for a colleague, started now by the permit's actor.
pub(super) fn made(
    desk: &Desk,
    permit: &Permit,
    user: UserId,
    (purpose, within): (Purpose, i64),
) -> Invite {
    Invite {
        id: InviteId::new(desk.ids()),
        centre: permit.centre(),
        user,
        purpose,
        made_by: permit.actor_id(),
        made_at: desk.now(),
        released_by: None,
        expires_at: desk.now().plus_seconds(within),
        used_at: None,
    }
}

/// A code nobody can guess.
pub(crate) fn fresh_code(desk: &Desk) -> PaperCode {
    let mut bits = [0; 16];
    desk.entropy().fill(&mut bits);
    PaperCode::new(bits)
}

/// What the store keeps of a code: it is random, so that no salt is needed and no slow hash.
pub(crate) fn hash(code: &PaperCode) -> Vec<u8> {
    let mut hash = Sha256::new_with_prefix(b"onthaal1/paper");
    hash.update(code.bits());
    hash.finalize().to_vec()
}
