//! One's own account: what one works as, the PIN, the language, the computers of the desk, and the
//! way out.

use axum::extract::State;
use desk::signin::passkeys::Listed;
use desk::staff::{self, Me, StaffError};
use leptos::prelude::*;

use super::frame::{Place, Screen, say};
use super::porch::{Porchgoer, sign_in_failed};
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, PageHead, Tag, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

pub mod computers;
pub mod passkeys;
pub mod pin;
mod proofs;
mod sessions;

use proofs::{PapersCard, PassphraseCard};
pub use proofs::{post_papers, post_passphrase};
use sessions::{Loaded, News, Sessions};
pub use sessions::{post_end, post_told};

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
    let own = sessions::load(&site, &signed).await?;
    let has_pin = desk::signin::has_pin(&site.desk, &signed.staff).await;
    let has_pin = has_pin.map_err(|error| sign_in_failed(&error))?;
    let own_passkeys = passkeys::load(&site, &signed, &porch).await?;
    let screen = Screen::open(site, signed, nonce).await?;
    let posted = screen.kept(HERE).await?;
    let here = porch.browser.workstation.clone();
    let here = here.filter(|here| here.centre == screen.signed.staff.centre);
    let computers = computers::load(&screen, here.clone()).await?;
    let pin = pin::Asked {
        here: here.is_some(),
        lately: porch
            .browser
            .session
            .life
            .proved_lately(screen.site.desk.now()),
        has_pin,
    };
    let place = Place {
        menu: HERE,
        ..Place::at(HERE)
    };
    let drawn =
        move |screen: &Screen| content(screen, (me, own), posted, (pin, computers, own_passkeys));
    Ok(screen.show(place, drawn).await)
}

fn content(
    screen: &Screen,
    (me, own): (Me, Loaded),
    posted: Posted,
    (pin, computers, own_passkeys): (pin::Asked, computers::Computers, Option<Vec<Listed>>),
) -> impl IntoView + use<> {
    let (words, idem) = (screen.words, screen.idem());
    let said = screen.said(&posted);
    let roles = view! { <Roles words me=me.posts worn=me.worn idem=idem.clone() /> };
    let pin_card = pin::card(words, pin, posted.clone(), idem.clone());
    let computer_card = computers::card(words, posted.clone(), computers, idem.clone());
    let out = view! { <SignOut words idem=idem.clone() /> };
    let passkey_card = passkeys::card(screen, &posted, own_passkeys.as_deref());
    let (open, told) = (own.lines(screen), own.told(screen));
    view! {
        {said}
        <PageHead title=me.name.reveal().as_str() under=words.t("account-lead")>
            {out}
        </PageHead>
        <News words told idem=idem.clone() />
        <div class="halves">
            {roles}
            {pin_card}
            {passkey_card}
            {computer_card}
            <Sessions words open />
            <PassphraseCard words posted=posted.clone() idem=idem.clone() />
            <PapersCard words posted idem left=own.papers />
        </div>
    }
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
fn SignOut(words: Words, idem: String) -> impl IntoView {
    let act = Act::Do {
        action: "/sign-out".to_owned(),
        label: words.t("sign-out"),
        idem,
        rev: None,
        sends: Vec::new(),
    };
    view! { <Acts act weight=Weight::Plain /> }
}

/// Works as something else from now on.
pub async fn post_role(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let Ok(post) = uuid::Uuid::try_parse(typed.get("post")) else {
        return Page::missing();
    };
    match staff::switch_role(&site.desk, &signed.staff, post).await {
        Ok(role) => {
            let said = ("role-now", role.code().to_owned());
            say(&site, &signed, super::board::home(role), said).await
        }
        Err(error) => staff_failed(&error),
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
