//! A file that is sent in: the one form whose body is not made of fields alone. The browser sends its
//! fields in their order, so the key of the attempt comes first.

use leptos::prelude::*;

use super::Entry;
use super::field::{Hint, Wrong};

/// A form with one file.
#[component]
pub fn FileForm(
    /// The path it is posted to.
    #[prop(into)]
    action: String,
    /// The key of this attempt.
    #[prop(into)]
    idem: String,
    /// What the file is, in words.
    #[prop(into)]
    label: String,
    /// How it has to be; empty for no hint.
    #[prop(optional, into)]
    hint: String,
    /// The name of the field and what is wrong with the file that was sent.
    entry: Entry,
    /// Which kinds of files the browser offers first.
    accept: &'static str,
    /// The button.
    children: Children,
) -> impl IntoView {
    let class = entry.class();
    let described = entry.described_by(!hint.is_empty());
    let invalid = entry.fault.is_some().then_some("true");
    view! {
        <form
            class="form"
            method="post"
            action=action
            enctype="multipart/form-data"
            autocomplete="off"
            novalidate
        >
            <input type="hidden" name="idem_key" value=idem />
            <div class=class>
                <label for=entry.id()>{label}</label>
                <Hint id=entry.hint_id() text=hint />
                <input
                    class="box file"
                    type="file"
                    id=entry.id()
                    name=entry.name
                    accept=accept
                    aria-describedby=described
                    aria-invalid=invalid
                />
                <Wrong entry />
            </div>
            {children()}
        </form>
    }
}
