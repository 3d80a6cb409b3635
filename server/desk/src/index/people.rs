//! The people of one house in memory: who is known, by which names, and whose pseudonym is whose.

use std::collections::HashMap;
use std::hash::BuildHasher;

use domain::RecordId;
use domain::finding::{address, number};
use domain::text::Name;

use super::Entry;
use super::known::Known;
use super::ties::Ties;
use super::vocabulary::Vocabulary;

/// The people of a house.
#[derive(Default)]
pub struct People {
    places: HashMap<RecordId, u32>,
    /// Everybody in her place; a place is empty when somebody was forgotten.
    known: Vec<Option<Known>>,
    links: HashMap<[u8; 16], u32>,
    denied: HashMap<[u8; 16], u32>,
    free: Vec<u32>,
    vocabulary: Vocabulary,
    ties: Ties,
    turn: u64,
}

impl People {
    /// Learns somebody, in place of what was known of the same record.
    pub fn learn(&mut self, entry: &Entry) {
        self.turn += 1;
        let place = self.cleared(entry.record);
        let who = entry.identity.reveal();
        let names = [&who.name, &who.alias].into_iter().flatten();
        let email = entry
            .email
            .as_ref()
            .and_then(|typed| address(typed.reveal()));
        let mut known = Known::of(entry.record, &entry.identity);
        known.names = self.vocabulary.learn(place, names.map(Name::as_str));
        known.phone = entry
            .phone
            .as_ref()
            .and_then(|typed| number(typed.reveal()));
        known.email = email.map_or(0, |email| self.mark(&email));
        self.known[place as usize] = Some(known);
        self.places.insert(entry.record, place);
        self.links.insert(entry.visit_link, place);
        self.denied.insert(entry.denied_link, place);
    }

    /// An empty place for a record: its own, one that was left, or a new one.
    fn cleared(&mut self, record: RecordId) -> u32 {
        if let Some(place) = self.places.get(&record).copied() {
            self.empty(place);
            return place;
        }
        self.free.pop().unwrap_or_else(|| {
            self.known.push(None);
            u32::try_from(self.known.len() - 1).unwrap_or(u32::MAX)
        })
    }

    fn empty(&mut self, place: u32) {
        if let Some(known) = self.known[place as usize].take() {
            self.vocabulary.forget(place, &known.names);
        }
    }

    /// Forgets somebody.
    pub fn forget(&mut self, record: RecordId) {
        self.turn += 1;
        self.ties.forget_record(record);
        if let Some(place) = self.places.remove(&record) {
            self.empty(place);
            self.links.retain(|_, other| *other != place);
            self.denied.retain(|_, other| *other != place);
            self.free.push(place);
        }
    }

    /// A mark of an address, the same for the same address while the program runs.
    pub fn mark(&self, email: &str) -> u64 {
        self.places.hasher().hash_one(email).max(1)
    }

    /// How many are known.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Who a record is.
    pub fn one(&self, record: RecordId) -> Option<&Known> {
        self.at(*self.places.get(&record)?)
    }

    /// Who has a place.
    pub fn at(&self, place: u32) -> Option<&Known> {
        self.known.get(place as usize)?.as_ref()
    }

    /// Everybody in her place.
    pub fn places(&self) -> &[Option<Known>] {
        &self.known
    }

    /// The words of all names.
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What was said of two records.
    pub const fn ties(&self) -> &Ties {
        &self.ties
    }

    /// The same, to learn and forget answers.
    pub const fn ties_mut(&mut self) -> &mut Ties {
        &mut self.ties
    }

    /// How often somebody was learnt or forgotten.
    pub const fn turn(&self) -> u64 {
        self.turn
    }

    /// Whose visit it is.
    pub fn visiting(&self, link: &[u8; 16]) -> Option<RecordId> {
        Some(self.at(*self.links.get(link)?)?.record)
    }

    /// Whom a colleague must not see.
    pub fn denied(&self, link: &[u8; 16]) -> Option<RecordId> {
        Some(self.at(*self.denied.get(link)?)?.record)
    }
}
