//! What can be pressed: links that look like buttons, and small forms with one button.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::icons::{Glyph, Icon};

/// How much something that can be pressed stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// One of several.
    #[default]
    Plain,
    /// The one next step; at most one in sight.
    Primary,
    /// Beside the point: words without an edge.
    Quiet,
    /// Cannot be taken back.
    Danger,
    /// One of several, in a row of a list.
    Small,
}

impl Weight {
    /// The classes of the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button primary",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
            Self::Small => "button small",
        }
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
#[component]
pub fn Go(
    /// Where to; never with anything about a person in it.
    #[prop(into)]
    href: String,
    /// Where to, in words.
    #[prop(into)]
    label: String,
    /// How much it stands out.
    #[prop(optional)]
    weight: Weight,
    /// A picture beside the word.
    #[prop(optional_no_strip, into)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <a class=weight.class() href=href>
            {icon.map(|icon| view! { <Glyph icon /> })}
            <span>{label}</span>
        </a>
    }
}

/// The one next step of a card or a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Opens a page.
    Go {
        /// The path.
        href: String,
        /// The words on it.
        label: String,
    },
    /// Changes something, at once.
    Do {
        /// The path it is posted to.
        action: String,
        /// The words on it.
        label: String,
        /// The key of this attempt.
        idem: String,
        /// The revision that is shown, when something existing is changed.
        rev: Option<i64>,
        /// Other hidden values, by name.
        sends: Vec<(String, String)>,
    },
}

/// Draws the next step as a link or as a form with one button.
#[component]
pub fn Acts(
    /// What happens.
    act: Act,
    /// How much it stands out.
    #[prop(default = Weight::Small)]
    weight: Weight,
    /// A picture beside the word.
    #[prop(optional_no_strip, into)]
    icon: Option<Icon>,
    /// What it is about, for a screen reader that hears the button alone.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let glyph = icon.map(|icon| view! { <Glyph icon /> });
    let about = (!about.is_empty()).then(|| view! { <span class="unseen">{about}</span> });
    match act {
        Act::Go { href, label } => view! {
            <a class=weight.class() href=href>{glyph} <span>{label} " " {about}</span></a>
        }
        .into_any(),
        Act::Do {
            action,
            label,
            idem,
            rev,
            sends,
        } => {
            let rev = rev.map(|rev| ("rev".to_owned(), rev.to_string()));
            let hidden: Vec<_> = std::iter::once(("idem_key".to_owned(), idem))
                .chain(rev)
                .chain(sends)
                .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
                .collect();
            view! {
                <form method="post" action=action autocomplete="off">
                    {hidden}
                    <button type="submit" class=weight.class()>
                        {glyph}
                        <span>{label} " " {about}</span>
                    </button>
                </form>
            }
            .into_any()
        }
    }
}

/// The button that prints the page: what it shows once belongs on paper. Without scripts it is not
/// there, as only they can print.
#[component]
pub fn PrintButton(
    /// What happens, as a verb.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <button type="button" class="button" hidden=true data-print="yes">
            <Glyph icon=Icon::Print />
            <span>{label}</span>
        </button>
    }
}
