//! Checking in, one visit, bringing somebody to a service, and checking out.

use axum::extract::{Path, State};
use desk::people;
use desk::visits::{self, VisitError};
use domain::person::{Person, is_minor};
use domain::text::Remark;
use domain::visit::{CheckIn, Purpose, Stage, Visit, VisitKind, VisitRefusal};
use domain::{Pii, RecordId, Unfit, VisitId};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, person_failed, visit_failed};
use super::search;
use crate::form::{ErrorSummary, Form, Posted, Submit, Tick};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

mod closing;
mod edit;
mod facts;
mod fields;
mod minor;
mod moves;
mod one;
mod slip;
mod undo;

pub use closing::{HERE as CLOSING, get_closing, post_stays};
pub use edit::{get as get_edit, post as post_edit};
pub use facts::{FACTS, came_alone, company};
pub use fields::{check_in_asked, check_in_fields};
pub use minor::{get_child, post_child, post_met};
pub use moves::{belongs, post_bring, post_leave, post_person, post_search, post_wait};
pub use one::get;
pub use slip::{get_slip, get_slip_in};
pub use undo::{Offer, offer, post_undo, told};

/// The path for a visitor who stays a number.
const NUMBER: &str = "/visits/new";

/// The path for somebody on the telephone. Its form is that of a number.
const CALL: &str = "/visits/call";

/// The fields of a check-in.
const FIELDS: [&str; 8] = [
    "call", "kind", "company", "purpose", "service", "remark", "again", "minor",
];

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
        let inside = search::inside(&screen, &[record]).await?;
        let whose = (person, search::here(&screen, &inside, record));
        show_check_in(screen, format!("/people/{record}/check-in"), Some(whose)).await
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

/// Shows the questions for somebody on the telephone: a number of its own kind.
pub async fn get_call(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        show_check_in(screen, CALL.to_owned(), None).await
    };
    shown.await.unwrap_or_else(|page| page)
}

/// A person, and the visits with which she is in the house already.
type Whose = (Person, Vec<(String, String)>);

async fn show_check_in(screen: Screen, path: String, whose: Option<Whose>) -> Result<Page, Page> {
    let actor = screen.signed.actor();
    let house = visits::house(&screen.site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let mut posted = screen.kept(&path).await?;
    if posted.fits() && posted.value("kind").is_empty() {
        let kind = if path == CALL {
            posted.keep("call", "yes");
            VisitKind::PhoneCall
        } else {
            VisitKind::Victim
        };
        posted.keep("kind", kind.code());
        // Who gives no name need not say why either.
        let usual = whose
            .as_ref()
            .map_or(Purpose::Other, |_| Purpose::Appointment);
        posted.keep("purpose", usual.code());
    }
    if whose
        .as_ref()
        .is_some_and(|(person, _)| minor(&screen, person))
    {
        posted.keep("minor", "yes");
    }
    let place = Place::form(path.clone());
    let draw = move |screen: &Screen| {
        let words = screen.words;
        let called = whose.as_ref().and_then(|(person, _)| called(person));
        let called = called.unwrap_or_else(|| words.t("person-initials-unknown"));
        let inside = whose.map(|(_, inside)| inside).unwrap_or_default();
        let again = again(words, &posted, inside);
        let calls = posted.value("call") == "yes";
        let company = (!calls).then(|| company(words, &posted));
        let fields = check_in_fields(words, &posted, &house);
        let labels = vec![
            ("again", words.t("check-in-title")),
            ("company", words.t("company")),
            ("children", words.t("facts-children")),
        ];
        let action = if path == CALL {
            NUMBER.to_owned()
        } else {
            path
        };
        let (title, send) = if calls {
            ("check-in-title-call", "check-in-send-call")
        } else {
            ("check-in-title", "check-in-send")
        };
        view! {
            <PageHead title=words.t(title) under=called />
            <ErrorSummary posted labels words />
            <Form action idem=screen.idem() main=true>
                {again}
                <Card ground=Ground::Roomy>{company} {fields}</Card>
                <div class="buttons">
                    <Submit label=words.t(send) />
                    <Go href="/desk" label=words.t("cancel") weight=Weight::Quiet />
                </div>
            </Form>
        }
    };
    Ok(screen.show(place, draw).await)
}

/// Whether a person is a minor, as far as the house knows a birth date.
fn minor(screen: &Screen, person: &Person) -> bool {
    let today = screen.centre.zone.day_of(screen.site.desk.now());
    let born = person.identity.reveal().born;
    born.is_some_and(|born| is_minor(born, today))
}

fn called(person: &Person) -> Option<String> {
    let who = person.identity.reveal();
    who.called().map(|name| name.as_str().to_owned())
}

/// Somebody who is inside already is nearly always a mistake: it is said, and asked.
fn again(
    words: Words,
    posted: &Posted,
    inside: Vec<(String, String)>,
) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = inside
        .into_iter()
        .map(|(said, href)| view! { <p><a class="tag care" href=href>{said}</a></p> })
        .collect();
    let entry = posted.entry("again", words);
    (!lines.is_empty()).then(|| {
        view! {
            <Card ground=Ground::Roomy>
                {lines}
                <Tick label=words.t("check-in-again") hint=words.t("check-in-again-hint") entry />
            </Card>
        }
    })
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
    let mut posted = typed.posted(&[&FIELDS[..], &FACTS[..]].concat());
    let (Some(asked), Some(key)) = (check_in_asked(&mut posted), typed.idem()) else {
        return Ok(back(site, signed, path, &posted).await);
    };
    let minor = typed.get("minor") == "yes";
    let Some(alone) = came_alone(&mut posted, asked.kind, minor) else {
        return Ok(back(site, signed, path, &posted).await);
    };
    let asked = CheckIn {
        record,
        again: typed.get("again") == "yes",
        alone,
        ..asked
    };
    match visits::check_in(&site.desk, &signed.actor(), asked, key).await {
        Ok(visit) => received(site, signed, visit).await,
        Err(VisitError::Refused(VisitRefusal::AlreadyInside)) => {
            posted.refuse("again", Unfit::AlreadyInside);
            Ok(back(site, signed, path, &posted).await)
        }
        Err(error) => Err(visit_failed(&error)),
    }
}

/// Back to the board, which says the token; for a minor who came alone to the visit, which says who is
/// called first.
///
/// # Errors
/// The page to answer instead, when the token cannot be shown.
pub async fn received(site: &Site, signed: &Signed, visit: VisitId) -> Result<Page, Page> {
    let visit = visits::one(&site.desk, &signed.actor(), visit).await;
    let visit = visit.map_err(|error| visit_failed(&error))?;
    let said = if visit.is_call() {
        "check-in-call"
    } else {
        "check-in-done"
    };
    let path = if visit.awaits_duty {
        format!("/visits/{}", visit.id)
    } else {
        "/desk".to_owned()
    };
    Ok(undo::say_of(site, signed, &path, (said, &visit)).await)
}

/// Where a visit stands, in words. A call is one until it ends.
#[must_use]
pub fn stage(words: Words, visit: &Visit) -> String {
    match (visit.is_call(), visit.stage) {
        (true, Stage::Left) => words.t("visit-call-over"),
        (true, _) => words.t("board-on-the-phone"),
        (false, stage) => words.of("stage", stage.code()),
    }
}

/// A remark as the form sends it.
fn remark(raw: &str) -> Result<Pii<Option<Remark>>, domain::Unfit> {
    Remark::optional(raw).map(Pii::new)
}
