//! The steps of joining, drawn.

use desk::joining::{Stage, Who};
use domain::Secret;
use leptos::prelude::*;

use super::HERE;
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::parts::{Act, Acts, Card, Ground, PageHead, PrintButton, Qr, Weight};
use crate::shell::Porch;
use crate::words::Words;

/// The step that comes now.
pub fn step(words: Words, (idem, posted): (String, Posted), stage: Stage) -> AnyView {
    let began = !matches!(stage, Stage::Code);
    let content = match stage {
        Stage::Code => paper(words, (idem.clone(), posted)),
        Stage::Phrase { who, proves } => phrase(words, (idem.clone(), posted), &who, proves),
        Stage::Totp { secret, address } => totp(words, (idem.clone(), posted), &secret, &address),
        Stage::Papers(codes) => papers(words, (idem.clone(), posted), &codes),
    };
    let stop = Act::Do {
        action: "/join/stop".to_owned(),
        label: words.t("join-stop"),
        idem: idem.clone(),
        rev: None,
        sends: Vec::new(),
    };
    let stop = began.then(|| view! { <Acts act=stop weight=Weight::Quiet /> });
    view! { <Porch words here=HERE idem>{content} {stop}</Porch> }.into_any()
}

fn paper(words: Words, (idem, posted): (String, Posted)) -> AnyView {
    let labels = vec![("paper", words.t("join-paper"))];
    view! {
        <PageHead title=words.t("join-title") under=words.t("join-lead") />
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action="/join/code" idem>
                <Field
                    label=words.t("join-paper")
                    entry=posted.entry("paper", words)
                    hint=words.t("join-paper-hint")
                    focus=true
                />
                <div class="row end"><Submit label=words.t("next") /></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn phrase(words: Words, (idem, posted): (String, Posted), who: &Who, proves: bool) -> AnyView {
    let name = who.name.reveal().as_str().to_owned();
    let user = who.user.reveal().clone();
    let labels = vec![
        ("passphrase", words.t("sign-in-passphrase")),
        ("again", words.t("passphrase-again")),
        ("code", words.t("sign-in-code")),
    ];
    let code = proves.then(|| {
        view! {
            <input type="hidden" name="last" value="yes" />
            <Field
                label=words.t("sign-in-code")
                entry=posted.entry("code", words)
                hint=words.t("sign-in-code-hint")
            />
        }
    });
    view! {
        <PageHead
            title=words.with("join-hello", &[("name", name.into())])
            under=words.with("join-user", &[("user", user.into())])
        />
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action="/join/phrase" idem>
                <Field
                    label=words.t("passphrase-new")
                    entry=posted.entry("passphrase", words)
                    kind=Kind::Password
                    hint=words.t("passphrase-hint")
                    focus=true
                />
                <Field
                    label=words.t("passphrase-again")
                    entry=posted.entry("again", words)
                    kind=Kind::Password
                />
                {code}
                <div class="row end"><Submit label=words.t("next") /></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn totp(
    words: Words,
    (idem, posted): (String, Posted),
    secret: &Secret<String>,
    address: &Secret<String>,
) -> AnyView {
    let labels = vec![("code", words.t("sign-in-code"))];
    let (typed, text) = (in_groups(secret.expose()), address.expose().clone());
    view! {
        <PageHead title=words.t("join-app-title") under=words.t("join-app-lead") />
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Qr text label=words.t("join-app-picture") />
            <p class="muted">{words.t("join-app-typed")}</p>
            <p class="paper">{typed}</p>
            <Form action="/join/totp" idem>
                <Field
                    label=words.t("sign-in-code")
                    entry=posted.entry("code", words)
                    kind=Kind::Code
                    hint=words.t("join-app-code-hint")
                />
                <div class="row end"><Submit label=words.t("next") /></div>
            </Form>
        </Card>
    }
    .into_any()
}

/// Four letters at a time, as they are typed over.
fn in_groups(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    groups.join(" ")
}

fn papers(words: Words, (idem, posted): (String, Posted), codes: &[Secret<String>]) -> AnyView {
    let labels = vec![("paper", words.t("papers-one"))];
    let codes = listed(codes);
    view! {
        <PageHead title=words.t("papers-title") under=words.t("papers-lead") />
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            {codes}
            <Form action="/join/done" idem>
                <Field
                    label=words.t("papers-one")
                    entry=posted.entry("paper", words)
                    hint=words.t("papers-one-hint")
                />
                <div class="row end">
                    <PrintButton label=words.t("print") />
                    <Submit label=words.t("papers-done") />
                </div>
            </Form>
        </Card>
    }
    .into_any()
}

/// Codes on paper, one under the other.
#[must_use]
pub fn listed(codes: &[Secret<String>]) -> impl IntoView + use<> {
    let codes: Vec<_> = codes
        .iter()
        .map(|code| view! { <li class="paper">{code.expose().clone()}</li> })
        .collect();
    view! { <ol class="papers">{codes}</ol> }
}
