//! Choosing whom a deed of the administration is about: the search, and its hits, each leading to the form
//! of the deed.

use desk::index::Hit;
use domain::{Pii, RecordId};
use leptos::prelude::*;

use super::lists::up;
use crate::form::Posted;
use crate::parts::board::{HitRow, SearchBox};
use crate::parts::{Act, Card, Ground, Notice, PageHead};
use crate::screens::frame::Screen;
use crate::screens::search;

/// A page that chooses somebody.
#[derive(Clone, Copy)]
pub struct Picking {
    /// The page above it, and the key of its title.
    pub up: (&'static str, &'static str),
    /// The key of its own title; its lead ends with `-lead`.
    pub title: &'static str,
    /// Where the search is posted.
    pub search: &'static str,
    /// The form of the deed about somebody.
    pub of: fn(RecordId) -> String,
}

/// What was typed, as far as it is looked up; nothing when nothing was.
pub fn asked(posted: &Posted) -> Option<Pii<String>> {
    let asked: String = posted.value("q").trim().chars().take(200).collect();
    (!asked.is_empty()).then(|| Pii::new(asked))
}

/// The page, with its hits once something was looked up.
pub fn finding(screen: &Screen, page: Picking, hits: Option<&[Hit]>) -> impl IntoView + use<> {
    let words = screen.words;
    let found = hits.map(|hits| found(screen, page, hits));
    let under = words.t(&format!("{}-lead", page.title));
    view! {
        {up(screen, Some(page.up))}
        <PageHead title=words.t(page.title) under />
        <Card ground=Ground::Roomy>
            <h2>{words.t("erasure-search")}</h2>
            <SearchBox
                action=page.search
                label=words.t("search-label")
                send=words.t("search-send")
                id="find-person"
                name=words.t("erasure-search")
            />
            {found}
        </Card>
    }
}

fn found(screen: &Screen, page: Picking, hits: &[Hit]) -> AnyView {
    let words = screen.words;
    if hits.is_empty() {
        return view! { <Notice text=words.t("search-none") /> }.into_any();
    }
    let row = |hit: &Hit| {
        let act = Act::Go {
            href: (page.of)(hit.record),
            label: words.t("erasure-choose"),
        };
        let hit = search::row(screen, hit, false, act);
        view! { <HitRow hit /> }
    };
    let rows: Vec<_> = hits.iter().map(row).collect();
    view! { <ul class="hits">{rows}</ul> }.into_any()
}
