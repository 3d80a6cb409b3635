//! What may be sent: forms, and on fetched paths JSON; never more than 64 KiB, but for the forms that
//! hold a file. A refused form is
//! answered by a redirect like every other one, so that nothing typed stays in the browser.

use app::page::{Page, Site};
use app::screens::{self, Policy, Route};
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use futures::StreamExt;

use super::is_fetched;

/// The most bytes of a form.
pub(super) const LIMIT: usize = 64 * 1024;
/// The most bytes that are read of a form that is too large.
const HEARD: usize = 4 * 1024 * 1024;
/// The page that says that it was too much.
pub(super) const TOO_LARGE: &str = "/too-large";

/// Where the screen is locked.
const LOCK: &str = "/lock";

/// Lets a request on whose body may be read.
pub(super) async fn check(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let fetched = is_fetched(request.uri().path());
    let file = screens::largest_file_form(request.uri().path());
    let limit = file.unwrap_or(LIMIT);
    let fits = declared(request.headers()).is_none_or(|bytes| bytes <= limit as u64);
    let known = known(request.headers(), fetched) || (file.is_some() && is_file_form(&request));
    match (fetched, fits, known) {
        (_, true, true) => next.run(request).await,
        (true, false, _) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        (true, true, false) => StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response(),
        // Whoever locks the screen means it, whatever stands in the form.
        (false, false, _) if request.uri().path() == LOCK => {
            let (parts, body) = request.into_parts();
            hear_out(body).await;
            let mut bare = Request::from_parts(parts, Body::empty());
            bare.headers_mut().remove(CONTENT_LENGTH);
            next.run(bare).await
        }
        (false, false, _) => {
            hear_out(request.into_body()).await;
            Page::see(TOO_LARGE).into_response()
        }
        (false, true, false) => Page::see("/").into_response(),
    }
}

/// Reads a form that is too large to its end, and forgets it: a browser that is cut off in the middle of
/// sending shows an error of its own instead of our page. Nobody is listened to for ever.
async fn hear_out(body: Body) {
    let mut sent = body.into_data_stream();
    let mut heard = 0;
    while let Some(Ok(part)) = sent.next().await {
        heard += part.len();
        if heard > HEARD {
            return;
        }
    }
}

fn declared(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Whether a form holds a file.
fn is_file_form(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().starts_with("multipart/form-data;"))
}

/// Whether the body is of a kind we read. A request that is fetched is sent as JSON, which no form
/// of another site can send.
fn known(headers: &HeaderMap, fetched: bool) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let essence = kind.and_then(|kind| kind.split(';').next());
    let wanted = if fetched {
        "application/json"
    } else {
        "application/x-www-form-urlencoded"
    };
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case(wanted))
}

pub(super) fn route() -> Route {
    let handler: MethodRouter<Site> = get(too_large);
    Route {
        method: "GET",
        path: TOO_LARGE,
        policy: Policy::Open("a constant page"),
        handler,
    }
}

async fn too_large() -> Page {
    Page::plain(StatusCode::PAYLOAD_TOO_LARGE, "error-too-large")
}
