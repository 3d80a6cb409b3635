//! One cell: a spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula and would run
//! it. So such a cell is written with an apostrophe before it, and read without it. A spreadsheet
//! that splits at other signs than the file does makes more cells, so every place where one could
//! begin is looked at (OWASP, "CSV Injection").

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];
/// Where a spreadsheet may begin another cell.
const PARTS: [char; 5] = [',', ';', '\t', '\r', '\n'];
/// What may stand before the first sign of a cell.
const AHEAD: [char; 2] = [' ', '"'];

/// Whether a formula begins here, behind any apostrophes.
fn is_formula(rest: &str) -> bool {
    rest.trim_start_matches('\'').starts_with(FORMULA)
}

/// The places where a spreadsheet might see a formula begin.
fn formulas(cell: &str) -> impl Iterator<Item = usize> + '_ {
    let mut begins = true;
    cell.char_indices().filter_map(move |(at, sign)| {
        let here = begins && is_formula(&cell[at..]);
        begins = PARTS.contains(&sign) || (begins && AHEAD.contains(&sign));
        here.then_some(at)
    })
}

/// A cell as it is written, so that no spreadsheet runs it.
#[must_use]
pub fn neutral(cell: &str) -> Cow<'_, str> {
    let mut written = String::new();
    let mut done = 0;
    for at in formulas(cell) {
        written += &cell[done..at];
        written.push('\'');
        done = at;
    }
    joined(cell, written, done)
}

/// A cell as it was meant: without the apostrophes that [`neutral`] puts before a formula.
#[must_use]
pub fn plain(cell: &str) -> Cow<'_, str> {
    let mut meant = String::new();
    let mut done = 0;
    for at in formulas(cell).filter(|at| cell[*at..].starts_with('\'')) {
        meant += &cell[done..at];
        done = at + 1;
    }
    joined(cell, meant, done)
}

fn joined(cell: &str, mut start: String, done: usize) -> Cow<'_, str> {
    if done == 0 && start.is_empty() {
        return Cow::Borrowed(cell);
    }
    start += &cell[done..];
    Cow::Owned(start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_is_written_as_text() {
        for formula in ["=cmd|' /C calc'!A0", "+32470123456", "-1", "@SUM(1)", "'=1"] {
            assert_eq!(neutral(formula), format!("'{formula}"));
        }
        assert_eq!(neutral("'t Hooft"), "'t Hooft");
        assert_eq!(plain("'t Hooft"), "'t Hooft");
        assert_eq!(neutral("Peeters - De Smet"), "Peeters - De Smet");
    }

    #[test]
    fn a_formula_behind_a_sign_that_begins_a_cell_elsewhere_is_text_too() {
        assert_eq!(neutral("x;=1+1"), "x;'=1+1");
        assert_eq!(neutral("niet; \"=A1\",@B"), "niet; \"'=A1\",'@B");
        assert_eq!(plain("x;'=1+1"), "x;=1+1");
    }

    proptest! {
        #[test]
        fn every_cell_reads_back_as_it_was_and_no_part_of_a_written_one_is_a_formula(
            cell in "['=+@a ;,\"\t\n-]{0,8}|.*",
        ) {
            let written = neutral(&cell);
            for part in written.split(PARTS) {
                prop_assert!(!part.trim_start_matches(AHEAD).starts_with(FORMULA));
            }
            prop_assert_eq!(plain(&written), cell.as_str());
        }
    }
}
