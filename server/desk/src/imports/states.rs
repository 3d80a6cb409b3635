//! A file of people, how far it is, and how it is read.

use domain::import::Mapping;
use domain::{ImportId, Instant, UserId};
use serde::{Deserialize, Serialize};

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its bytes are coming in.
    Sending,
    /// Somebody has to say which column is which.
    Asking,
    /// Its rows are being read.
    Running,
    /// Somebody stopped it.
    Paused,
    /// Every row is read.
    Done,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Sending,
        Self::Asking,
        Self::Running,
        Self::Paused,
        Self::Done,
    ];

    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Asking => "asking",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }

    /// Reads a code; nothing for a state only a newer program knows.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Where the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Sent in by a browser, kept sealed until every row is read.
    Sent,
    /// In a file on the server, which is at hand when the command runs.
    File,
}

impl Source {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::File => "file",
        }
    }
}

/// What happens to a row whose name and birth date are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IfKnown {
    /// It is told and not written.
    #[default]
    Skip,
    /// It is written as somebody else.
    Write,
}

/// How a file is read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Where each column stands.
    pub mapping: Mapping,
    /// What happens to somebody who is known.
    pub if_known: IfKnown,
}

/// One file, and how far it is read.
pub struct Run {
    /// Which one.
    pub id: ImportId,
    /// Who sent it: the account, or for the command line the request.
    pub by: UserId,
    /// How far it is.
    pub state: State,
    /// How many bytes it has.
    pub size: u64,
    /// How many bytes are read.
    pub position: u64,
    /// The line that is read next, counted from one.
    pub line: i64,
    /// How many people were written down.
    pub written: i64,
    /// How many rows were left out because the person is known.
    pub known: i64,
    /// How many rows do not fit.
    pub bad: i64,
    /// When it came in.
    pub since: Instant,
    /// When its first row was read.
    pub began: Option<Instant>,
    /// When it moved last.
    pub moved: Instant,
    /// When its last row was read.
    pub ended: Option<Instant>,
    /// How often somebody changed it.
    pub rev: i64,
    /// Its head, sealed.
    pub head: Option<Vec<u8>>,
    /// Its plan, sealed.
    pub plan: Option<Vec<u8>>,
}

impl Run {
    /// How many rows are read.
    #[must_use]
    pub const fn rows(&self) -> i64 {
        self.written + self.known + self.bad
    }

    /// How many rows are read in a second, once that can be told.
    #[must_use]
    pub fn speed(&self) -> Option<i64> {
        let seconds = self.moved.seconds_since(self.began?);
        (seconds > 0).then(|| self.rows() / seconds)
    }
}
