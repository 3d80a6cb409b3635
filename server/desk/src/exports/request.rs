//! One request for a file of everybody, and where it stands.

use domain::{ExportId, Instant, UserId};

use super::HOUR;

/// Where a request stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A colleague has to let it out.
    Asked,
    /// The file is being made.
    Released,
    /// The one who asked may take it.
    Ready,
    /// It was taken.
    Taken,
    /// Nobody let it out or took it in time.
    Over,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 5] = [
        Self::Asked,
        Self::Released,
        Self::Ready,
        Self::Taken,
        Self::Over,
    ];

    /// The code of its words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Released => "released",
            Self::Ready => "ready",
            Self::Taken => "taken",
            Self::Over => "over",
        }
    }
}

/// A request as it is stored.
pub struct Request {
    /// Which one.
    pub id: ExportId,
    /// Who asked.
    pub by: UserId,
    /// When.
    pub asked: Instant,
    /// Why, sealed.
    pub reason: Vec<u8>,
    /// When it was let out.
    pub released: Option<Instant>,
    /// When its file was made.
    pub made: Option<Instant>,
    /// Of how many pieces.
    pub pieces: i64,
    /// How many entries the ledger had then.
    pub deeds: i64,
    /// When it was taken.
    pub taken: Option<Instant>,
    /// How often it was changed.
    pub rev: i64,
}

impl Request {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self, now: Instant) -> Stage {
        let late = |since: Instant| now.seconds_since(since) >= HOUR;
        match (self.taken, self.released) {
            (Some(_), _) => Stage::Taken,
            (None, Some(released)) if !late(released) && self.made.is_some() => Stage::Ready,
            (None, Some(released)) if !late(released) => Stage::Released,
            (None, None) if !late(self.asked) => Stage::Asked,
            _ => Stage::Over,
        }
    }
}
