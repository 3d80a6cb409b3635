//! Keys: founding, rotating, remembering, and their pseudonyms.

use std::sync::Arc;

use desk::seal::{LinkContext, Onward, Recipient, SealError, withdraw};
use domain::Secret;
use domain::role::Role;

use crate::desk::{Bench, centre, front, identity, permit, place, reception, root, service};
use crate::rows::{count, prepare, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_keystore_is_founded_once_and_knows_its_root_secret(stores) {
        let bench = Bench::sealed(stores, Arc::new(Onward), 0);
        assert!(matches!(bench.vault.unseal(&root()).await, Err(SealError::NotFounded)));
        bench.vault.found(&root()).await.unwrap();
        assert!(matches!(bench.vault.found(&root()).await, Err(SealError::Founded)));
        bench.vault.seal_again();
        let wrong = bench.vault.unseal(&Secret::new([8; 32])).await;
        assert!(matches!(wrong, Err(SealError::WrongRoot)) && !bench.vault.is_open());
        bench.vault.unseal(&root()).await.unwrap();
        assert!(bench.vault.is_open());
    }

    async fn a_value_opens_after_the_next_start(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        let next = Bench::sealed(stores, Arc::new(Onward), 1);
        next.vault.unseal(&root()).await.unwrap();
        assert_eq!(next.open(&reception(), identity(1), &blob).await.unwrap(), b"Amina Bakkali");
    }

    async fn sealing_again_uses_the_same_key(stores) {
        let bench = Bench::new(stores).await;
        bench.seal(identity(1), b"one").await;
        bench.seal(identity(1), b"two").await;
        assert_eq!(count(&stores.keys, "SELECT COUNT(*) FROM data_key").await, 1);
    }

    async fn several_values_cost_one_transaction_of_the_keystore(stores) {
        let bench = Bench::new(stores).await;
        let values = [1, 2, 1].map(|number| (place(identity(number)), &b"x"[..]));
        let blobs = bench.vault.seal_many(&reception(), &values).await.unwrap();
        assert_eq!(blobs.len(), 3);
        assert_eq!(count(&stores.keys, "SELECT COUNT(*) FROM data_key").await, 2);
    }

    async fn a_rotated_key_leaves_the_old_values_readable(stores) {
        let bench = Bench::new(stores).await;
        let police = permit(Role::Service, Some(service(9)));
        let old = bench.seal(identity(1), b"old").await;
        bench.grant(identity(1), front(), None).await;
        bench.vault.rotate(&reception(), &identity(1)).await.unwrap();
        let new = bench.seal(identity(1), b"new").await;
        assert_ne!(old[2..6], new[2..6], "the generation is in the header");
        bench.grant(identity(1), Recipient::Service(service(9)), None).await;
        for who in [&reception(), &police] {
            assert_eq!(bench.open(who, identity(1), &old).await.unwrap(), b"old");
            assert_eq!(bench.open(who, identity(1), &new).await.unwrap(), b"new");
        }
    }

    async fn what_is_sealed_after_a_withdrawal_has_a_new_key(stores) {
        let bench = Bench::new(stores).await;
        let police = permit(Role::Service, Some(service(9)));
        let old = bench.seal(identity(1), b"old").await;
        bench.grant(identity(1), front(), None).await;
        bench.grant(identity(1), Recipient::Service(service(9)), None).await;
        assert!(bench.open(&police, identity(1), &old).await.is_ok());
        let mut tx = bench.tx().await;
        let recipient = Recipient::Service(service(9));
        let withdrawn = withdraw(&mut tx, &bench.vault, &identity(1), recipient).await.unwrap();
        tx.commit().await.unwrap();
        bench.vault.forget(&reception(), withdrawn).await.unwrap();
        let new = bench.seal(identity(1), b"new").await;
        assert_ne!(old[2..6], new[2..6]);
        for blob in [&old, &new] {
            assert!(bench.open(&reception(), identity(1), blob).await.is_ok());
            assert!(bench.open(&police, identity(1), blob).await.is_err());
        }
        let police_wraps = "SELECT COUNT(*) FROM key_wrap WHERE recipient_kind = 'service'";
        assert_eq!(count(&stores.keys, police_wraps).await, 0);
    }

    async fn two_who_seal_the_first_value_at_once_share_one_key(stores) {
        let bench = Bench::new(stores).await;
        let other = Bench::sealed(stores, Arc::new(Onward), 1);
        other.vault.unseal(&root()).await.unwrap();
        for number in 1..=10 {
            let (first, second) = tokio::join!(
                bench.seal(identity(number), b"first"),
                other.seal(identity(number), b"second"),
            );
            bench.grant(identity(number), front(), None).await;
            assert!(bench.open(&reception(), identity(number), &first).await.is_ok());
            assert!(other.open(&reception(), identity(number), &second).await.is_ok());
        }
        assert_eq!(count(&stores.keys, "SELECT COUNT(*) FROM data_key").await, 10);
    }

    async fn reconciling_makes_what_is_missing_and_deletes_what_is_too_much(stores) {
        let bench = Bench::new(stores).await;
        for number in 1..=30 {
            bench.seal(identity(number), b"x").await;
            bench.grant(identity(number), front(), None).await;
        }
        run(&stores.keys, "DELETE FROM key_wrap WHERE recipient_kind = 'desk'").await;
        let mut look = bench.look(&reception()).await;
        let done = bench.vault.reconcile(&reception(), &mut look).await.unwrap();
        assert_eq!((done.deleted, done.made), (0, 30));
        run(&stores.db, "DELETE FROM key_grant").await;
        let done = bench.vault.reconcile(&reception(), &mut look).await.unwrap();
        assert_eq!((done.deleted, done.made), (30, 0));
        let done = bench.vault.reconcile(&reception(), &mut look).await.unwrap();
        assert_eq!((done.deleted, done.made), (0, 0));
        let custody = "SELECT COUNT(*) FROM key_wrap WHERE recipient_kind = 'custody'";
        assert_eq!(count(&stores.keys, custody).await, 30, "the custody keeps its own");
    }

    async fn a_key_that_was_wrapped_for_another_recipient_does_not_open(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        let stolen = "UPDATE key_wrap SET sealed = (SELECT sealed FROM key_wrap
            WHERE recipient_kind = 'custody') WHERE recipient_kind = 'desk'";
        assert_eq!(run(&stores.keys, stolen).await, 1);
        let next = Bench::sealed(stores, Arc::new(Onward), 1);
        next.vault.unseal(&root()).await.unwrap();
        let refused = next.open(&reception(), identity(1), &blob).await;
        assert!(matches!(refused, Err(SealError::DoesNotOpen)));
    }

    async fn a_pseudonym_repeats_within_its_context_only(stores) {
        let bench = Bench::new(stores).await;
        let link = |context| bench.vault.link(context, centre().bytes()).unwrap();
        let all: Vec<_> = LinkContext::ALL.iter().map(|context| link(*context).bytes).collect();
        for (n, one) in all.iter().enumerate() {
            assert!(!all[..n].contains(one) && *one != centre().bytes());
        }
        assert_eq!(link(LinkContext::Visit), link(LinkContext::Visit));
        let other = bench.vault.link(LinkContext::Visit, [1; 16]).unwrap();
        assert_ne!(link(LinkContext::Visit), other);
    }
}

both_engines! {
    async fn a_renewed_key_of_a_recipient_wraps_everything_anew(stores) {
        let bench = Bench::new(stores).await;
        let mut blobs = Vec::new();
        for number in 1..=20 {
            blobs.push(bench.seal(identity(number), b"Amina Bakkali").await);
            bench.grant(identity(number), front(), None).await;
        }
        assert_eq!(bench.vault.renew(&reception(), front()).await.unwrap(), 20);
        let old = "SELECT COUNT(*) FROM key_wrap WHERE recipient_kind = 'desk' AND kek_ver = 1";
        assert_eq!(count(&stores.keys, old).await, 0);
        bench.seal(identity(21), b"after").await;
        bench.grant(identity(21), front(), None).await;
        assert_eq!(count(&stores.keys, old).await, 0, "new wraps use the new version");
        let next = Bench::sealed(stores, Arc::new(Onward), 1);
        next.vault.unseal(&root()).await.unwrap();
        for (number, blob) in (1..).zip(&blobs) {
            assert!(next.open(&reception(), identity(number), blob).await.is_ok());
        }
    }

    async fn a_renewal_that_stopped_goes_on(stores) {
        let bench = Bench::new(stores).await;
        for number in 1..=3 {
            bench.seal(identity(number), b"x").await;
            bench.grant(identity(number), front(), None).await;
        }
        assert_eq!(bench.vault.renew(&reception(), front()).await.unwrap(), 3);
        let halfway = Bench::sealed(stores, Arc::new(Onward), 1);
        halfway.vault.unseal(&root()).await.unwrap();
        run(&stores.keys, "DELETE FROM kek").await;
        let behind = Bench::sealed(stores, Arc::new(Onward), 2);
        behind.vault.unseal(&root()).await.unwrap();
        behind.seal(identity(4), b"x").await;
        behind.grant(identity(4), front(), None).await;
        run(&stores.keys, "INSERT INTO kek (centre_id, recipient_kind, recipient_id, version)
            SELECT DISTINCT centre_id, recipient_kind, recipient_id, 2 FROM key_wrap
            WHERE recipient_kind = 'desk'").await;
        assert_eq!(halfway.vault.renew(&reception(), front()).await.unwrap(), 1);
        let version = "SELECT MAX(version) FROM kek";
        assert_eq!(count(&stores.keys, version).await, 2, "no further version was begun");
    }

    async fn every_statement_of_the_keystore_is_understood(stores) {
        for (noun, statements) in desk::store::keys::ALL_STATEMENTS {
            for (name, sql) in *statements {
                prepare(&stores.keys, sql).await.unwrap_or_else(|error| panic!("{noun} {name}: {error}"));
            }
        }
        for (name, sql) in desk::store::grants::STATEMENTS {
            prepare(&stores.db, sql).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}
