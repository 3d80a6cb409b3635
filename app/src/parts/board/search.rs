//! Looking before creating: the large field, and who was found.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::icons::{Glyph, Icon};
use crate::parts::{Act, Acts, Weight};

/// The search field in its form. It is posted, never put in an address, because what is typed in it
/// is a name.
#[component]
pub fn SearchBox(
    /// The path it is posted to.
    #[prop(into)]
    action: String,
    /// What can be typed, in words.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(optional, into)]
    typed: String,
    /// The key that brings the cursor here, or sends; empty for none.
    #[prop(optional, into)]
    key: String,
    /// The words for sending.
    #[prop(into)]
    send: String,
    /// Whether typing starts here when the page opens.
    #[prop(optional)]
    focus: bool,
    /// The id of the field; one of each on a page.
    #[prop(default = "find")]
    id: &'static str,
    /// What is looked for here, where a page has two such fields; empty for none.
    #[prop(optional, into)]
    name: String,
) -> impl IntoView {
    let hint = label.clone();
    let name = (!name.is_empty()).then_some(name);
    view! {
        <form
            class="find"
            method="post"
            action=action
            autocomplete="off"
            role="search"
            aria-label=name
        >
            <Glyph icon=Icon::Search />
            <input
                type="search"
                id=id
                name="q"
                value=typed
                placeholder=hint
                aria-label=label
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="200"
                autofocus=focus
            />
            {(!key.is_empty()).then(|| view! { <kbd aria-hidden="true">{key}</kbd> })}
            <button type="submit" class="button send">{send}</button>
        </form>
    }
}

/// Somebody who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The whole name, for whoever typed it.
    pub name: String,
    /// The birth date as far as it was typed, and the languages.
    pub about: String,
    /// Why this is a hit, in words.
    pub why: String,
    /// The visits with which she is in the house already: in words, and the path.
    pub inside: Vec<(String, String)>,
    /// Whether this one stands out clearly from the others.
    pub best: bool,
    /// Where her card is, for whoever may see it: somebody who calls is looked up, not received.
    pub card: Option<String>,
    /// What can be done.
    pub act: Act,
}

/// One line of the list of hits: an item of a `<ul class="hits">`.
#[component]
pub fn HitRow(
    /// Who.
    hit: Hit,
) -> impl IntoView {
    let (class, weight, icon) = if hit.best {
        ("hit best", Weight::Primary, Some(Icon::Arrive))
    } else {
        ("hit", Weight::Plain, None)
    };
    let about = hit.name.clone();
    let inside: Vec<_> = hit
        .inside
        .into_iter()
        .map(|(said, href)| view! { <a class="tag care" href=href>{said}</a> })
        .collect();
    let name = match hit.card {
        Some(href) => {
            view! { <a class="card-of" href=href><strong>{hit.name}</strong></a> }.into_any()
        }
        None => view! { <strong>{hit.name}</strong> }.into_any(),
    };
    view! {
        <li class=class>
            <div class="name">
                {name} " " <small>{hit.about}</small>
                {(!inside.is_empty()).then(|| view! { <div class="tags">{inside}</div> })}
            </div>
            <div class="end">
                <small>{hit.why}</small>
                <Acts act=hit.act weight icon about />
            </div>
        </li>
    }
}
