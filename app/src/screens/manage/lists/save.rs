//! What the forms of a list do: adding, changing, closing, opening again and moving.

use axum::extract::{Path, State};
use desk::setup::{self, Ranked, SetupError, Shown};
use domain::{RepeatKey, Unfit};
use uuid::Uuid;

use super::{Listed, Undo, id_of, one_path, tell};
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, back, setup_failed};

fn shown(id: Uuid, typed: &Typed) -> Option<Shown> {
    Some(Shown {
        id,
        rev: typed.rev(),
        key: typed.idem()?,
    })
}

/// Adds an item.
pub async fn post_new<T: Listed>(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    match save_new::<T>(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn save_new<T: Listed>(
    site: Site,
    signed: Signed,
    nonce: Nonce,
    typed: &Typed,
) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let here = format!("{}/new", T::PATH);
    let ground = T::ground(&screen).await?;
    let mut posted = typed.posted(T::FIELDS);
    let item = T::read(&mut posted, &ground).filter(|_| posted.fits());
    let (Some(item), Some(key)) = (item, typed.idem()) else {
        return Ok(refused::<T>(&screen, &here, posted).await);
    };
    match setup::add(&screen.site.desk, &screen.signed.actor(), &item, key).await {
        Ok(id) => {
            let undo = Undo::of(format!("{}/close", one_path::<T>(id)), 1);
            let name = item.row(screen.words, &ground).name;
            Ok(tell(&screen, T::PATH, ("list-added", name), Some(undo)).await)
        }
        Err(error) => failed::<T>(&screen, &here, posted, &error).await,
    }
}

/// Changes an item.
pub async fn post_one<T: Listed>(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(item): Path<String>,
    typed: Typed,
) -> Page {
    match save_one::<T>((site, signed, nonce), &item, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn save_one<T: Listed>(
    (site, signed, nonce): (Site, Signed, Nonce),
    item: &str,
    typed: &Typed,
) -> Result<Page, Page> {
    let id = id_of(item).ok_or_else(Page::missing)?;
    let before = setup::line::<T>(&site.desk, &signed.actor(), id).await;
    let before = before.map_err(|error| setup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let (here, ground) = (one_path::<T>(id), T::ground(&screen).await?);
    let mut posted = typed.posted(T::FIELDS);
    let Some(new) = T::read(&mut posted, &ground).filter(|_| posted.fits()) else {
        return Ok(refused::<T>(&screen, &here, posted).await);
    };
    let shown = shown(id, typed).ok_or_else(Page::missing)?;
    let actor = screen.signed.actor();
    match setup::change(&screen.site.desk, &actor, shown, &new).await {
        Ok(()) => {
            let mut was = Posted::default();
            before.item.fill(&mut was, &ground);
            let undo = Undo::of(here, shown.rev + 1).with(was.values);
            let name = new.row(screen.words, &ground).name;
            Ok(tell(&screen, T::PATH, ("list-saved", name), Some(undo)).await)
        }
        Err(error) => failed::<T>(&screen, &here, posted, &error).await,
    }
}

/// Closes an item: it is offered no more.
pub async fn post_close<T: Listed>(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(item): Path<String>,
    typed: Typed,
) -> Page {
    match end::<T>((site, signed, nonce), &item, &typed, true).await {
        Ok(page) | Err(page) => page,
    }
}

/// Opens a closed item again.
pub async fn post_open<T: Listed>(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(item): Path<String>,
    typed: Typed,
) -> Page {
    match end::<T>((site, signed, nonce), &item, &typed, false).await {
        Ok(page) | Err(page) => page,
    }
}

async fn end<T: Listed>(
    (site, signed, nonce): (Site, Signed, Nonce),
    item: &str,
    typed: &Typed,
    closed: bool,
) -> Result<Page, Page> {
    let shown = id_of(item).and_then(|id| shown(id, typed));
    let shown = shown.ok_or_else(Page::missing)?;
    let line = setup::line::<T>(&site.desk, &signed.actor(), shown.id).await;
    let line = line.map_err(|error| setup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let here = one_path::<T>(shown.id);
    let ground = T::ground(&screen).await?;
    match setup::close::<T>(&screen.site.desk, &screen.signed.actor(), shown, closed).await {
        Ok(()) => {
            let (said, back) = if closed {
                ("list-closed", "open")
            } else {
                ("list-opened", "close")
            };
            let undo = Undo::of(format!("{here}/{back}"), shown.rev + 1);
            let name = line.item.row(screen.words, &ground).name;
            Ok(tell(&screen, T::PATH, (said, name), Some(undo)).await)
        }
        Err(error) => {
            let mut posted = Posted::default();
            line.item.fill(&mut posted, &ground);
            failed::<T>(&screen, &here, posted, &error).await
        }
    }
}

/// Moves an item one place up or down.
pub async fn post_move<T: Listed + Ranked>(
    State(site): State<Site>,
    signed: Signed,
    Path(item): Path<String>,
    typed: Typed,
) -> Page {
    let Some(id) = id_of(&item) else {
        return Page::missing();
    };
    let key = typed
        .idem()
        .unwrap_or_else(|| RepeatKey::new(site.desk.ids()));
    let up = typed.get("to") == "up";
    match setup::shift::<T>(&site.desk, &signed.actor(), (id, key), up).await {
        Ok(()) => Page::see(T::PATH),
        Err(error) => setup_failed(&error),
    }
}

async fn refused<T: Listed>(screen: &Screen, here: &str, mut posted: Posted) -> Page {
    posted.in_order(T::FIELDS);
    back(&screen.site, &screen.signed, here, &posted).await
}

/// What was typed comes back with the reason beside the first field.
async fn failed<T: Listed>(
    screen: &Screen,
    here: &str,
    mut posted: Posted,
    error: &SetupError,
) -> Result<Page, Page> {
    let why = match error {
        SetupError::Stale => Unfit::ChangedMeanwhile,
        SetupError::Taken => Unfit::AlreadyThere,
        error => return Err(setup_failed(error)),
    };
    posted.refuse(T::FIELDS[0], why);
    Ok(refused::<T>(screen, here, posted).await)
}
