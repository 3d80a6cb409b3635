//! A file of rows: what stands between its cells, its head, and its rows from any place on. A row that
//! cannot be read never takes the next one with it.

use domain::import::{Fault, Mapping};
use serde::{Deserialize, Serialize};

mod record;
#[cfg(test)]
mod round_trip;

use record::Reader;

/// How long one row may be, in bytes. A quotation mark that never closes ends here.
pub const LONGEST_ROW: usize = 256 * 1024;

/// Why a file is no file of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSheet {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not UTF-8.
    #[error("the file is not UTF-8")]
    NotText,
    /// Its first line is longer than any row.
    #[error("the first line does not end")]
    NoHead,
}

/// The first line of a file, and where the rows begin.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What stands between the cells.
    pub delimiter: u8,
    /// The heads of the columns.
    pub cells: Vec<String>,
    /// The first byte of the first row.
    pub start: usize,
    /// The line on which that is, counted from one.
    pub line: i64,
}

/// One row as it stands in the file.
pub struct Line {
    /// On which line it begins, counted from one.
    pub line: i64,
    /// Where it stands in the piece.
    pub text: std::ops::Range<usize>,
    /// Its cells, or why they cannot be told.
    pub cells: Result<Vec<String>, Fault>,
}

/// Some rows, and how far they reach.
pub struct Lines {
    /// The rows.
    pub rows: Vec<Line>,
    /// How many bytes they take.
    pub bytes: usize,
    /// On which line the next row begins.
    pub line: i64,
}

/// Reads the head of a file from its first bytes.
///
/// # Errors
/// [`NoSheet`] when there is none.
pub fn head(first: &[u8], last: bool) -> Result<Head, NoSheet> {
    let mark = if first.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    if first.starts_with(b"\xFF\xFE") || first.starts_with(b"\xFE\xFF") || first.contains(&0) {
        return Err(NoSheet::NotText);
    }
    let text = &first[mark..];
    let delimiter = delimiter(text);
    let mut reader = Reader::new(delimiter, None, &[]);
    let read = reader.next(text, (0, 1), last);
    let (row, end, line) = match read {
        record::Next::Row { row, end, line } => (row, end, line),
        record::Next::End => return Err(NoSheet::Empty),
        record::Next::More => return Err(NoSheet::NoHead),
    };
    let cells = row.cells.map_err(|fault| match fault {
        Fault::NotText => NoSheet::NotText,
        _ => NoSheet::NoHead,
    })?;
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return Err(NoSheet::Empty);
    }
    Ok(Head {
        delimiter,
        cells,
        start: mark + end,
        line,
    })
}

/// What stands between cells: whichever of comma, semicolon and tab the first line has most of, outside
/// quotation marks.
fn delimiter(text: &[u8]) -> u8 {
    let (mut counts, mut quoted) = ([0_usize; 3], false);
    for byte in text.iter().skip_while(|byte| byte.is_ascii_whitespace()) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            b',' if !quoted => counts[0] += 1,
            b';' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    match counts {
        [comma, semicolon, tab] if tab > comma && tab > semicolon => b'\t',
        [comma, semicolon, _] if semicolon > comma => b';',
        _ => b',',
    }
}

impl Head {
    /// Reads up to so many rows of a piece of the file that begins with a row on the given line. Fewer
    /// come back where the piece ends first; none and no bytes when not even one row is whole.
    #[must_use]
    pub fn rows(&self, mapping: &Mapping, piece: Piece<'_>, most: usize) -> Lines {
        let read: Vec<usize> = mapping.places().collect();
        let mut reader = Reader::new(self.delimiter, Some(self.cells.len()), &read);
        let mut lines = Lines {
            rows: Vec::new(),
            bytes: 0,
            line: piece.line,
        };
        while lines.rows.len() < most {
            match reader.next(piece.bytes, (lines.bytes, lines.line), piece.last) {
                record::Next::Row { row, end, line } => {
                    (lines.bytes, lines.line) = (end, line);
                    lines.rows.push(row);
                }
                record::Next::More => break,
                record::Next::End => {
                    lines.bytes = piece.bytes.len();
                    break;
                }
            }
        }
        lines
    }
}

/// A piece of a file that begins with a row.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// On which line it begins.
    pub line: i64,
    /// Whether the file ends with it.
    pub last: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(head: &Head) -> Mapping {
        Mapping::guess(head.cells.iter().map(String::as_str)).mapping
    }

    /// The rows of a file by line, each as its cells or its fault.
    fn read(file: &[u8]) -> Vec<(i64, Read)> {
        let head = head(file, true).unwrap();
        let piece = Piece {
            bytes: &file[head.start..],
            line: head.line,
            last: true,
        };
        let lines = head.rows(&mapped(&head), piece, usize::MAX);
        lines
            .rows
            .into_iter()
            .map(|row| (row.line, row.cells))
            .collect()
    }

    type Read = Result<Vec<String>, Fault>;

    fn cells(cells: &[&str]) -> Read {
        let owned = cells.iter().map(|cell| Ok((*cell).to_owned()));
        owned.collect()
    }

    #[test]
    fn comma_semicolon_and_tab_are_found_by_themselves() {
        for (delimiter, file) in [
            (b',', "\u{FEFF}name,phone\nRosa,1"),
            (b';', "name;\"phone, day\"\r\nRosa;1"),
            (b'\t', "name\tphone\n\nRosa\t1\n"),
        ] {
            let found = head(file.as_bytes(), true).unwrap();
            assert_eq!(
                (found.delimiter, found.cells.len()),
                (delimiter, 2),
                "{file}"
            );
            assert_eq!(found.cells[0], "name");
            assert_eq!(
                read(file.as_bytes()).last().unwrap().1,
                cells(&["Rosa", "1"])
            );
        }
    }

    #[test]
    fn a_file_without_text_is_refused() {
        let no_sheet = |file: &[u8]| head(file, true).err();
        assert_eq!(no_sheet(b""), Some(NoSheet::Empty));
        assert_eq!(no_sheet(b"\xEF\xBB\xBF\r\n\r\n"), Some(NoSheet::Empty));
        assert_eq!(no_sheet(b"\xFF\xFEn\0a\0"), Some(NoSheet::NotText));
        assert_eq!(no_sheet(b"pr\xE9nom;nom\n"), Some(NoSheet::NotText));
    }

    #[test]
    fn a_torn_quotation_mark_costs_its_own_line_only() {
        let file =
            b"name,phone\nAn,1\n\"Jan,2\nRosa,3\n\"De Smet, \"\"Ro\"\"\",4\nZ\xE9,5\nKim,6,7\n";
        let expected = [
            (2, cells(&["An", "1"])),
            (3, Err(Fault::TornQuote)),
            (4, cells(&["Rosa", "3"])),
            (5, cells(&["De Smet, \"Ro\"", "4"])),
            (6, Err(Fault::NotText)),
            (7, Err(Fault::OtherCount)),
        ];
        assert_eq!(read(file), expected);
    }

    #[test]
    fn a_torn_quotation_mark_at_the_end_is_told() {
        assert_eq!(
            read(b"name,phone\nAn,1\nJan,\"2"),
            [(2, cells(&["An", "1"])), (3, Err(Fault::TornQuote))]
        );
    }

    #[test]
    fn lines_within_a_cell_that_is_not_read_are_borne() {
        let file = b"name,notes\r\nAn,\"one\r\ntwo\"\r\nRosa,\r\n";
        let expected = [(2, cells(&["An", "one\r\ntwo"])), (4, cells(&["Rosa", ""]))];
        assert_eq!(read(file), expected);
    }

    #[test]
    fn ten_thousand_characters_are_one_cell() {
        let long = "é".repeat(10_000);
        let file = format!("name,phone\n{long},1\nAn,2\n");
        let rows = read(file.as_bytes());
        assert_eq!(rows[0].1, cells(&[&long, "1"]));
        assert_eq!(rows[1].1, cells(&["An", "2"]));
    }

    #[test]
    fn a_piece_that_ends_anywhere_gives_the_same_rows() {
        let file =
            "name,notes\r\nAn,\"a\r\nb\"\r\n\r\n\"Ros\"\"a\",x\nJan,\"torn\nKim,y\r\n".as_bytes();
        let whole = read(file);
        let found = head(file, true).unwrap();
        for size in 1..file.len() {
            assert_eq!(by_pieces(file, &found, size), whole, "pieces of {size}");
        }
    }

    /// The rows read from pieces of one size, each grown until a row fits.
    fn by_pieces(file: &[u8], head: &Head, size: usize) -> Vec<(i64, Read)> {
        let (mut at, mut line, mut rows) = (head.start, head.line, Vec::new());
        let mut grown = size;
        while at < file.len() {
            let end = (at + grown).min(file.len());
            let piece = Piece {
                bytes: &file[at..end],
                line,
                last: end == file.len(),
            };
            let lines = head.rows(&mapped(head), piece, 2);
            grown = if lines.bytes == 0 { grown + size } else { size };
            (at, line) = (at + lines.bytes, lines.line);
            rows.extend(lines.rows.into_iter().map(|row| (row.line, row.cells)));
        }
        rows
    }
}
