//! The people of a house by name, in memory only: built when the seal opens, gone when it closes.
//! No index of names is ever stored, because one on disk can be read without a key.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

use domain::person::Identity;
use domain::{CentreId, Pii, RecordId};

mod folded;
mod scan;

use scan::Known;
pub use scan::{Hit, Reason, taken_apart};

/// How many people a search shows at most.
pub const MOST_HITS: usize = 20;

/// The people of every centre this process serves, and whose visit is whose.
#[derive(Default)]
pub struct Index {
    centres: RwLock<HashMap<CentreId, People>>,
    filling: AtomicBool,
    turn: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct People {
    known: HashMap<RecordId, Known>,
    links: HashMap<[u8; 16], RecordId>,
    denied: HashMap<[u8; 16], RecordId>,
}

/// One person as the index learns her.
pub struct Entry {
    /// Which record.
    pub record: RecordId,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// Her number, to be found by.
    pub phone: Option<Pii<String>>,
    /// Her pseudonym in the table of visits.
    pub visit_link: [u8; 16],
    /// Her pseudonym among those whom a colleague must not see.
    pub denied_link: [u8; 16],
}

impl Index {
    /// Waits for a turn at writing somebody down: looking for the same name and adding it are one
    /// step in this process.
    pub async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Learns a person, in place of what was known of the same record.
    pub fn learn(&self, centre: CentreId, entry: &Entry) {
        let mut centres = self.centres.write().unwrap_or_else(PoisonError::into_inner);
        let people = centres.entry(centre).or_default();
        people.links.insert(entry.visit_link, entry.record);
        people.denied.insert(entry.denied_link, entry.record);
        people.known.insert(
            entry.record,
            Known::of(&entry.identity, entry.phone.as_ref()),
        );
    }

    /// Forgets one person.
    pub fn forget(&self, centre: CentreId, record: RecordId) {
        let mut centres = self.centres.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(people) = centres.get_mut(&centre) {
            people.known.remove(&record);
            people.links.retain(|_, known| *known != record);
            people.denied.retain(|_, known| *known != record);
        }
    }

    /// Notes whether the people are still being read: until they all are, a search would find
    /// nobody, and somebody who is known would be written down again.
    pub fn fill(&self, filling: bool) {
        self.filling.store(filling, Ordering::SeqCst);
    }

    /// Whether the people are still being read.
    #[must_use]
    pub fn is_filling(&self) -> bool {
        self.filling.load(Ordering::SeqCst)
    }

    /// Forgets everybody.
    pub fn forget_all(&self) {
        self.centres
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// How many people of a centre are known.
    #[must_use]
    pub fn len(&self, centre: CentreId) -> usize {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        centres.get(&centre).map_or(0, |people| people.known.len())
    }

    /// Whose visit it is, by the pseudonym in the table of visits.
    #[must_use]
    pub fn record_of(&self, centre: CentreId, visit_link: &[u8; 16]) -> Option<RecordId> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        centres.get(&centre)?.links.get(visit_link).copied()
    }

    /// Whom a colleague must not see, by the pseudonym in the table of denials.
    #[must_use]
    pub fn denied(&self, centre: CentreId, denied_link: &[u8; 16]) -> Option<RecordId> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        centres.get(&centre)?.denied.get(denied_link).copied()
    }

    /// Who a record is; nothing for one that is not known.
    #[must_use]
    pub fn identity(&self, centre: CentreId, record: RecordId) -> Option<Pii<Identity>> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        centres.get(&centre)?.known.get(&record)?.identity()
    }

    /// The people a search means, the likeliest first, at most [`MOST_HITS`], as if only those were
    /// known whom `seen` lets through.
    #[must_use]
    pub fn find(&self, centre: CentreId, asked: &str, seen: impl Fn(RecordId) -> bool) -> Vec<Hit> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        let Some(people) = centres.get(&centre) else {
            return Vec::new();
        };
        let known = people.known.iter().filter(|(record, _)| seen(**record));
        scan::best(known, asked, MOST_HITS)
    }

    /// Whether a record is known.
    #[must_use]
    pub fn knows(&self, centre: CentreId, record: RecordId) -> bool {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        centres
            .get(&centre)
            .is_some_and(|people| people.known.contains_key(&record))
    }

    /// Which of these people are known by the same name and birth date, here or earlier among them;
    /// where neither has a birth date, by the same name and telephone number. Everybody is looked
    /// at once for all of them, as if only those were known whom `seen` lets through.
    #[must_use]
    pub fn known(
        &self,
        centre: CentreId,
        sought: &[(&Identity, Option<Pii<String>>)],
        seen: impl Fn(RecordId) -> bool,
    ) -> Vec<bool> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        let people = centres.get(&centre);
        let known = people.into_iter().flat_map(|people| &people.known);
        let known = known.filter(|(record, _)| seen(**record));
        scan::known(known.map(|(_, known)| known), sought)
    }

    /// People with the very same name or alias, and no other birth date: probably the same person.
    /// As if only those were known whom `seen` lets through.
    #[must_use]
    pub fn likely_same(
        &self,
        centre: CentreId,
        identity: &Identity,
        seen: impl Fn(RecordId) -> bool,
    ) -> Vec<Hit> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        let Some(people) = centres.get(&centre) else {
            return Vec::new();
        };
        let known = people.known.iter().filter(|(record, _)| seen(**record));
        scan::same(known, identity)
    }
}
