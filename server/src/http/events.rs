//! The stream that tells an open page that something changed. It says what kind of thing, never
//! about whom; the page asks again for what it may see. It ends with the session, when the screen
//! locks, and when the program is asked to end. It never keeps a session alive.

use std::convert::Infallible;
use std::time::Duration;

use app::cookies;
use app::page::Site;
use app::request::Signed;
use app::screens::{Policy, Route};
use axum::Extension;
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::routing::{MethodRouter, get};
use desk::access::Actor;
use desk::bus::Change;
use desk::sessions::{self, Token};
use desk::visits;
use domain::role::{Action, ActorKind, allows};
use domain::session::Stage;
use domain::{CentreId, RequestId};
use futures::Stream;
use futures::stream::unfold;
use tokio::sync::{broadcast, watch};
use tokio::time::sleep;

use super::Edge;

/// Where it is.
pub(super) const PATH: &str = "/events";
/// How often the session is looked at while nothing changes.
const LOOK_AGAIN: Duration = Duration::from_secs(15);

pub(super) fn route() -> Route {
    let handler: MethodRouter<Site> = get(listen);
    Route {
        method: "GET",
        path: PATH,
        policy: Policy::Needs(Action::ShowBoard),
        handler,
    }
}

struct Listening {
    edge: Edge,
    token: Option<Token>,
    request: RequestId,
    centre: CentreId,
    actor: Actor,
    changes: broadcast::Receiver<Change>,
    ending: watch::Receiver<bool>,
}

async fn listen(
    Extension(edge): Extension<Edge>,
    signed: Signed,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listening = Listening {
        token: cookies::token(&headers, cookies::STAFF),
        request: signed.staff.request,
        centre: signed.staff.centre,
        actor: signed.actor(),
        changes: edge.site().desk.bus().listen(),
        ending: edge.settings().ending.clone(),
        edge,
    };
    Sse::new(unfold(listening, Listening::next))
}

impl Listening {
    /// The next message, or nothing when the stream is over.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            let heard = tokio::select! {
                _ = self.ending.wait_for(|ending| *ending) => return None,
                heard = heard(&mut self.changes, self.centre) => heard?,
                () = sleep(LOOK_AGAIN) => Heard::Nothing,
            };
            if !self.still_open().await {
                return None;
            }
            if let Some(event) = self.event(&heard).await {
                return Some((Ok(event), self));
            }
        }
    }

    /// What the page is told, unless it is about somebody whom this colleague must not see.
    async fn event(&self, heard: &Heard) -> Option<Event> {
        let told = |data: &'static str| Event::default().event("changed").data(data);
        match heard {
            Heard::Nothing => Some(Event::default().comment("still here")),
            Heard::Much => Some(told("all")),
            Heard::Change(change) => {
                let shown = visits::told(&self.edge.site().desk, &self.actor, change).await;
                shown
                    .is_ok_and(|shown| shown)
                    .then(|| told(change.topic.code()))
            }
        }
    }

    /// Whether the session still opens anything.
    async fn still_open(&self) -> bool {
        let Some(token) = &self.token else {
            return false;
        };
        let desk = &self.edge.site().desk;
        let known = sessions::recognise(desk, token, self.request).await;
        let Ok(Some((session, Stage::Open))) = known else {
            return false;
        };
        let board = |role| allows(ActorKind::Staff(role), Action::ShowBoard);
        let owned = session.owner.is_some_and(|owner| board(owner.role));
        owned && session.centre == self.centre
    }
}

/// What came out of waiting.
enum Heard {
    /// Nothing for a while.
    Nothing,
    /// More than could be kept.
    Much,
    /// One change in the centre.
    Change(Change),
}

/// Waits for a change in the centre. Somebody who fell behind is told once that something changed.
async fn heard(changes: &mut broadcast::Receiver<Change>, centre: CentreId) -> Option<Heard> {
    loop {
        match changes.recv().await {
            Ok(change) if change.centre == centre => return Some(Heard::Change(change)),
            Ok(_) => {}
            Err(broadcast::error::RecvError::Lagged(_)) => return Some(Heard::Much),
            Err(broadcast::error::RecvError::Closed) => return None,
        }
    }
}
