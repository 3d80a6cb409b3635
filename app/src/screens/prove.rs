//! Proving once more who one is, before a deed that reaches beyond the own screen. What was sent waits,
//! sealed, and is done right after the proof, once: nobody types it twice. The page says which deed
//! waits, so that nobody proves for what somebody else began at an open screen.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::response::{IntoResponse, Response};
use desk::signin::{self, Again, SignInError, passkeys};
use domain::Unfit;
use domain::session::lately;
use leptos::prelude::*;

use super::frame::{Place, Screen, back};
use super::porch::{Porchgoer, sign_in_failed};
use crate::form::passkey::{Ask, Asking, PasskeyForm, Question, used};
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
/// The form for a device.
const AGAIN: Ask = Ask {
    question: "/prove/passkey/now",
    action: HERE,
    label: "passkey-prove",
    weight: Weight::Plain,
};

/// What decides about the page.
#[derive(Clone, Copy)]
struct Ways {
    /// Whether a PIN proves something on this computer.
    pin: bool,
    /// Whether the data are a demo, where nobody has a code.
    demo: bool,
    /// Whether a device has a passkey for this site.
    passkey: bool,
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
    let own = passkeys::all(&site.desk, &signed.staff).await;
    let own = own.map_err(|error| sign_in_failed(&error))?;
    let ways = Ways {
        pin: here == Some(signed.staff.centre) && chosen,
        demo: site.demo,
        passkey: porch.here.is_some() && !own.is_empty(),
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
    let passkey = ways
        .passkey
        .then(|| view! { <PasskeyForm words ask=AGAIN idem=screen.idem() /> });
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
            {passkey}
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

/// Asks a device the question.
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
    let proving = passkeys::begin_proving(&site.desk, &porch.browser).await;
    let proving = proving.map_err(|error| sign_in_failed(&error))?;
    Ok(Json(Question::proving(&proving, here)))
}

/// Checks the proof; else gives the page that says what is wrong beside the field.
async fn prove(site: &Site, signed: &Signed, porch: &Porchgoer, typed: &Typed) -> Result<(), Page> {
    let (field, fault) = match checked(site, porch, typed).await {
        (_, Ok(())) => return Ok(()),
        ("pin", Err(SignInError::Refused)) => ("pin", Unfit::PinRefused),
        ("pin", Err(SignInError::TooMany)) => ("pin", Unfit::PinSpent),
        ("answer", Err(SignInError::Refused)) => ("code", Unfit::PasskeyRefused),
        (_, Err(SignInError::Refused)) => ("code", Unfit::CodeRefused),
        (_, Err(SignInError::TooMany)) => ("code", Unfit::TooManyTries),
        (_, Err(error)) => return Err(sign_in_failed(&error)),
    };
    let mut posted = Posted::default();
    posted.refuse(field, fault);
    Err(back(site, signed, HERE, &posted).await)
}

/// By which field it was proved, and whether it was.
async fn checked(
    site: &Site,
    porch: &Porchgoer,
    typed: &Typed,
) -> (&'static str, Result<(), SignInError>) {
    let (desk, browser) = (&site.desk, &porch.browser);
    if site.demo && typed.get("demo") == "yes" {
        return ("demo", signin::step_up_demo(desk, browser).await);
    }
    if typed.has("answer") {
        let proved = match (&porch.here, used(typed.get("answer"))) {
            (Some(here), Some(used)) => passkeys::step_up(desk, browser, here, &used).await,
            _ => Err(SignInError::Refused),
        };
        return ("answer", proved);
    }
    let again = Again {
        code: typed.get("code").to_owned(),
        pin: typed.get("pin").to_owned(),
    };
    let by_pin = again.code.trim().is_empty() && !again.pin.trim().is_empty();
    let field = if by_pin { "pin" } else { "code" };
    (field, signin::step_up(desk, browser, &again).await)
}
