//! Signatures only; being written.
#![expect(
    missing_docs,
    clippy::todo,
    clippy::missing_errors_doc,
    clippy::unused_async,
    reason = "being written"
)]
use crate::access::Permit;
use crate::store::{Scope, StoreError, Tx};
use domain::{CentreId, Instant, Pii, RecordId, ServiceId, VisitId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    Person,
    ClientSystem,
    Report,
    Conference,
    Visit,
    House,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    pub kind: SubjectKind,
    pub id: [u8; 16],
}
impl Subject {
    #[must_use]
    pub fn person(id: RecordId) -> Self {
        Self {
            kind: SubjectKind::Person,
            id: id.bytes(),
        }
    }
    #[must_use]
    pub fn visit(id: VisitId) -> Self {
        Self {
            kind: SubjectKind::Visit,
            id: id.bytes(),
        }
    }
    #[must_use]
    pub fn house(id: CentreId) -> Self {
        Self {
            kind: SubjectKind::House,
            id: id.bytes(),
        }
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompartmentKind {
    Identity,
    Contact,
    Visit,
    Draft,
    Staff,
    Audit,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Compartment {
    pub kind: CompartmentKind,
    pub id: [u8; 16],
}
impl Compartment {
    pub const IDENTITY: Self = Self {
        kind: CompartmentKind::Identity,
        id: [0; 16],
    };
    pub const CONTACT: Self = Self {
        kind: CompartmentKind::Contact,
        id: [0; 16],
    };
    pub const VISIT: Self = Self {
        kind: CompartmentKind::Visit,
        id: [0; 16],
    };
    pub const DRAFT: Self = Self {
        kind: CompartmentKind::Draft,
        id: [0; 16],
    };
    pub const STAFF: Self = Self {
        kind: CompartmentKind::Staff,
        id: [0; 16],
    };
    pub const AUDIT: Self = Self {
        kind: CompartmentKind::Audit,
        id: [0; 16],
    };
}
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub table: &'static str,
    pub column: &'static str,
    pub row: [u8; 16],
    pub subject: Subject,
    pub compartment: Compartment,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recipient {
    Custody(CentreId),
    Desk(CentreId),
    House(CentreId),
    Service(ServiceId),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkContext {
    Visit,
    Audit,
    UserName,
    Attempt,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinkKey {
    pub bytes: [u8; 16],
    pub version: i64,
}
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("sealed")]
    Sealed,
    #[error("no key")]
    NoKey,
    #[error("does not open")]
    DoesNotOpen,
    #[error("storage")]
    Store(#[from] StoreError),
}
pub struct Vault;
impl Vault {
    pub async fn seal(
        &self,
        _permit: &Permit,
        _place: &Place,
        _plain: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        todo!()
    }
    pub async fn open(
        &self,
        _permit: &Permit,
        _look: &mut impl Scope,
        _place: &Place,
        _blob: &[u8],
    ) -> Result<Pii<Vec<u8>>, SealError> {
        todo!()
    }
    pub fn link(&self, _context: LinkContext, _id: [u8; 16]) -> Result<LinkKey, SealError> {
        todo!()
    }
    pub fn is_open(&self) -> bool {
        todo!()
    }
}
pub async fn grant(
    _tx: &mut Tx,
    _subject: Subject,
    _compartment: Compartment,
    _recipient: Recipient,
    _now: Instant,
    _until: Option<Instant>,
    _ids: &dyn domain::id::Ids,
) -> Result<(), StoreError> {
    todo!()
}
