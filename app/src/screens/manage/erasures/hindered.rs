//! What stands in the way of erasing somebody, in words.

use desk::erasures::{Hindrance, Preview};
use domain::hold::Standing;
use leptos::prelude::*;

use crate::parts::{Go, Notice, Tone};
use crate::screens::manage::holds;
use crate::words::Words;

/// What stands in the way, one notice each.
pub fn hindrances(words: Words, preview: &Preview) -> Vec<AnyView> {
    let notice = |hindrance: &Hindrance| {
        let (title, text) = said_of(words, hindrance);
        let Hindrance::Held(hold, _) = hindrance else {
            return view! { <Notice tone=Tone::Care title text /> }.into_any();
        };
        let (href, label) = (holds::path(*hold), words.t("erasure-held-show"));
        view! { <Notice tone=Tone::Care title text><Go href label /></Notice> }.into_any()
    };
    preview.hindrances.iter().map(notice).collect()
}

/// What stands in the way, with its rule, source and last day.
fn said_of(words: Words, hindrance: &Hindrance) -> (String, String) {
    let (rule, until) = match hindrance {
        Hindrance::Held(_, hold) => return held(words, *hold),
        Hindrance::Kept(rule, until) => (rule, until),
        Hindrance::Inside => return (words.t("erasure-inside"), words.t("erasure-inside-text")),
        Hindrance::Reading => return (words.t("erasure-reading"), words.t("erasure-reading-text")),
    };
    let values = [
        ("count", rule.months.get().into()),
        ("from", words.of("counts-from", rule.from.code()).into()),
        ("source", rule.source.as_str().to_owned().into()),
        (
            "day",
            until.map_or_else(String::new, |day| words.date(day)).into(),
        ),
    ];
    let key = if until.is_some() {
        "erasure-kept-until"
    } else {
        "erasure-kept-open"
    };
    (words.t("erasure-kept"), words.with(key, &values))
}

/// That a hold is on her, by which article and until when.
fn held(words: Words, hold: Standing) -> (String, String) {
    let values = [
        ("ground", words.of("hold-ground", hold.ground.code()).into()),
        ("source", words.of("hold-source", hold.ground.code()).into()),
        ("day", words.date(hold.until).into()),
    ];
    (
        words.t("erasure-held"),
        words.with("erasure-held-text", &values),
    )
}
