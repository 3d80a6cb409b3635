//! The first administrator: name, user name and pass-phrase.

use desk::founding::Administrator;
use domain::signin::{Passphrase, UserName};
use domain::text::Name;
use domain::{Language, Unfit};
use leptos::prelude::*;

use super::{Caller, Step, step_of};
use crate::form::{ErrorSummary, Field, Form, NewPhrase, Posted, Submit, Tick};
use crate::page::Page;
use crate::parts::{Card, Ground, PageHead};
use crate::request::Typed;
use crate::words::Words;

const HERE: &str = Step::You.path();

/// Asks who founds.
pub(super) async fn get(caller: Caller) -> Page {
    let mut journey = match caller.at(Step::You).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let kept = journey.kept(HERE);
    let known = || journey.administrator.as_ref().map(typed_before);
    let posted = kept.or_else(known).unwrap_or_default();
    let words = caller.words(&journey);
    drop(journey);
    caller
        .show(words, HERE, move |idem| view! { <You words posted idem /> })
        .await
}

/// What was accepted before; the pass-phrase is typed again.
fn typed_before(administrator: &Administrator) -> Posted {
    let mut posted = Posted::default();
    posted.keep("name", administrator.name.as_str());
    posted.keep("user", administrator.user.as_str());
    let reception = if administrator.reception { "yes" } else { "" };
    posted.keep("reception", reception);
    posted
}

#[component]
fn You(words: Words, posted: Posted, idem: String) -> impl IntoView {
    let labels = vec![
        ("name", words.t("founding-you-name")),
        ("user", words.t("sign-in-user")),
        ("passphrase", words.t("sign-in-passphrase")),
        ("again", words.t("founding-again")),
    ];
    view! {
        <PageHead title=words.t("founding-you-title") under=step_of(words, Step::You) />
        <p>{words.t("founding-you-lead")}</p>
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action=HERE idem main=true>
                <Field
                    label=words.t("founding-you-name")
                    hint=words.t("founding-you-name-hint")
                    entry=posted.entry("name", words)
                />
                <Field
                    label=words.t("sign-in-user")
                    hint=words.t("founding-user-hint")
                    entry=posted.entry("user", words)
                />
                <NewPhrase
                    label=words.t("sign-in-passphrase")
                    hint=words.t("founding-passphrase-hint")
                    entry=posted.entry("passphrase", words)
                    peek=words.t("founding-peek")
                    twin=words.t("founding-again")
                    again=posted.entry("again", words)
                />
                <Tick
                    label=words.t("founding-reception")
                    hint=words.t("founding-reception-hint")
                    entry=posted.entry("reception", words)
                />
                <div class="row end"><Submit label=words.t("next") /></div>
            </Form>
        </Card>
    }
}

/// Takes who founds. A pass-phrase is never kept with what was refused.
pub(super) async fn post(caller: Caller, typed: Typed) -> Page {
    let mut journey = match caller.at(Step::You).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let mut posted = typed.posted(&["name", "user", "reception"]);
    let language = journey.language.unwrap_or(caller.language);
    match read(&mut posted, &typed, language) {
        Some(administrator) => {
            journey.administrator = Some(administrator);
            Page::see(journey.next().path())
        }
        None => Caller::back(journey, HERE, posted),
    }
}

fn read(posted: &mut Posted, typed: &Typed, language: Language) -> Option<Administrator> {
    let name = posted.check("name", Name::parse(typed.get("name")));
    let user = posted.check("user", UserName::parse(typed.get("user")));
    let phrase = typed.get("passphrase");
    let passphrase = posted.check("passphrase", Passphrase::parse(phrase.to_owned()));
    // Asked for only where the first one cannot be looked at.
    if typed.has("again") && typed.get("again") != phrase {
        posted.refuse("again", Unfit::NotTheSame);
    }
    let administrator = Administrator {
        name: name?,
        user: user?,
        passphrase: passphrase?,
        language,
        reception: typed.get("reception") == "yes",
    };
    if administrator.has_common_passphrase() {
        posted.refuse("passphrase", Unfit::TooCommon);
    }
    posted.fits().then_some(administrator)
}
