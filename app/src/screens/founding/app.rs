//! The app for one-time codes: its secret, and one code that shows that it took it.

use domain::Unfit;
use leptos::prelude::*;

use super::journey::Paper;
use super::{Caller, Step, step_of};
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::Page;
use crate::parts::{Card, Ground, PageHead, Qr};
use crate::request::Typed;
use crate::words::Words;

const HERE: &str = Step::App.path();

/// Shows the secret.
pub(super) async fn get(caller: Caller) -> Page {
    let mut journey = match caller.at(Step::App).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let (words, posted) = (
        caller.words(&journey),
        journey.kept(HERE).unwrap_or_default(),
    );
    let secret = grouped(journey.app.base32().expose());
    let user = journey
        .administrator
        .as_ref()
        .map_or("", |who| who.user.as_str());
    let picture = journey.app.address(user).expose().clone();
    drop(journey);
    caller
        .show(words, HERE, move |idem| {
            view! { <App words posted shown=(picture, secret) idem /> }
        })
        .await
}

/// In groups of four, as it is typed over.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}

#[component]
fn App(words: Words, posted: Posted, shown: (String, String), idem: String) -> impl IntoView {
    let (picture, secret) = shown;
    let labels = vec![("code", words.t("sign-in-code"))];
    view! {
        <PageHead title=words.t("founding-app-title") under=step_of(words, Step::App) />
        <p>{words.t("founding-app-lead")}</p>
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <p>{words.t("join-app-lead")}</p>
            <Qr text=picture label=words.t("join-app-picture") />
            <p>{words.t("join-app-typed")}</p>
            <p class="secret"><code>{secret}</code></p>
            <Form action=HERE idem>
                <Field
                    label=words.t("sign-in-code")
                    hint=words.t("founding-app-code-hint")
                    entry=posted.entry("code", words)
                    kind=Kind::Code
                />
                <div class="row end"><Submit label=words.t("next") /></div>
            </Form>
        </Card>
    }
}

/// Takes a code of the app, and makes the recovery sheet.
pub(super) async fn post(caller: Caller, typed: Typed) -> Page {
    let mut journey = match caller.at(Step::App).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let desk = &caller.site.desk;
    if !journey.app.shows(typed.get("code"), desk.now()) {
        let mut posted = Posted::default();
        posted.refuse("code", Unfit::NotTheCode);
        return Caller::back(journey, HERE, posted);
    }
    journey.app_shows = true;
    if journey.paper.is_none() {
        let Ok(sheet) = caller.founding.key().sheet(desk.entropy()) else {
            return Page::broken();
        };
        journey.paper = Some(Paper::new(desk, sheet));
    }
    Page::see(journey.next().path())
}
