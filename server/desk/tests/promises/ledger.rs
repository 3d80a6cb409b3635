//! What must never come back, and when backups are made.

use desk::backup::{Run, RunKind};
use desk::ledger::{self as use_case, Deed, Entry};
use desk::seal::Subject;
use desk::store::keys;
use desk::store::{backups, grants, ledger};
use domain::backup::{Plan, Trouble};
use domain::{Day, RecordId};

use super::keys::{add, to_service};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, permit, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_deed_is_in_the_ledger_once_on_sqlite, a_deed_is_in_the_ledger_once_on_postgres;
    elsewhere => what_was_done_in_a_centre_that_is_not_there_yet_stands_in_no_way_on_sqlite,
        what_was_done_in_a_centre_that_is_not_there_yet_stands_in_no_way_on_postgres;
    counted => what_is_about_a_person_is_counted_on_sqlite,
        what_is_about_a_person_is_counted_on_postgres;
    ended => grants_end_one_by_one_or_for_a_subject_on_sqlite,
        grants_end_one_by_one_or_for_a_subject_on_postgres;
    destroyed => the_keys_of_a_subject_are_destroyed_together_on_sqlite,
        the_keys_of_a_subject_are_destroyed_together_on_postgres;
    planned => the_plan_of_backups_is_changed_as_it_was_shown_on_sqlite,
        the_plan_of_backups_is_changed_as_it_was_shown_on_postgres;
    noted => the_youngest_good_backup_of_a_kind_is_found_on_sqlite,
        the_youngest_good_backup_of_a_kind_is_found_on_postgres;
}

fn person(number: u128) -> Subject {
    Subject::person(RecordId::from_uuid(id(number)))
}

async fn written(house: House) {
    let deeds = [Deed::Erased(person(1)), Deed::Withdrawn(person(2), id(30))];
    let entries = deeds.map(|deed| Entry {
        id: id(if deed.grant().is_nil() { 10 } else { 11 }),
        centre: house.centre,
        deed,
        day: Day::new(2026, 3, 10).unwrap(),
    });
    let mut tx = tx(&house).await;
    for entry in &entries {
        assert!(ledger::add(&mut tx, entry).await.unwrap());
        assert!(!ledger::add(&mut tx, entry).await.unwrap(), "twice");
    }
    use_case::write(&mut tx, [9; 16], deeds[0], at(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let all = ledger::all(house.desk.db()).await.unwrap();
    assert_eq!((&all[..2], all.len()), (&entries[..], 3));
    assert_eq!((all[2].centre, all[2].day), (house.centre, entries[0].day));
}

async fn elsewhere(house: House) {
    let entry = Entry {
        id: id(10),
        centre: domain::CentreId::from_uuid(id(77)),
        deed: Deed::Relieved(Subject::house(house.centre), id(11)),
        day: Day::new(2026, 3, 10).unwrap(),
    };
    let told = use_case::replay(&house.desk, &[entry]).await;
    assert_eq!(told.unwrap(), 0, "there is no such centre yet");
}

async fn counted(house: House) {
    let of = Subject::house(house.centre);
    let deeds = [
        (Deed::Erased(person(1)), 1),
        (Deed::Withdrawn(person(2), id(30)), 2),
        (Deed::Denied(of, id(31)), 3),
        (Deed::Left(of, id(32)), 3),
        (Deed::Relieved(of, id(33)), 3),
        (Deed::Held(of, id(34)), 3),
    ];
    for (number, (deed, count)) in (1..).zip(deeds) {
        let mut tx = tx(&house).await;
        use_case::write(&mut tx, [number; 16], deed, at(0))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let counted = ledger::count(&mut look(&house).await).await;
        assert_eq!(counted.unwrap(), count, "{}", deed.code());
    }
    let all = ledger::all(house.desk.db()).await.unwrap();
    let read: Vec<Deed> = all.iter().map(|entry| entry.deed).collect();
    assert_eq!(read, deeds.map(|(deed, _)| deed));
}

async fn ended(house: House) {
    for number in 1..=3 {
        add(&house, 10 + number, &to_service(number)).await;
    }
    let mut tx = tx(&house).await;
    assert_eq!(grants::end_one(&mut tx, id(11), at(1)).await.unwrap(), 1);
    assert_eq!(
        grants::end_one(&mut tx, id(11), at(2)).await.unwrap(),
        0,
        "twice"
    );
    let ended = grants::end_of_subject(&mut tx, person(2), at(1))
        .await
        .unwrap();
    assert_eq!(ended, 1);
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    for (number, live) in [(1, 0), (2, 0), (3, 1)] {
        let left = grants::of_subject(&mut look, person(number), at(3))
            .await
            .unwrap();
        assert_eq!(left.len(), live, "{number}");
    }
}

async fn destroyed(house: House) {
    let keystore = house.desk.vault().keystore();
    for (key, number) in [(50, 1), (51, 2)] {
        let mut tx = keystore.begin(&permit(&house)).await.unwrap();
        let made = keys::Made {
            key: id(key),
            owner: house.centre,
            cell: super::keys::cell(number),
            generation: 1,
        };
        keys::make(&mut tx, &made).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = keystore.begin(&permit(&house)).await.unwrap();
    assert_eq!(keys::destroy(&mut tx, person(1)).await.unwrap(), 1);
    assert_eq!(keys::destroy(&mut tx, person(1)).await.unwrap(), 0);
    assert_eq!(keys::destroy(&mut tx, person(2)).await.unwrap(), 1);
}

async fn planned(house: House) {
    let plan = backups::plan(&mut look(&house).await).await.unwrap();
    assert_eq!(plan, (Plan::default(), 0));
    let (first, second) = (Plan::new(2, 40).unwrap(), Plan::new(23, 14).unwrap());
    let mut tx = tx(&house).await;
    assert!(backups::set_plan(&mut tx, first, 0).await.unwrap());
    assert!(backups::set_plan(&mut tx, second, 1).await.unwrap());
    assert!(
        !backups::set_plan(&mut tx, first, 1).await.unwrap(),
        "stale"
    );
    tx.commit().await.unwrap();
    let plan = backups::plan(&mut look(&house).await).await.unwrap();
    assert_eq!(plan, (second, 2));
}

async fn noted(house: House) {
    let run = |kind, minutes| Run {
        kind,
        at: at(minutes),
        bytes: minutes * 1000,
        trail: 7,
        people: 3,
        fault: None,
        sheet: Some([5; 32]),
    };
    let mut tx = tx(&house).await;
    let runs = [
        (RunKind::Whole, 2),
        (RunKind::Whole, 1),
        (RunKind::Drill, 5),
    ];
    for (number, (kind, minutes)) in (1..).zip(runs) {
        backups::note(&mut tx, id(number), &run(kind, minutes))
            .await
            .unwrap();
    }
    let failed = Run {
        fault: Some(Trouble::DiskFull),
        sheet: None,
        ..run(RunKind::Whole, 3)
    };
    backups::note(&mut tx, id(9), &failed).await.unwrap();
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    for (kind, minutes) in [(RunKind::Whole, 2), (RunKind::Drill, 5)] {
        let last = backups::last(&mut look, kind).await.unwrap();
        assert_eq!(last, Some(run(kind, minutes)));
    }
    let latest = backups::latest(&mut look, RunKind::Whole).await.unwrap();
    assert_eq!(latest, Some(failed));
}
