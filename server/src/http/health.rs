//! Whether the process lives, whether it can do its work, and whether the house is open. While the
//! keys are not at hand, every page says so and nothing else. While the names are being read, colleagues
//! sign in; every other page says how far the reading is: a name that is not read yet would be written
//! down again, and somebody whom a colleague must not see would be shown.

use app::page::{Page, Site};
use app::screens::{Policy, Route};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use super::{Edge, portal};

pub(super) fn live_route() -> Route {
    bare("/health", get(live))
}

pub(super) fn ready_route() -> Route {
    bare("/ready", get(ready))
}

fn bare(path: &'static str, handler: MethodRouter<Site>) -> Route {
    Route {
        method: "GET",
        path,
        policy: Policy::Open("says one word, for whoever watches the machine"),
        handler,
    }
}

/// The process lives.
async fn live() -> &'static str {
    "ok\n"
}

/// The database answers and the keys are at hand.
async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    let unready = StatusCode::SERVICE_UNAVAILABLE;
    if site.desk.reading().is_some() {
        return (unready, "reading\n");
    }
    if !site.desk.is_open() {
        return (unready, "sealed\n");
    }
    match site.desk.db().ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(error.kind = %error, "the database does not answer");
            (unready, "no database\n")
        }
    }
}

/// Lets a request on when the house is open, and on the way in as soon as the keys are at hand.
pub(super) async fn opened(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let desk = &edge.site().desk;
    // In this order: the last name may be read in between.
    let reading = desk.reading();
    if desk.is_open() || (reading.is_some() && is_way_in(request.uri().path())) {
        return next.run(request).await;
    }
    reading
        .map_or_else(Page::sealed, Page::reading)
        .into_response()
}

/// What leads in and out, and asks after nobody who visits.
fn is_way_in(path: &str) -> bool {
    let way_in = ["/", "/sign-in", "/sign-out", "/signed-out", "/language"];
    way_in.contains(&path) || path.starts_with("/sign-in/")
}

/// The same on a public site, which does not say that it is an office.
pub(super) async fn opened_to_public(
    State(edge): State<Edge>,
    request: Request,
    next: Next,
) -> Response {
    if edge.site().desk.is_open() {
        next.run(request).await
    } else {
        portal::closed().into_response()
    }
}
