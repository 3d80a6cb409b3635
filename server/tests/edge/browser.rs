//! A browser that keeps its cookies.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

/// A browser that keeps its cookies and says where a request comes from.
#[derive(Clone)]
pub struct Browser {
    pub site: Router,
    pub host: &'static str,
    pub cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// Where a redirect leads.
    pub fn goes_to(&self) -> Option<&str> {
        (self.status == StatusCode::SEE_OTHER).then(|| self.header(LOCATION.as_str()))
    }

    /// What stands beside a field as wrong with it; empty when it fits.
    pub fn beside(&self, field: &str) -> &str {
        let fault = self.text.split_once(&format!("id=\"e-{field}\""));
        let said = fault.and_then(|(_, rest)| rest.split_once("<span>"));
        said.map_or("", |(_, rest)| rest.split('<').next().unwrap())
    }

    /// The value of the first hidden field of this name.
    pub fn value_of(&self, field: &str) -> &str {
        let (_, rest) = self.text.split_once(&format!("name=\"{field}\"")).unwrap();
        let (_, rest) = rest.split_once("value=\"").unwrap();
        rest.split('"').next().unwrap()
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl Browser {
    /// A request with the headers of a browser of today.
    pub fn asking(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let start = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, self.host);
        let start = start.header("sec-fetch-site", "same-origin");
        start.header(COOKIE, cookies.join("; "))
    }

    /// Opens a page, as a person does.
    pub async fn get(&mut self, path: &str) -> Answer {
        let asked = self.asking("GET", path);
        let pressed = asked
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-user", "?1");
        self.send(pressed.body(Body::empty()).unwrap()).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, form: &str) -> Answer {
        let asked = self.asking("POST", path);
        let kind = asked.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(kind.body(Body::from(form.to_owned())).unwrap())
            .await
    }

    /// Sends any request and keeps the cookies of the answer.
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}
