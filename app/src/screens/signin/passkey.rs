//! Coming in with a passkey.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::response::Response;
use desk::signin::{SignInError, passkeys};
use leptos::prelude::*;

use super::answer;
use crate::form::passkey::{Ask, Asking, PasskeyForm, Question, used};
use crate::page::{Page, Site};
use crate::parts::Weight;
use crate::request::{Door, Typed};
use crate::screens::porch::{Porchgoer, sign_in_failed};
use crate::words::Words;

/// The form at the door.
const ENTER: Ask = Ask {
    question: "/sign-in/passkey/now",
    action: "/sign-in/passkey",
    label: "passkey-enter",
    weight: Weight::Plain,
};

/// The form at the door.
pub(super) fn form(words: Words, idem: String) -> impl IntoView {
    view! { <PasskeyForm words ask=ENTER idem /> }
}

/// Asks the question. Nobody has said a name, so it says nothing of anybody.
///
/// # Errors
/// The page to answer instead.
pub async fn now(
    State(site): State<Site>,
    porch: Porchgoer,
    asking: Result<Json<Asking>, JsonRejection>,
) -> Result<Json<Question>, Page> {
    let (Ok(_), Some(here)) = (asking, porch.here.clone()) else {
        return Err(Page::missing());
    };
    if porch.visitor.door == Door::Open {
        return Err(Page::missing());
    }
    let challenge = passkeys::begin_entering(&site.desk, &porch.browser).await;
    let challenge = challenge.map_err(|error| sign_in_failed(&error))?;
    Ok(Json(Question::entering(challenge, here)))
}

/// Lets somebody in, or says that something does not fit.
pub async fn post(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Response {
    let entered = match (&porch.here, used(typed.get("answer"))) {
        (Some(here), Some(used)) => passkeys::enter(&site.desk, &porch.browser, here, &used).await,
        _ => Err(SignInError::Refused),
    };
    answer(&site, &porch, "", entered).await
}
