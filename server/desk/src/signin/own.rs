//! What a colleague changes of the own proofs: another pass-phrase, and new codes on paper. Both ask
//! for the proofs that there are, whoever is signed in.

use domain::role::Action;
use domain::signin::{PaperCode, Passphrase};
use domain::{Secret, UserId};

use super::{Attempt, SignInError, hash, known, limits, proof, put, second};
use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit, StaffActor};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::sessions::Browser;
use crate::store::credentials::{self, Kind};
use crate::store::{StoreError, sessions};

/// Changes the pass-phrase of the colleague who is signed in. The colleague's other sessions end.
///
/// # Errors
/// [`SignInError::Refused`] when the pass-phrase or code that was typed is not the colleague's,
/// [`SignInError::TooCommon`] for a new one that is guessed first.
pub async fn change_passphrase(
    desk: &Desk,
    browser: &Browser,
    typed: Attempt,
    new: Passphrase,
) -> Result<(), SignInError> {
    let (permit, staff) = permitted(browser, Action::ChangePassphrase)?;
    let name = user_name(desk, &permit, staff.user).await?;
    if super::is_common(new.expose(), &[&name]) {
        return Err(SignInError::TooCommon);
    }
    let second = proved(desk, browser, &permit, (staff.user, &name, typed)).await?;
    let hashed = hash(desk, Secret::new(new.expose().to_owned())).await?;
    let mut tx = desk.begin(&permit).await?;
    if !second::use_up(desk, &mut tx, second).await? {
        return Err(SignInError::Refused);
    }
    let of = (staff.user, Kind::Passphrase, hashed.expose().as_bytes());
    put(desk, &mut tx, &permit, of).await?;
    for other in sessions::of_user(&mut tx, staff.user).await? {
        if other.id != staff.session {
            sessions::forget(&mut tx, other.id).await?;
        }
    }
    tx.touch(Topic::Staff, staff.user.uuid());
    let entry = Entry::of("account", staff.user.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// Gives the colleague who is signed in ten new codes on paper, to be shown once. Those before open
/// nothing any more.
///
/// # Errors
/// [`SignInError::Refused`] as in [`change_passphrase`].
pub async fn renew_papers(
    desk: &Desk,
    browser: &Browser,
    typed: Attempt,
) -> Result<Vec<PaperCode>, SignInError> {
    let (permit, staff) = permitted(browser, Action::RenewCodes)?;
    let name = user_name(desk, &permit, staff.user).await?;
    let second = proved(desk, browser, &permit, (staff.user, &name, typed)).await?;
    let codes = second::fresh_papers(desk);
    let mut tx = desk.begin(&permit).await?;
    if !second::use_up(desk, &mut tx, second).await? {
        return Err(SignInError::Refused);
    }
    second::put_papers(desk, &mut tx, &permit, (staff.user, &codes)).await?;
    let entry = Entry::of("account", staff.user.bytes());
    desk.commit(tx, &permit, entry).await?;
    Ok(codes)
}

/// How many codes on paper the colleague who is signed in has left.
///
/// # Errors
/// What the store said.
pub async fn papers_left(desk: &Desk, staff: &StaffActor) -> Result<usize, SignInError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    let mut look = desk.look(&permit).await?;
    Ok(credentials::all(&mut look, staff.user, Kind::Recovery)
        .await?
        .len())
}

fn permitted(browser: &Browser, action: Action) -> Result<(Permit, StaffActor), Forbidden> {
    let staff = browser.staff().ok_or(Forbidden)?;
    let permit = access::require(&Actor::Staff(staff.clone()), action)?;
    Ok((permit, staff))
}

async fn user_name(desk: &Desk, permit: &Permit, user: UserId) -> Result<String, SignInError> {
    let mut look = desk.look(permit).await?;
    let account = crate::store::staff::find(&mut look, user).await?;
    let account = account.ok_or(SignInError::NotFound)?;
    let known = crate::staff::open(desk, permit, &mut look, &account).await?;
    Ok(known.reveal().user.clone())
}

/// Proves anew who is signed in. Wrong answers count like those of a sign-in.
async fn proved(
    desk: &Desk,
    browser: &Browser,
    permit: &Permit,
    (user, name, typed): (UserId, &str, Attempt),
) -> Result<second::Second, SignInError> {
    let keys = limits::keys(desk, browser, None, name)?;
    limits::count(desk, browser, &keys).await?;
    let (phrase, second) = known(desk, permit, (user, &typed.code)).await?;
    let right = proof::verify(typed.passphrase, phrase).await?;
    let Some(second) = second.filter(|_| right) else {
        let entry = Entry::of("account", user.bytes()).decided(Decision::Refused);
        let written = desk.trail().witness(desk, permit, entry).await;
        written.map_err(|_| SignInError::Store(StoreError::Spoilt))?;
        return Err(SignInError::Refused);
    };
    limits::take_back(desk, browser, &keys).await?;
    Ok(second)
}
