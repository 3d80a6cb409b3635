//! Who can hold a key, and as whom an actor may use one.

use domain::role::{Action, Role};
use domain::{CentreId, ServiceId};
use uuid::Uuid;

use super::place::kinds;
use crate::access::{Actor, Permit, StaffActor};

/// Somebody a key can be wrapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recipient {
    /// The custody of a centre: it gets every key, and only named calls use it.
    Custody(CentreId),
    /// The front desk of a centre.
    Desk(CentreId),
    /// The program's own work for a centre or, with id zero, the installation.
    House(CentreId),
    /// A service that works in the house.
    Service(ServiceId),
}

kinds! {
    /// The kinds of recipients, as they are stored.
    RecipientKind {
        /// The custody.
        Custody = "custody",
        /// The front desk.
        Desk = "desk",
        /// The program.
        House = "house",
        /// A service.
        Service = "service",
    }
}

impl Recipient {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> RecipientKind {
        match self {
            Self::Custody(_) => RecipientKind::Custody,
            Self::Desk(_) => RecipientKind::Desk,
            Self::House(_) => RecipientKind::House,
            Self::Service(_) => RecipientKind::Service,
        }
    }

    /// Its id, of the centre or of the service.
    #[must_use]
    pub const fn id(self) -> [u8; 16] {
        match self {
            Self::Custody(centre) | Self::Desk(centre) | Self::House(centre) => centre.bytes(),
            Self::Service(service) => service.bytes(),
        }
    }

    /// Reads a stored recipient.
    pub(crate) fn stored(kind: &str, id: Uuid) -> Option<Self> {
        let centre = CentreId::from_uuid(id);
        Some(match RecipientKind::parse(kind)? {
            RecipientKind::Custody => Self::Custody(centre),
            RecipientKind::Desk => Self::Desk(centre),
            RecipientKind::House => Self::House(centre),
            RecipientKind::Service => Self::Service(ServiceId::from_uuid(id)),
        })
    }

    /// Whether somebody can be granted a key as this; the custody and the house have theirs by rule.
    #[must_use]
    pub const fn takes_grants(self) -> bool {
        matches!(self, Self::Desk(_) | Self::Service(_))
    }
}

/// As whom the permit's actor may use keys that were granted: the desk, or the service worn now.
/// The jobs that build the index of names and write a released file of people work for the desk.
pub(super) fn worn(permit: &Permit) -> Vec<Recipient> {
    match permit.actor() {
        Actor::Staff(staff) => worn_by_staff(staff),
        Actor::Job { centre, .. } | Actor::Cli { centre, .. }
            if matches!(permit.action(), Action::BuildIndex | Action::WriteExport) =>
        {
            vec![Recipient::Desk(*centre)]
        }
        Actor::Portal { .. } | Actor::Job { .. } | Actor::Cli { .. } => Vec::new(),
    }
}

fn worn_by_staff(staff: &StaffActor) -> Vec<Recipient> {
    let desk = matches!(staff.role, Role::Reception | Role::Intake);
    let desk = desk.then_some(Recipient::Desk(staff.centre));
    desk.into_iter()
        .chain(staff.service.map(Recipient::Service))
        .collect()
}
