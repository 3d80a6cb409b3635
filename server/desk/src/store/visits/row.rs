//! A visit and its steps as rows, and what the rows mean.

use domain::visit::{Purpose, Stage, Token, Visit, VisitKind};
use domain::{Instant, RoomId, ServiceId, Unfit, UserId, VisitId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Step, StepKind};
use crate::seal::LinkKey;
use crate::store::StoreError;

/// A visit as it is stored: whose it is, is a pseudonym, and the remark is sealed.
pub struct StoredVisit {
    /// What is known in the clear.
    pub visit: Visit,
    /// The pseudonym of the person's record in this table.
    pub link: Option<[u8; 16]>,
    /// What binds the pseudonym to this visit; nothing where somebody else wrote it.
    pub bond: Option<[u8; 16]>,
    /// A word for the colleagues, sealed.
    pub remark: Option<Vec<u8>>,
    /// What is known of somebody who waits, sealed.
    pub facts: Option<Vec<u8>>,
}

/// A pseudonym that is bound to the visit it stands in. One that was moved to another visit by
/// somebody without keys does not fit there. They stand in one column, the pseudonym first, so that
/// the visits of one person are found by a range of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The pseudonym of the person's record in this table.
    pub key: LinkKey,
    /// What only a holder of the keys can make for this visit and this pseudonym.
    pub bond: [u8; 16],
}

impl Bound {
    /// What the column holds: 32 bytes.
    pub(super) fn stored(self) -> Vec<u8> {
        [self.key.bytes, self.bond].concat()
    }
}

/// Sixteen bytes of a column.
type Half = [u8; 16];

/// Pseudonym and bond of a column; without a bond, as before there was one, the pseudonym alone.
fn split(stored: &[u8]) -> Result<(Half, Option<Half>), StoreError> {
    let (link, bond) = stored.split_first_chunk().ok_or(StoreError::Inconsistent)?;
    match bond {
        [] => Ok((*link, None)),
        bond => bond
            .try_into()
            .map(|bond| (*link, Some(bond)))
            .map_err(|_| StoreError::Inconsistent),
    }
}

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    token: i64,
    link: Option<Vec<u8>>,
    kind: String,
    purpose: String,
    service_id: Option<Uuid>,
    room_id: Option<Uuid>,
    stage: String,
    arrived_at: chrono::DateTime<chrono::Utc>,
    stage_at: chrono::DateTime<chrono::Utc>,
    remark: Option<Vec<u8>>,
    facts: Option<Vec<u8>>,
    taken_back: bool,
    awaits_duty: bool,
    rev: i64,
}

#[derive(FromRow)]
pub(super) struct StepRow {
    step: String,
    service_id: Option<Uuid>,
    room_id: Option<Uuid>,
    at: chrono::DateTime<chrono::Utc>,
    by_user: Uuid,
}

impl Row {
    pub(super) fn visit(self) -> Result<StoredVisit, StoreError> {
        let unfit = |_| StoreError::Inconsistent;
        let (link, bond) = self.link.as_deref().map(split).transpose()?.unzip();
        let visit = Visit {
            id: VisitId::from_uuid(self.id),
            token: Token::new(self.token),
            kind: VisitKind::parse(&self.kind).map_err(unfit)?,
            purpose: Purpose::parse(&self.purpose).map_err(unfit)?,
            service: self.service_id.map(ServiceId::from_uuid),
            room: self.room_id.map(RoomId::from_uuid),
            stage: self.stage().map_err(unfit)?,
            arrived_at: Instant::from_utc(self.arrived_at),
            stage_at: Instant::from_utc(self.stage_at),
            awaits_duty: self.awaits_duty,
            rev: self.rev,
        };
        Ok(StoredVisit {
            visit,
            link,
            bond: bond.flatten(),
            remark: self.remark,
            facts: self.facts,
        })
    }

    fn stage(&self) -> Result<Stage, Unfit> {
        if self.taken_back {
            Ok(Stage::TakenBack)
        } else {
            Stage::parse(&self.stage)
        }
    }
}

/// The stage in its column. A visit that was taken back has left there, so that whoever asks who is in
/// the house need not know of it; a column beside it says the rest.
pub(super) const fn stored(stage: Stage) -> &'static str {
    match stage {
        Stage::TakenBack => Stage::Left.code(),
        stage => stage.code(),
    }
}

impl StepRow {
    pub(super) fn step(self) -> Result<Step, StoreError> {
        Ok(Step {
            kind: StepKind::parse(&self.step).map_err(|_| StoreError::Inconsistent)?,
            service: self.service_id.map(ServiceId::from_uuid),
            room: self.room_id.map(RoomId::from_uuid),
            at: Instant::from_utc(self.at),
            by: UserId::from_uuid(self.by_user),
        })
    }
}
