//! A session as a row, and what the row means.

use domain::role::Role;
use domain::session::Life;
use domain::{CentreId, Instant, Language, ServiceId, SessionId, UserId, WorkstationId};
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::store::StoreError;

/// A session as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which one.
    pub id: SessionId,
    /// In which centre; zero before sign-in.
    pub centre: CentreId,
    /// Whose, after sign-in.
    pub owner: Option<Owner>,
    /// On which enrolled computer.
    pub workstation: Option<WorkstationId>,
    /// The language of the screens.
    pub language: Language,
    /// When it began.
    pub created_at: Instant,
    /// What decides how long it lasts.
    pub life: Life,
}

/// Who is signed in through a session, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Whose account.
    pub user: UserId,
    /// The role that is worn.
    pub role: Role,
    /// The service it is worn for.
    pub service: Option<ServiceId>,
}

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    centre_id: Uuid,
    user_id: Option<Uuid>,
    role: Option<String>,
    service_id: Option<Uuid>,
    workstation_id: Option<Uuid>,
    language: String,
    created_at: DateTime<Utc>,
    proved_at: DateTime<Utc>,
    active_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    locked_at: Option<DateTime<Utc>>,
    stepped_at: Option<DateTime<Utc>>,
}

impl Row {
    pub(super) fn session(self) -> Result<Session, StoreError> {
        Ok(Session {
            id: SessionId::from_uuid(self.id),
            centre: CentreId::from_uuid(self.centre_id),
            owner: self.owner()?,
            workstation: self.workstation_id.map(WorkstationId::from_uuid),
            language: Language::parse(&self.language).map_err(|_| StoreError::Inconsistent)?,
            created_at: Instant::from_utc(self.created_at),
            life: Life {
                proved_at: Instant::from_utc(self.proved_at),
                active_at: Instant::from_utc(self.active_at),
                ends_at: Instant::from_utc(self.ends_at),
                locked_at: self.locked_at.map(Instant::from_utc),
                stepped_at: self.stepped_at.map(Instant::from_utc),
            },
        })
    }

    fn owner(&self) -> Result<Option<Owner>, StoreError> {
        let (user, role) = match (self.user_id, self.role.as_deref()) {
            (None, None) => return Ok(None),
            (Some(user), Some(role)) => (user, role),
            _ => return Err(StoreError::Inconsistent),
        };
        Ok(Some(Owner {
            user: UserId::from_uuid(user),
            role: Role::parse(role).map_err(|_| StoreError::Inconsistent)?,
            service: self.service_id.map(ServiceId::from_uuid),
        }))
    }
}
