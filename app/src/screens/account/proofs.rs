//! What a colleague changes of the own proofs: another pass-phrase, and new codes on paper.

use axum::extract::State;
use desk::signin::{self, Attempt, SignInError};
use domain::signin::Passphrase;
use domain::{Secret, Unfit};
use leptos::prelude::*;

use super::HERE;
use crate::form::{Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Ground, PrintButton, Tag, Tone, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::back;
use crate::screens::porch::{Porchgoer, sign_in_failed};
use crate::words::Words;

/// So few codes on paper are too few.
const FEW: usize = 3;

/// What was typed to prove who changes something.
fn attempt(typed: &Typed, [passphrase, code]: [&str; 2]) -> Attempt {
    Attempt {
        name: String::new(),
        passphrase: Secret::new(typed.get(passphrase).to_owned()),
        code: typed.get(code).to_owned(),
    }
}

/// Changes the pass-phrase. Nothing of it is kept, not even sealed: only what is wrong with it.
pub async fn post_passphrase(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    typed: Typed,
) -> Page {
    let mut posted = Posted::default();
    let new = posted.check(
        "phrase-new",
        Passphrase::choose(typed.get("phrase-new").to_owned()),
    );
    if typed.get("phrase-new") != typed.get("repeat") {
        posted.refuse("repeat", Unfit::NotTheSame);
    }
    let Some(new) = new.filter(|_| posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    let proof = attempt(&typed, ["now", "code"]);
    let changed = signin::change_passphrase(&site.desk, &porch.browser, proof, new).await;
    let changed = changed.map(|()| posted.keep("said", "passphrase-changed"));
    answer(&site, &signed, posted, (changed, "now")).await
}

/// Makes new codes on paper, and shows them once.
pub async fn post_papers(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    typed: Typed,
) -> Page {
    let mut posted = Posted::default();
    let proof = attempt(&typed, ["papers-now", "papers-code"]);
    let made = signin::renew_papers(&site.desk, &porch.browser, proof).await;
    let made = made.map(|codes| {
        let written = codes.iter().map(|code| code.written().expose().clone());
        posted.keep("papers", written.collect::<Vec<_>>().join(" "));
    });
    answer(&site, &signed, posted, (made, "papers-now")).await
}

async fn answer(
    site: &Site,
    signed: &Signed,
    mut posted: Posted,
    (done, field): (Result<(), SignInError>, &str),
) -> Page {
    match done {
        Ok(()) => {}
        Err(SignInError::Refused) => posted.refuse(field, Unfit::SignInRefused),
        Err(SignInError::TooMany) => posted.refuse(field, Unfit::TooManyTries),
        Err(SignInError::TooCommon) => posted.refuse("phrase-new", Unfit::TooCommon),
        Err(error) => return sign_in_failed(&error),
    }
    back(site, signed, HERE, &posted).await
}

/// The form for another pass-phrase.
#[component]
pub fn PassphraseCard(words: Words, posted: Posted, idem: String) -> impl IntoView {
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("passphrase-title")}</h2>
            <p class="muted">{words.t("passphrase-lead")}</p>
            <Form action="/account/passphrase" idem>
                <Field
                    label=words.t("passphrase-now")
                    entry=posted.entry("now", words)
                    kind=Kind::Password
                />
                <Field
                    label=words.t("passphrase-code")
                    entry=posted.entry("code", words)
                    kind=Kind::Code
                />
                <Field
                    label=words.t("passphrase-new")
                    entry=posted.entry("phrase-new", words)
                    kind=Kind::Password
                    hint=words.t("passphrase-hint")
                />
                <Field
                    label=words.t("passphrase-again")
                    entry=posted.entry("repeat", words)
                    kind=Kind::Password
                />
                <div class="row end"><Submit label=words.t("save") weight=Weight::Plain /></div>
            </Form>
        </Card>
    }
}

/// How many codes on paper are left, and the form for new ones.
#[component]
pub fn PapersCard(words: Words, posted: Posted, idem: String, left: usize) -> impl IntoView {
    let tone = if left < FEW { Tone::Care } else { Tone::Ok };
    let count = words.with("papers-left", &[("count", left.into())]);
    let fresh: Vec<Secret<String>> = posted
        .value("papers")
        .split_whitespace()
        .map(|code| Secret::new(code.to_owned()))
        .collect();
    let fresh = (!fresh.is_empty()).then(|| {
        view! {
            <p>{words.t("papers-new-lead")}</p>
            {crate::screens::join::listed(&fresh)}
            <div class="buttons"><PrintButton label=words.t("print") /></div>
        }
    });
    let few = (left < FEW).then(|| view! { <p class="muted">{words.t("papers-few")}</p> });
    view! {
        <Card ground=Ground::Roomy>
            <div class="row between"><h2>{words.t("papers-title")}</h2> <Tag label=count tone /></div>
            <p class="muted">{words.t("papers-lead")}</p>
            {fresh}
            {few}
            <Form action="/account/papers" idem>
                <Field
                    label=words.t("passphrase-now")
                    entry=posted.entry("papers-now", words)
                    kind=Kind::Password
                />
                <Field
                    label=words.t("passphrase-code")
                    entry=posted.entry("papers-code", words)
                    kind=Kind::Code
                />
                <div class="row end"><Submit label=words.t("papers-renew") weight=Weight::Plain /></div>
            </Form>
        </Card>
    }
}
