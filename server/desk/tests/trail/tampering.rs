//! A thousand ways to change the trail behind the program's back, each found.

use desk::audit::{Fault, Proof, checkpoint_now, verify};
use domain::Pii;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::checkpoints::folder;
use super::raw::Raw;
use super::writing::{change, entry, finding};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    every_change => every_change_to_the_trail_is_found_on_sqlite,
        every_change_to_the_trail_is_found_on_postgres;
}

/// How many rows the trail has that is tampered with, and how many when its older copy was made.
const ROWS: u64 = 36;
const OLDER: u64 = 20;

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
enum Change {
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

const CHANGES: [Change; 14] = [
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
    const fn is_tidy(self) -> bool {
        matches!(
            self,
            Self::DeleteTailTidily | Self::DeleteChain | Self::PutBackOlder | Self::Fork
        )
    }
}

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> [u8; 32] {
        self.0 += 1;
        Sha256::digest(self.0.to_be_bytes()).into()
    }

    /// A number from 1 to the given one.
    fn upto(&mut self, most: u64) -> u64 {
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

async fn every_change(house: House) {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|proof| proof == "full");
    let total = if full { 1_000 } else { 112 };
    let mut raw = prepare(&house).await;
    let proof = Proof::of(folder(&house));
    let mut dice = Dice(0);
    let (mut found, mut missed) = (0, Vec::new());
    for turn in 0..total {
        put_back(&mut raw, "kept").await;
        let before = verify(house.desk.db(), Some(&proof)).await.unwrap();
        assert!(before.is_whole(), "{before:?}");
        let change = CHANGES[turn % CHANGES.len()];
        let what = apply(&house, &mut raw, change, &mut dice).await;
        let plain = verify(house.desk.db(), None).await.unwrap();
        let proven = verify(house.desk.db(), Some(&proof)).await.unwrap();
        let seen = !proven.is_whole() && (change.is_tidy() || !plain.is_whole());
        found += usize::from(seen);
        missed.extend((!seen).then_some((change, what)));
    }
    put_back(&mut raw, "kept").await;
    assert!(
        verify(house.desk.db(), Some(&proof))
            .await
            .unwrap()
            .is_whole()
    );
    println!(
        "changes to the trail on {}: {found} of {total} found",
        &house.url[..6]
    );
    assert!(missed.is_empty(), "not found: {missed:?}");
}

/// Fills the trail, keeps a copy of it half-way and at the end, and signs the end.
async fn prepare(house: &House) -> Raw {
    let permit = finding(house);
    let mut raw = Raw::open(&house.url).await;
    let written = raw
        .number("SELECT COUNT(*) FROM audit")
        .await
        .unsigned_abs();
    for row in written..ROWS {
        if row == OLDER {
            keep(&mut raw, "older").await;
        }
        let told = (0..row % 3).fold(entry(house), |told, _| {
            told.about(domain::RecordId::new(house.desk.ids()))
        });
        let told = told.detail(Pii::new("vraagt naar haar zus".to_owned()));
        house
            .desk
            .trail()
            .witness(&house.desk, &permit, told)
            .await
            .unwrap();
    }
    keep(&mut raw, "kept").await;
    checkpoint_now(&house.desk, &folder(house)).await.unwrap();
    raw
}

async fn keep(raw: &mut Raw, name: &str) {
    for table in ["audit_chain", "audit", "audit_subject"] {
        raw.run(&format!(
            "CREATE TABLE {name}_{table} AS SELECT * FROM {table}"
        ))
        .await;
    }
}

async fn put_back(raw: &mut Raw, name: &str) {
    let mut script = String::from("BEGIN;");
    for table in ["audit_subject", "audit", "audit_chain"] {
        script += &format!("DELETE FROM {table};");
    }
    for table in ["audit_chain", "audit", "audit_subject"] {
        script += &format!("INSERT INTO {table} SELECT * FROM {name}_{table};");
    }
    raw.run(&(script + "COMMIT;")).await;
}

/// Does one change and says what it was.
async fn apply(house: &House, raw: &mut Raw, change_to: Change, dice: &mut Dice) -> String {
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
    let mut moves = String::new();
    for table in ["audit", "audit_subject"] {
        for (from, to) in [(first, 9_999), (second, first), (9_999, second)] {
            moves += &format!("UPDATE {table} SET seq = {to} WHERE seq = {from};");
        }
    }
    moves
}

/// The first rows of this trail name nobody, so one of the two is chosen among those that do.
fn swap_subjects((first, second): (u64, u64)) -> String {
    let second = second.max(OLDER);
    let first = if first == second { OLDER - 1 } else { first };
    let mut moves = String::new();
    for (from, to) in [(first, 9_999), (second, first), (9_999, second)] {
        moves += &format!("UPDATE audit_subject SET seq = {to} WHERE seq = {from};");
    }
    moves
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

/// Puts back an older copy; a fork goes on from there with rows that the program itself wrote.
async fn fork(house: &House, raw: &mut Raw, change_to: Change, dice: &mut Dice) -> String {
    put_back(raw, "older").await;
    let more = if matches!(change_to, Change::Fork) {
        dice.upto(2 * (ROWS - OLDER))
    } else {
        0
    };
    for _ in 0..more {
        change(house, &finding(house)).await;
    }
    format!("put back {OLDER} rows and {more} others")
}

on_both_engines! {
    kinds => the_verdict_names_the_first_broken_row_on_sqlite,
        the_verdict_names_the_first_broken_row_on_postgres;
}

async fn kinds(house: House) {
    let mut raw = prepare(&house).await;
    let chain = Some(house.desk.trail().chain());
    for (sql, row, fault) in [
        (
            "UPDATE audit SET purpose = 'none' WHERE seq IN (9, 12)",
            9,
            Fault::Edited,
        ),
        (
            "UPDATE audit SET head = leaf WHERE seq = 7",
            7,
            Fault::Unchained,
        ),
        ("DELETE FROM audit WHERE seq = 5", 5, Fault::Missing),
        ("DELETE FROM audit WHERE seq > 30", 31, Fault::CutOff),
        ("UPDATE audit_chain SET size = 34", 35, Fault::Surplus),
        (
            "UPDATE audit_chain SET head = (SELECT head FROM audit WHERE seq = 3)",
            36,
            Fault::OtherHead,
        ),
    ] {
        raw.run(sql).await;
        let verdict = verify(house.desk.db(), None).await.unwrap();
        let first = verdict.breaks[0];
        assert_eq!(
            (first.chain, first.seq, first.fault),
            (chain, Some(row), fault),
            "{sql}"
        );
        put_back(&mut raw, "kept").await;
    }
}
