//! The steps of two colleagues, and what stands in their way.

use std::time::Duration;

use desk::erasures::{self, ErasureError, Hindrance, Part};
use desk::ledger::Deed;
use desk::people::{self, PersonError};
use desk::seal::Subject;
use desk::setup;
use desk::store;
use domain::erasure::{Reason, Refusal, Stage, Urgency};
use domain::person::{Correction, SafeContact};
use domain::retention::{CountsFrom, Kept, Months, Retention};
use domain::role::Role;
use domain::text::{Note, Remark};
use domain::{Day, Pii, RepeatKey};

use super::ground::{DAY, Scene, named, note};
use crate::on_both_engines;
use crate::support::ground::{look, neighbour};
use crate::support::house::House;

on_both_engines! {
    done => somebody_is_erased_by_two_colleagues_on_sqlite,
        somebody_is_erased_by_two_colleagues_on_postgres;
    alone => who_asks_does_not_release_on_sqlite, who_asks_does_not_release_on_postgres;
    changed => what_changed_meanwhile_is_asked_again_on_sqlite,
        what_changed_meanwhile_is_asked_again_on_postgres;
    late => what_nobody_releases_in_a_week_is_asked_again_on_sqlite,
        what_nobody_releases_in_a_week_is_asked_again_on_postgres;
    held => a_duty_to_keep_that_comes_between_wins_on_sqlite,
        a_duty_to_keep_that_comes_between_wins_on_postgres;
    inside => nobody_is_erased_while_she_is_here_on_sqlite,
        nobody_is_erased_while_she_is_here_on_postgres;
    ended => what_was_refused_or_taken_back_stays_so_on_sqlite,
        what_was_refused_or_taken_back_stays_so_on_postgres;
    longer => a_request_is_given_more_time_once_on_sqlite,
        a_request_is_given_more_time_once_on_postgres;
    elsewhere => another_process_forgets_who_was_erased_on_sqlite,
        another_process_forgets_who_was_erased_on_postgres;
    apart => no_erasure_is_seen_next_door_on_sqlite, no_erasure_is_seen_next_door_on_postgres;
}

pub fn refused<T>(outcome: &Result<T, ErasureError>) -> Option<Refusal> {
    match outcome {
        Err(ErasureError::Refused(refusal)) => Some(*refusal),
        _ => None,
    }
}

async fn done(house: House) {
    let scene = Scene::of(house).await;
    let visit = scene.arrives().await;
    scene.leaves(visit).await;
    let desk = &scene.house.desk;
    let before = scene.shown().await;
    assert_eq!(
        before.person.reveal().as_ref().unwrap().as_str(),
        "Rosa Verzonnen"
    );
    let rows = |part| {
        let preview = before.preview.as_ref().unwrap();
        preview
            .lines
            .iter()
            .find(|line| line.part == part)
            .unwrap()
            .rows
    };
    assert_eq!(
        (rows(Part::Record), rows(Part::Visits), rows(Part::Remarks)),
        (1, 1, 1)
    );
    assert_eq!((rows(Part::Keys), rows(Part::Requests)), (3, 1));
    scene.ask(&scene.one).await.unwrap();
    assert!(scene.shown().await.same);
    scene.release(&scene.other).await.unwrap();
    assert!(!scene.is_there().await);
    assert_eq!(
        desk.index().len(scene.house.centre),
        1,
        "somebody else is known"
    );
    let after = scene.shown().await;
    assert!(after.listed.stage == Stage::Erased && after.person.reveal().is_none());
    assert!(after.asker.reveal().is_none() && after.preview.is_none());
    let ledger = store::ledger::all(desk.db()).await.unwrap();
    assert_eq!(ledger[0].deed, Deed::Erased(Subject::person(scene.person)));
    let mut look = look(&scene.house).await;
    let kept = store::visits::one(&mut look, visit).await.unwrap().unwrap();
    assert!(
        kept.link.is_none() && kept.remark.is_none() && kept.facts.is_none(),
        "the visit stays for the figures"
    );
    assert!(matches!(
        note(&scene.house, scene.person).await,
        Err(ErasureError::NotFound)
    ));
}

async fn alone(house: House) {
    let scene = Scene::of(house).await;
    assert!(matches!(
        note(&scene.house, scene.person).await,
        Err(ErasureError::Already)
    ));
    assert_eq!(
        refused(&scene.release(&scene.other).await),
        Some(Refusal::NotAsked)
    );
    scene.ask(&scene.one).await.unwrap();
    assert_eq!(
        refused(&scene.release(&scene.one).await),
        Some(Refusal::SamePerson)
    );
    assert_eq!(
        refused(&scene.ask(&scene.other).await),
        Some(Refusal::Asked)
    );
    let front = scene.release(&scene.front).await;
    assert!(matches!(front, Err(ErasureError::Forbidden(_))));
    assert!(scene.is_there().await);
}

async fn changed(house: House) {
    let scene = Scene::of(house).await;
    scene.ask(&scene.one).await.unwrap();
    let before = scene.looked().await;
    let correction = Correction {
        record: scene.person,
        rev: 1,
        identity: Pii::new(named("Rosa Verbeterd")),
        contact: Pii::new(SafeContact::silence()),
    };
    let key = RepeatKey::new(scene.house.desk.ids());
    people::correct(&scene.house.desk, &scene.front, correction, key)
        .await
        .unwrap();
    for looked in [before, scene.looked().await] {
        let released = erasures::release(&scene.house.desk, &scene.other, looked).await;
        assert_eq!(refused(&released), Some(Refusal::Changed));
    }
    scene.ask(&scene.other).await.unwrap();
    assert_eq!(
        refused(&scene.release(&scene.other).await),
        Some(Refusal::SamePerson)
    );
    scene.release(&scene.one).await.unwrap();
    assert!(!scene.is_there().await);
}

async fn late(house: House) {
    let scene = Scene::of(house).await;
    scene.ask(&scene.one).await.unwrap();
    scene.house.still.pass(7 * DAY);
    assert_eq!(scene.shown().await.listed.stage, Stage::Noted);
    assert_eq!(
        refused(&scene.release(&scene.other).await),
        Some(Refusal::NotAsked)
    );
    scene.ask(&scene.one).await.unwrap();
    scene.house.still.pass(7 * DAY - 1);
    scene.release(&scene.other).await.unwrap();
}

async fn held(house: House) {
    let scene = Scene::of(house).await;
    scene.ask(&scene.one).await.unwrap();
    let rule = Retention {
        controller: None,
        about: Kept::Person,
        months: Months::parse("180").unwrap(),
        from: CountsFrom::Creation,
        source: Remark::parse("Een decreet, art. 15").unwrap(),
        valid_from: Day::new(2026, 1, 1).unwrap(),
        valid_until: None,
        binds: true,
    };
    let key = RepeatKey::new(scene.house.desk.ids());
    let boss = scene.house.colleague(Role::Administrator);
    setup::add(&scene.house.desk, &boss, &rule, key)
        .await
        .unwrap();
    assert_eq!(
        refused(&scene.release(&scene.other).await),
        Some(Refusal::Hindered)
    );
    let preview = scene.shown().await.preview.unwrap();
    let until = Some(Day::new(2041, 3, 10).unwrap());
    assert!(preview.hindrances == [Hindrance::Kept(Box::new(rule), until)]);
    assert!(scene.is_there().await);
}

async fn inside(house: House) {
    let scene = Scene::of(house).await;
    let visit = scene.arrives().await;
    assert_eq!(
        refused(&scene.ask(&scene.one).await),
        Some(Refusal::Hindered)
    );
    scene.leaves(visit).await;
    scene.ask(&scene.one).await.unwrap();
    scene.release(&scene.other).await.unwrap();
}

fn reason() -> Pii<Reason> {
    let text = "De broer van betrokkene getuigt op 4 mei in de zaak waarvoor dit nodig is.";
    Pii::new(Reason::parse(text).unwrap())
}

async fn ended(house: House) {
    let scene = Scene::of(house).await;
    let (desk, shown) = (&scene.house.desk, (scene.id, 1));
    erasures::refuse(desk, &scene.one, shown, reason())
        .await
        .unwrap();
    let after = scene.shown().await;
    assert_eq!(after.refused.reveal(), &Some(reason().reveal().clone()));
    assert_eq!((after.listed.stage, after.listed.rev), (Stage::Refused, 2));
    let withdrawn = erasures::withdraw(desk, &scene.one, (scene.id, 2)).await;
    assert_eq!(refused(&withdrawn), Some(Refusal::Over));
    let second = note(&scene.house, scene.person).await.unwrap();
    let stale = erasures::withdraw(desk, &scene.one, (second, 2)).await;
    assert!(matches!(stale, Err(ErasureError::Stale)));
    erasures::withdraw(desk, &scene.one, (second, 1))
        .await
        .unwrap();
    let all = erasures::all(desk, &scene.one).await.unwrap();
    assert_eq!(all.len(), 2);
    assert!(scene.is_there().await);
}

async fn longer(house: House) {
    let scene = Scene::of(house).await;
    let desk = &scene.house.desk;
    let why = || Pii::new(Note::parse("Het dossier ligt bij de rechtbank.").unwrap());
    let due = |shown: &erasures::Shown| shown.listed.standing.due().unwrap();
    assert!(due(&scene.shown().await) == Day::new(2026, 4, 9).unwrap());
    erasures::extend(desk, &scene.one, (scene.id, 1), why())
        .await
        .unwrap();
    let after = scene.shown().await;
    assert!(due(&after) == Day::new(2026, 6, 9).unwrap());
    assert_eq!(after.longer.reveal(), &Some(why().reveal().clone()));
    let again = erasures::extend(desk, &scene.one, (scene.id, 2), why()).await;
    assert_eq!(refused(&again), Some(Refusal::TooLate));
    scene.house.still.pass(85 * DAY);
    assert_eq!(scene.shown().await.listed.urgency, Urgency::Soon);
    scene.house.still.pass(7 * DAY);
    assert_eq!(scene.shown().await.listed.urgency, Urgency::Late);
    assert_eq!(erasures::counted(desk, &scene.one).await.unwrap(), (1, 1));
}

async fn elsewhere(house: House) {
    let scene = Scene::of(house).await;
    let other = scene.house.another([8; 16]).await;
    let job = desk::access::Actor::Job {
        name: "wake",
        centre: scene.house.centre,
        request: domain::RequestId::new(other.ids()),
    };
    people::rebuild_index(&other, &job).await.unwrap();
    assert!(
        people::show(&other, &scene.front, scene.person)
            .await
            .is_ok()
    );
    let following = other.clone();
    let task = tokio::spawn(async move {
        desk::bus::follow(&following, std::future::pending()).await;
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    scene.ask(&scene.one).await.unwrap();
    scene.release(&scene.other).await.unwrap();
    for _ in 0..50 {
        if other.index().len(scene.house.centre) == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(!other.index().knows(scene.house.centre, scene.person));
    let gone = people::show(&other, &scene.front, scene.person).await;
    assert!(matches!(gone, Err(PersonError::NotFound)));
    task.abort();
}

async fn apart(house: House) {
    let scene = Scene::of(house).await;
    let (centre, _) = neighbour(&scene.house).await;
    let theirs = match scene.house.colleague(Role::Administrator) {
        desk::access::Actor::Staff(staff) => {
            desk::access::Actor::Staff(desk::access::StaffActor { centre, ..staff })
        }
        other => other,
    };
    let shown = erasures::show(&scene.house.desk, &theirs, scene.id).await;
    assert!(matches!(shown, Err(ErasureError::NotFound)));
    assert!(
        erasures::all(&scene.house.desk, &theirs)
            .await
            .unwrap()
            .is_empty()
    );
}
