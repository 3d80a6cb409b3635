//! The administration: everything a centre sets, section by section, each with one sentence and how
//! it stands now. A section is one line of [`sections`].

use axum::extract::State;
use desk::duties::Watch;
use desk::settings;
use desk::setup::{self, Kept, SetupError};
use domain::duty::SpecialDay;
use domain::organisation::{Organisation, ServicePlan};
use domain::retention::Retention;
use domain::room::RoomPlan;
use domain::setting::SettingKey;
use leptos::prelude::*;

use super::frame::{Place, Screen, setup_failed};
use crate::icons::{Glyph, Icon};
use crate::page::{Page, Site};
use crate::parts::{Notice, PageHead, Tag, Tone};
use crate::request::{Nonce, Signed};
use crate::words::Words;

pub mod backup;
pub mod centre;
pub mod colleagues;
pub mod days;
pub mod denials;
mod duties;
pub mod erasures;
pub mod exports;
pub mod holds;
pub mod hours;
pub mod imports;
pub mod lists;
pub mod mail;
mod missing;
mod organisations;
mod picking;
pub mod resets;
pub mod retention;
pub mod role_notices;
mod rooms;
pub mod searches;
mod services;
mod sheets;
pub mod texts;
pub mod tongues;
pub mod unlinkings;

/// The path of the administration.
pub const HERE: &str = "/manage";

/// The group of what is kept how long, and who is erased.
const RULES: &str = "manage-group-rules";

/// One section: where it is, its picture, the key of its words, and how it stands.
struct Section {
    href: &'static str,
    icon: Icon,
    key: &'static str,
    state: Option<String>,
}

const fn section(
    href: &'static str,
    icon: Icon,
    key: &'static str,
    state: Option<String>,
) -> Section {
    Section {
        href,
        icon,
        key,
        state,
    }
}

/// Shows the sections.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let mut groups = sections(&screen)
        .await
        .map_err(|error| setup_failed(&error))?;
    let (machine, warning) = backup::on_index(&screen).await?;
    let waiting = erasures::standing(&screen).await?;
    let held = holds::standing(&screen).await?;
    let unlinked = unlinkings::standing(&screen).await?;
    let lacking = missing::load(&screen).await?;
    if let Some((_, rules)) = groups.iter_mut().find(|(key, _)| *key == RULES) {
        rules.push(section(
            erasures::HERE,
            Icon::Cross,
            "manage-erasures",
            waiting,
        ));
        rules.push(section(holds::HERE, Icon::Lock, "manage-holds", held));
        rules.push(section(
            unlinkings::HERE,
            Icon::List,
            "manage-unlinkings",
            unlinked,
        ));
    }
    let own_hand = colleagues::own_hand(&screen).await?;
    groups.push(("manage-group-machine", vec![machine]));
    let drawn = move |screen: &Screen| {
        let words = screen.words;
        let groups: Vec<_> = groups
            .into_iter()
            .map(|(key, sections)| group(words, key, sections))
            .collect();
        view! {
            <PageHead title=words.t("manage-title") under=words.t("manage-lead") />
            {warning.map(|text| view! { <Notice tone=Tone::Danger text /> })}
            {own_hand}
            {missing::notices(words, lacking)}
            {groups}
        }
    };
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

/// Every section, in groups.
async fn sections(screen: &Screen) -> Result<Vec<(&'static str, Vec<Section>)>, SetupError> {
    Ok(vec![
        ("manage-group-house", house(screen).await?),
        ("manage-group-people", people(screen).await),
        ("manage-group-time", time(screen).await?),
        ("manage-group-words", texts(screen).await?),
        (RULES, rules(screen).await?),
        ("manage-group-files", files()),
    ])
}

/// Files of people that come in and go out.
fn files() -> Vec<Section> {
    vec![
        section(imports::HERE, Icon::NewPerson, "manage-imports", None),
        section(exports::HERE, Icon::List, "manage-exports", None),
    ]
}

async fn house(screen: &Screen) -> Result<Vec<Section>, SetupError> {
    let organisations = counted::<Organisation>(screen, "manage-organisations-count").await?;
    let services = counted::<ServicePlan>(screen, "manage-services-count").await?;
    let rooms = counted::<RoomPlan>(screen, "manage-rooms-count").await?;
    Ok(vec![
        section("/manage/centre", Icon::Home, "manage-centre", None),
        section(
            "/manage/organisations",
            Icon::Building,
            "manage-organisations",
            organisations,
        ),
        section("/manage/services", Icon::Work, "manage-services", services),
        section("/manage/rooms", Icon::Door, "manage-rooms", rooms),
    ])
}

async fn time(screen: &Screen) -> Result<Vec<Section>, SetupError> {
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let week = newest(screen, SettingKey::Week).await?;
    let week = if week.chars().all(|c| c == '|') {
        "manage-hours-none"
    } else {
        "manage-hours-set"
    };
    let duty = match desk::duties::watch(desk, &actor).await? {
        Watch::Kept => "manage-duties-now",
        Watch::Closed => "manage-duties-closed",
        Watch::Empty => "manage-duties-nobody",
    };
    let days = counted::<SpecialDay>(screen, "manage-days-count").await?;
    let said = |key| Some(screen.words.t(key));
    Ok(vec![
        section("/manage/hours", Icon::Clock, "manage-hours", said(week)),
        section("/manage/days", Icon::Calendar, "manage-days", days),
        section("/manage/duties", Icon::Bell, "manage-duties", said(duty)),
    ])
}

async fn texts(screen: &Screen) -> Result<Vec<Section>, SetupError> {
    let tongues = newest(screen, SettingKey::Tongues).await?;
    let count = tongues.split_whitespace().count();
    let tongues = screen
        .words
        .with("manage-tongues-count", &[("count", count.into())]);
    Ok(vec![
        section(
            "/manage/tongues",
            Icon::Languages,
            "manage-tongues",
            Some(tongues),
        ),
        section("/manage/texts", Icon::Edit, "manage-texts", None),
        section(
            "/manage/mail",
            Icon::Talk,
            "manage-mail",
            mail::standing(screen).await,
        ),
    ])
}

async fn rules(screen: &Screen) -> Result<Vec<Section>, SetupError> {
    let retention = counted::<Retention>(screen, "manage-retention-count").await?;
    Ok(vec![section(
        "/manage/retention",
        Icon::Folder,
        "manage-retention",
        retention,
    )])
}

async fn people(screen: &Screen) -> Vec<Section> {
    let colleagues = colleagues::counted(screen).await;
    vec![
        section(
            "/manage/colleagues",
            Icon::Groups,
            "manage-colleagues",
            colleagues,
        ),
        section("/manage/resets", Icon::Lock, "manage-resets", None),
        section("/manage/denials", Icon::Cross, "manage-denials", None),
        section(
            searches::HERE,
            Icon::Search,
            "manage-searches",
            searches::standing(screen).await,
        ),
    ]
}

/// The newest value of a setting; empty when it was never set.
async fn newest(screen: &Screen, key: SettingKey) -> Result<String, SetupError> {
    let versions = settings::versions(&screen.site.desk, &screen.signed.actor(), key).await?;
    let newest = versions.into_iter().next();
    Ok(newest.map_or_else(String::new, |version| version.value))
}

/// How many of a list are offered now, in words.
async fn counted<T: Kept>(screen: &Screen, key: &str) -> Result<Option<String>, SetupError> {
    let lines = setup::lines::<T>(&screen.site.desk, &screen.signed.actor()).await?;
    let open = lines.iter().filter(|line| line.closed.is_none()).count();
    Ok(Some(screen.words.with(key, &[("count", open.into())])))
}

fn group(words: Words, key: &'static str, sections: Vec<Section>) -> impl IntoView {
    let tiles: Vec<_> = sections
        .into_iter()
        .map(|section| tile(words, section))
        .collect();
    view! {
        <section class="stack tight" aria-labelledby=key>
            <h2 id=key>{words.t(key)}</h2>
            <ul class="tiles">{tiles}</ul>
        </section>
    }
}

fn tile(words: Words, section: Section) -> impl IntoView {
    let state = section.state.map(|label| view! { <Tag label /> });
    let text = words.t(&format!("{}-text", section.key));
    view! {
        <li class="tile">
            <Glyph icon=section.icon />
            <div>
                <a href=section.href>{words.t(section.key)}</a>
                <p class="muted">{text}</p>
            </div>
            {state}
        </li>
    }
}
