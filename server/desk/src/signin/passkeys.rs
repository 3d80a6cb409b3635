//! Passkeys: the comfortable way in. A device that recognises its owner signs a question that is asked
//! once and only for five minutes; that counts for both factors. Nobody types a name, so nobody learns
//! which names there are. The pass-phrase stays.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::UserId;
use domain::role::Action;
use domain::signin::UserName;
use uuid::Uuid;

use super::enter::{self, Entrance, Proof};
use super::limits::{self, Keys};
use super::{SignInError, again, proof, refuse, stepup};
use crate::Desk;
use crate::access::Permit;
use crate::sessions::{self as use_case, Browser, Token, nowhere};
use crate::store::credentials::{self, Kind};
use crate::store::staff::{self, Account};
use crate::store::{Look, StoreError, Tx};

mod answer;
mod key;
mod own;
mod question;
#[cfg(test)]
mod tests;

use answer::Passkey;
pub use answer::{Made, Site, Used};
pub use own::{Listed, MOST, Making, add, all, begin_making, remove};
pub use question::ASKED_FOR;
use question::{For, ask, asked};

/// Asks the question for a sign-in. It is the same for everybody.
///
/// # Errors
/// What the store said.
pub async fn begin_entering(desk: &Desk, browser: &Browser) -> Result<[u8; 32], SignInError> {
    ask(desk, &browser.actor(), browser.session.id, For::Entering).await
}

/// Signs in with a passkey. The browser gets a new token; what it had before is worth nothing
/// afterwards.
///
/// # Errors
/// [`SignInError::Refused`] for anything that does not fit, [`SignInError::TooMany`] where too many
/// tries failed, with whatever proof; neither says whether there is such an account.
pub async fn enter(
    desk: &Desk,
    browser: &Browser,
    at: &Site,
    answer: &Used,
) -> Result<Token, SignInError> {
    let account = account(desk, browser, answer).await?;
    let keys = keys(desk, browser, account.as_ref(), answer).await?;
    limits::count(desk, browser, &keys).await?;
    let challenge = asked(desk, &browser.actor(), browser.session.id, For::Entering).await?;
    let seen = if let (Some(account), Some(challenge)) = (&account, &challenge) {
        let permit = use_case::permit(account.centre, browser.request, Action::SignIn)?;
        find(desk, &permit, account.user, (challenge, at, answer)).await?
    } else {
        answer.by_nobody();
        None
    };
    let (Some(account), Some(seen)) = (&account, seen) else {
        return refuse(desk, browser, account.as_ref(), Action::SignIn).await;
    };
    let entrance = Entrance {
        browser,
        account,
        proof: Proof::Passkey(seen),
        action: Action::SignIn,
        forgive: keys.all(),
    };
    enter::enter(desk, &entrance).await
}

/// A question for proving once more who one is.
pub struct Proving {
    /// What the device signs.
    pub challenge: [u8; 32],
    /// The passkeys that fit: others of the same computer are not offered.
    pub known: Vec<Vec<u8>>,
}

/// Asks the question for proving once more who one is.
///
/// # Errors
/// What the store said.
pub async fn begin_proving(desk: &Desk, browser: &Browser) -> Result<Proving, SignInError> {
    let (permit, staff) = again::permitted(browser)?;
    let mut look = desk.look(&permit).await?;
    let own = own(desk, &permit, &mut look, staff.user).await?;
    drop(look);
    Ok(Proving {
        challenge: ask(desk, permit.actor(), staff.session, For::Proving).await?,
        known: own.into_iter().map(|(stored, _)| stored.id).collect(),
    })
}

/// Proves with a passkey once more who one is.
///
/// # Errors
/// [`SignInError::Refused`] for anything that does not fit, [`SignInError::TooMany`] after too many
/// wrong proofs, of whatever kind.
pub async fn step_up(
    desk: &Desk,
    browser: &Browser,
    at: &Site,
    answer: &Used,
) -> Result<(), SignInError> {
    let (permit, staff) = again::permitted(browser)?;
    let keys = stepup::keys(desk, browser, &permit).await?;
    limits::count(desk, browser, &keys).await?;
    let challenge = asked(desk, permit.actor(), staff.session, For::Proving).await?;
    let seen = match challenge {
        Some(challenge) => find(desk, &permit, staff.user, (&challenge, at, answer)).await?,
        None => None,
    };
    let Some(seen) = seen else {
        return again::refuse(desk, &permit).await;
    };
    if !again::note(desk, &permit, &staff, Some(again::Spent::Passkey(seen))).await? {
        return again::refuse(desk, &permit).await;
    }
    limits::take_back(desk, browser, &keys).await
}

/// A passkey that was used, to be kept as it is now in the place of what it was.
pub(super) struct Seen {
    row: Uuid,
    was: Vec<u8>,
    now: Vec<u8>,
}

impl Seen {
    /// Keeps its count; `false` when it was removed meanwhile, or used: two uses at the same moment
    /// are one that counts and one that does not.
    pub(super) async fn keep(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        credentials::renew(tx, self.row, (&self.was, &self.now)).await
    }
}

/// The account whose passkey was used, if the device named one.
async fn account(
    desk: &Desk,
    browser: &Browser,
    answer: &Used,
) -> Result<Option<Account>, SignInError> {
    let Ok(user) = Uuid::from_slice(&answer.user) else {
        return Ok(None);
    };
    let permit = use_case::permit(nowhere(), browser.request, Action::SignIn)?;
    let mut look = desk.look(&permit).await?;
    Ok(staff::by_id(&mut look, UserId::from_uuid(user)).await?)
}

/// What a try is counted for: the account as at every other sign-in, or for nobody what the device
/// called itself, and the place.
async fn keys(
    desk: &Desk,
    browser: &Browser,
    account: Option<&Account>,
    answer: &Used,
) -> Result<Keys, SignInError> {
    let Some(account) = account else {
        let called = URL_SAFE_NO_PAD.encode(&answer.user);
        return limits::keys(desk, browser, None, &called);
    };
    let permit = use_case::permit(account.centre, browser.request, Action::SignIn)?;
    let mut look = desk.look(&permit).await?;
    let known = crate::staff::open(desk, &permit, &mut look, account).await?;
    drop(look);
    let typed = &known.reveal().user;
    limits::keys(desk, browser, UserName::parse(typed).ok().as_ref(), typed)
}

/// The passkey that made this answer, as it is to be kept.
async fn find(
    desk: &Desk,
    permit: &Permit,
    user: UserId,
    (challenge, at, answer): (&[u8], &Site, &Used),
) -> Result<Option<Seen>, SignInError> {
    let mut look = desk.look(permit).await?;
    let own = own(desk, permit, &mut look, user).await?;
    drop(look);
    let theirs = answer.user.is_empty() || answer.user == user.bytes();
    let found = own
        .into_iter()
        .find(|(passkey, _)| theirs && passkey.id == answer.id);
    let Some((passkey, (row, was))) = found else {
        answer.by_nobody();
        return Ok(None);
    };
    let Some(kept) = answer.by(passkey, (challenge, at), desk.now().unix()) else {
        return Ok(None);
    };
    let (place, plain) = (proof::place(permit.centre(), row), written(&kept)?);
    let now = desk.vault().seal(permit, &place, &plain).await?;
    Ok(Some(Seen { row, was, now }))
}

/// A passkey with the row where it is kept, and how it is sealed there.
type Stored = (Passkey, (Uuid, Vec<u8>));

/// Every passkey of a colleague, opened.
async fn own(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    user: UserId,
) -> Result<Vec<Stored>, SignInError> {
    let mut own = Vec::new();
    for stored in credentials::all(look, user, Kind::Passkey).await? {
        let place = proof::place(permit.centre(), stored.id);
        let plain = desk.vault().open(permit, look, &place, &stored.sealed);
        let read = serde_json::from_slice(plain.await?.reveal());
        let passkey = read.map_err(|_| StoreError::Inconsistent)?;
        own.push((passkey, (stored.id, stored.sealed)));
    }
    Ok(own)
}

fn written(passkey: &Passkey) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(passkey).map_err(|_| StoreError::Inconsistent)
}
