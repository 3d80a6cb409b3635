//! The slip a visitor takes along: the token, what to do next, and the neutral name and number of the
//! house. Whoever finds it learns nothing else.

use axum::extract::{Path, State};
use desk::visits::{self, Slip};
use domain::text::HouseText;
use domain::visit::Stage;
use domain::{Language, VisitId};
use leptos::prelude::*;

use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Go, Notice, PageHead, PrintButton, Tone, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, visit_failed};
use crate::words::Words;

/// Shows the slip in the language of the house.
pub async fn get_slip(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(visit): Path<String>,
) -> Page {
    show((site, signed, nonce), &visit, None)
        .await
        .unwrap_or_else(|page| page)
}

/// Shows it in another language.
pub async fn get_slip_in(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path((visit, language)): Path<(String, String)>,
) -> Page {
    let Ok(language) = Language::parse(&language) else {
        return Page::missing();
    };
    show((site, signed, nonce), &visit, Some(language))
        .await
        .unwrap_or_else(|page| page)
}

async fn show(
    (site, signed, nonce): (Site, Signed, Nonce),
    visit: &str,
    language: Option<Language>,
) -> Result<Page, Page> {
    let id = VisitId::parse(visit).map_err(|_| Page::missing())?;
    let slip = visits::slip(&site.desk, &signed.actor(), id, language).await;
    let slip = slip.map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let language = language.unwrap_or(slip.house_language);
    let place = Place::at(format!("/visits/{id}/slip"));
    Ok(screen
        .show(place, move |screen| content(screen, &slip, language))
        .await)
}

fn content(screen: &Screen, slip: &Slip, language: Language) -> impl IntoView + use<> {
    let words = screen.words;
    let token = slip.visit.token.to_string();
    let title = words.with("slip-title", &[("token", token.into())]);
    let nameless = slip.name.is_none() || slip.phone.is_none();
    let nameless = nameless.then(|| {
        let text = words.t("slip-incomplete");
        view! { <Notice tone=Tone::Care text /> }
    });
    let left_off: Vec<_> = slip
        .left_off
        .iter()
        .map(|key| {
            let name = words.of("text-key", key.code());
            let text = words.with("slip-left-off", &[("text", name.into())]);
            view! { <Notice tone=Tone::Care text /> }
        })
        .collect();
    view! {
        <PageHead title under=words.t("slip-lead")>
            <Go href="/desk" label=words.t("back-to-board") weight=Weight::Quiet icon=Icon::Before />
            <PrintButton label=words.t("print") />
        </PageHead>
        {nameless}
        {left_off}
        {languages(screen, slip, language)}
        {paper(Words::new(language, screen.centre.address), slip, language)}
    }
}

/// The slip in the languages of the screens.
fn languages(screen: &Screen, slip: &Slip, chosen: Language) -> impl IntoView + use<> {
    let words = screen.words;
    let links: Vec<_> = Language::ALL
        .into_iter()
        .map(|language| {
            let href = format!("/visits/{}/slip/{}", slip.visit.id, language.code());
            let current = (language == chosen).then_some("page");
            let label = words.of("language", language.code());
            view! { <a class="button small" href=href aria-current=current>{label}</a> }
        })
        .collect();
    view! { <nav class="buttons" aria-label=words.t("slip-languages")>{links}</nav> }
}

/// What is printed, in the language of the visitor.
fn paper(words: Words, slip: &Slip, language: Language) -> impl IntoView + use<> {
    let next = match slip.visit.stage {
        Stage::Waiting => "slip-next-waiting",
        Stage::WithService => "slip-next-with",
        Stage::Left | Stage::TakenBack => "slip-next-left",
    };
    let name = slip.name.as_ref().map(|name| name.as_str().to_owned());
    let said = |text: Option<&HouseText>, class: &'static str| {
        let text = text.map(|text| text.as_str().to_owned());
        text.map(|text| view! { <p class=class>{text}</p> })
    };
    let phone = slip.phone.as_ref().map(|phone| {
        let said = words.with("slip-phone", &[("phone", phone.as_str().to_owned().into())]);
        view! { <p>{said}</p> }
    });
    view! {
        <article class="slip" lang=language.code()>
            {name.map(|name| view! { <p class="house">{name}</p> })}
            <p class="lead">{words.t("slip-number")}</p>
            <p class="number">{slip.visit.token.to_string()}</p>
            <p>{words.t(next)}</p>
            {said(slip.card.as_ref(), "said")}
            {phone}
            <p class="muted">{words.t("slip-today")}</p>
            {said(slip.closing.as_ref(), "said muted")}
        </article>
    }
}
