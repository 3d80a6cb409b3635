//! Joining with a code on paper: the colleague types the code, chooses a pass-phrase, sets up the
//! one-time codes, and writes down codes for when the telephone is lost. Nothing counts before the
//! last step, and then everything at once: the code is used up in the same moment. What was done so
//! far waits sealed in the session of the browser, for a quarter of an hour.

use domain::role::Action;
use domain::signin::{PaperCode, Passphrase};
use domain::text::Name;
use domain::{Pii, Secret, Unfit};

use crate::access::{Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::bus::Topic;
use crate::colleagues::hash;
use crate::drafts::DraftError;
use crate::seal::SealError;
use crate::sessions::{self, Browser, nowhere};
use crate::signin::{self, SignInError, Totp};
use crate::store::invites::{self, Invite, Purpose};
use crate::store::{self, StoreError};
use crate::{Desk, staff};

mod ending;
mod so_far;

use ending::{Done, Factor, settle};
use so_far::SoFar;

/// How many random bytes the secret of one-time codes has (RFC 4226 asks for 20).
const CODE_SECRET: usize = 20;
/// What the authenticator app shows beside the codes; neutral, a telephone is read by others.
const ISSUER: &str = "onthaal";

/// Why somebody could not go on.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// What was typed does not fit, or the code opens nothing; which, is not said.
    #[error("refused")]
    Refused,
    /// Too many wrong answers: nothing is heard for a while.
    #[error("too many tries")]
    TooMany,
    /// A pass-phrase that is guessed first.
    #[error("too common")]
    TooCommon,
    /// This is not the step that comes now.
    #[error("not this step")]
    NotNow,
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// What was done so far could not be kept.
    #[error("draft")]
    Draft(#[from] DraftError),
    /// The trail could not be written, so nothing is shown.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// A proof could not be made or checked.
    #[error("sign-in")]
    SignIn(SignInError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl From<SignInError> for JoinError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Refused | SignInError::NotFound => Self::Refused,
            SignInError::TooMany => Self::TooMany,
            SignInError::TooCommon => Self::TooCommon,
            SignInError::Forbidden(error) => Self::Forbidden(error),
            SignInError::Seal(error) => Self::Seal(error),
            SignInError::Store(error) => Self::Store(error),
            other => Self::SignIn(other),
        }
    }
}

/// What comes next.
pub enum Stage {
    /// The code on paper.
    Code,
    /// A pass-phrase.
    Phrase {
        /// Who joins.
        who: Who,
        /// Whether the second factor has to be proved, because it stays.
        proves: bool,
    },
    /// The one-time codes.
    Totp {
        /// Their secret in base32, to be typed.
        secret: Secret<String>,
        /// The same as an address that an authenticator app reads from a picture.
        address: Secret<String>,
    },
    /// The codes on paper, to be written down; one of them is typed back.
    Papers(Vec<Secret<String>>),
}

/// Who joins.
pub struct Who {
    /// What the colleague is called.
    pub name: Pii<Name>,
    /// The name to sign in with.
    pub user: Pii<String>,
}

/// Where this browser stands.
///
/// # Errors
/// What the store said.
pub async fn stage(desk: &Desk, browser: &Browser) -> Result<Stage, JoinError> {
    let Some((so_far, invite)) = so_far::of(desk, browser).await? else {
        return Ok(Stage::Code);
    };
    if let Some(papers) = &so_far.papers {
        let written = papers.iter().map(|bits| PaperCode::new(*bits).written());
        return Ok(Stage::Papers(written.collect()));
    }
    let who = who(desk, browser, &invite).await?;
    if so_far.phrase.is_none() {
        let proves = invite.purpose == Purpose::Phrase;
        return Ok(Stage::Phrase { who, proves });
    }
    let secret = totp_rs::Secret::from(so_far.secret.as_slice()).to_base32();
    let user = who.user.reveal();
    let address = format!("otpauth://totp/{ISSUER}:{user}?secret={secret}&issuer={ISSUER}");
    Ok(Stage::Totp {
        secret: Secret::new(secret),
        address: Secret::new(address),
    })
}

async fn who(desk: &Desk, browser: &Browser, invite: &Invite) -> Result<Who, JoinError> {
    let permit = sessions::permit(invite.centre, browser.request, Action::Join)?;
    let entry = Entry::of("account", invite.user.bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut look = desk.look(&permit).await?;
    let account = store::staff::find(&mut look, invite.user).await?;
    let account = account.ok_or(JoinError::Refused)?;
    let known = staff::open(desk, &permit, &mut look, &account).await?;
    Ok(Who {
        user: Pii::new(known.reveal().user.clone()),
        name: known.map(|known| known.name),
    })
}

/// Takes the code on paper. An unknown one, one that was used and one that is too old are refused
/// alike.
///
/// # Errors
/// [`JoinError::Refused`] or [`JoinError::TooMany`].
pub async fn code(desk: &Desk, browser: &Browser, typed: &str) -> Result<(), JoinError> {
    signin::count_place(desk, browser).await?;
    let hashed = PaperCode::parse(typed).ok().map(|code| hash(&code));
    let permit = sessions::permit(nowhere(), browser.request, Action::Join)?;
    let found = match &hashed {
        Some(hashed) => {
            invites::by_code(&mut desk.look(&permit).await?, hashed, desk.now()).await?
        }
        None => None,
    };
    let (Some(_), Some(hashed)) = (found, hashed) else {
        let entry = Entry::of("invite", [0; 16]).decided(Decision::Refused);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(JoinError::Refused);
    };
    let mut secret = vec![0; CODE_SECRET];
    desk.entropy().fill(&mut secret);
    so_far::keep(desk, browser, &SoFar::beginning(hashed, secret)).await
}

/// Takes the pass-phrase; whoever keeps the second factor proves it with `second`.
///
/// # Errors
/// [`JoinError::TooCommon`], or [`JoinError::Refused`] when the second factor is not the
/// colleague's; [`JoinError::TooMany`] after wrong ones, the tenth of which ends the code on paper.
pub async fn phrase(
    desk: &Desk,
    browser: &Browser,
    chosen: Passphrase,
    second: &str,
) -> Result<(), JoinError> {
    let (mut so_far, invite) = going_on(desk, browser).await?;
    if so_far.phrase.is_some() {
        return Err(JoinError::NotNow);
    }
    let who = who(desk, browser, &invite).await?;
    let known = [who.user.reveal().as_str(), who.name.reveal().as_str()];
    if signin::is_common(chosen.expose(), &known) {
        return Err(JoinError::TooCommon);
    }
    let proof = match invite.purpose {
        Purpose::Phrase => {
            let name = who.user.reveal();
            Some(proved(desk, browser, &invite, (name, second)).await?)
        }
        Purpose::Join | Purpose::Factor => None,
    };
    let phrase = Secret::new(chosen.expose().to_owned());
    let hashed = signin::hash(desk, phrase).await?;
    if let Some(second) = proof {
        let done = Done {
            phrase: hashed.expose(),
            second: Factor::Kept(second),
        };
        return settle(desk, browser, &invite, done).await;
    }
    so_far.phrase = Some(hashed.expose().clone());
    so_far::keep(desk, browser, &so_far).await
}

/// Proves the second factor. Wrong answers count for the account and the place like those of a
/// sign-in, and for the code on paper: whoever found it on a desk does not guess for a day.
async fn proved(
    desk: &Desk,
    browser: &Browser,
    invite: &Invite,
    (name, typed): (&str, &str),
) -> Result<signin::Second, JoinError> {
    let keys = signin::count_named(desk, browser, name).await?;
    let permit = sessions::permit(invite.centre, browser.request, Action::Join)?;
    let mut look = desk.look(&permit).await?;
    let found = signin::second_of(desk, &permit, &mut look, (invite.user, typed)).await?;
    drop(look);
    let Some(second) = found else {
        missed(desk, &permit, invite).await?;
        return Err(JoinError::Refused);
    };
    signin::take_back(desk, browser, &keys).await?;
    Ok(second)
}

/// Counts a wrong answer for the code on paper, which ends with the last that is borne.
async fn missed(desk: &Desk, permit: &Permit, invite: &Invite) -> Result<(), JoinError> {
    let mut tx = desk.begin(permit).await?;
    invites::miss(&mut tx, invite.id, desk.now()).await?;
    tx.touch(Topic::Staff, invite.user.uuid());
    let entry = Entry::of("account", invite.user.bytes()).decided(Decision::Refused);
    Ok(desk.commit(tx, permit, entry).await?)
}

/// Takes a one-time code, which shows that the app is set up.
///
/// # Errors
/// [`JoinError::Refused`] for a wrong one.
pub async fn totp(desk: &Desk, browser: &Browser, typed: &str) -> Result<(), JoinError> {
    let (mut so_far, _) = going_on(desk, browser).await?;
    if so_far.phrase.is_none() || so_far.papers.is_some() {
        return Err(JoinError::NotNow);
    }
    let step = Totp::fresh(Secret::new(so_far.secret.clone())).step(typed, desk.now());
    let step = step.ok_or(JoinError::Refused)?;
    let papers = signin::fresh_papers(desk);
    so_far.step = step.number;
    so_far.papers = Some(papers.iter().map(|code| *code.bits()).collect());
    so_far::keep(desk, browser, &so_far).await
}

/// Takes one of the codes on paper, which shows that they were written down, and ends: from now on
/// the colleague signs in.
///
/// # Errors
/// [`JoinError::Refused`] for none of them, or when the code was used meanwhile.
pub async fn finish(desk: &Desk, browser: &Browser, typed: &str) -> Result<(), JoinError> {
    let (so_far, invite) = going_on(desk, browser).await?;
    let (Some(phrase), Some(papers)) = (&so_far.phrase, &so_far.papers) else {
        return Err(JoinError::NotNow);
    };
    let typed = PaperCode::parse(typed).map_err(|_: Unfit| JoinError::Refused)?;
    if !papers.contains(typed.bits()) {
        return Err(JoinError::Refused);
    }
    let done = Done {
        phrase,
        second: Factor::New(&so_far),
    };
    settle(desk, browser, &invite, done).await
}

/// Begins again: what was done so far is forgotten.
///
/// # Errors
/// What the store said.
pub async fn stop(desk: &Desk, browser: &Browser) -> Result<(), JoinError> {
    so_far::forget(desk, browser).await
}

async fn going_on(desk: &Desk, browser: &Browser) -> Result<(SoFar, Invite), JoinError> {
    so_far::of(desk, browser).await?.ok_or(JoinError::NotNow)
}
