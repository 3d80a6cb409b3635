//! A hold on one person wins over whoever asks and whatever is over, is explained, and ends.

use desk::access::Actor;
use desk::erasures::{self, Hindrance, Part, plan};
use desk::holds::{self, HoldError, NewHold};
use desk::ledger::Deed;
use desk::seal::Subject;
use desk::store;
use domain::erasure::Refusal;
use domain::hold::{Ground, Refusal as NotNow};
use domain::retention::{CountsFrom, Kept};
use domain::role::Role;
use domain::text::Note;
use domain::{Day, HoldId, Pii, RecordId, RepeatKey};

use super::ground::{DAY, Scene, register};
use super::planning::{job, rule};
use super::steps::refused;
use crate::on_both_engines;
use crate::support::ground::{neighbour, shell};
use crate::support::house::House;

on_both_engines! {
    wins => a_hold_wins_over_a_request_and_lets_it_go_on_when_it_ends_on_sqlite,
        a_hold_wins_over_a_request_and_lets_it_go_on_when_it_ends_on_postgres;
    between => a_hold_that_comes_between_stops_the_release_on_sqlite,
        a_hold_that_comes_between_stops_the_release_on_postgres;
    over => a_hold_ends_by_itself_after_its_last_day_on_sqlite,
        a_hold_ends_by_itself_after_its_last_day_on_postgres;
    longer => a_hold_lasts_longer_with_another_reason_on_sqlite,
        a_hold_lasts_longer_with_another_reason_on_postgres;
    planned => the_plan_names_a_hold_and_the_night_proposes_nobody_under_one_on_sqlite,
        the_plan_names_a_hold_and_the_night_proposes_nobody_under_one_on_postgres;
    apart => no_hold_is_seen_by_whoever_may_not_on_sqlite,
        no_hold_is_seen_by_whoever_may_not_on_postgres;
    gone => the_words_of_a_hold_go_with_her_on_sqlite, the_words_of_a_hold_go_with_her_on_postgres;
}

fn day(month: u32, day: u32) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn on(record: RecordId, until: Day) -> NewHold {
    NewHold {
        record,
        ground: Ground::CourtOrder,
        until,
        why: Pii::new(Note::parse("Beschikking 26/104 van de raadkamer").unwrap()),
    }
}

async fn set(scene: &Scene, until: Day) -> Result<HoldId, HoldError> {
    let key = RepeatKey::new(scene.house.desk.ids());
    holds::set(&scene.house.desk, &scene.one, on(scene.person, until), key).await
}

fn not_now<T>(outcome: &Result<T, HoldError>) -> Option<NotNow> {
    match outcome {
        Err(HoldError::Refused(refusal)) => Some(*refusal),
        _ => None,
    }
}

async fn hindered(scene: &Scene) -> Vec<Hindrance> {
    scene.shown().await.preview.unwrap().hindrances
}

async fn wins(house: House) {
    let scene = Scene::of(house).await;
    let desk = &scene.house.desk;
    let hold = set(&scene, day(6, 30)).await.unwrap();
    let found = hindered(&scene).await;
    let [Hindrance::Held(id, standing)] = &found[..] else {
        panic!("one hold stands in the way");
    };
    assert!(*id == hold && standing.ground == Ground::CourtOrder && standing.until == day(6, 30));
    assert_eq!(
        refused(&scene.ask(&scene.one).await),
        Some(Refusal::Hindered)
    );
    let shown = holds::show(desk, &scene.other, hold).await.unwrap();
    assert_eq!(
        shown.person.reveal().as_ref().unwrap().as_str(),
        "Rosa Verzonnen"
    );
    let said = &shown.said[0];
    assert!(said.why.reveal().as_str().starts_with("Beschikking") && said.until == day(6, 30));
    assert!(shown.listed.live && shown.record == scene.person && shown.ended.is_none());
    holds::end(desk, &scene.other, (hold, 1)).await.unwrap();
    assert!(hindered(&scene).await.is_empty());
    let again = holds::end(desk, &scene.other, (hold, 2)).await;
    assert_eq!(not_now(&again), Some(NotNow::Over));
    assert!(
        holds::show(desk, &scene.one, hold)
            .await
            .unwrap()
            .ended
            .is_some()
    );
    scene.ask(&scene.one).await.unwrap();
    scene.release(&scene.other).await.unwrap();
    assert!(!scene.is_there().await);
}

async fn between(house: House) {
    let scene = Scene::of(house).await;
    scene.ask(&scene.one).await.unwrap();
    let looked = scene.looked().await;
    let hold = set(&scene, day(3, 10)).await.unwrap();
    let released = erasures::release(&scene.house.desk, &scene.other, looked).await;
    assert_eq!(refused(&released), Some(Refusal::Hindered));
    assert!(scene.is_there().await);
    holds::end(&scene.house.desk, &scene.one, (hold, 1))
        .await
        .unwrap();
    let released = erasures::release(&scene.house.desk, &scene.other, looked).await;
    released.unwrap();
    assert!(!scene.is_there().await, "what was asked goes on");
}

async fn over(house: House) {
    let scene = Scene::of(house).await;
    let desk = &scene.house.desk;
    assert_eq!(
        not_now(&set(&scene, day(3, 9)).await),
        Some(NotNow::LastDay)
    );
    let late = Day::new(2027, 3, 11).unwrap();
    assert_eq!(not_now(&set(&scene, late).await), Some(NotNow::LastDay));
    let hold = set(&scene, day(3, 11)).await.unwrap();
    assert_eq!(holds::counted(desk, &scene.other).await.unwrap(), 1);
    scene.house.still.pass(DAY);
    assert_eq!(hindered(&scene).await.len(), 1, "its last day");
    scene.house.still.pass(DAY);
    assert!(hindered(&scene).await.is_empty());
    assert!(holds::all(desk, &scene.other).await.unwrap().is_empty());
    assert!(
        !holds::show(desk, &fresh(&scene), hold)
            .await
            .unwrap()
            .listed
            .live
    );
    let longer = (
        day(4, 1),
        Pii::new(Note::parse("Het duurt langer").unwrap()),
    );
    let prolonged = holds::prolong(desk, &fresh(&scene), (hold, 1), longer).await;
    assert_eq!(not_now(&prolonged), Some(NotNow::Over));
}

/// Somebody who has just proved who it is.
fn fresh(scene: &Scene) -> Actor {
    scene.house.colleague(Role::Administrator)
}

async fn longer(house: House) {
    let scene = Scene::of(house).await;
    let desk = &scene.house.desk;
    let (first, key) = (on(scene.person, day(4, 1)), RepeatKey::new(desk.ids()));
    let hold = holds::set(desk, &scene.one, first, key).await.unwrap();
    let twice = holds::set(desk, &scene.one, on(scene.person, day(4, 1)), key).await;
    assert_eq!(twice.unwrap(), hold, "the same form sent twice");
    let why = |words| Pii::new(Note::parse(words).unwrap());
    let early = holds::prolong(desk, &scene.other, (hold, 1), (day(4, 1), why("x"))).await;
    assert_eq!(not_now(&early), Some(NotNow::LastDay));
    let asked = (day(9, 1), why("De zitting is verdaagd"));
    holds::prolong(desk, &scene.other, (hold, 1), asked)
        .await
        .unwrap();
    let stale = holds::prolong(desk, &scene.one, (hold, 1), (day(10, 1), why("y"))).await;
    assert!(matches!(stale, Err(HoldError::Stale)));
    let shown = holds::show(desk, &scene.one, hold).await.unwrap();
    let said: Vec<_> = shown
        .said
        .iter()
        .map(|line| line.why.reveal().as_str())
        .collect();
    assert_eq!(
        said,
        [
            "Beschikking 26/104 van de raadkamer",
            "De zitting is verdaagd"
        ]
    );
    assert!(shown.listed.standing.until == day(9, 1));
    let ledger = store::ledger::all(desk.db()).await.unwrap();
    let deed = Deed::Held(Subject::house(scene.house.centre), hold.uuid());
    assert_eq!(
        ledger.iter().map(|entry| entry.deed).collect::<Vec<_>>(),
        [deed, deed]
    );
}

async fn planned(house: House) {
    let scene = Scene::of(house).await;
    let house = &scene.house;
    let other = register(house, "Wie Blijft").await;
    rule(house, Kept::Person, (1, CountsFrom::Creation)).await;
    let key = RepeatKey::new(house.desk.ids());
    holds::set(&house.desk, &scene.one, on(other, day(5, 31)), key)
        .await
        .unwrap();
    house.still.pass(40 * DAY);
    let boss = fresh(&scene);
    let found = plan::plan(&house.desk, &boss).await.unwrap();
    assert_eq!((found.people[0].over, found.held), (3, 1));
    let named = plan::reveal(&house.desk, &boss).await.unwrap();
    let held: Vec<_> = named.iter().filter(|one| one.held.is_some()).collect();
    assert!(held.len() == 1 && held[0].held == Some(day(5, 31)));
    assert_eq!(
        held[0].name.reveal().as_ref().unwrap().as_str(),
        "Wie Blijft"
    );
    let propose = async || plan::propose(&house.desk, &job(house)).await.unwrap();
    assert_eq!(propose().await, 1, "not her who asked, nor her who is held");
    house.still.pass(60 * DAY);
    assert_eq!(propose().await, 1, "the hold is over");
}

async fn apart(house: House) {
    let scene = Scene::of(house).await;
    let desk = &scene.house.desk;
    let hold = set(&scene, day(6, 30)).await.unwrap();
    for role in [
        Role::Reception,
        Role::Intake,
        Role::Service,
        Role::Facilitator,
    ] {
        let actor = scene.house.colleague(role);
        let shown = holds::show(desk, &actor, hold).await;
        assert!(matches!(shown, Err(HoldError::Forbidden(_))));
        let ended = holds::end(desk, &actor, (hold, 1)).await;
        assert!(matches!(ended, Err(HoldError::Forbidden(_))));
    }
    let nobody = RecordId::new(desk.ids());
    let key = RepeatKey::new(desk.ids());
    let set = holds::set(desk, &scene.one, on(nobody, day(6, 30)), key).await;
    assert!(matches!(set, Err(HoldError::NotFound)));
    let (theirs, _) = neighbour(&scene.house).await;
    let actor = match scene.house.colleague(Role::Administrator) {
        Actor::Staff(staff) => Actor::Staff(desk::access::StaffActor {
            centre: theirs,
            ..staff
        }),
        _ => shell(&scene.house, theirs),
    };
    assert!(holds::all(desk, &actor).await.unwrap().is_empty());
    let shown = holds::show(desk, &actor, hold).await;
    assert!(matches!(shown, Err(HoldError::NotFound)));
}

async fn gone(house: House) {
    let scene = Scene::of(house).await;
    let hold = set(&scene, day(6, 30)).await.unwrap();
    let rows = |preview: &erasures::Preview, part| {
        let line = preview.lines.iter().find(|line| line.part == part);
        line.unwrap().rows
    };
    let preview = scene.shown().await.preview.unwrap();
    assert_eq!(rows(&preview, Part::Holds), 1);
    holds::end(&scene.house.desk, &scene.one, (hold, 1))
        .await
        .unwrap();
    scene.ask(&scene.one).await.unwrap();
    scene.release(&scene.other).await.unwrap();
    let shown = holds::show(&scene.house.desk, &scene.one, hold).await;
    assert!(matches!(shown, Err(HoldError::NotFound)));
    assert!(
        store::holds::every(scene.house.desk.db())
            .await
            .unwrap()
            .is_empty()
    );
}
