//! Proving once more who one is, at a screen that is open already. Whoever finds a screen open must
//! not be able to change what its owner signs in with: a full sign-in of the last minutes is proof,
//! and after that the pass-phrase is asked again. A wrong one counts like any other.

use domain::Secret;
use domain::signin::UserName;

use super::limits::{self, Keys};
use super::{SignInError, proof};
use crate::Desk;
use crate::access::{Actor, Forbidden, Permit};
use crate::audit::{Decision, Entry};
use crate::sessions::Browser;
use crate::store::credentials::Kind;
use crate::store::staff;

/// Lets a colleague go on who signed in fully a moment ago, or types the pass-phrase now.
///
/// # Errors
/// [`SignInError::Unproved`] when nothing was typed and the sign-in is too long ago,
/// [`SignInError::Refused`] for another pass-phrase, [`SignInError::TooMany`] after too many.
pub(super) async fn prove(
    desk: &Desk,
    browser: &Browser,
    permit: &Permit,
    typed: Secret<String>,
) -> Result<(), SignInError> {
    if browser.session.life.proved_lately(desk.now()) {
        return Ok(());
    }
    if typed.expose().is_empty() {
        return Err(SignInError::Unproved);
    }
    let keys = keys(desk, browser, permit).await?;
    limits::count(desk, browser, &keys).await?;
    if is_right(desk, permit, typed).await? {
        return limits::take_back(desk, browser, &keys).await;
    }
    let tx = desk.begin(permit).await?;
    let entry = Entry::of("account", *permit.actor_id().as_bytes());
    desk.commit(tx, permit, entry.decided(Decision::Refused))
        .await?;
    Err(SignInError::Refused)
}

/// What a wrong answer is counted for: the same account and place as at the sign-in.
pub(super) async fn keys(
    desk: &Desk,
    browser: &Browser,
    permit: &Permit,
) -> Result<Keys, SignInError> {
    let typed = user_name(desk, permit).await?;
    let name = UserName::parse(&typed).ok();
    limits::keys(desk, browser, name.as_ref(), &typed)
}

/// The user name of whoever acts.
pub(super) async fn user_name(desk: &Desk, permit: &Permit) -> Result<String, SignInError> {
    let Actor::Staff(staff) = permit.actor() else {
        return Err(SignInError::Forbidden(Forbidden));
    };
    let mut look = desk.look(permit).await?;
    let account = staff::find(&mut look, staff.user).await?.ok_or(Forbidden)?;
    let known = crate::staff::open(desk, permit, &mut look, &account).await?;
    Ok(known.reveal().user.clone())
}

/// Whether this is the pass-phrase of whoever acts.
async fn is_right(
    desk: &Desk,
    permit: &Permit,
    typed: Secret<String>,
) -> Result<bool, SignInError> {
    let user = domain::UserId::from_uuid(permit.actor_id());
    let mut look = desk.look(permit).await?;
    let stored = proof::open(desk, permit, &mut look, (user, Kind::Passphrase)).await?;
    drop(look);
    proof::verify(typed, stored.map(|stored| stored.text())).await
}
