//! The lists an administrator keeps, all in one shape: a page with the items, a page for a new one, a
//! page to change one, and the ways to close it, open it again and move it. What was done can be
//! undone from the next page: that is the opposite form, and it acts only on what still stands so.

use axum::extract::{Path, State};
use desk::setup::{self, Kept, Line};
use leptos::prelude::*;
use uuid::Uuid;

use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, setup_failed};
use crate::words::Words;

mod draw;
mod save;
mod undo;

pub use draw::{crumbs, up};
pub use save::{post_close, post_move, post_new, post_one, post_open};
pub use undo::{Undo, notice, tell};

/// What an item is called in its list, and the facts under its name.
pub struct Row {
    /// Its name.
    pub name: String,
    /// Facts in words; empty ones are left out.
    pub facts: Vec<String>,
}

/// A list with screens.
pub trait Listed: Kept {
    /// What its forms have to know.
    type Ground: Send + Sync + 'static;
    /// The path of the list.
    const PATH: &'static str;
    /// What the keys of its words begin with.
    const WORD: &'static str;
    /// The fields of its form, in their order; one that only one item may have comes first.
    const FIELDS: &'static [&'static str];
    /// Whether it has an order of its own.
    const ORDERED: bool = false;

    /// Loads what its forms have to know.
    ///
    /// # Errors
    /// The page to answer instead.
    fn ground(screen: &Screen) -> impl Future<Output = Result<Self::Ground, Page>> + Send;
    /// The item in its list.
    fn row(&self, words: Words, ground: &Self::Ground) -> Row;
    /// Puts the item into its form.
    fn fill(&self, posted: &mut Posted, ground: &Self::Ground);
    /// Reads the form, or notes what does not fit.
    fn read(posted: &mut Posted, ground: &Self::Ground) -> Option<Self>;
    /// Draws the fields.
    fn fields(words: Words, posted: &Posted, ground: &Self::Ground) -> AnyView;
    /// What a new item begins with.
    fn begin(_posted: &mut Posted, _ground: &Self::Ground) {}
    /// Whether its time is over; it is listed apart then.
    fn is_over(&self, _ground: &Self::Ground) -> bool {
        false
    }
    /// What stands above the list.
    fn above(_screen: &Screen, _ground: &Self::Ground, _lines: &[Line<Self>]) -> Option<AnyView> {
        None
    }
}

/// The words of a list: `room` and `title` give `room-title`.
fn word<T: Listed>(words: Words, part: &str) -> String {
    words.t(&format!("{}-{part}", T::WORD))
}

fn one_path<T: Listed>(id: Uuid) -> String {
    format!("{}/{}", T::PATH, id.simple())
}

fn id_of(raw: &str) -> Option<Uuid> {
    let plain = raw.len() == 32;
    if plain {
        Uuid::try_parse(raw).ok()
    } else {
        None
    }
}

/// Shows the list.
pub async fn list<T: Listed>(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show_list::<T>(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show_list<T: Listed>(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let lines = setup::lines::<T>(&site.desk, &signed.actor()).await;
    let lines = lines.map_err(|error| setup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let (kept, ground) = (screen.kept(T::PATH).await?, T::ground(&screen).await?);
    let drawn = move |screen: &Screen| draw::list::<T>(screen, &kept, (&lines, &ground));
    Ok(screen.show(Place::managed(T::PATH), drawn).await)
}

/// Shows the form for a new item.
pub async fn get_new<T: Listed>(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show_new::<T>(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show_new<T: Listed>(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let here = format!("{}/new", T::PATH);
    let (mut posted, ground) = (screen.kept(&here).await?, T::ground(&screen).await?);
    if posted.values.is_empty() {
        T::begin(&mut posted, &ground);
    }
    let drawn = move |screen: &Screen| draw::new::<T>(screen, posted, &ground);
    Ok(screen.show(Place::managed(here), drawn).await)
}

/// Shows the form of one item.
pub async fn get_one<T: Listed>(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(item): Path<String>,
) -> Page {
    match show_one::<T>(site, signed, nonce, &item).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show_one<T: Listed>(
    site: Site,
    signed: Signed,
    nonce: Nonce,
    item: &str,
) -> Result<Page, Page> {
    let id = id_of(item).ok_or_else(Page::missing)?;
    let line = setup::line::<T>(&site.desk, &signed.actor(), id).await;
    let line = line.map_err(|error| setup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let here = one_path::<T>(line.id);
    let (mut posted, ground) = (screen.kept(&here).await?, T::ground(&screen).await?);
    if posted.values.is_empty() {
        line.item.fill(&mut posted, &ground);
    }
    let drawn = move |screen: &Screen| draw::one::<T>(screen, posted, (&line, &ground));
    Ok(screen.show(Place::managed(here), drawn).await)
}
