//! Whose request it is. Every browser that opens a page gets a session; the cookie is all it holds.
//! Only what a person does keeps a session alive.

use app::cookies;
use app::page::Page;
use app::request::{Door, Network, Signed, Visitor, Worn};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::sessions::Browser;
use desk::staff::{self, Me, StaffError};
use domain::Language;

use super::{Edge, hosts, is_fetched};

mod address;
mod meet;
mod strangers;

pub(super) use strangers::Strangers;

/// Finds or begins the session of the browser and says to the handlers who asks.
pub(super) async fn keep(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let met = match meet::meet(&edge, &parts).await {
        Ok(met) => met,
        Err(answer) => return answer,
    };
    if let Err(page) = introduce(&edge, &mut parts, &met.browser).await {
        return page.into_response();
    }
    let said = said(&parts.headers, &met.browser);
    let response = next.run(Request::from_parts(parts, body)).await;
    let response = match met.given {
        // Whoever signs in with a form that began the session has a better one now.
        Some(token) if !cookies::gives(&response) => cookies::give(response, &token),
        _ => response,
    };
    match said {
        Some(language) => cookies::speak(response, language, false),
        None => response,
    }
}

/// Says to the handlers from which network a request comes, where nobody has a session.
pub(super) async fn locate(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let network = strangers::network(address::address(&edge, &parts));
    parts.extensions.insert(Network(network));
    next.run(Request::from_parts(parts, body)).await
}

/// The language to remember for the door, when the browser would not be spoken to in it: the one of
/// the screens of whoever is signed in.
fn said(headers: &HeaderMap, browser: &Browser) -> Option<Language> {
    browser.staff()?;
    let language = browser.language();
    let known = cookies::spoken(headers) == language && cookies::chosen(headers).is_none();
    (!known).then_some(language)
}

/// Tells the handlers who asks.
async fn introduce(edge: &Edge, request: &mut Parts, browser: &Browser) -> Result<(), Page> {
    let visitor = Visitor {
        session: browser.session.id,
        request: browser.request,
        language: browser.language(),
        door: door(browser),
        glance: request.method == Method::HEAD,
    };
    if let Some(mut signed) = signed(edge, browser).await? {
        signed.glance = visitor.glance;
        request.extensions.insert(signed);
    }
    let host = hosts::called(&request.uri, &request.headers);
    if let Some(here) = host.and_then(|host| hosts::site(host, edge.settings().https)) {
        request.extensions.insert(here);
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
            glance: false,
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
    match request.method {
        Method::POST => return true,
        Method::GET => {}
        _ => return false,
    }
    let headers = &request.headers;
    let says = |name: &str, value: &str| headers.get(name).is_some_and(|said| said == value);
    if is_fetched(request.uri.path()) || says("sec-fetch-dest", "empty") {
        return false;
    }
    let navigates = says("sec-fetch-mode", "navigate");
    !navigates || says("sec-fetch-user", "?1")
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
        assert!(!by_a_person(&asked("HEAD", "/desk", &[])));
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
}
