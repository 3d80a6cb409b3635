//! One visit: where it stands, whose it is, and the next steps.

use axum::extract::{Path, State};
use desk::visits::{self, Revealed};
use domain::role::Action;
use domain::text::Remark;
use domain::visit::Stage;
use domain::{RecordId, VisitId};
use leptos::prelude::*;

use crate::form::{ErrorSummary, Posted};
use crate::icons::Icon;
use crate::islands::people::Hits;
use crate::page::{Page, Site};
use crate::parts::board::{HitRow, SearchBox};
use crate::parts::{Act, Acts, Card, DetailList, Go, Ground, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, visit_failed};
use crate::screens::search::{self, Found};
use crate::screens::visits::stage;

mod next;
mod steps;

use steps::steps;

/// Shows one visit.
pub async fn get(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(visit): Path<String>,
) -> Page {
    show(site, signed, nonce, &visit)
        .await
        .unwrap_or_else(|page| page)
}

async fn show(site: Site, signed: Signed, nonce: Nonce, visit: &str) -> Result<Page, Page> {
    let id = VisitId::parse(visit).map_err(|_| Page::missing())?;
    let revealed = visits::reveal(&site.desk, &signed.actor(), id).await;
    let revealed = revealed.map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let path = format!("/visits/{id}");
    let kept = screen.kept(&path).await?;
    let asked = kept.value("q").to_owned();
    let found = if asked.is_empty() {
        None
    } else {
        let hits = candidates(&screen, &revealed, &asked).await?;
        Some(Found { asked, hits })
    };
    let bringing = revealed.visit.stage != Stage::Left && !revealed.visit.is_call();
    let place = if bringing {
        Place::form(path)
    } else {
        Place::at(path)
    };
    Ok(screen
        .show(place, move |screen| {
            content(screen, &revealed, &kept, found)
        })
        .await)
}

/// People it may be, each with a button that says so.
async fn candidates(screen: &Screen, revealed: &Revealed, asked: &str) -> Result<Hits, Page> {
    let mut hits = search::hits(screen, asked, |record| record.to_string()).await?;
    let path = format!("/visits/{}/person", revealed.visit.id);
    for hit in &mut hits.rows {
        let Act::Go { href, .. } = &hit.act else {
            continue;
        };
        hit.act = Act::Do {
            action: path.clone(),
            label: screen.words.t("visit-link"),
            idem: screen.idem(),
            rev: Some(revealed.visit.rev),
            sends: vec![("record".to_owned(), href.clone())],
        };
    }
    Ok(hits)
}

fn content(
    screen: &Screen,
    revealed: &Revealed,
    kept: &Posted,
    found: Option<Found>,
) -> impl IntoView + use<> {
    let words = screen.words;
    let inside = revealed.visit.stage != Stage::Left;
    let brings = inside && !revealed.visit.is_call();
    let labels = vec![
        ("service", words.t("visit-service")),
        ("room", words.t("visit-room")),
    ];
    view! {
        {screen.said(kept)}
        {head(screen, revealed)}
        <ErrorSummary posted=kept.clone() labels words />
        <div class="beside">
            <div class="stack">
                {who(screen, revealed, found)}
                {brings.then(|| next::bring(screen, revealed, kept))}
            </div>
            <aside class="stack">
                {inside.then(|| next::leave(screen, revealed))}
                {steps(screen, revealed)}
            </aside>
        </div>
    }
}

/// What the visit is called, where it stands, and the way back.
fn head(screen: &Screen, revealed: &Revealed) -> impl IntoView + use<> {
    let (words, visit) = (screen.words, revealed.visit);
    let since = words.time(visit.arrived_at, &screen.centre.zone);
    let since_key = if visit.is_call() {
        "visit-since-call"
    } else {
        "visit-since"
    };
    let token = visit.token.to_string();
    let title = words.with("visit-title", &[("token", token.into())]);
    view! {
        <header class="page-head">
            <div class="visit-head">
                <h1 class="token large">{title}</h1>
                <p>
                    <strong>{stage(words, &visit)}</strong>
                    <span class="muted">" · " {words.with(since_key, &[("time", since.into())])}</span>
                </p>
            </div>
            <Go href="/desk" label=words.t("back-to-board") weight=Weight::Quiet icon=Icon::Before />
        </header>
    }
}

fn who(screen: &Screen, revealed: &Revealed, found: Option<Found>) -> impl IntoView + use<> {
    let words = screen.words;
    let person = revealed.person.as_ref();
    let person = person.map(|person| named(screen, person.record, revealed));
    let unknown = person.is_none();
    let links = unknown && screen.may(Action::LinkVisit);
    let link = links.then(|| link(screen, revealed, found));
    let facts = facts(screen, revealed);
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-who")}</h2>
            {person}
            {unknown.then(|| view! { <p class="muted">{words.t("visit-who-unknown")}</p> })}
            <DetailList lines=facts />
        </Card>
        {link}
    }
}

/// Why the visitor came, as far as it was asked at the desk.
fn facts(screen: &Screen, revealed: &Revealed) -> Vec<(String, String)> {
    let (words, visit) = (screen.words, revealed.visit);
    let service = visit
        .service
        .and_then(|service| revealed.house.service(service));
    let remark = revealed.remark.reveal().as_ref().map(Remark::as_str);
    let facts = [
        (
            "check-in-kind",
            Some(words.of("visit-kind", visit.kind.code())),
        ),
        (
            "check-in-purpose",
            Some(words.of("purpose", visit.purpose.code())),
        ),
        ("visit-service", service.map(|service| service.name.clone())),
        ("check-in-remark", remark.map(str::to_owned)),
    ];
    let known = facts.into_iter();
    known
        .filter_map(|(key, fact)| Some((words.t(key), fact?)))
        .collect()
}

fn named(screen: &Screen, record: RecordId, revealed: &Revealed) -> impl IntoView + use<> {
    let words = screen.words;
    let identity = revealed
        .person
        .as_ref()
        .map(|person| person.identity.reveal());
    let called = identity
        .and_then(|who| who.called())
        .map(|name| name.as_str().to_owned());
    let called = called.unwrap_or_else(|| words.t("person-initials-unknown"));
    view! { <p class="called"><a href=format!("/people/{record}")>{called}</a></p> }
}

/// The field for saying whose visit it is, with the people it may be.
fn link(screen: &Screen, revealed: &Revealed, found: Option<Found>) -> impl IntoView + use<> {
    let words = screen.words;
    let action = format!("/visits/{}/search", revealed.visit.id);
    let typed = found.as_ref().map(|found| found.asked.clone());
    let found = found.map(|found| {
        let begin = begin(screen, revealed, &found);
        let rows: Vec<_> = found
            .hits
            .rows
            .into_iter()
            .map(|hit| view! { <HitRow hit /> })
            .collect();
        view! {
            <p class="muted" role="status">{found.hits.note}</p>
            <ul class="hits">{rows}</ul>
            {begin}
        }
    });
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-link")}</h2>
            <p class="muted">{words.t("visit-link-lead")}</p>
            <SearchBox
                action=action
                label=words.t("search-label")
                typed=typed.unwrap_or_default()
                send=words.t("search-send")
                id="find-person"
                name=words.t("visit-link")
            />
            {found}
        </Card>
    }
}

/// Somebody nobody knows yet: the form for a new person, with what was looked for, who then belongs
/// to this visit.
fn begin(screen: &Screen, revealed: &Revealed, found: &Found) -> Option<impl IntoView + use<>> {
    let key = if found.hits.rows.is_empty() {
        "search-new"
    } else {
        "search-none-of-them"
    };
    let act = Act::Do {
        action: "/people/begin".to_owned(),
        label: screen.words.t(key),
        idem: screen.idem(),
        rev: None,
        sends: vec![
            ("q".to_owned(), found.asked.clone()),
            ("visit".to_owned(), revealed.visit.id.to_string()),
        ],
    };
    let may = screen.may(Action::RegisterPerson);
    may.then(|| view! { <Acts act weight=Weight::Quiet icon=Some(Icon::NewPerson) /> })
}
