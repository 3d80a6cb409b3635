//! What a use case says about what it did; the trail adds who, when and through which request.

use domain::{Pii, RecordId, UserId};

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It happened.
    Done,
    /// A rule of the house did not allow it now.
    Refused,
    /// The actor may not do this.
    Denied,
    /// It does not exist, or not in the actor's centre.
    NotFound,
}

impl Decision {
    /// Every decision.
    pub const ALL: [Self; 4] = [Self::Done, Self::Refused, Self::Denied, Self::NotFound];

    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Denied => "denied",
            Self::NotFound => "not_found",
        }
    }
}

/// One act, for the trail.
pub struct Entry {
    pub(super) object_kind: &'static str,
    pub(super) object: [u8; 16],
    pub(super) subjects: Vec<RecordId>,
    pub(super) on_behalf: Option<UserId>,
    pub(super) decision: Decision,
    pub(super) purpose: &'static str,
    pub(super) detail: Option<Pii<String>>,
}

impl Entry {
    /// An act on one thing, done for the work at the desk. The id is stored as a pseudonym.
    #[must_use]
    pub const fn of(object_kind: &'static str, object: [u8; 16]) -> Self {
        Self {
            object_kind,
            object,
            subjects: Vec::new(),
            on_behalf: None,
            decision: Decision::Done,
            purpose: "desk",
            detail: None,
        }
    }

    /// Names a person whom the act concerned; an act may concern several.
    #[must_use]
    pub fn about(mut self, record: RecordId) -> Self {
        self.subjects.push(record);
        self
    }

    /// Names the colleague who answers for the act, when that is somebody else.
    #[must_use]
    pub const fn on_behalf_of(mut self, user: UserId) -> Self {
        self.on_behalf = Some(user);
        self
    }

    /// Says how the act ended, when it was not done.
    #[must_use]
    pub const fn decided(mut self, decision: Decision) -> Self {
        self.decision = decision;
        self
    }

    /// Says for which purpose, as a code of one or two words.
    #[must_use]
    pub const fn because(mut self, purpose: &'static str) -> Self {
        self.purpose = purpose;
        self
    }

    /// Adds a sealed detail, such as a reason that somebody typed.
    #[must_use]
    pub fn detail(mut self, detail: Pii<String>) -> Self {
        self.detail = Some(detail);
        self
    }
}
