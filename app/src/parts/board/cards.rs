//! The cards of the three columns.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::icons::Icon;
use crate::parts::{Act, Acts, Tag, TokenBadge, Tone, WaitingBar};

/// Somebody who is expected today, without saying who.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// The time on the wall: `10:45`.
    pub time: String,
    /// Where.
    pub place: String,
    /// How many, in words.
    pub about: String,
    /// The one next step.
    pub act: Option<Act>,
}

/// One card of the column of who is expected.
#[component]
pub fn ExpectedCard(
    /// What it shows.
    card: Expected,
) -> impl IntoView {
    let about = card.time.clone();
    view! {
        <li class="card expected">
            <time>{card.time}</time>
            <div>{card.place} <small>{card.about}</small></div>
            {card.act.map(|act| view! { <Acts act about /> })}
        </li>
    }
}

/// Where a visit stands, as far as a colour on the edge of its card says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Just came in.
    #[default]
    Waiting,
    /// Waits longer than it should.
    Late,
    /// With a service.
    With,
    /// Needs somebody now.
    Alarm,
    /// On the telephone: nobody is in the house for it.
    Call,
}

impl State {
    const fn class(self) -> &'static str {
        match self {
            Self::Waiting => "card present",
            Self::Late => "card present late",
            Self::With => "card present with",
            Self::Alarm => "card present alarm",
            Self::Call => "card present call",
        }
    }
}

/// What shows only while somebody points at the card, holds it, or is in it with the keyboard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veil {
    /// Who comes, as the desk wrote it down: somebody who looks for help, an interpreter, the other
    /// party. No name and no initials, for those would say who it is.
    pub who: String,
    /// For which service, and whether by appointment.
    pub about: String,
    /// Short facts with a picture: children, languages.
    pub tags: Vec<(Icon, String)>,
    /// The way to go; empty for none.
    pub route: String,
}

/// Somebody who is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// `T-14`.
    pub token: String,
    /// Where, at rest.
    pub place: String,
    /// Where the visit stands.
    pub state: State,
    /// The same in words, for a screen reader.
    pub state_words: String,
    /// Minutes so far, the limit, `31 min`, and the same as a sentence; nothing once with a service.
    pub waiting: Option<Waiting>,
    /// What is under the veil.
    pub veil: Option<Veil>,
    /// The one next step.
    pub act: Option<Act>,
}

/// How long somebody waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Minutes so far.
    pub minutes: i64,
    /// Minutes at which it is too long.
    pub limit: i64,
    /// Short: `31 min`.
    pub short: String,
    /// As a sentence: `wacht 31 van 45 minuten`.
    pub sentence: String,
}

/// One card of the column of who is here.
#[component]
pub fn PresentCard(
    /// What it shows.
    card: Present,
) -> impl IntoView {
    let about = card.token.clone();
    // A finger or the keyboard can rest on the card itself.
    let reach = card.veil.is_some().then_some("0");
    let minutes = card.waiting.as_ref().map(minutes);
    let bar = card.waiting.map(|waiting| {
        view! { <WaitingBar minutes=waiting.minutes limit=waiting.limit label=waiting.sentence /> }
    });
    view! {
        <li class=card.state.class() tabindex=reach>
            <TokenBadge token=card.token />
            <div class="sides">
                <div class="rest">
                    <h3>{card.place} <span class="unseen">{card.state_words}</span></h3>
                    {bar}
                </div>
                {card.veil.map(veiled)}
            </div>
            <div class="end">
                {minutes}
                {card.act.map(|act| view! { <Acts act about /> })}
            </div>
        </li>
    }
}

/// Somebody who only just came in needs no figure that stands out.
fn minutes(waiting: &Waiting) -> impl IntoView + use<> {
    let class = if waiting.minutes == 0 {
        "minutes fresh"
    } else {
        "minutes"
    };
    view! { <span class=class>{waiting.short.clone()}</span> }
}

fn veiled(veil: Veil) -> impl IntoView {
    let tags: Vec<_> = veil
        .tags
        .into_iter()
        .map(|(icon, label)| view! { <Tag label icon tone=Tone::Calm /> })
        .collect();
    view! {
        <div class="veil">
            <p><strong>{veil.who}</strong> " " <small>{veil.about}</small></p>
            {(!tags.is_empty()).then(|| view! { <div class="tags">{tags}</div> })}
            {(!veil.route.is_empty()).then(|| view! { <small>{veil.route}</small> })}
        </div>
    }
}

/// A room and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// Whether somebody can be brought there now.
    pub free: bool,
    /// `vrij tot 10:45`, or `tot 11:05`.
    pub until: String,
    /// Seats and what is special; or that it is taken.
    pub about: String,
}

/// The column of rooms, free or not.
#[component]
pub fn RoomList(
    /// In the order they are shown.
    rooms: Vec<Room>,
) -> impl IntoView {
    let rows: Vec<_> = rooms
        .into_iter()
        .map(|room| {
            let class = if room.free { "free" } else { "busy" };
            view! {
                <li class=class>
                    <strong><span class="dot" aria-hidden="true"></span>{room.name}</strong>
                    <span>{room.until}</span>
                    <small>{room.about}</small>
                </li>
            }
        })
        .collect();
    view! { <ul class="card rooms">{rows}</ul> }
}
