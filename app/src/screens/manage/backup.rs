//! How the backups stand, and when they are made. Where they go is not set here: whoever may choose a
//! folder of the server may write to any.

use axum::extract::State;
use desk::backup::{self, BackupError, Run, Standing};
use domain::Unfit;
use domain::backup::Plan;
use leptos::prelude::*;

use super::lists::up;
use super::{Section, section};
use crate::form::{Choice, ErrorSummary, Field, Form, Kind, Look, Pick, Posted, Submit};
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Card, Ground, Notice, PageHead, Tone};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back};
use crate::words::Words;

const HERE: &str = "/manage/backup";
const FIELDS: &[&str] = &["hour", "keep"];

/// Shows how they stand.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let standing = backup::standing(&site.desk, &signed.actor()).await;
    let standing = standing.map_err(|error| backup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let mut posted = screen.kept(HERE).await?;
    if posted.value("hour").is_empty() && posted.value("keep").is_empty() {
        posted.keep("hour", standing.plan.hour().to_string());
        posted.keep("keep", standing.plan.keep_days().to_string());
    }
    let drawn = move |screen: &Screen| {
        let words = screen.words;
        let said = posted.value("said").to_owned();
        let said =
            (!said.is_empty()).then(|| view! { <Notice tone=Tone::Ok text=words.t(&said) /> });
        view! {
            {up(screen, None)}
            <PageHead title=words.t("manage-backup") under=words.t("backup-lead") />
            {said}
            {notices(screen, &standing)}
            {plan(words, screen.idem(), posted, standing.rev)}
        }
    };
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

/// The section of the index, and what has to be said before anything else.
pub(super) async fn on_index(screen: &Screen) -> Result<(Section, Option<String>), Page> {
    let standing = backup::standing(&screen.site.desk, &screen.signed.actor()).await;
    let standing = standing.map_err(|error| backup_failed(&error))?;
    let (_, text) = last(screen, &standing);
    let (state, warning) = match (screen.site.demo, standing.late) {
        (true, _) => (None, None),
        (_, true) if standing.whole.is_none() => (Some("manage-backup-none"), Some(text)),
        (_, true) => (Some("manage-backup-late"), Some(text)),
        (_, false) => (Some("manage-backup-fresh"), None),
    };
    let warning = warning.or_else(|| drill_warning(screen, &standing));
    let state = state.map(|key| screen.words.t(key));
    Ok((section(HERE, Icon::Lock, "manage-backup", state), warning))
}

/// What the index says about a trial that failed or is too long ago. A practice house has none.
fn drill_warning(screen: &Screen, standing: &Standing) -> Option<String> {
    let run = standing
        .drill
        .filter(|_| standing.drill_bad && !screen.site.demo)?;
    Some(match run.fault {
        Some(_) => troubled(screen, "backup-drill-failed", run),
        None => when(screen, "backup-drill-late", run),
    })
}

fn last(screen: &Screen, standing: &Standing) -> (Tone, String) {
    match standing.whole {
        None => (Tone::Danger, screen.words.t("backup-none")),
        Some(run) if standing.late => (Tone::Danger, when(screen, "backup-late", run)),
        Some(run) => (Tone::Ok, when(screen, "backup-good", run)),
    }
}

/// What is good and what is not, the last backup first.
fn notices(screen: &Screen, standing: &Standing) -> impl IntoView + use<> {
    let words = screen.words;
    let (tone, text) = last(screen, standing);
    let holders = (standing.holders == 0)
        .then(|| view! { <Notice tone=Tone::Danger text=words.t("backup-no-holders") /> });
    let failed = standing.failed.map(|run| {
        view! { <Notice tone=Tone::Danger text=troubled(screen, "backup-failed", run) /> }
    });
    let (drill_tone, drill) = match standing.drill {
        None => (Tone::Calm, words.t("backup-no-drill")),
        Some(run) if run.fault.is_some() => {
            (Tone::Danger, troubled(screen, "backup-drill-failed", run))
        }
        Some(run) if standing.drill_bad => (Tone::Danger, when(screen, "backup-drill-late", run)),
        Some(run) => (Tone::Calm, when(screen, "backup-drill", run)),
    };
    view! {
        <Notice tone text />
        {failed}
        {holders}
        <Notice tone=drill_tone text=drill />
    }
}

/// A sentence about what failed with its moment, and why.
fn troubled(screen: &Screen, key: &str, run: Run) -> String {
    let why = run
        .fault
        .map(|fault| screen.words.of("backup-trouble", fault.code()));
    format!("{} {}", when(screen, key, run), why.unwrap_or_default())
}

/// A sentence about a backup with its moment.
fn when(screen: &Screen, key: &str, run: Run) -> String {
    let words = screen.words;
    let day = words.date(screen.centre.zone.day_of(run.at));
    let time = words.time(run.at, &screen.centre.zone);
    let values = [
        ("day", day.into()),
        ("time", time.into()),
        ("people", words.number(run.people).into()),
        ("trail", words.number(run.trail).into()),
    ];
    words.with(key, &values)
}

fn plan(words: Words, idem: String, posted: Posted, rev: i64) -> impl IntoView {
    let hours = (0..24).map(|hour| Pick::new(hour.to_string(), format!("{hour:02}:00")));
    let hours: Vec<Pick> = hours.collect();
    let labels = vec![
        ("hour", words.t("backup-hour")),
        ("keep", words.t("backup-keep")),
    ];
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("backup-plan")}</h2>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action=HERE idem rev=Some(rev)>
                <Choice
                    label=words.t("backup-hour")
                    entry=posted.entry("hour", words)
                    picks=hours
                    look=Look::Select
                />
                <Field
                    label=words.t("backup-keep")
                    entry=posted.entry("keep", words)
                    kind=Kind::Number
                    hint=words.t("backup-keep-hint")
                />
                <div class="row end"><Submit label=words.t("save") /></div>
            </Form>
        </Card>
    }
}

/// Sets when they are made, and how long they are kept.
pub async fn post(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = typed.posted(FIELDS);
    let hour = posted.check("hour", number(typed.get("hour")));
    let keep = posted.check("keep", number(typed.get("keep")));
    let (Some(hour), Some(keep)) = (hour, keep) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    let Some(plan) = posted.check("keep", Plan::new(hour, i64::from(keep))) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    match backup::set_plan(&site.desk, &signed.actor(), plan, typed.rev()).await {
        Ok(()) => posted = said("backup-saved"),
        Err(BackupError::Stale) => posted.refuse("hour", Unfit::ChangedMeanwhile),
        Err(error) => return backup_failed(&error),
    }
    back(&site, &signed, HERE, &posted).await
}

fn said(key: &str) -> Posted {
    let mut posted = Posted::default();
    posted.keep("said", key);
    posted
}

fn number(typed: &str) -> Result<u32, Unfit> {
    match typed.trim() {
        "" => Err(Unfit::Missing),
        text => text.parse().map_err(|_| Unfit::NotOffered),
    }
}

fn backup_failed(error: &BackupError) -> Page {
    match error {
        BackupError::Forbidden(_) => Page::missing(),
        error => {
            tracing::error!(error.kind = %error, "the backups could not be shown or set");
            Page::broken()
        }
    }
}
