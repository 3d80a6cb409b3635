//! Signing in and unlocking. An answer never says which part was wrong, nor whether an account
//! exists: an unknown name costs the same work, counts the same failures and leaves the same row
//! in the trail.

use domain::role::Action;
use domain::signin::{Pin, UserName};
use domain::{Secret, UserId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{Decision, Entry};
use crate::seal::SealError;
use crate::sessions::{self, Browser, SessionError, Token, nowhere};
use crate::store::credentials::Kind;
use crate::store::staff::{self, Account};
use crate::store::{Scope, StoreError, Tx, credentials};

mod again;
mod app;
mod common;
mod demo;
mod enter;
mod limits;
mod own;
pub mod passkeys;
mod proof;
mod second;
mod stepup;
mod unlock;

pub use again::{Again, has_pin, step_up, step_up_demo};
pub use app::AppSecret;
pub use demo::{DemoCard, demo_cards, sign_in_demo};
pub use own::{change_passphrase, papers_left, renew_papers};
pub use unlock::{PinTry, unlock};

pub(crate) use common::is_common;
pub(crate) use limits::{count_named, count_place, link, take_back};
pub(crate) use proof::{Totp, hash};
pub(crate) use second::{Second, find as second_of, fresh_papers, put_papers, use_up};

/// What is typed to sign in.
pub struct Attempt {
    /// The user name, as typed.
    pub name: String,
    /// The pass-phrase, as typed.
    pub passphrase: Secret<String>,
    /// The one-time code, or a code on paper in its place, as typed.
    pub code: String,
}

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Something does not fit; what, is not said.
    #[error("refused")]
    Refused,
    /// Too many wrong answers: nothing is heard for a while.
    #[error("too many tries")]
    TooMany,
    /// The full sign-in is too long ago for this: the pass-phrase is asked once more.
    #[error("not proved lately")]
    Unproved,
    /// A pass-phrase that is guessed first.
    #[error("too common")]
    TooCommon,
    /// There is no such way in here.
    #[error("not found")]
    NotFound,
    /// The computer could not hash.
    #[error("hashing failed")]
    Hashing,
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The session could not be kept.
    #[error("session")]
    Session(#[from] SessionError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// Signs in with name, pass-phrase and one-time code. The browser gets a new token; what it had
/// before is worth nothing afterwards.
///
/// # Errors
/// [`SignInError::Refused`] or [`SignInError::TooMany`], which say nothing about the account.
pub async fn sign_in(
    desk: &Desk,
    browser: &Browser,
    attempt: Attempt,
) -> Result<Token, SignInError> {
    let name = UserName::parse(&attempt.name).ok();
    let keys = limits::keys(desk, browser, name.as_ref(), &attempt.name)?;
    limits::count(desk, browser, &keys).await?;
    let account = match &name {
        Some(name) => by_name(desk, browser, name, Action::SignIn).await?,
        None => None,
    };
    let second = prove(desk, browser, account.as_ref(), attempt).await?;
    let (Some(account), Some(second)) = (&account, second) else {
        return refuse(desk, browser, account.as_ref(), Action::SignIn).await;
    };
    let entrance = enter::Entrance {
        browser,
        account,
        proof: enter::Proof::Full(second),
        action: Action::SignIn,
        forgive: keys.all(),
    };
    enter::enter(desk, &entrance).await
}

/// The open account with this user name, wherever it is.
async fn by_name(
    desk: &Desk,
    browser: &Browser,
    name: &UserName,
    action: Action,
) -> Result<Option<Account>, SignInError> {
    let permit = sessions::permit(nowhere(), browser.request, action)?;
    let key = link::user(desk, name)?;
    Ok(staff::by_key(&mut desk.look(&permit).await?, &key).await?)
}

/// Checks pass-phrase and code. An account that does not exist costs the same hash.
async fn prove(
    desk: &Desk,
    browser: &Browser,
    account: Option<&Account>,
    attempt: Attempt,
) -> Result<Option<Second>, SignInError> {
    let (phrase, second) = match account {
        Some(account) => {
            let permit = sessions::permit(account.centre, browser.request, Action::SignIn)?;
            known(desk, &permit, (account.user, &attempt.code)).await?
        }
        None => (None, None),
    };
    let right = proof::verify(attempt.passphrase, phrase).await?;
    Ok(second.filter(|_| right))
}

/// The stored pass-phrase of an account, and its second factor if the typed one is right.
async fn known(
    desk: &Desk,
    permit: &Permit,
    (user, code): (UserId, &str),
) -> Result<(Option<Secret<String>>, Option<Second>), SignInError> {
    let mut look = desk.look(permit).await?;
    let phrase = proof::open(desk, permit, &mut look, (user, Kind::Passphrase)).await?;
    let second = second::find(desk, permit, &mut look, (user, code)).await?;
    Ok((phrase.map(|phrase| phrase.text()), second))
}

/// Writes down that somebody was not let in, and says no more than that.
async fn refuse(
    desk: &Desk,
    browser: &Browser,
    account: Option<&Account>,
    action: Action,
) -> Result<Token, SignInError> {
    let centre = account.map_or(nowhere(), |account| account.centre);
    let user = account.map_or([0; 16], |account| account.user.bytes());
    let permit = sessions::permit(centre, browser.request, action)?;
    let tx = desk.begin(&permit).await?;
    let entry = Entry::of("account", user).decided(Decision::Refused);
    desk.commit(tx, &permit, entry).await?;
    Err(SignInError::Refused)
}

/// Stores a proof for a colleague, sealed, in place of an earlier one of its kind. Gives its row.
pub(crate) async fn put(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    of: (UserId, Kind, &[u8]),
) -> Result<Uuid, SealError> {
    credentials::end(tx, of.0, of.1, desk.now()).await?;
    put_one(desk, tx, permit, of).await
}

/// Stores one more proof of a kind of which somebody has several. Gives its row.
async fn put_one(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    (user, kind, secret): (UserId, Kind, &[u8]),
) -> Result<Uuid, SealError> {
    let id = Uuid::from_bytes(desk.ids().fresh());
    let place = proof::place(tx.centre(), id);
    let new = credentials::NewCredential {
        id,
        user,
        kind,
        sealed: desk.vault().seal(permit, &place, secret).await?,
    };
    credentials::add(tx, &new, desk.now()).await?;
    Ok(id)
}

/// Chooses the PIN of the colleague who is signed in, at the computer where it will open the screen.
///
/// # Errors
/// [`SignInError::NotFound`] on a computer that is not enrolled, where no PIN is worth anything;
/// those of proving once more who it is: [`SignInError::Unproved`], [`SignInError::Refused`],
/// [`SignInError::TooMany`].
pub async fn set_pin(
    desk: &Desk,
    browser: &Browser,
    pin: Pin,
    passphrase: Secret<String>,
) -> Result<(), SignInError> {
    let staff = browser.staff().ok_or(Forbidden)?;
    let user = staff.user;
    let permit = access::permitted(desk, &Actor::Staff(staff), Action::SetPin).await?;
    let here = browser.workstation.as_ref().map(|here| here.centre);
    if here != Some(permit.centre()) {
        return Err(SignInError::NotFound);
    }
    stepup::prove(desk, browser, &permit, passphrase).await?;
    let hashed = hash(desk, Secret::new(pin.expose().to_owned())).await?;
    let mut tx = desk.begin(&permit).await?;
    let of = (user, Kind::Pin, hashed.expose().as_bytes());
    put(desk, &mut tx, &permit, of).await?;
    let entry = Entry::of("account", user.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}
