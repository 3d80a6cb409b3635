//! How far a file is read, on standard error: a line that is written over on a terminal, and a line for
//! every tenth elsewhere.

use std::io::{IsTerminal, Write};
use std::time::Instant;

use desk::imports::{Checked, Run};

use crate::cli::Stop;

/// How wide the bar is.
const WIDTH: usize = 30;

/// How far a file is read.
pub(super) struct Progress {
    size: usize,
    began: Instant,
    position: usize,
    written: i64,
    known: i64,
    bad: i64,
    before: i64,
    tenth: usize,
}

impl Progress {
    /// Nothing of so many bytes.
    pub(super) fn of(size: usize) -> Self {
        Self {
            size: size.max(1),
            began: Instant::now(),
            position: 0,
            written: 0,
            known: 0,
            bad: 0,
            before: 0,
            tenth: 0,
        }
    }

    /// The file was begun before.
    pub(super) fn goes_on(&mut self, run: &Run) {
        (self.written, self.known, self.bad) = (run.written, run.known, run.bad);
        self.before = run.rows();
        if self.before > 0 {
            eprintln!("goes on at line {}", run.line);
        }
    }

    /// A batch more.
    pub(super) fn step(&mut self, checked: &Checked) {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.position = checked.position;
        self.written += number(checked.written);
        self.known += number(checked.known);
        self.bad += number(checked.bad.len() - checked.known);
        let tenth = self.position * 10 / self.size;
        if std::io::stderr().is_terminal() {
            eprint!("\r{}", self.line());
            // Without the bar the work goes on.
            let _shown = std::io::stderr().flush();
        } else if tenth > self.tenth {
            eprintln!("{}", self.line());
        }
        self.tenth = tenth;
    }

    fn rows(&self) -> i64 {
        self.written + self.known + self.bad
    }

    fn line(&self) -> String {
        let full = (self.position * WIDTH / self.size).min(WIDTH);
        let (bar, gap) = ("#".repeat(full), ".".repeat(WIDTH - full));
        let percent = (self.position * 100 / self.size).min(100);
        let (rows, speed) = (self.rows(), self.speed());
        format!("[{bar}{gap}] {percent:3} %  {rows} rows, {speed} a second")
    }

    fn speed(&self) -> u128 {
        let rows = u128::try_from(self.rows() - self.before).unwrap_or(0);
        rows * 1_000 / self.began.elapsed().as_millis().max(1)
    }

    /// Says what became of the rows.
    ///
    /// # Errors
    /// [`Stop::Failed`] when some do not fit.
    pub(super) fn end(&self, dry: bool) -> Result<(), Stop> {
        if std::io::stderr().is_terminal() {
            eprintln!();
        }
        let done = if dry { "would be written" } else { "written" };
        let (written, known) = (self.written, self.known);
        println!(
            "{} rows: {written} {done}, {known} known already, {} that do not fit",
            self.rows(),
            self.bad
        );
        if self.bad == 0 {
            return Ok(());
        }
        Err(Stop::Failed(format!(
            "{} rows do not fit; their lines stand above",
            self.bad
        )))
    }
}
