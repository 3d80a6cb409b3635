//! The mail server of the house, a letter to try it with, and what became of the letters: the ones
//! that went and the ones that somebody has to decide about. To whom they went is shown nowhere.

use std::time::Duration;

use axum::extract::{Path, State};
use desk::mail::settings::{self, MailError};
use desk::outbox::{self, OutboxError, Overview, Verdict};
use desk::seal::SealError;
use desk::store::outbox::Shown;
use domain::mail::LetterState;
use domain::text::Email;
use domain::{LetterId, Pii, Unfit};

use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back};

mod draw;
mod read;

/// Where it is.
const HERE: &str = "/manage/mail";

/// How long the answer to a trial waits to say what became of it.
const WATCHED: Duration = Duration::from_secs(6);

/// What the page shows.
pub(super) struct Content {
    /// What was typed, or what is set.
    posted: Posted,
    /// The revision to change it over; 0 while nothing is set.
    rev: i64,
    /// The outbox.
    overview: Overview,
}

/// Shows the page.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let actor = signed.actor();
    let set = settings::show(&site.desk, &actor).await;
    let set = set.map_err(|error| mail_failed(&error))?;
    let overview = outbox::overview(&site.desk, &actor).await;
    let overview = overview.map_err(|error| outbox_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let mut posted = screen.kept(HERE).await?;
    let rev = set.as_ref().map_or(0, |set| set.rev);
    if !posted.values.contains_key("host") {
        read::fill(&mut posted, set.as_ref().map(|set| set.server.reveal()));
    }
    let content = Content {
        posted,
        rev,
        overview,
    };
    let drawn = move |screen: &Screen| draw::page(screen, content);
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

/// How mail does, in a word or two, for the list of sections; nothing when that cannot be told.
pub(super) async fn standing(screen: &Screen) -> Option<String> {
    let (words, actor) = (screen.words, screen.signed.actor());
    let overview = outbox::overview(&screen.site.desk, &actor).await.ok()?;
    let key = match overview.health {
        None => "mail-state-unset",
        Some(health) if health.down.is_some() => "mail-state-down",
        Some(_) if !overview.given_up.is_empty() => "mail-state-given-up",
        Some(_) => "mail-state-works",
    };
    Some(words.t(key))
}

/// Sets the mail server.
pub async fn post(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let actor = signed.actor();
    let lexicon = match settings::lexicon(&site.desk, &actor).await {
        Ok(lexicon) => lexicon,
        Err(error) => return mail_failed(&error),
    };
    let mut posted = typed.posted(&read::FIELDS);
    let server = read::read(&mut posted, typed.get("password"), &lexicon);
    let Some(server) = server.filter(|_| posted.fits()) else {
        posted.in_order(&read::FIELDS);
        return back(&site, &signed, HERE, &posted).await;
    };
    match settings::save(&site.desk, &actor, Pii::new(server), typed.rev()).await {
        Ok(()) => said(&site, &signed, "mail-saved").await,
        Err(MailError::ChangedMeanwhile) => {
            posted.refuse("host", Unfit::ChangedMeanwhile);
            back(&site, &signed, HERE, &posted).await
        }
        Err(error) => mail_failed(&error),
    }
}

/// Sends a letter to see whether mail works, and says what became of it.
pub async fn post_trial(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = typed.posted(&["to"]);
    let to = posted.check("to", Email::parse(typed.get("to")));
    let (Some(to), true) = (to, posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    let Some(key) = typed.idem() else {
        return Page::missing();
    };
    let tried = try_out(&site, &signed, Pii::new(to), key).await;
    match tried {
        Ok(shown) => told(&site, &signed, posted, &shown).await,
        Err(error) => outbox_failed(&error),
    }
}

async fn try_out(
    site: &Site,
    signed: &Signed,
    to: Pii<Email>,
    key: domain::RepeatKey,
) -> Result<Shown, OutboxError> {
    let actor = signed.actor();
    let to = (to, signed.staff.language);
    let id = outbox::try_out(&site.desk, &actor, to, key).await?;
    outbox::outcome(&site.desk, &actor, id, WATCHED).await
}

/// Says where the letter is. The address stays in its field, for the next try.
async fn told(site: &Site, signed: &Signed, mut posted: Posted, shown: &Shown) -> Page {
    let said = match shown.state {
        LetterState::Sent => "mail-trial-sent",
        LetterState::Waiting | LetterState::Sending => "mail-trial-waits",
        LetterState::GivenUp | LetterState::Withdrawn => "mail-trial-failed",
    };
    posted.keep("said", said);
    posted.keep("why", shown.fault.map_or("", domain::mail::Fault::code));
    back(site, signed, HERE, &posted).await
}

/// Tries a letter that was given up again.
pub async fn post_again(State(site): State<Site>, signed: Signed, letter: Path<String>) -> Page {
    decide(&site, &signed, &letter, Verdict::Again).await
}

/// Puts a letter that was given up aside.
pub async fn post_dismiss(State(site): State<Site>, signed: Signed, letter: Path<String>) -> Page {
    decide(&site, &signed, &letter, Verdict::Dismiss).await
}

async fn decide(site: &Site, signed: &Signed, letter: &str, verdict: Verdict) -> Page {
    let Ok(letter) = LetterId::parse(letter) else {
        return Page::missing();
    };
    let key = match verdict {
        Verdict::Again => "mail-again-said",
        Verdict::Dismiss => "mail-dismissed",
    };
    match outbox::decide(&site.desk, &signed.actor(), letter, verdict).await {
        Ok(()) => said(site, signed, key).await,
        Err(error) => outbox_failed(&error),
    }
}

async fn said(site: &Site, signed: &Signed, key: &str) -> Page {
    let mut posted = Posted::default();
    posted.keep("said", key);
    back(site, signed, HERE, &posted).await
}

fn mail_failed(error: &MailError) -> Page {
    match error {
        MailError::Forbidden(_) => Page::missing(),
        MailError::Seal(SealError::Sealed) => Page::sealed(),
        error => failed(error),
    }
}

fn outbox_failed(error: &OutboxError) -> Page {
    match error {
        OutboxError::Forbidden(_) | OutboxError::NotFound => Page::missing(),
        OutboxError::Seal(SealError::Sealed) => Page::sealed(),
        error => failed(error),
    }
}

fn failed(error: &dyn std::error::Error) -> Page {
    tracing::error!(error.kind = %error, "mail could not be shown or changed");
    Page::broken()
}
