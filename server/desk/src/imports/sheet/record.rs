//! One row after the other. Cells are told apart by the reader of the csv crates; what is added here is
//! that a quotation mark which does not close costs one line and not the rest of the file.

use csv_core::{ReadRecordResult, ReaderBuilder};
use domain::import::Fault;

use super::{LONGEST_ROW, Line};

/// How many cells a row may have.
const MOST_CELLS: usize = 1_000;

/// What comes next in a piece of a file.
pub(super) enum Next {
    /// A row, where it ends, and on which line the next one begins.
    Row { row: Line, end: usize, line: i64 },
    /// The piece ends within the next row.
    More,
    /// The file has no more rows.
    End,
}

/// Reads rows of one file.
pub(super) struct Reader<'a> {
    csv: csv_core::Reader,
    columns: Option<usize>,
    read: &'a [usize],
    output: Vec<u8>,
    ends: Vec<usize>,
}

/// Some cells and how many bytes they took.
struct Cells {
    of: Vec<Vec<u8>>,
    bytes: usize,
    closed: bool,
}

impl<'a> Reader<'a> {
    /// A reader of rows with so many columns, of which some are read.
    pub(super) fn new(delimiter: u8, columns: Option<usize>, read: &'a [usize]) -> Self {
        Self {
            csv: ReaderBuilder::new().delimiter(delimiter).build(),
            columns,
            read,
            output: Vec::new(),
            ends: vec![0; MOST_CELLS],
        }
    }

    /// What comes next after so many bytes of a piece, on the given line.
    pub(super) fn next(&mut self, piece: &[u8], (at, line): (usize, i64), last: bool) -> Next {
        let blank = piece[at..]
            .iter()
            .take_while(|byte| is_break(**byte))
            .count();
        let (start, line) = (at + blank, line + breaks(&piece[at..at + blank]));
        let rest = &piece[start..];
        if rest.is_empty() {
            return if last { Next::End } else { Next::More };
        }
        let Some(first) = first_line(rest, last) else {
            return Next::More;
        };
        let window = &rest[..rest.len().min(first.max(LONGEST_ROW))];
        let cells = if rest[..first].contains(&b'"') {
            self.cells(window)
        } else {
            self.cells(&rest[..first])
        };
        let whole = last && window.len() == rest.len();
        if !cells.closed && !whole && window.len() < LONGEST_ROW {
            return Next::More;
        }
        let (taken, cells) = self.judged(rest, first, cells, whole);
        // The line feed that belongs to it may be in the next piece.
        if !last && taken == rest.len() && rest.ends_with(b"\r") {
            return Next::More;
        }
        let row = Line {
            line,
            text: start..start + taken,
            cells,
        };
        Next::Row {
            row,
            end: start + taken,
            line: line + breaks(&rest[..taken]),
        }
    }

    /// How many bytes the row takes, and its cells when they can be believed.
    fn judged(
        &self,
        rest: &[u8],
        first: usize,
        read: Cells,
        whole: bool,
    ) -> (usize, Result<Vec<String>, Fault>) {
        let taken = with_line_feed(rest, read.bytes);
        let lines = taken > first;
        let odd = count(&rest[..taken], b'"') % 2 == 1;
        let fits = self.columns.is_none_or(|columns| columns == read.of.len());
        let broken = |place: &usize| {
            let cell = read.of.get(*place);
            cell.is_some_and(|cell| cell.iter().any(|byte| is_break(*byte)))
        };
        let unclosed = !read.closed && (!whole || odd);
        if unclosed || (lines && (odd || !fits || self.read.iter().any(broken))) {
            return (first, Err(Fault::TornQuote));
        }
        if !fits {
            let why = if odd {
                Fault::TornQuote
            } else {
                Fault::OtherCount
            };
            return (taken, Err(why));
        }
        let text = read.of.into_iter().map(String::from_utf8);
        let cells: Result<Vec<String>, _> = text.collect();
        (taken, cells.map_err(|_| Fault::NotText))
    }

    /// The cells of the row that a window begins with.
    fn cells(&mut self, window: &[u8]) -> Cells {
        self.csv.reset();
        self.output.resize(window.len().max(self.output.len()), 0);
        let (outcome, bytes, mut written, mut count) =
            self.csv
                .read_record(window, &mut self.output, &mut self.ends);
        let closed = matches!(outcome, ReadRecordResult::Record);
        if matches!(outcome, ReadRecordResult::InputEmpty) {
            let (_, _, more, ended) =
                self.csv
                    .read_record(&[], &mut self.output[written..], &mut self.ends[count..]);
            (written, count) = (written + more, count + ended);
        }
        let mut from = 0;
        let cells = self.ends[..count].iter().map(|end| {
            let cell = self.output[from..(*end).min(written)].to_vec();
            from = *end;
            cell
        });
        Cells {
            of: cells.collect(),
            bytes,
            closed,
        }
    }
}

const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// How many lines end in some bytes: each with a line feed, or with a carriage return alone.
fn breaks(bytes: &[u8]) -> i64 {
    let feeds = count(bytes, b'\n');
    let pairs = bytes.windows(2).filter(|pair| pair == b"\r\n").count();
    let returns = count(bytes, b'\r');
    i64::try_from(feeds + returns - pairs).unwrap_or(i64::MAX)
}

fn count(bytes: &[u8], wanted: u8) -> usize {
    bytes.split(|byte| *byte == wanted).count() - 1
}

/// How many bytes the first line takes with its end; nothing while its end is not there.
fn first_line(rest: &[u8], last: bool) -> Option<usize> {
    match rest.iter().position(|byte| is_break(*byte)) {
        Some(end) if end + 1 < rest.len() || last => Some(with_line_feed(rest, end + 1)),
        Some(end) if rest[end] == b'\n' => Some(end + 1),
        None if last => Some(rest.len()),
        _ => None,
    }
}

/// A carriage return takes the line feed after it along.
fn with_line_feed(rest: &[u8], end: usize) -> usize {
    let pair = end > 0 && rest[end - 1] == b'\r' && rest.get(end) == Some(&b'\n');
    end + usize::from(pair)
}
