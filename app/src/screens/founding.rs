//! The pages of a server that has no house yet: whoever reads the code that it printed sets up the
//! house, the first account and the recovery sheet. They are served alone, and are gone once the
//! house is there.

use axum::Extension;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::sessions::Token;
use domain::{Address, Language, RepeatKey, RequestId};
use leptos::prelude::*;
use tokio::sync::MutexGuard;

use super::language::{along, own_path};
use super::{Policy, Route, route};
use crate::cookies;
use crate::form::Posted;
use crate::page::{Drawn, Page, Site};
use crate::request::{Network, Nonce, Typed};
use crate::shell::Porch;
use crate::words::Words;

mod app;
mod door;
mod house;
mod journey;
mod paper;
mod you;

pub use journey::{Announce, Founding, Reached};
use journey::{Journey, Step};

/// The first page.
const DOOR: &str = "/found";
/// The last page.
const DONE: &str = "/found/done";
/// The pages whose form is kept when another language is chosen; the others ask for parts of a secret.
const KEPT: [&str; 2] = [Step::House.path(), Step::You.path()];

/// Every page of a founding.
#[must_use]
pub fn routes() -> Vec<Route> {
    use Policy::Open;
    const CODE: Policy = Open("there is no house yet, and the page asks for the code itself");
    vec![
        route!(GET "/", Open("leads to the page that asks for the code"), door::start),
        route!(GET "/found", CODE, door::get),
        route!(POST "/found", CODE, door::post),
        route!(GET "/found/house", CODE, house::get),
        route!(POST "/found/house", CODE, house::post),
        route!(GET "/found/you", CODE, you::get),
        route!(POST "/found/you", CODE, you::post),
        route!(GET "/found/app", CODE, app::get),
        route!(POST "/found/app", CODE, app::post),
        route!(GET "/found/sheet", CODE, paper::get),
        route!(POST "/found/sheet", CODE, paper::post),
        route!(POST "/found/sheet/new", CODE, paper::post_new),
        route!(GET "/found/check", CODE, paper::get_check),
        route!(POST "/found/check", CODE, paper::post_check),
        route!(GET "/found/done", CODE, door::get_done),
        route!(POST "/language", CODE, speak),
    ]
}

/// Leads on whoever reloads the last page: a house that is there has nothing more to found.
pub async fn over() -> Page {
    Page::see("/")
}

/// Whoever asks, with what a page needs to be drawn.
struct Caller {
    site: Site,
    founding: Founding,
    token: Option<Token>,
    language: Language,
    nonce: Nonce,
    request: RequestId,
    network: Network,
}

impl FromRequestParts<Site> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let missing = || Page::missing().into_response();
        let founding = Extension::<Founding>::from_request_parts(parts, site).await;
        let Extension(founding) = founding.map_err(|_| missing())?;
        let request = parts.extensions.get::<RequestId>().copied();
        Ok(Self {
            site: site.clone(),
            founding,
            token: cookies::token(&parts.headers, cookies::FOUNDING),
            language: accepted(&parts.headers),
            nonce: Nonce::from_request_parts(parts, site).await?,
            request: request.ok_or_else(missing)?,
            network: parts.extensions.get().copied().ok_or_else(missing)?,
        })
    }
}

fn accepted(headers: &HeaderMap) -> Language {
    let said = headers.get(ACCEPT_LANGUAGE);
    let said = said.and_then(|header| header.to_str().ok());
    said.and_then(Language::accepted).unwrap_or_default()
}

impl Caller {
    /// The founding, for the browser that is inside and comes to a page that may be opened now.
    async fn at(&self, step: Step) -> Result<MutexGuard<'_, Journey>, Page> {
        let journey = self.inside().await?;
        if journey.opens(step) {
            Ok(journey)
        } else {
            Err(Page::see(journey.next().path()))
        }
    }

    /// The founding, for the browser that is inside.
    async fn inside(&self) -> Result<MutexGuard<'_, Journey>, Page> {
        let mut journey = self.founding.journey().await;
        if self.founding.is_founded() {
            return Err(Page::see(DONE));
        }
        if journey.knows(self.token.as_ref(), self.site.desk.now()) {
            Ok(journey)
        } else {
            Err(Page::see(DOOR))
        }
    }

    /// The words to speak in: those of the house, once it has chosen.
    fn words(&self, journey: &Journey) -> Words {
        let address = journey.centre.as_ref().map(|centre| centre.card.address);
        Words::new(
            journey.language.unwrap_or(self.language),
            address.unwrap_or(Address::U),
        )
    }

    /// Keeps what was typed and sends the browser back to the page.
    fn back(mut journey: MutexGuard<'_, Journey>, path: &'static str, posted: Posted) -> Page {
        journey.keep(path, posted);
        Page::see(path)
    }

    /// Draws a page; `here` is empty where no language can be chosen.
    async fn show<V, F>(self, words: Words, here: &'static str, content: F) -> Page
    where
        V: IntoView + 'static,
        F: FnOnce(String) -> V + Send + 'static,
    {
        let idem = RepeatKey::new(self.site.desk.ids()).to_string();
        let drawn = Drawn {
            words,
            nonce: self.nonce,
            islands: false,
            refresh: None,
        };
        let of_menu = idem.clone();
        let form = KEPT.contains(&here);
        let view = move || {
            view! { <Porch words here idem=of_menu form>{content(idem)}</Porch> }
        };
        Page::show(&self.site, drawn, view).await
    }
}

/// The line over a page: which of how many it is.
fn step_of(words: Words, step: Step) -> String {
    let values = [
        ("step", (step as usize + 1).into()),
        ("count", Step::COUNT.into()),
    ];
    words.with("founding-step", &values)
}

/// Speaks another language from now on. What was typed waits on the page it was typed on, but for a
/// pass-phrase.
async fn speak(caller: Caller, typed: Typed) -> Page {
    let Ok(language) = Language::parse(typed.get("speak")) else {
        return Page::missing();
    };
    match caller.inside().await {
        Ok(mut journey) => {
            journey.language = Some(language);
            let here = own_path(typed.get("here"));
            if let Some(page) = KEPT.into_iter().find(|page| *page == here) {
                let mut posted = along(&typed);
                posted.values.remove("again");
                journey.keep(page, posted);
            }
            Page::see(here)
        }
        Err(page) => page,
    }
}
