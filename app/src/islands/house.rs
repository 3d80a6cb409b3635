//! Who is here and which rooms are free, on a page that stays open: it hears that something changed
//! and asks again. The messages say nothing else.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::parts::board::{Present, PresentCard, Room, RoomList};
use crate::parts::{ColumnHead, EmptyState};

/// Two columns of the board in finished words: tokens and places, nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The name of the column of who is here.
    pub present_title: String,
    /// How many wait and how many are with a service.
    pub present_count: String,
    /// Who is here, in the order of waiting.
    pub present: Vec<Present>,
    /// Title and text for a house without visitors.
    pub present_empty: (String, String),
    /// The name of the column of rooms.
    pub rooms_title: String,
    /// How many are free.
    pub rooms_count: String,
    /// The rooms in the order of the house.
    pub rooms: Vec<Room>,
    /// Title and text for a house without rooms.
    pub rooms_empty: (String, String),
    /// The word for a page that follows.
    pub live: String,
    /// The sentence for a page that no longer follows.
    pub lost: String,
}

/// The two columns, following the house.
#[island]
pub fn HouseNow(
    /// As they were when the page was drawn.
    columns: Columns,
) -> impl IntoView {
    let (shown, set_shown) = signal(columns);
    let (lost, set_lost) = signal(false);
    follow(set_shown, set_lost);
    view! {
        <section aria-labelledby="present">
            {move || lost.get().then(|| view! { <p class="notice danger" role="status">{shown.get().lost}</p> })}
            {move || present(shown.get())}
        </section>
        <section aria-labelledby="rooms">{move || rooms(shown.get())}</section>
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
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    view! { <ColumnHead id="present" title=columns.present_title count=columns.present_count /> {list} }
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
const fn follow(_shown: WriteSignal<Columns>, _lost: WriteSignal<bool>) {}

#[cfg(feature = "hydrate")]
fn follow(shown: WriteSignal<Columns>, lost: WriteSignal<bool>) {
    use crate::islands::wire;

    let refresh = move || {
        leptos::task::spawn_local(async move {
            match wire::get_json::<Columns>("/desk/now").await {
                Some(columns) => {
                    shown.set(columns);
                    lost.set(false);
                }
                None => lost.set(true),
            }
        });
    };
    // Minutes grow also when nothing changes.
    wire::every(30_000, refresh);
    wire::on_event("/events", refresh, move || lost.set(true));
}
