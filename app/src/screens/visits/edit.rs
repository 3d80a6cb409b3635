//! Putting a visit right: who came in, what for, for which service, and the remark.

use axum::extract::{Path, State};
use desk::visits::{self, Revealed, VisitError};
use domain::text::Remark;
use domain::visit::{VisitCorrection, VisitRefusal};
use domain::{ServiceId, Unfit, VisitId};
use leptos::prelude::*;

use super::facts::{self, FACTS};
use super::fields::{check_in_asked, check_in_fields};
use super::moves::{moved, seen};
use crate::form::{ErrorSummary, Form, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, Notice, PageHead, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, visit_failed};

/// The fields of the form, in their order.
const FIELDS: [&str; 4] = ["kind", "purpose", "service", "remark"];

/// Shows the form with what is known now, or with what was typed.
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
    let path = format!("/visits/{id}/edit");
    let kept = screen.kept(&path).await?;
    Ok(screen
        .show(Place::form(path), move |screen| {
            content(screen, &revealed, kept)
        })
        .await)
}

/// What is known, the way the form sends it.
fn written(revealed: &Revealed) -> Posted {
    let visit = revealed.visit;
    let service = visit.service.map(|service: ServiceId| service.to_string());
    let remark = revealed.remark.reveal().as_ref().map(Remark::as_str);
    let mut posted = Posted::default();
    posted.keep("kind", visit.kind.code());
    posted.keep("purpose", visit.purpose.code());
    posted.keep("service", service.unwrap_or_default());
    posted.keep("remark", remark.unwrap_or_default());
    facts::written(revealed.facts.reveal(), &mut posted);
    posted
}

fn content(screen: &Screen, revealed: &Revealed, kept: Posted) -> impl IntoView + use<> {
    let (words, rev) = (screen.words, revealed.visit.rev);
    let path = format!("/visits/{}", revealed.visit.id);
    let typed = !kept.values.is_empty();
    let behind = typed && kept.value("rev").parse().unwrap_or(rev) != rev;
    let behind = behind.then(|| {
        let (title, text) = (
            words.t("error-changed-title"),
            words.t("error-changed-text"),
        );
        view! { <Notice tone=Tone::Care title text /> }
    });
    let posted = if typed { kept } else { written(revealed) };
    let fields = check_in_fields(words, &posted, &revealed.house);
    let token = revealed.visit.token.to_string();
    let under = words.with("visit-title", &[("token", token.into())]);
    let asked = FIELDS.into_iter().chain(["children"]);
    let labels = asked.map(|field| (field, words.t(label(field))));
    let labels: Vec<_> = labels.collect();
    view! {
        <PageHead title=words.t("visit-correct") under />
        {behind}
        <ErrorSummary posted labels words />
        <Form action=format!("{path}/edit") idem=screen.idem() rev=Some(rev) main=true>
            <Card ground=Ground::Roomy>{fields}</Card>
            <div class="buttons">
                <Submit label=words.t("save") />
                <Go href=path label=words.t("cancel") weight=Weight::Quiet />
            </div>
        </Form>
    }
}

/// The question of a field.
fn label(field: &str) -> &'static str {
    match field {
        "kind" => "check-in-kind",
        "purpose" => "check-in-purpose",
        "service" => "check-in-service",
        "children" => "facts-children",
        _ => "check-in-remark",
    }
}

/// Stores what was typed, or keeps it and says why not.
pub async fn post(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let edit = format!("/visits/{}/edit", seen.visit);
    let mut posted = typed.posted(&[&FIELDS[..], &FACTS[..]].concat());
    posted.keep("rev", typed.get("rev"));
    let Some(asked) = check_in_asked(&mut posted) else {
        return back(&site, &signed, &edit, &posted).await;
    };
    let found = VisitCorrection {
        kind: asked.kind,
        purpose: asked.purpose,
        service: asked.service,
        remark: asked.remark,
        facts: asked.facts,
    };
    let done = visits::correct(&site.desk, &signed.actor(), seen, &found).await;
    match done {
        Err(VisitError::Stale) => back(&site, &signed, &edit, &posted).await,
        Err(VisitError::Refused(refusal)) => {
            posted.refuse("kind", unfit(refusal));
            back(&site, &signed, &edit, &posted).await
        }
        done => moved(&site, &signed, seen, (done, "visit-corrected")).await,
    }
}

/// Why this kind does not fit: a call is no visitor, and a visitor in a room is no call.
const fn unfit(refusal: VisitRefusal) -> Unfit {
    match refusal {
        VisitRefusal::OnThePhone => Unfit::StaysCall,
        _ => Unfit::StaysVisitor,
    }
}
