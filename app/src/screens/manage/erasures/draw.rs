//! The list of requests: each with its day and where it stands, and nobody's name.

use desk::erasures::Listed;
use domain::erasure::{Cause, Stage, Urgency};
use leptos::prelude::*;

use super::{HERE, path};
use crate::form::Posted;
use crate::parts::{EmptyState, Go, Notice, PageHead, Tag, Tone, Weight};
use crate::screens::frame::Screen;
use crate::screens::manage::lists::up;
use crate::screens::manage::{holds, unlinkings};
use crate::words::Words;

/// Every request.
pub fn list(screen: &Screen, all: &[Listed], posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let none = all.is_empty().then(|| {
        view! { <EmptyState title=words.t("erasures-none") text=words.t("erasures-none-text") /> }
    });
    let rows: Vec<_> = all.iter().map(|one| row(screen, one)).collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="items">{rows}</ul> });
    view! {
        {up(screen, None)}
        <PageHead title=words.t("erasures-title") under=words.t("erasures-lead")>
            <Go href=unlinkings::HERE label=words.t("unlinkings-title") weight=Weight::Quiet />
            <Go href=holds::HERE label=words.t("holds-title") weight=Weight::Quiet />
            <Go href=format!("{HERE}/new") label=words.t("erasure-new") weight=Weight::Primary />
        </PageHead>
        {said(words, posted)}
        {none}
        {rows}
    }
}

/// What the step before has to say.
pub fn said(words: Words, posted: &Posted) -> Option<impl IntoView + use<>> {
    let said = posted.value("said").to_owned();
    let tone = if said.starts_with("erasure-refused") || said.starts_with("release-refused") {
        Tone::Care
    } else {
        Tone::Ok
    };
    (!said.is_empty()).then(|| view! { <Notice tone text=words.t(&said) /> })
}

fn row(screen: &Screen, one: &Listed) -> impl IntoView + use<> {
    let words = screen.words;
    let about = when(words, one);
    let due = due(words, one);
    view! {
        <li class="item">
            <div>
                <a href=path(one.id)>{about}</a>
                <small class="muted">{due}</small>
            </div>
            <div class="row">{tags(words, one)}</div>
        </li>
    }
}

/// Why and since when.
pub fn when(words: Words, one: &Listed) -> String {
    let day = words.date(one.standing.asked_on);
    let key = match one.standing.cause {
        Cause::Request => "erasure-request-of",
        Cause::Retention => "erasure-over-since",
    };
    words.with(key, &[("day", day.into())])
}

/// By when it is answered; empty once it has ended.
pub fn due(words: Words, one: &Listed) -> String {
    let open = one.standing.outcome.is_none();
    let due = one.standing.due().filter(|_| open);
    due.map_or_else(String::new, |day| {
        words.with("erasure-due", &[("day", words.date(day).into())])
    })
}

/// Where it stands, and how near its last day is.
pub fn tags(words: Words, one: &Listed) -> Vec<AnyView> {
    let tone = match one.stage {
        Stage::Noted => Tone::Calm,
        Stage::Asked => Tone::Wait,
        Stage::Erased => Tone::Ok,
        Stage::Refused | Stage::Withdrawn => Tone::Care,
    };
    let near = match one.urgency {
        Urgency::Calm => None,
        Urgency::Soon => Some(Tone::Wait),
        Urgency::Late => Some(Tone::Danger),
    };
    let stage = words.of("erasure-stage", one.stage.code());
    let near = near.map(|tone| {
        let label = words.of("erasure-urgency", one.urgency.code());
        view! { <Tag label tone /> }.into_any()
    });
    near.into_iter()
        .chain([view! { <Tag label=stage tone /> }.into_any()])
        .collect()
}
