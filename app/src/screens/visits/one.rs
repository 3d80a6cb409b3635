//! One visit: where it stands, whose it is, and the next steps.

use axum::extract::{Path, State};
use desk::store::visits::{Step, StepKind};
use desk::visits::{self, Revealed};
use domain::text::Remark;
use domain::visit::Stage;
use domain::{RecordId, VisitId};
use leptos::prelude::*;

use crate::form::{Choice, ErrorSummary, Form, Look, Pick, Posted, Submit};
use crate::islands::people::Hits;
use crate::page::{Page, Site};
use crate::parts::board::{HitRow, SearchBox};
use crate::parts::{Act, Card, DetailList, Ground, Notice, TokenBadge, Tone, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, visit_failed};
use crate::screens::search;

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
    let hits = if asked.is_empty() {
        None
    } else {
        Some(candidates(&screen, &revealed, &asked).await?)
    };
    let place = Place::at(path);
    Ok(screen
        .show(place, move |screen| content(screen, &revealed, kept, hits))
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
    kept: Posted,
    hits: Option<Hits>,
) -> impl IntoView + use<> {
    let words = screen.words;
    let visit = revealed.visit;
    let since = words.time(visit.arrived_at, &screen.centre.zone);
    let said = said(screen, &kept);
    let inside = visit.stage != Stage::Left;
    let steps: Vec<(String, String)> = revealed
        .steps
        .iter()
        .map(|step| step_line(screen, revealed, step))
        .collect();
    view! {
        {said}
        <header class="page-head">
            <div class="row">
                <TokenBadge token=visit.token.to_string() large=true />
                <div>
                    <h1>{words.with("visit-title", &[("token", visit.token.to_string().into())])}</h1>
                    <p class="muted">
                        {words.of("stage", visit.stage.code())} " · "
                        {words.with("visit-since", &[("time", since.into())])}
                    </p>
                </div>
            </div>
        </header>
        <ErrorSummary posted=kept.clone() words />
        <div class="pair">
            <div class="stack">
                {who(screen, revealed, hits)}
                {inside.then(|| bring(screen, revealed, &kept))}
            </div>
            <div class="stack">
                {inside.then(|| leave(screen, revealed))}
                <Card ground=Ground::Roomy><h2>{words.t("visit-steps")}</h2><DetailList lines=steps /></Card>
            </div>
        </div>
    }
}

fn said(screen: &Screen, kept: &Posted) -> Option<impl IntoView + use<>> {
    let key = kept.value("said");
    let text = screen
        .words
        .with(key, &[("token", kept.value("token").to_owned().into())]);
    let tone = if key == "visit-linked" {
        Tone::Ok
    } else {
        Tone::Care
    };
    (!key.is_empty()).then(|| view! { <Notice tone text /> })
}

fn who(screen: &Screen, revealed: &Revealed, hits: Option<Hits>) -> impl IntoView + use<> {
    let words = screen.words;
    let person = revealed
        .person
        .as_ref()
        .map(|person| named(screen, person.record, revealed));
    let unknown = person.is_none();
    let visit = revealed.visit;
    let mut facts = vec![
        (
            words.t("check-in-kind"),
            words.of("visit-kind", visit.kind.code()),
        ),
        (
            words.t("check-in-purpose"),
            words.of("purpose", visit.purpose.code()),
        ),
    ];
    let service = visit
        .service
        .and_then(|service| revealed.house.service(service));
    facts.extend(service.map(|service| (words.t("visit-service"), service.name.clone())));
    let remark = revealed.remark.reveal().as_ref().map(Remark::as_str);
    facts.extend(remark.map(|remark| (words.t("check-in-remark"), remark.to_owned())));
    let links = unknown && screen.may(domain::role::Action::LinkVisit);
    let link = links.then(|| link(screen, revealed, hits));
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-who")}</h2>
            {person}
            {unknown.then(|| view! { <p class="muted">{words.t("visit-who-unknown")}</p> })}
            <DetailList lines=facts />
            {link}
        </Card>
    }
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
    view! { <p><a href=format!("/people/{record}")><strong>{called}</strong></a></p> }
}

/// The field for saying whose visit it is, with the people it may be.
fn link(screen: &Screen, revealed: &Revealed, hits: Option<Hits>) -> impl IntoView + use<> {
    let words = screen.words;
    let found = hits.map(|hits| {
        let rows: Vec<_> = hits
            .rows
            .into_iter()
            .map(|hit| view! { <HitRow hit /> })
            .collect();
        view! { <p class="muted" role="status">{hits.note}</p> <ul class="hits">{rows}</ul> }
    });
    view! {
        <h3>{words.t("visit-link")}</h3>
        <p class="muted">{words.t("visit-link-lead")}</p>
        <SearchBox
            action=format!("/visits/{}/search", revealed.visit.id)
            label=words.t("search-label")
            send=words.t("search-send")
            id="find-person"
        />
        {found}
    }
}

fn bring(screen: &Screen, revealed: &Revealed, kept: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let house = &revealed.house;
    let mut shown = kept.clone();
    if let Some(service) = revealed.visit.service
        && shown.value("service").is_empty()
    {
        shown.keep("service", service.to_string());
    }
    let pick = |id: String, name: &String| Pick::new(id, name.clone());
    let services = house
        .services
        .iter()
        .map(|s| pick(s.id.to_string(), &s.name))
        .collect::<Vec<_>>();
    let rooms = house
        .rooms
        .iter()
        .map(|r| pick(r.id.to_string(), &r.name))
        .collect::<Vec<_>>();
    let path = format!("/visits/{}", revealed.visit.id);
    let with = revealed.visit.stage == Stage::WithService;
    let (rev, idem, again) = (revealed.visit.rev, screen.idem(), screen.idem());
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-bring")}</h2>
            <Form action=format!("{path}/bring") idem rev=Some(rev)>
                <Choice
                    label=words.t("visit-service")
                    entry=shown.entry("service", words)
                    picks=services
                    look=Look::Select
                />
                <Choice
                    label=words.t("visit-room")
                    hint=words.t("optional")
                    entry=shown.entry("room", words)
                    picks=rooms
                    look=Look::Select
                />
                <div class="buttons"><Submit label=words.t("visit-bring-send") /></div>
            </Form>
            {with.then(|| view! {
                <Form action=format!("{path}/wait") idem=again rev=Some(rev)>
                    <Submit label=words.t("visit-wait") weight=Weight::Plain />
                </Form>
            })}
        </Card>
    }
}

fn leave(screen: &Screen, revealed: &Revealed) -> impl IntoView + use<> {
    let words = screen.words;
    let token = revealed.visit.token.to_string();
    let action = format!("/visits/{}/leave", revealed.visit.id);
    let (idem, rev) = (screen.idem(), revealed.visit.rev);
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-leave")}</h2>
            <p>{words.with("visit-leave-check", &[("token", token.into())])}</p>
            <Form action=action idem=idem rev=Some(rev)>
                <Submit
                    label=words.t("visit-leave-send")
                    weight=Weight::Plain
                    icon=crate::icons::Icon::Leave
                />
            </Form>
        </Card>
    }
}

/// When, and what happened.
fn step_line(screen: &Screen, revealed: &Revealed, step: &Step) -> (String, String) {
    let words = screen.words;
    let service = step
        .service
        .and_then(|id| revealed.house.service(id))
        .map(|s| s.name.clone());
    let room = step
        .room
        .and_then(|id| revealed.house.room(id))
        .map(|r| r.name.clone());
    let what = match (step.kind, service, room) {
        (StepKind::Arrived, ..) => words.t("visit-arrived"),
        (StepKind::Linked, ..) => words.t("visit-step-linked"),
        (StepKind::Reached(Stage::Waiting), ..) => words.t("board-waiting-room"),
        (StepKind::Reached(Stage::Left), ..) => words.t("visit-left"),
        (StepKind::Reached(Stage::WithService), Some(service), Some(room)) => words.with(
            "visit-step-room",
            &[("service", service.into()), ("room", room.into())],
        ),
        (StepKind::Reached(Stage::WithService), Some(service), None) => {
            words.with("visit-step-with", &[("service", service.into())])
        }
        (StepKind::Reached(Stage::WithService), None, _) => words.t("board-with"),
    };
    (words.time(step.at, &screen.centre.zone), what)
}
