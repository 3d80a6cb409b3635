//! The kinds of change that somebody can make to the trail behind the program's back, as SQL.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::raw::Raw;
use super::tampering::{OLDER, ROWS, fork};
use crate::support::house::House;

/// Columns of a row and what each is changed to.
const COLUMNS: [(&str, Kind); 17] = [
    ("chain_id", Kind::Id),
    ("seq", Kind::Number),
    ("centre_id", Kind::Id),
    ("at", Kind::Time),
    ("actor_kind", Kind::Text),
    ("actor_id", Kind::Id),
    ("on_behalf", Kind::Id),
    ("service_id", Kind::Id),
    ("action", Kind::Text),
    ("object_kind", Kind::Text),
    ("object_key", Kind::Bytes),
    ("decision", Kind::Text),
    ("purpose", Kind::Text),
    ("request_id", Kind::Id),
    ("sealed", Kind::Bytes),
    ("leaf", Kind::Bytes),
    ("head", Kind::Bytes),
];

const CHAIN_COLUMNS: [(&str, Kind); 4] = [
    ("id", Kind::Id),
    ("begun_at", Kind::Time),
    ("size", Kind::Number),
    ("head", Kind::Bytes),
];

const SUBJECT_COLUMNS: [(&str, Kind); 4] = [
    ("chain_id", Kind::Id),
    ("seq", Kind::Number),
    ("centre_id", Kind::Id),
    ("subject_key", Kind::Bytes),
];

#[derive(Clone, Copy)]
enum Kind {
    Id,
    Bytes,
    Text,
    Number,
    Time,
}

#[derive(Clone, Copy, Debug)]
pub enum Change {
    EditRow,
    EditChain,
    EditSubject,
    DeleteTail,
    DeleteTailTidily,
    DeleteMiddle,
    DeleteChain,
    Reorder,
    SwapSubjects,
    DropSubject,
    AddSubject,
    Forge,
    PutBackOlder,
    Fork,
}

pub const CHANGES: [Change; 14] = [
    Change::EditRow,
    Change::EditChain,
    Change::EditSubject,
    Change::DeleteTail,
    Change::DeleteTailTidily,
    Change::DeleteMiddle,
    Change::DeleteChain,
    Change::Reorder,
    Change::SwapSubjects,
    Change::DropSubject,
    Change::AddSubject,
    Change::Forge,
    Change::PutBackOlder,
    Change::Fork,
];

impl Change {
    /// Whether only a checkpoint can show it: the rows that are left agree with each other.
    pub const fn is_tidy(self) -> bool {
        matches!(
            self,
            Self::DeleteTailTidily | Self::DeleteChain | Self::PutBackOlder | Self::Fork
        )
    }
}

/// Numbers that look random and are the same in each run.
pub struct Dice(pub u64);

impl Dice {
    fn throw(&mut self) -> [u8; 32] {
        self.0 += 1;
        Sha256::digest(self.0.to_be_bytes()).into()
    }

    /// A number from 1 to the given one.
    pub fn upto(&mut self, most: u64) -> u64 {
        let thrown = self.throw();
        u64::from(u32::from_be_bytes([
            thrown[0], thrown[1], thrown[2], thrown[3],
        ])) % most
            + 1
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.upto(all.len() as u64)).unwrap() - 1]
    }

    /// Two rows, the first before the second.
    fn two_rows(&mut self) -> (u64, u64) {
        let second = 1 + self.upto(ROWS - 1);
        (self.upto(second - 1), second)
    }
}

/// Does one change and says what it was.
pub async fn apply(house: &House, raw: &mut Raw, change_to: Change, dice: &mut Dice) -> String {
    let row = dice.upto(ROWS);
    let sql = match change_to {
        Change::EditRow => edit(
            raw,
            "audit",
            dice.one_of(&COLUMNS),
            &format!("seq = {row}"),
            dice,
        ),
        Change::EditChain => edit(
            raw,
            "audit_chain",
            dice.one_of(&CHAIN_COLUMNS),
            "1 = 1",
            dice,
        ),
        Change::EditSubject => edit_subject(raw, dice),
        Change::DeleteTail => cut(dice.upto(ROWS - 1)),
        Change::DeleteTailTidily => cut(dice.upto(ROWS - 1)) + TIDY,
        Change::DeleteMiddle => delete(dice.upto(ROWS - 1)),
        Change::DeleteChain => cut(0) + "; DELETE FROM audit_chain",
        Change::Reorder => reorder(dice.two_rows()),
        Change::SwapSubjects => swap_subjects(dice.two_rows()),
        Change::DropSubject => format!("DELETE FROM audit_subject WHERE {}", a_subject(dice)),
        Change::AddSubject => add_subject(raw, row, dice),
        Change::Forge => forge(row, dice.upto(2) == 1),
        Change::PutBackOlder | Change::Fork => return fork(house, raw, change_to, dice).await,
    };
    let sql = sql.replace("$CHAIN", &raw.id(house.desk.trail().chain()));
    raw.run(&sql).await;
    sql
}

/// Makes the chain agree with the rows that are left.
const TIDY: &str = "; UPDATE audit_chain SET size = (SELECT MAX(seq) FROM audit), \
    head = (SELECT head FROM audit ORDER BY seq DESC LIMIT 1)";

fn edit(
    raw: &Raw,
    table: &str,
    (column, kind): (&str, Kind),
    rows: &str,
    dice: &mut Dice,
) -> String {
    let value = value(raw, column, kind, dice);
    format!("UPDATE {table} SET {column} = {value} WHERE {rows}")
}

fn value(raw: &Raw, column: &str, kind: Kind, dice: &mut Dice) -> String {
    match kind {
        Kind::Id => raw.id(Uuid::from_slice(&dice.throw()[..16]).unwrap()),
        Kind::Bytes => {
            let length = usize::try_from(dice.upto(32)).unwrap();
            raw.bytes(&dice.throw()[..length])
        }
        Kind::Text => format!("{column} || 'x'"),
        Kind::Number => format!("{column} + {}", dice.upto(99) + ROWS),
        Kind::Time => raw.second(dice.upto(59)),
    }
}

/// The condition that one person named by some row fulfils.
fn a_subject(dice: &mut Dice) -> String {
    let skipped = dice.upto(ROWS) - 1;
    format!(
        "subject_key = (SELECT subject_key FROM audit_subject ORDER BY seq, subject_key \
         LIMIT 1 OFFSET {skipped})"
    )
}

fn edit_subject(raw: &Raw, dice: &mut Dice) -> String {
    let (column, rows) = (dice.one_of(&SUBJECT_COLUMNS), a_subject(dice));
    edit(raw, "audit_subject", column, &rows, dice)
}

fn delete(row: u64) -> String {
    format!("DELETE FROM audit_subject WHERE seq = {row}; DELETE FROM audit WHERE seq = {row}")
}

fn cut(after: u64) -> String {
    format!("DELETE FROM audit_subject WHERE seq > {after}; DELETE FROM audit WHERE seq > {after}")
}

fn reorder((first, second): (u64, u64)) -> String {
    swap("audit", first, second) + &swap("audit_subject", first, second)
}

/// The first rows of this trail name nobody, so one of the two is chosen among those that do.
fn swap_subjects((first, second): (u64, u64)) -> String {
    let second = second.max(OLDER);
    let first = if first == second { OLDER - 1 } else { first };
    swap("audit_subject", first, second)
}

fn swap(table: &str, first: u64, second: u64) -> String {
    let moves = [(first, 9_999), (second, first), (9_999, second)];
    let update = |(from, to)| format!("UPDATE {table} SET seq = {to} WHERE seq = {from};");
    moves.map(update).concat()
}

fn add_subject(raw: &Raw, row: u64, dice: &mut Dice) -> String {
    let key = raw.bytes(&dice.throw()[..16]);
    format!(
        "INSERT INTO audit_subject (chain_id, seq, centre_id, subject_key) \
         SELECT chain_id, seq, centre_id, {key} FROM audit WHERE seq = {row}"
    )
}

/// Copies a row to the end, and makes the chain end with it or not.
fn forge(row: u64, tidily: bool) -> String {
    let columns = COLUMNS.map(|(name, _)| name).join(", ");
    let values = columns.replace("seq", &(ROWS + 1).to_string());
    let forged =
        format!("INSERT INTO audit ({columns}) SELECT {values} FROM audit WHERE seq = {row}");
    if tidily { forged + TIDY } else { forged }
}
