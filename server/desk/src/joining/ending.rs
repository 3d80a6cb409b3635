//! The last step of joining: the code is used up, and everything that was chosen counts.

use domain::UserId;
use domain::role::Action;
use domain::signin::PaperCode;

use super::JoinError;
use super::so_far::{self, SoFar};
use crate::access::Permit;
use crate::audit::Entry;
use crate::bus::Topic;
use crate::sessions::{self, Browser};
use crate::store::credentials::{self, Kind};
use crate::store::invites::{self, Invite, Purpose};
use crate::store::role_notices::Given;
use crate::store::{self, Tx};
use crate::{Desk, role_notices, signin};

/// What was chosen.
pub(super) struct Done<'a> {
    pub phrase: &'a str,
    pub second: Factor<'a>,
}

/// The second factor from now on.
pub(super) enum Factor<'a> {
    /// The one there was, which was proved and is used up.
    Kept(signin::Second),
    /// A new one, with new codes on paper.
    New(&'a SoFar),
}

/// Uses the code up and stores everything that was chosen. What there was before opens nothing any
/// more: no pass-phrase, no PIN, no passkey, no session.
pub(super) async fn settle(
    desk: &Desk,
    browser: &Browser,
    invite: &Invite,
    done: Done<'_>,
) -> Result<(), JoinError> {
    let permit = sessions::permit(invite.centre, browser.request, Action::Join)?;
    let (user, now) = (invite.user, desk.now());
    let mut tx = desk.begin(&permit).await?;
    if !invites::use_up(&mut tx, invite.id, now).await? {
        return Err(JoinError::Refused);
    }
    match done.second {
        Factor::Kept(second) => {
            if !signin::use_up(desk, &mut tx, second).await? {
                return Err(JoinError::Refused);
            }
            credentials::end(&mut tx, user, Kind::Pin, now).await?;
            credentials::end(&mut tx, user, Kind::Passkey, now).await?;
        }
        Factor::New(so_far) => {
            credentials::end_all(&mut tx, user, now).await?;
            put_factor(desk, &mut tx, &permit, (user, so_far)).await?;
        }
    }
    let phrase = (user, Kind::Passphrase, done.phrase.as_bytes());
    signin::put(desk, &mut tx, &permit, phrase).await?;
    store::sessions::end_of_user(&mut tx, user).await?;
    if invite.purpose == Purpose::Join {
        announce(desk, &mut tx, invite).await?;
    }
    tx.touch(Topic::Staff, user.uuid());
    let entry = Entry::of("account", user.bytes()).because(invite.purpose.code());
    desk.commit(tx, &permit, entry).await?;
    so_far::forget(desk, browser).await
}

/// Those who manage the house are told of what the newcomer works as.
async fn announce(desk: &Desk, tx: &mut Tx, invite: &Invite) -> Result<(), JoinError> {
    for post in store::staff::posts(tx, invite.user).await? {
        let given = Given {
            of: invite.user,
            role: post.role,
            by: Some(UserId::from_uuid(invite.made_by)),
            at: desk.now(),
        };
        role_notices::announce(desk, tx, given).await?;
    }
    Ok(())
}

/// Stores the secret of the one-time codes, with the one that was typed used up, and the codes on
/// paper.
async fn put_factor(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    (user, so_far): (UserId, &SoFar),
) -> Result<(), JoinError> {
    let secret = (user, Kind::Totp, so_far.secret.as_slice());
    let id = signin::put(desk, tx, permit, secret).await?;
    credentials::use_step(tx, id, so_far.step, so_far.step).await?;
    let papers = so_far.papers.iter().flatten();
    let papers: Vec<PaperCode> = papers.map(|bits| PaperCode::new(*bits)).collect();
    Ok(signin::put_papers(desk, tx, permit, (user, &papers)).await?)
}
