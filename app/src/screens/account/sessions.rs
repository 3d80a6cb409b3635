//! Where a colleague is signed in, and what happened to the own proofs.

use axum::extract::State;
use desk::colleagues;
use desk::sessions::{self, Own};
use desk::signin;
use desk::store::invites::Invite;
use domain::SessionId;
use leptos::prelude::*;

use super::HERE;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Notice, Tag, Tone, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::{Screen, say};
use crate::screens::manage::colleagues::failed;
use crate::screens::porch::{session_failed, sign_in_failed};
use crate::words::Words;

/// What the page says beyond the account itself.
pub struct Loaded {
    open: Vec<Own>,
    news: Vec<Invite>,
    /// How many codes on paper are left.
    pub papers: usize,
}

/// Loads it.
///
/// # Errors
/// The page to answer instead.
pub async fn load(site: &Site, signed: &Signed) -> Result<Loaded, Page> {
    let open = sessions::own(&site.desk, &signed.staff).await;
    let news = colleagues::news(&site.desk, &signed.staff).await;
    let papers = signin::papers_left(&site.desk, &signed.staff).await;
    Ok(Loaded {
        open: open.map_err(|error| session_failed(&error))?,
        news: news.map_err(|error| failed(&error))?,
        papers: papers.map_err(|error| sign_in_failed(&error))?,
    })
}

/// One session in words.
pub struct Line {
    id: SessionId,
    text: String,
    here: bool,
    idem: String,
}

impl Loaded {
    /// The open sessions in words.
    pub fn lines(&self, screen: &Screen) -> Vec<Line> {
        let (words, zone) = (screen.words, &screen.centre.zone);
        let line = |own: &Own| {
            let unnamed = if own.here {
                "session-own"
            } else {
                "session-elsewhere"
            };
            let computer = own.computer.clone();
            let computer = computer.unwrap_or_else(|| words.t(unnamed));
            let since = words.time(own.since, zone);
            let active = words.time(own.active, zone);
            let values = [
                ("computer", computer.into()),
                ("since", since.into()),
                ("active", active.into()),
            ];
            Line {
                id: own.id,
                text: words.with("session-line", &values),
                here: own.here,
                idem: screen.idem(),
            }
        };
        self.open.iter().map(line).collect()
    }

    /// What happened to the own proofs, in words.
    pub fn told(&self, screen: &Screen) -> String {
        let (words, zone) = (screen.words, &screen.centre.zone);
        let told = |reset: &Invite| {
            let day = words.date(zone.day_of(reset.made_at));
            let key = if reset.used_at.is_some() {
                "reset-used"
            } else {
                "reset-open"
            };
            words.with(key, &[("day", day.into())])
        };
        // Two codes of one day are one sentence.
        let mut told: Vec<String> = self.news.iter().map(told).collect();
        told.dedup();
        told.join(" ")
    }
}

/// That somebody reset the own proofs; nothing when nobody did.
#[component]
pub fn News(words: Words, told: String, idem: String) -> impl IntoView {
    if told.is_empty() {
        return None;
    }
    let act = Act::Do {
        action: "/account/told".to_owned(),
        label: words.t("reset-told"),
        idem,
        rev: None,
        sends: Vec::new(),
    };
    Some(view! {
        <Notice tone=Tone::Care title=words.t("reset-title") text=told>
            <Acts act weight=Weight::Plain />
        </Notice>
    })
}

/// Where the colleague is signed in.
#[component]
pub fn Sessions(words: Words, open: Vec<Line>) -> impl IntoView {
    let rows: Vec<_> = open
        .into_iter()
        .map(|line| {
            let end = if line.here {
                view! { <Tag label=words.t("session-here") tone=Tone::On /> }.into_any()
            } else {
                let act = Act::Do {
                    action: "/account/session".to_owned(),
                    label: words.t("session-end"),
                    idem: line.idem.clone(),
                    rev: None,
                    sends: vec![("session".to_owned(), line.id.to_string())],
                };
                view! { <Acts act about=line.text.clone() /> }.into_any()
            };
            view! { <li class="row between"><span>{line.text}</span> {end}</li> }
        })
        .collect();
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("session-title")}</h2>
            <p class="muted">{words.t("session-lead")}</p>
            <ul class="stack tight">{rows}</ul>
        </Card>
    }
}

/// Ends a session elsewhere.
pub async fn post_end(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let Ok(id) = SessionId::parse(typed.get("session")) else {
        return Page::missing();
    };
    match sessions::end_own(&site.desk, &signed.staff, id).await {
        Ok(_) if id == signed.staff.session => Page::see("/sign-in"),
        Ok(true) => say(&site, &signed, HERE, ("session-ended", String::new())).await,
        Ok(false) => Page::missing(),
        Err(error) => session_failed(&error),
    }
}

/// Notes that the colleague was told.
pub async fn post_told(State(site): State<Site>, signed: Signed) -> Page {
    match colleagues::told(&site.desk, &signed.staff).await {
        Ok(()) => Page::see("/"),
        Err(error) => failed(&error),
    }
}
