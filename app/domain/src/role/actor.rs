//! Who or what acts, as the table of roles knows it.

use super::Role;

/// The kinds of actors the house knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// A signed-in colleague, in the role that is worn now.
    Staff(Role),
    /// Somebody on the public site, unknown to the house.
    Portal,
    /// The program itself, at night or between requests.
    Job,
    /// Somebody with a shell on the server.
    Cli,
}

impl ActorKind {
    /// Every kind, in the order of the printed table.
    pub const ALL: [Self; 9] = [
        Self::Staff(Role::Reception),
        Self::Staff(Role::Intake),
        Self::Staff(Role::Service),
        Self::Staff(Role::Facilitator),
        Self::Staff(Role::Coordinator),
        Self::Staff(Role::Administrator),
        Self::Portal,
        Self::Job,
        Self::Cli,
    ];

    /// The code of the kind, as in the audit trail.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Staff(role) => role.code(),
            Self::Portal => "portal",
            Self::Job => "job",
            Self::Cli => "cli",
        }
    }
}
