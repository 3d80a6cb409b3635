//! What happened in a visit, with who and when.

use crate::{Instant, RoomId, ServiceId, Unfit, UserId};

use super::Stage;

/// One step of a visit, with who and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it was.
    pub kind: StepKind,
    /// With which service.
    pub service: Option<ServiceId>,
    /// In which room.
    pub room: Option<RoomId>,
    /// When.
    pub at: Instant,
    /// Who wrote it down.
    pub by: UserId,
}

/// What a step was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Came in.
    Arrived,
    /// Was found to belong to a person.
    Linked,
    /// Was put right: the kind, the purpose, the service or the remark.
    Corrected,
    /// Reached a stage.
    Reached(Stage),
    /// The step before was a mistake and does not count.
    TookBack,
    /// Was still in the house after closing time, as somebody said who looked.
    StillHere,
    /// The colleague on duty is to come, before anything is asked.
    DutyCalled,
    /// The colleague on duty came.
    DutyCame,
}

impl StepKind {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Linked => "linked",
            Self::Corrected => "corrected",
            Self::Reached(stage) => stage.code(),
            Self::TookBack => "took_back",
            Self::StillHere => "still_here",
            Self::DutyCalled => "duty_called",
            Self::DutyCame => "duty_came",
        }
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for a code that no step has.
    pub fn parse(code: &str) -> Result<Self, Unfit> {
        let own = [
            Self::Arrived,
            Self::Linked,
            Self::Corrected,
            Self::TookBack,
            Self::StillHere,
            Self::DutyCalled,
            Self::DutyCame,
        ];
        let found = own.into_iter().find(|kind| kind.code() == code);
        found.map_or_else(|| Stage::parse(code).map(Self::Reached), Ok)
    }
}
