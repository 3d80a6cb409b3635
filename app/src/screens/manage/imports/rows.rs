//! The rows that were left out, as a file to be mended and sent in again: the line, every reason, and
//! the row itself, which no spreadsheet runs as a formula.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use desk::imports::{self, Bad};
use domain::import::{Fault, separated};
use domain::{Address, ImportId, Language};

use crate::page::{Page, Site};
use crate::request::Signed;
use crate::screens::frame::import_failed;
use crate::words::Words;

/// Gives the rows away as a file.
pub async fn get_rows(State(site): State<Site>, signed: Signed, Path(file): Path<String>) -> Page {
    let Ok(id) = ImportId::parse(&file) else {
        return Page::missing();
    };
    match imports::faults(&site.desk, &signed.actor(), id).await {
        Ok(bad) => as_file(&text(Words::new(signed.staff.language, Address::U), &bad)),
        Err(error) => import_failed(&error),
    }
}

/// A file whose name says nothing about what it holds. The mark at its beginning tells spreadsheets
/// that it is UTF-8.
fn as_file(text: &str) -> Page {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"rows.csv\"",
        ),
    ];
    Page::raw((headers, format!("\u{FEFF}{text}")).into_response())
}

fn text(words: Words, bad: &[Bad]) -> String {
    let by = match words.language() {
        Language::En => ",",
        Language::Nl | Language::Fr | Language::De => ";",
    };
    let heads = ["line", "reason", "row"].map(|head| words.of("imports-head", head));
    let mut text = separated(by, heads.iter().map(String::as_str));
    for bad in bad {
        let faults: Vec<String> = bad.faults.iter().map(|fault| said(words, *fault)).collect();
        let number = bad.line.to_string();
        text += &separated(by, [number.as_str(), &faults.join("; "), bad.text.reveal()]);
    }
    text
}

/// What is wrong with a row, in words.
pub fn said(words: Words, fault: Fault) -> String {
    match fault {
        Fault::Cell(column, unfit) => {
            let column = words.of("column", column.code());
            format!("{column}: {}", words.unfit(unfit))
        }
        Fault::TornQuote => words.t("row-fault-torn-quote"),
        Fault::OtherCount => words.t("row-fault-other-count"),
        Fault::NotText => words.t("row-fault-not-text"),
        Fault::LikelyKnown => words.t("row-fault-likely-known"),
    }
}
