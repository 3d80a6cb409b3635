//! What the index knows of records that are one person, or may be.

use std::sync::{Arc, PoisonError};

use domain::finding::Reason;
use domain::same_as::{Couple, Verdict};
use domain::text::Name;
use domain::{CentreId, PairId, Pii, RecordId};

use super::known::Known;
use super::people::People;
use super::{Index, Suggested, suggesting};

impl Index {
    /// Learns what was said of two records.
    pub fn learn_said(
        &self,
        centre: CentreId,
        id: PairId,
        (couple, verdict): (Couple<RecordId>, Verdict),
    ) {
        let mut centres = self.centres.write().unwrap_or_else(PoisonError::into_inner);
        let people = centres.entry(centre).or_default();
        people.ties_mut().learn(id, couple, verdict);
    }

    /// Forgets what was taken back.
    pub fn forget_said(&self, centre: CentreId, id: PairId) {
        let mut centres = self.centres.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(people) = centres.get_mut(&centre) {
            people.ties_mut().forget(id);
        }
    }

    /// Every record of the same person, itself among them.
    #[must_use]
    pub fn person(&self, centre: CentreId, record: RecordId) -> Vec<RecordId> {
        let person = self.of(centre, |people| people.ties().answers().person(record));
        person.unwrap_or_else(|| vec![record])
    }

    /// Under which other names somebody was written down.
    #[must_use]
    pub fn also(&self, centre: CentreId, record: RecordId) -> Vec<Pii<Name>> {
        let also = self.of(centre, |people| also(people, record));
        also.unwrap_or_default()
    }

    /// The records that were joined directly.
    #[must_use]
    pub fn joined(&self, centre: CentreId) -> Vec<Couple<RecordId>> {
        let joined = self.of(centre, |people| people.ties().answers().joined().collect());
        joined.unwrap_or_default()
    }

    /// Why two records may be one person.
    #[must_use]
    pub fn compared(&self, centre: CentreId, couple: Couple<RecordId>) -> Option<Reason> {
        let likely = self.of(centre, |people| suggesting::compare(people, couple))?;
        likely.map(|likely| likely.reason)
    }

    /// Records that may be one person and of which nobody said anything, the likeliest first, as if only
    /// those were known whom `seen` lets through.
    pub async fn suggested(
        &self,
        centre: CentreId,
        seen: impl Fn(RecordId) -> bool,
    ) -> Vec<Suggested> {
        let turn = self.of(centre, People::turn).unwrap_or_default();
        let everybody = || self.of(centre, suggesting::sides).unwrap_or_default();
        let found: Arc<Vec<Suggested>> = self.suggesting.found((centre, turn), everybody).await;
        let open = self.of(centre, |people| suggesting::open(people, &found, seen));
        open.unwrap_or_default()
    }
}

/// The other names of a person: what her other records call her, and this one does not.
pub fn also(people: &People, record: RecordId) -> Vec<Pii<Name>> {
    let called = |record| {
        let identity = people.one(record).and_then(Known::identity)?;
        identity.into_revealed().called().cloned()
    };
    let own = called(record);
    let mut names: Vec<Name> = Vec::new();
    for other in people.ties().answers().person(record) {
        let name = called(other).filter(|name| own.as_ref() != Some(name));
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names.into_iter().map(Pii::new).collect()
}
