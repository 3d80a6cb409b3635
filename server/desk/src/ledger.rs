//! The ledger of what must never come back: who was erased, which consent was withdrawn, and which
//! colleague left or works as something no more. Backups are older than the wish, and nobody can reach
//! into them; so the ledger lies beside them, and a house that is put back is told all of it before it
//! opens.

use chrono::NaiveDate;
use domain::role::Action;
use domain::{CentreId, Day, Instant, RecordId, RequestId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::Entry as Line;
use crate::colleagues;
use crate::erasures::{self, ErasureError};
use crate::seal::{SealError, Subject, SubjectKind};
use crate::store::{self, StoreError, Tx, grants, ledger};

/// What was done for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Everything about the subject was erased.
    Erased(Subject),
    /// This grant about the subject was withdrawn.
    Withdrawn(Subject, Uuid),
    /// Somebody is kept from a colleague, of the house that is the subject; who, the denial says.
    Denied(Subject, Uuid),
    /// A hold was set on somebody or lasts longer, of the house that is the subject; which one.
    Held(Subject, Uuid),
    /// A colleague left, of the house that is the subject; which account.
    Left(Subject, Uuid),
    /// A colleague works as something no more, of the house that is the subject; which post.
    Relieved(Subject, Uuid),
}

/// One line of the ledger. It names nobody: the subject is a random number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which line.
    pub id: Uuid,
    /// In which centre.
    pub centre: CentreId,
    /// What was done.
    pub deed: Deed,
    /// On which day.
    pub day: Day,
}

/// Why the ledger was not replayed.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The keystore failed.
    #[error("the seal")]
    Seal(#[from] SealError),
    /// Somebody could not be erased again.
    #[error("erasing")]
    Erasure(#[from] ErasureError),
    /// The data failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl Deed {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Erased(_) => "erased",
            Self::Withdrawn(..) => "withdrawn",
            Self::Denied(..) => "denied",
            Self::Held(..) => "held",
            Self::Left(..) => "left",
            Self::Relieved(..) => "relieved",
        }
    }

    /// About whom it was.
    #[must_use]
    pub const fn subject(self) -> Subject {
        match self {
            Self::Erased(subject)
            | Self::Withdrawn(subject, _)
            | Self::Denied(subject, _)
            | Self::Held(subject, _)
            | Self::Left(subject, _)
            | Self::Relieved(subject, _) => subject,
        }
    }

    /// Which grant, account or post ended, or which denial or hold was set; zero where everything ended.
    #[must_use]
    pub const fn grant(self) -> Uuid {
        match self {
            Self::Erased(_) => Uuid::nil(),
            Self::Withdrawn(_, what)
            | Self::Denied(_, what)
            | Self::Held(_, what)
            | Self::Left(_, what)
            | Self::Relieved(_, what) => what,
        }
    }

    /// Reads a stored deed; nothing for one that only a newer program knows.
    pub(crate) fn stored(code: &str, subject: Subject, grant: Uuid) -> Option<Self> {
        match code {
            "erased" => Some(Self::Erased(subject)),
            "withdrawn" => Some(Self::Withdrawn(subject, grant)),
            "denied" => Some(Self::Denied(subject, grant)),
            "held" => Some(Self::Held(subject, grant)),
            "left" => Some(Self::Left(subject, grant)),
            "relieved" => Some(Self::Relieved(subject, grant)),
            _ => None,
        }
    }
}

/// Writes a deed into the transaction that does it.
///
/// # Errors
/// What the engine said.
pub async fn write(tx: &mut Tx, id: [u8; 16], deed: Deed, now: Instant) -> Result<(), StoreError> {
    let entry = Entry {
        id: Uuid::from_bytes(id),
        centre: crate::store::Scope::centre(tx),
        deed,
        day: Day::from_date(now.utc().date_naive()),
    };
    ledger::add(tx, &entry).await.map(drop)
}

/// Does again, in a house that was put back, what the house of before had done for good. Gives how
/// many entries the house had not known.
///
/// # Errors
/// What stood in the way; the house may not open then.
pub async fn replay(desk: &Desk, entries: &[Entry]) -> Result<usize, LedgerError> {
    let mut centres: Vec<CentreId> = entries.iter().map(|entry| entry.centre).collect();
    centres.sort_by_key(|centre| centre.bytes());
    centres.dedup();
    // A house of before may not have every centre yet: there is nothing of it then.
    let there = store::places::centres(desk.db()).await?;
    centres.retain(|centre| there.iter().any(|known| known.id == *centre));
    let mut done = 0;
    for centre in centres {
        let request = RequestId::new(desk.ids());
        let actor = Actor::Cli { centre, request };
        let permit = access::require(&actor, Action::Backup)?;
        let of_centre = entries.iter().filter(|entry| entry.centre == centre);
        done += replay_in(desk, &permit, of_centre.collect()).await?;
    }
    Ok(done)
}

/// The data first, the keys after them: what stops in between is done at the next start.
async fn replay_in(
    desk: &Desk,
    permit: &Permit,
    entries: Vec<&Entry>,
) -> Result<usize, LedgerError> {
    let now = desk.now();
    let mut done = 0;
    let mut tx = desk.begin(permit).await?;
    for entry in &entries {
        done += usize::from(ledger::add(&mut tx, entry).await?);
        match entry.deed {
            Deed::Erased(subject) => erase(desk, &mut tx, subject, now).await?,
            Deed::Withdrawn(_, grant) => drop(grants::end_one(&mut tx, grant, now).await?),
            // What they say is put back by itself.
            Deed::Denied(..) | Deed::Held(..) => {}
            Deed::Left(_, user) => {
                colleagues::leave_again(desk, &mut tx, UserId::from_uuid(user)).await?;
            }
            Deed::Relieved(_, post) => store::colleagues::relieve(&mut tx, post, now).await?,
        }
    }
    let line = Line::of("ledger", permit.centre().bytes()).because("restore");
    desk.commit(tx, permit, line).await?;
    while erasures::keys::finish_as(desk, permit).await? > 0 {}
    Ok(done)
}

/// Everything about the subject: the rows of a person, and the keys.
async fn erase(
    desk: &Desk,
    tx: &mut Tx,
    subject: Subject,
    now: Instant,
) -> Result<(), LedgerError> {
    if subject.kind == SubjectKind::Person {
        return Ok(
            erasures::erase(desk, tx, RecordId::from_uuid(Uuid::from_bytes(subject.id))).await?,
        );
    }
    grants::end_of_subject(tx, subject, now).await?;
    Ok(erasures::keys::end(desk, tx, (subject, None)).await?)
}

/// An entry as it is written into the file beside the backups.
#[derive(Serialize, Deserialize)]
pub(crate) struct Written {
    id: Uuid,
    centre: Uuid,
    deed: String,
    kind: String,
    subject: Uuid,
    grant: Uuid,
    day: String,
}

impl From<&Entry> for Written {
    fn from(entry: &Entry) -> Self {
        let subject = entry.deed.subject();
        Self {
            id: entry.id,
            centre: entry.centre.uuid(),
            deed: entry.deed.code().to_owned(),
            kind: subject.kind.code().to_owned(),
            subject: Uuid::from_bytes(subject.id),
            grant: entry.deed.grant(),
            day: entry.day.date().to_string(),
        }
    }
}

impl Written {
    /// The entry; nothing for what only a newer program knows.
    pub(crate) fn entry(self) -> Option<Entry> {
        let kind = SubjectKind::parse(&self.kind)?;
        let subject = Subject::of(kind, self.subject.into_bytes());
        Some(Entry {
            id: self.id,
            centre: CentreId::from_uuid(self.centre),
            deed: Deed::stored(&self.deed, subject, self.grant)?,
            day: Day::from_date(self.day.parse::<NaiveDate>().ok()?),
        })
    }
}
