//! What was said of two records, as the index knows it: which are one person, and which are told apart.

use std::collections::HashMap;

use domain::same_as::{Answers, Couple, Verdict};
use domain::{PairId, RecordId};

/// The answers that hold in a house.
#[derive(Default)]
pub struct Ties {
    answers: Answers<RecordId>,
    couples: HashMap<PairId, Couple<RecordId>>,
    held: HashMap<Couple<RecordId>, PairId>,
}

impl Ties {
    /// Learns an answer, in place of another one of the same two.
    pub fn learn(&mut self, id: PairId, couple: Couple<RecordId>, verdict: Verdict) {
        if let Some(before) = self.held.insert(couple, id) {
            self.couples.remove(&before);
        }
        self.couples.insert(id, couple);
        self.answers.hold(couple, verdict);
    }

    /// Forgets an answer that was taken back.
    pub fn forget(&mut self, id: PairId) {
        if let Some(couple) = self.couples.remove(&id) {
            self.held.remove(&couple);
            self.answers.take_back(couple);
        }
    }

    /// Forgets everything that was said of a record.
    pub fn forget_record(&mut self, record: RecordId) {
        self.answers.forget(record);
        self.held
            .retain(|couple, _| !couple.both().contains(&record));
        let held = &self.held;
        self.couples.retain(|_, couple| held.contains_key(couple));
    }

    /// The answers.
    pub const fn answers(&self) -> &Answers<RecordId> {
        &self.answers
    }
}
