//! A thousand ways to change the trail behind the program's back, each found.

use desk::audit::{Fault, Proof, checkpoint_now, verify};
use domain::Pii;

use super::changes::{CHANGES, Change, Dice, apply};
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
pub const ROWS: u64 = 36;
pub const OLDER: u64 = 20;

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
    let tables = ["audit_subject", "audit", "audit_chain"];
    let empty = tables.map(|table| format!("DELETE FROM {table};")).concat();
    let fill = |table| format!("INSERT INTO {table} SELECT * FROM {name}_{table};");
    let fill = ["audit_chain", "audit", "audit_subject"].map(fill).concat();
    raw.run(&format!("BEGIN; {empty} {fill} COMMIT;")).await;
}

/// Puts back an older copy; a fork goes on from there with rows that the program itself wrote.
pub async fn fork(house: &House, raw: &mut Raw, change_to: Change, dice: &mut Dice) -> String {
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
