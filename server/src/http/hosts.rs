//! Which names the sites answer to. A request for any other name gets the same constant page,
//! whatever it asks for: a guess does not tell what else lives here.

use std::net::Ipv4Addr;

use app::page::Page;
use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::signin::passkeys::Site;

use super::{Edge, Settings, portal};

/// The two kinds of sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The screens of the house.
    Staff,
    /// The public site of a centre.
    Portal,
}

impl Kind {
    fn answers(self, settings: &Settings, name: &str) -> bool {
        match self {
            Self::Staff => settings.staff_hosts.iter().any(|host| host == name),
            Self::Portal => settings.portals.named(name).is_some(),
        }
    }

    fn wrong(self) -> Page {
        match self {
            Self::Staff => Page::missing(),
            Self::Portal => portal::not_there(),
        }
    }
}

/// The host as the browser names it, with its port.
pub(super) fn named(request: &Request) -> Option<&str> {
    called(request.uri(), request.headers())
}

/// The same before there is a whole request.
pub(super) fn called<'a>(uri: &'a Uri, headers: &'a HeaderMap) -> Option<&'a str> {
    let authority = uri.authority().map(Authority::as_str);
    authority.or_else(|| headers.get(HOST)?.to_str().ok())
}

/// The site as a browser knows it that keeps passkeys; nothing for a host that is called by a number,
/// for which no browser keeps any.
pub(super) fn site(host: &str, https: bool) -> Option<Site> {
    let name = bare(host);
    let scheme = if https { "https" } else { "http" };
    let number = name.starts_with('[') || name.parse::<Ipv4Addr>().is_ok();
    (!number).then(|| Site {
        origin: format!("{scheme}://{}", host.to_ascii_lowercase()),
        name,
    })
}

/// The name of a host without its port, in lower case.
pub(super) fn bare(host: &str) -> String {
    let end = host
        .rfind(':')
        .filter(|colon| host[colon + 1..].bytes().all(|b| b.is_ascii_digit()));
    host[..end.unwrap_or(host.len())].to_ascii_lowercase()
}

/// Lets a request in that asks for a name of this site.
pub(super) async fn check(
    State((edge, kind)): State<(Edge, Kind)>,
    request: Request,
    next: Next,
) -> Response {
    let name = named(&request).map(bare);
    if name.is_some_and(|name| kind.answers(edge.settings(), &name)) {
        next.run(request).await
    } else {
        kind.wrong().into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_kept_for_names_and_not_for_numbers() {
        let site = |host| super::site(host, true);
        let named = site("Balie.Example:8443").unwrap();
        assert_eq!(named.name, "balie.example");
        assert_eq!(named.origin, "https://balie.example:8443");
        assert_eq!(site("127.0.0.1:3000"), None);
        assert_eq!(site("[::1]:3000"), None);
    }

    #[test]
    fn a_name_is_compared_without_its_port() {
        assert_eq!(bare("Balie.Example:8443"), "balie.example");
        assert_eq!(bare("127.0.0.1"), "127.0.0.1");
        assert_eq!(bare("[::1]:3000"), "[::1]");
        assert_eq!(bare("[::1]"), "[::1]");
    }
}
