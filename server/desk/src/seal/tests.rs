//! The forms that are final: known answers, padding, and everything that must not open.

use domain::{CentreId, RecordId, Secret, ServiceId};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::blob::{self, DataKey, NONCE, Sealing};
use super::place::{Cell, Compartment, Place, Subject};
use super::recipient::Recipient;
use super::tree::Tree;
use super::wraps;

const VECTORS: &str = include_str!("tests/vectors.txt");

fn vector(name: &str) -> Vec<u8> {
    let mut lines = VECTORS.lines().filter_map(|line| line.split_once(' '));
    let (_, digits) = lines.find(|(word, _)| *word == name).unwrap();
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    pairs.map(byte).collect()
}

fn key_of(name: &str) -> DataKey {
    Secret::new(vector(name).try_into().unwrap())
}

fn tree() -> Tree {
    Tree::under(&key_of("root"))
}

fn desk() -> Recipient {
    Recipient::Desk(CentreId::from_uuid(Uuid::from_bytes([0xCE; 16])))
}

fn place() -> Place {
    Place {
        table: "record",
        column: "identity",
        row: [1; 16],
        subject: Subject::person(RecordId::from_uuid(Uuid::from_bytes([1; 16]))),
        compartment: Compartment::IDENTITY,
    }
}

fn sealed(plain: &[u8], generation: i64, bound: &[u8]) -> Vec<u8> {
    let key = key_of("data_key");
    let nonce: [u8; NONCE] = vector("nonce").try_into().unwrap();
    let with = Sealing {
        key: &key,
        generation,
        nonce,
        bound,
    };
    blob::seal(&with, plain).unwrap()
}

#[test]
fn the_tree_of_keys_is_the_known_one() {
    let service = Recipient::Service(ServiceId::from_uuid(Uuid::from_bytes([1; 16])));
    assert_eq!(tree().check_value().to_vec(), vector("check_value"));
    assert_eq!(
        tree().kek(desk(), 1).expose().to_vec(),
        vector("kek_desk_v1")
    );
    assert_eq!(
        tree().kek(service, 2).expose().to_vec(),
        vector("kek_service_v2")
    );
    let purpose = tree().purpose("checkpoint", 1);
    assert_eq!(purpose.expose().to_vec(), vector("purpose_checkpoint"));
    assert_eq!(
        tree().link("visit", 1, &[1; 16]).to_vec(),
        vector("link_visit")
    );
    assert_eq!(
        tree().link("audit", 1, &[1; 16]).to_vec(),
        vector("link_audit")
    );
}

#[test]
fn sealed_values_are_the_known_ones() {
    let bound = place().bound();
    assert_eq!(bound, vector("bound_place"));
    assert_eq!(sealed(b"", 1, &bound), vector("blob_empty_generation_1"));
    let name = sealed(b"Amina Bakkali", 7, &bound);
    assert_eq!(name, vector("blob_name_generation_7"));
    assert_eq!(blob::generation(&name), Ok(7));
    assert_eq!(
        blob::open(&key_of("data_key"), &bound, &name).unwrap(),
        b"Amina Bakkali"
    );
    for (length, known) in [(253, "blob_253_digest"), (65_533, "blob_65533_digest")] {
        let digest: [u8; 32] = Sha256::digest(sealed(&vec![b'a'; length], 1, &bound)).into();
        assert_eq!(digest.to_vec(), vector(known));
    }
}

#[test]
fn wrapped_keys_are_the_known_ones() {
    let cell: Cell = place().cell();
    let bound = wraps::bound(&cell, 7, desk());
    let (kek, nonce) = (tree().kek(desk(), 1), vector("nonce").try_into().unwrap());
    let wrap = blob::wrap(&kek, nonce, &bound, &key_of("data_key")).unwrap();
    assert_eq!(wrap, vector("wrap_desk_generation_7"));
    let opened = blob::unwrap(&kek, &bound, &wrap).unwrap();
    assert_eq!(opened.expose(), key_of("data_key").expose());
    for (cell_of, generation) in [
        (cell, 8),
        (
            Cell {
                compartment: Compartment::CONTACT,
                ..cell
            },
            7,
        ),
    ] {
        assert!(blob::unwrap(&kek, &wraps::bound(&cell_of, generation, desk()), &wrap).is_err());
    }
    assert!(blob::unwrap(&tree().kek(desk(), 2), &bound, &wrap).is_err());
}

#[test]
fn a_wrap_that_was_cut_or_changed_does_not_open() {
    let bound = wraps::bound(&place().cell(), 7, desk());
    let (kek, wrap) = (tree().kek(desk(), 1), vector("wrap_desk_generation_7"));
    for length in 0..wrap.len() {
        assert!(
            blob::unwrap(&kek, &bound, &wrap[..length]).is_err(),
            "cut to {length}"
        );
    }
    for at in 0..wrap.len() {
        let mut changed = wrap.clone();
        changed[at] ^= 0x80;
        assert!(blob::unwrap(&kek, &bound, &changed).is_err(), "byte {at}");
    }
}

#[test]
fn another_version_or_algorithm_is_refused_before_any_key() {
    let good = vector("blob_empty_generation_1");
    for (at, value) in [(0, 0), (0, 2), (1, 0), (1, 2)] {
        let mut changed = good.clone();
        changed[at] = value;
        assert!(blob::generation(&changed).is_err());
        assert!(blob::open(&key_of("data_key"), &place().bound(), &changed).is_err());
    }
}

#[test]
fn lengths_fall_into_the_buckets() {
    let size = |plain: usize| sealed(&vec![b'x'; plain], 1, b"").len() - 6 - NONCE - 16;
    for (plain, padded) in [
        (0, 256),
        (252, 256),
        (253, 1024),
        (1020, 1024),
        (1021, 4096),
        (4092, 4096),
        (4093, 16_384),
        (16_381, 65_536),
        (65_532, 65_536),
        (65_533, 131_072),
        (131_069, 196_608),
    ] {
        assert_eq!(size(plain), padded, "{plain} bytes");
    }
}

#[test]
fn no_two_places_write_the_same_bytes() {
    assert_ne!(
        blob::lengthened(&[b"ab", b"c"]),
        blob::lengthened(&[b"a", b"bc"])
    );
    let moved = Place {
        table: "recordi",
        column: "dentity",
        ..place()
    };
    assert_ne!(moved.bound(), place().bound());
}

proptest! {
    #[test]
    fn what_is_sealed_opens_again_and_nowhere_else(
        plain in proptest::collection::vec(any::<u8>(), 0..5000),
        generation in 1..=i64::from(u32::MAX),
        row in any::<[u8; 16]>(),
    ) {
        let at = Place { row, ..place() };
        let blob = sealed(&plain, generation, &at.bound());
        prop_assert_eq!(blob::generation(&blob).unwrap(), generation);
        prop_assert_eq!(blob::open(&key_of("data_key"), &at.bound(), &blob).unwrap(), plain);
        prop_assert!(blob::open(&key_of("root"), &at.bound(), &blob).is_err());
        let mut elsewhere = at;
        elsewhere.row[0] ^= 1;
        prop_assert!(blob::open(&key_of("data_key"), &elsewhere.bound(), &blob).is_err());
    }

    #[test]
    fn noise_never_opens(noise in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(blob::open(&key_of("data_key"), &place().bound(), &noise).is_err());
        prop_assert!(blob::unwrap(&key_of("data_key"), &place().bound(), &noise).is_err());
    }
}
