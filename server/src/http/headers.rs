//! What every answer carries: the number of the request, a content policy with a fresh nonce, and
//! the headers that keep other sites, other windows and the browser's own store away.

use std::time::Instant;

use app::request::Nonce;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::RequestId;
use tracing::Instrument;

use super::Edge;
use super::hosts::Kind;

/// What no page of ours may use; only the screens of the house ask devices for passkeys.
macro_rules! permissions {
    ($passkeys:literal) => {
        concat!(
            "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), ",
            "compute-pressure=(), display-capture=(), encrypted-media=(), fullscreen=(), ",
            "gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), ",
            "idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), ",
            "otp-credentials=(), payment=(), picture-in-picture=(), ",
            "publickey-credentials-create=",
            $passkeys,
            ", publickey-credentials-get=",
            $passkeys,
            ", screen-wake-lock=(), serial=(), storage-access=(), usb=(), ",
            "window-management=(), xr-spatial-tracking=()"
        )
    };
}

/// The header that says what a page may use.
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Headers that are the same on every answer.
const SAME: [(HeaderName, &str); 8] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("x-dns-prefetch-control"), "off"),
];

/// Browsers that reach the sites by https never try anything else for a year.
const ONLY_HTTPS: &str = "max-age=31536000; includeSubDomains";

/// The method as the log may say it: a browser can send any word.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

/// Gives the request its number and nonce, and the answer its headers; notes that it was answered.
pub(super) async fn dress(
    State((edge, kind)): State<(Edge, Kind)>,
    mut request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let id = RequestId::new(edge.site().desk.ids());
    let nonce = fresh(&edge);
    let route = request.extensions().get::<MatchedPath>().cloned();
    let asked = (
        known(request.method()),
        route.as_ref().map_or("-", MatchedPath::as_str),
    );
    let span = tracing::info_span!(
        "request",
        request.id = %id,
        http.method = asked.0,
        http.route = asked.1,
    );
    let extensions = request.extensions_mut();
    extensions.insert(id);
    extensions.insert(Nonce(nonce.clone()));
    let mut response = next.run(request).instrument(span.clone()).await;
    put(response.headers_mut(), &nonce, edge.settings().https);
    response.headers_mut().insert(PERMISSIONS, permitted(kind));
    let number = HeaderValue::from_str(&id.to_string()).expect("32 hexadecimal digits");
    response.headers_mut().insert("x-request-id", number);
    let (meter, status) = (&edge.settings().meter, response.status().as_u16());
    meter.answered(asked, status, started.elapsed());
    span.in_scope(|| {
        let taken = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        tracing::info!(http.status = status, duration_ms = taken, "answered");
    });
    response
}

/// 128 random bits.
fn fresh(edge: &Edge) -> String {
    let mut bytes = [0; 16];
    edge.site().desk.entropy().fill(&mut bytes);
    STANDARD_NO_PAD.encode(bytes)
}

fn put(headers: &mut HeaderMap, nonce: &str, https: bool) {
    for (name, value) in SAME {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        let value = HeaderValue::from_static(ONLY_HTTPS);
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    let policy = HeaderValue::from_str(&policy(nonce)).expect("a nonce is base64");
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

const fn permitted(kind: Kind) -> HeaderValue {
    HeaderValue::from_static(match kind {
        Kind::Staff => permissions!("(self)"),
        Kind::Portal => permissions!("()"),
    })
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )
}
