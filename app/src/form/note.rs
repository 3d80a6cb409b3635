//! A few lines of typing. The framework writes the text inside this element as it is, so a note
//! that holds markup would run when the form is shown again; here it is escaped by hand. No other
//! file may contain the element: a test looks.

use leptos::prelude::*;

use super::Entry;
use super::field::{Hint, Wrong};

/// A labelled box for a few lines.
#[component]
pub fn NoteBox(
    /// The question, in words.
    #[prop(into)]
    label: String,
    /// Name, value and fault.
    entry: Entry,
    /// How to answer; empty for no hint.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let class = entry.class();
    let described = entry.described_by(!hint.is_empty());
    let invalid = entry.fault.is_some().then_some("true");
    view! {
        <div class=class>
            <label for=entry.id()>{label}</label>
            <Hint id=entry.hint_id() text=hint />
            <textarea
                class="box"
                id=entry.id()
                name=entry.name
                rows="4"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=invalid
                inner_html=format!("\n{}", escaped(&entry.value))
            ></textarea>
            <Wrong entry />
        </div>
    }
}

/// The text as markup that shows exactly it. A browser drops the first line break after the opening
/// tag of a box, so there one of our own stands before it, to be dropped.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\'' => markup.push_str("&#39;"),
            other => markup.push(other),
        }
    }
    markup
}
