//! What goes next month, and what the night proposes: nobody goes by herself.

use desk::access::Actor;
use desk::erasures::{self, ErasureError, plan};
use desk::{same_as, setup};
use domain::erasure::{Cause, Stage};
use domain::retention::{CountsFrom, Kept, Months, Retention};
use domain::role::Role;
use domain::same_as::{Answer, Couple, Verdict, Why};
use domain::text::Remark;
use domain::{Day, Pii, RepeatKey, RequestId};

use super::ground::{DAY, Scene, register};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    told => the_plan_says_what_goes_by_which_period_on_sqlite,
        the_plan_says_what_goes_by_which_period_on_postgres;
    proposed => the_night_proposes_once_and_erases_nobody_on_sqlite,
        the_night_proposes_once_and_erases_nobody_on_postgres;
    contact => the_last_visit_counts_where_the_period_says_so_on_sqlite,
        the_last_visit_counts_where_the_period_says_so_on_postgres;
    joined => who_is_joined_is_kept_with_the_longest_record_on_sqlite,
        who_is_joined_is_kept_with_the_longest_record_on_postgres;
}

/// Sets a period of the house.
pub async fn rule(house: &House, about: Kept, (months, from): (u16, CountsFrom)) {
    let rule = Retention {
        controller: None,
        about,
        months: Months::parse(&months.to_string()).unwrap(),
        from,
        source: Remark::parse("Een decreet, art. 15").unwrap(),
        valid_from: Day::new(2026, 1, 1).unwrap(),
        valid_until: None,
        binds: false,
    };
    let boss = house.colleague(Role::Administrator);
    let key = RepeatKey::new(house.desk.ids());
    setup::add(&house.desk, &boss, &rule, key).await.unwrap();
}

pub fn job(house: &House) -> Actor {
    Actor::Job {
        name: "retention",
        centre: house.centre,
        request: RequestId::new(house.desk.ids()),
    }
}

/// How many the only period of people lets go by now, until the end of next month, and never.
async fn people(house: &House) -> (usize, usize, usize) {
    let boss = house.colleague(Role::Administrator);
    let found = plan::plan(&house.desk, &boss).await.unwrap();
    let line = &found.people[0];
    (line.over, line.next, line.open)
}

async fn told(house: House) {
    let scene = Scene::of(house).await;
    let visit = scene.arrives().await;
    scene.leaves(visit).await;
    let (house, boss) = (&scene.house, scene.house.colleague(Role::Administrator));
    let nothing = plan::plan(&house.desk, &boss).await.unwrap();
    assert!(nothing.people.is_empty() && nothing.without == 2);
    rule(house, Kept::Person, (2, CountsFrom::Creation)).await;
    rule(house, Kept::Visit, (1, CountsFrom::Creation)).await;
    assert_eq!(
        people(house).await,
        (0, 0, 0),
        "until 10 May, and April ends before"
    );
    house.still.pass(30 * DAY);
    let found = plan::plan(&house.desk, &boss).await.unwrap();
    assert!(found.until == Day::new(2026, 5, 31).unwrap());
    assert_eq!((people(house).await, found.asked), ((0, 2, 0), 1));
    assert_eq!((found.visits[0].over, found.visits[0].next), (0, 1));
    house.still.pass(32 * DAY);
    assert_eq!(people(house).await, (2, 0, 0));
    let named = plan::reveal(&house.desk, &boss).await.unwrap();
    assert!(named.len() == 2 && named[0].last == Day::new(2026, 5, 10).unwrap());
    let front = plan::plan(&house.desk, &scene.front).await;
    assert!(matches!(front, Err(ErasureError::Forbidden(_))));
    rule(house, Kept::Person, (1, CountsFrom::Closing)).await;
    let found = plan::plan(&house.desk, &boss).await.unwrap();
    let open: usize = found.people.iter().map(|line| line.open).sum();
    let over: usize = found.people.iter().map(|line| line.over).sum();
    assert_eq!((open, over), (2, 0), "the longer period wins");
}

async fn proposed(house: House) {
    let scene = Scene::of(house).await;
    let house = &scene.house;
    rule(house, Kept::Person, (1, CountsFrom::Creation)).await;
    let propose = async || plan::propose(&house.desk, &job(house)).await.unwrap();
    assert_eq!(propose().await, 0, "nobody's time is over");
    house.still.pass(40 * DAY);
    register(house, "Pas Gekomen").await;
    assert_eq!(propose().await, 1, "not her of whom it is asked already");
    assert_eq!(propose().await, 0, "once");
    let all = erasures::all(&house.desk, &scene.one).await.unwrap();
    let proposal = all
        .iter()
        .find(|one| one.standing.cause == Cause::Retention);
    let proposal = proposal.unwrap();
    assert_eq!(proposal.stage, Stage::Noted);
    assert!(proposal.standing.due().is_none());
    assert_eq!(
        house.desk.index().len(house.centre),
        3,
        "everybody is there"
    );
    erasures::withdraw(&house.desk, &scene.one, (proposal.id, 1))
        .await
        .unwrap();
    assert_eq!(propose().await, 0, "not again in a year");
    house.still.pass(367 * DAY);
    assert_eq!(propose().await, 2);
}

async fn contact(house: House) {
    let scene = Scene::of(house).await;
    let house = &scene.house;
    rule(house, Kept::Person, (1, CountsFrom::LastContact)).await;
    house.still.pass(20 * DAY);
    let visit = scene.arrives().await;
    scene.leaves(visit).await;
    house.still.pass(15 * DAY);
    assert_eq!(people(house).await, (1, 1, 0), "who came is kept longer");
}

async fn joined(house: House) {
    let old = register(&house, "Rosa Verzonnen").await;
    rule(&house, Kept::Person, (1, CountsFrom::Creation)).await;
    house.still.pass(40 * DAY);
    let new = register(&house, "Pas Gekomen").await;
    let (desk, front) = (&house.desk, house.colleague(Role::Reception));
    let couple = Couple::of(old, new).unwrap();
    let answer = Answer {
        couple,
        rev: 0,
        verdict: Verdict::Same,
        why: Pii::new(Why::REGISTERING),
    };
    let key = || RepeatKey::new(desk.ids());
    same_as::say(desk, &front, answer, key()).await.unwrap();
    assert_eq!(people(&house).await, (0, 1, 0));
    let propose = async || plan::propose(desk, &job(&house)).await.unwrap();
    assert_eq!(propose().await, 0, "she came last month");
    same_as::take_back(desk, &front, (couple, 1), key())
        .await
        .unwrap();
    assert_eq!(people(&house).await, (1, 1, 0));
    assert_eq!(propose().await, 1);
}
