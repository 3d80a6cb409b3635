//! Erasing people: the requests with their days, and on the page of one whom it is about, what would
//! go, and the steps of two colleagues.

use axum::extract::{Path, State};
use desk::erasures::{self, ErasureError, Looked};
use desk::seal::SealError;
use domain::erasure::{Reason, Refusal};
use domain::text::Note;
use domain::vouch::Dependent;
use domain::{ErasureId, Pii, Unfit};

use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, say};

mod draw;
mod hindered;
mod new;
mod one;

pub use new::{get_new, get_of, post_of, post_search};

/// The path of the requests.
pub const HERE: &str = "/manage/erasures";

/// The page of one.
fn path(id: ErasureId) -> String {
    format!("{HERE}/{id}")
}

/// Where it is in the frame: whoever does not set the house up has it in the menu.
pub(super) fn place(screen: &Screen, here: String) -> Place {
    let mut place = Place::managed(here);
    if !screen.may(domain::role::Action::ShowSetup) {
        place.menu = HERE;
    }
    place
}

/// How many there are, for the index of the administration.
pub(super) async fn standing(screen: &Screen) -> Result<Option<String>, Page> {
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let counted = erasures::counted(desk, &actor).await;
    let (open, late) = counted.map_err(|error| failed(&error))?;
    let (key, count) = match (open, late) {
        (0, _) => return Ok(None),
        (open, 0) => ("manage-erasures-count", open),
        (_, late) => ("manage-erasures-late", late),
    };
    Ok(Some(screen.words.with(key, &[("count", count.into())])))
}

/// Shows every request.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let all = erasures::all(&site.desk, &signed.actor()).await;
        let all = all.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(HERE).await?;
        let place = place(&screen, HERE.to_owned());
        let drawn = move |screen: &Screen| draw::list(screen, &all, &posted);
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Shows one, with whom it is about and what would go.
pub async fn get_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(erasure): Path<String>,
) -> Page {
    let shown = async {
        let id = ErasureId::parse(&erasure).map_err(|_| Page::missing())?;
        let one = erasures::show(&site.desk, &signed.actor(), id).await;
        let one = one.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(&path(id)).await?;
        let place = place(&screen, path(id));
        let drawn = move |screen: &Screen| one::content(screen, &one, posted);
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// What a form of a step was made for.
fn looked(erasure: &str, typed: &Typed) -> Option<Looked> {
    Some(Looked {
        id: ErasureId::parse(erasure).ok()?,
        rev: typed.rev(),
        digest: Looked::read_digest(typed.get("mark"))?,
    })
}

/// Asks a colleague to let an erasure happen.
pub async fn post_ask(
    State(site): State<Site>,
    signed: Signed,
    Path(erasure): Path<String>,
    typed: Typed,
) -> Page {
    let Some(looked) = looked(&erasure, &typed) else {
        return Page::missing();
    };
    let asked = erasures::ask(&site.desk, &signed.actor(), looked).await;
    told(&site, &signed, (looked.id, "erasure-said-asked"), asked).await
}

/// Lets an erasure happen.
pub async fn post_release(
    State(site): State<Site>,
    signed: Signed,
    Path(erasure): Path<String>,
    typed: Typed,
) -> Page {
    let Some(looked) = looked(&erasure, &typed) else {
        return Page::missing();
    };
    let path = path(looked.id);
    if typed.get("sure") != "yes" {
        let mut posted = typed.posted(&["sure"]);
        posted.refuse("sure", Unfit::Missing);
        return back(&site, &signed, &path, &posted).await;
    }
    let released = erasures::release(&site.desk, &signed.actor(), looked).await;
    told(
        &site,
        &signed,
        (looked.id, "erasure-said-released"),
        released,
    )
    .await
}

/// Refuses a request with a reason.
pub async fn post_refuse(
    State(site): State<Site>,
    signed: Signed,
    Path(erasure): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = ErasureId::parse(&erasure) else {
        return Page::missing();
    };
    let mut posted = typed.posted(&["reason"]);
    let reason = posted.check("reason", Reason::parse(typed.get("reason")));
    let Some(reason) = reason.filter(|_| posted.fits()) else {
        return back(&site, &signed, &path(id), &posted).await;
    };
    let (shown, actor) = ((id, typed.rev()), signed.actor());
    let refused = erasures::refuse(&site.desk, &actor, shown, Pii::new(reason)).await;
    if matches!(refused, Err(ErasureError::Stale)) {
        return meanwhile(&site, &signed, id, ("reason", posted)).await;
    }
    told(&site, &signed, (id, "erasure-said-refused"), refused).await
}

/// Gives a request more time.
pub async fn post_extend(
    State(site): State<Site>,
    signed: Signed,
    Path(erasure): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = ErasureId::parse(&erasure) else {
        return Page::missing();
    };
    let mut posted = typed.posted(&["longer"]);
    let why = posted.check("longer", Note::parse(typed.get("longer")));
    let Some(why) = why.filter(|_| posted.fits()) else {
        return back(&site, &signed, &path(id), &posted).await;
    };
    let (shown, actor) = ((id, typed.rev()), signed.actor());
    let extended = erasures::extend(&site.desk, &actor, shown, Pii::new(why)).await;
    if matches!(extended, Err(ErasureError::Stale)) {
        return meanwhile(&site, &signed, id, ("longer", posted)).await;
    }
    told(&site, &signed, (id, "erasure-said-extended"), extended).await
}

/// Keeps what was typed where somebody else was first.
async fn meanwhile(
    site: &Site,
    signed: &Signed,
    id: ErasureId,
    (field, mut posted): (&str, Posted),
) -> Page {
    posted.refuse(field, Unfit::ChangedMeanwhile);
    back(site, signed, &path(id), &posted).await
}

/// Takes a request back.
pub async fn post_withdraw(
    State(site): State<Site>,
    signed: Signed,
    Path(erasure): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = ErasureId::parse(&erasure) else {
        return Page::missing();
    };
    let shown = (id, typed.rev());
    let withdrawn = erasures::withdraw(&site.desk, &signed.actor(), shown).await;
    told(&site, &signed, (id, "erasure-said-withdrawn"), withdrawn).await
}

/// Says on the page of one what a step came to.
async fn told(
    site: &Site,
    signed: &Signed,
    (id, said): (ErasureId, &str),
    outcome: Result<(), ErasureError>,
) -> Page {
    let said = match outcome {
        Ok(()) => said,
        Err(ErasureError::Stale) => "erasure-refused-stale",
        Err(ErasureError::Refused(refusal)) => refused(refusal),
        Err(error) => return failed(&error),
    };
    say(site, signed, &path(id), (said, String::new())).await
}

/// Why a step was not taken, as a key of words.
const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Over => "erasure-refused-over",
        Refusal::NotAsked => "erasure-refused-not-asked",
        Refusal::Asked => "erasure-refused-asked",
        Refusal::SamePerson => "erasure-refused-same-person",
        Refusal::Dependent(Dependent::Vouched) => "release-refused-vouched",
        Refusal::Dependent(Dependent::New) => "release-refused-new",
        Refusal::Changed => "erasure-refused-changed",
        Refusal::Hindered => "erasure-refused-hindered",
        Refusal::TooLate => "erasure-refused-too-late",
    }
}

/// What a failed use case of erasing looks like.
pub(super) fn failed(error: &ErasureError) -> Page {
    match error {
        ErasureError::Forbidden(_) | ErasureError::NotFound => Page::missing(),
        ErasureError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "an erasure could not be shown or done");
            Page::broken()
        }
    }
}
