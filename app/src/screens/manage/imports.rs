//! Reading a file of people in: sending it, saying which column is which, watching it go, and taking
//! what was left out.

use axum::extract::{FromRequest, Multipart, Request, State};
use desk::imports::sheet::NoSheet;
use desk::imports::{self, ImportError, Run, Sent, State as Progress};
use leptos::prelude::*;

use super::lists::crumbs;
use crate::form::{Entry, FileForm, Posted, Submit};
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Card, Ground, PageHead, Tag, Tone};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, back, import_failed};
use crate::words::Words;

mod columns;
mod moving;
mod one;
mod rows;

pub use one::{get_one, post_give_up, post_start, post_turn};
pub use rows::get_rows;

/// The path of the files.
pub const HERE: &str = "/manage/imports";

/// The most bytes of a form with a file: the file, and what a browser puts around it.
pub const LARGEST_FORM: usize = imports::LARGEST + 64 * 1024;

/// The field that holds the file.
const FIELD: &str = "file";

/// Shows the files, and the form to send one.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let runs = imports::list(&site.desk, &signed.actor()).await;
    let runs = runs.map_err(|error| import_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let kept = screen.kept(HERE).await?;
    let drawn = move |screen: &Screen| {
        let words = screen.words;
        let rows: Vec<_> = runs.iter().map(|run| item(screen, run)).collect();
        let before = (!rows.is_empty()).then(|| {
            view! {
                <section class="stack tight" aria-labelledby="imports-before">
                    <h2 id="imports-before">{words.t("imports-before")}</h2>
                    <ul class="items">{rows}</ul>
                </section>
            }
        });
        view! {
            {crumbs(words, None)}
            <PageHead title=words.t("imports-title") under=words.t("imports-lead") />
            {form(screen, &kept)}
            {before}
        }
    };
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

fn form(screen: &Screen, kept: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let refused = kept.value("refused");
    let entry = Entry {
        fault: (!refused.is_empty()).then(|| words.of("imports-refused", refused)),
        ..Entry::empty(FIELD)
    };
    let idem = screen.idem();
    view! {
        <Card ground=Ground::Roomy>
            <FileForm
                action=HERE
                idem
                label=words.t("imports-file")
                hint=words.t("imports-file-hint")
                entry
                accept=".csv,.tsv,.txt,text/csv"
            >
                <div class="buttons">
                    <Submit label=words.t("imports-send") icon=Icon::After />
                </div>
            </FileForm>
        </Card>
    }
}

fn item(screen: &Screen, run: &Run) -> impl IntoView + use<> {
    let words = screen.words;
    let href = format!("{HERE}/{}", run.id);
    let zone = &screen.centre.zone;
    let day = words.date(zone.day_of(run.since));
    let when = format!("{day}, {}", words.time(run.since, zone));
    view! {
        <li class="item">
            <div>
                <a href=href>{when}</a>
                <small class="muted">{counts(words, run)}</small>
            </div>
            <Tag label=words.of("imports-state", run.state.code()) tone=tone(run.state) />
        </li>
    }
}

/// What became of the rows, in words.
fn counts(words: Words, run: &Run) -> String {
    let count = |key: &str, number: i64| {
        let values = [
            ("count", number.into()),
            ("number", words.number(number).into()),
        ];
        (number > 0).then(|| words.with(key, &values))
    };
    let parts = [
        count("imports-written", run.written),
        count("imports-known", run.known),
        count("imports-bad", run.bad),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return words.t("imports-nothing");
    }
    parts.join(" · ")
}

const fn tone(state: Progress) -> Tone {
    match state {
        Progress::Done => Tone::Ok,
        Progress::Running => Tone::On,
        Progress::Sending | Progress::Asking | Progress::Paused => Tone::Wait,
    }
}

/// Takes a file in. What is no file of rows is said beside the field.
pub async fn post(State(site): State<Site>, signed: Signed, request: Request) -> Page {
    match take(&site, &signed, request).await {
        Ok(Sent(id)) => Page::see(&format!("{HERE}/{id}")),
        Err(Refused::Said(code)) => {
            let mut posted = Posted::default();
            posted.keep("refused", code);
            back(&site, &signed, HERE, &posted).await
        }
        Err(Refused::Underway(path)) => Page::see(&path),
        Err(Refused::Failed(error)) => import_failed(&error),
    }
}

/// Why a file was not taken in.
enum Refused {
    /// For a reason with words of its own.
    Said(&'static str),
    /// It is being read already, there.
    Underway(String),
    /// Something failed.
    Failed(ImportError),
}

impl From<ImportError> for Refused {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NoSheet(NoSheet::Empty) => Self::Said("empty"),
            ImportError::NoSheet(NoSheet::NotText) => Self::Said("not_text"),
            ImportError::NoSheet(NoSheet::NoHead) => Self::Said("no_head"),
            ImportError::TooLarge => Self::Said("too_large"),
            ImportError::Underway(id) => Self::Underway(format!("{HERE}/{id}")),
            error => Self::Failed(error),
        }
    }
}

async fn take(site: &Site, signed: &Signed, request: Request) -> Result<Sent, Refused> {
    let broken = |_| Refused::Said("broken");
    let mut fields = Multipart::from_request(request, site)
        .await
        .map_err(|_| Refused::Said("missing"))?;
    while let Some(mut field) = fields.next_field().await.map_err(broken)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        let Some(first) = field.chunk().await.map_err(broken)? else {
            return Err(Refused::Said("missing"));
        };
        let mut sending = imports::begin(&site.desk, &signed.actor()).await?;
        imports::keep(&site.desk, &mut sending, &first).await?;
        while let Some(more) = field.chunk().await.map_err(broken)? {
            imports::keep(&site.desk, &mut sending, &more).await?;
        }
        return Ok(imports::sent(&site.desk, sending).await?);
    }
    Err(Refused::Said("missing"))
}
