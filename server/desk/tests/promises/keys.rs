//! Grants in the data, and keys and wraps in the keystore.

use chrono::{DateTime, Utc};
use desk::seal::{Cell, Compartment, Grant, Recipient, Span, Subject};
use desk::store::keys::root::Kept;
use desk::store::keys::{self, Made, Wrap, reading, root};
use desk::store::{Look, StoreError, Tx, grants};
use domain::{RecordId, ServiceId};
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{at, id, look, permit, tx};
use crate::support::house::House;

on_both_engines! {
    granted => a_grant_reads_back_while_it_lives_on_sqlite,
        a_grant_reads_back_while_it_lives_on_postgres;
    lapsed => a_grant_lapses_at_its_end_on_sqlite, a_grant_lapses_at_its_end_on_postgres;
    ended => an_ended_grant_can_be_given_anew_on_sqlite,
        an_ended_grant_can_be_given_anew_on_postgres;
    wrapped => a_key_and_its_wraps_read_back_on_sqlite,
        a_key_and_its_wraps_read_back_on_postgres;
    unwrapped => without_its_grant_a_key_is_spent_on_sqlite,
        without_its_grant_a_key_is_spent_on_postgres;
    renewed => a_key_is_wrapped_anew_under_a_newer_version_on_sqlite,
        a_key_is_wrapped_anew_under_a_newer_version_on_postgres;
    founded => a_keystore_is_founded_once_on_sqlite, a_keystore_is_founded_once_on_postgres;
    kept => the_root_secret_is_kept_for_two_at_a_time_on_sqlite,
        the_root_secret_is_kept_for_two_at_a_time_on_postgres;
}

pub fn cell(number: u128) -> Cell {
    Cell {
        subject: Subject::person(RecordId::from_uuid(id(number))),
        compartment: Compartment::IDENTITY,
    }
}

pub fn to_service(number: u128) -> Grant {
    Grant {
        cell: cell(number),
        recipient: Recipient::Service(ServiceId::from_uuid(id(70))),
        until: Some(at(60)),
    }
}

pub async fn add(house: &House, row: u128, grant: &Grant) {
    let mut tx = tx(house).await;
    grants::add(&mut tx, id(row), grant, at(0)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn granted(house: House) {
    let desk = Grant {
        recipient: Recipient::Desk(house.centre),
        until: None,
        ..to_service(1)
    };
    add(&house, 10, &to_service(1)).await;
    add(&house, 11, &desk).await;
    add(&house, 12, &to_service(2)).await;
    let mut look = look(&house).await;
    let mut of_cell = grants::of_cell(&mut look, &cell(1), at(59)).await.unwrap();
    of_cell.sort_by_key(|granted| granted.id);
    let both: Vec<(Uuid, Grant)> = of_cell.iter().map(|one| (one.id, one.grant)).collect();
    assert_eq!(both, [(id(10), to_service(1)), (id(11), desk)]);
    let of_subject = grants::of_subject(&mut look, cell(1).subject, at(60))
        .await
        .unwrap();
    assert_eq!(
        of_subject.iter().map(|one| one.id).collect::<Vec<_>>(),
        [id(11)]
    );
    for (minutes, found) in [(1, vec![id(10), id(11), id(12)]), (60, vec![id(11)])] {
        let mut live = Vec::new();
        let meet = |grant| live.push(grant);
        grants::live(&mut look, at(minutes), meet).await.unwrap();
        live.sort();
        assert_eq!(live, found);
    }
    let one = grants::one(&mut look, id(11)).await.unwrap();
    assert_eq!(one.map(|one| (one.id, one.grant)), Some((id(11), desk)));
    let kind = cell(1).subject.kind;
    let [first, last] = [1, 2].map(|number| cell(number).subject.id);
    let span = |first, last| Span { kind, first, last };
    let service = to_service(1).recipient;
    for (span, recipient, minutes, found) in [
        (span(first, last), service, 1, vec![id(10), id(12)]),
        (span(first, last), service, 60, vec![]),
        (span(first, last), desk.recipient, 60, vec![id(11)]),
        (span(last, last), service, 1, vec![id(12)]),
    ] {
        let granted = grants::of_span(&mut look, &span, recipient, at(minutes)).await;
        let mut ids: Vec<Uuid> = granted.unwrap();
        ids.sort();
        assert_eq!(ids, found);
    }
    let (centre, since): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT DISTINCT centre_id, since FROM key_grant").fetch_one(p));
    assert_eq!((centre, since), (house.centre.uuid(), at(0).utc()));
    let mut tx = tx(&house).await;
    let second = grants::add(&mut tx, id(13), &to_service(1), at(0)).await;
    assert!(matches!(second, Err(StoreError::Taken)));
}

async fn lapsed(house: House) {
    add(&house, 10, &to_service(1)).await;
    add(&house, 11, &to_service(2)).await;
    let mut tx = tx(&house).await;
    assert_eq!(grants::lapse(&mut tx, at(59)).await.unwrap(), 0);
    grants::prolong(&mut tx, id(11), Some(at(90)))
        .await
        .unwrap();
    assert_eq!(
        grants::lapse_of_cell(&mut tx, &cell(2), at(89))
            .await
            .unwrap(),
        0
    );
    assert_eq!(grants::lapse(&mut tx, at(60)).await.unwrap(), 1);
    assert_eq!(
        grants::lapse_of_cell(&mut tx, &cell(2), at(90))
            .await
            .unwrap(),
        1
    );
    tx.commit().await.unwrap();
    let ended: Vec<DateTime<Utc>> = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT ended_at FROM key_grant ORDER BY id").fetch_all(p));
    assert_eq!(ended, [at(60).utc(), at(90).utc()]);
}

async fn ended(house: House) {
    add(&house, 10, &to_service(1)).await;
    let recipient = to_service(1).recipient;
    let mut tx = tx(&house).await;
    let ended = grants::end(&mut tx, &cell(1), recipient, at(5))
        .await
        .unwrap();
    assert_eq!(ended, Some(id(10)));
    let again = grants::end(&mut tx, &cell(1), recipient, at(6))
        .await
        .unwrap();
    assert_eq!(again, None);
    grants::add(&mut tx, id(11), &to_service(1), at(7))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let live = grants::of_cell(&mut look(&house).await, &cell(1), at(8))
        .await
        .unwrap();
    assert_eq!(live.iter().map(|one| one.id).collect::<Vec<_>>(), [id(11)]);
}

async fn keystore(house: &House) -> Tx {
    house
        .desk
        .vault()
        .keystore()
        .begin(&permit(house))
        .await
        .unwrap()
}

async fn keystore_look(house: &House) -> Look {
    house
        .desk
        .vault()
        .keystore()
        .look(&permit(house))
        .await
        .unwrap()
}

async fn make(house: &House, generation: i64) -> Wrap {
    let number = generation.unsigned_abs().into();
    let made = Made {
        key: id(number),
        owner: house.centre,
        cell: cell(1),
        generation,
    };
    let wrap = Wrap {
        key: made.key,
        owner: house.centre,
        recipient: to_service(1).recipient,
        grant: id(10),
        version: 2,
        sealed: vec![4, 0, 255],
    };
    let mut tx = keystore(house).await;
    keys::hold(&mut tx, house.centre, &cell(1)).await.unwrap();
    keys::make(&mut tx, &made).await.unwrap();
    keys::wrap(&mut tx, &wrap).await.unwrap();
    keys::wrap(&mut tx, &wrap).await.unwrap();
    tx.commit().await.unwrap();
    wrap
}

async fn wrapped(house: House) {
    let wrap = make(&house, 1).await;
    make(&house, 2).await;
    let mut look = keystore_look(&house).await;
    let found = reading::of_cell(&mut look, house.centre, &cell(1))
        .await
        .unwrap();
    assert_eq!(
        found.iter().map(|one| one.generation).collect::<Vec<_>>(),
        [1, 2]
    );
    let first = &found[0];
    assert_eq!(
        (first.key, first.cell, first.spent),
        (wrap.key, cell(1), false)
    );
    assert_eq!((first.recipient, first.grant), (wrap.recipient, wrap.grant));
    assert_eq!((first.version, &first.sealed), (2, &wrap.sealed));
    let page = reading::of_recipient(&mut look, wrap.recipient, (id(1), id(10))).await;
    assert_eq!(
        page.unwrap().iter().map(|one| one.key).collect::<Vec<_>>(),
        [id(2)]
    );
    let (kind, first) = (cell(1).subject.kind, cell(1).subject.id);
    for (last, count) in [(first, 2), ([0; 16], 0)] {
        let span = Span { kind, first, last };
        let of_span = reading::of_span(&mut look, wrap.recipient, &span).await;
        let of_span = of_span.unwrap();
        assert_eq!(of_span.len(), count);
        for (one, other) in of_span.iter().zip(&found) {
            assert_eq!((one.cell, one.generation), (cell(1), other.generation));
            assert_eq!((one.grant, one.version), (wrap.grant, 2));
            assert_eq!(one.sealed, wrap.sealed);
        }
    }
    let mut granted = Vec::new();
    let meet = |grant| granted.push(grant);
    reading::granted(&mut look, meet).await.unwrap();
    assert_eq!(granted, [id(10), id(10)]);
    assert!(reading::behind(&mut look, wrap.recipient, 3).await.unwrap());
    assert!(!reading::behind(&mut look, wrap.recipient, 2).await.unwrap());
    let mut several = Vec::new();
    let meet = |found| several.push(found);
    reading::several(&mut look, meet).await.unwrap();
    assert_eq!(several, [(cell(1), 2)]);
}

async fn unwrapped(house: House) {
    let wrap = make(&house, 1).await;
    let mut tx = keystore(&house).await;
    assert_eq!(keys::unwrap(&mut tx, wrap.grant).await.unwrap(), 1);
    tx.commit().await.unwrap();
    make(&house, 2).await;
    let spent = "SELECT spent FROM data_key ORDER BY generation";
    let store = house.desk.vault().keystore();
    let before: Vec<bool> = crate::raw!(store, p => sqlx::query_scalar(spent).fetch_all(p));
    assert_eq!(before, [true, false]);
    let mut tx = keystore(&house).await;
    keys::spend(&mut tx, house.centre, &cell(1)).await.unwrap();
    tx.commit().await.unwrap();
    let after: Vec<bool> = crate::raw!(store, p => sqlx::query_scalar(spent).fetch_all(p));
    assert_eq!(after, [true, true]);
}

async fn renewed(house: House) {
    let wrap = make(&house, 1).await;
    let mut tx = keystore(&house).await;
    keys::renew(&mut tx, wrap.recipient, 3).await.unwrap();
    let newer = Wrap {
        version: 3,
        sealed: vec![8],
        ..wrap
    };
    assert_eq!(keys::rewrap(&mut tx, &newer).await.unwrap(), 1);
    let nobody = Wrap {
        grant: id(99),
        ..newer
    };
    assert_eq!(keys::rewrap(&mut tx, &nobody).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let versions = root::versions(house.desk.vault().keystore()).await.unwrap();
    assert_eq!(versions, [(nobody.recipient, 3)]);
    let mut look = keystore_look(&house).await;
    let found = reading::of_cell(&mut look, house.centre, &cell(1))
        .await
        .unwrap();
    assert_eq!((found[0].version, &found[0].sealed), (3, &vec![8]));
    let mut again = keystore(&house).await;
    let second = keys::renew(&mut again, nobody.recipient, 3).await;
    assert!(matches!(second, Err(StoreError::Taken)));
}

async fn founded(house: House) {
    let store = house.desk.vault().keystore();
    let (_, version) = root::foundation(store).await.unwrap().unwrap();
    assert_eq!(version, 1);
    let again = root::found(store, &[1; 32]).await;
    assert!(matches!(again, Err(StoreError::Taken)));
    crate::changed!(store, p => sqlx::query("DELETE FROM keystore").execute(p));
    assert_eq!(root::foundation(store).await.unwrap(), None);
    root::found(store, &[1; 32]).await.unwrap();
    assert_eq!(
        root::foundation(store).await.unwrap(),
        Some((vec![1; 32], 1))
    );
    assert_eq!(root::versions(store).await.unwrap(), []);
    for version in [2_i64, 3] {
        crate::changed!(store, p => sqlx::query("INSERT INTO kek
            (centre_id, recipient_kind, recipient_id, version) VALUES ($1, 'desk', $1, $2)")
            .bind(house.centre.uuid()).bind(version).execute(p));
    }
    let newest = root::versions(store).await.unwrap();
    assert_eq!(newest, [(Recipient::Desk(house.centre), 3)]);
}

async fn kept(house: House) {
    let store = house.desk.vault().keystore();
    for (number, holder) in [(1, 2), (2, 1), (3, 1)] {
        let kept = Kept {
            id: id(number),
            method: "sheet".to_owned(),
            holder,
            scheme: 1,
            salt: vec![1; 16],
            sealed: vec![5, 0, 255],
            recipient: (number == 1).then(|| "age1holder".to_owned()),
        };
        root::keep(store, &kept).await.unwrap();
    }
    let all = root::kept(store, "sheet").await.unwrap();
    assert_eq!(
        all.iter().map(|one| one.id).collect::<Vec<_>>(),
        [id(2), id(3), id(1)]
    );
    let one = &all[2];
    assert_eq!((one.holder, one.scheme), (2, 1));
    assert_eq!(one.recipient.as_deref(), Some("age1holder"));
    assert_eq!(all[0].recipient, None);
    assert_eq!((&one.salt, &one.sealed), (&vec![1; 16], &vec![5, 0, 255]));
    root::drop_others(store, "sheet", [id(1), id(3)])
        .await
        .unwrap();
    let left = root::kept(store, "sheet").await.unwrap();
    assert_eq!(
        left.iter().map(|one| one.id).collect::<Vec<_>>(),
        [id(3), id(1)]
    );
    assert!(root::kept(store, "passphrase").await.unwrap().is_empty());
}
