//! The columns of the board in finished words: tokens, minutes and places, nobody's name.

use desk::visits::Board;
use domain::role::Action;
use domain::visit::{Stage, Visit, VisitKind};

use crate::islands::house::Columns;
use crate::parts::Act;
use crate::parts::board::{Present, Room, State as Edge, Waiting};
use crate::screens::frame::Screen;

/// Minutes after which somebody waits too long.
const TOO_LONG: i64 = 45;

/// The board in finished words.
pub(super) fn columns(screen: &Screen, board: &Board) -> Columns {
    let words = screen.words;
    let with = board
        .present
        .iter()
        .filter(|visit| visit.stage == Stage::WithService)
        .count();
    let waiting = board.present.len() - with;
    let rooms: Vec<Room> = board
        .house
        .rooms
        .iter()
        .map(|room| room_row(screen, board, room))
        .collect();
    let free = rooms.iter().filter(|room| room.free).count();
    let time = words.time(screen.site.desk.now(), &screen.centre.zone);
    let as_of = words.with("board-as-of", &[("time", time.clone().into())]);
    let lost = words.with("board-stream-lost", &[("time", time.into())]);
    Columns {
        present_title: words.t("board-present"),
        present_count: words.with(
            "board-present-count",
            &[("waiting", waiting.into()), ("with", with.into())],
        ),
        present: board
            .present
            .iter()
            .map(|visit| card(screen, board, visit))
            .collect(),
        present_empty: (
            words.t("board-present-empty"),
            words.t("board-present-empty-text"),
        ),
        rooms_title: words.t("board-rooms"),
        rooms_count: words.with(
            "board-rooms-count",
            &[("free", free.into()), ("all", rooms.len().into())],
        ),
        rooms,
        rooms_empty: (
            words.t("board-rooms-empty"),
            words.t("board-rooms-empty-text"),
        ),
        as_of,
        live: words.t("board-live"),
        lost,
        again: (words.t("board-refresh"), "/desk".to_owned()),
        print: (
            words.t("board-house"),
            words.t("board-house-lead"),
            words.t("print"),
        ),
    }
}

fn card(screen: &Screen, board: &Board, visit: &Visit) -> Present {
    let words = screen.words;
    let minutes = visit.minutes(screen.site.desk.now());
    let with = visit.stage == Stage::WithService;
    let state = match (with, minutes >= TOO_LONG) {
        (true, _) => Edge::With,
        (false, true) => Edge::Late,
        (false, false) => Edge::Waiting,
    };
    Present {
        token: visit.token.to_string(),
        place: place(screen, board, visit),
        state,
        state_words: words.of("stage", visit.stage.code()),
        waiting: (!with).then(|| waiting(screen, minutes)),
        veil: None,
        act: next(screen, visit),
    }
}

/// Where a visitor is, without a word about why.
fn place(screen: &Screen, board: &Board, visit: &Visit) -> String {
    let words = screen.words;
    let room = visit.room.and_then(|room| board.house.room(room));
    match (visit.stage == Stage::WithService, visit.kind) {
        (true, _) => room.map_or_else(|| words.t("board-with"), |room| room.name.clone()),
        (false, VisitKind::PhoneCall) => words.t("board-on-the-phone"),
        (false, _) => words.t("board-waiting-room"),
    }
}

/// The one next step: who waits is brought somewhere, who is with a service leaves.
fn next(screen: &Screen, visit: &Visit) -> Option<Act> {
    if !screen.may(Action::RevealVisit) {
        return None;
    }
    let (key, part) = if visit.stage == Stage::WithService && screen.may(Action::CheckOut) {
        ("board-leaves", "#leave")
    } else if visit.stage == Stage::Waiting
        && visit.kind != VisitKind::PhoneCall
        && screen.may(Action::MoveVisit)
    {
        ("board-bring", "#bring")
    } else {
        ("board-open", "")
    };
    Some(Act::Go {
        href: format!("/visits/{}{part}", visit.id),
        label: screen.words.t(key),
    })
}

fn waiting(screen: &Screen, minutes: i64) -> Waiting {
    let words = screen.words;
    let sentence = if minutes >= TOO_LONG {
        words.with("board-waiting-long", &[("minutes", minutes.into())])
    } else {
        words.with(
            "board-waiting",
            &[("minutes", minutes.into()), ("limit", TOO_LONG.into())],
        )
    };
    Waiting {
        minutes,
        limit: TOO_LONG,
        short: match minutes {
            0 => words.t("board-just-in"),
            minutes => words.minutes(minutes),
        },
        sentence,
    }
}

fn room_row(screen: &Screen, board: &Board, room: &desk::places::Room) -> Room {
    let words = screen.words;
    let free = !board
        .present
        .iter()
        .any(|visit| visit.room == Some(room.id));
    let special = [
        (room.child, "board-room-children"),
        (room.wheelchair, "board-room-wheelchair"),
        (room.own_exit, "board-room-own-exit"),
        (room.video, "board-room-video"),
    ];
    let seats = words.with("board-room-seats", &[("count", room.seats.into())]);
    let special = special
        .into_iter()
        .filter(|(has, _)| *has)
        .map(|(_, key)| words.t(key));
    let about: Vec<String> = std::iter::once(seats).chain(special).collect();
    Room {
        name: room.name.clone(),
        free,
        until: words.t(if free {
            "board-room-free"
        } else {
            "board-room-busy"
        }),
        about: about.join(" · "),
    }
}
