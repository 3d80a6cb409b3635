//! `onthaal bench duplicates`: how many of the people who were written down twice are seen, and how many
//! of those who are told to be one are. The number of a person that the file may hold is not read.

use std::collections::HashMap;
use std::time::Instant;

use domain::finding::{LIKELY, Pair, Side, Split, pairs};
use domain::{Birth, Day};
use serde::Serialize;

use super::table::{Table, cell};
use super::{print, share};
use crate::cli::{BenchDuplicates, Stop};

/// What of the address is compared.
const PLACE: [&str; 5] = [
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
];

/// What was measured.
#[derive(Serialize)]
struct Measured {
    records: usize,
    limit: i32,
    pairs: usize,
    found: usize,
    right: usize,
    precision: f64,
    recall: f64,
    f1: f64,
    milliseconds: f64,
}

/// Measures and prints.
///
/// # Errors
/// [`Stop::Use`] for files that are not there or have other columns.
pub fn run(asked: &BenchDuplicates) -> Result<(), Stop> {
    let (mut people, mut whose) = (Vec::new(), Vec::new());
    for file in &asked.files {
        let table = Table::read(file)?;
        let id = table.column("rec_id")?;
        table.column("given_name")?;
        people.extend(table.rows.iter().map(|row| side(&table, row)));
        let one = |row: &Vec<String>| person(cell(row, Some(id))).to_owned();
        whose.extend(table.rows.iter().map(one));
    }
    let began = Instant::now();
    let found = pairs(&people);
    let took = began.elapsed().as_secs_f64() * 1000.0;
    print(&measured(&whose, &found, took), asked.json)
}

fn measured(whose: &[String], found: &[Pair], milliseconds: f64) -> Measured {
    let mut records: HashMap<&str, usize> = HashMap::new();
    for person in whose {
        *records.entry(person).or_default() += 1;
    }
    let there: usize = records.values().map(|count| count * (count - 1) / 2).sum();
    let right = found
        .iter()
        .filter(|pair| whose[pair.one] == whose[pair.other])
        .count();
    let (precision, recall) = (share(right, found.len()), share(right, there));
    Measured {
        records: whose.len(),
        limit: LIKELY,
        pairs: there,
        found: found.len(),
        right,
        precision,
        recall,
        f1: 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE),
        milliseconds,
    }
}

/// Which person a record is of: `rec-12-org` and `rec-12-dup-0` are one.
fn person(record: &str) -> &str {
    record.split('-').nth(1).unwrap_or(record)
}

fn side(table: &Table, row: &[String]) -> Side {
    let of = |name: &str| cell(row, table.place(name));
    let place: Vec<&str> = PLACE.iter().map(|name| of(name)).collect();
    Side {
        names: vec![Split::of(&format!(
            "{} {}",
            of("given_name"),
            of("surname")
        ))],
        place: Split::of(&place.join(" ")),
        born: born(of("date_of_birth")),
        ..Side::default()
    }
}

/// A day in whatever form the file has it: `19300213`, `1930-02-13`, `13-02-1930`.
pub(super) fn born(written: &str) -> Option<Day> {
    if written.len() == 8 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |from, to| written.get(from..to)?.parse::<u32>().ok();
        let year = i32::try_from(part(0, 4)?).ok()?;
        return Day::new(year, part(4, 6)?, part(6, 8)?).ok();
    }
    match Birth::read(written)? {
        Birth::Whole(day) => Some(day),
        _ => None,
    }
}
