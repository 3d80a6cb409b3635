//! Recognising a browser, or beginning a session for one that comes to the door.

use app::cookies;
use app::page::Page;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::sessions::{self, Browser, SessionError, Token};
use desk::store::sessions::Session;
use desk::store::workstations::Workstation;
use desk::workstations;
use domain::session::Stage;
use domain::{Language, RequestId};

use super::address::address;
use super::strangers::Place;
use crate::http::{Edge, is_fetched};

/// The forms by which somebody comes in, and the question to a device before one of them. A page that stood open longer than its session lasted is
/// heard all the same.
const ENTRANCES: [&str; 5] = [
    "/sign-in",
    "/sign-in/demo",
    "/sign-in/passkey",
    "/sign-in/passkey/now",
    "/unlock",
];
/// The form by which somebody leaves.
const LEAVING: &str = "/sign-out";

/// A browser, and the token it gets when it had none.
pub(super) struct Met {
    pub browser: Browser,
    pub given: Option<Token>,
}

/// Recognises the browser, or begins a session for one that opens a page; else gives the answer.
pub(super) async fn meet(edge: &Edge, request: &Parts) -> Result<Met, Response> {
    let Some(&number) = request.extensions.get::<RequestId>() else {
        return Err(unknown(request));
    };
    let workstation = computer(edge, request, number).await?;
    let (session, stage, given) = match known(edge, request, number).await? {
        Some((session, stage)) => (session, stage, None),
        None if begins(request) => {
            let place = place(edge, request, workstation.as_ref());
            let begun = begin(edge, (place, cookies::spoken(&request.headers)), number).await?;
            (begun.0, Stage::Open, Some(begun.1))
        }
        None => return Err(unknown(request)),
    };
    if super::by_a_person(request) {
        let touched = sessions::touch(&edge.site().desk, &session, number).await;
        touched.map_err(|error| failed(&error))?;
    }
    let browser = Browser {
        session,
        stage,
        workstation,
        address: address(edge, request),
        request: number,
        chosen: cookies::chosen(&request.headers),
    };
    Ok(Met { browser, given })
}

/// The session the browser has. Whoever leaves is recognised even after it is over, so that nothing
/// of it is left.
async fn known(
    edge: &Edge,
    request: &Parts,
    number: RequestId,
) -> Result<Option<(Session, Stage)>, Response> {
    let Some(token) = cookies::token(&request.headers, cookies::STAFF) else {
        return Ok(None);
    };
    let desk = &edge.site().desk;
    let found = if leaves(request) {
        let found = sessions::find(desk, &token, number).await;
        found.map(|found| found.map(|session| (session, Stage::Ended)))
    } else {
        sessions::recognise(desk, &token, number).await
    };
    found.map_err(|error| failed(&error))
}

/// The computer of the desk that the browser runs on, if the house enrolled it.
async fn computer(
    edge: &Edge,
    request: &Parts,
    number: RequestId,
) -> Result<Option<Workstation>, Response> {
    let Some(token) = cookies::token(&request.headers, cookies::WORKSTATION) else {
        return Ok(None);
    };
    let found = workstations::recognise(&edge.site().desk, &token, number).await;
    found.map_err(|error| failed(&error))
}

/// From where the browser asks.
fn place(edge: &Edge, request: &Parts, computer: Option<&Workstation>) -> Place {
    computer.map_or_else(
        || Place::network(address(edge, request)),
        |computer| Place::Computer(computer.id),
    )
}

/// Begins a session, unless too many began at the same place.
async fn begin(
    edge: &Edge,
    (place, language): (Place, Language),
    number: RequestId,
) -> Result<(Session, Token), Response> {
    let desk = &edge.site().desk;
    if !edge.strangers().admit(place, desk.now()) {
        let crowded = Page::plain(StatusCode::TOO_MANY_REQUESTS, "error-busy");
        return Err(crowded.into_response());
    }
    let begun = sessions::begin(desk, language, number).await;
    let (token, session) = begun.map_err(|error| failed(&error))?;
    Ok((session, token))
}

fn begins(request: &Parts) -> bool {
    let path = request.uri.path();
    match request.method {
        Method::GET => !is_fetched(path),
        Method::POST => ENTRANCES.contains(&path),
        _ => false,
    }
}

fn leaves(request: &Parts) -> bool {
    request.method == Method::POST && request.uri.path() == LEAVING
}

/// A browser without a session that does not open a page: it has nothing to say yet. One that leaves
/// is sent away with nothing, like every other.
fn unknown(request: &Parts) -> Response {
    if is_fetched(request.uri.path()) {
        StatusCode::UNAUTHORIZED.into_response()
    } else if leaves(request) {
        cookies::take(Page::see("/signed-out"))
    } else {
        Page::see("/sign-in").into_response()
    }
}

fn failed(error: &SessionError) -> Response {
    tracing::error!(error.kind = %error, "a session could not be kept");
    Page::failed(error).into_response()
}
