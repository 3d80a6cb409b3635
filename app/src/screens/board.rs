//! The start page of the front desk: the large search field with its hits, who is expected, who is
//! here, and the rooms. At rest it names nobody.

use axum::Json;
use axum::extract::State;
use desk::visits::{self, Board};
use domain::role::{Action, ActorKind, allows};
use domain::visit::{Stage, Visit, VisitKind};
use leptos::prelude::*;

use super::frame::{Place, Screen, visit_failed};
use super::search::{self, Found};
use crate::islands::house::{Columns, HouseNow};
use crate::islands::people::FindPeople;
use crate::page::{Page, Site};
use crate::parts::board::{Present, Room, State as Edge, Waiting};
use crate::parts::{Act, ColumnHead, EmptyState, Notice, Tone};
use crate::request::{Nonce, Signed};

/// Minutes after which somebody waits too long.
const TOO_LONG: i64 = 45;

/// How often the page asks for itself again where scripts are off, in seconds.
const REFRESH: u32 = 60;

/// Leads a colleague to where the day starts.
pub async fn start(signed: Signed) -> Page {
    let board = allows(ActorKind::Staff(signed.staff.role), Action::ShowBoard);
    Page::see(if board { "/desk" } else { "/account" })
}

/// Shows the board.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let actor = signed.actor();
    let board = visits::board(&site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let kept = screen.kept("/desk").await?;
    let found = search::found(&screen, &kept).await?;
    let columns = columns(&screen, &board);
    // A page that shows hits must not reload under the hand that reads them.
    let refresh = found.asked.is_empty().then_some(REFRESH);
    let place = Place {
        own_search: true,
        islands: true,
        refresh,
        ..Place::at("/desk")
    };
    let said = (
        kept.value("said").to_owned(),
        kept.value("token").to_owned(),
    );
    Ok(screen
        .show(place, move |screen| content(screen, columns, found, said))
        .await)
}

/// The columns alone, for the page that is already open.
pub async fn now(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
) -> Result<Json<Columns>, Page> {
    let actor = signed.actor();
    let board = visits::board(&site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    Ok(Json(columns(&screen, &board)))
}

fn content(
    screen: &Screen,
    columns: Columns,
    found: Found,
    said: (String, String),
) -> impl IntoView + use<> {
    let words = screen.words;
    let at = screen.site.desk.now();
    let day = words.day(screen.centre.zone.day_of(at));
    let time = words.time(at, &screen.centre.zone);
    let finds = screen.may(Action::FindPerson);
    let said = (!said.0.is_empty()).then(|| {
        let text = words.with(&said.0, &[("token", said.1.into())]);
        view! { <Notice tone=Tone::Ok text /> }
    });
    let hero = finds.then(|| search::field(screen, found));
    view! {
        {said}
        <section class="hero" aria-labelledby="who">
            <div class="row between">
                <h1 id="who">{words.t("board-title")}</h1>
                <small>{words.with("board-now", &[("day", day.into()), ("time", time.into())])}</small>
            </div>
            {hero.map(|texts| view! { <FindPeople texts /> })}
            {finds.then(|| search::begin(screen))}
        </section>
        <div class="columns">
            <section aria-labelledby="expected">
                <ColumnHead
                    id="expected"
                    title=words.t("board-expected")
                    count=words.with("board-expected-count", &[("count", 0.into())])
                />
                <EmptyState
                    small=true
                    title=words.t("board-expected-empty")
                    text=words.t("board-expected-empty-text")
                />
            </section>
            <HouseNow columns />
        </div>
    }
}

/// The board in finished words.
fn columns(screen: &Screen, board: &Board) -> Columns {
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
        live: words.t("board-live"),
        lost,
    }
}

fn card(screen: &Screen, board: &Board, visit: &Visit) -> Present {
    let words = screen.words;
    let minutes = visit.minutes(screen.site.desk.now());
    let with = visit.stage == Stage::WithService;
    let late = !with && minutes >= TOO_LONG;
    let room = visit
        .room
        .and_then(|room| board.house.room(room))
        .map(|room| room.name.clone());
    let place = match (with, visit.kind) {
        (true, _) => room.unwrap_or_else(|| words.t("board-with")),
        (false, VisitKind::PhoneCall) => words.t("board-on-the-phone"),
        (false, _) => words.t("board-waiting-room"),
    };
    let next = if with { "board-leaves" } else { "board-open" };
    let act = screen.may(Action::RevealVisit).then(|| Act::Go {
        href: format!("/visits/{}", visit.id),
        label: words.t(next),
    });
    Present {
        token: visit.token.to_string(),
        place,
        state: if with {
            Edge::With
        } else if late {
            Edge::Late
        } else {
            Edge::Waiting
        },
        state_words: words.of("stage", visit.stage.code()),
        waiting: (!with).then(|| waiting(screen, minutes)),
        veil: None,
        act,
    }
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
        short: words.minutes(minutes),
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
