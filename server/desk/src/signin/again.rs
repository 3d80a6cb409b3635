//! Proving once more who one is, at a screen that is open already and before a deed that reaches
//! beyond it. A one-time code proves it, or a code on paper in its place; on a computer of the desk
//! the PIN does too, if its owner signed in there fully in the same shift. A wrong one counts like
//! any other.

use domain::role::Action;
use domain::signin::UserName;

use super::limits::{self, Count};
use super::passkeys::Seen;
use super::second::{self, Second};
use super::{SignInError, stepup, unlock};
use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit, StaffActor};
use crate::audit::{Decision, Entry};
use crate::sessions::Browser;
use crate::store::credentials::{self, Kind};
use crate::store::{StoreError, sessions, staff};

/// What proved it and is used up.
pub(super) enum Spent {
    /// A code, which counts once.
    Code(Second),
    /// A passkey, whose count is kept.
    Passkey(Seen),
}

/// What is typed to prove once more who one is: one of the two.
pub struct Again {
    /// A one-time code, or a code on paper.
    pub code: String,
    /// The PIN of this computer.
    pub pin: String,
}

/// Notes that the colleague proved once more who it is. For five minutes nobody asks again.
///
/// # Errors
/// [`SignInError::Refused`] for a wrong code or PIN, [`SignInError::TooMany`] after too many.
pub async fn step_up(desk: &Desk, browser: &Browser, typed: &Again) -> Result<(), SignInError> {
    let (permit, staff) = permitted(browser)?;
    if typed.code.trim().is_empty() && !typed.pin.trim().is_empty() {
        return by_pin(desk, browser, (&permit, &staff), &typed.pin).await;
    }
    let keys = stepup::keys(desk, browser, &permit).await?;
    limits::count(desk, browser, &keys).await?;
    let mut look = desk.look(&permit).await?;
    let found = second::find(desk, &permit, &mut look, (staff.user, &typed.code)).await?;
    drop(look);
    let Some(found) = found else {
        return refuse(desk, &permit).await;
    };
    if !note(desk, &permit, &staff, Some(Spent::Code(found))).await? {
        return refuse(desk, &permit).await;
    }
    limits::take_back(desk, browser, &keys).await
}

/// The same in a demo, where nobody has a code: only where the data say that they are one.
///
/// # Errors
/// [`SignInError::NotFound`] where the data are real.
pub async fn step_up_demo(desk: &Desk, browser: &Browser) -> Result<(), SignInError> {
    let (permit, actor) = permitted(browser)?;
    if !staff::is_demo(&mut desk.look(&permit).await?).await? {
        return Err(SignInError::NotFound);
    }
    note(desk, &permit, &actor, None).await?;
    Ok(())
}

/// Whether the colleague chose a PIN.
///
/// # Errors
/// What the store said.
pub async fn has_pin(desk: &Desk, staff: &StaffActor) -> Result<bool, SignInError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    let mut look = desk.look(&permit).await?;
    let pin = credentials::live(&mut look, staff.user, Kind::Pin).await?;
    Ok(pin.is_some())
}

pub(super) fn permitted(browser: &Browser) -> Result<(Permit, StaffActor), Forbidden> {
    let staff = browser.staff().ok_or(Forbidden)?;
    let permit = access::require(&Actor::Staff(staff.clone()), Action::StepUp)?;
    Ok((permit, staff))
}

/// The PIN of this computer: counted like one that opens the screen.
async fn by_pin(
    desk: &Desk,
    browser: &Browser,
    (permit, staff): (&Permit, &StaffActor),
    typed: &str,
) -> Result<(), SignInError> {
    let here = unlock::enrolled(desk, browser).await?;
    let count = pin_count(desk, browser, permit).await?;
    limits::count_all(desk, browser, vec![count]).await?;
    let account = staff::find(&mut desk.look(permit).await?, staff.user).await?;
    let account = account.filter(|account| account.centre == here.centre);
    let carried = unlock::prove(desk, browser, (here, account.as_ref()), typed).await?;
    if carried.is_none() {
        return refuse(desk, permit).await;
    }
    note(desk, permit, staff, None).await?;
    limits::forgive(desk, browser, vec![count]).await
}

async fn pin_count(desk: &Desk, browser: &Browser, permit: &Permit) -> Result<Count, SignInError> {
    let name = stepup::user_name(desk, permit).await?;
    let name = UserName::parse(&name).map_err(|_| StoreError::Inconsistent)?;
    let count = limits::pin(desk, browser, name.as_str())?;
    count.ok_or(SignInError::NotFound)
}

/// Uses the code up and notes the proof; `false` when somebody was faster with the same code.
pub(super) async fn note(
    desk: &Desk,
    permit: &Permit,
    staff: &StaffActor,
    spent: Option<Spent>,
) -> Result<bool, SignInError> {
    let mut tx = desk.begin(permit).await?;
    let counts = match spent {
        Some(Spent::Code(used)) => second::use_up(desk, &mut tx, used).await?,
        Some(Spent::Passkey(seen)) => seen.keep(&mut tx).await?,
        None => true,
    };
    if !counts {
        return Ok(false);
    }
    sessions::step_up(&mut tx, staff.session, desk.now()).await?;
    let entry = Entry::of("session", staff.session.bytes());
    desk.commit(tx, permit, entry).await?;
    Ok(true)
}

pub(super) async fn refuse(desk: &Desk, permit: &Permit) -> Result<(), SignInError> {
    let tx = desk.begin(permit).await?;
    let entry = Entry::of("account", *permit.actor_id().as_bytes());
    desk.commit(tx, permit, entry.decided(Decision::Refused))
        .await?;
    Err(SignInError::Refused)
}
