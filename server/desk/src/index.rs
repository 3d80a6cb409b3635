//! The people of a house by name, in memory only: built when the seal opens, gone when it closes.
//! No index of names is ever stored, because one on disk can be read without a key.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock};

use domain::person::Identity;
use domain::{CentreId, Pii, RecordId};

mod known;
mod looking;
mod many;
mod people;
mod said;
mod suggesting;
#[cfg(test)]
mod tests;
mod ties;
mod vocabulary;

pub use domain::finding::{Dated, How, Reason, Same, taken_apart};
pub use looking::{Hit, stands_out};
use people::People;
pub use suggesting::Suggested;
use suggesting::Suggesting;

/// How many people a search shows at most.
pub const MOST_HITS: usize = 20;

/// The people of every centre this process serves, and whose visit is whose.
#[derive(Default)]
pub struct Index {
    centres: RwLock<HashMap<CentreId, People>>,
    filling: AtomicBool,
    expected: AtomicUsize,
    turn: tokio::sync::Mutex<()>,
    suggesting: Suggesting,
}

/// One person as the index learns her.
pub struct Entry {
    /// Which record.
    pub record: RecordId,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// Her number, to be found by.
    pub phone: Option<Pii<String>>,
    /// Her e-mail address, to be found by.
    pub email: Option<Pii<String>>,
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

    /// Learns people, each in place of what was known of the same record.
    pub fn learn(&self, centre: CentreId, entries: &[Entry]) {
        let mut centres = self.centres.write().unwrap_or_else(PoisonError::into_inner);
        let people = centres.entry(centre).or_default();
        for entry in entries {
            people.learn(entry);
        }
    }

    /// Forgets one person.
    pub fn forget(&self, centre: CentreId, record: RecordId) {
        let mut centres = self.centres.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(people) = centres.get_mut(&centre) {
            people.forget(record);
        }
    }

    /// Notes whether the people are still being read: until they all are, a search would find
    /// nobody, and somebody who is known would be written down again.
    pub fn fill(&self, filling: bool) {
        self.expected.store(0, Ordering::SeqCst);
        self.filling.store(filling, Ordering::SeqCst);
    }

    /// Notes how many more people are going to be read.
    pub fn expect(&self, people: usize) {
        self.expected.fetch_add(people, Ordering::SeqCst);
    }

    /// How many people in a hundred are read, while they are being read and there are some.
    #[must_use]
    pub fn read_so_far(&self) -> Option<u8> {
        let expected = self.expected.load(Ordering::SeqCst);
        if expected == 0 || !self.is_filling() {
            return None;
        }
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        let known: usize = centres.values().map(People::len).sum();
        u8::try_from((known * 100 / expected).min(99)).ok()
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
        self.of(centre, People::len).unwrap_or(0)
    }

    /// Something of the people of a centre; nothing for a centre without any.
    fn of<T>(&self, centre: CentreId, asked: impl FnOnce(&People) -> T) -> Option<T> {
        let centres = self.centres.read().unwrap_or_else(PoisonError::into_inner);
        centres.get(&centre).map(asked)
    }

    /// Whose visit it is, by the pseudonym in the table of visits.
    #[must_use]
    pub fn record_of(&self, centre: CentreId, visit_link: &[u8; 16]) -> Option<RecordId> {
        self.of(centre, |people| people.visiting(visit_link))?
    }

    /// Whom a colleague must not see, by the pseudonym in the table of denials.
    #[must_use]
    pub fn denied(&self, centre: CentreId, denied_link: &[u8; 16]) -> Option<RecordId> {
        self.of(centre, |people| people.denied(denied_link))?
    }

    /// Who a record is; nothing for one that is not known.
    #[must_use]
    pub fn identity(&self, centre: CentreId, record: RecordId) -> Option<Pii<Identity>> {
        self.of(centre, |people| people.one(record)?.identity())?
    }

    /// The people a search means, the likeliest first, at most [`MOST_HITS`], as if only those were
    /// known whom `seen` lets through.
    #[must_use]
    pub fn find(&self, centre: CentreId, asked: &str, seen: impl Fn(RecordId) -> bool) -> Vec<Hit> {
        let found = self.of(centre, |people| looking::best(people, asked, seen));
        found.unwrap_or_default()
    }

    /// Whether a record is known.
    #[must_use]
    pub fn knows(&self, centre: CentreId, record: RecordId) -> bool {
        let known = self.of(centre, |people| people.one(record).is_some());
        known.unwrap_or(false)
    }

    /// Which of these people are known by the same name and birth date, here or earlier among them;
    /// where neither has a birth date, by the same name and telephone number. As if only those were
    /// known whom `seen` lets through.
    #[must_use]
    pub fn known(
        &self,
        centre: CentreId,
        sought: &[(&Identity, Option<Pii<String>>)],
        seen: impl Fn(RecordId) -> bool,
    ) -> Vec<bool> {
        let known = self.of(centre, |people| many::known(people, sought, &seen));
        known.unwrap_or_else(|| many::known(&People::default(), sought, &seen))
    }

    /// People of whom somebody has to say whether they are the one that is being written down: the
    /// name is the same or sounds so and no other birth date is known, or the dates speak for it. As if
    /// only those were known whom `seen` lets through.
    #[must_use]
    pub fn likely_same(
        &self,
        centre: CentreId,
        identity: &Identity,
        seen: impl Fn(RecordId) -> bool,
    ) -> Vec<Hit> {
        let same = self.of(centre, |people| looking::same(people, identity, seen));
        same.unwrap_or_default()
    }
}
