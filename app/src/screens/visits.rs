//! Checking in, one visit, bringing somebody to a service, and checking out.

use axum::extract::{Path, State};
use desk::people;
use desk::visits;
use domain::person::Person;
use domain::text::Remark;
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{Pii, RecordId, VisitId};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, person_failed, say, visit_failed};
use crate::form::{ErrorSummary, Form, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};

mod fields;
mod moves;
mod one;

pub use fields::{check_in_asked, check_in_fields};
pub use moves::{post_bring, post_leave, post_person, post_search, post_wait};
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
        // Who gives no name need not say why either.
        let usual = person
            .as_ref()
            .map_or(Purpose::Other, |_| Purpose::Appointment);
        posted.keep("purpose", usual.code());
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
                <div class="buttons">
                    <Submit label=words.t("check-in-send") />
                    <Go href="/desk" label=words.t("cancel") weight=Weight::Quiet />
                </div>
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
///
/// # Errors
/// The page to answer instead, when the token cannot be shown.
pub async fn received(site: &Site, signed: &Signed, visit: VisitId) -> Result<Page, Page> {
    let token = visits::token(&site.desk, &signed.actor(), visit).await;
    let token = token.map_err(|error| visit_failed(&error))?;
    Ok(say(site, signed, "/desk", ("check-in-done", token.to_string())).await)
}

/// A remark as the form sends it.
fn remark(raw: &str) -> Result<Pii<Option<Remark>>, domain::Unfit> {
    Remark::optional(raw).map(Pii::new)
}
