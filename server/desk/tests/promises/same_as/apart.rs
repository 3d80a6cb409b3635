//! Two records of one person, of which one is kept from a colleague; and who is told apart.

use desk::people::{self, PersonError};
use desk::same_as::{self, PairError};
use desk::visits;
use domain::Pii;
use domain::role::Role;
use domain::same_as::{Basis, Verdict};

use super::ground::{arrives, colleague, deny, register, renamed, say, take_back, two};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    kept => who_is_kept_from_a_colleague_is_so_by_every_record_on_sqlite,
        who_is_kept_from_a_colleague_is_so_by_every_record_on_postgres;
    decides => across_a_denial_a_coordinator_decides_on_sqlite,
        across_a_denial_a_coordinator_decides_on_postgres;
    remembered => what_was_said_while_registering_is_remembered_on_sqlite,
        what_was_said_while_registering_is_remembered_on_postgres;
    listed => the_list_asks_once_and_shows_nobody_who_is_kept_away_on_sqlite,
        the_list_asks_once_and_shows_nobody_who_is_kept_away_on_postgres;
}

async fn kept(house: House) {
    let desk = &house.desk;
    let (rosa, roos) = (
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    let visit = arrives(&house, roos).await;
    let (user, sam) = colleague(&house, "sam").await;
    let front = house.colleague(Role::Reception);
    say(&house, &front, (two(rosa, roos), Verdict::Same))
        .await
        .unwrap();
    deny(&house, user, rosa).await;
    let asked = || Pii::new("verzonnen".to_owned());
    for record in [rosa, roos] {
        let shown = people::show(desk, &sam, record).await;
        assert!(matches!(shown, Err(PersonError::NotFound)));
        assert!(visits::today(desk, &sam, record).await.unwrap().is_empty());
        assert!(same_as::also(desk, &sam, record).await.unwrap().is_empty());
    }
    assert!(people::find(desk, &sam, &asked()).await.unwrap().is_empty());
    assert!(visits::board(desk, &sam).await.unwrap().present.is_empty());
    assert!(visits::reveal(desk, &sam, visit).await.is_err());
    // Another process that has not heard yet asks the store.
    let other = house.another([2; 16]).await;
    let job = desk::access::Actor::Job {
        name: "wake",
        centre: house.centre,
        request: domain::RequestId::new(house.desk.ids()),
    };
    people::rebuild_index(&other, &job).await.unwrap();
    let coordinator = house.colleague(Role::Coordinator);
    take_back(&house, &coordinator, two(rosa, roos))
        .await
        .unwrap();
    assert!(people::show(&other, &sam, roos).await.is_ok());
    say(&house, &coordinator, (two(rosa, roos), Verdict::Same))
        .await
        .unwrap();
    let shown = people::show(&other, &sam, roos).await;
    assert!(matches!(shown, Err(PersonError::NotFound)));
    assert!(people::show(desk, &front, roos).await.is_ok());
}

async fn decides(house: House) {
    let (rosa, roos) = (
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Jo Verzonnen").await,
    );
    let (user, sam) = colleague(&house, "sam").await;
    deny(&house, user, rosa).await;
    let (front, couple) = (house.colleague(Role::Reception), two(rosa, roos));
    let joined = say(&house, &front, (couple, Verdict::Same)).await;
    assert!(matches!(joined, Err(PairError::Coordinator)));
    assert!(people::show(&house.desk, &sam, roos).await.is_ok());
    let coordinator = house.colleague(Role::Coordinator);
    say(&house, &coordinator, (couple, Verdict::Same))
        .await
        .unwrap();
    assert!(people::show(&house.desk, &sam, roos).await.is_err());
    let parted = take_back(&house, &front, couple).await;
    assert!(matches!(parted, Err(PairError::Coordinator)));
    assert!(people::show(&house.desk, &sam, roos).await.is_err());
    take_back(&house, &coordinator, couple).await.unwrap();
    assert!(people::show(&house.desk, &sam, roos).await.is_ok());
    deny(&house, user, roos).await;
    say(&house, &front, (couple, Verdict::Same)).await.unwrap();
}

async fn remembered(house: House) {
    let front = house.colleague(Role::Reception);
    let (first, second) = (
        register(&house, "Rosa Verzonnen").await,
        register(&house, "Roza Verzonnen").await,
    );
    let shown = same_as::show(&house.desk, &front, two(first, second)).await;
    let said = shown.unwrap().said.unwrap();
    assert_eq!(said.verdict, Verdict::Two);
    assert_eq!(said.why.reveal().basis, Some(Basis::Registering));
    let listed = same_as::list(&house.desk, &front).await.unwrap();
    assert!(listed.open.is_empty());
}

async fn listed(house: House) {
    let front = house.colleague(Role::Reception);
    let rosa = renamed(&house, "Quinten Aalbers", "Rosa Verzonnen").await;
    let wilma = renamed(&house, "Wilma Oostende", "Roza Verzonnen").await;
    let ros = renamed(&house, "Xavier Uytdehaag", "Rosa Verzonnen").await;
    let (user, sam) = colleague(&house, "sam").await;
    let open = async |actor| {
        let listed = same_as::list(&house.desk, actor).await.unwrap();
        let couples = listed.open.iter().map(|one| one.couple);
        couples.collect::<Vec<_>>()
    };
    assert_eq!(open(&front).await.len(), 3);
    say(&house, &front, (two(rosa, ros), Verdict::Same))
        .await
        .unwrap();
    assert_eq!(open(&front).await.len(), 1, "of every two people one");
    let listed = same_as::list(&house.desk, &front).await.unwrap();
    assert_eq!(listed.joined[0].couple, two(rosa, ros));
    deny(&house, user, ros).await;
    assert!(open(&sam).await.is_empty());
    let seen = same_as::show(&house.desk, &sam, two(rosa, wilma)).await;
    assert!(matches!(seen, Err(PairError::NotFound)));
    let listed = same_as::list(&house.desk, &sam).await.unwrap();
    assert!(listed.joined.is_empty());
    say(&house, &front, (two(rosa, wilma), Verdict::Two))
        .await
        .unwrap();
    assert!(open(&front).await.is_empty());
}
