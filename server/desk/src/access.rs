//! Who acts, and the permit without which nothing is read or written. [`require`] is the only way
//! to get one; what it refuses looks to the asker like something that does not exist.

use domain::role::{Action, ActorKind, Role, allows};
use domain::session::lately;
use domain::{CentreId, Instant, Language, RequestId, ServiceId, SessionId, UserId};

use crate::Desk;

/// Somebody or something that acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in colleague.
    Staff(StaffActor),
    /// A visitor of the public site of a centre.
    Portal {
        /// Which centre, by the name of the host.
        centre: CentreId,
        /// For the trail.
        request: RequestId,
    },
    /// The program itself.
    Job {
        /// Which job, for the trail.
        name: &'static str,
        /// For which centre it works now.
        centre: CentreId,
        /// For the trail.
        request: RequestId,
    },
    /// Somebody with a shell on the server.
    Cli {
        /// For which centre.
        centre: CentreId,
        /// For the trail.
        request: RequestId,
    },
}

/// A signed-in colleague, in the role and service that are worn now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffActor {
    /// Whose account.
    pub user: UserId,
    /// Which centre.
    pub centre: CentreId,
    /// As what.
    pub role: Role,
    /// For which service, when the role works for one.
    pub service: Option<ServiceId>,
    /// Through which session.
    pub session: SessionId,
    /// Through which request.
    pub request: RequestId,
    /// In which language the screens speak.
    pub language: Language,
    /// When the colleague last proved who it is.
    pub proved_at: Instant,
}

impl Actor {
    /// The row of the table of roles this actor is in.
    #[must_use]
    pub const fn kind(&self) -> ActorKind {
        match self {
            Self::Staff(staff) => ActorKind::Staff(staff.role),
            Self::Portal { .. } => ActorKind::Portal,
            Self::Job { .. } => ActorKind::Job,
            Self::Cli { .. } => ActorKind::Cli,
        }
    }

    /// The centre the actor acts in.
    #[must_use]
    pub const fn centre(&self) -> CentreId {
        match self {
            Self::Staff(staff) => staff.centre,
            Self::Portal { centre, .. } | Self::Job { centre, .. } | Self::Cli { centre, .. } => {
                *centre
            }
        }
    }

    /// The request the act is part of.
    #[must_use]
    pub const fn request(&self) -> RequestId {
        match self {
            Self::Staff(staff) => staff.request,
            Self::Portal { request, .. }
            | Self::Job { request, .. }
            | Self::Cli { request, .. } => *request,
        }
    }
}

/// The permission to do one thing in one centre. It cannot be made outside this file.
#[derive(Clone, Debug)]
pub struct Permit {
    actor: Actor,
    action: Action,
}

impl Permit {
    /// The centre whose rows may be touched.
    #[must_use]
    pub const fn centre(&self) -> CentreId {
        self.actor.centre()
    }

    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Who acts, as the trail and the steps of a visit name it: the account, or for anything
    /// without one the request.
    #[must_use]
    pub const fn actor_id(&self) -> uuid::Uuid {
        match &self.actor {
            Actor::Staff(staff) => staff.user.uuid(),
            actor => actor.request().uuid(),
        }
    }

    /// What is done.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }
}

/// The actor may not do this. To the asker it looks like something that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not permitted")]
pub struct Forbidden;

/// Asks whether the actor may do this at all, and writes a refusal down.
///
/// # Errors
/// [`Forbidden`] when the table of roles does not allow it.
pub async fn permitted(desk: &Desk, actor: &Actor, action: Action) -> Result<Permit, Forbidden> {
    match require(actor, action) {
        Ok(permit) => Ok(permit),
        Err(Forbidden) => Err(refuse(desk, actor, action).await),
    }
}

/// Asks as [`permitted`] for a deed that reaches beyond the own screen: a colleague must have proved
/// in the last minutes who it is. The edge asks for the proof before it gets here.
///
/// # Errors
/// [`Forbidden`] when the table of roles does not allow it, or the proof is too old.
pub async fn deed(desk: &Desk, actor: &Actor, action: Action) -> Result<Permit, Forbidden> {
    let permit = permitted(desk, actor, action).await?;
    match actor {
        Actor::Staff(staff) if !lately(staff.proved_at, desk.now()) => {
            Err(refuse(desk, actor, action).await)
        }
        _ => Ok(permit),
    }
}

/// Writes down that the actor tried what is not allowed. A trail that cannot be written changes
/// nothing for the actor: nothing is shown either way.
pub async fn refuse(desk: &Desk, actor: &Actor, action: Action) -> Forbidden {
    if desk.trail().deny(desk, actor, action).await.is_err() {
        tracing::error!(
            action = action.code(),
            "a denied attempt could not be written down"
        );
    }
    Forbidden
}

/// Asks whether the actor may do this at all.
///
/// # Errors
/// [`Forbidden`] when the table of roles does not allow it.
pub fn require(actor: &Actor, action: Action) -> Result<Permit, Forbidden> {
    if allows(actor.kind(), action) {
        Ok(Permit {
            actor: actor.clone(),
            action,
        })
    } else {
        Err(Forbidden)
    }
}
