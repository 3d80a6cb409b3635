//! The public site of a centre: one neutral page and the way out. It works without a script, its
//! address and title say nothing, and nothing about anybody is on it.

use app::cookies;
use app::page::{Page, Site};
use app::screens::{Policy, Route};
use app::words::Words;
use axum::Extension;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use super::ahead::is_ahead;
use super::{Edge, hosts};

/// The way out.
const EXIT: &str = "/x";
/// The one page.
const PAGE: &str = "/a";

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/", get(begin)),
        route(PAGE, get(page)),
        route(EXIT, get(exit)),
    ]
}

fn route(path: &'static str, handler: MethodRouter<Site>) -> Route {
    Route {
        method: "GET",
        path,
        policy: Policy::Open("a public page without anybody's data"),
        handler,
    }
}

async fn begin() -> Page {
    Page::see(PAGE)
}

async fn page(Extension(edge): Extension<Edge>, request: Request) -> Response {
    let name = hosts::named(&request).map(hosts::bare).unwrap_or_default();
    let portals = &edge.settings().portals;
    match portals.iter().find(|portal| portal.name == name) {
        Some(portal) => drawn(portal.words).into_response(),
        None => not_there().into_response(),
    }
}

/// The page in the language of the centre.
fn drawn(words: Words) -> impl IntoResponse {
    let language = words.language();
    let (code, direction) = (language.code(), language.dir());
    let title = words.t("document-title-portal");
    let [skip, heading, soon, history, close] = [
        "document-skip",
        "portal-title",
        "portal-soon",
        "portal-history",
        "portal-close",
    ]
    .map(|key| words.t(key));
    let html = format!(
        "<!DOCTYPE html><html lang=\"{code}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex, nofollow\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/portal.css\"><link rel=\"icon\" href=\"/icon.svg\">\
         </head><body><a class=\"skip\" href=\"#main\">{skip}</a>\
         <header class=\"bar\"><span>{title}</span>\
         <a class=\"exit\" href=\"{EXIT}\" rel=\"nofollow noreferrer\">{close}</a></header>\
         <main id=\"main\" tabindex=\"-1\"><h1>{heading}</h1><p>{soon}</p><p>{history}</p></main>\
         </body></html>"
    );
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html)
}

/// Leaves: what the browser kept of the site is cleared and its cookie expires; other cookies of
/// the host stay. A browser that only fetches ahead leaves nothing.
async fn exit(Extension(edge): Extension<Edge>, headers: HeaderMap) -> Response {
    if is_ahead(&headers) {
        return StatusCode::NO_CONTENT.into_response();
    }
    cookies::leave_portal(Page::see(&edge.settings().exit))
}

/// What is not there, on a public site.
pub(super) fn not_there() -> Page {
    Page::constant(StatusCode::NOT_FOUND, "error-not-found", "Afspraak")
}

/// The house is not open yet.
pub(super) fn closed() -> Page {
    Page::constant(StatusCode::SERVICE_UNAVAILABLE, "error-broken", "Afspraak")
}

/// The answer for another method.
pub(super) async fn missing() -> Page {
    not_there()
}
