//! The opening hours of an ordinary week.

use axum::extract::State;
use domain::hours::{DayHours, Week};
use domain::setting::{Setting, SettingKey};
use leptos::prelude::*;

use super::sheets::{self, Sheet, Values};
use crate::form::{Field, Posted};
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

/// The fields, from Monday to Sunday.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn weekday(words: Words, number: usize) -> String {
    words.of("weekday", &number.to_string())
}

fn sheet(words: Words) -> Sheet {
    let fields = DAYS.into_iter().enumerate();
    Sheet {
        key: SettingKey::Week,
        path: "/manage/hours".to_owned(),
        up: None,
        title: words.t("hours-title"),
        lead: words.t("hours-lead"),
        fields: fields
            .map(|(number, name)| (name, weekday(words, number)))
            .collect(),
        spread,
        said,
        read,
        draw,
    }
}

fn week(value: &str) -> Week {
    Week::parse(value).unwrap_or_default()
}

fn spread(value: &str) -> Values {
    let days = week(value).0.into_iter().map(|day| day.to_string());
    DAYS.into_iter().zip(days).collect()
}

/// The days that have hours, each on its own.
fn said(words: Words, value: &str) -> String {
    let days = week(value).0.into_iter().enumerate();
    let open = days.filter(|(_, day)| !day.is_closed());
    let lines: Vec<String> = open
        .map(|(number, day)| format!("{} {day}", weekday(words, number)))
        .collect();
    if lines.is_empty() {
        words.t("setting-nothing")
    } else {
        lines.join(" · ")
    }
}

fn read(_: SettingKey, posted: &mut Posted) -> Option<Setting> {
    let mut week = Week::default();
    for (day, name) in week.0.iter_mut().zip(DAYS) {
        let hours = DayHours::parse(posted.value(name));
        *day = posted.check(name, hours).unwrap_or_default();
    }
    posted.fits().then(|| Setting::week(&week))
}

fn draw(words: Words, posted: &Posted) -> AnyView {
    let fields: Vec<_> = DAYS
        .into_iter()
        .enumerate()
        .map(|(number, name)| {
            let hint = if number == 0 {
                words.t("hours-hint")
            } else {
                String::new()
            };
            let label = weekday(words, number);
            view! { <Field label hint entry=posted.entry(name, words) /> }
        })
        .collect();
    view! { {fields} }.into_any()
}

/// Shows the week.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    sheets::get((site, signed, nonce), sheet).await
}

/// Changes the week.
pub async fn post(State(site): State<Site>, signed: Signed, nonce: Nonce, typed: Typed) -> Page {
    sheets::post((site, signed, nonce), sheet, &typed).await
}
