//! Unlocking with a PIN, on a computer of the desk that the house has enrolled: the same colleague
//! goes on, or another one takes over. A PIN is worth something only where its owner signed in
//! fully during the same shift.

use domain::role::Action;
use domain::session::in_shift;
use domain::signin::{Pin, UserName};
use domain::{Instant, Secret, UserId};

use super::enter::{self, Entrance, Proof};
use super::{SignInError, by_name, limits, proof, refuse};
use crate::Desk;
use crate::sessions::{self as use_case, Browser, Token};
use crate::store::credentials::Kind;
use crate::store::staff::Account;
use crate::store::workstations::{self, Workstation};
use crate::store::{Scope, sessions, staff};

/// What is typed to unlock.
pub struct PinTry {
    /// The user name of whoever goes on, as typed; empty for whoever locked the screen.
    pub name: String,
    /// The PIN, as typed.
    pub pin: String,
}

/// Opens a locked screen. After three wrong PINs only a full sign-in of the same colleague helps.
///
/// # Errors
/// [`SignInError::NotFound`] on a computer that is not enrolled; [`SignInError::Refused`] and
/// [`SignInError::TooMany`] say nothing about the account.
pub async fn unlock(desk: &Desk, browser: &Browser, typed: PinTry) -> Result<Token, SignInError> {
    let workstation = enrolled(desk, browser).await?;
    // An empty field or anything else that can be no PIN is not a try.
    if Pin::parse(&typed.pin).is_err() {
        return Err(SignInError::Refused);
    }
    let name = name(desk, browser, &typed).await?;
    let counted = name.as_ref().map_or(typed.name.as_str(), UserName::as_str);
    let count = limits::pin(desk, browser, counted)?.ok_or(SignInError::NotFound)?;
    limits::count_all(desk, browser, vec![count]).await?;
    let account = match &name {
        Some(name) => by_name(desk, browser, name, Action::Unlock).await?,
        None => None,
    };
    let account = account.filter(|account| account.centre == workstation.centre);
    let proved = prove(desk, browser, (workstation, account.as_ref()), &typed.pin).await?;
    let (Some(account), Some(proved_at)) = (&account, proved) else {
        return refuse(desk, browser, account.as_ref(), Action::Unlock).await;
    };
    let entrance = Entrance {
        browser,
        account,
        proof: Proof::Pin(proved_at),
        action: Action::Unlock,
        forgive: vec![count],
    };
    enter::enter(desk, &entrance).await
}

/// The computer, if its enrolment has not ended.
pub(super) async fn enrolled<'a>(
    desk: &Desk,
    browser: &'a Browser,
) -> Result<&'a Workstation, SignInError> {
    let here = browser.workstation.as_ref().ok_or(SignInError::NotFound)?;
    let permit = use_case::permit(here.centre, browser.request, Action::Unlock)?;
    let live = workstations::live(&mut desk.look(&permit).await?).await?;
    let known = live.iter().any(|one| one.id == here.id);
    known.then_some(here).ok_or(SignInError::NotFound)
}

/// The typed name, or the name of whoever locked the screen.
async fn name(
    desk: &Desk,
    browser: &Browser,
    typed: &PinTry,
) -> Result<Option<UserName>, SignInError> {
    let owner = browser.session.owner;
    let Some(owner) = owner.filter(|_| typed.name.trim().is_empty()) else {
        return Ok(UserName::parse(&typed.name).ok());
    };
    let permit = use_case::permit(browser.session.centre, browser.request, Action::Unlock)?;
    let mut look = desk.look(&permit).await?;
    let Some(account) = staff::find(&mut look, owner.user).await? else {
        return Ok(None);
    };
    let known = crate::staff::open(desk, &permit, &mut look, &account).await?;
    Ok(UserName::parse(known.reveal().user.as_str()).ok())
}

/// The full sign-in that carries the PIN, if the PIN is right. The hash is made in any case.
pub(super) async fn prove(
    desk: &Desk,
    browser: &Browser,
    of: (&Workstation, Option<&Account>),
    typed: &str,
) -> Result<Option<Instant>, SignInError> {
    let permit = use_case::permit(of.0.centre, browser.request, Action::Unlock)?;
    let mut look = desk.look(&permit).await?;
    let mut carried = None;
    let mut stored = None;
    if let Some(account) = of.1 {
        carried = proved_here(&mut look, (of.0, account.user), desk.now()).await?;
        stored = proof::open(desk, &permit, &mut look, (account.user, Kind::Pin)).await?;
    }
    drop(look);
    let stored = stored.map(|stored| stored.text());
    let pin = Pin::parse(typed).ok();
    let typed = Secret::new(pin.as_ref().map_or("", Pin::expose).to_owned());
    let right = proof::verify(typed, stored).await?;
    Ok(carried.filter(|_| right && pin.is_some()))
}

/// The last full sign-in of a colleague on a computer in this shift.
async fn proved_here(
    look: &mut impl Scope,
    of: (&Workstation, UserId),
    now: Instant,
) -> Result<Option<Instant>, SignInError> {
    let sessions = sessions::of_user(look, of.1).await?;
    Ok(sessions
        .iter()
        .filter(|session| session.workstation == Some(of.0.id))
        .map(|session| session.life.proved_at)
        .filter(|proved_at| in_shift(*proved_at, now))
        .max())
}
