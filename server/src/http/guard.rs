//! Who may go on to an address, by the line it has in the table of routes. The use case behind it
//! asks again; here, what a role may not do and what is not there look the same before anything is
//! read.

use app::page::Page;
use app::request::{Door, Signed, Visitor};
use app::screens::Policy;
use app::screens::prove::{self, Deed};
use axum::Extension;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::access;
use domain::role::{Action, allows};
use domain::session::lately;

use super::{Edge, body, is_fetched};

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
        Policy::Needs(action) | Policy::Proved(action) if !allows(actor.kind(), action) => {
            let _denied = access::refuse(&edge.site().desk, &actor, action).await;
            Page::missing().into_response()
        }
        Policy::Proved(action) if !lately(signed.staff.proved_at, edge.site().desk.now()) => {
            let signed = signed.clone();
            let page = put_off(&edge, &signed, action, request).await;
            page.into_response()
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

/// Lets what was sent wait until a proof was given.
async fn put_off(edge: &Edge, signed: &Signed, action: Action, request: Request) -> Page {
    let path = request.uri().path().to_owned();
    let from = came_from(request.headers());
    let Ok(sent) = to_bytes(request.into_body(), body::LIMIT).await else {
        return Page::see(body::TOO_LARGE);
    };
    let deed = Deed {
        action,
        path,
        from,
        body: String::from_utf8_lossy(&sent).into_owned(),
    };
    prove::put_off(edge.site(), signed, &deed).await
}

/// The page of this site that the form stood on.
fn came_from(headers: &HeaderMap) -> String {
    let said = headers.get(header::REFERER);
    let page = said.and_then(|said| said.to_str().ok()?.parse::<Uri>().ok());
    let path = page.as_ref().map_or("/", Uri::path);
    // Two slashes would lead to another site.
    let own = path.starts_with('/') && !path.starts_with("//");
    if own { path } else { "/" }.to_owned()
}
