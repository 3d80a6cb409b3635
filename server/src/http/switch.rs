//! A site that is exchanged for another one while it is served, on the same address and without a
//! connection lost: first the pages that found a house, then the house.

use std::convert::Infallible;
use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use tower::{ServiceExt, service_fn};

/// What answers now.
#[derive(Clone)]
pub struct Switch(Arc<RwLock<Router>>);

impl Switch {
    /// Begins with this site.
    #[must_use]
    pub fn new(site: Router) -> Self {
        Self(Arc::new(RwLock::new(site)))
    }

    /// Lets another site answer from now on; the one before ends with its last answer.
    pub fn turn(&self, site: Router) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = site;
    }

    /// The site to serve: whichever answers when it is asked.
    pub fn site(&self) -> Router {
        let switch = self.clone();
        Router::new().fallback_service(service_fn(move |request| switch.clone().answer(request)))
    }

    async fn answer(self, request: Request) -> Result<Response, Infallible> {
        let now = self
            .0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        now.oneshot(request).await
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::routing::get;

    use super::*;

    async fn said(site: &Router) -> String {
        let answer = site.clone().oneshot(Request::new(Body::empty())).await;
        let bytes = to_bytes(answer.unwrap().into_body(), 100).await.unwrap();
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn one_site_answers_after_the_other() {
        let saying =
            |word: &'static str| Router::new().route("/", get(move || async move { word }));
        let switch = Switch::new(saying("first"));
        let served = switch.site();
        assert_eq!(said(&served).await, "first");
        switch.turn(saying("second"));
        assert_eq!(said(&served).await, "second");
    }
}
