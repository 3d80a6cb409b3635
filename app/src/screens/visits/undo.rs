//! The way back from a mistake: a button in the sentence that says what was done, and one on the visit,
//! for five minutes.

use axum::extract::{Path, State};
use desk::visits::{self, Revealed, VisitError, deed};
use domain::role::Action;
use domain::visit::{Undo, Visit, VisitRefusal};
use domain::{Instant, VisitId};
use leptos::prelude::*;

use super::moves::{landing, moved, seen};
use crate::form::{Form, Posted, Submit};
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Go, Notice, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::{Screen, back, say, visit_failed};

/// Sends the browser to a page with one sentence about a visit, from which it can be taken back.
pub(super) async fn say_of(
    site: &Site,
    signed: &Signed,
    path: &str,
    (said, visit): (&str, &Visit),
) -> Page {
    let mut posted = Posted::default();
    posted.keep("said", said);
    posted.keep("token", visit.token.to_string());
    posted.keep("visit", visit.id.to_string());
    back(site, signed, path, &posted).await
}

/// What the sentence of a page is about, and what of it can be taken back until when.
pub struct Offer {
    visit: Visit,
    undo: Option<(Undo, Instant)>,
}

/// Looks up what the sentence of a page is about; nothing when it is about no visit.
///
/// # Errors
/// The page to answer instead: who asks may not, or the house is sealed.
pub async fn offer(screen: &Screen, kept: &Posted) -> Result<Option<Offer>, Page> {
    let Ok(visit) = VisitId::parse(kept.value("visit")) else {
        return Ok(None);
    };
    let found = visits::undoable(&screen.site.desk, &screen.signed.actor(), visit).await;
    match found {
        Ok((visit, undo)) => Ok(Some(Offer { visit, undo })),
        Err(VisitError::NotFound) => Ok(None),
        Err(error) => Err(visit_failed(&error)),
    }
}

/// The sentence, with the way back and the slip beside it.
#[must_use]
pub fn told(screen: &Screen, kept: &Posted, offer: Option<&Offer>) -> Option<AnyView> {
    let Some(offer) = offer else {
        return screen.said(kept);
    };
    let (tone, text) = screen.sentence(kept)?;
    let undo = offer.undo.filter(|(undo, _)| screen.may(deed(*undo)));
    let undo = undo.map(|_| {
        let act = Act::Do {
            action: format!("/visits/{}/undo", offer.visit.id),
            label: screen.words.t("undo"),
            idem: screen.idem(),
            rev: Some(offer.visit.rev),
            sends: Vec::new(),
        };
        view! { <Acts act about=offer.visit.token.to_string() /> }
    });
    let takes = kept.value("said") == "check-in-done" && !offer.visit.is_over();
    let slip = takes.then(|| {
        let href = format!("/visits/{}/slip", offer.visit.id);
        view! { <Go href label=screen.words.t("slip") weight=Weight::Small icon=Icon::Print /> }
    });
    if undo.is_none() && slip.is_none() {
        return screen.said(kept);
    }
    Some(view! { <Notice tone text>{undo} {slip}</Notice> }.into_any())
}

/// The way back on the page of the visit; nothing once it is too late.
#[must_use]
pub(super) fn section(screen: &Screen, revealed: &Revealed) -> Option<impl IntoView + use<>> {
    let (words, visit) = (screen.words, revealed.visit);
    let can = visit.undoable(&revealed.steps, screen.site.desk.now());
    let (undo, until) = can.ok()?;
    let may = screen.may(Action::UndoVisit) && screen.may(deed(undo));
    let (title, text) = match undo {
        Undo::Arrival => ("undo-arrival-title", "undo-arrival-text"),
        Undo::Move | Undo::Departure => ("undo-title", "undo-text"),
    };
    let until = words.time(until, &screen.centre.zone);
    let text = words.with(text, &[("time", until.into())]);
    let action = format!("/visits/{}/undo", visit.id);
    may.then(|| {
        view! {
            <section class="card roomy stack" id="undo">
                <h2>{words.t(title)}</h2>
                <p>{text}</p>
                <Form action idem=screen.idem() rev=Some(visit.rev)>
                    <div class="buttons">
                        <Submit label=words.t("undo") weight=Weight::Plain />
                    </div>
                </Form>
            </section>
        }
    })
}

/// Takes the last step of a visit back.
pub async fn post_undo(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::undo(&site.desk, &signed.actor(), seen).await;
    if let Err(VisitError::Refused(VisitRefusal::AlreadyInside)) = done {
        let path = landing(&signed, seen.visit);
        return say(
            &site,
            &signed,
            &path,
            ("visit-refused-again", String::new()),
        )
        .await;
    }
    moved(&site, &signed, seen, (done, "undo-done")).await
}
