//! A browser as the use cases see it: its session, what that is good for now, and from where it asks.

use std::net::IpAddr;

use domain::session::Stage;
use domain::{Language, RequestId};

use crate::access::{Actor, StaffActor};
use crate::store::sessions::{Owner, Session};
use crate::store::workstations::Workstation;

/// A browser that has a session, and from where it asks.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Its session.
    pub session: Session,
    /// What the session is good for now.
    pub stage: Stage,
    /// The computer of the desk it runs on, if the house enrolled it.
    pub workstation: Option<Workstation>,
    /// The network address it asks from.
    pub address: IpAddr,
    /// The request.
    pub request: RequestId,
    /// The language that somebody chose in it before signing in.
    pub chosen: Option<Language>,
}

impl Browser {
    /// The language of its screens.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.session.language
    }

    /// The colleague, while signed in and not locked.
    #[must_use]
    pub fn staff(&self) -> Option<StaffActor> {
        (self.stage == Stage::Open).then(|| self.owner()).flatten()
    }

    /// The colleague whose session it is, even while it is locked: for locking, unlocking and
    /// signing out, never for reading anything.
    pub(crate) fn owner(&self) -> Option<StaffActor> {
        let Owner {
            user,
            role,
            service,
        } = self.session.owner?;
        Some(StaffActor {
            user,
            centre: self.session.centre,
            role,
            service,
            session: self.session.id,
            request: self.request,
            language: self.session.language,
            proved_at: self.session.life.last_proof(),
        })
    }

    /// Who acts when this browser asks: the colleague, or somebody unknown.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.staff().map_or(
            Actor::Portal {
                centre: self.session.centre,
                request: self.request,
            },
            Actor::Staff,
        )
    }

    /// Whether it is a locked screen of somebody who signed in.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.session.owner.is_some() && self.stage == Stage::Locked
    }
}
