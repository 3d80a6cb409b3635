//! What the desk asks of a visit: that it begins, and that something of it is otherwise.

use super::{Facts, Purpose, VisitKind, VisitRefusal};
use crate::text::Remark;
use crate::{Pii, RecordId, ServiceId};

/// What the desk asks when somebody comes in.
pub struct CheckIn {
    /// Whose visit it is; nobody for a visitor without a name.
    pub record: Option<RecordId>,
    /// Who comes in.
    pub kind: VisitKind,
    /// What for.
    pub purpose: Purpose,
    /// For which service, when that is known.
    pub service: Option<ServiceId>,
    /// A word for the colleagues, sealed.
    pub remark: Pii<Option<Remark>>,
    /// What helps while somebody waits, sealed.
    pub facts: Pii<Facts>,
    /// The desk has seen that the person is in the house already.
    pub again: bool,
    /// A minor who came alone: the colleague on duty comes before anything is asked.
    pub alone: bool,
}

impl CheckIn {
    /// Whether somebody is received once more: nearly always that is a mistake, so it is said. On
    /// the telephone nobody comes in.
    ///
    /// # Errors
    /// [`VisitRefusal::AlreadyInside`].
    pub fn admit(&self, inside: bool) -> Result<(), VisitRefusal> {
        if inside && !self.again && self.kind != VisitKind::PhoneCall {
            Err(VisitRefusal::AlreadyInside)
        } else {
            Ok(())
        }
    }
}

impl CheckIn {
    /// Whether the colleague on duty comes before anything is asked. Nobody comes in by telephone.
    #[must_use]
    pub const fn awaits_duty(&self) -> bool {
        self.alone && !matches!(self.kind, VisitKind::PhoneCall)
    }
}

/// What was found to be so of a visit, in place of what was written down.
pub struct VisitCorrection {
    /// Who came in.
    pub kind: VisitKind,
    /// What for.
    pub purpose: Purpose,
    /// For, or with, which service.
    pub service: Option<ServiceId>,
    /// A word for the colleagues, sealed.
    pub remark: Pii<Option<Remark>>,
    /// What helps while somebody waits, sealed.
    pub facts: Pii<Facts>,
}
