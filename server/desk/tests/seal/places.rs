//! A value opens at its own place only, and not when a single bit of it was changed.

use desk::seal::{Cell, Compartment, Place, SealError, Subject, SubjectKind};

use crate::desk::{Bench, front, identity, place, reception};
use crate::stores::both_engines;

both_engines! {
    async fn a_value_that_was_moved_does_not_open(stores) {
        let bench = Bench::new(stores).await;
        let (blob, other) = (bench.seal(identity(1), b"hers").await, bench.seal(identity(2), b"other").await);
        let at = place(identity(1));
        let contact = Cell { compartment: Compartment::CONTACT, ..identity(1) };
        bench.seal(contact, b"telephone").await;
        for cell in [identity(1), identity(2), contact] {
            bench.grant(cell, front(), None).await;
        }
        let moved = [
            Place { table: "visit", ..at },
            Place { column: "contact", ..at },
            Place { row: [9; 16], ..at },
            Place { subject: identity(2).subject, ..at },
            Place { compartment: Compartment::CONTACT, ..at },
        ];
        for wrong in moved {
            let refused = bench.open_at(&reception(), &wrong, &blob).await;
            assert!(matches!(refused, Err(SealError::DoesNotOpen)), "{wrong:?}");
        }
        let swapped = bench.open_at(&reception(), &at, &other).await;
        assert!(matches!(swapped, Err(SealError::DoesNotOpen)));
        let kind = Subject::of(SubjectKind::Report, at.subject.id);
        let refused = bench.open_at(&reception(), &Place { subject: kind, ..at }, &blob).await;
        assert!(matches!(refused, Err(SealError::NoKey)), "nobody was granted a report");
        assert_eq!(bench.open_at(&reception(), &at, &blob).await.unwrap(), b"hers");
    }

    async fn a_value_that_was_cut_or_changed_does_not_open(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        let mut look = bench.look(&reception()).await;
        let at = place(identity(1));
        for length in 0..blob.len() {
            let opened = bench.vault.open(&reception(), &mut look, &at, &blob[..length]).await;
            assert!(opened.is_err(), "cut to {length}");
        }
        for at_byte in 0..blob.len() {
            let mut changed = blob.clone();
            changed[at_byte] ^= 1;
            let opened = bench.vault.open(&reception(), &mut look, &at, &changed).await;
            assert!(opened.is_err(), "byte {at_byte}");
        }
        let longer = [&blob[..], &[0]].concat();
        assert!(bench.vault.open(&reception(), &mut look, &at, &longer).await.is_err());
    }
}
