//! One's own passkeys: what each is called and when it was used, adding one, and removing one. Both
//! ask for a fresh proof.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use desk::signin::SignInError;
use desk::signin::passkeys::{self, Listed, MOST};
use domain::Unfit;
use domain::text::Remark;
use leptos::prelude::*;

use super::HERE;
use crate::form::passkey::{Ask, Asking, PasskeyForm, Question, made};
use crate::form::{Field, Posted};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::{Screen, back, say};
use crate::screens::porch::{Porchgoer, sign_in_failed};

/// The form for a new one.
const NEW: Ask = Ask {
    question: "/account/passkey/now",
    action: "/account/passkey",
    label: "passkey-add",
    weight: Weight::Plain,
};

/// What the card needs: nothing where the browser calls the site by a number.
pub(super) async fn load(
    site: &Site,
    signed: &Signed,
    porch: &Porchgoer,
) -> Result<Option<Vec<Listed>>, Page> {
    if porch.here.is_none() {
        return Ok(None);
    }
    let all = passkeys::all(&site.desk, &signed.staff).await;
    all.map(Some).map_err(|error| sign_in_failed(&error))
}

/// The card of the account.
pub(super) fn card(
    screen: &Screen,
    posted: &Posted,
    own: Option<&[Listed]>,
) -> Option<impl IntoView + use<>> {
    let own = own?;
    let words = screen.words;
    let rows: Vec<_> = own.iter().map(|one| row(screen, one)).collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="stack tight">{rows}</ul> });
    let more = if own.len() < MOST {
        form(screen, posted).into_any()
    } else {
        let full = words.with("passkey-full", &[("count", MOST.into())]);
        view! { <p class="muted">{full}</p> }.into_any()
    };
    Some(view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("passkey-title")}</h2>
            <p class="muted">{words.t("passkey-lead")}</p>
            {rows}
            {more}
        </Card>
    })
}

fn form(screen: &Screen, posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let entry = posted.entry("passkey", words);
    view! {
        <PasskeyForm words ask=NEW idem=screen.idem()>
            <Field label=words.t("passkey-name") hint=words.t("passkey-name-hint") entry />
        </PasskeyForm>
    }
}

fn row(screen: &Screen, passkey: &Listed) -> impl IntoView + use<> {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let name = passkey.name.reveal().clone();
    let since = words.date(zone.day_of(passkey.since));
    let since = words.with("passkey-since", &[("day", since.into())]);
    let used = passkey.used.map(|used| words.date(zone.day_of(used)));
    let used = match used {
        Some(day) => words.with("passkey-used", &[("day", day.into())]),
        None => words.t("passkey-unused"),
    };
    let act = Act::Do {
        action: format!("/account/passkey/{}/end", passkey.id.simple()),
        label: words.t("passkey-remove"),
        idem: screen.idem(),
        rev: None,
        sends: Vec::new(),
    };
    view! {
        <li class="row between">
            <span class="stack tight">
                <strong>{name.clone()}</strong>
                <small class="muted">{since} " " {used}</small>
            </span>
            <Acts act about=name />
        </li>
    }
}

/// Asks the question.
///
/// # Errors
/// The page to answer instead.
pub async fn now(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    asking: Result<Json<Asking>, JsonRejection>,
) -> Result<Json<Question>, Page> {
    let (Ok(_), Some(here)) = (asking, porch.here) else {
        return Err(Page::missing());
    };
    let making = passkeys::begin_making(&site.desk, &signed.staff).await;
    let making = making.map_err(|error| sign_in_failed(&error))?;
    Ok(Json(Question::making(making, here)))
}

/// Keeps a new passkey.
pub async fn post(
    State(site): State<Site>,
    signed: Signed,
    porch: Porchgoer,
    typed: Typed,
) -> Page {
    let mut posted = typed.posted(&["passkey"]);
    let name = posted.check("passkey", Remark::parse(typed.get("passkey")));
    let (Some(name), true) = (name, posted.fits()) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    let (Some(here), Some(made)) = (&porch.here, made(typed.get("answer"))) else {
        posted.refuse("passkey", Unfit::PasskeyRefused);
        return back(&site, &signed, HERE, &posted).await;
    };
    match passkeys::add(&site.desk, &signed.staff, (here, &name), made).await {
        Ok(()) => say(&site, &signed, HERE, ("passkey-added", String::new())).await,
        Err(SignInError::Refused) => {
            posted.refuse("passkey", Unfit::PasskeyRefused);
            back(&site, &signed, HERE, &posted).await
        }
        Err(error) => sign_in_failed(&error),
    }
}

/// Removes a passkey.
pub async fn post_end(State(site): State<Site>, signed: Signed, Path(id): Path<String>) -> Page {
    let Ok(id) = uuid::Uuid::try_parse(&id) else {
        return Page::missing();
    };
    match passkeys::remove(&site.desk, &signed.staff, id).await {
        Ok(true) => say(&site, &signed, HERE, ("passkey-removed", String::new())).await,
        // A form that was sent twice: the list says what is true now.
        Ok(false) => Page::see(HERE),
        Err(error) => sign_in_failed(&error),
    }
}
