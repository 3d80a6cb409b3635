//! The front desk, drawn from texts alone: the large search field and its hits, who is expected,
//! who is here, and which rooms are free. At rest nothing here joins a person with a service, a
//! reason or a danger: that is in the [`Veil`], which shows only while somebody points at a card.

mod cards;
mod search;

pub use cards::{
    Expected, ExpectedCard, Present, PresentCard, Room, RoomList, State, Veil, Waiting,
};
pub use search::{Hit, HitRow, SearchBox};
