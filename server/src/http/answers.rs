//! The one manner of answering a form: look there. A form that cannot be acted on is answered like
//! every other one, because a browser keeps what was typed when a page comes back instead.

use app::cookies;
use app::page::{Page, Site, spoken};
use app::screens::{Policy, Route};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use super::hosts::Kind;

/// An address at which nothing is.
const NOWHERE: &str = "/not-there";
/// The page for a form that another site sent.
const ELSEWHERE: &str = "/not-ours";
/// The page for a house that is sealed or too busy.
const CLOSED: &str = "/closed";
/// The page for what failed.
const FAILED: &str = "/failed";
/// The page for a disk without room.
const FULL: &str = "/full";

/// Turns a page that answers a form into the way to that page. The public site has one page for
/// everything that is not there.
pub(super) async fn lead(State(kind): State<Kind>, request: Request, next: Next) -> Response {
    let form = request.method() == Method::POST && !is_json(&request);
    let answer = next.run(request).await;
    match (form && is_page(&answer), kind) {
        (false, _) => answer,
        (true, Kind::Staff) => Page::see(place(answer.status())).into_response(),
        (true, Kind::Portal) => Page::see(NOWHERE).into_response(),
    }
}

/// Says the pages that stand outside every frame in the language of the browser. It is heard from the
/// request alone, so that what is not there and what may not be seen stay the same.
pub(super) async fn speak(request: Request, next: Next) -> Response {
    let language = cookies::spoken(request.headers());
    spoken(next.run(request).await, language)
}

/// Whether a page sent it by itself: no form can send this kind.
fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/json"))
}

fn is_page(answer: &Response) -> bool {
    let kind = answer.headers().get(CONTENT_TYPE);
    let html = kind
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    html || answer.status().is_client_error() || answer.status().is_server_error()
}

fn place(status: StatusCode) -> &'static str {
    match status {
        StatusCode::FORBIDDEN => ELSEWHERE,
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => CLOSED,
        StatusCode::INSUFFICIENT_STORAGE => FULL,
        status if status.is_server_error() => FAILED,
        _ => NOWHERE,
    }
}

/// The pages that forms of the staff site are led to.
pub(super) fn routes() -> Vec<Route> {
    let page = |path, handler: MethodRouter<Site>| Route {
        method: "GET",
        path,
        policy: Policy::Open("a constant page"),
        handler,
    };
    vec![
        page(
            ELSEWHERE,
            get(|| async { Page::plain(StatusCode::FORBIDDEN, "error-cross-site") }),
        ),
        page(CLOSED, get(closed)),
        page(FAILED, get(|| async { Page::broken() })),
        page(FULL, get(|| async { Page::full() })),
    ]
}

/// A house that is sealed or still reads its names says so; one that is open was only too busy.
async fn closed(State(site): State<Site>) -> Page {
    let reading = site.desk.reading();
    if site.desk.is_open() {
        Page::plain(StatusCode::SERVICE_UNAVAILABLE, "error-busy")
    } else {
        reading.map_or_else(Page::sealed, Page::reading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_refusal_has_its_page() {
        assert_eq!(place(StatusCode::NOT_FOUND), NOWHERE);
        assert_eq!(place(StatusCode::METHOD_NOT_ALLOWED), NOWHERE);
        assert_eq!(place(StatusCode::FORBIDDEN), ELSEWHERE);
        assert_eq!(place(StatusCode::SERVICE_UNAVAILABLE), CLOSED);
        assert_eq!(place(StatusCode::TOO_MANY_REQUESTS), CLOSED);
        assert_eq!(place(StatusCode::INTERNAL_SERVER_ERROR), FAILED);
        assert_eq!(place(StatusCode::INSUFFICIENT_STORAGE), FULL);
    }
}
