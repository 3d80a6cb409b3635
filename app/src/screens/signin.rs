//! Signing in: user name, pass-phrase and one-time code in one form; in a practice house also a card
//! for each invented colleague. What was refused comes back with the user name and nothing else.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use desk::sessions::Token;
use desk::signin::{self, Attempt, DemoCard, SignInError};
use domain::role::Role;
use domain::{Secret, Unfit, UserId};
use leptos::prelude::*;

use super::porch::{Porchgoer, sign_in_failed};
use crate::cookies;
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, Notice, PageHead, Tone, Weight};
use crate::request::{Door, Typed};
use crate::shell::Porch;
use crate::words::Words;

pub mod passkey;

const HERE: &str = "/sign-in";

/// Shows the form.
pub async fn get(State(site): State<Site>, porch: Porchgoer) -> Page {
    if porch.visitor.door == Door::Open {
        return Page::see("/");
    }
    match show(&site, porch).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: &Site, porch: Porchgoer) -> Result<Page, Page> {
    let posted = porch.kept(site, HERE).await?;
    let said = posted.value("said").to_owned();
    let cards = if site.demo {
        signin::demo_cards(&site.desk, porch.visitor.request).await
    } else {
        Ok(Vec::new())
    };
    let cards = cards.map_err(|error| sign_in_failed(&error))?;
    let pin = porch.browser.workstation.is_some();
    let passkey = porch.here.is_some();
    Ok(porch
        .show(site, move |words, idem| {
            let wide = !cards.is_empty();
            let demo = wide.then(|| view! { <Demo words cards idem=idem.clone() /> });
            let said =
                (!said.is_empty()).then(|| view! { <Notice tone=Tone::Ok text=words.t(&said) /> });
            view! {
                <Porch words here=HERE idem=idem.clone() wide>
                    {said}
                    <div class=if wide { "threshold" } else { "stack" }>
                        {demo}
                        <SignIn words posted idem ways=Ways { pin, cards: wide, passkey } />
                    </div>
                </Porch>
            }
        })
        .await)
}

/// What else leads inside, beside the form.
#[derive(Clone, Copy)]
struct Ways {
    /// The PIN of an enrolled computer.
    pin: bool,
    /// The cards of a practice house.
    cards: bool,
    /// A passkey.
    passkey: bool,
}

#[component]
fn SignIn(words: Words, posted: Posted, idem: String, ways: Ways) -> impl IntoView {
    let pin = ways
        .pin
        .then(|| view! { <Go href="/lock" label=words.t("unlock-title") weight=Weight::Quiet /> });
    let passkey = ways.passkey.then(|| passkey::form(words, idem.clone()));
    let labels = vec![("user", words.t("sign-in-user"))];
    // Beside the cards this is the second thing on the page, and has no title of its own.
    let (title, lead) = (words.t("sign-in-title"), words.t("sign-in-lead"));
    let head = if ways.cards {
        view! { <header><h2>{title}</h2><p class="muted">{lead}</p></header> }.into_any()
    } else {
        view! { <PageHead title under=lead /> }.into_any()
    };
    view! {
        <section class="stack">
        {head}
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action=HERE idem>
                <Field label=words.t("sign-in-user") entry=posted.entry("user", words) focus=!ways.cards />
                <Field
                    label=words.t("sign-in-passphrase")
                    entry=posted.entry("passphrase", words)
                    kind=Kind::Password
                />
                <Field
                    label=words.t("sign-in-code")
                    entry=posted.entry("code", words)
                    hint=words.t("sign-in-code-hint")
                />
                <div class="row end"><Submit label=words.t("sign-in-send") /></div>
            </Form>
            {passkey}
            {pin}
        </Card>
        <p class="muted">{words.t("sign-in-lost")}</p>
        <div><Go href="/join" label=words.t("join-go") weight=Weight::Quiet /></div>
        </section>
    }
}

/// The cards of a practice house, house by house. They come in that order already.
#[component]
fn Demo(words: Words, cards: Vec<DemoCard>, idem: String) -> impl IntoView {
    let houses: Vec<_> = cards
        .chunk_by(|one, next| one.house == next.house)
        .map(|house| {
            let cards: Vec<_> = house
                .iter()
                .map(|card| demo_card(words, card, idem.clone()))
                .collect();
            view! {
                <section class="stack tight">
                    <h2>{house[0].house.clone()}</h2>
                    <div class="demo">{cards}</div>
                </section>
            }
        })
        .collect();
    view! {
        <section class="stack">
            <PageHead title=words.t("demo-title") under=words.t("demo-lead") />
            {houses}
        </section>
    }
}

fn demo_card(words: Words, card: &DemoCard, idem: String) -> impl IntoView + use<> {
    let role = words.of("role", card.role.code());
    let work = match &card.service {
        Some(service) => format!("{role} · {service}"),
        None => role.clone(),
    };
    let as_role = words.with("demo-as", &[("role", role.into())]);
    let name = card.name.reveal().clone();
    view! {
        <form method="post" action="/sign-in/demo" autocomplete="off">
            <input type="hidden" name="idem_key" value=idem />
            <input type="hidden" name="who" value=card.user.to_string() />
            <input type="hidden" name="role" value=card.role.code() />
            <button type="submit">
                <strong>{name}</strong>
                <small>{work}</small>
                <span class="unseen">{as_role}</span>
            </button>
        </form>
    }
}

/// Lets somebody in, or keeps the user name and says that something does not fit.
pub async fn post(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Response {
    let attempt = Attempt {
        name: typed.get("user").to_owned(),
        passphrase: Secret::new(typed.get("passphrase").to_owned()),
        code: typed.get("code").to_owned(),
    };
    let entered = signin::sign_in(&site.desk, &porch.browser, attempt).await;
    answer(&site, &porch, typed.get("user"), entered).await
}

/// The way in, or the same page with the user name kept.
async fn answer(
    site: &Site,
    porch: &Porchgoer,
    user: &str,
    entered: Result<Token, SignInError>,
) -> Response {
    let why = match entered {
        Ok(token) => return cookies::give(Page::see("/"), &token),
        Err(SignInError::Refused) => Unfit::SignInRefused,
        Err(SignInError::TooMany) => Unfit::TooManyTries,
        Err(error) => return sign_in_failed(&error).into_response(),
    };
    let mut posted = Posted::default();
    posted.keep("user", user.chars().take(64).collect::<String>());
    posted.refuse("user", why);
    porch.back(site, HERE, &posted).await.into_response()
}

/// Signs in as an invented colleague, where the data are a demo.
pub async fn post_demo(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Response {
    let Ok(user) = UserId::parse(typed.get("who")) else {
        return Page::missing().into_response();
    };
    if !site.demo {
        return Page::missing().into_response();
    }
    let role = Role::parse(typed.get("role")).ok();
    let entered = signin::sign_in_demo(&site.desk, &porch.browser, user, role).await;
    answer(&site, &porch, "", entered).await
}
