//! Resets of a second factor that wait for a second person, who hands the code over.

use axum::extract::{Path, State};
use desk::colleagues::{self, Waiting};
use domain::InviteId;
use leptos::prelude::*;

use super::colleagues::failed;
use super::lists::up;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, EmptyState, Ground, PageHead, PrintButton, Tag, Tone, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, back};

const HERE: &str = "/manage/resets";

/// Shows what waits.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let waiting = colleagues::waiting(&site.desk, &signed.actor()).await;
        let waiting = waiting.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(HERE).await?;
        let draw = move |screen: &Screen| content(screen, &waiting, &posted);
        Ok::<Page, Page>(screen.show(Place::managed(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

fn content(screen: &Screen, waiting: &[Waiting], posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let code = posted.value("code").to_owned();
    let code = (!code.is_empty()).then(|| {
        view! {
            <Card ground=Ground::Roomy>
                <h2>{words.t("colleague-code")}</h2>
                <p>{words.t("colleague-code-lead")}</p>
                <p class="paper large" id="code">{code}</p>
                <p class="muted">{words.t("colleague-code-where")}</p>
                <div class="buttons"><PrintButton label=words.t("print") /></div>
            </Card>
        }
    });
    let none = waiting.is_empty().then(|| {
        view! { <EmptyState title=words.t("resets-none") text=words.t("resets-none-text") /> }
    });
    let rows: Vec<_> = waiting.iter().map(|one| row(screen, one)).collect();
    view! {
        {up(screen, Some((super::colleagues::HERE, "colleagues-title")))}
        <PageHead title=words.t("resets-title") under=words.t("resets-lead") />
        {code}
        {none}
        <ul class="colleagues">{rows}</ul>
    }
}

fn row(screen: &Screen, waiting: &Waiting) -> impl IntoView + use<> {
    let words = screen.words;
    let name = waiting.name.reveal().as_str().to_owned();
    let by = waiting.by.as_ref();
    let by = by.map_or_else(|| words.t("unknown"), |by| by.reveal().as_str().to_owned());
    let day = words.date(screen.centre.zone.day_of(waiting.since));
    let by = words.with("resets-by", &[("name", by.into()), ("day", day.into())]);
    let end = if waiting.mine {
        let act = Act::Do {
            action: format!("{HERE}/{}", waiting.id),
            label: words.t("resets-release"),
            idem: screen.idem(),
            rev: None,
            sends: Vec::new(),
        };
        view! { <Acts act weight=Weight::Plain about=name.clone() /> }.into_any()
    } else {
        view! { <Tag label=words.t("resets-other") tone=Tone::Wait /> }.into_any()
    };
    view! {
        <li class="card row between">
            <span class="stack tight"><strong>{name}</strong><small class="muted">{by}</small></span>
            {end}
        </li>
    }
}

/// Releases a reset, and shows the code once.
pub async fn post_release(
    State(site): State<Site>,
    signed: Signed,
    Path(reset): Path<String>,
) -> Page {
    let Ok(reset) = InviteId::parse(&reset) else {
        return Page::missing();
    };
    match colleagues::release(&site.desk, &signed.actor(), reset).await {
        Ok(code) => {
            let mut posted = Posted::default();
            posted.keep("code", code.written().expose().clone());
            back(&site, &signed, HERE, &posted).await
        }
        Err(error) => failed(&error),
    }
}
