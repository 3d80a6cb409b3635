//! Hours in which a colleague looked many people up, for somebody else to look into.

use axum::extract::{Path, State};
use desk::searches::{self, SearchesError, Shown};
use domain::SearchesId;
use domain::role::Action;
use leptos::prelude::*;

use super::lists::up;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, EmptyState, Go, PageHead, Tag, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, say};
use crate::screens::searches::failed;

pub mod budget;

/// The path of the list.
pub const HERE: &str = "/manage/searches";

/// How many hours wait, in words; nothing when none does.
pub async fn standing(screen: &Screen) -> Option<String> {
    let waiting = searches::waiting(&screen.site.desk, &screen.signed.actor()).await;
    let count = waiting.ok().filter(|count| *count > 0)?;
    let words = screen.words;
    Some(words.with("manage-searches-count", &[("count", count.into())]))
}

/// Shows the list.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let all: Result<Vec<Shown>, _> = searches::list(&site.desk, &signed.actor()).await;
        let all = all.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(HERE).await?;
        let draw = move |screen: &Screen| content(screen, &all, &posted);
        Ok::<Page, Page>(screen.show(Place::managed(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

fn content(screen: &Screen, all: &[Shown], posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let none = all.is_empty().then(|| {
        view! { <EmptyState title=words.t("searches-none") text=words.t("searches-none-text") /> }
    });
    let budget = screen.may(Action::SetSearchBudget).then(|| {
        let href = format!("{HERE}/budget");
        view! { <Go href label=words.t("searches-budget") weight=Weight::Plain /> }
    });
    let rows: Vec<_> = all.iter().map(|one| row(screen, one)).collect();
    view! {
        {up(screen, None)}
        <PageHead title=words.t("searches-title") under=words.t("searches-lead")>{budget}</PageHead>
        {screen.said(posted)}
        {none}
        <ul class="colleagues">{rows}</ul>
    }
}

fn row(screen: &Screen, shown: &Shown) -> impl IntoView + use<> {
    let words = screen.words;
    let name = shown.name.reveal().clone();
    let remark = shown.remark.as_ref().map(|remark| remark.reveal().clone());
    let why = match shown.searches.why {
        Some(why) => words.of("searches-why", why.code()),
        None => words.t("searches-unsaid"),
    };
    view! {
        <li class="card row between">
            <span class="stack tight">
                <strong>{name.clone()}</strong>
                <span>{why}</span>
                {remark.map(|remark| view! { <span>{remark}</span> })}
                <small class="muted">{when(screen, shown)}</small>
            </span>
            {end(screen, shown, name)}
        </li>
    }
}

/// In which hour, and how often.
fn when(screen: &Screen, shown: &Shown) -> String {
    let (words, zone, hour) = (screen.words, &screen.centre.zone, shown.searches.hour);
    let values = [
        ("day", words.date(zone.day_of(hour)).into()),
        ("time", words.time(hour, zone).into()),
        ("count", shown.searches.count.into()),
    ];
    words.with("searches-when", &values)
}

/// The way to say that one looked into it, or who has to.
fn end(screen: &Screen, shown: &Shown, about: String) -> AnyView {
    let words = screen.words;
    if shown.searches.seen.is_some() {
        return view! { <Tag label=words.t("searches-seen") tone=Tone::Ok /> }.into_any();
    }
    if shown.own {
        return view! { <Tag label=words.t("searches-other") tone=Tone::Wait /> }.into_any();
    }
    let act = Act::Do {
        action: format!("{HERE}/{}/seen", shown.searches.id),
        label: words.t("searches-see"),
        idem: screen.idem(),
        rev: Some(shown.searches.rev),
        sends: Vec::new(),
    };
    view! { <Acts act weight=Weight::Plain about /> }.into_any()
}

/// Says that one looked into an hour.
pub async fn post_seen(
    State(site): State<Site>,
    signed: Signed,
    Path(id): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = SearchesId::parse(&id) else {
        return Page::missing();
    };
    let said = match searches::see(&site.desk, &signed.actor(), (id, typed.rev())).await {
        Ok(()) => "searches-seen-now",
        Err(SearchesError::Stale) => "unfit-changed-meanwhile",
        Err(error) => return failed(&error),
    };
    say(&site, &signed, HERE, (said, String::new())).await
}
