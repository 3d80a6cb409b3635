//! The form that asks a device: it is there only where the browser knows passkeys, and what the device
//! answers goes along in it like anything typed.
#![expect(
    clippy::must_use_candidate,
    reason = "a component is drawn by the view macro, and its macro drops the attribute"
)]

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::form::Submit;
use crate::icons::Icon;
use crate::parts::Weight;
use crate::words::Words;

mod script;

pub use script::{Asking, Question, made, used};

/// Where a form asks the question and where it brings the answer.
#[derive(Clone, Copy)]
pub struct Ask {
    /// Where the question is asked.
    pub question: &'static str,
    /// Where the answer goes.
    pub action: &'static str,
    /// The key of the words on the button.
    pub label: &'static str,
    /// How much the button stands out.
    pub weight: Weight,
}

/// The form, hidden until the browser says that it knows passkeys; else the page says what else leads
/// on.
#[component]
pub fn PasskeyForm(
    /// The words of the page.
    words: Words,
    /// Where it asks and answers.
    ask: Ask,
    /// The key of this attempt.
    idem: String,
    /// What else is asked.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <form
            class="form"
            method="post"
            action=ask.action
            autocomplete="off"
            data-passkey=ask.question
            hidden
        >
            <input type="hidden" name="idem_key" value=idem />
            <input type="hidden" name="answer" />
            {children.map(|children| children())}
            <div class="row end">
                <Submit label=words.t(ask.label) weight=ask.weight icon=Icon::Key />
            </div>
            <p class="fault" role="alert" hidden>{words.t("passkey-failed")}</p>
        </form>
        <p class="muted" data-passkey-none hidden>{words.t("passkey-none")}</p>
        <noscript><p class="muted">{words.t("passkey-none")}</p></noscript>
        <script defer src="/passkey.js" nonce=use_nonce()></script>
    }
}
