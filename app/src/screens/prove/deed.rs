//! The deed that waits for a proof: kept sealed for its session, taken once, and sent on to its handler
//! as the browser sent it.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use desk::drafts;
use desk::store::drafts::Spot;
use domain::Pii;
use domain::role::Action;
use serde::{Deserialize, Serialize};
use tower::ServiceExt;

use super::HERE;
use crate::page::{Page, Site};
use crate::request::Signed;
use crate::screens::porch::Porchgoer;
use crate::screens::{Policy, routes};

/// Where the deed waits; no page has this path.
const DEED: &str = "/prove/deed";

/// A form that was sent and waits for the proof.
#[derive(Serialize, Deserialize)]
pub struct Deed {
    /// What it does.
    pub action: Action,
    /// Where it was sent.
    pub path: String,
    /// The page it stood on.
    pub from: String,
    /// The fields, as they were sent.
    pub body: String,
}

/// Keeps a deed and asks for the proof.
pub async fn put_off(site: &Site, signed: &Signed, deed: &Deed) -> Page {
    let Ok(bytes) = serde_json::to_vec(deed) else {
        return Page::broken();
    };
    let kept = drafts::keep(&site.desk, &signed.actor(), spot(signed), &Pii::new(bytes)).await;
    kept.map_or_else(|_| Page::broken(), |()| Page::see(HERE))
}

const fn spot(signed: &Signed) -> Spot<'static> {
    Spot {
        session: signed.staff.session,
        path: DEED,
    }
}

/// The deed that waits, left where it is.
pub(super) async fn waiting(site: &Site, signed: &Signed) -> Result<Option<Deed>, Page> {
    let read = drafts::read(&site.desk, &signed.actor(), spot(signed)).await;
    let read = read.map_err(|_| Page::broken())?;
    Ok(read.and_then(|bytes| serde_json::from_slice(bytes.reveal()).ok()))
}

/// Takes the deed away: it is done once.
pub(super) async fn take(site: &Site, signed: &Signed) -> Result<Deed, Page> {
    let session = signed.staff.session;
    let taken = drafts::take(&site.desk, &signed.actor(), session, DEED).await;
    let taken = taken.map_err(|_| Page::broken())?;
    let deed = taken.and_then(|bytes| serde_json::from_slice(bytes.reveal()).ok());
    deed.ok_or_else(|| Page::see("/"))
}

/// Sends the form on to its handler, as the browser sent it. Only deeds that ask for a proof are
/// reached from here; the use case asks again whether the role may do it.
pub(super) async fn perform(site: Site, signed: Signed, porch: Porchgoer, deed: Deed) -> Response {
    let asked = Policy::Proved(deed.action);
    let deeds = routes().into_iter();
    let deeds = deeds.filter(|route| route.method == "POST" && route.policy == asked);
    let deeds: Router<Site> = deeds.fold(Router::new(), |router, route| {
        router.route(route.path, route.handler)
    });
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(deed.path)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .extension(porch.visitor)
        .extension(porch.nonce)
        .extension(porch.browser)
        .extension(signed)
        .body(Body::from(deed.body));
    if let (Ok(request), Some(here)) = (&mut request, porch.here) {
        request.extensions_mut().insert(here);
    }
    let Ok(request) = request else {
        return Page::missing().into_response();
    };
    let Ok(response) = deeds.with_state(site).oneshot(request).await;
    response
}
