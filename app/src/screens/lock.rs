//! The locked screen. On a computer that the house enrolled, a PIN opens it: for the colleague who
//! locked it or for another one. Elsewhere it takes a full sign-in.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use desk::sessions;
use desk::signin::{self, PinTry, SignInError};
use domain::Unfit;
use domain::signin::Pin;
use leptos::prelude::*;

use super::frame::{back, kept};
use super::language;
use super::porch::{Porchgoer, session_failed, sign_in_failed};
use crate::cookies;
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Door, Signed, Typed};
use crate::shell::Porch;
use crate::words::Words;

const HERE: &str = "/lock";
/// Where everybody comes who was let in; the way back waits there.
const BACK: &str = "/";
const WAY: &str = "way";

/// Shows the locked screen.
pub async fn get(State(site): State<Site>, porch: Porchgoer) -> Page {
    let enrolled = porch.browser.workstation.is_some();
    match porch.visitor.door {
        Door::Open => Page::see("/"),
        Door::Closed if !enrolled => Page::see("/sign-in"),
        Door::Closed | Door::Locked => match show(&site, porch, enrolled).await {
            Ok(page) | Err(page) => page,
        },
    }
}

async fn show(site: &Site, porch: Porchgoer, enrolled: bool) -> Result<Page, Page> {
    let posted = porch.kept(site, HERE).await?;
    Ok(porch
        .show(site, move |words, idem| {
            let form = enrolled.then(|| view! { <Unlock words posted idem=idem.clone() /> });
            view! {
                <Porch words here=HERE idem>
                    <PageHead title=words.t("unlock-title") under=words.t("unlock-lead") />
                    {form}
                    <Go
                        href="/sign-in"
                        label=words.t("unlock-passphrase")
                        weight=if enrolled { Weight::Quiet } else { Weight::Primary }
                    />
                </Porch>
            }
        })
        .await)
}

#[component]
fn Unlock(words: Words, posted: Posted, idem: String) -> impl IntoView {
    let labels = vec![("pin", words.t("unlock-pin"))];
    view! {
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action="/unlock" idem>
                <Field
                    label=words.t("unlock-user")
                    entry=posted.entry("user", words)
                    hint=words.t("unlock-user-hint")
                />
                <Field
                    label=words.t("unlock-pin")
                    entry=posted.entry("pin", words)
                    kind=Kind::Pin
                    hint=words.t("unlock-pin-hint")
                    focus=true
                />
                <div class="row end"><Submit label=words.t("unlock-send") /></div>
            </Form>
        </Card>
    }
}

/// Locks the screen; the pages before it are taken out of the browser. A form that was being filled in
/// waits, sealed, until its writer is back.
pub async fn post(
    State(site): State<Site>,
    porch: Porchgoer,
    signed: Option<Signed>,
    typed: Result<Typed, Response>,
) -> Response {
    // What is too long to be kept locks the screen all the same.
    if let (Some(signed), Ok(typed)) = (&signed, &typed)
        && let Some(begun) = language::begun(typed)
    {
        let here = language::own_path(typed.get("here"));
        leave_off(&site, signed, here, &begun).await;
    }
    match sessions::lock(&site.desk, &porch.browser).await {
        Ok(()) => cookies::clear(Page::see(HERE)),
        Err(error) => session_failed(&error).into_response(),
    }
}

/// Keeps a form for its page, and the page for whoever comes back. What cannot be kept locks the
/// screen all the same.
async fn leave_off(site: &Site, signed: &Signed, here: &str, begun: &Posted) {
    let mut way = Posted::default();
    way.keep(WAY, here);
    let _kept = back(site, signed, here, begun).await;
    let _kept = back(site, signed, BACK, &way).await;
}

/// Where somebody left off when the screen was locked; told once.
pub(super) async fn way_back(site: &Site, signed: &Signed) -> Option<String> {
    let way = kept(site, signed, BACK).await.ok()?;
    let here = language::own_path(way.value(WAY)).to_owned();
    let leads = here != BACK && !here.starts_with("/prove");
    leads.then_some(here)
}

/// Opens the screen with a PIN.
pub async fn post_unlock(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Response {
    if porch.visitor.door == Door::Open {
        return Page::see("/").into_response();
    }
    let mut posted = Posted::default();
    let user: String = typed.get("user").chars().take(64).collect();
    posted.keep("user", user);
    let pin = Pin::parse(typed.get("pin"));
    if porch.browser.workstation.is_some() && posted.check("pin", pin).is_none() {
        return porch.back(&site, HERE, &posted).await.into_response();
    }
    let attempt = PinTry {
        name: typed.get("user").to_owned(),
        pin: typed.get("pin").to_owned(),
    };
    match signin::unlock(&site.desk, &porch.browser, attempt).await {
        Ok(token) => return cookies::give(Page::see("/"), &token),
        Err(SignInError::Refused) => posted.refuse("pin", Unfit::PinRefused),
        Err(SignInError::TooMany) => posted.refuse("pin", Unfit::PinSpent),
        Err(error) => return sign_in_failed(&error).into_response(),
    }
    porch.back(&site, HERE, &posted).await.into_response()
}

/// Signs out and leaves nothing of the pages in the browser.
pub async fn post_sign_out(State(site): State<Site>, porch: Porchgoer) -> Response {
    match sessions::sign_out(&site.desk, &porch.browser).await {
        Ok(()) => cookies::take(Page::see("/signed-out")),
        Err(error) => session_failed(&error).into_response(),
    }
}

/// Says that nothing is to be seen any more.
pub async fn get_signed_out(State(site): State<Site>, porch: Porchgoer) -> Page {
    porch
        .show(&site, |words, idem| {
            view! {
                <Porch words here="/signed-out" idem>
                    <PageHead title=words.t("signed-out-title") under=words.t("signed-out-text") />
                    <Go href="/sign-in" label=words.t("signed-out-again") weight=Weight::Primary />
                </Porch>
            }
        })
        .await
}
