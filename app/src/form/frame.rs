//! The frame of a form: where it goes, and the two hidden values that make sending it twice, or
//! after somebody else changed the same thing, harmless.

use leptos::prelude::*;

use crate::icons::{Glyph, Icon};
use crate::parts::Weight;

/// The id of the form of a page, by which the languages in the frame take along what was typed.
pub const MAIN: &str = "typed";

/// A form that is posted and answered by a redirect. It holds the key of the attempt and, where
/// something existing is changed, the revision that was shown.
#[component]
pub fn Form(
    /// The path it is posted to.
    #[prop(into)]
    action: String,
    /// The key of this attempt: repeating it returns the first result.
    #[prop(into)]
    idem: String,
    /// The revision of what is being changed.
    #[prop(optional_no_strip, into)]
    rev: Option<i64>,
    /// Whether it is the form of the page: what is typed in it is kept when another language is chosen.
    #[prop(optional)]
    main: bool,
    /// Its look; `form` puts space between the fields.
    #[prop(default = "form")]
    class: &'static str,
    /// Fields and buttons.
    children: Children,
) -> impl IntoView {
    let rev = rev.map(|rev| view! { <input type="hidden" name="rev" value=rev.to_string() /> });
    view! {
        <form class=class id=main.then_some(MAIN) method="post" action=action autocomplete="off" novalidate>
            <input type="hidden" name="idem_key" value=idem />
            {rev}
            {children()}
        </form>
    }
}

/// The button that sends a form. With a name it says which of several buttons was pressed.
#[component]
pub fn Submit(
    /// What happens, as a verb.
    #[prop(into)]
    label: String,
    /// How much it stands out.
    #[prop(default = Weight::Primary)]
    weight: Weight,
    /// A picture beside the word.
    #[prop(optional_no_strip, into)]
    icon: Option<Icon>,
    /// Name and value to send along.
    #[prop(optional_no_strip, into)]
    sends: Option<(&'static str, String)>,
) -> impl IntoView {
    let (name, value) = sends.unzip();
    view! {
        <button type="submit" class=weight.class() name=name value=value>
            {icon.map(|icon| view! { <Glyph icon /> })}
            <span>{label}</span>
        </button>
    }
}
