//! The PIN: chosen at the computer whose screen it will open, by whoever has just signed in there or
//! types the pass-phrase once more.

use axum::extract::State;
use desk::signin::{self, SignInError};
use domain::signin::Pin;
use domain::{Secret, Unfit};
use leptos::prelude::*;

use super::HERE;
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Ground, Tag, Tone, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::back;
use crate::screens::porch::{Porchgoer, sign_in_failed};
use crate::words::Words;

/// What decides about the form.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// Whether a PIN opens this computer at all.
    pub here: bool,
    /// Whether the full sign-in was a moment ago.
    pub lately: bool,
    /// Whether a PIN was chosen before.
    pub has_pin: bool,
}

/// The card of the account with the form, or where one has to be for it.
pub(super) fn card(words: Words, asked: Asked, posted: Posted, idem: String) -> impl IntoView {
    let set = asked
        .has_pin
        .then(|| view! { <Tag label=words.t("pin-set") tone=Tone::Ok /> });
    let form = if asked.here {
        view! { <PinForm words asked posted idem /> }.into_any()
    } else {
        view! { <p>{words.t("pin-elsewhere")}</p> }.into_any()
    };
    view! {
        <Card ground=Ground::Roomy>
            <div class="row between"><h2>{words.t("pin-title")}</h2> {set}</div>
            <p class="muted">{words.t("pin-lead")}</p>
            {form}
        </Card>
    }
}

#[component]
fn PinForm(words: Words, asked: Asked, posted: Posted, idem: String) -> impl IntoView {
    let labels = vec![
        ("pin", words.t("pin-new")),
        ("again", words.t("pin-again")),
        ("passphrase", words.t("sign-in-passphrase")),
    ];
    let passphrase = (!asked.lately).then(|| {
        let entry = posted.entry("passphrase", words);
        let (label, hint) = (
            words.t("sign-in-passphrase"),
            words.t("pin-passphrase-hint"),
        );
        view! { <Field label hint entry kind=Kind::Password /> }
    });
    view! {
        <ErrorSummary posted=posted.clone() labels words />
        <Form action="/account/pin" idem>
            <Field label=words.t("pin-new") entry=posted.entry("pin", words) kind=Kind::Pin />
            <Field label=words.t("pin-again") entry=posted.entry("again", words) kind=Kind::Pin />
            {passphrase}
            <div class="row end"><Submit label=words.t("save") weight=Weight::Plain /></div>
        </Form>
    }
}

/// Chooses the PIN.
pub async fn post(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    typed: Typed,
) -> Page {
    // Neither PIN nor pass-phrase is ever kept, not even sealed: only what is wrong with them.
    let mut posted = Posted::default();
    let pin = posted.check("pin", Pin::choose(typed.get("pin")));
    if typed.get("pin").trim() != typed.get("again").trim() {
        posted.refuse("again", Unfit::NotTheSame);
    }
    let Some(pin) = pin.filter(|_| posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    let phrase = Secret::new(typed.get("passphrase").to_owned());
    match signin::set_pin(&site.desk, &porch.browser, pin, phrase).await {
        Ok(()) => posted.keep("said", "pin-set"),
        Err(SignInError::Unproved) => posted.refuse("passphrase", Unfit::Missing),
        Err(SignInError::Refused) => posted.refuse("passphrase", Unfit::PassphraseRefused),
        Err(SignInError::TooMany) => posted.refuse("passphrase", Unfit::TooManyTries),
        Err(error) => return sign_in_failed(&error),
    }
    back(&site, &signed, HERE, &posted).await
}
