//! Where a request comes from. What changes something, and what a page fetches, is answered only
//! when our own page asks: the browser says so in a header that no page can set.

use app::page::Page;
use axum::extract::{Request, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Edge, hosts, is_fetched};

/// Lets a request on that our own page made, or that only opens a page.
pub(super) async fn check(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let opens = matches!(*request.method(), Method::GET | Method::HEAD);
    let opens_a_page = opens && !is_fetched(request.uri().path());
    let scheme = if edge.settings().https {
        "https"
    } else {
        "http"
    };
    let own = hosts::named(&request).map(|host| format!("{scheme}://{host}"));
    if opens_a_page || is_own(request.headers(), own.as_deref()) {
        next.run(request).await
    } else {
        Page::plain(StatusCode::FORBIDDEN, "error-cross-site").into_response()
    }
}

/// Whether a page of the same origin made the request.
fn is_own(headers: &HeaderMap, own: Option<&str>) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers
            .get(ORIGIN)
            .and_then(|origin| origin.to_str().ok())
            .is_some_and(|origin| Some(origin) == own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(headers: &[(&'static str, &'static str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        is_own(&map, Some("https://balie.example"))
    }

    #[test]
    fn only_our_own_page_may_change_something() {
        assert!(own(&[("sec-fetch-site", "same-origin")]));
        for site in ["same-site", "cross-site", "none", ""] {
            assert!(!own(&[("sec-fetch-site", site)]), "{site}");
        }
    }

    #[test]
    fn an_older_browser_shows_its_origin_and_nothing_is_refused() {
        assert!(own(&[("origin", "https://balie.example")]));
        assert!(!own(&[("origin", "http://balie.example")]));
        assert!(!own(&[("origin", "https://balie.example.elders.example")]));
        assert!(!own(&[("origin", "null")]));
        assert!(!own(&[]));
    }

    #[test]
    fn the_browsers_word_wins_over_the_origin() {
        let both = [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://balie.example"),
        ];
        assert!(!own(&both));
    }
}
