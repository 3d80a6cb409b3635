//! A file of all people: asked for by one colleague with a reason, let out by another, taken once.

use std::io;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use desk::colleagues;
use desk::exports::{self, ExportError, Shown, Stage, Taking};
use domain::role::Action;
use domain::text::{Name, Remark};
use domain::vouch::Dependent;
use domain::{ExportId, Pii};
use futures::stream;
use leptos::prelude::*;

use super::colleagues::failed as colleague_failed;
use super::lists::up;
use crate::form::{ErrorSummary, Field, Form, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Notice, PageHead, Tag, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, export_failed, say};
use crate::words::Words;

/// The path of the requests.
pub const HERE: &str = "/manage/exports";

/// Shows the requests, and the form to ask.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let requests = exports::list(&site.desk, &signed.actor()).await;
    let requests = requests.map_err(|error| export_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let posted = screen.kept(HERE).await?;
    let seconds = if screen.may(Action::ExportPeople) {
        let seconds = colleagues::seconds(&screen.site.desk, &screen.signed.actor()).await;
        Some(seconds.map_err(|error| colleague_failed(&error))?)
    } else {
        None
    };
    let drawn = move |screen: &Screen| {
        let words = screen.words;
        let seconds = seconds.map(|seconds| second(words, &seconds));
        let said = posted.value("said").to_owned();
        let said = (!said.is_empty()).then(|| {
            view! { <Notice tone=Tone::On text=words.of("exports-said", &said) /> }
        });
        let rows: Vec<_> = requests.iter().map(|shown| item(screen, shown)).collect();
        let rows = (!rows.is_empty()).then(|| view! { <ul class="items">{rows}</ul> });
        let up = up(screen, None);
        let form = screen
            .may(Action::ExportPeople)
            .then(|| form(screen, posted));
        view! {
            {up}
            <PageHead title=words.t("exports-title") under=words.t("exports-lead") />
            {said}
            {seconds}
            {form}
            {rows}
        }
    };
    let mut place = Place::managed(HERE);
    if !screen.may(Action::ShowSetup) {
        place.menu = HERE;
    }
    Ok(screen.show(place, drawn).await)
}

/// Who could release what is asked here, so that nobody asks in vain.
fn second(words: Words, seconds: &[Pii<Name>]) -> impl IntoView + use<> {
    let names: Vec<&str> = seconds.iter().map(|name| name.reveal().as_str()).collect();
    let text = words.with("exports-seconds", &[("names", names.join(", ").into())]);
    if names.is_empty() {
        let text = words.t("exports-nobody");
        view! { <Notice tone=Tone::Care text /> }.into_any()
    } else {
        view! { <p class="muted">{text}</p> }.into_any()
    }
}

fn form(screen: &Screen, posted: Posted) -> impl IntoView + use<> {
    let (words, idem) = (screen.words, screen.idem());
    let entry = posted.entry("reason", words);
    let labels = vec![("reason", words.t("exports-reason"))];
    view! {
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <Form action=HERE idem>
                <Field
                    label=words.t("exports-reason")
                    hint=words.t("exports-reason-hint")
                    entry
                />
                <div class="buttons"><Submit label=words.t("exports-ask") /></div>
            </Form>
        </Card>
    }
}

fn item(screen: &Screen, shown: &Shown) -> impl IntoView + use<> {
    let words = screen.words;
    let zone = &screen.centre.zone;
    let asked = shown.request.asked;
    let who = shown.name.reveal().clone();
    let when = format!(
        "{}, {}",
        words.date(zone.day_of(asked)),
        words.time(asked, zone)
    );
    let reason = shown.reason.reveal().clone();
    let tone = match shown.stage {
        Stage::Asked | Stage::Released => Tone::Wait,
        Stage::Ready => Tone::On,
        Stage::Taken => Tone::Ok,
        Stage::Over => Tone::Calm,
    };
    let act = act(screen, shown).map(|act| view! { <Acts act weight=Weight::Plain /> });
    view! {
        <li class="item">
            <div>
                <strong>{who}</strong>
                <small class="muted">{when}</small>
                <span>{reason}</span>
            </div>
            <div class="row">
                <Tag label=words.of("exports-stage", shown.stage.code()) tone />
                {act}
            </div>
        </li>
    }
}

/// What this colleague can do with a request now.
fn act(screen: &Screen, shown: &Shown) -> Option<Act> {
    let (part, key) = match (shown.stage, shown.own) {
        (Stage::Asked, false) => ("release", "exports-release"),
        (Stage::Ready, true) => ("take", "exports-take"),
        _ => return None,
    };
    Some(Act::Do {
        action: format!("{HERE}/{}/{part}", shown.request.id),
        label: screen.words.t(key),
        idem: screen.idem(),
        rev: Some(shown.request.rev),
        sends: Vec::new(),
    })
}

/// Asks for a file.
pub async fn post(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = typed.posted(&["reason"]);
    let reason = Remark::parse(posted.value("reason"));
    let reason = posted.check("reason", reason);
    let (Some(reason), Some(key)) = (reason.filter(|_| posted.fits()), typed.idem()) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    match exports::ask(&site.desk, &signed.actor(), &Pii::new(reason), key).await {
        Ok(_) => say(&site, &signed, HERE, ("asked", String::new())).await,
        Err(error) => export_failed(&error),
    }
}

/// Lets a file out.
pub async fn post_release(
    State(site): State<Site>,
    signed: Signed,
    Path(request): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = ExportId::parse(&request) else {
        return Page::missing();
    };
    let released = exports::release(&site.desk, &signed.actor(), (id, typed.rev())).await;
    match released {
        Ok(()) => say(&site, &signed, HERE, ("released", String::new())).await,
        Err(error) => refused(&site, &signed, &error).await,
    }
}

/// Makes a file ready and leads the browser to it.
pub async fn post_take(
    State(site): State<Site>,
    signed: Signed,
    Path(request): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(id) = ExportId::parse(&request) else {
        return Page::missing();
    };
    match exports::make_ready(&site.desk, &signed.actor(), (id, typed.rev())).await {
        Ok(()) => Page::see(&format!("{HERE}/{id}/file")),
        Err(error) => refused(&site, &signed, &error).await,
    }
}

async fn refused(site: &Site, signed: &Signed, error: &ExportError) -> Page {
    match error {
        ExportError::Stale => say(site, signed, HERE, ("late", String::new())).await,
        ExportError::SamePerson => say(site, signed, HERE, ("same", String::new())).await,
        ExportError::Dependent(Dependent::Vouched) => {
            say(site, signed, HERE, ("vouched", String::new())).await
        }
        ExportError::Dependent(Dependent::New) => {
            say(site, signed, HERE, ("new", String::new())).await
        }
        error => export_failed(error),
    }
}

/// Gives the file away, once.
pub async fn get_file(
    State(site): State<Site>,
    signed: Signed,
    Path(request): Path<String>,
) -> Page {
    let Ok(id) = ExportId::parse(&request) else {
        return Page::missing();
    };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"list.csv\"",
        ),
    ];
    match exports::take(&site.desk, &signed.actor(), id).await {
        Ok(taking) => Page::raw((headers, pieces(taking)).into_response()),
        Err(error) => export_failed(&error),
    }
}

/// The file piece by piece; a piece that does not come breaks the answer off, so that nobody takes half a
/// file for a whole one.
fn pieces(taking: Taking) -> Body {
    let next = async |mut taking: Taking| match taking.next().await {
        Ok(piece) => Ok(piece.map(|piece| (piece.into_revealed(), taking))),
        Err(error) => {
            tracing::error!(error.kind = %error, "a file could not be handed over");
            Err(io::Error::from(io::ErrorKind::UnexpectedEof))
        }
    };
    Body::from_stream(stream::try_unfold(taking, next))
}
