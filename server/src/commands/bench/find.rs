//! `onthaal bench find`: how often somebody who is looked up is among the first one, five and ten, how
//! long that takes, and what the names take in memory.

use std::collections::BTreeMap;
use std::time::Instant;

use desk::index::{self, Hit, Index};
use domain::person::Identity;
use domain::text::Name;
use domain::{CentreId, Pii, RecordId};
use serde::Serialize;
use uuid::Uuid;

use super::duplicates::born;
use super::table::{Table, cell};
use super::{print, share};
use crate::cli::{BenchFind, Stop};

/// What was measured.
#[derive(Serialize)]
struct Measured {
    people: usize,
    lookups: usize,
    build_milliseconds: f64,
    memory_bytes: usize,
    bytes_per_person: usize,
    p50_milliseconds: f64,
    p99_milliseconds: f64,
    all: Recall,
    kinds: BTreeMap<String, Kind>,
}

/// Of those who are there: how many were among the first.
#[derive(Serialize)]
struct Recall {
    count: usize,
    #[serde(rename = "recall@1")]
    first: f64,
    #[serde(rename = "recall@5")]
    five: f64,
    #[serde(rename = "recall@10")]
    ten: f64,
}

/// Of those who are not there: how often somebody was shown at all, and how often somebody stood out
/// as the one.
#[derive(Serialize)]
struct Absent {
    count: usize,
    somebody_shown: f64,
    false_alarms: f64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Kind {
    Recall(Recall),
    Absent(Absent),
}

/// What became of one lookup.
struct Outcome {
    kind: String,
    /// Nobody of this name is there.
    absent: bool,
    /// Where the right one stood.
    place: Option<usize>,
    shown: bool,
    stood_out: bool,
    milliseconds: f64,
}

/// Measures and prints.
///
/// # Errors
/// [`Stop::Use`] for files that are not there or have other columns.
pub fn run(asked: &BenchFind) -> Result<(), Stop> {
    let (people, lookups) = (Table::read(&asked.people)?, Table::read(&asked.lookups)?);
    let (centre, before, began) = (CentreId::from_uuid(Uuid::nil()), memory(), Instant::now());
    let index = Index::default();
    people.column("id")?;
    for (number, row) in (1_u128..).zip(&people.rows) {
        index.learn(centre, &[entry(&people, row, number)]);
    }
    let built = began.elapsed().as_secs_f64() * 1000.0;
    let memory = memory().saturating_sub(before);
    let outcomes = outcomes((&people, &lookups), |typed| {
        index.find(centre, typed, |_| true)
    })?;
    let count = people.rows.len();
    let measured = Measured {
        people: count,
        lookups: outcomes.len(),
        build_milliseconds: built,
        memory_bytes: memory,
        bytes_per_person: memory / count.max(1),
        p50_milliseconds: quantile(&outcomes, 50),
        p99_milliseconds: quantile(&outcomes, 99),
        all: recall(outcomes.iter().filter(|outcome| !outcome.absent)),
        kinds: kinds(&outcomes),
    };
    print(&measured, asked.json)
}

fn entry(people: &Table, row: &[String], number: u128) -> index::Entry {
    let of = |name: &str| cell(row, people.place(name));
    let name = [of("name"), of("given_name"), of("family_name")];
    let own = |text: &str| (!text.is_empty()).then(|| Pii::new(text.to_owned()));
    index::Entry {
        record: RecordId::from_uuid(Uuid::from_u128(number)),
        identity: Pii::new(Identity {
            name: Name::parse(&name.join(" ")).ok(),
            alias: None,
            declines_name: false,
            born: born(of("birth_date")),
            tongues: Vec::new(),
        }),
        phone: own(of("phone")),
        email: own(of("email")),
        visit_link: number.to_be_bytes(),
        denied_link: number.to_le_bytes(),
    }
}

fn outcomes(
    (people, lookups): (&Table, &Table),
    find: impl Fn(&str) -> Vec<Hit>,
) -> Result<Vec<Outcome>, Stop> {
    let (expected, kind) = (lookups.column("expected_id")?, lookups.column("kind")?);
    let (query, born) = (lookups.column("query")?, lookups.place("birth_date"));
    let id = people.place("id");
    let outcome = |row: &Vec<String>| {
        let expected = cell(row, Some(expected));
        let typed = [cell(row, Some(query)), cell(row, born)].join(" ");
        let began = Instant::now();
        let hits = find(&typed);
        let milliseconds = began.elapsed().as_secs_f64() * 1000.0;
        let is = |hit: &Hit| cell(row_of(people, hit), id) == expected;
        let kind = cell(row, Some(kind)).to_owned();
        Outcome {
            absent: expected.is_empty() || kind == "absent",
            place: hits.iter().position(is),
            shown: !hits.is_empty(),
            stood_out: index::stands_out(&hits),
            kind,
            milliseconds,
        }
    };
    Ok(lookups.rows.iter().map(outcome).collect())
}

/// The row somebody was read from: her record is its number.
fn row_of<'t>(people: &'t Table, hit: &Hit) -> &'t [String] {
    let number = usize::try_from(hit.record.uuid().as_u128()).unwrap_or(0);
    let row = number.checked_sub(1).and_then(|at| people.rows.get(at));
    row.map_or(&[], Vec::as_slice)
}

fn kinds(outcomes: &[Outcome]) -> BTreeMap<String, Kind> {
    let mut kinds: BTreeMap<&str, Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        kinds.entry(&outcome.kind).or_default().push(outcome);
    }
    let named = |(kind, some): (&str, Vec<&Outcome>)| {
        let measured = if some.iter().all(|outcome| outcome.absent) {
            Kind::Absent(absent(&some))
        } else {
            Kind::Recall(recall(some.into_iter()))
        };
        (kind.to_owned(), measured)
    };
    kinds.into_iter().map(named).collect()
}

fn recall<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> Recall {
    let places: Vec<Option<usize>> = outcomes.map(|outcome| outcome.place).collect();
    let among = |most: usize| {
        let first = places
            .iter()
            .filter(|place| place.is_some_and(|place| place < most));
        share(first.count(), places.len())
    };
    Recall {
        count: places.len(),
        first: among(1),
        five: among(5),
        ten: among(10),
    }
}

fn absent(outcomes: &[&Outcome]) -> Absent {
    let count = |is: fn(&&&Outcome) -> bool| outcomes.iter().filter(is).count();
    Absent {
        count: outcomes.len(),
        somebody_shown: share(count(|outcome| outcome.shown), outcomes.len()),
        false_alarms: share(count(|outcome| outcome.stood_out), outcomes.len()),
    }
}

fn quantile(outcomes: &[Outcome], hundredth: usize) -> f64 {
    let mut times: Vec<f64> = outcomes
        .iter()
        .map(|outcome| outcome.milliseconds)
        .collect();
    times.sort_by(f64::total_cmp);
    let at = (times.len() * hundredth / 100).min(times.len().saturating_sub(1));
    times.get(at).copied().unwrap_or(0.0)
}

/// What the program takes in memory, in bytes, as the kernel counts it; 0 where it does not say.
fn memory() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<usize>().ok());
    pages.unwrap_or(0) * 4096
}
