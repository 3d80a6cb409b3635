//! How many searches an hour are nothing special.

use axum::extract::State;
use domain::searching::Budget;
use domain::setting::{Setting, SettingKey};
use leptos::prelude::*;

use super::HERE;
use crate::form::{Field, Posted};
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::manage::sheets::{self, Sheet, Values};
use crate::words::Words;

const FIELD: &str = "an_hour";

fn sheet(words: Words) -> Sheet {
    Sheet {
        key: SettingKey::Searches,
        path: format!("{HERE}/budget"),
        up: Some((HERE, words.t("searches-title"))),
        title: words.t("searches-budget"),
        lead: words.t("searches-budget-lead"),
        fields: vec![(FIELD, words.t("searches-an-hour"))],
        spread,
        said,
        read,
        draw,
    }
}

fn spread(value: &str) -> Values {
    let budget = Budget::parse(value).unwrap_or_default();
    vec![(FIELD, budget.an_hour().to_string())]
}

fn said(words: Words, value: &str) -> String {
    let budget = Budget::parse(value).unwrap_or_default();
    words.with(
        "searches-budget-said",
        &[("count", budget.an_hour().into())],
    )
}

fn read(_: SettingKey, posted: &mut Posted) -> Option<Setting> {
    let budget = Budget::parse(posted.value(FIELD));
    posted.check(FIELD, budget).map(Setting::searches)
}

fn draw(words: Words, posted: &Posted) -> AnyView {
    let (label, hint) = (
        words.t("searches-an-hour"),
        words.t("searches-an-hour-hint"),
    );
    view! { <Field label hint entry=posted.entry(FIELD, words) /> }.into_any()
}

/// Shows the number.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    sheets::get((site, signed, nonce), sheet).await
}

/// Changes the number.
pub async fn post(State(site): State<Site>, signed: Signed, nonce: Nonce, typed: Typed) -> Page {
    sheets::post((site, signed, nonce), sheet, &typed).await
}
