//! Answers: a drawn page, a redirect, or the constant page for what is not there. Every screen goes
//! through here, so every page has the same frame and the same manners.

use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::Desk;
use desk::store::StoreError;
use domain::Language;
use leptos::nonce::Nonce as ScriptNonce;
use leptos::prelude::*;

use crate::document::{Document, Head};
use crate::outside::Outside;
use crate::request::Nonce;
use crate::words::Words;

mod plain;

/// The title of the staff site.
const STAFF: &str = "Agenda";

/// After how many seconds a page that cannot be shown yet is asked for again.
const AGAIN: &str = "2";

pub use plain::spoken;

/// What the screens share: the desk, where the style sheets and scripts are, and whether this is a
/// demo.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub desk: Desk,
    /// Where the scripts are.
    pub leptos: LeptosOptions,
    /// The address of the style sheet of the staff screens.
    pub styles: String,
    /// Whether the data say that this is a demo.
    pub demo: bool,
    /// Where the public sites are.
    pub outside: Outside,
}

/// An answer.
pub struct Page(Response);

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        self.0
    }
}

/// How a page is drawn.
pub struct Drawn {
    /// In which words.
    pub words: Words,
    /// The nonce of this answer.
    pub nonce: Nonce,
    /// Whether the screen has islands.
    pub islands: bool,
    /// Seconds after which a page without scripts asks for itself again.
    pub refresh: Option<u32>,
}

impl Page {
    /// The answer to every form: look there. Nothing typed stays in a browser this way.
    #[must_use]
    pub fn see(to: &str) -> Self {
        let location = [(header::LOCATION, to.to_owned())];
        Self((StatusCode::SEE_OTHER, location).into_response())
    }

    /// What is not there and what may not be seen: the same bytes.
    #[must_use]
    pub fn missing() -> Self {
        Self::plain(StatusCode::NOT_FOUND, "error-not-found")
    }

    /// The house is sealed.
    #[must_use]
    pub fn sealed() -> Self {
        Self::plain(StatusCode::SERVICE_UNAVAILABLE, "error-sealed")
    }

    /// The names are still being read, this many in a hundred so far. A browser asks again by itself.
    #[must_use]
    pub fn reading(percent: u8) -> Self {
        let plain = plain::Plain {
            percent: Some(percent),
            ..plain::Plain::of("error-reading", STAFF)
        };
        let Self(mut page) = Self::said(StatusCode::SERVICE_UNAVAILABLE, plain);
        let again = HeaderValue::from_static(AGAIN);
        page.headers_mut().insert(header::REFRESH, again.clone());
        page.headers_mut().insert(header::RETRY_AFTER, again);
        Self(page)
    }

    /// Something failed; nothing is half stored.
    #[must_use]
    pub fn broken() -> Self {
        Self::plain(StatusCode::INTERNAL_SERVER_ERROR, "error-broken")
    }

    /// There is no room left on the disk; nothing is half stored.
    #[must_use]
    pub fn full() -> Self {
        Self::plain(StatusCode::INSUFFICIENT_STORAGE, "error-full")
    }

    /// Something failed for this reason; that there is no room is said, because somebody can do
    /// something about it.
    #[must_use]
    pub fn failed(error: &(dyn std::error::Error + 'static)) -> Self {
        let full = StoreError::Full.to_string();
        let mut causes = std::iter::successors(Some(error), |error| error.source());
        // An error that passes another one on hides its type, and keeps its words.
        if causes.any(|cause| cause.to_string() == full) {
            return Self::full();
        }
        Self::broken()
    }

    /// The answer with another status or headers, for the few that need them.
    #[must_use]
    pub fn raw(response: Response) -> Self {
        Self(response)
    }

    /// A constant page without a frame: it depends on nothing that was asked. It carries no data and
    /// no script, and the languages of the house: [`spoken`] puts that of the browser first.
    #[must_use]
    pub fn plain(status: StatusCode, key: &'static str) -> Self {
        Self::constant(status, key, STAFF)
    }

    /// The same with the title of another site.
    #[must_use]
    pub fn constant(status: StatusCode, key: &'static str, site: &'static str) -> Self {
        Self::said(status, plain::Plain::of(key, site))
    }

    fn said(status: StatusCode, plain: plain::Plain) -> Self {
        let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        let mut response = (status, kind, plain.html(Language::default())).into_response();
        response.extensions_mut().insert(plain);
        Self(response)
    }

    /// A page of the staff site with the given content.
    pub async fn show<V, F>(site: &Site, drawn: Drawn, content: F) -> Self
    where
        V: IntoView + 'static,
        F: FnOnce() -> V + Send + 'static,
    {
        let head = Head {
            words: drawn.words,
            site: crate::document::Site::Staff,
            styles: site.styles.clone(),
            scripts: drawn.islands.then(|| site.leptos.clone()),
            refresh: drawn.refresh,
        };
        let nonce = drawn.nonce.0;
        let provided = move || provide_context(ScriptNonce::from_value(nonce.clone()));
        let view = move || view! { <Document head>{content()}</Document> };
        Self(drawn_html(provided, view).await)
    }
}

/// Draws a view to its end. Screens load before they draw, so there is nothing to wait for inside.
async fn drawn_html<V: IntoView + 'static>(
    provided: impl Fn() + Clone + Send + 'static,
    view: impl FnOnce() -> V + Send + 'static,
) -> Response {
    leptos_axum::handle_response_inner(
        provided,
        view,
        Request::new(Body::empty()),
        |app, chunks, _| {
            Box::pin(async move {
                use futures::StreamExt;
                let html: String = app.to_html_stream_in_order().collect().await;
                let first = futures::stream::once(async move { html });
                Box::pin(first.chain(chunks()))
                    as std::pin::Pin<Box<dyn futures::Stream<Item = String> + Send>>
            })
        },
    )
    .await
}
