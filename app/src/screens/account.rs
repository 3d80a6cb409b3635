//! One's own account: what one works as, the PIN, the language, the computer of the desk, and the
//! way out.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use desk::sessions::SessionError;
use desk::signin;
use desk::staff::{self, Me, StaffError};
use desk::workstations;
use domain::Unfit;
use domain::role::Action;
use domain::signin::Pin;
use domain::text::Remark;
use leptos::prelude::*;

use super::frame::{Place, Screen, back};
use super::porch::{Porchgoer, session_failed, sign_in_failed};
use crate::cookies;
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Notice, PageHead, Tag, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

const HERE: &str = "/account";

/// Shows the account.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce, porch: Porchgoer) -> Page {
    match show(site, signed, nonce, porch).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce, porch: Porchgoer) -> Result<Page, Page> {
    let me = staff::me(&site.desk, &signed.staff).await;
    let me = me.map_err(|error| staff_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let posted = screen.kept(HERE).await?;
    let enrolled = porch.browser.workstation.map(|computer| computer.name);
    let may_enrol = screen.may(Action::EnrolWorkstation);
    let place = Place {
        menu: HERE,
        ..Place::at(HERE)
    };
    let drawn = move |screen: &Screen| {
        let (words, idem) = (screen.words, screen.idem());
        let said = posted.value("said").to_owned();
        let said =
            (!said.is_empty()).then(|| view! { <Notice tone=Tone::Ok text=words.t(&said) /> });
        let roles = view! { <Roles words me=me.posts.clone() worn=me.worn idem=idem.clone() /> };
        let computer = (may_enrol || enrolled.is_some()).then(|| {
            view! { <Computer words posted=posted.clone() enrolled may_enrol idem=idem.clone() /> }
        });
        view! {
            <PageHead title=me.name.reveal().as_str() under=words.t("account-lead") />
            {said}
            <div class="halves">
                {roles}
                <PinCard words me posted=posted.clone() idem=idem.clone() />
                {computer}
            </div>
            <SignOut words idem />
        }
    };
    Ok(screen.show(place, drawn).await)
}

#[component]
fn Roles(
    words: Words,
    me: Vec<desk::store::staff::Post>,
    worn: Option<usize>,
    idem: String,
) -> impl IntoView {
    let rows: Vec<_> = me
        .into_iter()
        .enumerate()
        .map(|(place, post)| {
            let role = words.of("role", post.role.code());
            let label = match &post.service {
                Some((_, service)) => format!("{role} · {service}"),
                None => role,
            };
            let end = if Some(place) == worn {
                view! { <Tag label=words.t("role-worn") tone=Tone::On /> }.into_any()
            } else {
                let act = Act::Do {
                    action: "/account/role".to_owned(),
                    label: words.t("role-wear"),
                    idem: idem.clone(),
                    rev: None,
                    sends: vec![("post".to_owned(), post.id.simple().to_string())],
                };
                view! { <Acts act about=label.clone() /> }.into_any()
            };
            view! { <li class="row between"><span>{label}</span> {end}</li> }
        })
        .collect();
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("role-switch")}</h2>
            <ul class="stack tight">{rows}</ul>
        </Card>
    }
}

#[component]
fn PinCard(words: Words, me: Me, posted: Posted, idem: String) -> impl IntoView {
    let set = me
        .has_pin
        .then(|| view! { <Tag label=words.t("pin-set") tone=Tone::Ok /> });
    let labels = vec![("pin", words.t("pin-new")), ("again", words.t("pin-again"))];
    view! {
        <Card ground=Ground::Roomy>
            <div class="row between"><h2>{words.t("pin-title")}</h2> {set}</div>
            <p class="muted">{words.t("pin-lead")}</p>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action="/account/pin" idem>
                <Field label=words.t("pin-new") entry=posted.entry("pin", words) kind=Kind::Pin />
                <Field label=words.t("pin-again") entry=posted.entry("again", words) kind=Kind::Pin />
                <div class="row end"><Submit label=words.t("save") weight=Weight::Plain /></div>
            </Form>
        </Card>
    }
}

#[component]
fn Computer(
    words: Words,
    posted: Posted,
    enrolled: Option<String>,
    may_enrol: bool,
    idem: String,
) -> impl IntoView {
    let name = enrolled.map(|name| view! { <Tag label=name tone=Tone::Ok /> });
    let form = may_enrol.then(|| {
        view! {
            <Form action="/account/workstation" idem>
                <Field label=words.t("workstation-name") entry=posted.entry("computer", words) />
                <div class="row end">
                    <Submit label=words.t("workstation-enrol") weight=Weight::Plain />
                </div>
            </Form>
        }
    });
    view! {
        <Card ground=Ground::Roomy>
            <div class="row between"><h2>{words.t("workstation-title")}</h2> {name}</div>
            <p class="muted">{words.t("workstation-lead")}</p>
            {form}
        </Card>
    }
}

#[component]
fn SignOut(words: Words, idem: String) -> impl IntoView {
    let act = Act::Do {
        action: "/sign-out".to_owned(),
        label: words.t("sign-out"),
        idem,
        rev: None,
        sends: Vec::new(),
    };
    view! { <div class="row end"><Acts act weight=Weight::Plain /></div> }
}

/// Works as something else from now on.
pub async fn post_role(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let Ok(post) = uuid::Uuid::try_parse(typed.get("post")) else {
        return Page::missing();
    };
    match staff::switch_role(&site.desk, &signed.staff, post).await {
        Ok(()) => Page::see("/"),
        Err(error) => staff_failed(&error),
    }
}

/// Chooses the PIN.
pub async fn post_pin(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    // A PIN is never kept, not even sealed: only what is wrong with it.
    let mut posted = Posted::default();
    let pin = posted.check("pin", Pin::choose(typed.get("pin")));
    if typed.get("pin").trim() != typed.get("again").trim() {
        posted.refuse("again", Unfit::NotTheSame);
    }
    let Some(pin) = pin.filter(|_| posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    match signin::set_pin(&site.desk, &signed.actor(), pin).await {
        Ok(()) => {
            posted.keep("said", "pin-set");
            back(&site, &signed, HERE, &posted).await
        }
        Err(error) => sign_in_failed(&error),
    }
}

/// Enrols the computer this browser runs on.
pub async fn post_workstation(State(site): State<Site>, signed: Signed, typed: Typed) -> Response {
    let mut posted = typed.posted(&["computer"]);
    let name = posted.check("computer", Remark::parse(typed.get("computer")));
    let Some(name) = name.filter(|_| posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await.into_response();
    };
    match workstations::enrol(&site.desk, &signed.actor(), &name).await {
        Ok(token) => cookies::enrol(Page::see(HERE), &token),
        Err(SessionError::Forbidden(_)) => Page::missing().into_response(),
        Err(error) => session_failed(&error).into_response(),
    }
}

fn staff_failed(error: &StaffError) -> Page {
    match error {
        StaffError::Forbidden(_) | StaffError::NotFound => Page::missing(),
        StaffError::Seal(desk::seal::SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "an account could not be shown or changed");
            Page::broken()
        }
    }
}
