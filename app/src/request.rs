//! What a handler knows about a request before it reads the form: who asks, in which session, and
//! what the answer must carry. The server puts these in; a handler only takes them out.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::IpAddr;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequestParts, Request};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use desk::access::{Actor, StaffActor};
use domain::role::Role;
use domain::{CentreId, Language, Pii, RepeatKey, RequestId, ServiceId, SessionId, Unfit};

use crate::form::Posted;
use crate::page::Page;

/// Whoever asks, signed in or not: every browser on a host has a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// Which session.
    pub session: SessionId,
    /// Which request.
    pub request: RequestId,
    /// In which language the answer speaks.
    pub language: Language,
    /// What stands in the way of the screens behind the porch.
    pub door: Door,
    /// Whether only the headers of the page are asked for: nobody reads it, so nothing that is
    /// shown once is taken.
    pub glance: bool,
}

/// The network a request comes from: one older address, or a /64 of the newer ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(pub IpAddr);

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Nobody has signed in.
    Closed,
    /// Somebody has, and the screen is locked.
    Locked,
    /// Somebody has.
    Open,
}

impl Visitor {
    /// The actor for what anybody may do, such as keeping what was typed on the sign-in page.
    #[must_use]
    pub const fn actor(self) -> Actor {
        Actor::Portal {
            centre: CentreId::from_uuid(uuid::Uuid::nil()),
            request: self.request,
        }
    }
}

/// The nonce that scripts of this answer carry.
#[derive(Clone)]
pub struct Nonce(pub String);

/// A role and service a colleague may wear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worn {
    /// As what.
    pub role: Role,
    /// For which service.
    pub service: Option<ServiceId>,
}

/// A colleague who is signed in and not locked. As an extractor it sends everybody else to the
/// sign-in or to the locked screen.
#[derive(Clone)]
pub struct Signed {
    /// Who acts, as what.
    pub staff: StaffActor,
    /// What the colleague is called.
    pub name: Pii<String>,
    /// Everything the colleague may work as.
    pub may_wear: Vec<Worn>,
    /// As [`Visitor::glance`].
    pub glance: bool,
}

impl Signed {
    /// The actor for a use case.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Staff(self.staff.clone())
    }
}

/// The colleague, if one is signed in.
impl<S: Send + Sync> OptionalFromRequestParts<S> for Signed {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get().cloned())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        parts
            .extensions
            .get()
            .copied()
            .ok_or_else(|| Page::missing().into_response())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Nonce {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        parts
            .extensions
            .get()
            .cloned()
            .ok_or_else(|| Page::missing().into_response())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        if let Some(signed) = parts.extensions.get::<Self>() {
            return Ok(signed.clone());
        }
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let to = if visitor.door == Door::Locked {
            "/lock"
        } else {
            "/sign-in"
        };
        Err(Page::see(to).into_response())
    }
}

/// The fields of a posted form, as text. Two fields of one name keep the last.
#[derive(Clone, Default)]
pub struct Typed {
    fields: BTreeMap<String, String>,
}

impl Typed {
    /// Reads a form body. A byte that is no text becomes the replacement character, which no field
    /// accepts.
    #[must_use]
    pub fn read(body: &[u8]) -> Self {
        let fields = form_urlencoded::parse(body);
        Self {
            fields: fields
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        }
    }

    /// What was typed in a field; empty when it was not sent.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// Whether the form had this field at all.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// Every field that was sent, with what was typed in it.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter();
        fields.map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// The key the form carries.
    #[must_use]
    pub fn idem(&self) -> Option<RepeatKey> {
        self.key("idem_key")
    }

    /// A key of its own for a second thing that the same form does: one that could be reckoned from
    /// the first would join the two in the data.
    #[must_use]
    pub fn key(&self, field: &str) -> Option<RepeatKey> {
        RepeatKey::parse(self.get(field)).ok()
    }

    /// The revision the form was shown with; 0, which nothing has, when there is none.
    #[must_use]
    pub fn rev(&self) -> i64 {
        self.get("rev").parse().unwrap_or(0)
    }

    /// What was typed in the named fields, to be shown again with what is wrong. A field with bytes
    /// that are no text is refused at once.
    #[must_use]
    pub fn posted(&self, fields: &[&str]) -> Posted {
        let mut posted = Posted::default();
        for field in fields {
            let value = self.get(field);
            posted.keep(field, value.replace('\u{FFFD}', ""));
            if value.contains('\u{FFFD}') {
                posted.refuse(field, Unfit::NotUtf8);
            }
        }
        posted
    }
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let body = Bytes::from_request(request, state).await;
        // A body over the limit: the page it came from cannot show it again, so one page says it.
        body.map(|body| Self::read(&body))
            .map_err(|_| Page::see("/too-large").into_response())
    }
}
