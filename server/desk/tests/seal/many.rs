//! Many at once: two who change the same grant, every person of a centre, and what the files hold.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use desk::seal::{Grant, Onward, grant, withdraw};

use crate::desk::{Bench, front, identity, place, reception, root};
use crate::rows::{count, put_record};
use crate::stores::both_engines;

both_engines! {
    async fn a_withdrawal_beside_a_late_wrap_leaves_no_wrap(stores) {
        let (one, two) = (Bench::new(stores).await, Bench::sealed(stores, Arc::new(Onward), 9));
        two.vault.unseal(&root()).await.unwrap();
        for number in 1..=20 {
            one.seal(identity(number), b"x").await;
            let mut tx = one.tx().await;
            let wanted = Grant { cell: identity(number), recipient: front(), until: None };
            grant(&mut tx, &one.vault, &wanted).await.unwrap();
            tx.commit().await.unwrap();
            let wrapping = one.wrap(identity(number).subject);
            let withdrawing = async {
                let mut tx = two.tx().await;
                let ended = withdraw(&mut tx, &two.vault, &identity(number), front()).await.unwrap();
                tx.commit().await.unwrap();
                two.vault.forget(&reception(), ended).await.unwrap();
            };
            tokio::join!(wrapping, withdrawing);
            let left = "SELECT COUNT(*) FROM key_wrap WHERE recipient_kind = 'desk'";
            assert_eq!(count(&stores.keys, left).await, 0, "person {number}");
        }
    }

    async fn every_person_of_a_centre_opens_within_seconds(stores) {
        let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|proof| proof == "full");
        let people: u32 = if full { 100_000 } else { 1_000 };
        let bench = Bench::new(stores).await;
        let numbers: Vec<u32> = (1..=people).collect();
        let mut blobs = Vec::new();
        for some in numbers.chunks(1000) {
            let places: Vec<_> = some.iter().map(|n| place(person(*n))).collect();
            let values: Vec<_> = places.iter().map(|at| (*at, &b"Amina Bakkali"[..])).collect();
            let sealed = bench.vault.seal_many(&reception(), &values).await.unwrap();
            let mut tx = bench.tx().await;
            for number in some {
                let wanted = Grant { cell: person(*number), recipient: front(), until: None };
                grant(&mut tx, &bench.vault, &wanted).await.unwrap();
            }
            tx.commit().await.unwrap();
            blobs.extend(places.into_iter().zip(sealed));
        }
        let mut look = bench.look(&reception()).await;
        let started = Instant::now();
        let made = bench.vault.reconcile(&reception(), &mut look).await.unwrap().made;
        let reconciled = started.elapsed();
        assert_eq!(made, u64::from(people));
        let values: Vec<_> = blobs.iter().map(|(at, blob)| (*at, &blob[..])).collect();
        let started = Instant::now();
        let opened = bench.vault.open_many(&reception(), &mut look, &values).await.unwrap();
        let took = started.elapsed();
        println!("{people} people: wrapped in {reconciled:?}, opened in {took:?}");
        assert!(opened.iter().all(|one| one.as_ref().is_ok_and(|p| p.reveal() == b"Amina Bakkali")));
        assert!(took < Duration::from_secs(10), "{took:?}");
        let started = Instant::now();
        let nothing = bench.vault.reconcile(&reception(), &mut look).await.unwrap();
        println!("nothing to do in {:?}", started.elapsed());
        assert_eq!((nothing.made, nothing.deleted), (0, 0));
    }
}

fn person(number: u32) -> desk::seal::Cell {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    let mut cell = identity(1);
    cell.subject.id = id;
    cell
}

/// The files of SQLite, its log included, hold neither what was sealed nor the root secret.
#[tokio::test]
async fn no_file_holds_what_was_sealed_or_the_root_secret() {
    let stores = crate::stores::Stores::on_sqlite().await.unwrap();
    let bench = Bench::new(&stores).await;
    let marker = b"Zeldzame Achternaam 0471 23 45 67".repeat(40);
    let blob = bench.seal(identity(1), &marker).await;
    let mut tx = bench.tx().await;
    put_record(&mut tx, identity(1).subject.id, &blob).await;
    tx.commit().await.unwrap();
    bench.grant(identity(1), front(), None).await;
    assert_eq!(
        bench.open(&reception(), identity(1), &blob).await.unwrap(),
        marker
    );
    let mut seen = 0;
    for file in fs::read_dir(stores.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        seen += bytes.len();
        for secret in [&b"Zeldzame"[..], b"0471 23", root().expose()] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret));
        }
    }
    assert!(seen > blob.len(), "the files were really read");
}

/// A statement that reads all grants of a centre to find those of one person would slow down every
/// registration as the house grows.
#[tokio::test]
async fn grants_and_keys_are_found_without_reading_all_of_them() {
    let stores = crate::stores::Stores::on_sqlite().await.unwrap();
    let grants = desk::store::grants::STATEMENTS
        .iter()
        .map(|s| (&stores.db, s));
    let keys = desk::store::keys::reading::STATEMENTS
        .iter()
        .map(|s| (&stores.keys, s));
    for (db, (name, sql)) in grants.chain(keys) {
        let plan = crate::rows::plan(db, sql).await;
        let bad = ["SCAN", "TEMP B-TREE", "key_grant_of_centre (centre_id=?)"];
        // These are about a whole centre: read in the order in which everything lies.
        let whole_centre = ["LAPSE", "LIVE", "GRANTED", "SEVERAL"].contains(name);
        assert!(
            whole_centre || !bad.iter().any(|bad| plan.contains(bad)),
            "{name}: {plan}"
        );
    }
}

/// A start that walks the whole house for each part of it takes a hundred times as long for a house
/// that is ten times as large.
#[tokio::test]
async fn a_part_of_the_house_is_read_without_walking_all_of_it() {
    let stores = crate::stores::Stores::on_sqlite().await.unwrap();
    let people = desk::store::people::STATEMENTS.iter();
    let between = people.copied().find(|(name, _)| *name == "BETWEEN");
    let plan = crate::rows::plan(&stores.db, between.unwrap().1).await;
    assert!(plan.contains("(id>? AND id<?)"), "{plan}");
    assert!(!plan.contains("TEMP B-TREE"), "{plan}");
}
