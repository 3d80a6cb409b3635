//! Signatures only; being written.
#![expect(
    missing_docs,
    clippy::todo,
    clippy::missing_errors_doc,
    clippy::unused_async,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "being written"
)]
use crate::Desk;
use crate::access::Permit;
use crate::store::{StoreError, Tx};
use domain::{Pii, RecordId};
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Done,
    Refused,
    Denied,
    NotFound,
}
pub struct Entry {
    pub object_kind: &'static str,
    pub object: [u8; 16],
    pub subjects: Vec<RecordId>,
    pub decision: Decision,
    pub purpose: &'static str,
    pub detail: Option<Pii<String>>,
}
impl Entry {
    pub fn of(object_kind: &'static str, object: [u8; 16]) -> Self {
        Self {
            object_kind,
            object,
            subjects: vec![],
            decision: Decision::Done,
            purpose: "desk",
            detail: None,
        }
    }
    pub fn about(mut self, record: RecordId) -> Self {
        self.subjects.push(record);
        self
    }
    pub fn decided(mut self, decision: Decision) -> Self {
        self.decision = decision;
        self
    }
    pub fn because(mut self, purpose: &'static str) -> Self {
        self.purpose = purpose;
        self
    }
    pub fn detail(mut self, detail: Pii<String>) -> Self {
        self.detail = Some(detail);
        self
    }
}
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    #[error("the trail cannot be written")]
    Unwritable,
}
pub struct Trail;
impl Trail {
    pub async fn append(
        &self,
        _tx: &mut Tx,
        _permit: &Permit,
        _entry: Entry,
        _desk: &Desk,
    ) -> Result<(), StoreError> {
        todo!()
    }
    pub async fn witness(
        &self,
        _desk: &Desk,
        _permit: &Permit,
        _entry: Entry,
    ) -> Result<(), AuditError> {
        todo!()
    }
}
