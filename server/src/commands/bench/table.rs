//! A small CSV file in memory, its columns by their heads.

use std::path::Path;

use crate::cli::Stop;

/// A file of rows.
pub struct Table {
    head: Vec<String>,
    /// The rows, each with as many cells as it has.
    pub rows: Vec<Vec<String>>,
    file: String,
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Stop::Use`] for a file that is not there, is not text, or has no rows.
    pub fn read(file: &Path) -> Result<Self, Stop> {
        let named = file.display().to_string();
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|error| Stop::Use(format!("{named}: {error}")))?;
        let mut rows = text.lines().map(cells).filter(|row| row.len() > 1);
        let head = rows.next();
        let head = head.ok_or_else(|| Stop::Use(format!("{named}: there are no columns")))?;
        Ok(Self {
            rows: rows.collect(),
            head,
            file: named,
        })
    }

    /// Where a column stands that has to be there.
    ///
    /// # Errors
    /// [`Stop::Use`] when it is not.
    pub fn column(&self, name: &str) -> Result<usize, Stop> {
        let missing = || Stop::Use(format!("{}: there is no column “{name}”", self.file));
        self.place(name).ok_or_else(missing)
    }

    /// Where a column stands, if it is there.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|head| head == name)
    }
}

/// A cell of a row; empty where the row or the file has none.
pub fn cell(row: &[String], place: Option<usize>) -> &str {
    place
        .and_then(|place| row.get(place))
        .map_or("", String::as_str)
}

/// The cells of a line, without blanks around them; a comma between quotation marks is part of a cell.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match (letter, cells.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (letter, Some(cell)) => cell.push(letter),
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_between_quotation_marks_is_part_of_the_cell() {
        assert_eq!(
            cells("1, \"Peeters, Rosa\",,x"),
            ["1", "Peeters, Rosa", "", "x"]
        );
    }
}
