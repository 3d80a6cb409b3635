//! Joining with a code on paper, step by step on one address: the code, a pass-phrase, the app for
//! codes, and the codes for when the telephone is lost. Nothing of it stands in an address.

use axum::extract::State;
use desk::joining::{self, JoinError, Stage};
use desk::seal::SealError;
use domain::Unfit;
use domain::signin::Passphrase;

use super::porch::Porchgoer;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Door, Typed};

mod draw;

pub use draw::listed;

const HERE: &str = "/join";

/// Shows the step that comes now.
pub async fn get(State(site): State<Site>, porch: Porchgoer) -> Page {
    if porch.visitor.door == Door::Open {
        return Page::see("/");
    }
    match show(&site, porch).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: &Site, porch: Porchgoer) -> Result<Page, Page> {
    let posted = porch.kept(site, HERE).await?;
    let stage = match joining::stage(&site.desk, &porch.browser).await {
        Ok(stage) => stage,
        Err(JoinError::Refused) => Stage::Code,
        Err(error) => return Err(failed(&error)),
    };
    Ok(porch
        .show(site, move |words, idem| {
            draw::step(words, (idem, posted), stage)
        })
        .await)
}

/// Takes the code on paper.
pub async fn post_code(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Page {
    let taken = joining::code(&site.desk, &porch.browser, typed.get("paper")).await;
    next(&site, &porch, ("paper", Unfit::CodeRefused), taken).await
}

/// Takes the pass-phrase. It is never kept, not even sealed: only what is wrong with it.
pub async fn post_phrase(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Page {
    let mut posted = Posted::default();
    let chosen = Passphrase::choose(typed.get("passphrase").to_owned());
    let chosen = posted.check("passphrase", chosen);
    if typed.get("passphrase") != typed.get("again") {
        posted.refuse("again", Unfit::NotTheSame);
    }
    let Some(chosen) = chosen.filter(|_| posted.fits()) else {
        return porch.back(&site, HERE, &posted).await;
    };
    let taken = joining::phrase(&site.desk, &porch.browser, chosen, typed.get("code")).await;
    // Whoever keeps the second factor is done with this step.
    if taken.is_ok() && typed.get("last") == "yes" {
        return done(&site, &porch).await;
    }
    next(&site, &porch, ("code", Unfit::CodeRefused), taken).await
}

/// Takes a one-time code.
pub async fn post_totp(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Page {
    let taken = joining::totp(&site.desk, &porch.browser, typed.get("code")).await;
    next(&site, &porch, ("code", Unfit::CodeRefused), taken).await
}

/// Takes one of the codes on paper, and ends.
pub async fn post_done(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Page {
    match joining::finish(&site.desk, &porch.browser, typed.get("paper")).await {
        Ok(()) => done(&site, &porch).await,
        taken => next(&site, &porch, ("paper", Unfit::CodeRefused), taken).await,
    }
}

/// Begins again.
pub async fn post_stop(State(site): State<Site>, porch: Porchgoer) -> Page {
    match joining::stop(&site.desk, &porch.browser).await {
        Ok(()) => Page::see("/sign-in"),
        Err(error) => failed(&error),
    }
}

/// To the sign-in, which says that everything is ready.
async fn done(site: &Site, porch: &Porchgoer) -> Page {
    let mut posted = Posted::default();
    posted.keep("said", "join-done");
    porch.back(site, "/sign-in", &posted).await
}

/// The next step, or the same one with what is wrong beside its field.
async fn next(
    site: &Site,
    porch: &Porchgoer,
    (field, refused): (&str, Unfit),
    taken: Result<(), JoinError>,
) -> Page {
    let mut posted = Posted::default();
    match taken {
        Ok(()) | Err(JoinError::NotNow) => return Page::see(HERE),
        Err(JoinError::Refused) => posted.refuse(field, refused),
        Err(JoinError::TooMany) => posted.refuse(field, Unfit::TooManyTries),
        Err(JoinError::TooCommon) => posted.refuse("passphrase", Unfit::TooCommon),
        Err(error) => return failed(&error),
    }
    porch.back(site, HERE, &posted).await
}

fn failed(error: &JoinError) -> Page {
    match error {
        JoinError::Forbidden(_) => Page::missing(),
        JoinError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "somebody could not join");
            Page::broken()
        }
    }
}
