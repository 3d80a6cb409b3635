//! Browser sessions: begun for every browser that opens a page, recognised by a token of which only
//! the hash is stored, locked, and ended. Who somebody is comes with sign-in, in `signin`.

use domain::role::Action;
use domain::session::{Life, SHIFT, STRANGER_FOR, Stage};
use domain::signin::Patience;
use domain::{CentreId, Instant, Language, RequestId, SessionId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::Entry;
use crate::store::sessions::{self, Session};
use crate::store::{StoreError, attempts};

mod browser;
mod own;
mod token;

pub use browser::Browser;
pub use own::{Own, end_own, own};
pub use token::Token;

/// The job by which the program keeps sessions.
const EDGE: &str = "edge";

/// Why a session could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// The centre of everything that belongs to none.
#[must_use]
pub const fn nowhere() -> CentreId {
    CentreId::from_uuid(Uuid::nil())
}

/// The program's own permit for an act on sessions in a centre.
pub(crate) fn permit(
    centre: CentreId,
    request: RequestId,
    action: Action,
) -> Result<Permit, Forbidden> {
    let actor = Actor::Job {
        name: EDGE,
        centre,
        request,
    };
    access::require(&actor, action)
}

/// Begins a session in which nobody is signed in.
///
/// # Errors
/// What the store said.
pub async fn begin(
    desk: &Desk,
    language: Language,
    request: RequestId,
) -> Result<(Token, Session), SessionError> {
    let permit = permit(nowhere(), request, Action::KeepSession)?;
    let now = desk.now();
    let session = Session {
        id: SessionId::new(desk.ids()),
        centre: nowhere(),
        owner: None,
        workstation: None,
        language,
        created_at: now,
        life: Life::beginning(now, now),
    };
    let token = Token::fresh(desk.entropy());
    let mut tx = desk.begin(&permit).await?;
    sessions::begin(&mut tx, &session, &token.hash()).await?;
    desk.settle(tx).await?;
    Ok((token, session))
}

/// Recognises a browser by its token. Nothing for a token nobody has, or whose session is over.
///
/// # Errors
/// What the store said.
pub async fn recognise(
    desk: &Desk,
    token: &Token,
    request: RequestId,
) -> Result<Option<(Session, Stage)>, SessionError> {
    let found = find(desk, token, request).await?;
    Ok(found.and_then(|session| {
        let stage = stage(&session, desk.now());
        (stage != Stage::Ended).then_some((session, stage))
    }))
}

/// The session of a token, also when it is over: whoever leaves then still has something to leave.
///
/// # Errors
/// What the store said.
pub async fn find(
    desk: &Desk,
    token: &Token,
    request: RequestId,
) -> Result<Option<Session>, SessionError> {
    let permit = permit(nowhere(), request, Action::KeepSession)?;
    let mut look = desk.look(&permit).await?;
    Ok(sessions::by_token(&mut look, &token.hash()).await?)
}

/// What a session is good for.
fn stage(session: &Session, now: Instant) -> Stage {
    if session.owner.is_some() {
        session.life.stage(now)
    } else {
        session.life.stage_of_stranger(now)
    }
}

/// Notes that a person used the session, at most every half minute. Only for requests that a person
/// caused: a page that asks by itself never keeps a session alive.
///
/// # Errors
/// What the store said.
pub async fn touch(desk: &Desk, session: &Session, request: RequestId) -> Result<(), SessionError> {
    let now = desk.now();
    if !session.life.stale(stage(session, now), now) {
        return Ok(());
    }
    let permit = permit(session.centre, request, Action::KeepSession)?;
    let mut tx = desk.begin(&permit).await?;
    sessions::touch(&mut tx, session.id, now).await?;
    Ok(desk.settle(tx).await?)
}

/// Locks the screen.
///
/// # Errors
/// What the store said.
pub async fn lock(desk: &Desk, browser: &Browser) -> Result<(), SessionError> {
    let Some(owner) = browser.owner() else {
        return Ok(());
    };
    let permit = access::require(&Actor::Staff(owner), Action::Lock)?;
    let mut tx = desk.begin(&permit).await?;
    sessions::lock(&mut tx, browser.session.id, desk.now()).await?;
    let entry = Entry::of("session", browser.session.id.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// Signs out: the session is gone, with its drafts, and no PIN brings it back.
///
/// # Errors
/// What the store said.
pub async fn sign_out(desk: &Desk, browser: &Browser) -> Result<(), SessionError> {
    let id = browser.session.id;
    let Some(owner) = browser.owner() else {
        return forget(desk, &browser.session, browser.request).await;
    };
    let user = owner.user;
    let permit = access::require(&Actor::Staff(owner), Action::SignOut)?;
    let mut tx = desk.begin(&permit).await?;
    sessions::forget(&mut tx, id).await?;
    // Each unlocking began a session anew and left the one before as the proof of a sign-in: what is
    // left of the shift at this computer goes too, or a PIN would open it again.
    let here = |other: &Session| {
        other.workstation.is_some() && other.workstation == browser.session.workstation
    };
    let earlier = sessions::of_user(&mut tx, user).await?;
    for proof in earlier.iter().filter(|other| here(other)) {
        sessions::forget(&mut tx, proof.id).await?;
    }
    let entry = Entry::of("session", id.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// Removes a session in which nobody is signed in.
///
/// # Errors
/// What the store said.
pub async fn forget(
    desk: &Desk,
    session: &Session,
    request: RequestId,
) -> Result<(), SessionError> {
    let permit = permit(session.centre, request, Action::KeepSession)?;
    let mut tx = desk.begin(&permit).await?;
    sessions::forget(&mut tx, session.id).await?;
    Ok(desk.settle(tx).await?)
}

/// Changes the language of the screens, for this session and, when somebody is signed in, for the
/// account.
///
/// # Errors
/// What the store said.
pub async fn speak(desk: &Desk, browser: &Browser, language: Language) -> Result<(), SessionError> {
    let permit = permit(browser.session.centre, browser.request, Action::KeepSession)?;
    let mut tx = desk.begin(&permit).await?;
    sessions::speak(&mut tx, browser.session.id, language).await?;
    if let Some(staff) = browser.staff() {
        crate::store::staff::speak(&mut tx, staff.user, language).await?;
    }
    Ok(desk.settle(tx).await?)
}

/// Removes what is over in the actor's centre: sessions whose shift has passed and, in the centre
/// that stands for none, browsers where nobody signed in and forgotten failures. Gives how many
/// rows went.
///
/// # Errors
/// What the store said.
pub async fn sweep(desk: &Desk, actor: &Actor) -> Result<u64, SessionError> {
    let permit = access::require(actor, Action::Sweep)?;
    let now = desk.now();
    let mut tx = desk.begin(&permit).await?;
    let over = sessions::sweep(&mut tx, now, now.plus_seconds(-SHIFT)).await?;
    let strangers = sessions::sweep_strangers(&mut tx, now.plus_seconds(-STRANGER_FOR)).await?;
    let memory = now.plus_seconds(-Patience::PIN.memory);
    let failures = attempts::sweep(&mut tx, memory, now).await?;
    desk.settle(tx).await?;
    Ok(over + strangers + failures)
}
