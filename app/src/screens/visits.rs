//! Checking in, one visit, bringing somebody to a service, and checking out.

use axum::extract::{Path, State};
use desk::people;
use desk::visits::{self, Seen, VisitError};
use domain::person::Person;
use domain::text::Remark;
use domain::visit::{CheckIn, Purpose, VisitKind, VisitRefusal};
use domain::{Pii, RecordId, RoomId, ServiceId, VisitId};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, person_failed, say, visit_failed};
use crate::form::{ErrorSummary, Form, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Ground, PageHead};
use crate::request::{Nonce, Signed, Typed};

mod fields;
mod one;

pub use fields::{check_in_asked, check_in_fields};
pub use one::get;

/// The path for a visitor who stays a number.
const NUMBER: &str = "/visits/new";

/// The fields of a check-in.
const FIELDS: [&str; 4] = ["kind", "purpose", "service", "remark"];

/// Shows the check-in of a person who is known.
pub async fn get_check_in(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
) -> Page {
    let shown = async {
        let record = RecordId::parse(&record).map_err(|_| Page::missing())?;
        let person = people::show(&site.desk, &signed.actor(), record).await;
        let person = person.map_err(|error| person_failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        show_check_in(screen, format!("/people/{record}/check-in"), Some(person)).await
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Shows the check-in of a visitor who stays a number.
pub async fn get_number(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        show_check_in(screen, NUMBER.to_owned(), None).await
    };
    shown.await.unwrap_or_else(|page| page)
}

async fn show_check_in(screen: Screen, path: String, person: Option<Person>) -> Result<Page, Page> {
    let actor = screen.signed.actor();
    let house = visits::house(&screen.site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let mut posted = screen.kept(&path).await?;
    if posted.fits() && posted.value("kind").is_empty() {
        posted.keep("kind", VisitKind::Victim.code());
        posted.keep("purpose", Purpose::Appointment.code());
    }
    let place = Place::at(path.clone());
    let draw = move |screen: &Screen| {
        let words = screen.words;
        let unknown = || words.t("person-initials-unknown");
        let called = person.map_or_else(unknown, |person| {
            let called = person
                .identity
                .reveal()
                .called()
                .map(|name| name.as_str().to_owned());
            called.unwrap_or_else(unknown)
        });
        let fields = check_in_fields(words, &posted, &house);
        view! {
            <PageHead title=words.t("check-in-title") under=called />
            <ErrorSummary posted words />
            <Form action=path idem=screen.idem()>
                <Card ground=Ground::Roomy>{fields}</Card>
                <div class="buttons"><Submit label=words.t("check-in-send") /></div>
            </Form>
        }
    };
    Ok(screen.show(place, draw).await)
}

/// Receives a person who is known.
pub async fn post_check_in(
    State(site): State<Site>,
    signed: Signed,
    Path(record): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(record) = RecordId::parse(&record) else {
        return Page::missing();
    };
    let path = format!("/people/{record}/check-in");
    check_in(&site, &signed, &path, (Some(record), &typed))
        .await
        .unwrap_or_else(|page| page)
}

/// Receives a visitor who stays a number.
pub async fn post_number(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    check_in(&site, &signed, NUMBER, (None, &typed))
        .await
        .unwrap_or_else(|page| page)
}

async fn check_in(
    site: &Site,
    signed: &Signed,
    path: &str,
    (record, typed): (Option<RecordId>, &Typed),
) -> Result<Page, Page> {
    let mut posted = typed.posted(&FIELDS);
    let (Some(asked), Some(key)) = (check_in_asked(&mut posted), typed.idem()) else {
        return Ok(back(site, signed, path, &posted).await);
    };
    let asked = CheckIn { record, ..asked };
    let visit = visits::check_in(&site.desk, &signed.actor(), asked, key).await;
    received(site, signed, visit.map_err(|error| visit_failed(&error))?).await
}

/// Back to the board, which says the token.
pub async fn received(site: &Site, signed: &Signed, visit: VisitId) -> Result<Page, Page> {
    let token = visits::token(&site.desk, &signed.actor(), visit).await;
    let token = token.map_err(|error| visit_failed(&error))?;
    Ok(say(site, signed, "/desk", ("check-in-done", token.to_string())).await)
}

/// The visit a form is about, as it was shown.
fn seen(visit: &str, typed: &Typed) -> Option<Seen> {
    Some(Seen {
        visit: VisitId::parse(visit).ok()?,
        rev: typed.rev(),
    })
}

/// Brings a visitor to a service.
pub async fn post_bring(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let path = format!("/visits/{}", seen.visit);
    let mut posted = typed.posted(&["service", "room"]);
    let service = posted.check("service", filled(typed.get("service"), ServiceId::parse));
    let room = match typed.get("room") {
        "" => None,
        room => posted.check("room", RoomId::parse(room)),
    };
    let Some(service) = service.filter(|_| posted.fits()) else {
        return back(&site, &signed, &path, &posted).await;
    };
    let done = visits::bring(&site.desk, &signed.actor(), seen, (service, room)).await;
    moved(&site, &signed, seen, (done, "")).await
}

/// A field that must be filled in, then read.
fn filled<T>(
    raw: &str,
    read: impl Fn(&str) -> Result<T, domain::Unfit>,
) -> Result<T, domain::Unfit> {
    if raw.is_empty() {
        Err(domain::Unfit::Missing)
    } else {
        read(raw)
    }
}

/// Brings a visitor back to the waiting room.
pub async fn post_wait(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::wait(&site.desk, &signed.actor(), seen).await;
    moved(&site, &signed, seen, (done, "")).await
}

/// Says that a visitor has left.
pub async fn post_leave(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::leave(&site.desk, &signed.actor(), seen).await;
    moved(&site, &signed, seen, (done, "visit-gone")).await
}

/// Looks for the person whose visit it is.
pub async fn post_search(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(visit) = VisitId::parse(&visit) else {
        return Page::missing();
    };
    let mut posted = Posted::default();
    posted.keep("q", typed.get("q"));
    back(&site, &signed, &format!("/visits/{visit}"), &posted).await
}

/// Says whose visit it is.
pub async fn post_person(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let (Some(seen), Ok(record)) = (seen(&visit, &typed), RecordId::parse(typed.get("record")))
    else {
        return Page::missing();
    };
    let done = visits::link(&site.desk, &signed.actor(), seen, record).await;
    moved(&site, &signed, seen, (done, "visit-linked")).await
}

/// Where a step of a visit leads: the board when she has left, else the visit, which says what was
/// wrong.
async fn moved(
    site: &Site,
    signed: &Signed,
    seen: Seen,
    (done, said): (Result<(), VisitError>, &str),
) -> Page {
    let path = format!("/visits/{}", seen.visit);
    let told = |key: &'static str| (key, String::new());
    match done {
        Ok(()) if said.is_empty() => Page::see(&path),
        Ok(()) => {
            let token = visits::token(&site.desk, &signed.actor(), seen.visit).await;
            let token = token.map(|token| token.to_string()).unwrap_or_default();
            let to = if said == "visit-gone" { "/desk" } else { &path };
            say(site, signed, to, (said, token)).await
        }
        Err(VisitError::Stale) => say(site, signed, &path, told("unfit-changed-meanwhile")).await,
        Err(VisitError::Refused(refusal)) => {
            say(site, signed, &path, told(refusal_key(refusal))).await
        }
        Err(error) => visit_failed(&error),
    }
}

const fn refusal_key(refusal: VisitRefusal) -> &'static str {
    match refusal {
        VisitRefusal::AlreadyLeft => "visit-refused-left",
        VisitRefusal::AlreadyThere => "visit-refused-there",
        VisitRefusal::AlreadyLinked => "visit-refused-linked",
    }
}

/// A remark as the form sends it.
fn remark(raw: &str) -> Result<Pii<Option<Remark>>, domain::Unfit> {
    Remark::optional(raw).map(Pii::new)
}
