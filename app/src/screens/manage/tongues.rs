//! The languages that are spoken at the desk.

use axum::extract::State;
use domain::Tongue;
use domain::setting::{Setting, SettingKey, Tongues};
use leptos::prelude::*;

use super::sheets::{self, Sheet, Values};
use crate::form::{Posted, Tick};
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

fn sheet(words: Words) -> Sheet {
    let fields = Tongue::COMMON.into_iter();
    Sheet {
        key: SettingKey::Tongues,
        path: "/manage/tongues".to_owned(),
        up: None,
        title: words.t("tongues-title"),
        lead: words.t("tongues-lead"),
        fields: fields
            .map(|code| (code, words.of("tongue", code)))
            .collect(),
        spread,
        said,
        read,
        draw,
    }
}

fn spread(value: &str) -> Values {
    let chosen: Vec<&str> = value.split_whitespace().collect();
    let ticked = |code: &'static str| if chosen.contains(&code) { "yes" } else { "" };
    let codes = Tongue::COMMON.into_iter();
    codes.map(|code| (code, ticked(code).to_owned())).collect()
}

fn said(words: Words, value: &str) -> String {
    let names: Vec<String> = value
        .split_whitespace()
        .map(|code| words.of("tongue", code))
        .collect();
    if names.is_empty() {
        words.t("setting-nothing")
    } else {
        names.join(" · ")
    }
}

fn read(_: SettingKey, posted: &mut Posted) -> Option<Setting> {
    let codes = Tongue::COMMON.into_iter();
    let chosen: Vec<&str> = codes.filter(|code| posted.value(code) == "yes").collect();
    let tongues = Tongues::parse(&chosen.join(" "));
    posted
        .check(Tongue::COMMON[0], tongues)
        .map(|tongues| Setting::tongues(&tongues))
}

fn draw(words: Words, posted: &Posted) -> AnyView {
    let ticks: Vec<_> = Tongue::COMMON
        .into_iter()
        .map(|code| {
            let label = words.of("tongue", code);
            view! { <Tick label entry=posted.entry(code, words) /> }
        })
        .collect();
    view! {
        <fieldset class="field">
            <legend>{words.t("tongues-label")}</legend>
            <div class="ticks">{ticks}</div>
        </fieldset>
    }
    .into_any()
}

/// Shows the languages.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    sheets::get((site, signed, nonce), sheet).await
}

/// Changes the languages.
pub async fn post(State(site): State<Site>, signed: Signed, nonce: Nonce, typed: Typed) -> Page {
    sheets::post((site, signed, nonce), sheet, &typed).await
}
