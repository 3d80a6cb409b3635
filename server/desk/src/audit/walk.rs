//! One walk along a chain, from its beginning to its length, row by row.

use super::fault::Fault;
use super::note::Checkpoint;
use super::{Head, Named, genesis, next};
use crate::store::audit::{Chain, Stored, rows, subjects};
use crate::store::{Db, StoreError};

/// Where a chain is broken, and how.
pub(super) type Broken = (Option<i64>, Fault);

pub(super) struct Walk<'a> {
    chain: &'a Chain,
    notes: &'a [Checkpoint],
    seq: i64,
    head: Head,
}

impl<'a> Walk<'a> {
    pub(super) fn new(chain: &'a Chain, notes: &'a [Checkpoint]) -> Self {
        Self {
            chain,
            notes,
            seq: 0,
            head: genesis(chain.id, chain.begun_at),
        }
    }

    /// How many rows were found whole.
    pub(super) fn rows(&self) -> u64 {
        self.seq.unsigned_abs()
    }

    /// Walks until the length of the chain, or to the first break.
    pub(super) async fn finish(&mut self, db: &Db) -> Result<Result<(), Broken>, StoreError> {
        let mut after = i64::MIN;
        loop {
            let batch = rows(db, self.chain, after).await?;
            let Some(last) = batch.iter().flatten().map(|row| row.seq).max() else {
                let unreadable = Err((Some(self.seq + 1), Fault::Unreadable));
                return Ok(if batch.is_empty() {
                    self.end()
                } else {
                    unreadable
                });
            };
            let named = subjects(db, self.chain, (after, last)).await?;
            if let Err(broken) = self.batch(batch, named) {
                return Ok(Err(broken));
            }
            after = last;
        }
    }

    fn batch(
        &mut self,
        batch: Vec<Option<Stored>>,
        named: Vec<Option<(i64, Named)>>,
    ) -> Result<(), Broken> {
        let named: Option<Vec<_>> = named.into_iter().collect();
        let mut named = named
            .ok_or((None, Fault::Unreadable))?
            .into_iter()
            .peekable();
        for row in batch {
            let mut row = row.ok_or((Some(self.seq + 1), Fault::Unreadable))?;
            while let Some((_, subject)) = named.next_if(|(seq, _)| *seq == row.seq) {
                row.facts.subjects.push(subject);
            }
            row.facts.subjects.sort();
            self.step(&row)?;
        }
        match named.next() {
            Some((seq, _)) => Err((Some(seq), Fault::StraySubject)),
            None => Ok(()),
        }
    }

    fn step(&mut self, row: &Stored) -> Result<(), Broken> {
        let expected = self.seq + 1;
        let at = |fault| (Some(expected), fault);
        if row.seq < expected {
            return Err((Some(row.seq), Fault::Surplus));
        }
        if row.seq > expected {
            return Err(at(Fault::Missing));
        }
        let leaf = row.facts.leaf(self.chain.id, row.seq);
        if row.leaf != leaf {
            return Err(at(Fault::Edited));
        }
        self.head = next(&self.head, &leaf);
        if row.head != self.head {
            return Err(at(Fault::Unchained));
        }
        self.meet(expected)?;
        self.seq = expected;
        Ok(())
    }

    /// A checkpoint that was signed here must have seen the same head.
    fn meet(&self, seq: i64) -> Result<(), Broken> {
        let mut here = self.notes.iter().filter(|note| note.size == seq);
        if here.any(|note| note.head != self.head) {
            return Err((Some(seq), Fault::OffCheckpoint));
        }
        Ok(())
    }

    /// Compares what was walked with what the chain and its checkpoints say of themselves.
    fn end(&self) -> Result<(), Broken> {
        let beyond = self.seq + 1;
        if self.notes.last().is_some_and(|note| note.size > self.seq) {
            return Err((Some(beyond), Fault::BehindCheckpoint));
        }
        if self.seq < self.chain.size || self.seq == 0 {
            return Err((Some(beyond), Fault::CutOff));
        }
        if self.chain.newest > Some(self.chain.size) {
            return Err((Some(beyond), Fault::Surplus));
        }
        if self.chain.newest_named > Some(self.chain.size) {
            return Err((self.chain.newest_named, Fault::StraySubject));
        }
        if self.chain.head != self.head {
            return Err((Some(self.seq), Fault::OtherHead));
        }
        Ok(())
    }
}
