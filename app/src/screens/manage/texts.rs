//! The texts of the house, one for each place and language.

use axum::extract::{Path, State};
use desk::settings;
use domain::Language;
use domain::setting::{Setting, SettingKey, TextKey};
use domain::text::HouseText;
use leptos::prelude::*;

use super::lists::crumbs;
use super::sheets::{self, Sheet, Values};
use crate::form::{NoteBox, Posted};
use crate::page::{Page, Site};
use crate::parts::{Card, Ground, PageHead, Tag, Tone};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, setup_failed};
use crate::words::Words;

/// The path of the list.
const HERE: &str = "/manage/texts";

fn path(key: TextKey, language: Language) -> String {
    format!("{HERE}/{}", SettingKey::Text(key, language).code())
}

/// The text that an address names.
fn named(code: &str) -> Option<(TextKey, Language)> {
    let (key, language) = code.split_once('.')?;
    Some((TextKey::parse(key).ok()?, Language::parse(language).ok()?))
}

/// Which languages a text is filled in for.
struct Filled {
    key: TextKey,
    languages: Vec<(Language, bool)>,
}

/// Shows every text, and where one is still empty.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let mut texts = Vec::new();
    for key in TextKey::ALL {
        texts.push(filled(&screen, *key).await?);
    }
    let drawn = move |screen: &Screen| {
        let words = screen.words;
        let cards: Vec<_> = texts.into_iter().map(|text| card(words, text)).collect();
        view! {
            {crumbs(words, None)}
            <PageHead title=words.t("texts-title") under=words.t("texts-lead") />
            <div class="halves">{cards}</div>
        }
    };
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

async fn filled(screen: &Screen, key: TextKey) -> Result<Filled, Page> {
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let mut languages = Vec::new();
    for language in Language::ALL {
        let versions = settings::versions(desk, &actor, SettingKey::Text(key, language)).await;
        let versions = versions.map_err(|error| setup_failed(&error))?;
        let text = versions
            .first()
            .is_some_and(|newest| !newest.value.is_empty());
        languages.push((language, text));
    }
    Ok(Filled { key, languages })
}

fn card(words: Words, text: Filled) -> impl IntoView {
    let code = text.key.code().replace('_', "-");
    let about = words.t(&format!("text-key-{code}-text"));
    let rows: Vec<_> = text
        .languages
        .into_iter()
        .map(|(language, filled)| {
            let (state, tone) = if filled {
                ("texts-filled", Tone::Ok)
            } else {
                ("texts-empty", Tone::Calm)
            };
            view! {
                <li class="item">
                    <a href=path(text.key, language)>{words.of("language", language.code())}</a>
                    <Tag label=words.t(state) tone />
                </li>
            }
        })
        .collect();
    view! {
        <Card ground=Ground::Roomy>
            <div><h2>{words.of("text-key", text.key.code())}</h2><p class="muted">{about}</p></div>
            <ul class="items">{rows}</ul>
        </Card>
    }
}

fn sheet(words: Words, (key, language): (TextKey, Language)) -> Sheet {
    let text = words.of("text-key", key.code());
    Sheet {
        key: SettingKey::Text(key, language),
        path: path(key, language),
        up: Some((HERE, words.t("texts-title"))),
        title: format!("{text} · {}", words.of("language", language.code())),
        lead: words.t("texts-lead"),
        fields: vec![("text", words.t("texts-text"))],
        spread,
        said,
        read,
        draw,
    }
}

fn spread(value: &str) -> Values {
    vec![("text", value.to_owned())]
}

fn said(words: Words, value: &str) -> String {
    if value.is_empty() {
        words.t("setting-nothing")
    } else {
        value.to_owned()
    }
}

fn read(key: SettingKey, posted: &mut Posted) -> Option<Setting> {
    let SettingKey::Text(key, language) = key else {
        return None;
    };
    let text = HouseText::optional(posted.value("text"));
    posted.check_telling("text", desk::neutral::words());
    let text = posted.check("text", text)?;
    Some(Setting::text(key, language, text.as_ref()))
}

fn draw(words: Words, posted: &Posted) -> AnyView {
    view! {
        <NoteBox
            label=words.t("texts-text")
            hint=words.t("texts-text-hint")
            entry=posted.entry("text", words)
        />
    }
    .into_any()
}

/// Shows one text.
pub async fn get_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(text): Path<String>,
) -> Page {
    match named(&text) {
        Some(text) => sheets::get((site, signed, nonce), |words| sheet(words, text)).await,
        None => Page::missing(),
    }
}

/// Changes one text.
pub async fn post_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(text): Path<String>,
    typed: Typed,
) -> Page {
    match named(&text) {
        Some(text) => sheets::post((site, signed, nonce), |words| sheet(words, text), &typed).await,
        None => Page::missing(),
    }
}
