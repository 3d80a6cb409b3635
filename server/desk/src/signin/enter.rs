//! Letting somebody in: a new session in the place of what the browser had, at most two for each
//! colleague, worn as what was worn last.

use domain::role::{Action, Role};
use domain::session::{Life, MOST, Stage};
use domain::{Instant, Language, ServiceId, SessionId};

use super::limits::{self, Count};
use super::second::{self, Second};
use super::{SignInError, refuse};
use crate::Desk;
use crate::access::{self, Actor, Permit, StaffActor};
use crate::audit::Entry;
use crate::sessions::{self as use_case, Browser, Token};
use crate::store::sessions::{self, Owner, Session};
use crate::store::staff::{self, Account, Post};
use crate::store::{Tx, drafts};

/// What somebody was recognised by.
pub(super) enum Proof {
    /// Pass-phrase and second factor, which is used up now.
    Full(Second),
    /// A PIN, carried by a full sign-in at an earlier moment of the same shift.
    Pin(Instant),
    /// A card of the demo.
    Demo(Option<Role>),
}

/// Somebody at the door.
pub(super) struct Entrance<'a> {
    pub browser: &'a Browser,
    pub account: &'a Account,
    pub proof: Proof,
    pub action: Action,
    pub forgive: Vec<Count>,
}

/// Lets somebody in.
pub(super) async fn enter(desk: &Desk, at: &Entrance<'_>) -> Result<Token, SignInError> {
    let permit = use_case::permit(at.account.centre, at.browser.request, at.action)?;
    let mut look = desk.look(&permit).await?;
    let posts = staff::posts(&mut look, at.account.user).await?;
    let earlier = sessions::of_user(&mut look, at.account.user).await?;
    drop(look);
    let Some(worn) = worn(&posts, &earlier, at) else {
        return refuse(desk, at.browser, Some(at.account), at.action).await;
    };
    let session = fresh(desk, at, worn);
    let permit = access::require(&Actor::Staff(actor(at, &session, worn)), at.action)?;
    let mut tx = desk.begin(&permit).await?;
    if !use_up(desk, &mut tx, &at.proof).await? {
        drop(tx);
        return refuse(desk, at.browser, Some(at.account), at.action).await;
    }
    make_room(&mut tx, at, &earlier, desk.now()).await?;
    if let Some(language) = at.browser.chosen {
        staff::speak(&mut tx, at.account.user, language).await?;
    }
    store(desk, tx, &permit, (at, &earlier), &session).await
}

/// Stores the new session with its row in the trail, then forgets what led to it.
async fn store(
    desk: &Desk,
    mut tx: Tx,
    permit: &Permit,
    (at, earlier): (&Entrance<'_>, &[Session]),
    session: &Session,
) -> Result<Token, SignInError> {
    let token = Token::fresh(desk.entropy());
    sessions::begin(&mut tx, session, &token.hash()).await?;
    go_on(&mut tx, at, earlier, session).await?;
    let entry = Entry::of("session", session.id.bytes());
    desk.commit(tx, permit, entry).await?;
    if at.browser.session.centre != at.account.centre {
        use_case::forget(desk, &at.browser.session, at.browser.request).await?;
    }
    limits::forgive(desk, at.browser, at.forgive.clone()).await?;
    Ok(token)
}

/// What the colleague had begun to write in this browser, or at this computer, goes along.
async fn go_on(
    tx: &mut Tx,
    at: &Entrance<'_>,
    earlier: &[Session],
    session: &Session,
) -> Result<(), SignInError> {
    let here = |other: &&Session| {
        let same_place = other.workstation.is_some() && other.workstation == session.workstation;
        other.id == at.browser.session.id || same_place
    };
    // What was begun last counts.
    for other in earlier.iter().rev().filter(here) {
        drafts::follow(tx, other.id, session.id).await?;
    }
    Ok(())
}

/// What was worn last, if it is still held, else what was given first.
fn worn(
    posts: &[Post],
    earlier: &[Session],
    at: &Entrance<'_>,
) -> Option<(Role, Option<ServiceId>)> {
    let held: Vec<_> = posts
        .iter()
        .map(|post| (post.role, post.service.as_ref().map(|service| service.0)))
        .collect();
    if let Proof::Demo(Some(role)) = at.proof {
        return held.iter().find(|post| post.0 == role).copied();
    }
    let last = earlier
        .iter()
        .rev()
        .find_map(|session| session.owner.map(|owner| (owner.role, owner.service)));
    last.filter(|last| held.contains(last))
        .or_else(|| held.first().copied())
}

fn fresh(desk: &Desk, at: &Entrance<'_>, worn: (Role, Option<ServiceId>)) -> Session {
    let now = desk.now();
    let proved_at = match at.proof {
        Proof::Pin(proved_at) => proved_at,
        Proof::Full(_) | Proof::Demo(_) => now,
    };
    let workstation = at.browser.workstation.as_ref();
    Session {
        id: SessionId::new(desk.ids()),
        centre: at.account.centre,
        owner: Some(Owner {
            user: at.account.user,
            role: worn.0,
            service: worn.1,
        }),
        workstation: workstation
            .filter(|workstation| workstation.centre == at.account.centre)
            .map(|workstation| workstation.id),
        language: language(at),
        created_at: now,
        life: Life::beginning(now, proved_at),
    }
}

/// The language of the screens: what was chosen at the door, else what the colleague speaks. Invented
/// colleagues speak what the door speaks: nobody chose anything for them.
fn language(at: &Entrance<'_>) -> Language {
    match at.proof {
        Proof::Demo(_) => at.browser.session.language,
        Proof::Full(_) | Proof::Pin(_) => at.browser.chosen.unwrap_or(at.account.language),
    }
}

fn actor(at: &Entrance<'_>, session: &Session, worn: (Role, Option<ServiceId>)) -> StaffActor {
    StaffActor {
        user: at.account.user,
        centre: at.account.centre,
        role: worn.0,
        service: worn.1,
        session: session.id,
        request: at.browser.request,
        language: session.language,
        proved_at: session.life.last_proof(),
    }
}

/// Uses up the code; `false` when somebody was faster with the same one.
async fn use_up(desk: &Desk, tx: &mut Tx, proof: &Proof) -> Result<bool, SignInError> {
    match proof {
        Proof::Full(used) => Ok(second::use_up(desk, tx, *used).await?),
        Proof::Pin(_) | Proof::Demo(_) => Ok(true),
    }
}

/// Ends what the browser had, and the oldest sessions of the colleague beyond the most that are
/// allowed. Their rows stay, as proof for a PIN, until the shift is over.
async fn make_room(
    tx: &mut Tx,
    at: &Entrance<'_>,
    earlier: &[Session],
    now: Instant,
) -> Result<(), SignInError> {
    let here = &at.browser.session;
    if here.centre == at.account.centre {
        sessions::end(tx, here.id, now).await?;
    }
    let live: Vec<_> = earlier
        .iter()
        .filter(|session| session.id != here.id && session.life.stage(now) != Stage::Ended)
        .collect();
    let surplus = (live.len() + 1).saturating_sub(MOST);
    for session in live.into_iter().take(surplus) {
        sessions::end(tx, session.id, now).await?;
    }
    Ok(())
}
