//! Looking for somebody before writing anybody down. What is typed is posted and kept sealed, so no
//! address ever carries a name.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use desk::index::{Hit as Known, MOST_HITS, Reason};
use desk::people;
use domain::text::Name;
use domain::{Day, Pii, RecordId};
use serde::Deserialize;

use super::frame::{Screen, back, person_failed};
use crate::form::Posted;
use crate::islands::people::{Finding, Hits};
use crate::page::{Page, Site};
use crate::parts::Act;
use crate::parts::board::Hit;
use crate::request::{Nonce, Signed, Typed};

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
    let hits = hits(screen, &asked, |record| {
        format!("/people/{record}/check-in")
    })
    .await?;
    Ok(Found { asked, hits })
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
    let words = screen.words;
    let actor = screen.signed.actor();
    let known = people::find(&screen.site.desk, &actor, &Pii::new(asked.to_owned())).await;
    let known = known.map_err(|error| person_failed(&error))?;
    let clear = stands_out(&known);
    let rows = known.iter().enumerate().map(|(place, hit)| {
        let act = Act::Go {
            href: to(hit.record),
            label: words.t("search-arrived"),
        };
        row(screen, hit, clear && place == 0, act)
    });
    let note = match known.len() {
        0 if asked.chars().filter(|c| c.is_alphanumeric()).count() < 2 => {
            words.t("search-too-short")
        }
        0 => format!(
            "{}. {}",
            words.t("search-none"),
            words.t("search-none-text")
        ),
        MOST_HITS => words.t("search-many"),
        count => words.with("search-hits", &[("count", count.into())]),
    };
    Ok(Hits {
        rows: rows.collect(),
        note,
    })
}

/// Whether the first hit is clearly better than the second; only then it stands out.
fn stands_out(known: &[Known]) -> bool {
    match known {
        [] => false,
        [only] => only.reason < Reason::NameStarts,
        [first, second, ..] => first.reason < second.reason,
    }
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
    let born = match (who.born, hit.birth_typed) {
        (Some(day), true) => day.typed(),
        (Some(_), false) => String::new(),
        (None, _) => words.t("search-birth-unknown"),
    };
    let tongues: Vec<String> = who
        .tongues
        .iter()
        .map(|t| words.of("tongue", t.code()))
        .collect();
    let about: Vec<String> = [born, tongues.join(", ")]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect();
    Hit {
        name: real.map_or_else(|| called.clone(), |real| format!("{called} ({real})")),
        about: about.join(" · "),
        why: words.t(reason_key(hit.reason)),
        best,
        act,
    }
}

const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::SamePhone => "hit-phone",
        Reason::SameNameAndBirth => "hit-name-and-birth",
        Reason::SameName => "hit-exact",
        Reason::SameBirth => "hit-birth",
        Reason::NameStarts => "hit-resembles",
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
        send: words.t("search-send"),
        failed: words.t("search-failed"),
        asked: found.asked,
        hits: found.hits,
        begin: words.t("search-none-of-them"),
        begin_first: words.t("search-new"),
        begin_at: "/people/begin".to_owned(),
        number: (words.t("search-anonymous"), "/visits/new".to_owned()),
    }
}

/// Takes what was typed in the search field apart for a new person: a birth date and the rest.
#[must_use]
pub fn taken_apart(asked: &str) -> (String, Option<Day>) {
    let parts: Vec<&str> = asked.split_whitespace().collect();
    let day = parts.iter().find_map(|part| Day::parse(part).ok());
    let name: Vec<&str> = parts
        .into_iter()
        .filter(|part| !part.bytes().any(|b| b.is_ascii_digit()))
        .collect();
    (name.join(" "), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_searched_becomes_the_start_of_a_new_person() {
        let (name, day) = taken_apart("fatma yilmaz 12-03-1986");
        assert_eq!(
            (name.as_str(), day),
            ("fatma yilmaz", Day::new(1986, 3, 12).ok())
        );
        assert_eq!(taken_apart("0470 12 34 56"), (String::new(), None));
    }
}
