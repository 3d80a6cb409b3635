//! Visits whose time is over: how many, by which period, and the steps of two colleagues after which they
//! are nobody's.

use axum::extract::{Path, State};
use desk::seal::SealError;
use desk::unlinkings::{self, Due, UnlinkingError};
use domain::unlinking::Refusal;
use domain::vouch::Dependent;
use domain::{Unfit, UnlinkingId};

use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, back, say};
use crate::screens::manage::erasures;

mod draw;

/// The path of the page.
pub const HERE: &str = "/manage/unlinkings";

/// Whether a colleague waits, for the index of the administration.
pub(super) async fn standing(screen: &Screen) -> Result<Option<String>, Page> {
    let waits = unlinkings::waits(&screen.site.desk, &screen.signed.actor()).await;
    let waits = waits.map_err(|error| failed(&error))?;
    Ok(waits.then(|| screen.words.t("erasure-stage-asked")))
}

/// Shows what is due.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let seen = unlinkings::show(&site.desk, &signed.actor()).await;
        let seen = seen.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(HERE).await?;
        let place = erasures::place(&screen, HERE.to_owned());
        let drawn = move |screen: &Screen| draw::content(screen, &seen, posted);
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Asks a colleague to let it happen.
pub async fn post_ask(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let Some(digest) = Due::read_digest(typed.get("mark")) else {
        return Page::missing();
    };
    let asked = unlinkings::ask(&site.desk, &signed.actor(), digest).await;
    told(&site, &signed, "erasure-said-asked", asked).await
}

/// Lets it happen.
pub async fn post_release(
    State(site): State<Site>,
    signed: Signed,
    Path(unlinking): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = UnlinkingId::parse(&unlinking) else {
        return Page::missing();
    };
    if typed.get("sure") != "yes" {
        let mut posted = typed.posted(&["sure"]);
        posted.refuse("sure", Unfit::Missing);
        return back(&site, &signed, HERE, &posted).await;
    }
    let shown = (id, typed.rev());
    let released = unlinkings::release(&site.desk, &signed.actor(), shown).await;
    told(&site, &signed, "unlinking-said-done", released.map(drop)).await
}

/// Takes back what was asked.
pub async fn post_withdraw(
    State(site): State<Site>,
    signed: Signed,
    Path(unlinking): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = UnlinkingId::parse(&unlinking) else {
        return Page::missing();
    };
    let shown = (id, typed.rev());
    let withdrawn = unlinkings::withdraw(&site.desk, &signed.actor(), shown).await;
    told(&site, &signed, "erasure-said-withdrawn", withdrawn).await
}

/// Says what a step came to.
async fn told(
    site: &Site,
    signed: &Signed,
    said: &str,
    outcome: Result<(), UnlinkingError>,
) -> Page {
    let said = match outcome {
        Ok(()) => said,
        Err(UnlinkingError::Stale) => "erasure-refused-stale",
        Err(UnlinkingError::Refused(refusal)) => refused(refusal),
        Err(error) => return failed(&error),
    };
    say(site, signed, HERE, (said, String::new())).await
}

/// Why a step was not taken, as a key of words.
const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Over => "erasure-refused-over",
        Refusal::NotAsked => "erasure-refused-not-asked",
        Refusal::Asked => "erasure-refused-asked",
        Refusal::Nothing => "unlinking-refused-nothing",
        Refusal::Changed => "erasure-refused-changed",
        Refusal::SamePerson => "erasure-refused-same-person",
        Refusal::Dependent(Dependent::Vouched) => "release-refused-vouched",
        Refusal::Dependent(Dependent::New) => "release-refused-new",
    }
}

/// What a failed use case looks like.
fn failed(error: &UnlinkingError) -> Page {
    match error {
        UnlinkingError::Forbidden(_) => Page::missing(),
        UnlinkingError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "old visits could not be shown or unlinked");
            Page::broken()
        }
    }
}
