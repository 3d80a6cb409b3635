//! Saying what was done, with the way back: the opposite form, which acts only while everything still
//! is as it was left.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::form::Posted;
use crate::page::Page;
use crate::parts::{Act, Acts, Notice, Tone};
use crate::screens::frame::{Screen, back};

/// What marks a value of the way back in the draft of the next page.
const WAS: &str = "was.";

/// The opposite of what was done: a form with the values from before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    action: String,
    rev: i64,
    values: BTreeMap<String, String>,
}

impl Undo {
    /// A form without values, about something at this revision.
    #[must_use]
    pub const fn of(action: String, rev: i64) -> Self {
        Self {
            action,
            rev,
            values: BTreeMap::new(),
        }
    }

    /// The same form with values.
    #[must_use]
    pub fn with(mut self, values: BTreeMap<String, String>) -> Self {
        self.values = values;
        self
    }
}

/// Sends the browser to a page that says what was done and offers the way back.
pub async fn tell(
    screen: &Screen,
    path: &str,
    (said, name): (&str, String),
    undo: Option<Undo>,
) -> Page {
    let mut posted = Posted::default();
    posted.keep("said", said);
    posted.keep("said_name", name);
    if let Some(undo) = undo {
        posted.keep("undo", undo.action);
        posted.keep("undo_rev", undo.rev.to_string());
        for (field, value) in undo.values {
            posted.keep(&format!("{WAS}{field}"), value);
        }
    }
    back(&screen.site, &screen.signed, path, &posted).await
}

/// What was done, on the page it was told to.
#[must_use]
pub fn notice(screen: &Screen, kept: &Posted) -> Option<AnyView> {
    let said = kept.value("said");
    if said.is_empty() {
        return None;
    }
    let words = screen.words;
    let text = words.with(said, &[("name", kept.value("said_name").into())]);
    let Some(act) = way_back(screen, kept) else {
        return Some(view! { <Notice tone=Tone::Ok text /> }.into_any());
    };
    Some(view! { <Notice tone=Tone::Ok text><Acts act /></Notice> }.into_any())
}

fn way_back(screen: &Screen, kept: &Posted) -> Option<Act> {
    let action = kept.values.get("undo")?.clone();
    let was = kept.values.iter();
    let sends = was.filter_map(|(name, value)| {
        let field = name.strip_prefix(WAS)?;
        Some((field.to_owned(), value.clone()))
    });
    Some(Act::Do {
        action,
        label: screen.words.t("list-undo"),
        idem: screen.idem(),
        rev: kept.value("undo_rev").parse().ok(),
        sends: sends.collect(),
    })
}
