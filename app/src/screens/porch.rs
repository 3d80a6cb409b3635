//! What the screens of the porch share: who stands there, and the draft of the page.

use axum::extract::{Extension, FromRequestParts};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use desk::drafts;
use desk::seal::SealError;
use desk::sessions::{Browser, SessionError};
use desk::signin::{SignInError, passkeys};
use desk::store::drafts::Spot;
use domain::{Address, Pii, RepeatKey};
use leptos::prelude::*;

use crate::form::Posted;
use crate::page::{Drawn, Page, Site};
use crate::request::{Nonce, Visitor};
use crate::words::Words;

/// Somebody on the porch, signed in or not.
#[derive(Clone)]
pub struct Porchgoer {
    /// The browser and its session.
    pub browser: Browser,
    /// Who asks.
    pub visitor: Visitor,
    /// The nonce of the answer.
    pub nonce: Nonce,
    /// The site as passkeys know it; nothing where it is called by a number.
    pub here: Option<passkeys::Site>,
}

impl<S: Send + Sync> FromRequestParts<S> for Porchgoer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let browser = Extension::<Browser>::from_request_parts(parts, state).await;
        let Extension(browser) = browser.map_err(|_| Page::missing().into_response())?;
        Ok(Self {
            browser,
            visitor: Visitor::from_request_parts(parts, state).await?,
            nonce: Nonce::from_request_parts(parts, state).await?,
            here: parts.extensions.get().cloned(),
        })
    }
}

impl Porchgoer {
    /// The words to speak in. Which house it is, and how it speaks to people, is not known yet.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.visitor.language, Address::default())
    }

    /// Takes what was kept for a page.
    ///
    /// # Errors
    /// The page to answer instead.
    pub async fn kept(&self, site: &Site, path: &str) -> Result<Posted, Page> {
        if self.visitor.glance {
            return Ok(Posted::default());
        }
        let actor = self.visitor.actor();
        let taken = drafts::take(&site.desk, &actor, self.visitor.session, path).await;
        let bytes = taken.map_err(|_| Page::broken())?;
        let read = bytes.and_then(|bytes| serde_json::from_slice(bytes.reveal()).ok());
        Ok(read.unwrap_or_default())
    }

    /// Keeps what was typed for a page and sends the browser there.
    pub async fn back(&self, site: &Site, path: &str, posted: &Posted) -> Page {
        let Ok(bytes) = serde_json::to_vec(posted) else {
            return Page::broken();
        };
        let spot = Spot {
            session: self.visitor.session,
            path,
        };
        let kept = drafts::keep(&site.desk, &self.visitor.actor(), spot, &Pii::new(bytes)).await;
        kept.map_or_else(|_| Page::broken(), |()| Page::see(path))
    }

    /// Draws a page of the porch.
    pub async fn show<V, F>(self, site: &Site, content: F) -> Page
    where
        V: IntoView + 'static,
        F: FnOnce(Words, String) -> V + Send + 'static,
    {
        let words = self.words();
        let idem = RepeatKey::new(site.desk.ids()).to_string();
        let drawn = Drawn {
            words,
            nonce: self.nonce,
            islands: false,
            refresh: None,
        };
        Page::show(site, drawn, move || content(words, idem)).await
    }
}

/// What a failed use case of sessions looks like.
#[must_use]
pub fn session_failed(error: &SessionError) -> Page {
    match error {
        SessionError::Forbidden(_) => Page::missing(),
        SessionError::Store(error) => {
            tracing::error!(error.kind = %error, "a session could not be kept");
            Page::broken()
        }
    }
}

/// What a failed sign-in looks like, when it is not the typed answer that failed.
#[must_use]
pub fn sign_in_failed(error: &SignInError) -> Page {
    match error {
        SignInError::Forbidden(_) | SignInError::NotFound => Page::missing(),
        SignInError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "a sign-in failed");
            Page::broken()
        }
    }
}
