//! Who may go on to an address, by the line it has in the table of routes. The use case behind it
//! asks again; here, what a role may not do and what is not there look the same before anything is
//! read.

use app::page::Page;
use app::request::{Door, Signed, Visitor};
use app::screens::Policy;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::access;
use domain::role::allows;

use super::{Edge, is_fetched};

/// Lets somebody on, or answers instead.
pub(super) async fn admit(
    State(policy): State<Policy>,
    Extension(edge): Extension<Edge>,
    request: Request,
    next: Next,
) -> Response {
    if matches!(policy, Policy::Open(_)) {
        return next.run(request).await;
    }
    let Some(signed) = request.extensions().get::<Signed>() else {
        return outside(&request);
    };
    let actor = signed.actor();
    match policy {
        Policy::Needs(action) if !allows(actor.kind(), action) => {
            let _denied = access::refuse(&edge.site().desk, &actor, action).await;
            Page::missing().into_response()
        }
        _ => next.run(request).await,
    }
}

/// What somebody gets who is not inside: the way in, or for a page that asks by itself only that
/// it must stop.
fn outside(request: &Request) -> Response {
    if is_fetched(request.uri().path()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let locked = request
        .extensions()
        .get::<Visitor>()
        .is_some_and(|visitor| visitor.door == Door::Locked);
    Page::see(if locked { "/lock" } else { "/sign-in" }).into_response()
}
