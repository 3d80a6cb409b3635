//! One line of typing: a label, a hint under it, the box, and what is wrong beside it.

use leptos::prelude::*;

use super::Entry;
use crate::icons::{Glyph, Icon};

/// What kind of line is typed. The browser is never asked to judge or remember it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any text on one line.
    #[default]
    Text,
    /// A pass-phrase, hidden while it is typed.
    Password,
    /// A PIN of six digits, hidden while it is typed.
    Pin,
    /// A code of digits, shown.
    Code,
    /// A whole number.
    Number,
    /// A day, typed as text in the order day, month, year.
    Date,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
}

impl Kind {
    /// Whether what was typed may be written into the page again.
    const fn secret(self) -> bool {
        matches!(self, Self::Password | Self::Pin)
    }

    const fn input_type(self) -> &'static str {
        match self {
            Self::Password | Self::Pin => "password",
            Self::Phone => "tel",
            Self::Text | Self::Code | Self::Number | Self::Date | Self::Email => "text",
        }
    }

    const fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::Pin | Self::Code | Self::Number | Self::Date => Some("numeric"),
            Self::Email => Some("email"),
            Self::Text | Self::Password | Self::Phone => None,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Pin => "box pin",
            Self::Code | Self::Number | Self::Date => "box short",
            Self::Text | Self::Password | Self::Phone | Self::Email => "box",
        }
    }
}

/// A labelled line of typing.
#[component]
pub fn Field(
    /// The question, in words.
    #[prop(into)]
    label: String,
    /// Name, value and fault.
    entry: Entry,
    /// What kind of line.
    #[prop(optional)]
    kind: Kind,
    /// How to answer; empty for no hint.
    #[prop(optional, into)]
    hint: String,
    /// Whether typing starts here when the page opens.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let class = entry.class();
    let described = entry.described_by(!hint.is_empty());
    let invalid = entry.fault.is_some().then_some("true");
    let value = (!kind.secret()).then(|| entry.value.clone());
    view! {
        <div class=class>
            <label for=entry.id()>{label}</label>
            <Hint id=entry.hint_id() text=hint />
            <input
                class=kind.class()
                id=entry.id()
                name=entry.name
                type=kind.input_type()
                inputmode=kind.keyboard()
                value=value
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                autofocus=focus
                aria-describedby=described
                aria-invalid=invalid
            />
            <Wrong entry />
        </div>
    }
}

/// How to answer, under the label.
#[component]
pub(super) fn Hint(id: String, text: String) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <p class="hint" id=id>{text}</p> })
}

/// What is wrong with a field, beside it, with a sign as well as a colour.
#[component]
pub(super) fn Wrong(entry: Entry) -> impl IntoView {
    let id = entry.fault_id();
    entry.fault.map(|fault| {
        view! {
            <p class="fault" id=id>
                <Glyph icon=Icon::Alert />
                <span>{fault}</span>
            </p>
        }
    })
}
