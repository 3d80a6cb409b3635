//! The cookies of the two sites. Each holds a random token and nothing else, but one that holds the
//! language of the door; the names begin with `__Host-`, so that no other host or path can set them.

use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use desk::sessions::Token;
use domain::Language;

/// The session of a browser on the staff site.
pub const STAFF: &str = "__Host-balie";
/// The session of a browser on a public site.
pub const PORTAL: &str = "__Host-afspraak";
/// The enrolment of a computer of the desk.
pub const WORKSTATION: &str = "__Host-werkplek";

/// The browser that founds a house.
pub const FOUNDING: &str = "__Host-begin";
/// The language in which a browser is spoken to where nobody is signed in.
pub const LANGUAGE: &str = "__Host-taal";
/// Stands behind the language that somebody chose at the door, until the sign-in takes it along.
const CHOSEN: &str = ".own";

/// How long a computer stays enrolled, in seconds: 400 days, the longest a browser keeps a cookie.
const ENROLLED: u32 = 400 * 24 * 60 * 60;

/// The token in a cookie of the request, if there is one.
#[must_use]
pub fn token(headers: &HeaderMap, name: &str) -> Option<Token> {
    value(headers, name).and_then(Token::parse)
}

fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(held, _)| *held == name)
        .map(|(_, value)| value)
}

/// The language in which a browser is spoken to before anybody signs in: what was spoken here last,
/// else what the browser asks for.
#[must_use]
pub fn spoken(headers: &HeaderMap) -> Language {
    let last = value(headers, LANGUAGE);
    let last = last.map(|value| value.strip_suffix(CHOSEN).unwrap_or(value));
    last.and_then(|code| Language::parse(code).ok())
        .unwrap_or_else(|| accepted(headers))
}

/// The language that the browser itself asks for.
#[must_use]
pub fn accepted(headers: &HeaderMap) -> Language {
    let header = headers.get(ACCEPT_LANGUAGE);
    let said = header.and_then(|header| header.to_str().ok());
    said.and_then(Language::accepted).unwrap_or_default()
}

/// The language that somebody chose at the door of this browser and that no sign-in took along yet.
#[must_use]
pub fn chosen(headers: &HeaderMap) -> Option<Language> {
    let code = value(headers, LANGUAGE)?.strip_suffix(CHOSEN)?;
    Language::parse(code).ok()
}

/// Remembers the language of the screens, for the door and for the pages that stand outside every
/// frame. `own` says that somebody chose it at the door.
#[must_use]
pub fn speak(response: impl IntoResponse, language: Language, own: bool) -> Response {
    let (code, own) = (language.code(), if own { CHOSEN } else { "" });
    set(response, &format!("{LANGUAGE}={code}{own}; {FLAGS}"))
}

/// Gives the browser a session on the staff site, until it closes.
#[must_use]
pub fn give(response: impl IntoResponse, token: &Token) -> Response {
    set(response, &format!("{STAFF}={}; {FLAGS}", token.cookie()))
}

/// Whether an answer gives the browser a session already.
#[must_use]
pub fn gives(response: &Response) -> bool {
    let given = response.headers().get_all(SET_COOKIE);
    let name = format!("{STAFF}=");
    given
        .iter()
        .any(|cookie| cookie.as_bytes().starts_with(name.as_bytes()))
}

/// Gives the browser what it founds a house with, until it closes.
#[must_use]
pub fn found(response: impl IntoResponse, token: &Token) -> Response {
    set(response, &format!("{FOUNDING}={}; {FLAGS}", token.cookie()))
}

/// Takes it away, with everything the browser kept of the pages: the house is founded.
#[must_use]
pub fn founded(response: impl IntoResponse) -> Response {
    let response = set(response, &format!("{FOUNDING}=; Max-Age=0; {FLAGS}"));
    clear(response)
}

/// Gives the computer its enrolment.
#[must_use]
pub fn enrol(response: impl IntoResponse, token: &Token) -> Response {
    let value = token.cookie();
    set(
        response,
        &format!("{WORKSTATION}={value}; Max-Age={ENROLLED}; {FLAGS}"),
    )
}

/// Takes the session away, with everything the browser kept of the pages. Other cookies of the host
/// are left alone: somebody else may be signed in through them.
#[must_use]
pub fn take(response: impl IntoResponse) -> Response {
    let response = set(response, &format!("{STAFF}=; Max-Age=0; {FLAGS}"));
    clear(response)
}

/// Takes the session of a public site away, in the same manner.
#[must_use]
pub fn leave_portal(response: impl IntoResponse) -> Response {
    let cookie = format!("{PORTAL}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
    clear(set(response, &cookie))
}

/// Takes everything the browser kept of the pages, so that its Back button shows nothing.
#[must_use]
pub fn clear(response: impl IntoResponse) -> Response {
    let mut response = response.into_response();
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    response
}

const FLAGS: &str = "Path=/; Secure; HttpOnly; SameSite=Strict";

fn set(response: impl IntoResponse, cookie: &str) -> Response {
    let mut response = response.into_response();
    let value = HeaderValue::from_str(cookie).expect("a token or a code, which a header may hold");
    response.headers_mut().append(SET_COOKIE, value);
    response
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    fn headers(cookies: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            headers.append(COOKIE, cookie.parse().unwrap());
        }
        headers
    }

    #[test]
    fn the_token_of_one_cookie_is_found_among_others() {
        let value = "A".repeat(43);
        let line = format!("x=1; {STAFF}={value}; y=2");
        assert!(token(&headers(&[&line]), STAFF).is_some());
        assert!(token(&headers(&["a=b", &line]), STAFF).is_some());
        assert!(token(&headers(&[&line]), PORTAL).is_none());
        assert!(token(&headers(&[&format!("{STAFF}=short")]), STAFF).is_none());
    }

    #[test]
    fn the_door_speaks_as_was_chosen_last_else_as_the_browser_asks() {
        let mut asked = headers(&[]);
        asked.insert(ACCEPT_LANGUAGE, "fr-BE, nl;q=0.8".parse().unwrap());
        assert_eq!((spoken(&asked), chosen(&asked)), (Language::Fr, None));
        asked.append(COOKIE, format!("{LANGUAGE}=de").parse().unwrap());
        assert_eq!((spoken(&asked), chosen(&asked)), (Language::De, None));
        let own = headers(&[&format!("x=1; {LANGUAGE}=en.own")]);
        assert_eq!(
            (spoken(&own), chosen(&own)),
            (Language::En, Some(Language::En))
        );
        let odd = headers(&[&format!("{LANGUAGE}=xx.own")]);
        assert_eq!((spoken(&odd), chosen(&odd)), (Language::Nl, None));
    }

    #[test]
    fn a_session_is_taken_without_touching_other_cookies() {
        let response = take(StatusCode::OK);
        let headers = response.headers();
        let cleared = headers["clear-site-data"].to_str().unwrap();
        assert_eq!(cleared, "\"cache\", \"storage\"");
        let cookies: Vec<_> = headers.get_all(SET_COOKIE).iter().collect();
        assert_eq!(cookies.len(), 1);
        assert!(
            cookies[0]
                .to_str()
                .unwrap()
                .starts_with("__Host-balie=; Max-Age=0; Path=/; Secure")
        );
    }
}
