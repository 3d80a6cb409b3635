//! What a house still lacks so much that the administration says it before anything else.

use desk::setup::SetupError;
use desk::{centre, colleagues, signin};
use domain::role::Role;
use leptos::prelude::*;

use crate::page::Page;
use crate::parts::{Go, Notice, Tone, Weight};
use crate::screens::frame::{Screen, setup_failed};
use crate::screens::porch::sign_in_failed;
use crate::words::Words;

/// One thing that is missing, and where it is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    text: &'static str,
    go: &'static str,
    href: &'static str,
}

const PAPERS: Missing = Missing {
    text: "manage-no-papers",
    go: "manage-no-papers-go",
    href: "/account",
};
const SECOND: Missing = Missing {
    text: "manage-one-administrator",
    go: "manage-one-administrator-go",
    href: "/manage/colleagues/new",
};
const PHONE: Missing = Missing {
    text: "manage-no-phone",
    go: "manage-no-phone-go",
    href: "/manage/centre",
};

/// Everything that is missing. A practice house is put aside before it matters.
///
/// # Errors
/// The page to answer instead.
pub(super) async fn load(screen: &Screen) -> Result<Vec<Missing>, Page> {
    if screen.site.demo {
        return Ok(Vec::new());
    }
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let papers = signin::papers_left(desk, &screen.signed.staff).await;
    let papers = papers.map_err(|error| sign_in_failed(&error))?;
    let alone = colleagues::how_many_work_as(desk, &actor, Role::Administrator).await;
    let alone = alone.map_err(|error| super::colleagues::failed(&error))? < 2;
    let card: Result<_, SetupError> = centre::read(desk, &actor).await;
    let (card, _) = card.map_err(|error| setup_failed(&error))?;
    let missing = [
        (papers == 0 && alone, PAPERS),
        (alone, SECOND),
        (card.phone.is_none(), PHONE),
    ];
    let missing = missing.into_iter().filter(|(missing, _)| *missing);
    Ok(missing.map(|(_, what)| what).collect())
}

/// One sentence for each, with the way to put it right.
pub(super) fn notices(words: Words, missing: Vec<Missing>) -> Vec<impl IntoView + use<>> {
    let notice = |what: Missing| {
        view! {
            <Notice tone=Tone::Care text=words.t(what.text)>
                <Go href=what.href label=words.t(what.go) weight=Weight::Plain />
            </Notice>
        }
    };
    missing.into_iter().map(notice).collect()
}
