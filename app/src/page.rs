//! Answers: a drawn page, a redirect, or the constant page for what is not there. Every screen goes
//! through here, so every page has the same frame and the same manners.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::Desk;
use domain::Language;
use leptos::nonce::Nonce as ScriptNonce;
use leptos::prelude::*;

use crate::document::{Document, Head};
use crate::outside::Outside;
use crate::request::Nonce;
use crate::words::Words;

mod plain;

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

    /// Something failed; nothing is half stored.
    #[must_use]
    pub fn broken() -> Self {
        Self::plain(StatusCode::INTERNAL_SERVER_ERROR, "error-broken")
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
        Self::constant(status, key, "Agenda")
    }

    /// The same with the title of another site.
    #[must_use]
    pub fn constant(status: StatusCode, key: &'static str, site: &'static str) -> Self {
        let plain = plain::Plain { key, site };
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
