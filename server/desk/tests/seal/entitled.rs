//! Who opens what, from when and until when.

use desk::seal::{
    Cell, Compartment, CompartmentKind, Grant, LinkContext, Recipient, SealError, Subject, grant,
    withdraw,
};
use domain::role::Role;

use crate::desk::{
    Bench, centre, front, identity, other_centre, permit, permit_in, place, reception, root,
    service,
};
use crate::rows::run;
use crate::stores::both_engines;

both_engines! {
    async fn the_desk_opens_what_it_was_granted(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        for role in [Role::Reception, Role::Intake] {
            let opened = bench.open(&permit(role, None), identity(1), &blob).await;
            assert_eq!(opened.unwrap(), b"Amina Bakkali");
        }
    }

    async fn a_service_without_a_grant_opens_none_of_them(stores) {
        let bench = Bench::new(stores).await;
        let police = permit(Role::Service, Some(service(9)));
        for number in 1..=20 {
            let blob = bench.seal(identity(number), b"Amina Bakkali").await;
            bench.grant(identity(number), front(), None).await;
            let refused = bench.open(&police, identity(number), &blob).await;
            assert!(matches!(refused, Err(SealError::NoKey)), "{number}");
        }
    }

    async fn a_service_opens_only_the_person_it_was_granted(stores) {
        let bench = Bench::new(stores).await;
        let police = permit(Role::Service, Some(service(9)));
        let (hers, other) = (bench.seal(identity(1), b"hers").await, bench.seal(identity(2), b"other").await);
        bench.grant(identity(1), Recipient::Service(service(9)), None).await;
        assert_eq!(bench.open(&police, identity(1), &hers).await.unwrap(), b"hers");
        assert!(matches!(bench.open(&police, identity(2), &other).await, Err(SealError::NoKey)));
        let another = permit(Role::Service, Some(service(8)));
        assert!(matches!(bench.open(&another, identity(1), &hers).await, Err(SealError::NoKey)));
    }

    async fn roles_without_service_or_desk_open_nobody(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        for role in [Role::Facilitator, Role::Coordinator, Role::Administrator, Role::Service] {
            let refused = bench.open(&permit(role, None), identity(1), &blob).await;
            assert!(matches!(refused, Err(SealError::NoKey)), "{}", role.code());
        }
    }

    async fn another_centre_opens_nothing_and_sees_no_grant(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        let elsewhere = permit_in(other_centre(), Role::Reception, None);
        let refused = bench.open(&elsewhere, identity(1), &blob).await;
        assert!(matches!(refused, Err(SealError::NoKey)));
        let mut wrong_rows = bench.look(&reception()).await;
        let refused = bench.vault.open(&elsewhere, &mut wrong_rows, &place(identity(1)), &blob).await;
        assert!(matches!(refused, Err(SealError::NoKey)));
    }

    async fn a_withdrawal_acts_on_the_next_request(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok());
        let mut tx = bench.tx().await;
        let withdrawn = withdraw(&mut tx, &bench.vault, &identity(1), front()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(withdrawn.was_live());
        let refused = bench.open(&reception(), identity(1), &blob).await;
        assert!(matches!(refused, Err(SealError::NoKey)), "the wrap is still there, the row is not");
        bench.vault.forget(&reception(), withdrawn).await.unwrap();
        assert_eq!(wraps_by_grant(stores).await, 0);
    }

    async fn a_grant_opens_nothing_from_the_second_it_expires(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), Some(bench.now().plus_seconds(60))).await;
        bench.later(59);
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok());
        bench.later(1);
        assert!(matches!(bench.open(&reception(), identity(1), &blob).await, Err(SealError::NoKey)));
        let mut look = bench.look(&reception()).await;
        let done = bench.vault.reconcile(&reception(), &mut look).await.unwrap();
        assert_eq!((done.deleted, done.made), (1, 0));
        bench.grant(identity(1), front(), None).await;
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok(), "granted anew");
    }

    async fn a_second_grant_lasts_until_the_later_end(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), Some(bench.now().plus_seconds(600))).await;
        bench.grant(identity(1), front(), Some(bench.now().plus_seconds(60))).await;
        bench.later(599);
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok());
        bench.grant(identity(1), front(), None).await;
        bench.later(1_000_000);
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok());
        assert_eq!(wraps_by_grant(stores).await, 1);
    }

    async fn a_row_without_a_wrap_opens_nothing(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        run(&stores.keys, "DELETE FROM key_wrap").await;
        let refused = bench.open(&reception(), identity(1), &blob).await;
        assert!(matches!(refused, Err(SealError::NoWrap)));
        bench.wrap(identity(1).subject).await;
        let refused = bench.open(&reception(), identity(1), &blob).await;
        assert!(matches!(refused, Err(SealError::NoWrap)), "nobody has the key any more");
    }

    async fn a_wrap_without_a_row_opens_nothing(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        run(&stores.db, "DELETE FROM key_grant").await;
        let refused = bench.open(&reception(), identity(1), &blob).await;
        assert!(matches!(refused, Err(SealError::NoKey)));
    }

    async fn many_open_as_each_of_them_does(stores) {
        let bench = Bench::new(stores).await;
        let mut blobs = Vec::new();
        for number in 1..=240_u8 {
            let plain = [number; 3];
            blobs.push((place(identity(number)), bench.seal(identity(number), &plain).await));
            if number % 2 == 0 {
                bench.grant(identity(number), front(), None).await;
            }
        }
        let values: Vec<_> = blobs.iter().map(|(place, blob)| (*place, &blob[..])).collect();
        let mut look = bench.look(&reception()).await;
        let all = bench.vault.open_many(&reception(), &mut look, &values).await.unwrap();
        let few = bench.vault.open_many(&reception(), &mut look, &values[..10]).await.unwrap();
        for (number, opened) in (1..=240_u8).zip(&all).chain((1..).zip(&few)) {
            match opened {
                Ok(plain) => assert!(*plain.reveal() == [number; 3] && number % 2 == 0),
                Err(error) => assert!(matches!(error, SealError::NoKey) && number % 2 == 1),
            }
        }
        let police = permit(Role::Service, Some(service(9)));
        let none = bench.vault.open_many(&police, &mut look, &values).await.unwrap();
        assert!(none.iter().all(|opened| matches!(opened, Err(SealError::NoKey))));
    }

    async fn what_the_house_keeps_opens_without_a_grant_and_takes_none(stores) {
        let bench = Bench::new(stores).await;
        let cell = Cell { subject: Subject::house(centre()), compartment: Compartment::DRAFT };
        let blob = bench.seal(cell, b"half a form").await;
        let administrator = permit(Role::Administrator, None);
        assert_eq!(bench.open(&administrator, cell, &blob).await.unwrap(), b"half a form");
        let elsewhere = permit_in(other_centre(), Role::Reception, None);
        assert!(bench.open(&elsewhere, cell, &blob).await.is_err());
        let mut tx = bench.tx().await;
        let wanted = Grant { cell, recipient: front(), until: None };
        let refused = grant(&mut tx, &bench.vault, &wanted).await;
        assert!(matches!(refused, Err(SealError::TakesNoGrants)));
    }

    async fn nothing_of_a_person_opens_as_the_houses_own(stores) {
        let bench = Bench::new(stores).await;
        let cell = Cell { subject: identity(1).subject, compartment: Compartment::DRAFT };
        let blob = bench.seal(cell, b"Amina Bakkali").await;
        assert!(matches!(bench.open(&reception(), cell, &blob).await, Err(SealError::NoKey)));
    }

    async fn what_belongs_to_the_installation_opens_before_a_centre_is_known(stores) {
        let bench = Bench::new(stores).await;
        let cell = Cell { subject: Subject::installation(), compartment: Compartment::DRAFT };
        let blob = bench.seal(cell, b"user name").await;
        let elsewhere = permit_in(other_centre(), Role::Reception, None);
        assert_eq!(bench.open(&elsewhere, cell, &blob).await.unwrap(), b"user name");
    }

    async fn the_custody_hands_a_458ter_key_over_once(stores) {
        let bench = Bench::new(stores).await;
        let kind = CompartmentKind::Conference458ter;
        let cell = Cell { subject: identity(1).subject, compartment: Compartment::of(kind, [5; 16]) };
        let blob = bench.seal(cell, b"said there").await;
        let first = permit(Role::Service, Some(service(9)));
        let second = permit(Role::Service, Some(service(8)));
        bench.grant(cell, Recipient::Service(service(9)), None).await;
        assert_eq!(bench.open(&first, cell, &blob).await.unwrap(), b"said there");
        bench.grant(cell, Recipient::Service(service(8)), None).await;
        let refused = bench.open(&second, cell, &blob).await;
        assert!(matches!(refused, Err(SealError::NoWrap)), "the desk cannot pass it on");
        let mut look = bench.look(&first).await;
        bench.vault.wrap_granted(&first, &mut look, cell.subject).await.unwrap();
        assert_eq!(bench.open(&second, cell, &blob).await.unwrap(), b"said there");
    }

    async fn a_sealed_vault_opens_seals_and_links_nothing(stores) {
        let bench = Bench::new(stores).await;
        let blob = bench.seal(identity(1), b"Amina Bakkali").await;
        bench.grant(identity(1), front(), None).await;
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok());
        bench.vault.seal_again();
        assert!(!bench.vault.is_open());
        assert!(matches!(bench.open(&reception(), identity(1), &blob).await, Err(SealError::Sealed)));
        let sealed = bench.vault.seal(&reception(), &place(identity(2)), b"x").await;
        assert!(matches!(sealed, Err(SealError::Sealed)));
        assert!(matches!(bench.vault.link(LinkContext::Visit, [1; 16]), Err(SealError::Sealed)));
        assert!(bench.vault.key_for("checkpoint").is_err());
        bench.vault.unseal(&root()).await.unwrap();
        assert!(bench.open(&reception(), identity(1), &blob).await.is_ok());
    }
}

async fn wraps_by_grant(stores: &crate::stores::Stores) -> i64 {
    let count = "SELECT COUNT(*) FROM key_wrap WHERE recipient_kind IN ('desk', 'service')";
    crate::rows::count(&stores.keys, count).await
}
