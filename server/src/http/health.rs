//! Whether the process lives, whether it can do its work, and whether the house is open. While the
//! keys are not at hand, every page says so and nothing else.

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

/// Lets a request on when the house is open.
pub(super) async fn opened(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    if edge.site().desk.is_open() {
        next.run(request).await
    } else {
        Page::sealed().into_response()
    }
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
