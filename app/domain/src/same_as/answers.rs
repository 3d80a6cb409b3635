//! The answers that hold, and which records are one person by them.

use super::{BTreeMap, BTreeSet, Couple, Refusal, Verdict};

/// The answers that hold about the records of a house, or about what stands for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers<N> {
    pub(super) held: BTreeMap<Couple<N>, Verdict>,
    /// With which others a record is joined directly.
    joined: BTreeMap<N, BTreeSet<N>>,
}

impl<N> Default for Answers<N> {
    fn default() -> Self {
        Self {
            held: BTreeMap::new(),
            joined: BTreeMap::new(),
        }
    }
}

impl<N: Copy + Ord> FromIterator<(Couple<N>, Verdict)> for Answers<N> {
    fn from_iter<I: IntoIterator<Item = (Couple<N>, Verdict)>>(stored: I) -> Self {
        let mut answers = Self::default();
        for (couple, verdict) in stored {
            answers.hold(couple, verdict);
        }
        answers
    }
}

impl<N: Copy + Ord> Answers<N> {
    /// Takes an answer in, if the others allow it.
    ///
    /// # Errors
    /// [`Refusal::AlreadyOne`] for records that are one person, [`Refusal::SaidTwo`] when somebody said
    /// that they, or two records of theirs, are two people: that is taken back first.
    pub fn answer(&mut self, couple: Couple<N>, verdict: Verdict) -> Result<(), Refusal> {
        self.allows(couple)?;
        self.hold(couple, verdict);
        Ok(())
    }

    /// Whether anything can be said of two records. Who is told apart is asked about no more, whatever
    /// would be said.
    ///
    /// # Errors
    /// As [`Answers::answer`].
    pub fn allows(&self, couple: Couple<N>) -> Result<(), Refusal> {
        let [mine, theirs] = couple.both().map(|record| self.person(record));
        if mine == theirs {
            return Err(Refusal::AlreadyOne);
        }
        let mut across = mine
            .iter()
            .flat_map(|one| theirs.iter().filter_map(|other| Couple::of(*one, *other)));
        // Whatever holds across two people says that they are two.
        if across.any(|across| self.held.contains_key(&across)) {
            return Err(Refusal::SaidTwo);
        }
        Ok(())
    }

    /// Takes in what is stored, in place of what was held of the same two.
    pub fn hold(&mut self, couple: Couple<N>, verdict: Verdict) {
        self.take_back(couple);
        self.held.insert(couple, verdict);
        if verdict == Verdict::Same {
            let [one, other] = couple.both();
            self.joined.entry(one).or_default().insert(other);
            self.joined.entry(other).or_default().insert(one);
        }
    }

    /// Takes an answer back; gives what it was.
    pub fn take_back(&mut self, couple: Couple<N>) -> Option<Verdict> {
        let verdict = self.held.remove(&couple)?;
        let [one, other] = couple.both();
        for (record, beside) in [(one, other), (other, one)] {
            if let Some(others) = self.joined.get_mut(&record) {
                others.remove(&beside);
            }
        }
        self.joined.retain(|_, others| !others.is_empty());
        Some(verdict)
    }

    /// Forgets everything that was said of a record.
    pub fn forget(&mut self, record: N) {
        let about = self
            .held
            .keys()
            .filter(|couple| couple.both().contains(&record));
        for couple in about.copied().collect::<Vec<_>>() {
            self.take_back(couple);
        }
    }

    /// What holds of exactly these two.
    #[must_use]
    pub fn of(&self, couple: Couple<N>) -> Option<Verdict> {
        self.held.get(&couple).copied()
    }

    /// Everything that is of the same person as this record, itself among it, in order.
    #[must_use]
    pub fn person(&self, record: N) -> Vec<N> {
        let (mut found, mut ahead) = (BTreeSet::from([record]), vec![record]);
        while let Some(next) = ahead.pop() {
            let beside = self.joined.get(&next).into_iter().flatten();
            ahead.extend(beside.filter(|one| found.insert(**one)));
        }
        found.into_iter().collect()
    }

    /// What stands for a person: the same for all records of hers.
    #[must_use]
    pub fn canonical(&self, record: N) -> N {
        if !self.joined.contains_key(&record) {
            return record;
        }
        self.person(record).first().copied().unwrap_or(record)
    }

    /// Those that were joined directly, in order.
    pub fn joined(&self) -> impl Iterator<Item = Couple<N>> {
        let same = self
            .held
            .iter()
            .filter(|(_, verdict)| **verdict == Verdict::Same);
        same.map(|(couple, _)| *couple)
    }
}
