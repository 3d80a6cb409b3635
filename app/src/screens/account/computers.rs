//! The computers of the desk on which a PIN opens the screen: this one is enrolled here, and any of
//! them ended.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use desk::sessions::SessionError;
use desk::store::workstations::Workstation;
use desk::workstations;
use domain::WorkstationId;
use domain::role::Action;
use domain::text::Remark;
use leptos::prelude::*;

use super::HERE;
use crate::cookies;
use crate::form::{Field, Form, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Tag, Tone, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::{Screen, back, say};
use crate::screens::porch::{Porchgoer, session_failed};
use crate::words::Words;

/// The computers as far as the colleague may know of them.
#[derive(Clone)]
pub(super) struct Computers {
    here: Option<Workstation>,
    all: Option<Vec<Workstation>>,
}

/// Loads them: all of them for whoever may enrol, for others the one in front of them.
pub(super) async fn load(screen: &Screen, here: Option<Workstation>) -> Result<Computers, Page> {
    let mut all = None;
    if screen.may(Action::EnrolWorkstation) {
        let known = workstations::all(&screen.site.desk, &screen.signed.actor()).await;
        all = Some(known.map_err(|error| session_failed(&error))?);
    }
    Ok(Computers { here, all })
}

/// The card of the account; nothing for whoever neither enrols nor sits at an enrolled one.
pub(super) fn card(
    words: Words,
    posted: Posted,
    computers: Computers,
    idem: String,
) -> impl IntoView {
    let Computers { here, all } = computers;
    if here.is_none() && all.is_none() {
        return None;
    }
    let name = here
        .as_ref()
        .map(|here| view! { <Tag label=here.name.clone() tone=Tone::Ok /> });
    let manages = all.map(|all| {
        view! {
            <Form action="/account/workstation" idem=idem.clone()>
                <Field label=words.t("workstation-name") entry=posted.entry("computer", words) />
                <div class="row end">
                    <Submit label=words.t("workstation-enrol") weight=Weight::Plain />
                </div>
            </Form>
            <Enrolled words all idem />
        }
    });
    Some(view! {
        <Card ground=Ground::Roomy>
            <div class="row between"><h2>{words.t("workstation-title")}</h2> {name}</div>
            <p class="muted">{words.t("workstation-lead")}</p>
            {manages}
        </Card>
    })
}

/// Every enrolled computer, each with the way to end it.
#[component]
fn Enrolled(words: Words, all: Vec<Workstation>, idem: String) -> impl IntoView {
    let rows: Vec<_> = all
        .into_iter()
        .map(|one| {
            let act = Act::Do {
                action: "/account/workstation/end".to_owned(),
                label: words.t("workstation-end"),
                idem: idem.clone(),
                rev: None,
                sends: vec![("workstation".to_owned(), one.id.to_string())],
            };
            let name = one.name;
            view! { <li class="row between"><span>{name.clone()}</span> <Acts act about=name /></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{words.t("workstation-all")}</h3>
            <ul class="stack tight">{rows}</ul>
        }
    })
}

/// Enrols the computer this browser runs on.
pub async fn post(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    typed: Typed,
) -> Response {
    let mut posted = typed.posted(&["computer"]);
    let name = posted.check("computer", Remark::parse(typed.get("computer")));
    let Some(name) = name.filter(|_| posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await.into_response();
    };
    let before = porch.browser.workstation.map(|before| before.id);
    match workstations::enrol(&site.desk, &signed.actor(), &name, before).await {
        Ok(token) => {
            let said = ("workstation-enrolled", String::new());
            cookies::enrol(say(&site, &signed, HERE, said).await, &token)
        }
        Err(SessionError::Forbidden(_)) => Page::missing().into_response(),
        Err(error) => session_failed(&error).into_response(),
    }
}

/// Ends an enrolment: no PIN opens that screen any more.
pub async fn post_end(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let Ok(id) = WorkstationId::parse(typed.get("workstation")) else {
        return Page::missing();
    };
    match workstations::end(&site.desk, &signed.actor(), id).await {
        Ok(true) => say(&site, &signed, HERE, ("workstation-ended", String::new())).await,
        // A form that was sent twice: the list says what is true now.
        Ok(false) => Page::see(HERE),
        Err(error) => session_failed(&error),
    }
}
