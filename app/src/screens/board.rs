//! The start page of the front desk: the large search field with its hits, who is expected, who is
//! here, and the rooms. At rest it names nobody.

use axum::Json;
use axum::extract::{RawQuery, State};
use desk::duties::{self, Watch};
use desk::{colleagues, visits};
use domain::role::{Action, ActorKind, Role, allows};
use leptos::prelude::*;

use super::frame::{Place, Screen, setup_failed, visit_failed};
use super::lock;
use super::search::{self, Found};
use super::visits as shown;
use crate::islands::house::{Columns, house_now};
use crate::islands::people::find_people;
use crate::page::{Page, Site};
use crate::parts::{ColumnHead, EmptyState, Notice, Tone};
use crate::request::{Nonce, Signed};

mod columns;

use columns::columns;

/// How often the page asks for itself again where scripts are off, in seconds.
const REFRESH: u32 = 60;

/// The query of a board that stays as it is until it is asked again: whoever reads slowly must be
/// able to hold a page still (WCAG 2.2, 2.2.1).
const STILL: &str = "refresh=off";

/// Leads a colleague to where the day starts.
pub async fn start(State(site): State<Site>, signed: Signed) -> Page {
    // Whoever's proofs were reset is told before anything else.
    let news = colleagues::news(&site.desk, &signed.staff).await;
    if news.is_ok_and(|news| !news.is_empty()) {
        return Page::see("/account");
    }
    match lock::way_back(&site, &signed).await {
        Some(way) => Page::see(&way),
        None => Page::see(home(signed.staff.role)),
    }
}

/// Where the day of somebody in this role starts.
#[must_use]
pub const fn home(role: Role) -> &'static str {
    if allows(ActorKind::Staff(role), Action::ShowBoard) {
        "/desk"
    } else if allows(ActorKind::Staff(role), Action::ShowSetup) {
        "/manage"
    } else {
        "/account"
    }
}

/// Shows the board.
pub async fn get(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    RawQuery(query): RawQuery,
) -> Page {
    let still = query.as_deref() == Some(STILL);
    match show(site, signed, nonce, still).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce, still: bool) -> Result<Page, Page> {
    let actor = signed.actor();
    let board = visits::board(&site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let kept = screen.kept("/desk").await?;
    let found = search::found(&screen, &kept).await?;
    let offer = shown::offer(&screen, &kept).await?;
    let watch = duties::watch(&screen.site.desk, &actor).await;
    let nobody = watch.map_err(|error| setup_failed(&error))? == Watch::Empty;
    let columns = columns(&screen, &board);
    // A page that shows hits must not reload under the hand that reads them.
    let turns = found.asked.is_empty();
    let refresh = (turns && !still).then_some(REFRESH);
    let place = Place {
        own_search: true,
        islands: true,
        refresh,
        ..Place::at("/desk")
    };
    Ok(screen
        .show(place, move |screen| {
            let quiet = nobody.then(|| {
                let text = screen.words.t("board-nobody-on-duty");
                view! { <Notice tone=Tone::Care text /> }
            });
            let hold = turns.then(|| hold(screen, still));
            let said = shown::told(screen, &kept, offer.as_ref());
            let content = content(screen, columns, found);
            view! { {quiet} {said} {content} {hold} }
        })
        .await)
}

/// Without scripts: what the page does by itself, and the way to stop or start that.
fn hold(screen: &Screen, still: bool) -> impl IntoView + use<> {
    let (now, to, label) = if still {
        ("board-holds-still", "/desk".to_owned(), "board-follow")
    } else {
        (
            "board-follows",
            format!("/desk?{STILL}"),
            "board-hold-still",
        )
    };
    let (now, label) = (screen.words.t(now), screen.words.t(label));
    view! { <noscript><p class="beat">{now} " " <a href=to>{label}</a></p></noscript> }
}

/// The columns alone, for the page that is already open.
///
/// # Errors
/// The page to answer instead, which an open page takes for a lost connection.
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

fn content(screen: &Screen, columns: Columns, found: Found) -> impl IntoView + use<> {
    let words = screen.words;
    let day = words.day(screen.centre.zone.day_of(screen.site.desk.now()));
    let finds = screen.may(Action::FindPerson);
    let hero = finds.then(|| search::field(screen, found));
    view! {
        <section class="hero" aria-labelledby="who">
            <div class="row between">
                <h1 id="who">{words.t("board-title")}</h1>
                <small>{day}</small>
            </div>
            {hero.map(find_people)}
        </section>
        <div class="columns">
            <section class="column" aria-labelledby="expected">
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
            {house_now(columns)}
        </div>
    }
}
