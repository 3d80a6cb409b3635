//! The colleagues of the house: who works here as what, inviting somebody, changing roles, a code
//! for whoever lost a proof, and ending an account.

use axum::extract::{Path, State};
use desk::colleagues::{self, ColleagueError, Listed, NewColleague, Shown, Work};
use desk::places::Service;
use desk::seal::SealError;
use domain::signin::{PaperCode, UserName};
use domain::text::Name;
use domain::{Language, Unfit, UserId};

use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, say};

mod draw;
mod one;
mod own_hand;
mod reset;
mod work;

pub use own_hand::own_hand;
pub use reset::{post_reset, post_reset_back};

pub(super) const HERE: &str = "/manage/colleagues";
const NEW: &str = "/manage/colleagues/new";

/// Shows everybody who works here.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let all = colleagues::all(&site.desk, &signed.actor()).await;
        let all = all.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let said = screen.kept(HERE).await?.value("said").to_owned();
        let draw = move |screen: &Screen| draw::list(screen, &all, &said);
        Ok::<Page, Page>(screen.show(Place::managed(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Shows the form for somebody who is to work here.
pub async fn get_new(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        let services = services(&screen).await?;
        let mut posted = screen.kept(NEW).await?;
        if posted.value("language").is_empty() {
            posted.keep("language", screen.centre.language.code());
        }
        let draw = move |screen: &Screen| draw::new(screen, posted, &services);
        Ok::<Page, Page>(screen.show(Place::managed(NEW), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

async fn services(screen: &Screen) -> Result<Vec<Service>, Page> {
    let actor = screen.signed.actor();
    let services = colleagues::services(&screen.site.desk, &actor).await;
    services.map_err(|error| failed(&error))
}

/// Invites somebody, and shows the code once.
pub async fn post_new(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    invite(site, signed, nonce, &typed)
        .await
        .unwrap_or_else(|page| page)
}

async fn invite(site: Site, signed: Signed, nonce: Nonce, typed: &Typed) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let services = services(&screen).await?;
    let mut posted = typed.posted(&["name", "user", "language"]);
    let work = work::read(&mut posted, typed, &services);
    let name = posted.check("name", Name::parse(typed.get("name")));
    let user = posted.check("user", UserName::parse(typed.get("user")));
    let language = posted.check("language", Language::parse(typed.get("language")));
    posted.in_order(&["name", "user", "language", "work"]);
    let (Some(name), Some(user), Some(language), true) = (name, user, language, posted.fits())
    else {
        return Ok(back(&screen.site, &screen.signed, NEW, &posted).await);
    };
    let new = NewColleague {
        name,
        user,
        language,
        work,
    };
    let actor = screen.signed.actor();
    match colleagues::invite(&screen.site.desk, &actor, new).await {
        Ok(invited) => Ok(hand_over(&screen, invited.user, &invited.code).await),
        Err(ColleagueError::NameTaken) => {
            posted.refuse("user", Unfit::Taken);
            Ok(back(&screen.site, &screen.signed, NEW, &posted).await)
        }
        Err(error) => Err(failed(&error)),
    }
}

/// Shows a code once, on the page of the colleague it is for.
async fn hand_over(screen: &Screen, user: UserId, code: &PaperCode) -> Page {
    let mut posted = Posted::default();
    posted.keep("code", code.written().expose().clone());
    back(&screen.site, &screen.signed, &path(user), &posted).await
}

fn path(user: UserId) -> String {
    format!("{HERE}/{user}")
}

/// Shows one colleague.
pub async fn get_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(user): Path<String>,
) -> Page {
    show_one(site, signed, nonce, &user)
        .await
        .unwrap_or_else(|page| page)
}

async fn show_one(site: Site, signed: Signed, nonce: Nonce, user: &str) -> Result<Page, Page> {
    let user = UserId::parse(user).map_err(|_| Page::missing())?;
    let colleague = colleagues::one(&site.desk, &signed.actor(), user).await;
    let colleague: Listed = colleague.map_err(|error| failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let services = services(&screen).await?;
    let mut posted = screen.kept(&path(user)).await?;
    if posted.fits() {
        work::keep(&mut posted, &colleague.posts);
    }
    let draw = move |screen: &Screen| one::content(screen, &colleague, (posted, &services));
    Ok(screen.show(Place::managed(path(user)), draw).await)
}

/// How many work here, in words; nothing when that cannot be said now.
pub async fn counted(screen: &Screen) -> Option<String> {
    let actor = screen.signed.actor();
    let count = colleagues::how_many(&screen.site.desk, &actor).await.ok()?;
    Some(
        screen
            .words
            .with("manage-colleagues-count", &[("count", count.into())]),
    )
}

/// The colleague a form is about, as it was shown.
#[expect(
    clippy::result_large_err,
    reason = "the page is the answer, as everywhere"
)]
fn shown(user: &str, typed: &Typed) -> Result<Shown, Page> {
    Ok(Shown {
        user: UserId::parse(user).map_err(|_| Page::missing())?,
        rev: typed.rev(),
    })
}

/// Changes what a colleague may work as.
pub async fn post_roles(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(user): Path<String>,
    typed: Typed,
) -> Page {
    let changed = async {
        let shown = shown(&user, &typed)?;
        let screen = Screen::open(site, signed, nonce).await?;
        let services = services(&screen).await?;
        let mut posted = Posted::default();
        let work: Vec<Work> = work::read(&mut posted, &typed, &services);
        if !posted.fits() {
            return Ok(back(&screen.site, &screen.signed, &path(shown.user), &posted).await);
        }
        let actor = screen.signed.actor();
        let changed = colleagues::change_roles(&screen.site.desk, &actor, shown, &work).await;
        answer(
            &screen,
            shown.user,
            (posted, "work"),
            changed.map(|()| "colleague-saved"),
        )
        .await
    };
    changed.await.unwrap_or_else(|page: Page| page)
}

/// Ends the account of somebody who leaves.
pub async fn post_end(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(user): Path<String>,
    typed: Typed,
) -> Page {
    let ended = async {
        let shown = shown(&user, &typed)?;
        let screen = Screen::open(site, signed, nonce).await?;
        let mut posted = Posted::default();
        if typed.get("sure") != "yes" {
            posted.refuse("sure", Unfit::Missing);
            return Ok(back(&screen.site, &screen.signed, &path(shown.user), &posted).await);
        }
        let actor = screen.signed.actor();
        match colleagues::leave(&screen.site.desk, &actor, shown).await {
            Ok(()) if shown.user == screen.signed.staff.user => Ok(Page::see("/sign-in")),
            Ok(()) => {
                let said = ("colleague-left", String::new());
                Ok(say(&screen.site, &screen.signed, HERE, said).await)
            }
            Err(error) => answer(&screen, shown.user, (posted, "sure"), Err(error)).await,
        }
    };
    ended.await.unwrap_or_else(|page: Page| page)
}

/// Back to the page of the colleague, which says what was done or, beside the field, what was not.
async fn answer(
    screen: &Screen,
    user: UserId,
    (mut posted, field): (Posted, &str),
    done: Result<&str, ColleagueError>,
) -> Result<Page, Page> {
    match done {
        Ok(said) => {
            posted = Posted::default();
            posted.keep("said", said);
        }
        Err(ColleagueError::Stale) => posted.refuse(field, Unfit::ChangedMeanwhile),
        Err(ColleagueError::LastOne) => posted.refuse(field, Unfit::LastOne),
        Err(ColleagueError::OwnRole) => posted.refuse(field, Unfit::OwnRole),
        Err(error) => return Err(failed(&error)),
    }
    Ok(back(&screen.site, &screen.signed, &path(user), &posted).await)
}

/// What a failed use case of colleagues looks like.
pub fn failed(error: &ColleagueError) -> Page {
    match error {
        ColleagueError::Forbidden(_) | ColleagueError::NotFound | ColleagueError::NoRole => {
            Page::missing()
        }
        ColleagueError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "a colleague could not be shown or changed");
            Page::broken()
        }
    }
}
