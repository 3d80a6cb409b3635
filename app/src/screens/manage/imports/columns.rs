//! Which column is which: the first rows as they stand in the file, and one choice for each thing that
//! can be read.

use desk::imports::sheet::Head;
use desk::imports::{IfKnown, Plan, Shown};
use domain::Unfit;
use domain::import::{Column, Fault, Mapping};
use leptos::prelude::*;

use super::super::lists::crumbs;
use super::{HERE, rows};
use crate::form::{Choice, ErrorSummary, Form, Look, Pick, Posted, Submit};
use crate::parts::{Act, Acts, Card, Ground, Notice, PageHead, Table, Tone, Weight};
use crate::screens::frame::Screen;
use crate::words::Words;

/// The fields of the form: each column, and what happens to somebody who is known.
pub const FIELDS: [&str; 14] = [
    "name",
    "given_name",
    "family_name",
    "alias",
    "unnamed",
    "birth_date",
    "languages",
    "contact",
    "phone",
    "email",
    "contact_when",
    "contact_never",
    "contact_until",
    "known",
];

/// The form as it begins: what the heads say by themselves, unless something was chosen already.
pub fn begun(kept: Posted, head: &Head) -> Posted {
    if !kept.values.is_empty() {
        return kept;
    }
    let mut posted = kept;
    let guess = Mapping::guess(head.cells.iter().map(String::as_str));
    for column in Column::ALL {
        if let Some(place) = guess.mapping.place(*column) {
            posted.keep(column.code(), (place + 1).to_string());
        }
    }
    posted.keep("known", "skip");
    posted
}

/// Reads the form.
pub fn plan(posted: &mut Posted) -> Option<Plan> {
    let mut mapping = Mapping::default();
    for column in Column::ALL {
        let place = number(posted.value(column.code()));
        let place = posted.check(column.code(), place).flatten();
        mapping.set(*column, place);
    }
    let if_known = match posted.value("known") {
        "write" => IfKnown::Write,
        _ => IfKnown::Skip,
    };
    posted.fits().then_some(Plan { mapping, if_known })
}

/// The place of a column in the file, which people count from one.
fn number(raw: &str) -> Result<Option<usize>, Unfit> {
    if raw.is_empty() {
        return Ok(None);
    }
    let counted = raw.parse::<usize>().ok();
    let place = counted.and_then(|number| number.checked_sub(1));
    place.map(Some).ok_or(Unfit::NotOffered)
}

/// One row of the preview.
type First = Result<Vec<String>, Fault>;

/// The whole page.
pub fn content(
    screen: &Screen,
    posted: Posted,
    (shown, first): (&Shown, &[First]),
) -> impl IntoView + use<> {
    let words = screen.words;
    let labels = Column::ALL
        .iter()
        .map(|column| (column.code(), words.of("column", column.code())));
    let labels: Vec<_> = labels.collect();
    let path = format!("{HERE}/{}", shown.run.id);
    let give_up = Act::Do {
        action: format!("{path}/give-up"),
        label: words.t("imports-give-up"),
        idem: screen.idem(),
        rev: Some(shown.run.rev),
        sends: Vec::new(),
    };
    let (action, idem, rev) = (format!("{path}/start"), screen.idem(), Some(shown.run.rev));
    let unreadable = unreadable(words, first);
    let first = preview(words, &shown.head, first);
    let (choices, known) = (choices(words, &posted, &shown.head), known(words, &posted));
    view! {
        {crumbs(words, Some((HERE, words.t("imports-title"))))}
        <PageHead title=words.t("imports-columns") under=words.t("imports-columns-lead") />
        <ErrorSummary posted labels words />
        {unreadable}
        {first}
        <Form action idem rev>
            <Card ground=Ground::Roomy>
                <div class="halves">{choices}</div>
                {known}
            </Card>
            <div class="buttons"><Submit label=words.t("imports-start") /></div>
        </Form>
        <div class="row between ending">
            <p class="muted">{words.t("imports-give-up-hint")}</p>
            <Acts act=give_up weight=Weight::Quiet />
        </div>
    }
}

/// Spreadsheets write another text than UTF-8 unless they are told: said before every name with an
/// accent is left out.
fn unreadable(words: Words, first: &[First]) -> Option<impl IntoView + use<>> {
    let other = first.contains(&Err(Fault::NotText));
    let text = words.t("imports-refused-not-text");
    other.then(|| view! { <Notice tone=Tone::Care text /> })
}

fn preview(words: Words, head: &Head, first: &[First]) -> impl IntoView + use<> {
    let width = head.cells.len();
    let row = |row: &First| match row {
        Ok(cells) => cells.clone(),
        Err(fault) => {
            let mut cells = vec![rows::said(words, *fault)];
            cells.resize(width, String::new());
            cells
        }
    };
    let rows: Vec<Vec<String>> = first.iter().map(row).collect();
    view! { <Table caption=words.t("imports-first") heads=head.cells.clone() rows /> }
}

/// A choice for each thing that can be read: which column of the file it is.
fn choices(words: Words, posted: &Posted, head: &Head) -> Vec<AnyView> {
    let picks: Vec<Pick> = (1..)
        .zip(&head.cells)
        .map(|(number, cell)| Pick::new(number.to_string(), format!("{number} · {cell}")))
        .collect();
    Column::ALL
        .iter()
        .map(|column| {
            view! {
                <Choice
                    label=words.of("column", column.code())
                    entry=posted.entry(column.code(), words)
                    picks=picks.clone()
                    look=Look::Select
                    none=words.t("imports-no-column")
                />
            }
            .into_any()
        })
        .collect()
}

fn known(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let picks = vec![
        Pick::new("skip", words.t("imports-known-skip"))
            .with_hint(words.t("imports-known-skip-hint")),
        Pick::new("write", words.t("imports-known-write")),
    ];
    view! {
        <Choice
            label=words.t("imports-if-known")
            entry=posted.entry("known", words)
            picks
            look=Look::Lines
        />
    }
}
