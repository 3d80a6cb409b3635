//! Visits whose time is over lose their person by two colleagues, and count on.

use desk::holds::{self, NewHold};
use desk::store;
use desk::unlinkings::{self, UnlinkingError};
use desk::visits;
use domain::hold::Ground;
use domain::retention::{CountsFrom, Kept};
use domain::role::Role;
use domain::text::Note;
use domain::unlinking::Refusal;
use domain::{Day, Pii, RepeatKey, UnlinkingId};

use super::ground::{DAY, Scene};
use super::planning::rule;
use crate::on_both_engines;
use crate::support::ground::{look, neighbour};
use crate::support::house::House;

on_both_engines! {
    done => old_visits_lose_their_person_by_two_colleagues_on_sqlite,
        old_visits_lose_their_person_by_two_colleagues_on_postgres;
    alone => who_asks_does_not_unlink_on_sqlite, who_asks_does_not_unlink_on_postgres;
    changed => other_visits_are_asked_for_again_on_sqlite,
        other_visits_are_asked_for_again_on_postgres;
    held => a_hold_keeps_her_visits_on_sqlite, a_hold_keeps_her_visits_on_postgres;
    apart => nothing_is_due_next_door_or_for_the_desk_on_sqlite,
        nothing_is_due_next_door_or_for_the_desk_on_postgres;
}

fn refused<T>(outcome: &Result<T, UnlinkingError>) -> Option<Refusal> {
    match outcome {
        Err(UnlinkingError::Refused(refusal)) => Some(*refusal),
        _ => None,
    }
}

/// She came once, more than a month ago, and visits are kept for a month.
async fn old(house: House) -> Scene {
    let scene = Scene::of(house).await;
    let visit = scene.arrives().await;
    scene.leaves(visit).await;
    rule(&scene.house, Kept::Visit, (1, CountsFrom::Creation)).await;
    scene.house.still.pass(32 * DAY);
    anew(scene)
}

/// Everybody has just proved who it is.
fn anew(scene: Scene) -> Scene {
    Scene {
        one: scene.house.colleague(Role::Administrator),
        other: scene.house.colleague(Role::Coordinator),
        front: scene.house.colleague(Role::Reception),
        ..scene
    }
}

async fn due(scene: &Scene) -> unlinkings::Overview {
    unlinkings::show(&scene.house.desk, &scene.other)
        .await
        .unwrap()
}

async fn ask(scene: &Scene) -> Result<(), UnlinkingError> {
    let digest = due(scene).await.due.map_or([0; 16], |due| due.digest);
    unlinkings::ask(&scene.house.desk, &scene.one, digest).await
}

async fn asked(scene: &Scene) -> (UnlinkingId, i64) {
    let asked = due(scene).await.asked.unwrap();
    (asked.id, asked.rev)
}

async fn done(house: House) {
    let scene = old(house).await;
    let desk = &scene.house.desk;
    let found = due(&scene).await.due.unwrap();
    assert!(found.visits == 1 && found.first == Day::new(2026, 3, 10).unwrap());
    assert!(found.last == found.first && !found.more && found.rule.about == Kept::Visit);
    ask(&scene).await.unwrap();
    assert_eq!(refused(&ask(&scene).await), Some(Refusal::Asked));
    assert!(unlinkings::waits(desk, &scene.other).await.unwrap());
    let shown = asked(&scene).await;
    assert_eq!(
        unlinkings::release(desk, &scene.other, shown)
            .await
            .unwrap(),
        1
    );
    let days = store::erasures::plan::linked_days(&mut look(&scene.house).await).await;
    assert_eq!(days.unwrap(), []);
    let seen = visits::today(desk, &scene.front, scene.person)
        .await
        .unwrap();
    assert!(seen.is_empty(), "the visit is nobody's");
    assert!(scene.is_there().await, "she herself stays");
    let after = due(&scene).await;
    assert!(after.due.is_none() && after.asked.is_none() && after.done.len() == 1);
    assert_eq!(refused(&ask(&scene).await), Some(Refusal::Nothing));
    let again = unlinkings::release(desk, &scene.other, shown).await;
    assert!(matches!(again, Err(UnlinkingError::Stale)));
    let waits = store::key_ends::due(&mut look(&scene.house).await, desk.now()).await;
    assert!(waits.unwrap().is_empty(), "the keys of its remark are gone");
}

async fn alone(house: House) {
    let scene = old(house).await;
    let desk = &scene.house.desk;
    ask(&scene).await.unwrap();
    let shown = asked(&scene).await;
    let own = unlinkings::release(desk, &scene.one, shown).await;
    assert_eq!(refused(&own), Some(Refusal::SamePerson));
    let front = unlinkings::release(desk, &scene.front, shown).await;
    assert!(matches!(front, Err(UnlinkingError::Forbidden(_))));
    scene.house.still.pass(7 * DAY);
    let scene = anew(scene);
    let late = unlinkings::release(&scene.house.desk, &scene.other, shown).await;
    assert_eq!(refused(&late), Some(Refusal::NotAsked));
    assert!(due(&scene).await.asked.is_none());
    ask(&scene).await.unwrap();
    let shown = asked(&scene).await;
    unlinkings::withdraw(&scene.house.desk, &scene.other, shown)
        .await
        .unwrap();
    assert!(due(&scene).await.asked.is_none());
    assert_eq!(due(&scene).await.due.unwrap().visits, 1, "nothing happened");
}

async fn changed(house: House) {
    let scene = old(house).await;
    ask(&scene).await.unwrap();
    let shown = asked(&scene).await;
    let visit = scene.arrives().await;
    scene.leaves(visit).await;
    crate::changed!(scene.house.desk.db(), p => sqlx::query(
        "UPDATE visit SET day = '2026-03-09' WHERE day = '2026-04-11'").execute(p));
    let seen = due(&scene).await;
    assert!(seen.due.as_ref().unwrap().visits == 2 && !seen.asked.unwrap().same);
    let released = unlinkings::release(&scene.house.desk, &scene.other, shown).await;
    assert_eq!(refused(&released), Some(Refusal::Changed));
    ask(&scene).await.unwrap();
    let released = unlinkings::release(&scene.house.desk, &scene.other, shown).await;
    assert!(
        matches!(released, Err(UnlinkingError::Stale)),
        "it was asked anew"
    );
    let shown = asked(&scene).await;
    let released = unlinkings::release(&scene.house.desk, &scene.other, shown).await;
    assert_eq!(released.unwrap(), 2);
}

async fn held(house: House) {
    let scene = old(house).await;
    let desk = &scene.house.desk;
    let hold = NewHold {
        record: scene.person,
        ground: Ground::LegalClaim,
        until: Day::new(2026, 5, 1).unwrap(),
        why: Pii::new(Note::parse("zaak 12").unwrap()),
    };
    ask(&scene).await.unwrap();
    let shown = asked(&scene).await;
    let key = RepeatKey::new(desk.ids());
    let hold = holds::set(desk, &scene.one, hold, key).await.unwrap();
    let seen = due(&scene).await;
    assert!(seen.due.is_none() && seen.held == 1);
    let released = unlinkings::release(desk, &scene.other, shown).await;
    assert_eq!(refused(&released), Some(Refusal::Changed));
    holds::end(desk, &scene.one, (hold, 1)).await.unwrap();
    assert_eq!(
        unlinkings::release(desk, &scene.other, shown)
            .await
            .unwrap(),
        1
    );
}

async fn apart(house: House) {
    let scene = old(house).await;
    let front = unlinkings::show(&scene.house.desk, &scene.front).await;
    assert!(matches!(front, Err(UnlinkingError::Forbidden(_))));
    let (_, theirs) = neighbour(&scene.house).await;
    let mut there = scene.house.desk.look(&theirs).await.unwrap();
    let day = Day::new(2026, 12, 31).unwrap();
    assert_eq!(
        store::unlinkings::due(&mut there, day, 9).await.unwrap(),
        []
    );
}
