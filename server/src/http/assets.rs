//! Style sheets, scripts, fonts and pictures. Files with their hash in the name never change; the
//! others are asked for again each time. Nothing here is about anybody, so it may be compressed and
//! kept.

use std::path::Path;

use app::page::Page;
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::services::ServeDir;

use super::portal;

/// The files of the staff site; what is not there answers like every other address.
pub(super) fn served(folder: &Path) -> Router {
    around(folder, any(missing))
}

/// What the public sites show of the files. The others belong to the screens of the house, and would
/// tell what else lives here.
const PUBLIC: [&str; 4] = ["/portal.css", "/plain.css", "/icon.svg", "/robots.txt"];

/// The files of the public sites.
pub(super) fn served_to_public(folder: &Path) -> Router {
    around(folder, any(portal::missing)).layer(from_fn(public))
}

async fn public(request: Request, next: Next) -> Response {
    if PUBLIC.contains(&request.uri().path()) {
        next.run(request).await
    } else {
        portal::missing().await.into_response()
    }
}

async fn missing() -> Page {
    Page::missing()
}

fn around(folder: &Path, missing: MethodRouter) -> Router {
    let files = ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .fallback(missing);
    Router::new()
        .fallback_service(files)
        .layer(from_fn(kept))
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(found)))
}

/// Only what is there is made smaller: what is not there looks like what may not be seen, and no
/// page about anybody is compressed.
fn found(status: StatusCode, _: Version, _: &HeaderMap, _: &Extensions) -> bool {
    status.is_success()
}

/// Says how long a file may be kept.
async fn kept(request: Request, next: Next) -> Response {
    let hashed = request.uri().path().starts_with("/pkg/");
    let mut response = next.run(request).await;
    if !response.status().is_success() {
        return response;
    }
    let rule = if hashed {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(rule));
    response
}
