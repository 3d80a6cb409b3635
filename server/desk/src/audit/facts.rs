//! A row of the trail before it has a place in a chain, and the bytes its leaf is the hash of.

use chrono::{DateTime, Utc};
use domain::role::Action;
use uuid::Uuid;

use super::chain::{Encoding, Head};
use super::entry::Entry;
use crate::Desk;
use crate::access::{Actor, Permit};
use crate::seal::{Compartment, LinkContext, Place, SealError, Subject};

/// The facts of one row, as they are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Facts {
    pub centre: Uuid,
    pub at: DateTime<Utc>,
    pub actor_kind: String,
    pub actor: Uuid,
    pub on_behalf: Option<Uuid>,
    pub service: Option<Uuid>,
    pub action: String,
    pub object_kind: String,
    pub object_key: Vec<u8>,
    pub decision: String,
    pub purpose: String,
    pub request: Uuid,
    pub sealed: Option<Vec<u8>>,
    pub subjects: Vec<Named>,
}

/// A person whom a row concerns, by pseudonym.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    pub centre: Uuid,
    pub key: Vec<u8>,
}

impl Facts {
    /// The facts of something that was permitted, with its detail sealed.
    pub(super) async fn of(desk: &Desk, permit: &Permit, entry: Entry) -> Result<Self, SealError> {
        let sealed = sealed_detail(desk, permit, &entry).await?;
        let mut facts = Self::bare(desk, permit.actor(), permit.action(), &entry)?;
        facts.sealed = sealed;
        Ok(facts)
    }

    /// The facts without the detail: without a permit nothing can be sealed.
    pub(super) fn bare(
        desk: &Desk,
        actor: &Actor,
        action: Action,
        entry: &Entry,
    ) -> Result<Self, SealError> {
        Ok(Self {
            centre: actor.centre().uuid(),
            at: desk.now().utc(),
            actor_kind: kind_of(actor),
            actor: user_of(actor),
            on_behalf: entry.on_behalf.map(domain::UserId::uuid),
            service: service_of(actor),
            action: action.code().to_owned(),
            object_kind: entry.object_kind.to_owned(),
            object_key: pseudonym(desk, entry.object)?,
            decision: entry.decision.code().to_owned(),
            purpose: entry.purpose.to_owned(),
            request: actor.request().uuid(),
            sealed: None,
            subjects: subjects_of(desk, actor, entry)?,
        })
    }

    /// The hash of every column, at a place in a chain.
    pub(crate) fn leaf(&self, chain: Uuid, seq: i64) -> Head {
        let mut bytes = Encoding::begin(0);
        bytes.field(b"onthaal-audit1");
        bytes.field(chain.as_bytes());
        bytes.field(&seq.to_be_bytes());
        bytes.field(self.centre.as_bytes());
        bytes.instant(self.at);
        bytes.field(self.actor_kind.as_bytes());
        bytes.field(self.actor.as_bytes());
        bytes.optional(self.on_behalf.as_ref().map(|id| &id.as_bytes()[..]));
        bytes.optional(self.service.as_ref().map(|id| &id.as_bytes()[..]));
        bytes.field(self.action.as_bytes());
        bytes.field(self.object_kind.as_bytes());
        bytes.field(&self.object_key);
        bytes.field(self.decision.as_bytes());
        bytes.field(self.purpose.as_bytes());
        bytes.field(self.request.as_bytes());
        bytes.optional(self.sealed.as_deref());
        self.encode_subjects(&mut bytes);
        bytes.hash()
    }

    fn encode_subjects(&self, bytes: &mut Encoding) {
        bytes.number(self.subjects.len() as u64);
        for subject in &self.subjects {
            bytes.field(subject.centre.as_bytes());
            bytes.field(&subject.key);
        }
    }
}

/// A job says which one it is: it has no account that could say so.
fn kind_of(actor: &Actor) -> String {
    match actor {
        Actor::Job { name, .. } => format!("{}:{name}", actor.kind().code()),
        _ => actor.kind().code().to_owned(),
    }
}

fn user_of(actor: &Actor) -> Uuid {
    match actor {
        Actor::Staff(staff) => staff.user.uuid(),
        _ => Uuid::nil(),
    }
}

fn service_of(actor: &Actor) -> Option<Uuid> {
    match actor {
        Actor::Staff(staff) => staff.service.map(domain::ServiceId::uuid),
        _ => None,
    }
}

fn pseudonym(desk: &Desk, id: [u8; 16]) -> Result<Vec<u8>, SealError> {
    Ok(desk.vault().link(LinkContext::Audit, id)?.bytes.to_vec())
}

/// Sorted and each once: a row is the same in whichever order people were named.
fn subjects_of(desk: &Desk, actor: &Actor, entry: &Entry) -> Result<Vec<Named>, SealError> {
    let mut subjects = Vec::with_capacity(entry.subjects.len());
    for record in &entry.subjects {
        subjects.push(Named {
            centre: actor.centre().uuid(),
            key: pseudonym(desk, record.bytes())?,
        });
    }
    subjects.sort();
    subjects.dedup();
    Ok(subjects)
}

/// The row's number is not known yet when the detail is sealed, so the request stands for the row.
async fn sealed_detail(
    desk: &Desk,
    permit: &Permit,
    entry: &Entry,
) -> Result<Option<Vec<u8>>, SealError> {
    let Some(detail) = &entry.detail else {
        return Ok(None);
    };
    let place = Place {
        table: "audit",
        column: "sealed",
        row: permit.actor().request().bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::AUDIT,
    };
    let plain = detail.reveal().as_bytes();
    desk.vault().seal(permit, &place, plain).await.map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{genesis, next};

    fn shown_at_nine() -> Facts {
        Facts {
            centre: Uuid::from_u128(2),
            at: DateTime::from_timestamp(1_773_133_200, 0).unwrap(),
            actor_kind: "reception".to_owned(),
            actor: Uuid::from_u128(3),
            on_behalf: None,
            service: Some(Uuid::from_u128(4)),
            action: "show_person".to_owned(),
            object_kind: "record".to_owned(),
            object_key: vec![5; 16],
            decision: "done".to_owned(),
            purpose: "desk".to_owned(),
            request: Uuid::from_u128(6),
            sealed: Some(vec![7, 8]),
            subjects: vec![Named {
                centre: Uuid::from_u128(2),
                key: vec![9; 16],
            }],
        }
    }

    fn hex(hash: Head) -> String {
        hash.map(|byte| format!("{byte:02x}")).concat()
    }

    /// The two hashes were computed by another program from the same description. Rows of years ago
    /// must still be found whole, so they never change.
    #[test]
    fn the_encoding_of_a_row_stays_what_it_is() {
        let facts = shown_at_nine();
        let leaf = facts.leaf(Uuid::from_u128(1), 7);
        let begun = genesis(Uuid::from_u128(1), facts.at);
        assert_eq!(
            hex(leaf),
            "807d7b7d43a63b76d655659b63142c881ec1839f4c1e1c456ba39a8d4d83e1d6"
        );
        assert_eq!(
            hex(next(&begun, &leaf)),
            "5cbdb3ae732582475b68d11eb1f1026f970f205cef7d88de7cd776d4ce4f9fad"
        );
    }
}
