//! Sentences that need to be seen, and what to do when there is nothing yet.

use leptos::prelude::*;

use super::Tone;
use crate::icons::{Glyph, Icon};

/// A sentence with a sign and a colour. A danger is read out at once, the others when their turn
/// comes.
#[component]
pub fn Notice(
    /// What the colour says.
    #[prop(optional)]
    tone: Tone,
    /// The sentence, with the next step.
    #[prop(into)]
    text: String,
    /// A title before it; empty for none.
    #[prop(optional, into)]
    title: String,
    /// Buttons under it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, icon, role) = match tone {
        Tone::Calm => ("notice", Icon::Info, "status"),
        Tone::On => ("notice calm", Icon::Info, "status"),
        Tone::Ok => ("notice ok", Icon::Ok, "status"),
        Tone::Wait => ("notice wait", Icon::Clock, "status"),
        Tone::Care => ("notice wait", Icon::Alert, "status"),
        Tone::Danger => ("notice danger", Icon::Warning, "alert"),
    };
    view! {
        <div class=class role=role>
            <Glyph icon />
            <div>
                {(!title.is_empty()).then(|| view! { <strong>{title}</strong> })}
                <p>{text}</p>
                {children.map(|children| view! { <div class="buttons">{children()}</div> })}
            </div>
        </div>
    }
}

/// Nothing is here yet: why, and what to do next.
#[component]
pub fn EmptyState(
    /// What it means that nothing is here.
    #[prop(into)]
    title: String,
    /// The next step, in words.
    #[prop(into)]
    text: String,
    /// A quiet picture.
    #[prop(default = Icon::Quiet)]
    icon: Icon,
    /// Small, inside a column.
    #[prop(optional)]
    small: bool,
    /// It is all there is on the page, so its title is the title of the page.
    #[prop(optional)]
    whole: bool,
    /// The next step, as a button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = if small { "empty small" } else { "empty" };
    let title = if whole {
        view! { <h1>{title}</h1> }.into_any()
    } else {
        view! { <strong>{title}</strong> }.into_any()
    };
    view! {
        <div class=class>
            <Glyph icon />
            {title}
            <p>{text}</p>
            {children.map(|children| view! { <div class="buttons">{children()}</div> })}
        </div>
    }
}
