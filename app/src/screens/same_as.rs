//! Records that may be one person: the list, two of them side by side, and the answers.

use axum::extract::{Path, State};
use desk::same_as::{self, PairError};
use desk::seal::SealError;
use domain::same_as::{Answer, Basis, Couple, Refusal, Verdict, Why};
use domain::text::Note;
use domain::{Pii, RecordId};

use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, say};

mod list;
mod pair;

/// The path of the list.
pub const HERE: &str = "/people/pairs";

/// The fields of the form that joins two records, in their order.
const FIELDS: [&str; 2] = ["basis", "note"];

/// The path of two records side by side.
#[must_use]
pub fn path(couple: Couple<RecordId>) -> String {
    let [one, other] = couple.both();
    format!("{HERE}/{one}/{other}")
}

fn placed(here: String) -> Place {
    Place {
        menu: HERE,
        ..Place::form(here)
    }
}

/// Shows the list.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let listed = same_as::list(&site.desk, &signed.actor()).await;
        let listed = listed.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let kept = screen.kept(HERE).await?;
        let place = Place {
            form: false,
            ..placed(HERE.to_owned())
        };
        let draw = move |screen: &Screen| list::content(screen, &listed, &kept);
        Ok::<Page, Page>(screen.show(place, draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Shows two records side by side.
pub async fn get_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path((one, other)): Path<(String, String)>,
) -> Page {
    let shown = async {
        let couple = couple(&one, &other).ok_or_else(Page::missing)?;
        let shown = same_as::show(&site.desk, &signed.actor(), couple).await;
        let shown = shown.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let kept = screen.kept(&path(couple)).await?;
        let draw = move |screen: &Screen| pair::content(screen, (couple, &shown), kept);
        Ok::<Page, Page>(screen.show(placed(path(couple)), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// The two records of a path.
fn couple(one: &str, other: &str) -> Option<Couple<RecordId>> {
    let [one, other] = [one, other].map(|raw| RecordId::parse(raw).ok());
    Couple::of(one?, other?)
}

/// Says that two records are one person.
pub async fn post_same(
    State(site): State<Site>,
    signed: Signed,
    Path((one, other)): Path<(String, String)>,
    typed: Typed,
) -> Page {
    let said = async {
        let couple = couple(&one, &other).ok_or_else(Page::missing)?;
        let mut posted = typed.posted(&FIELDS);
        let Some(why) = why(&mut posted) else {
            return Ok(back(&site, &signed, &path(couple), &posted).await);
        };
        let given = (couple, Verdict::Same, why);
        answered(&site, &signed, given, (&typed, posted)).await
    };
    said.await.unwrap_or_else(|page| page)
}

/// Why two records are joined, as far as it fits.
fn why(posted: &mut Posted) -> Option<Why> {
    let note = posted.check("note", Note::optional(posted.value("note")))?;
    let basis = match posted.value("basis") {
        "" => None,
        typed => Some(posted.check("basis", Basis::parse(typed))?),
    };
    Why::for_joining(basis, note)
        .map_err(|(field, unfit)| posted.refuse(field, unfit))
        .ok()
}

/// Says that two records are two people.
pub async fn post_two(
    State(site): State<Site>,
    signed: Signed,
    Path((one, other)): Path<(String, String)>,
    typed: Typed,
) -> Page {
    let said = async {
        let couple = couple(&one, &other).ok_or_else(Page::missing)?;
        let why = Why {
            basis: None,
            note: None,
        };
        let given = (couple, Verdict::Two, why);
        answered(&site, &signed, given, (&typed, Posted::default())).await
    };
    said.await.unwrap_or_else(|page| page)
}

async fn answered(
    site: &Site,
    signed: &Signed,
    (couple, verdict, why): (Couple<RecordId>, Verdict, Why),
    (typed, posted): (&Typed, Posted),
) -> Result<Page, Page> {
    let Some(key) = typed.idem() else {
        return Ok(back(site, signed, &path(couple), &posted).await);
    };
    let answer = Answer {
        couple,
        rev: typed.rev(),
        verdict,
        why: Pii::new(why),
    };
    let said = match verdict {
        Verdict::Same => "pair-joined",
        Verdict::Two => "pair-parted",
    };
    match same_as::say(&site.desk, &signed.actor(), answer, key).await {
        Ok(()) => Ok(say(site, signed, HERE, (said, String::new())).await),
        Err(error) => refused(site, signed, (couple, &error), posted).await,
    }
}

/// Takes back what was said of two records.
pub async fn post_back(
    State(site): State<Site>,
    signed: Signed,
    Path((one, other)): Path<(String, String)>,
    typed: Typed,
) -> Page {
    let taken = async {
        let couple = couple(&one, &other).ok_or_else(Page::missing)?;
        let path = path(couple);
        let Some(key) = typed.idem() else {
            return Ok(Page::see(&path));
        };
        let shown = (couple, typed.rev());
        match same_as::take_back(&site.desk, &signed.actor(), shown, key).await {
            Ok(()) => Ok(say(&site, &signed, &path, ("pair-taken-back", String::new())).await),
            Err(error) => refused(&site, &signed, (couple, &error), Posted::default()).await,
        }
    };
    taken.await.unwrap_or_else(|page| page)
}

/// Back to both records with what was typed, and why nothing was changed.
async fn refused(
    site: &Site,
    signed: &Signed,
    (couple, error): (Couple<RecordId>, &PairError),
    mut posted: Posted,
) -> Result<Page, Page> {
    let said = match error {
        PairError::Stale => "pair-refused-stale",
        PairError::Coordinator => "pair-refused-coordinator",
        PairError::Refused(Refusal::AlreadyOne) => "pair-refused-one",
        PairError::Refused(Refusal::SaidTwo) => "pair-refused-two",
        other => return Err(failed(other)),
    };
    posted.keep("said", said);
    Ok(back(site, signed, &path(couple), &posted).await)
}

/// What a failed use case of two records looks like.
pub fn failed(error: &PairError) -> Page {
    match error {
        PairError::Forbidden(_) | PairError::NotFound => Page::missing(),
        PairError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "two records could not be shown or answered");
            Page::broken()
        }
    }
}
