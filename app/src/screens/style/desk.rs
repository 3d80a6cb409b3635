//! The front desk: hits, cards at rest and late, long names, and nobody at all.

use leptos::prelude::*;

use super::LONG_NAME;
use crate::icons::Icon;
use crate::parts::board::{
    Expected, ExpectedCard, Hit, HitRow, Present, PresentCard, Room, RoomList, SearchBox, State,
    Veil, Waiting,
};
use crate::parts::{Act, ColumnHead, EmptyState};
use crate::words::Words;

/// The parts of the front desk.
#[component]
pub(super) fn FrontDesk(words: Words) -> impl IntoView {
    view! {
        <section class="sample">
            <h2>{words.t("style-board")}</h2>
            <div class="hero">
                <SearchBox
                    action="/search"
                    label=words.t("search-label")
                    typed="fatma yilmas 12 3"
                    send=words.t("search-send")
                    key="Enter"
                />
                <ul class="hits">{hits(words)}</ul>
            </div>
            <div class="columns">{expected(words)} {present(words)} {rooms(words)}</div>
        </section>
    }
}

fn look(words: Words) -> Act {
    Act::Go {
        href: "#main".to_owned(),
        label: words.t("search-view"),
    }
}

fn hits(words: Words) -> impl IntoView {
    let hit = |name: &str, best: bool| Hit {
        card: None,
        name: name.to_owned(),
        about: words.t("search-birth-unknown"),
        why: words.t("hit-sounds"),
        inside: (!best).then(|| inside(words)).into_iter().collect(),
        best,
        act: look(words),
    };
    [hit("Fatma Yılmaz", true), hit(LONG_NAME, false)].map(|hit| view! { <HitRow hit /> })
}

fn inside(words: Words) -> (String, String) {
    let values = [
        ("token", "T-06".into()),
        ("stage", words.t("stage-waiting").into()),
    ];
    (words.with("search-inside", &values), "#main".to_owned())
}

fn expected(words: Words) -> impl IntoView {
    let card = |place: &str, act| Expected {
        time: "10:45".to_owned(),
        place: place.to_owned(),
        about: words.with("board-expected-people", &[("count", 3.into())]),
        act,
    };
    let cards = [
        card("Beuk", Some(look(words))),
        card("Kinderfreundlichkeitsberatungsraum", Some(look(words))),
        card("Eik", None),
    ];
    view! {
        <section class="column" aria-labelledby="sample-expected">
            <ColumnHead id="sample-expected" title=words.t("board-expected") />
            <ul>{cards.map(|card| view! { <ExpectedCard card /> })}</ul>
            <EmptyState
                small=true
                icon=Icon::Calendar
                title=words.t("board-expected-empty")
                text=words.t("board-expected-empty-text")
            />
        </section>
    }
}

fn present(words: Words) -> impl IntoView {
    let waiting = |minutes: i64| Waiting {
        minutes,
        limit: 45,
        short: words.minutes(minutes),
        sentence: words.with(
            "board-waiting",
            &[("minutes", minutes.into()), ("limit", 45.into())],
        ),
    };
    let card = |state, minutes: Option<i64>, who: &str| Present {
        token: "T-14".to_owned(),
        place: words.t("board-waiting-room"),
        state,
        state_words: words.t("stage-waiting"),
        waiting: minutes.map(waiting),
        veil: Some(Veil {
            who: who.to_owned(),
            about: words.with("board-for", &[("service", "OCMW".into())]),
            tags: vec![(
                Icon::Child,
                words.with("board-children", &[("count", 2.into())]),
            )],
            route: String::new(),
        }),
        act: Some(look(words)),
    };
    let cards = [
        card(State::Alarm, Some(61), &words.of("visit-kind", "victim")),
        card(State::Late, Some(31), LONG_NAME),
        card(
            State::Waiting,
            Some(4),
            &words.of("visit-kind", "interpreter"),
        ),
        card(State::With, None, &words.of("visit-kind", "child")),
        card(State::Call, Some(4), &words.of("visit-kind", "phone_call")),
    ];
    view! {
        <section class="column middle" aria-labelledby="sample-present">
            <ColumnHead id="sample-present" title=words.t("board-present") />
            <ul>{cards.map(|card| view! { <PresentCard card /> })}</ul>
        </section>
    }
}

fn rooms(words: Words) -> impl IntoView {
    let room = |name: &str, free, until: &str| Room {
        name: name.to_owned(),
        free,
        until: words.with(until, &[("time", "10:45".into())]),
        about: words.with("board-room-seats", &[("count", 12.into())]),
    };
    let rooms = vec![
        room("Beuk", true, "board-room-free-until"),
        room("Linde", false, "board-room-until"),
        room(
            "Kinderfreundlichkeitsberatungsraum",
            true,
            "board-room-free",
        ),
    ];
    view! {
        <section class="column" aria-labelledby="sample-rooms">
            <ColumnHead id="sample-rooms" title=words.t("board-rooms") />
            <RoomList rooms />
            <EmptyState
                small=true
                title=words.t("board-rooms-empty")
                text=words.t("board-rooms-empty-text")
            />
        </section>
    }
}
