//! Whose request it is. Every browser that opens a page gets a session; the cookie is all it holds.
//! Only what a person does keeps a session alive.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use app::cookies;
use app::page::Page;
use app::request::{Door, Signed, Visitor, Worn};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::sessions::{self, Browser, SessionError, Token};
use desk::staff::{self, Me, StaffError};
use desk::workstations;
use domain::session::Stage;
use domain::{Language, RequestId};

use super::{Edge, is_fetched};

/// A browser, and the token it gets when it had none.
struct Met {
    browser: Browser,
    given: Option<Token>,
}

/// Finds or begins the session of the browser and says to the handlers who asks.
pub(super) async fn keep(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let met = match meet(&edge, &parts).await {
        Ok(Some(met)) => met,
        Ok(None) => return unknown(&parts),
        Err(error) => return failed(&error),
    };
    if let Err(page) = introduce(&edge, &mut parts, &met.browser).await {
        return page.into_response();
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    match met.given {
        Some(token) => cookies::give(response, &token),
        None => response,
    }
}

fn failed(error: &SessionError) -> Response {
    tracing::error!(error.kind = %error, "a session could not be kept");
    Page::broken().into_response()
}

/// A browser without a session that does not open a page: it has nothing to say yet.
fn unknown(request: &Parts) -> Response {
    if is_fetched(request.uri.path()) {
        StatusCode::UNAUTHORIZED.into_response()
    } else {
        Page::see("/sign-in").into_response()
    }
}

/// Recognises the browser, or begins a session for one that opens a page.
async fn meet(edge: &Edge, request: &Parts) -> Result<Option<Met>, SessionError> {
    let desk = &edge.site().desk;
    let Some(&number) = request.extensions.get::<RequestId>() else {
        return Ok(None);
    };
    let known = match cookies::token(&request.headers, cookies::STAFF) {
        Some(token) => sessions::recognise(desk, &token, number).await?,
        None => None,
    };
    let opens = request.method == Method::GET && !is_fetched(request.uri.path());
    let (session, stage, given) = match known {
        Some((session, stage)) => (session, stage, None),
        None if opens => {
            let language = accepted(&request.headers);
            let (token, session) = sessions::begin(desk, language, number).await?;
            (session, Stage::Open, Some(token))
        }
        None => return Ok(None),
    };
    if by_a_person(request) {
        sessions::touch(desk, &session, number).await?;
    }
    let workstation = match cookies::token(&request.headers, cookies::WORKSTATION) {
        Some(token) => workstations::recognise(desk, &token, number).await?,
        None => None,
    };
    let browser = Browser {
        session,
        stage,
        workstation,
        address: address(edge, request),
        request: number,
    };
    Ok(Some(Met { browser, given }))
}

/// Tells the handlers who asks.
async fn introduce(edge: &Edge, request: &mut Parts, browser: &Browser) -> Result<(), Page> {
    let visitor = Visitor {
        session: browser.session.id,
        request: browser.request,
        language: browser.language(),
        door: door(browser),
    };
    if let Some(signed) = signed(edge, browser).await? {
        request.extensions.insert(signed);
    }
    request.extensions.insert(visitor);
    request.extensions.insert(browser.clone());
    Ok(())
}

fn door(browser: &Browser) -> Door {
    if browser.staff().is_some() {
        Door::Open
    } else if browser.is_locked() {
        Door::Locked
    } else {
        Door::Closed
    }
}

/// The colleague with the name for the frame of the page.
async fn signed(edge: &Edge, browser: &Browser) -> Result<Option<Signed>, Page> {
    let Some(staff) = browser.staff() else {
        return Ok(None);
    };
    match staff::me(&edge.site().desk, &staff).await {
        Ok(me) => Ok(Some(Signed {
            may_wear: may_wear(&me),
            name: me.name.map(|name| name.as_str().to_owned()),
            staff,
        })),
        Err(StaffError::NotFound | StaffError::Forbidden(_)) => Ok(None),
        Err(StaffError::Seal(desk::seal::SealError::Sealed)) => Err(Page::sealed()),
        Err(error) => {
            tracing::error!(error.kind = %error, "an account could not be read");
            Err(Page::broken())
        }
    }
}

fn may_wear(me: &Me) -> Vec<Worn> {
    let posts = me.posts.iter();
    posts
        .map(|post| Worn {
            role: post.role,
            service: post.service.as_ref().map(|service| service.0),
        })
        .collect()
}

/// Whether a person caused the request. A page that fetches, listens or opens itself again does so
/// in an empty room too.
fn by_a_person(request: &Parts) -> bool {
    if request.method == Method::POST {
        return true;
    }
    let headers = &request.headers;
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|said| said == value);
    if is_fetched(request.uri.path()) || says("sec-fetch-dest", "empty") {
        return false;
    }
    let navigates = says("sec-fetch-mode", "navigate");
    !navigates || says("sec-fetch-user", "?1")
}

fn accepted(headers: &HeaderMap) -> Language {
    let header = headers.get(ACCEPT_LANGUAGE);
    let said = header.and_then(|header| header.to_str().ok());
    said.and_then(Language::accepted).unwrap_or_default()
}

/// The address of the browser. Behind proxies of the house it is the entry that the outermost of
/// them wrote; what stands before that entry was written by the browser and proves nothing.
fn address(edge: &Edge, request: &Parts) -> IpAddr {
    let peer = request
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
    forwarded(&request.headers, edge.settings().proxies).unwrap_or(peer)
}

fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let before = proxies.checked_sub(1)?;
    let all = headers.get_all("x-forwarded-for");
    let entries: Vec<&str> = all
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(','))
        .collect();
    entries.iter().rev().nth(before)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn asked(method: &str, path: &str, headers: &[(&str, &str)]) -> Parts {
        let start = axum::http::Request::builder().method(method).uri(path);
        let with = headers.iter().fold(start, |request, (name, value)| {
            request.header(*name, *value)
        });
        with.body(Body::empty()).unwrap().into_parts().0
    }

    #[test]
    fn a_page_that_asks_by_itself_is_nobody() {
        let reload = [
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        let pressed = [("sec-fetch-mode", "navigate"), ("sec-fetch-user", "?1")];
        assert!(!by_a_person(&asked("GET", "/desk", &reload)));
        assert!(!by_a_person(&asked("GET", "/desk/now", &[])));
        assert!(!by_a_person(&asked("GET", "/events", &[])));
        assert!(!by_a_person(&asked(
            "GET",
            "/desk",
            &[("sec-fetch-dest", "empty")]
        )));
        assert!(by_a_person(&asked("GET", "/desk", &pressed)));
        assert!(by_a_person(&asked("GET", "/desk", &[])));
        assert!(by_a_person(&asked(
            "POST",
            "/search/now",
            &[("sec-fetch-dest", "empty")]
        )));
    }

    #[test]
    fn an_address_that_the_browser_wrote_proves_nothing() {
        let line = [("x-forwarded-for", "10.9.9.9, 203.0.113.7, 192.0.2.1")];
        let headers = asked("GET", "/", &line).headers;
        assert_eq!(forwarded(&headers, 0), None);
        assert_eq!(forwarded(&headers, 1), "192.0.2.1".parse().ok());
        assert_eq!(forwarded(&headers, 2), "203.0.113.7".parse().ok());
        assert_eq!(forwarded(&headers, 4), None);
    }
}
