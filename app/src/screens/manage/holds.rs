//! Holds on people: the list of those that hold now, and on the page of one on whom it is, why, and how
//! it lasts longer or ends.

use axum::extract::{Path, State};
use desk::holds::{self, HoldError, Listed};
use desk::seal::SealError;
use domain::hold::{Refusal, longer};
use domain::text::Note;
use domain::{Day, HoldId, Pii, Unfit};
use leptos::prelude::*;

use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::{EmptyState, Go, Notice, PageHead, Tag, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, back, say};
use crate::screens::manage::erasures::place;
use crate::screens::manage::lists::up;
use crate::words::Words;

mod new;
mod one;

pub(super) use new::of;
pub use new::{get_new, get_of, post_of, post_search};

/// The path of the holds.
pub const HERE: &str = "/manage/holds";

/// How many days before its end a hold is said to end soon.
const SOON_DAYS: i64 = 14;

/// The page of one.
pub(super) fn path(id: HoldId) -> String {
    format!("{HERE}/{id}")
}

/// How many there are, for the index of the administration.
pub(super) async fn standing(screen: &Screen) -> Result<Option<String>, Page> {
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let count = holds::counted(desk, &actor).await;
    let count = count.map_err(|error| failed(&error))?;
    let words = screen.words;
    Ok((count > 0).then(|| words.with("manage-holds-count", &[("count", count.into())])))
}

/// Shows every hold that holds now.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let all = holds::all(&site.desk, &signed.actor()).await;
        let all = all.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(HERE).await?;
        let place = place(&screen, HERE.to_owned());
        let drawn = move |screen: &Screen| list(screen, &all, &posted);
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

fn list(screen: &Screen, all: &[Listed], posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let none = all.is_empty().then(|| {
        view! { <EmptyState title=words.t("holds-none") text=words.t("holds-none-text") /> }
    });
    let rows: Vec<_> = all.iter().map(|one| row(screen, one)).collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="items">{rows}</ul> });
    view! {
        {up(screen, None)}
        <PageHead title=words.t("holds-title") under=words.t("holds-lead")>
            <Go href=format!("{HERE}/new") label=words.t("hold-new") weight=Weight::Primary />
        </PageHead>
        {said(words, posted)}
        {none}
        {rows}
    }
}

fn row(screen: &Screen, one: &Listed) -> impl IntoView + use<> {
    let words = screen.words;
    let ground = words.of("hold-ground", one.standing.ground.code());
    let since = words.date(screen.centre.zone.day_of(one.since));
    let since = words.with("hold-since", &[("day", since.into())]);
    view! {
        <li class="item">
            <div>
                <a href=path(one.id)>{ground}</a>
                <small class="muted">{since}</small>
            </div>
            <div class="row">{until(screen, one)}</div>
        </li>
    }
}

/// Until when it holds, or that it does no more.
fn until(screen: &Screen, one: &Listed) -> AnyView {
    let words = screen.words;
    let today = screen.centre.zone.day_of(screen.site.desk.now());
    let last = one.standing.until;
    let day = words.date(last);
    let (label, tone) = if !one.live {
        (words.t("hold-over"), Tone::Calm)
    } else if today.plus_days(SOON_DAYS) >= last {
        (words.with("hold-until", &[("day", day.into())]), Tone::Wait)
    } else {
        (words.with("hold-until", &[("day", day.into())]), Tone::On)
    };
    view! { <Tag label tone /> }.into_any()
}

/// What the step before has to say.
fn said(words: Words, posted: &Posted) -> Option<impl IntoView + use<>> {
    let said = posted.value("said").to_owned();
    let tone = if said.starts_with("hold-refused") {
        Tone::Care
    } else {
        Tone::Ok
    };
    (!said.is_empty()).then(|| view! { <Notice tone text=words.t(&said) /> })
}

/// Shows one, with on whom it is and why.
pub async fn get_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(hold): Path<String>,
) -> Page {
    let shown = async {
        let id = HoldId::parse(&hold).map_err(|_| Page::missing())?;
        let one = holds::show(&site.desk, &signed.actor(), id).await;
        let one = one.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(&path(id)).await?;
        let place = place(&screen, path(id));
        let drawn = move |screen: &Screen| one::content(screen, &one, posted);
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Lets one last longer.
pub async fn post_prolong(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(hold): Path<String>,
    typed: Typed,
) -> Page {
    let done = async {
        let id = HoldId::parse(&hold).map_err(|_| Page::missing())?;
        let screen = Screen::open(site, signed, nonce).await?;
        prolong(&screen, id, &typed).await
    };
    done.await.unwrap_or_else(|page| page)
}

async fn prolong(screen: &Screen, id: HoldId, typed: &Typed) -> Result<Page, Page> {
    let (site, signed, actor) = (&screen.site, &screen.signed, screen.signed.actor());
    let one = holds::show(&site.desk, &actor, id).await;
    let now = one.map_err(|error| failed(&error))?.listed.standing.until;
    let today = screen.centre.zone.day_of(site.desk.now());
    let mut posted = typed.posted(&["until", "why"]);
    let until = Day::parse(typed.get("until"));
    let until = until.and_then(|day| longer(day, (now, today)).map(|()| day));
    let until = posted.check("until", until);
    let why = posted.check("why", Note::parse(typed.get("why")));
    let (Some(until), Some(why)) = (until, why) else {
        return Ok(back(site, signed, &path(id), &posted).await);
    };
    let asked = (until, Pii::new(why));
    let prolonged = holds::prolong(&site.desk, &actor, (id, typed.rev()), asked).await;
    if matches!(prolonged, Err(HoldError::Stale)) {
        posted.refuse("until", Unfit::ChangedMeanwhile);
        return Ok(back(site, signed, &path(id), &posted).await);
    }
    Ok(told(site, signed, (id, "hold-said-prolonged"), prolonged).await)
}

/// Ends one.
pub async fn post_end(
    State(site): State<Site>,
    signed: Signed,
    Path(hold): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = HoldId::parse(&hold) else {
        return Page::missing();
    };
    let ended = holds::end(&site.desk, &signed.actor(), (id, typed.rev())).await;
    told(&site, &signed, (id, "hold-said-ended"), ended).await
}

/// Says on the page of one what a step came to.
async fn told(
    site: &Site,
    signed: &Signed,
    (id, said): (HoldId, &str),
    outcome: Result<(), HoldError>,
) -> Page {
    let said = match outcome {
        Ok(()) => said,
        Err(HoldError::Stale) => "hold-refused-stale",
        Err(HoldError::Refused(Refusal::Over)) => "hold-refused-over",
        Err(HoldError::Refused(Refusal::LastDay)) => "hold-refused-last-day",
        Err(error) => return failed(&error),
    };
    say(site, signed, &path(id), (said, String::new())).await
}

/// What a failed use case of holds looks like.
fn failed(error: &HoldError) -> Page {
    match error {
        HoldError::Forbidden(_) | HoldError::NotFound => Page::missing(),
        HoldError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "a hold could not be shown or changed");
            Page::broken()
        }
    }
}
