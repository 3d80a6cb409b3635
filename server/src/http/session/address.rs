//! From where a browser asks.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use super::Edge;

/// The address of the browser. Behind proxies of the house it is the entry that the outermost of
/// them wrote; what stands before that entry was written by the browser and proves nothing.
pub(super) fn address(edge: &Edge, request: &Parts) -> IpAddr {
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
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn an_address_that_the_browser_wrote_proves_nothing() {
        let mut headers = HeaderMap::new();
        let line = HeaderValue::from_static("10.9.9.9, 203.0.113.7, 192.0.2.1");
        headers.insert("x-forwarded-for", line);
        assert_eq!(forwarded(&headers, 0), None);
        assert_eq!(forwarded(&headers, 1), "192.0.2.1".parse().ok());
        assert_eq!(forwarded(&headers, 2), "203.0.113.7".parse().ok());
        assert_eq!(forwarded(&headers, 4), None);
    }
}
