//! Keys that were opened lately, kept in memory until the vault is sealed. A key is remembered for
//! one recipient and one grant: whoever gets a new grant starts with nothing remembered.

use std::collections::HashMap;

use uuid::Uuid;

use super::blob::DataKey;
use super::place::{Cell, Subject, SubjectKind};
use super::recipient::Recipient;

/// How many keys are remembered; beyond that all are forgotten and opened again when needed.
const LIMIT: usize = 20_000;

/// What a remembered key was opened by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Held {
    /// What the key is for.
    pub cell: Cell,
    /// Its generation.
    pub generation: i64,
    /// As whom.
    pub recipient: Recipient,
    /// By which grant.
    pub grant: Uuid,
}

/// The remembered keys; each is overwritten when it is dropped.
#[derive(Default)]
pub(super) struct Cache {
    opened: HashMap<Held, DataKey>,
    current: HashMap<Cell, (i64, DataKey)>,
}

impl Cache {
    /// A key that was opened in the same way before.
    pub(super) fn opened(&self, held: &Held) -> Option<DataKey> {
        self.opened.get(held).cloned()
    }

    /// Remembers an opened key.
    pub(super) fn remember(&mut self, held: Held, key: DataKey) {
        if self.opened.len() >= LIMIT {
            self.opened.clear();
        }
        self.opened.insert(held, key);
    }

    /// The key new values of a cell are sealed with.
    pub(super) fn current(&self, cell: &Cell) -> Option<(i64, DataKey)> {
        self.current.get(cell).cloned()
    }

    /// Remembers the current key of a cell, for the house's own cells only: nobody can lose the
    /// right to those, so no other process can make the key a spent one.
    pub(super) fn remember_current(&mut self, cell: Cell, generation: i64, key: DataKey) {
        if cell.subject.kind == SubjectKind::House {
            self.current.insert(cell, (generation, key));
        }
    }

    /// Forgets every key of a subject.
    pub(super) fn forget_subject(&mut self, subject: Subject) {
        self.opened.retain(|held, _| held.cell.subject != subject);
        self.current.retain(|cell, _| cell.subject != subject);
    }

    /// Forgets every key of one cell.
    pub(super) fn forget_cell(&mut self, cell: &Cell) {
        self.opened.retain(|held, _| held.cell != *cell);
        self.current.remove(cell);
    }

    /// Forgets every key.
    pub(super) fn forget_all(&mut self) {
        self.opened.clear();
        self.current.clear();
    }

    /// Forgets the current key of a cell.
    pub(super) fn forget_current(&mut self, cell: &Cell) {
        self.current.remove(cell);
    }
}
