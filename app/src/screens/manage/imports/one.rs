//! The page of one file: its columns to be chosen, or how far it is.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use desk::imports::{self, ImportError, Shown, State as Progress};
use domain::{ImportId, Unfit};

use super::{HERE, columns, moving};
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, import_failed};

/// How often a page that shows a file on its way asks for itself again, in seconds.
const AGAIN: &str = "3";

fn path(id: ImportId) -> String {
    format!("{HERE}/{id}")
}

fn id_of(raw: &str) -> Option<ImportId> {
    ImportId::parse(raw).ok()
}

/// Shows a file.
pub async fn get_one(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(file): Path<String>,
) -> Page {
    match show(site, signed, nonce, &file).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce, file: &str) -> Result<Page, Page> {
    let id = id_of(file).ok_or_else(Page::missing)?;
    let shown = imports::show(&site.desk, &signed.actor(), id).await;
    let shown = shown.map_err(|error| import_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    if shown.run.state == Progress::Asking {
        return ask(screen, shown).await;
    }
    let running = shown.run.state == Progress::Running;
    let place = Place::managed(path(id));
    let said = screen.kept(&path(id)).await?;
    let page = screen
        .show(place, move |screen| moving::content(screen, &shown, &said))
        .await;
    Ok(if running { again(page) } else { page })
}

async fn ask(screen: Screen, shown: Shown) -> Result<Page, Page> {
    let actor = screen.signed.actor();
    let first = imports::preview(&screen.site.desk, &actor, &shown).await;
    let first = first.map_err(|error| import_failed(&error))?;
    let kept = screen.kept(&path(shown.run.id)).await?;
    let posted = columns::begun(kept, &shown.head);
    let place = Place::managed(path(shown.run.id));
    let drawn = move |screen: &Screen| columns::content(screen, posted, (&shown, &first));
    Ok(screen.show(place, drawn).await)
}

/// The page asks for itself again, with scripts and without; it keeps no session alive.
fn again(page: Page) -> Page {
    let mut response = page.into_response();
    let headers = response.headers_mut();
    headers.insert(header::REFRESH, HeaderValue::from_static(AGAIN));
    Page::raw(response)
}

/// Begins to read a file by the columns that were chosen.
pub async fn post_start(
    State(site): State<Site>,
    signed: Signed,
    Path(file): Path<String>,
    typed: Typed,
) -> Page {
    let Some(id) = id_of(&file) else {
        return Page::missing();
    };
    let mut posted = typed.posted(&columns::FIELDS);
    let Some(plan) = columns::plan(&mut posted) else {
        return back(&site, &signed, &path(id), &posted).await;
    };
    match imports::start(&site.desk, &signed.actor(), (id, typed.rev()), &plan).await {
        Ok(()) | Err(ImportError::Stale) => Page::see(&path(id)),
        Err(ImportError::Columns(unfit)) => {
            posted.refuse("name", unfit);
            back(&site, &signed, &path(id), &posted).await
        }
        Err(error) => import_failed(&error),
    }
}

/// Stops a file, or goes on with it.
pub async fn post_turn(
    State(site): State<Site>,
    signed: Signed,
    Path(file): Path<String>,
    typed: Typed,
) -> Page {
    let Some(id) = id_of(&file) else {
        return Page::missing();
    };
    let to = Progress::parse(typed.get("to")).unwrap_or(Progress::Paused);
    let turned = imports::turn(&site.desk, &signed.actor(), (id, typed.rev()), to).await;
    after(&site, &signed, id, turned).await
}

/// Gives a file up.
pub async fn post_give_up(
    State(site): State<Site>,
    signed: Signed,
    Path(file): Path<String>,
    typed: Typed,
) -> Page {
    let Some(id) = id_of(&file) else {
        return Page::missing();
    };
    let ended = imports::give_up(&site.desk, &signed.actor(), (id, typed.rev())).await;
    after(&site, &signed, id, ended).await
}

/// Leads back to the file; what somebody else did meanwhile is said there.
async fn after(
    site: &Site,
    signed: &Signed,
    id: ImportId,
    outcome: Result<(), ImportError>,
) -> Page {
    match outcome {
        Ok(()) => Page::see(&path(id)),
        Err(ImportError::Stale) => {
            let mut posted = crate::form::Posted::default();
            posted.refuse("state", Unfit::ChangedMeanwhile);
            back(site, signed, &path(id), &posted).await
        }
        Err(error) => import_failed(&error),
    }
}
