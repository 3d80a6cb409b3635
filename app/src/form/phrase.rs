//! Choosing a pass-phrase: it can be looked at where scripts run, and is typed twice where they do
//! not.

use leptos::prelude::*;

use super::Entry;
use super::field::{Field, Hint, Kind, Wrong};

/// A pass-phrase that is being chosen. It is never written into the page again.
#[component]
pub fn NewPhrase(
    /// The question, in words.
    #[prop(into)]
    label: String,
    /// How long it must be, in words.
    #[prop(into)]
    hint: String,
    /// Name and fault.
    entry: Entry,
    /// The words on the button that shows what is typed.
    #[prop(into)]
    peek: String,
    /// The question for the second time, in words.
    #[prop(into)]
    twin: String,
    /// Name and fault of the second time.
    again: Entry,
) -> impl IntoView {
    let class = entry.class();
    let described = entry.described_by(true);
    let invalid = entry.fault.is_some().then_some("true");
    let id = entry.id();
    view! {
        <div class=class>
            <label for=entry.id()>{label}</label>
            <Hint id=entry.hint_id() text=hint />
            <input
                class="box"
                id=entry.id()
                name=entry.name
                type="password"
                autocomplete="new-password"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=invalid
            />
            <Wrong entry />
            <div>
                <button
                    type="button"
                    class="button small"
                    hidden=true
                    aria-pressed="false"
                    data-peek=id
                >
                    {peek}
                </button>
            </div>
        </div>
        <noscript>
            <Field label=twin entry=again kind=Kind::Password />
        </noscript>
    }
}
