//! One cell: a spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula and would run
//! it. So such a cell is written with an apostrophe before it, and read without it.

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a cell begins a formula, behind any apostrophes.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// A cell as it is written, so that no spreadsheet runs it.
#[must_use]
pub fn neutral(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// A cell as it was meant: without the apostrophe that [`neutral`] puts before a formula.
#[must_use]
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
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
    }

    proptest! {
        #[test]
        fn every_cell_reads_back_as_it_was_and_no_written_one_is_a_formula(cell in "['=+@a -]{0,6}|.*") {
            let written = neutral(&cell);
            prop_assert!(!written.starts_with(FORMULA));
            prop_assert_eq!(plain(&written), &cell);
        }
    }
}
