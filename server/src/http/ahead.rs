//! A browser that fetches a page ahead, in case somebody goes there. Nobody asked for it, and nobody
//! may ever read it: a page about a person is not drawn and not written in the trail, and a draft
//! that is shown once stays.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Whether a page is only fetched ahead.
pub(super) fn is_ahead(headers: &HeaderMap) -> bool {
    let said = ["sec-purpose", "purpose", "x-moz"];
    said.iter().any(|name| headers.contains_key(*name))
}

/// Refuses what is fetched ahead; the browser asks again when somebody goes there.
pub(super) async fn refuse(request: Request, next: Next) -> Response {
    if request.method() != Method::POST && is_ahead(request.headers()) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    next.run(request).await
}
