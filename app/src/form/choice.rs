//! Choosing: one of several as pills, as lines or as a list that folds out, and a single tick.

use leptos::prelude::*;

use super::Entry;
use super::field::{Hint, Wrong};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What the form sends.
    pub value: String,
    /// What the screen says.
    pub label: String,
    /// A line of explanation under it.
    pub hint: Option<String>,
}

impl Pick {
    /// A choice without explanation.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// The same choice with a line of explanation.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How the choices are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Pills beside each other: up to about nine short ones.
    #[default]
    Pills,
    /// One under the other: choices with an explanation.
    Lines,
    /// A list that folds out: many choices.
    Select,
}

/// One of several. Nothing is chosen unless the entry says so.
#[component]
pub fn Choice(
    /// The question, in words.
    #[prop(into)]
    label: String,
    /// Name, chosen value and fault.
    entry: Entry,
    /// What can be chosen.
    picks: Vec<Pick>,
    /// How it is laid out.
    #[prop(optional)]
    look: Look,
    /// How to answer; empty for no hint.
    #[prop(optional, into)]
    hint: String,
    /// The words of a list that folds out while nothing is chosen.
    #[prop(default = "–".to_owned(), into)]
    none: String,
) -> impl IntoView {
    let class = entry.class();
    let described = entry.described_by(!hint.is_empty());
    let hint = view! { <Hint id=entry.hint_id() text=hint /> };
    if look == Look::Select {
        let invalid = entry.fault.is_some().then_some("true");
        return view! {
            <div class=class>
                <label for=entry.id()>{label}</label>
                {hint}
                <select
                    class="box"
                    id=entry.id()
                    name=entry.name
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=invalid
                >
                    {folded(&entry, none, picks)}
                </select>
                <Wrong entry />
            </div>
        }
        .into_any();
    }
    let lines = if look == Look::Lines {
        "options lines"
    } else {
        "options"
    };
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{label}</legend>
            {hint}
            <div class=lines>{radios(&entry, picks)}</div>
            <Wrong entry />
        </fieldset>
    }
    .into_any()
}

fn folded(entry: &Entry, none: String, picks: Vec<Pick>) -> Vec<AnyView> {
    let empty = Pick::new("", none);
    let shown = std::iter::once(empty).chain(picks);
    shown
        .map(|pick| {
            let chosen = pick.value == entry.value;
            view! { <option value=pick.value selected=chosen>{pick.label}</option> }.into_any()
        })
        .collect()
}

fn radios(entry: &Entry, picks: Vec<Pick>) -> Vec<AnyView> {
    let numbered = picks.into_iter().enumerate();
    numbered
        .map(|(place, pick)| {
            // The summary of errors leads to the first one.
            let id = (place == 0).then(|| entry.id());
            let chosen = pick.value == entry.value;
            let why = pick
                .hint
                .map(|hint| view! { <span class="why">{hint}</span> });
            view! {
                <label class="option">
                    <input type="radio" id=id name=entry.name value=pick.value checked=chosen />
                    <span>{pick.label} {why}</span>
                </label>
            }
            .into_any()
        })
        .collect()
}

/// A single yes: sends `yes` when ticked and nothing when not.
#[component]
pub fn Tick(
    /// What is agreed to, in words.
    #[prop(into)]
    label: String,
    /// Name, value (`yes` or empty) and fault.
    entry: Entry,
    /// How to answer; empty for no hint.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let class = entry.class();
    let described = entry.described_by(!hint.is_empty());
    let ticked = entry.value == "yes";
    view! {
        <div class=class>
            <Hint id=entry.hint_id() text=hint />
            <div class="options">
                <label class="option">
                    <input
                        type="checkbox"
                        id=entry.id()
                        name=entry.name
                        value="yes"
                        checked=ticked
                        aria-describedby=described
                    />
                    <span>{label}</span>
                </label>
            </div>
            <Wrong entry />
        </div>
    }
}
