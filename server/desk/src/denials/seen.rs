//! Whom an actor may see at all, asked anew on every request.

use super::{HashSet, RecordId, UserId};
use crate::access::{Actor, Permit};
use crate::seal::SealError;
use crate::store::{Scope, denials};
use crate::{Desk, same_as};

/// Whom an actor may see. Empty denials, the usual case, cost one look into the store.
pub struct Seen<'a> {
    desk: &'a Desk,
    permit: &'a Permit,
    denied: HashSet<[u8; 16]>,
    /// Every record of those who are known.
    records: HashSet<RecordId>,
    /// Whether all of them are known.
    known: bool,
}

/// Whom the permit's actor may see. Only colleagues are kept from anybody.
///
/// # Errors
/// [`SealError::Sealed`] while the house is sealed, or what the store said.
pub async fn seen<'a>(
    desk: &'a Desk,
    permit: &'a Permit,
    scope: &mut impl Scope,
) -> Result<Seen<'a>, SealError> {
    let colleague = match permit.actor() {
        Actor::Staff(staff) => Some(staff.user),
        _ => None,
    };
    seen_by(desk, permit, scope, colleague).await
}

/// Whom a colleague may see on whose behalf the permit's actor works; everybody for none.
///
/// # Errors
/// As [`seen`].
pub async fn seen_by<'a>(
    desk: &'a Desk,
    permit: &'a Permit,
    scope: &mut impl Scope,
    colleague: Option<UserId>,
) -> Result<Seen<'a>, SealError> {
    let denied: HashSet<[u8; 16]> = match colleague {
        Some(user) => {
            let keys = denials::of(scope, &super::barred(desk, user)?).await?;
            keys.into_iter()
                .filter_map(|key| key.try_into().ok())
                .collect()
        }
        None => HashSet::new(),
    };
    let known = denied.iter();
    let known = known.filter_map(|key| desk.index().denied(permit.centre(), key));
    let known: Vec<RecordId> = known.collect();
    let mut records = HashSet::new();
    // A denial about one record is about the whole person, as the store has her now.
    for record in &known {
        records.extend(same_as::members(desk, permit, scope, *record).await?);
    }
    Ok(Seen {
        records,
        known: known.len() == denied.len(),
        desk,
        permit,
        denied,
    })
}

impl Seen<'_> {
    /// Whether nobody at all is kept from the actor.
    pub fn shows_everybody(&self) -> bool {
        self.denied.is_empty()
    }

    /// Whether the actor may see this person. Without the keys nobody is seen.
    pub fn shows(&self, record: RecordId) -> bool {
        if self.records.contains(&record) {
            return false;
        }
        // Somebody whom the index does not know (yet) is recognised by her pseudonym alone.
        self.known
            || super::link(self.desk, record).is_ok_and(|link| !self.denied.contains(&link.bytes))
    }

    /// Whether the actor may see a visit, by the pseudonym of whose it is. A visit of nobody knows
    /// whom might be hers.
    pub fn shows_visit(&self, link: Option<[u8; 16]>) -> bool {
        let Some(link) = link.filter(|_| !self.denied.is_empty()) else {
            return true;
        };
        let record = self.desk.index().record_of(self.permit.centre(), &link);
        record.is_some_and(|record| self.shows(record))
    }
}
