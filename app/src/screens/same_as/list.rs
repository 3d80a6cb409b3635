//! The list: who may be one person, and who is said to be.

use desk::same_as::{Listed, Suggestion};
use domain::Pii;
use domain::person::Identity;
use leptos::prelude::*;

use super::path;
use crate::form::Posted;
use crate::parts::{Act, Acts, EmptyState, PageHead};
use crate::screens::frame::Screen;
use crate::screens::search::reasons;

/// The whole page.
pub fn content(screen: &Screen, listed: &Listed, kept: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let none = listed.open.is_empty().then(|| {
        view! { <EmptyState title=words.t("pairs-none") text=words.t("pairs-none-text") /> }
    });
    let open: Vec<_> = listed
        .open
        .iter()
        .map(|one| row(screen, one, "pairs-compare"))
        .collect();
    let more = (listed.more > 0).then(|| {
        let text = words.with("pairs-more", &[("count", listed.more.into())]);
        view! { <p class="muted">{text}</p> }
    });
    view! {
        {screen.said(kept)}
        <PageHead title=words.t("pairs-title") under=words.t("pairs-lead") />
        {none}
        <ul class="colleagues">{open}</ul>
        {more}
        {joined(screen, listed)}
    }
}

fn joined(screen: &Screen, listed: &Listed) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = listed
        .joined
        .iter()
        .map(|one| row(screen, one, "pairs-see"))
        .collect();
    let title = screen.words.t("pairs-joined");
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{title}</h2>
                <ul class="colleagues">{rows}</ul>
            </section>
        }
    })
}

fn row(screen: &Screen, one: &Suggestion, act: &str) -> impl IntoView + use<> {
    let words = screen.words;
    let [first, second] = one.who.each_ref().map(|who| named(screen, who));
    let about = format!("{} / {}", first.0, second.0);
    let why = one.reason.map(|reason| reasons(words, reason));
    let act = Act::Go {
        href: path(one.couple),
        label: words.t(act),
    };
    let line = |(name, born): (String, String)| {
        view! { <span><strong>{name}</strong> " " <small class="muted">{born}</small></span> }
    };
    view! {
        <li class="card row between">
            <span class="stack tight">
                {line(first)}
                {line(second)}
                {why.map(|why| view! { <small class="muted">{why}</small> })}
            </span>
            <Acts act about />
        </li>
    }
}

/// A name, and when she was born.
fn named(screen: &Screen, who: &Pii<Identity>) -> (String, String) {
    let words = screen.words;
    let who = who.reveal();
    let name = who.called().map_or_else(
        || words.t("person-initials-unknown"),
        |name| name.as_str().to_owned(),
    );
    let born = who
        .born
        .map_or_else(|| words.t("search-birth-unknown"), |day| words.date(day));
    (name, born)
}
