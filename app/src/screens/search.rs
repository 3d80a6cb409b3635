//! Looking for somebody before writing anybody down. What is typed is posted and kept sealed, so no
//! address ever carries a name.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use desk::index::{Hit as Known, stands_out};
use desk::{people, visits};
use domain::finding;
use domain::role::Action;
use domain::text::Name;
use domain::visit::Visit;
use domain::{Pii, RecordId};
use serde::Deserialize;

use super::frame::{Screen, back, person_failed, visit_failed};
use super::searches;
use super::visits::stage;
use crate::form::Posted;
use crate::islands::people::{Finding, Hits};
use crate::page::{Page, Site};
use crate::parts::Act;
use crate::parts::board::Hit;
use crate::request::{Nonce, Signed, Typed};

mod why;

pub use why::reasons;
use why::{note, why};

/// What was asked and who was found.
#[derive(Default)]
pub struct Found {
    /// What was typed.
    pub asked: String,
    /// Who was found, in finished words.
    pub hits: Hits,
}

/// Keeps what was typed and shows the hits on the board.
pub async fn post(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = Posted::default();
    posted.keep("q", typed.get("q"));
    back(&site, &signed, "/desk", &posted).await
}

/// What the field sends while somebody types.
#[derive(Deserialize)]
pub struct Asking {
    q: String,
}

/// The hits alone, for the field that is already open. It takes JSON only, which no form can send.
///
/// # Errors
/// The page to answer instead: who asks may not, or the house is sealed.
pub async fn now(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    asking: Result<Json<Asking>, JsonRejection>,
) -> Result<Json<Hits>, Page> {
    // What the framework says of a body that does not fit repeats what was typed.
    let Json(asking) = asking.map_err(|_| Page::missing())?;
    let screen = Screen::open(site, signed, nonce).await?;
    // A code that is half typed is that of somebody else, whom nobody asked for.
    if finding::token(asking.q.trim()).is_some() {
        let note = screen.words.t("search-token-enter");
        return Ok(Json(Hits {
            note,
            ..Hits::default()
        }));
    }
    let mut posted = Posted::default();
    posted.keep("q", asking.q);
    Ok(Json(found(&screen, &posted).await?.hits))
}

/// Looks up what was kept; nothing asked finds nobody and writes no trail.
///
/// # Errors
/// The page to answer instead: who asks may not, or the house is sealed.
pub async fn found(screen: &Screen, kept: &Posted) -> Result<Found, Page> {
    let asked: String = kept.value("q").trim().chars().take(200).collect();
    if asked.is_empty() {
        return Ok(Found::default());
    }
    let to = |record| format!("/people/{record}/check-in");
    let (mut hits, nobody) = looked_up(screen, &asked, to).await?;
    if let Some(nobody) = nobody {
        hits.rows.insert(0, unnamed(screen, &nobody.visit));
        hits.note = why::counted(screen.words, hits.rows.len());
    }
    if screen.may(Action::ExplainSearches) {
        hits.ask = searches::ask(screen).await?;
    }
    Ok(Found { asked, hits })
}

/// Who goes by the code that was typed, as far as the role may know whose visit is whose.
async fn called(screen: &Screen, asked: &str) -> Result<Option<visits::Called>, Page> {
    let token = finding::token(asked).filter(|_| screen.may(Action::RevealVisit));
    let Some(token) = token else {
        return Ok(None);
    };
    let called = visits::called(&screen.site.desk, &screen.signed.actor(), token).await;
    called.map_err(|error| visit_failed(&error))
}

/// A visitor who has no name here: the code, and the way to the visit.
fn unnamed(screen: &Screen, visit: &Visit) -> Hit {
    let words = screen.words;
    Hit {
        name: visit.token.to_string(),
        about: stage(words, visit),
        why: words.t("hit-token"),
        inside: Vec::new(),
        best: true,
        card: None,
        act: Act::Go {
            href: format!("/visits/{}", visit.id),
            label: words.t("search-view"),
        },
    }
}

/// The hits for what was typed, each leading to a place of its own.
///
/// # Errors
/// The page to answer instead: who asks may not, or the house is sealed.
pub async fn hits(
    screen: &Screen,
    asked: &str,
    to: impl Fn(RecordId) -> String,
) -> Result<Hits, Page> {
    Ok(looked_up(screen, asked, to).await?.0)
}

/// The hits, and a visitor without a name who goes by the code that was typed.
async fn looked_up(
    screen: &Screen,
    asked: &str,
    to: impl Fn(RecordId) -> String,
) -> Result<(Hits, Option<visits::Called>), Page> {
    let words = screen.words;
    let (known, unnamed) = meant(screen, asked).await?;
    let clear = stands_out(&known);
    let records: Vec<RecordId> = known.iter().map(|hit| hit.record).collect();
    let inside = inside(screen, &records).await?;
    let rows = known.iter().enumerate().map(|(place, hit)| {
        let act = Act::Go {
            href: to(hit.record),
            label: words.t("search-arrived"),
        };
        // Somebody who is inside is hardly coming in.
        let here = here(screen, &inside, hit.record);
        let best = clear && place == 0 && here.is_empty();
        let card = screen.may(Action::ShowPerson);
        Hit {
            inside: here,
            card: card.then(|| format!("/people/{}", hit.record)),
            ..row(screen, hit, best, act)
        }
    });
    let note = note(words, asked, &known);
    let rows = rows.collect();
    let hits = Hits {
        rows,
        note,
        ask: None,
    };
    Ok((hits, unnamed))
}

/// Who is meant by what was typed: whoever goes by it as a code comes first.
async fn meant(screen: &Screen, asked: &str) -> Result<(Vec<Known>, Option<visits::Called>), Page> {
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let known = people::find(desk, &actor, &Pii::new(asked.to_owned())).await;
    let mut known = known.map_err(|error| person_failed(&error))?;
    let mut called = called(screen, asked).await?;
    if let Some(hers) = called.as_mut().and_then(|one| one.who.take()) {
        known.retain(|hit| hit.record != hers.record);
        known.insert(0, hers);
        called = None;
    }
    Ok((known, called))
}

/// Those of them who are in the house, as far as the role may know whose visit is whose.
///
/// # Errors
/// The page to answer instead.
pub async fn inside(screen: &Screen, records: &[RecordId]) -> Result<Vec<(RecordId, Visit)>, Page> {
    if records.is_empty() || !screen.may(Action::RevealVisit) {
        return Ok(Vec::new());
    }
    let inside = visits::inside(&screen.site.desk, &screen.signed.actor(), records).await;
    inside.map_err(|error| visit_failed(&error))
}

/// The visits with which one of them is in the house, in words and with the way there.
#[must_use]
pub fn here(
    screen: &Screen,
    inside: &[(RecordId, Visit)],
    record: RecordId,
) -> Vec<(String, String)> {
    let words = screen.words;
    let hers = inside.iter().filter(|(whose, _)| *whose == record);
    let said = |visit: &Visit| {
        let values = [
            ("token", visit.token.to_string().into()),
            ("stage", stage(words, visit).into()),
        ];
        words.with("search-inside", &values)
    };
    hers.map(|(_, visit)| (said(visit), format!("/visits/{}", visit.id)))
        .collect()
}

/// One hit: the whole name for whoever typed it, the birth date only as far as it was typed.
pub fn row(screen: &Screen, hit: &Known, best: bool, act: Act) -> Hit {
    let words = screen.words;
    let who = hit.identity.reveal();
    let called = who.called().map_or_else(
        || words.t("person-initials-unknown"),
        |n| n.as_str().to_owned(),
    );
    let real = who
        .name
        .as_ref()
        .filter(|_| who.alias.is_some())
        .map(Name::as_str);
    let born = match (who.born, hit.birth) {
        (Some(day), Some(typed)) => typed.shown(day),
        // Of two with one name nothing more is shown than what was typed: it is asked.
        (Some(_), None) if hit.namesake => words.t("search-birth-ask"),
        (Some(_), None) => String::new(),
        (None, _) => words.t("search-birth-unknown"),
    };
    let tongues: Vec<String> = who
        .tongues
        .iter()
        .map(|t| words.of("tongue", t.code()))
        .collect();
    let also = hit.also.iter().map(|name| {
        let name = name.reveal().as_str().to_owned();
        words.with("search-also", &[("name", name.into())])
    });
    let about: Vec<String> = [born, tongues.join(", ")]
        .into_iter()
        .chain(also)
        .filter(|s| !s.is_empty())
        .collect();
    Hit {
        name: real.map_or_else(|| called.clone(), |real| format!("{called} ({real})")),
        about: about.join(" · "),
        why: why(words, hit),
        inside: Vec::new(),
        best,
        card: None,
        act,
    }
}

/// What the large field needs: finished texts and the hits of now.
#[must_use]
pub fn field(screen: &Screen, found: Found) -> Finding {
    let words = screen.words;
    Finding {
        action: "/search".to_owned(),
        live: "/search/now".to_owned(),
        label: words.t("search-label"),
        hint: words.t("search-hint"),
        send: words.t("search-send"),
        failed: words.t("search-failed"),
        asked: found.asked,
        hits: found.hits,
        begin: words.t("search-none-of-them"),
        begin_first: words.t("search-new"),
        begin_at: "/people/begin".to_owned(),
        number: (words.t("search-anonymous"), "/visits/new".to_owned()),
        call: (words.t("search-call"), "/visits/call".to_owned()),
        child: (words.t("search-child"), "/visits/child".to_owned()),
    }
}
