//! Who is here and which rooms are free, on a page that stays open: it hears that something changed
//! and asks again. The messages say nothing else.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::icons::{Glyph, Icon};
use crate::parts::board::{Present, PresentCard, Room, RoomList};
use crate::parts::{ColumnHead, EmptyState};

/// Two columns of the board in finished words: tokens and places, nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// Somebody is inside though the house has closed: the sentence, the words of the link, and where
    /// it leads.
    pub closing: Option<(String, String, String)>,
    /// The name of the column of who is here.
    pub present_title: String,
    /// How many wait and how many are with a service.
    pub present_count: String,
    /// Who is here, in the order of waiting.
    pub present: Vec<Present>,
    /// Title and text for a house without visitors.
    pub present_empty: (String, String),
    /// How to see more of a card.
    pub hold: String,
    /// The name of the list of telephone calls.
    pub calls_title: String,
    /// Who is on the telephone, the longest first.
    pub calls: Vec<Present>,
    /// The name of the column of rooms.
    pub rooms_title: String,
    /// How many are free.
    pub rooms_count: String,
    /// The rooms in the order of the house.
    pub rooms: Vec<Room>,
    /// Title and text for a house without rooms.
    pub rooms_empty: (String, String),
    /// When this was so: `stand van 10:42`.
    pub as_of: String,
    /// The word for a page that follows.
    pub live: String,
    /// The sentence for a page that no longer follows.
    pub lost: String,
    /// The word for asking again by hand, and the path of the page.
    pub again: (String, String),
    /// What the printed list is called, what stands on it, and the word for printing.
    pub print: (String, String, String),
}

/// Whether the page hears of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beat {
    /// It was drawn once and stays as it is.
    Still,
    /// It follows the house.
    Live,
    /// It followed, and hears nothing any more.
    Lost,
}

/// The two columns as a part of a page.
#[must_use]
pub fn house_now(columns: Columns) -> impl IntoView {
    view! { <HouseNow columns /> }
}

/// The two columns, following the house.
#[island]
fn HouseNow(
    /// As they were when the page was drawn.
    columns: Columns,
) -> impl IntoView {
    let (shown, set_shown) = signal(columns);
    let (beat, set_beat) = signal(Beat::Still);
    follow(set_shown, set_beat);
    view! {
        <section class="column middle" aria-labelledby="present">
            <div role="status">{move || (beat.get() == Beat::Lost).then(|| lost(&shown.get()))}</div>
            {move || shown.get().closing.map(closing)}
            {move || present(shown.get())}
            {move || calls(shown.get())}
            {move || pulse(beat.get(), &shown.get())}
        </section>
        <section class="column" aria-labelledby="rooms">
            {move || rooms(shown.get())}
            {move || (beat.get() != Beat::Still).then(|| print_list(&shown.get()))}
        </section>
    }
}

/// Of when the board is, and whether it follows. The clock moves on every minute, so nothing here is
/// read out by itself.
fn pulse(beat: Beat, columns: &Columns) -> Option<impl IntoView + use<>> {
    let live = (beat == Beat::Live).then(|| columns.live.clone());
    let live = live.map(|live| view! { <span class="live">{live}</span> });
    let again = (beat == Beat::Still).then(|| again(columns));
    let as_of = columns.as_of.clone();
    (beat != Beat::Lost).then(|| view! { <p class="beat">{live} <span>{as_of}</span> {again}</p> })
}

/// Nothing is heard any more: of when the board is, and what to do.
fn lost(columns: &Columns) -> impl IntoView + use<> {
    let text = columns.lost.clone();
    view! {
        <div class="notice wait">
            <Glyph icon=Icon::Alert />
            <div><p>{text}</p> {again(columns)}</div>
        </div>
    }
}

/// The house has closed, and somebody is asked about.
fn closing((text, label, href): (String, String, String)) -> impl IntoView {
    view! {
        <div class="notice wait closing">
            <Glyph icon=Icon::Clock />
            <div><p>{text}</p> <a href=href>{label}</a></div>
        </div>
    }
}

fn again(columns: &Columns) -> impl IntoView + use<> {
    let (label, href) = columns.again.clone();
    view! { <a href=href>{label}</a> }
}

/// The board on paper shows tokens and places only. Without a script the browser's own menu prints.
fn print_list(columns: &Columns) -> impl IntoView + use<> {
    let (title, lead, label) = columns.print.clone();
    view! {
        <div class="card house-list">
            <div><strong>{title}</strong> <small>{lead}</small></div>
            <button type="button" class="button quiet" on:click=move |_| print()>
                <Glyph icon=Icon::Print />
                <span>{label}</span>
            </button>
        </div>
    }
}

fn present(columns: Columns) -> impl IntoView {
    let (title, text) = columns.present_empty;
    let cards: Vec<_> = columns
        .present
        .into_iter()
        .map(|card| view! { <PresentCard card /> })
        .collect();
    let list = if cards.is_empty() {
        view! { <EmptyState small=true title text /> }.into_any()
    } else {
        view! { <ul class="cards">{cards}</ul> <p class="muted hold">{columns.hold}</p> }.into_any()
    };
    view! { <ColumnHead id="present" title=columns.present_title count=columns.present_count /> {list} }
}

/// Calls stand apart: nobody is in the house for them, so they are on no list of who is.
fn calls(columns: Columns) -> Option<impl IntoView> {
    let cards: Vec<_> = columns
        .calls
        .into_iter()
        .map(|card| view! { <PresentCard card /> })
        .collect();
    (!cards.is_empty()).then(|| {
        view! {
            <div class="calls">
                <h3>{columns.calls_title}</h3>
                <ul class="cards">{cards}</ul>
            </div>
        }
    })
}

fn rooms(columns: Columns) -> impl IntoView {
    let (title, text) = columns.rooms_empty;
    let list = if columns.rooms.is_empty() {
        view! { <EmptyState small=true title text /> }.into_any()
    } else {
        view! { <RoomList rooms=columns.rooms /> }.into_any()
    };
    view! { <ColumnHead id="rooms" title=columns.rooms_title count=columns.rooms_count /> {list} }
}

/// Follows the house in a browser; on the server there is nothing to follow.
#[cfg(not(feature = "hydrate"))]
const fn follow(_shown: WriteSignal<Columns>, _beat: WriteSignal<Beat>) {}

#[cfg(not(feature = "hydrate"))]
const fn print() {}

#[cfg(feature = "hydrate")]
fn print() {
    crate::islands::wire::print();
}

#[cfg(feature = "hydrate")]
fn follow(shown: WriteSignal<Columns>, beat: WriteSignal<Beat>) {
    use crate::islands::wire;

    let refresh = move || {
        leptos::task::spawn_local(async move {
            match wire::get_json::<Columns>("/desk/now").await {
                Some(columns) => {
                    shown.set(columns);
                    beat.set(Beat::Live);
                }
                None => beat.set(Beat::Lost),
            }
        });
    };
    // Minutes grow also when nothing changes.
    wire::every(30_000, refresh);
    wire::on_event("/events", refresh, move || beat.set(Beat::Lost));
}
