//! The first page, which asks for the code that the server printed, and the last one, which says
//! that the house is there.

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use desk::founding::Entered;
use domain::Unfit;
use leptos::prelude::*;

use super::{Caller, DONE, DOOR, Reached};
use crate::cookies;
use crate::form::{ErrorSummary, Field, Form, Posted, Submit};
use crate::page::Page;
use crate::parts::{Card, Go, Ground, Notice, PageHead, Tone, Weight};
use crate::request::Typed;
use crate::words::Words;

/// How long the last page waits for the house to open.
const OPENS_WITHIN: Duration = Duration::from_secs(20);

/// Leads to the first page.
pub(super) async fn start() -> Page {
    Page::see(DOOR)
}

/// Asks for the code; whoever is inside goes on.
pub(super) async fn get(caller: Caller) -> Page {
    if let Ok(journey) = caller.inside().await {
        return Page::see(journey.next().path());
    }
    if caller.founding.is_founded() {
        return Page::see(DONE);
    }
    let mut journey = caller.founding.journey().await;
    let posted = journey.kept(DOOR).unwrap_or_default();
    let words = Words::new(caller.language, domain::Address::U);
    drop(journey);
    caller
        .show(words, "", move |idem| view! { <Door words posted idem /> })
        .await
}

#[component]
fn Door(words: Words, posted: Posted, idem: String) -> impl IntoView {
    let said = posted.value("said").to_owned();
    let said = (!said.is_empty()).then(|| view! { <Notice tone=Tone::Care text=words.t(&said) /> });
    let labels = vec![("code", words.t("founding-code"))];
    view! {
        <PageHead title=words.t("founding-title") under=words.t("founding-lead") />
        {said}
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action=DOOR idem>
                <Field
                    label=words.t("founding-code")
                    hint=words.t("founding-code-hint")
                    entry=posted.entry("code", words)
                    focus=true
                />
                <div class="row end"><Submit label=words.t("founding-begin") /></div>
            </Form>
        </Card>
        <p class="muted">{words.t("founding-idle")}</p>
    }
}

/// Lets the browser in that has the code. What was typed is not kept.
pub(super) async fn post(caller: Caller, typed: Typed) -> Response {
    let mut posted = Posted::default();
    match caller
        .founding
        .enter(&caller.site.desk, typed.get("code"))
        .await
    {
        Entered::Inside(token) => return cookies::found(Page::see("/found/house"), &token),
        Entered::Wrong if waits(&caller).await => posted.keep("said", "founding-wait"),
        Entered::Wrong => posted.refuse("code", Unfit::NotTheCode),
        Entered::Taken => posted.keep("said", "founding-taken"),
    }
    caller.founding.journey().await.keep(DOOR, posted);
    Page::see(DOOR).into_response()
}

async fn waits(caller: &Caller) -> bool {
    let desk = &caller.site.desk;
    caller.founding.wrong(desk, caller.network.0).await
}

/// Says that the house is there, once it answers itself.
pub(super) async fn get_done(caller: Caller) -> Response {
    if !caller.founding.is_founded() {
        return Page::see(DOOR).into_response();
    }
    let (words, desk) = {
        let journey = caller.founding.journey().await;
        let founder = journey.administrator.as_ref();
        (
            caller.words(&journey),
            founder.is_some_and(|who| who.reception),
        )
    };
    let founding = caller.founding.clone();
    founding.reach(Reached::LastPage);
    if tokio::time::timeout(OPENS_WITHIN, founding.reached(Reached::End))
        .await
        .is_err()
    {
        return Page::sealed().into_response();
    }
    let page = caller.show(words, "", move |_| view! { <Done words desk /> });
    cookies::founded(page.await)
}

#[component]
fn Done(words: Words, desk: bool) -> impl IntoView {
    let steps: Vec<_> = [
        "founding-next-sign-in",
        "founding-next-papers",
        "founding-next-house",
        "founding-next-colleagues",
    ]
    .into_iter()
    .chain(desk.then_some("founding-next-desk"))
    .map(|key| view! { <li>{words.t(key)}</li> })
    .collect();
    view! {
        <PageHead title=words.t("founding-done-title") under=words.t("founding-done-lead") />
        <Card ground=Ground::Roomy>
            <h2>{words.t("founding-next")}</h2>
            <ol class="numbered">{steps}</ol>
            <div class="row end">
                <Go href="/sign-in" label=words.t("founding-sign-in") weight=Weight::Primary />
            </div>
        </Card>
        <p class="muted">{words.t("founding-key-file")}</p>
    }
}
