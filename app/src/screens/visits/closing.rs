//! Closing time: everybody who is still in the house, by token and place. Somebody looks, and says of
//! each that the visitor left or is still here.

use axum::extract::{Path, State};
use desk::places::House;
use desk::visits::{self, Closing, Said, Seen, VisitError};
use domain::role::Action;
use domain::visit::{Stage, Visit};
use leptos::prelude::*;

use super::moves::{refusal_key, seen};
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, EmptyState, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, say, visit_failed};

/// The path of the page.
pub const HERE: &str = "/desk/closing";

/// Shows who is still inside.
pub async fn get_closing(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let closing = visits::closing(&site.desk, &signed.actor()).await;
        let closing = closing.map_err(|error| visit_failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let kept = screen.kept(HERE).await?;
        let draw = move |screen: &Screen| {
            let said = screen.said(&kept);
            let content = content(screen, &closing);
            view! { {said} {content} }
        };
        Ok::<Page, Page>(screen.show(Place::at(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

fn content(screen: &Screen, closing: &Closing) -> impl IntoView + use<> {
    let words = screen.words;
    let since = when(screen, closing.since);
    let under = words.with("closing-lead", &[("time", since.into())]);
    let asked = closing.asked.iter();
    let asked: Vec<_> = asked
        .map(|visit| row(screen, &closing.house, (visit, None)))
        .collect();
    let stays = closing.stays.iter();
    let stays: Vec<_> = stays
        .map(|(visit, said)| row(screen, &closing.house, (visit, Some(said))))
        .collect();
    let nobody = asked.is_empty() && stays.is_empty();
    let asked = (!asked.is_empty()).then(|| list(words.t("closing-list-asked"), asked));
    let stays = (!stays.is_empty()).then(|| list(words.t("closing-list-stays"), stays));
    let nobody = nobody.then(|| {
        let (title, text) = (words.t("closing-nobody"), words.t("closing-nobody-text"));
        view! { <EmptyState title text /> }
    });
    view! {
        <PageHead title=words.t("closing-title") under>
            <Go href="/desk" label=words.t("back-to-board") weight=Weight::Quiet icon=Icon::Before />
        </PageHead>
        {nobody}
        {asked}
        {stays}
    }
}

fn list(title: String, rows: Vec<AnyView>) -> impl IntoView {
    view! { <Card ground=Ground::Roomy><h2>{title}</h2><ul class="items">{rows}</ul></Card> }
}

/// A moment of today by its time, an earlier one with its day.
fn when(screen: &Screen, at: domain::Instant) -> String {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let time = words.time(at, zone);
    if zone.day_of(at) == zone.day_of(screen.site.desk.now()) {
        time
    } else {
        format!("{}, {time}", words.day(zone.day_of(at)))
    }
}

/// One visitor: token, place, since when, what was said, and the two answers.
fn row(screen: &Screen, house: &House, (visit, said): (&Visit, Option<&Said>)) -> AnyView {
    let words = screen.words;
    let room = visit.room.and_then(|room| house.room(room));
    let place = match (visit.stage, room) {
        (Stage::WithService, Some(room)) => room.name.clone(),
        (Stage::WithService, None) => words.t("board-with"),
        _ => words.t("board-waiting-room"),
    };
    let since = words.with(
        "visit-since",
        &[("time", when(screen, visit.arrived_at).into())],
    );
    let said = said.map(|said| {
        let values = [
            ("time", when(screen, said.at).into()),
            ("name", said.by.reveal().clone().into()),
        ];
        let said = words.with("closing-said", &values);
        view! { <small>{said}</small> }
    });
    let place = format!("{} · {place}", visit.token);
    let stays = screen
        .may(Action::NoteStay)
        .then(|| answer(screen, visit, "stays"));
    let left = screen
        .may(Action::CheckOut)
        .then(|| answer(screen, visit, "leave"));
    view! {
        <li class="item">
            <div><strong>{place}</strong> <small>{since}</small> {said}</div>
            <div class="buttons">{left} {stays}</div>
        </li>
    }
    .into_any()
}

fn answer(screen: &Screen, visit: &Visit, deed: &str) -> impl IntoView + use<> {
    let act = Act::Do {
        action: format!("/visits/{}/{deed}", visit.id),
        label: screen.words.of("closing", deed),
        idem: screen.idem(),
        rev: Some(visit.rev),
        sends: vec![("from".to_owned(), "closing".to_owned())],
    };
    view! { <Acts act about=visit.token.to_string() /> }
}

/// Says that somebody is still in the house.
pub async fn post_stays(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::still_here(&site.desk, &signed.actor(), seen).await;
    answered(&site, &signed, seen, (done, "closing-is-here")).await
}

/// Back to the list, with what was said or why not.
pub(super) async fn answered(
    site: &Site,
    signed: &Signed,
    seen: Seen,
    (done, said): (Result<(), VisitError>, &str),
) -> Page {
    let (said, token) = match done {
        Ok(()) => {
            let visit = visits::one(&site.desk, &signed.actor(), seen.visit).await;
            (
                said,
                visit.map_or_else(|_| String::new(), |visit| visit.token.to_string()),
            )
        }
        Err(VisitError::Stale) => ("unfit-changed-meanwhile", String::new()),
        Err(VisitError::Refused(refusal)) => (refusal_key(refusal), String::new()),
        Err(error) => return visit_failed(&error),
    };
    say(site, signed, HERE, (said, token)).await
}
