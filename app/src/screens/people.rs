//! Writing a visitor down, and her card. Likely matches are shown before anything is saved.

use axum::extract::State;
use desk::people::{self, PersonError};
use desk::visits;
use domain::{Day, Pii, RepeatKey, Unfit};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, person_failed, say, visit_failed};
use super::search;
use super::visits::check_in_asked;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::Act;
use crate::parts::board::{Hit, HitRow};
use crate::request::{Nonce, Signed, Typed};

mod card;
mod form;
mod read;

pub use card::get;
use read::{identity, new_person};

/// The path of the form.
const NEW: &str = "/people/new";

/// The fields of the form, in their order.
const FIELDS: [&str; 16] = [
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
    "purpose",
    "service",
    "remark",
    "someone_else",
];

/// Begins a new person with what was typed in the search field.
pub async fn begin(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let (name, born) = search::taken_apart(typed.get("q"));
    let mut posted = Posted::default();
    posted.keep("name", name);
    posted.keep("born", born.map(Day::typed).unwrap_or_default());
    back(&site, &signed, NEW, &posted).await
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
    let likely = likely(&screen, &posted).await?;
    Ok(screen
        .show(Place::at(NEW), move |screen| {
            form::content(screen, posted, &house, likely)
        })
        .await)
}

/// People who may be the same, when the form came back for that reason.
async fn likely(screen: &Screen, posted: &Posted) -> Result<Vec<Hit>, Page> {
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
    let act = |record| Act::Go {
        href: format!("/people/{record}/check-in"),
        label: screen.words.t("search-arrived"),
    };
    Ok(known
        .iter()
        .map(|hit| search::row(screen, hit, false, act(hit.record)))
        .collect())
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
    let mut posted = typed.posted(&FIELDS);
    let new = new_person(&mut posted, today);
    let visit = check_in_asked(&mut posted);
    let receive = typed.get("then") == "check_in";
    posted.in_order(&FIELDS);
    let visit_key = typed.key("visit_key");
    let visit_key = visit_key.unwrap_or_else(|| RepeatKey::new(site.desk.ids()));
    let (Some(new), Some(visit), Some(key)) = (new, visit, typed.idem()) else {
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
    if !receive {
        return Ok(say(
            site,
            signed,
            &format!("/people/{record}"),
            ("person-saved", String::new()),
        )
        .await);
    }
    let asked = domain::visit::CheckIn {
        record: Some(record),
        ..visit
    };
    let received = visits::check_in(&site.desk, &signed.actor(), asked, visit_key).await;
    let token = received.map_err(|error| visit_failed(&error))?;
    super::visits::received(site, signed, token).await
}

/// The hits a form came back with, each leading to the person who is already known.
fn hit_rows(hits: Vec<Hit>) -> Vec<AnyView> {
    hits.into_iter()
        .map(|hit| view! { <HitRow hit /> }.into_any())
        .collect()
}
