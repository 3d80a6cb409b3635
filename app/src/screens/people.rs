//! Writing a visitor down, and her card. Likely matches are shown before anything is saved.

use axum::extract::State;
use desk::index;
use desk::people::{self, PersonError};
use desk::visits::{self, Seen, VisitError};
use domain::person::is_minor;
use domain::visit::{CheckIn, Visit};
use domain::{Birth, Pii, RecordId, RepeatKey, Unfit, VisitId};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, person_failed, say, visit_failed};
use super::search;
use super::visits::{FACTS, came_alone, check_in_asked};
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::Act;
use crate::parts::board::{Hit, HitRow};
use crate::request::{Nonce, Signed, Typed};

mod card;
mod edit;
mod form;
mod read;

pub use card::get;
pub use edit::{get as get_edit, post as post_edit};
use read::{identity, new_person};

/// The path of the form.
const NEW: &str = "/people/new";

/// The fields of the form, in their order.
const FIELDS: [&str; 18] = [
    "visit",
    "name",
    "alias",
    "unnamed",
    "born",
    "tongue",
    "channel",
    "phone",
    "email",
    "when",
    "avoid",
    "until",
    "kind",
    "company",
    "purpose",
    "service",
    "remark",
    "someone_else",
];

/// Begins a new person with what was typed in the search field; for a visit that has no person yet she
/// will be its.
pub async fn begin(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = begun(typed.get("q"));
    if let Ok(visit) = VisitId::parse(typed.get("visit")) {
        posted.keep("visit", visit.to_string());
    }
    back(&site, &signed, NEW, &posted).await
}

/// What was looked for as the start of the form: a birth date, and a name without the figures of a
/// telephone number.
fn begun(asked: &str) -> Posted {
    let (born, rest) = index::taken_apart(asked);
    let mut posted = Posted::default();
    let name: Vec<&str> = rest
        .split_whitespace()
        .filter(|part| !part.bytes().any(|b| b.is_ascii_digit()))
        .collect();
    posted.keep("name", name.join(" "));
    // A part of a birth date is no birth date: it is asked.
    let whole = born.filter(|born| Birth::read(born).is_some_and(Birth::is_whole));
    posted.keep("born", whole.unwrap_or_default());
    posted
}

/// Shows the form.
pub async fn get_new(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show_new(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show_new(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let actor = signed.actor();
    let house = visits::house(&site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let mut posted = screen.kept(NEW).await?;
    for (field, usual) in [
        ("kind", "victim"),
        ("purpose", "first_talk"),
        ("channel", "never"),
    ] {
        if posted.value(field).is_empty() && posted.faults.iter().all(|fault| fault.field != field)
        {
            posted.keep(field, usual);
        }
    }
    let visit = whose(&screen, &posted).await?;
    let likely = likely(&screen, &posted, visit.as_ref()).await?;
    Ok(screen
        .show(Place::form(NEW), move |screen| {
            form::content(screen, posted, &house, (likely, visit))
        })
        .await)
}

/// The visit that the new person will belong to, where she was begun from one.
async fn whose(screen: &Screen, posted: &Posted) -> Result<Option<Visit>, Page> {
    let Ok(visit) = VisitId::parse(posted.value("visit")) else {
        return Ok(None);
    };
    let visit = visits::one(&screen.site.desk, &screen.signed.actor(), visit).await;
    visit.map(Some).map_err(|error| visit_failed(&error))
}

/// People who may be the same, when the form came back for that reason.
async fn likely(screen: &Screen, posted: &Posted, visit: Option<&Visit>) -> Result<Vec<Hit>, Page> {
    if posted
        .faults
        .iter()
        .all(|fault| fault.code != Unfit::LikelyKnown)
    {
        return Ok(Vec::new());
    }
    let today = screen.centre.zone.day_of(screen.site.desk.now());
    let identity = Pii::new(identity(&mut posted.clone(), today));
    let actor = screen.signed.actor();
    let known = people::likely_same(&screen.site.desk, &actor, &identity).await;
    let known = known.map_err(|error| person_failed(&error))?;
    let act = |record| match visit {
        Some(visit) => link(screen, visit, record),
        None => Act::Go {
            href: format!("/people/{record}/check-in"),
            label: screen.words.t("search-arrived"),
        },
    };
    let records: Vec<RecordId> = known.iter().map(|hit| hit.record).collect();
    let inside = search::inside(screen, &records).await?;
    let row = |known: &index::Hit| Hit {
        inside: search::here(screen, &inside, known.record),
        ..search::row(screen, known, false, act(known.record))
    };
    Ok(known.iter().map(row).collect())
}

/// Says that the visit is hers.
fn link(screen: &Screen, visit: &Visit, record: RecordId) -> Act {
    Act::Do {
        action: format!("/visits/{}/person", visit.id),
        label: screen.words.t("visit-link"),
        idem: screen.idem(),
        rev: Some(visit.rev),
        sends: vec![("record".to_owned(), record.to_string())],
    }
}

/// Writes the person down and, unless asked otherwise, receives her at once.
pub async fn post_new(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    match register(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn register(site: Site, signed: Signed, nonce: Nonce, typed: &Typed) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let (site, signed) = (&screen.site, &screen.signed);
    let today = screen.centre.zone.day_of(site.desk.now());
    let fields = [&FIELDS[..], &FACTS[..]].concat();
    let mut posted = typed.posted(&fields);
    let new = new_person(&mut posted, today);
    let born = new.as_ref().and_then(|new| new.identity.reveal().born);
    let minor = born.is_some_and(|born| is_minor(born, today));
    let begun = VisitId::parse(posted.value("visit")).ok();
    let then = match begun {
        Some(visit) => Some(Then::Link(
            visit,
            typed.get("visit_rev").parse().unwrap_or(0),
        )),
        None if typed.get("then") == "save" => Some(Then::Nothing),
        None => received_as(&mut posted, minor).map(Then::CheckIn),
    };
    posted.in_order(&fields);
    let visit_key = typed.key("visit_key");
    let visit_key = visit_key.unwrap_or_else(|| RepeatKey::new(site.desk.ids()));
    let (Some(new), Some(then), Some(key)) = (new, then, typed.idem()) else {
        return Ok(back(site, signed, NEW, &posted).await);
    };
    let record = match people::register(&site.desk, &signed.actor(), new, key).await {
        Ok(record) => record,
        Err(PersonError::LikelyKnown) => {
            posted.refuse("name", Unfit::LikelyKnown);
            return Ok(back(site, signed, NEW, &posted).await);
        }
        Err(error) => return Err(person_failed(&error)),
    };
    registered(site, signed, (record, then), visit_key).await
}

/// The check-in of somebody new; of a minor it is asked first whether anybody came along.
fn received_as(posted: &mut Posted, minor: bool) -> Option<CheckIn> {
    let asked = check_in_asked(posted)?;
    if minor {
        posted.keep("minor", "yes");
    }
    let alone = came_alone(posted, asked.kind, minor)?;
    Some(CheckIn { alone, ..asked })
}

/// What follows once a person is written down.
enum Then {
    /// She is received.
    CheckIn(CheckIn),
    /// The visit is hers, as it was shown.
    Link(VisitId, i64),
    /// Nothing.
    Nothing,
}

async fn registered(
    site: &Site,
    signed: &Signed,
    (record, then): (RecordId, Then),
    key: RepeatKey,
) -> Result<Page, Page> {
    let asked = match then {
        Then::CheckIn(asked) => asked,
        Then::Link(visit, rev) => {
            let seen = Seen { visit, rev, key };
            return Ok(super::visits::belongs(site, signed, seen, record.into()).await);
        }
        Then::Nothing => {
            let (path, said) = (format!("/people/{record}"), "person-saved");
            return Ok(say(site, signed, &path, (said, String::new())).await);
        }
    };
    let asked = CheckIn {
        record: Some(record),
        ..asked
    };
    match visits::check_in(&site.desk, &signed.actor(), asked, key).await {
        Ok(visit) => super::visits::received(site, signed, visit).await,
        // Somebody new is inside already only when the same form was sent before: she is on the board.
        Err(VisitError::Refused(_)) => Ok(Page::see("/desk")),
        Err(error) => Err(visit_failed(&error)),
    }
}

/// The hits a form came back with, each leading to the person who is already known.
fn hit_rows(hits: Vec<Hit>) -> Vec<AnyView> {
    hits.into_iter()
        .map(|hit| view! { <HitRow hit /> }.into_any())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_searched_becomes_the_start_of_a_new_person() {
        for (asked, name, born) in [
            ("fatma yilmaz 12-03-1986", "fatma yilmaz", "12-03-1986"),
            (
                "fatma yilmaz 12 maart 1986",
                "fatma yilmaz",
                "12 maart 1986",
            ),
            ("12/3/86 fatma", "fatma", "12/3/86"),
            ("fatma yilmaz 1986", "fatma yilmaz", ""),
            ("0470 12 34 56", "", ""),
        ] {
            let posted = begun(asked);
            let read = (posted.value("name"), posted.value("born"));
            assert_eq!(read, (name, born), "{asked}");
        }
    }
}
