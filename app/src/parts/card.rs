//! Grounds and the small shapes on them.

use leptos::prelude::*;

use crate::icons::{Glyph, Icon};

/// The room a card gives its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// As tight as a row of a list.
    #[default]
    Row,
    /// As wide as a form.
    Roomy,
}

/// A white ground for things that belong together.
#[component]
pub fn Card(
    /// The room inside.
    #[prop(optional)]
    ground: Ground,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let class = match ground {
        Ground::Row => "card stack tight",
        Ground::Roomy => "card roomy stack",
    };
    view! { <section class=class>{children()}</section> }
}

/// What a colour says; the words beside it say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Calm,
    /// Chosen, or the house speaking.
    On,
    /// Done, free, confirmed.
    Ok,
    /// Not yet.
    Wait,
    /// Take care.
    Care,
    /// Refused, lost, in danger.
    Danger,
}

impl Tone {
    const fn tag(self) -> &'static str {
        match self {
            Self::Calm => "tag",
            Self::On => "tag on",
            Self::Ok => "tag ok",
            Self::Wait => "tag wait",
            Self::Care => "tag care",
            Self::Danger => "tag danger",
        }
    }
}

/// A word or two about something, in a small round ground.
#[component]
pub fn Tag(
    /// The words.
    #[prop(into)]
    label: String,
    /// What the colour says.
    #[prop(optional)]
    tone: Tone,
    /// A picture before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <span class=tone.tag()>
            {icon.map(|icon| view! { <Glyph icon /> })}
            <span>{label}</span>
        </span>
    }
}

/// What a visitor is called in the house.
#[component]
pub fn TokenBadge(
    /// `T-14`, or the same in figures only.
    #[prop(into)]
    token: String,
    /// Large, as the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = if large { "token large" } else { "token" };
    view! { <span class=class>{token}</span> }
}

/// A bar that grows with the minutes somebody waits and is full at `limit`.
#[component]
pub fn WaitingBar(
    /// Minutes so far.
    minutes: i64,
    /// Minutes at which it is too long.
    limit: i64,
    /// The same in words: `wacht 31 van 45 minuten`.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let shown = minutes.clamp(0, limit);
    view! {
        <meter
            class="waiting"
            min="0"
            max=limit.to_string()
            value=shown.to_string()
            aria-label=label
        ></meter>
    }
}

/// The head of a page: its one large title, a line under it, and what can be done.
#[component]
pub fn PageHead(
    /// The title.
    #[prop(into)]
    title: String,
    /// A line under it; empty for none.
    #[prop(optional, into)]
    under: String,
    /// Buttons at the end of the line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div>
                <h1>{title}</h1>
                {(!under.is_empty()).then(|| view! { <p class="muted">{under}</p> })}
            </div>
            {children.map(|children| view! { <div class="buttons">{children()}</div> })}
        </header>
    }
}

/// The head of a column: its name, and a count in words.
#[component]
pub fn ColumnHead(
    /// The id that the column is labelled by.
    id: &'static str,
    /// The name.
    #[prop(into)]
    title: String,
    /// The count, in words.
    #[prop(optional, into)]
    count: String,
) -> impl IntoView {
    view! {
        <header class="column-head">
            <h2 id=id>{title}</h2>
            <small>{count}</small>
        </header>
    }
}
