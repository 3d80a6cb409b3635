//! One visit: where it stands, whose it is, and the next steps.

use axum::extract::{Path, State};
use desk::visits::{self, Revealed};
use domain::role::Action;
use domain::text::Remark;
use domain::visit::Stage;
use domain::{Pii, RecordId, VisitId};
use leptos::prelude::*;

use crate::form::{ErrorSummary, Posted};
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Card, DetailList, Go, Ground, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, visit_failed};
use crate::screens::visits::{facts, minor, stage, undo};

mod next;
mod steps;
mod whose;

use steps::steps;
use whose::Asking;

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
    let asking = whose::asking(&screen, &revealed, &kept).await?;
    let names = if revealed.visit.awaits_duty {
        Some(minor::on_duty(&screen).await?)
    } else {
        None
    };
    let bringing = !revealed.visit.is_over() && !revealed.visit.is_call() && names.is_none();
    let place = if bringing && !revealed.house.services.is_empty() {
        Place::form(path)
    } else {
        Place::at(path)
    };
    Ok(screen
        .show(place, move |screen| {
            content(screen, &revealed, &kept, (asking, names.as_deref()))
        })
        .await)
}

fn content(
    screen: &Screen,
    revealed: &Revealed,
    kept: &Posted,
    (asking, names): (Asking, Option<&[Pii<String>]>),
) -> impl IntoView + use<> {
    let words = screen.words;
    let inside = !revealed.visit.is_over();
    // Before the colleague on duty is there, nothing is asked of a minor who came alone.
    let brings = inside && !revealed.visit.is_call() && names.is_none();
    let minor = names.map(|names| minor::section(screen, revealed, names));
    let labels = vec![
        ("service", words.t("visit-service")),
        ("room", words.t("visit-room")),
        ("again", words.t("visit-link")),
    ];
    let never = revealed.visit.stage == Stage::TakenBack;
    let links = screen.may(Action::LinkVisit) && names.is_none() && !never;
    let ways = links.then(|| whose::ways(screen, revealed, asking, kept));
    view! {
        {screen.said(kept)}
        {head(screen, revealed)}
        <ErrorSummary posted=kept.clone() labels words />
        <div class="beside">
            <div class="stack">
                {minor}
                {who(screen, revealed)}
                {ways}
                {brings.then(|| next::bring(screen, revealed, kept))}
            </div>
            <aside class="stack">
                {inside.then(|| next::leave(screen, revealed))}
                {undo::section(screen, revealed)}
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

fn who(screen: &Screen, revealed: &Revealed) -> impl IntoView + use<> {
    let words = screen.words;
    let person = revealed.person.as_ref();
    let person = person.map(|person| named(screen, person.record, revealed));
    let unknown = person.is_none();
    let facts = facts(screen, revealed);
    let never = revealed.visit.stage == Stage::TakenBack;
    let corrects = screen.may(Action::CorrectVisit) && !never && !revealed.visit.awaits_duty;
    let correct = corrects.then(|| {
        let href = format!("/visits/{}/edit", revealed.visit.id);
        let label = words.t("visit-correct");
        view! { <Go href label weight=Weight::Quiet icon=Icon::Edit /> }
    });
    let slip = (!revealed.visit.is_call() && !never).then(|| {
        let href = format!("/visits/{}/slip", revealed.visit.id);
        view! { <Go href label=words.t("slip") weight=Weight::Quiet icon=Icon::Print /> }
    });
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-who")}</h2>
            {person}
            {unknown.then(|| view! { <p class="muted">{words.t("visit-who-unknown")}</p> })}
            <DetailList lines=facts />
            <div class="buttons">{correct} {slip}</div>
        </Card>
    }
}

/// Why the visitor came, as far as it was asked at the desk.
fn facts(screen: &Screen, revealed: &Revealed) -> Vec<(String, String)> {
    let (words, visit) = (screen.words, revealed.visit);
    let service = visit
        .service
        .and_then(|service| revealed.house.service(service));
    let remark = revealed.remark.reveal().as_ref().map(Remark::as_str);
    let kind = if visit.is_call() {
        "check-in-kind-call"
    } else {
        "check-in-kind"
    };
    let facts = [
        (kind, Some(words.of("visit-kind", visit.kind.code()))),
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
        .chain(facts::said(words, revealed.facts.reveal()))
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
