//! Proving once more who one is, before a deed that reaches beyond the own screen. What was sent waits,
//! sealed, and is done right after the proof, once: nobody types it twice. The page says which deed
//! waits, so that nobody proves for what somebody else began at an open screen.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use desk::signin::{self, Again, SignInError};
use domain::Unfit;
use domain::session::lately;
use leptos::prelude::*;

use super::frame::{Place, Screen, back};
use super::porch::{Porchgoer, sign_in_failed};
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

mod deed;

pub use deed::{Deed, put_off};
use deed::{perform, take, waiting};

/// The path of the page.
const HERE: &str = "/prove";

/// What decides about the page.
#[derive(Clone, Copy)]
struct Ways {
    /// Whether a PIN proves something on this computer.
    pin: bool,
    /// Whether the data are a demo, where nobody has a code.
    demo: bool,
}

/// Asks for the proof; without a deed there is nothing to prove for.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce, porch: Porchgoer) -> Page {
    match show(site, signed, nonce, porch).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce, porch: Porchgoer) -> Result<Page, Page> {
    let Some(deed) = waiting(&site, &signed).await? else {
        return Ok(Page::see("/"));
    };
    let here = porch.browser.workstation.as_ref().map(|here| here.centre);
    let chosen = signin::has_pin(&site.desk, &signed.staff).await;
    let chosen = chosen.map_err(|error| sign_in_failed(&error))?;
    let ways = Ways {
        pin: here == Some(signed.staff.centre) && chosen,
        demo: site.demo,
    };
    let screen = Screen::open(site, signed, nonce).await?;
    let posted = screen.kept(HERE).await?;
    let drawn = move |screen: &Screen| content(screen, &deed, (posted, ways));
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

fn content(screen: &Screen, deed: &Deed, (posted, ways): (Posted, Ways)) -> impl IntoView + use<> {
    let words = screen.words;
    let next = words.of("deed", deed.action.code());
    let next = words.with("prove-next", &[("deed", next.into())]);
    let labels = vec![
        ("code", words.t("prove-code")),
        ("pin", words.t("prove-pin")),
    ];
    let demo = ways.demo.then(|| practice(words, screen.idem()));
    let (idem, from) = (screen.idem(), deed.from.clone());
    view! {
        <PageHead title=words.t("prove-title") under=words.t("prove-lead") />
        <ErrorSummary posted=posted.clone() labels words />
        <Card ground=Ground::Roomy>
            <p><strong>{next}</strong></p>
            <Form action=HERE idem>
                {fields(words, &posted, ways)}
                <div class="buttons">
                    <Submit label=words.t("prove-send") />
                    <Go href=from label=words.t("cancel") weight=Weight::Quiet />
                </div>
            </Form>
            {demo}
        </Card>
    }
}

fn fields(words: Words, posted: &Posted, ways: Ways) -> impl IntoView + use<> {
    let pin = ways.pin.then(|| {
        view! {
            <Field
                label=words.t("prove-pin")
                hint=words.t("prove-pin-hint")
                entry=posted.entry("pin", words)
                kind=Kind::Pin
            />
        }
    });
    view! {
        <Field
            label=words.t("prove-code")
            hint=words.t("sign-in-code-hint")
            entry=posted.entry("code", words)
            kind=Kind::Code
            focus=true
        />
        {pin}
    }
}

/// The way on in a practice house.
fn practice(words: Words, idem: String) -> impl IntoView {
    let sends = ("demo", "yes".to_owned());
    view! {
        <Form action=HERE idem>
            <p class="muted">{words.t("prove-demo-lead")}</p>
            <div class="row end">
                <Submit label=words.t("prove-demo") weight=Weight::Plain sends />
            </div>
        </Form>
    }
}

/// Checks the proof and does what waited.
pub async fn post(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    typed: Typed,
) -> Response {
    match go_on(site, signed, porch, &typed).await {
        Ok(response) => response,
        Err(page) => page.into_response(),
    }
}

async fn go_on(
    site: Site,
    mut signed: Signed,
    mut porch: Porchgoer,
    typed: &Typed,
) -> Result<Response, Page> {
    if waiting(&site, &signed).await?.is_none() {
        return Ok(Page::see("/").into_response());
    }
    if !lately(signed.staff.proved_at, site.desk.now()) {
        prove(&site, &signed, &porch, typed).await?;
    }
    let deed = take(&site, &signed).await?;
    signed.staff.proved_at = site.desk.now();
    porch.browser.session.life.stepped_at = Some(site.desk.now());
    Ok(perform(site, signed, porch, deed).await)
}

/// Checks what was typed; else gives the page that says what is wrong beside the field.
async fn prove(site: &Site, signed: &Signed, porch: &Porchgoer, typed: &Typed) -> Result<(), Page> {
    let again = Again {
        code: typed.get("code").to_owned(),
        pin: typed.get("pin").to_owned(),
    };
    let field = if again.code.trim().is_empty() && !again.pin.trim().is_empty() {
        "pin"
    } else {
        "code"
    };
    let proved = if site.demo && typed.get("demo") == "yes" {
        signin::step_up_demo(&site.desk, &porch.browser).await
    } else {
        signin::step_up(&site.desk, &porch.browser, &again).await
    };
    let mut posted = Posted::default();
    match proved {
        Ok(()) => return Ok(()),
        Err(SignInError::Refused) if field == "pin" => posted.refuse(field, Unfit::PinRefused),
        Err(SignInError::TooMany) if field == "pin" => posted.refuse(field, Unfit::PinSpent),
        Err(SignInError::Refused) => posted.refuse(field, Unfit::CodeRefused),
        Err(SignInError::TooMany) => posted.refuse(field, Unfit::TooManyTries),
        Err(error) => return Err(sign_in_failed(&error)),
    }
    Err(back(site, signed, HERE, &posted).await)
}
