//! The columns of the board in finished words: tokens, minutes and places, nobody's name.

use desk::visits::Board;
use domain::role::Action;
use domain::visit::{Purpose, Stage, Visit};

use crate::islands::house::Columns;
use crate::parts::Act;
use crate::parts::board::{Present, Room, State as Edge, Veil, Waiting};
use crate::screens::frame::Screen;
use crate::screens::visits::{CLOSING, stage};

/// Minutes after which somebody waits too long.
const TOO_LONG: i64 = 45;

/// The board in finished words.
pub(super) fn columns(screen: &Screen, board: &Board) -> Columns {
    let words = screen.words;
    let (calls, inside): (Vec<&Visit>, Vec<&Visit>) =
        board.present.iter().partition(|visit| visit.is_call());
    let with = inside
        .iter()
        .filter(|visit| visit.stage == Stage::WithService)
        .count();
    let waiting = inside.len() - with;
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
        closing: closing(screen, board),
        present_title: words.t("board-present"),
        present_count: words.with(
            "board-present-count",
            &[("waiting", waiting.into()), ("with", with.into())],
        ),
        present: cards(screen, board, &inside),
        hold: words.t("board-hold"),
        calls_title: words.t("board-on-the-phone"),
        calls: cards(screen, board, &calls),
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

/// The house has closed, and so many are asked about.
fn closing(screen: &Screen, board: &Board) -> Option<(String, String, String)> {
    let (words, (_, count)) = (screen.words, board.closing?);
    let text = words.with("closing-notice", &[("count", count.into())]);
    Some((text, words.t("closing-go"), CLOSING.to_owned()))
}

fn cards(screen: &Screen, board: &Board, visits: &[&Visit]) -> Vec<Present> {
    let visits = visits.iter();
    visits.map(|visit| card(screen, board, visit)).collect()
}

fn card(screen: &Screen, board: &Board, visit: &Visit) -> Present {
    let words = screen.words;
    let minutes = visit.minutes(screen.site.desk.now());
    let with = visit.stage == Stage::WithService;
    let state = match (with, minutes >= TOO_LONG) {
        _ if visit.is_call() => Edge::Call,
        _ if visit.awaits_duty => Edge::Alarm,
        (true, _) => Edge::With,
        (false, true) => Edge::Late,
        (false, false) => Edge::Waiting,
    };
    Present {
        token: visit.token.to_string(),
        place: place(screen, board, visit),
        state,
        state_words: if visit.awaits_duty {
            words.t("board-needs-somebody")
        } else {
            stage(words, visit)
        },
        waiting: (!with).then(|| waiting(screen, visit)),
        veil: Some(veil(screen, board, visit)),
        act: next(screen, visit),
    }
}

/// What shows only while somebody points at the card: who comes, and for which service. It is the
/// same for everybody at rest, so that no card tells the other party from the others.
fn veil(screen: &Screen, board: &Board, visit: &Visit) -> Veil {
    let words = screen.words;
    let service = visit.service.and_then(|id| board.house.service(id));
    let service = service.map(|s| words.with("board-for", &[("service", s.name.clone().into())]));
    let appointment = match visit.purpose {
        Purpose::Appointment => Some(words.t("board-with-appointment")),
        _ => None,
    };
    let about: Vec<String> = service.into_iter().chain(appointment).collect();
    Veil {
        who: words.of("visit-kind", visit.kind.code()),
        about: about.join(", "),
        ..Veil::default()
    }
}

/// Where a visitor is, without a word about why.
fn place(screen: &Screen, board: &Board, visit: &Visit) -> String {
    let words = screen.words;
    let room = visit.room.and_then(|room| board.house.room(room));
    match (visit.stage == Stage::WithService, visit.is_call()) {
        (_, true) => words.t("board-on-the-phone"),
        _ if visit.awaits_duty => words.t("board-at-the-desk"),
        (true, _) => room.map_or_else(|| words.t("board-with"), |room| room.name.clone()),
        (false, _) => words.t("board-waiting-room"),
    }
}

/// The one next step: who waits is brought somewhere, who is with a service leaves, a call ends.
fn next(screen: &Screen, visit: &Visit) -> Option<Act> {
    if !screen.may(Action::RevealVisit) {
        let comes = visit.awaits_duty && screen.may(Action::MeetMinor);
        return comes.then(|| met(screen, visit));
    }
    let ends = screen.may(Action::CheckOut);
    let (key, part) = match visit.stage {
        _ if visit.awaits_duty => ("board-open", "#minor"),
        _ if visit.is_call() && ends => ("board-call-ends", "#leave"),
        Stage::WithService if ends => ("board-leaves", "#leave"),
        Stage::Waiting if !visit.is_call() && screen.may(Action::MoveVisit) => {
            ("board-bring", "#bring")
        }
        _ => ("board-open", ""),
    };
    Some(Act::Go {
        href: format!("/visits/{}{part}", visit.id),
        label: screen.words.t(key),
    })
}

/// For a colleague on duty who sees no visits: to say that the colleague is there.
fn met(screen: &Screen, visit: &Visit) -> Act {
    Act::Do {
        action: format!("/visits/{}/met", visit.id),
        label: screen.words.t("minor-met-short"),
        idem: screen.idem(),
        rev: Some(visit.rev),
        sends: Vec::new(),
    }
}

fn waiting(screen: &Screen, visit: &Visit) -> Waiting {
    let (words, minutes) = (screen.words, visit.minutes(screen.site.desk.now()));
    let sentence = if visit.is_call() {
        words.with("board-calling", &[("minutes", minutes.into())])
    } else if minutes >= TOO_LONG {
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
            0 if visit.is_call() => words.t("board-just-called"),
            0 => words.t("board-just-in"),
            minutes => words.minutes(minutes),
        },
        sentence,
    }
}

fn room_row(screen: &Screen, board: &Board, room: &desk::places::Room) -> Room {
    let words = screen.words;
    let free = !board.busy.contains(&room.id);
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
