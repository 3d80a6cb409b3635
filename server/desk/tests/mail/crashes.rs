//! A sender that is gone at any moment: what it had in hand goes later, at most twice, and then with
//! the number it had. A sender is gone when nobody asks it to go on any more.

use std::time::Duration;

use desk::outbox::send;
use desk::store::Engine;
use domain::mail::LetterState;

use crate::office::Office;
use crate::on_both_engines;
use crate::sink::Wrong;
use crate::support::house::House;

on_both_engines! {
    anywhere => a_sender_that_is_gone_at_any_moment_loses_nothing_on_sqlite,
        a_sender_that_is_gone_at_any_moment_loses_nothing_on_postgres;
    in_hand => a_letter_in_hand_is_left_alone_until_its_time_is_up_on_sqlite,
        a_letter_in_hand_is_left_alone_until_its_time_is_up_on_postgres;
    restarted => a_start_takes_over_only_where_nobody_else_sends_on_sqlite,
        a_start_takes_over_only_where_nobody_else_sends_on_postgres;
}

/// Lets a sender go on for so long and no longer.
async fn cut_off(office: &Office, after: Duration) -> bool {
    tokio::time::timeout(after, office.try_round())
        .await
        .is_err()
}

/// Lets a sender go on until it has reached the server, which says nothing.
async fn cut_off_on_the_way(office: &Office) {
    let reached = async {
        while office.sink.connections() == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        _ = office.try_round() => panic!("the server says nothing"),
        () = reached => {}
    }
}

async fn anywhere(house: House) {
    let office = Office::open(house).await;
    let (mut crashes, mut copies) = (0, 0);
    for step in 0..24 {
        office
            .sink
            .script(&[Wrong::Slow(Duration::from_millis(20))]);
        let before = office.sink.kept().len();
        let id = office
            .put_about(uuid::Uuid::from_u128(step), (0, 24 * 3_600))
            .await;
        crashes += i32::from(
            cut_off(
                &office,
                Duration::from_millis(12 * u64::try_from(step).unwrap()),
            )
            .await,
        );
        // The server may still be taking what was handed over.
        tokio::time::sleep(Duration::from_millis(60)).await;
        office.pass(5 * 60);
        office.round().await;
        office.pass(5 * 60);
        office.round().await;
        assert_eq!(office.state(id).await, LetterState::Sent, "{step}");
        let kept = office.sink.kept().split_off(before);
        assert!(
            (1..=2).contains(&kept.len()),
            "{step}: {} copies",
            kept.len()
        );
        assert!(
            kept.iter()
                .all(|copy| copy.header("Message-ID") == kept[0].header("Message-ID"))
        );
        copies += kept.len() - 1;
    }
    println!("{crashes} crashes, {copies} letters twice");
    assert!(crashes >= 8, "{crashes}");
}

async fn in_hand(house: House) {
    let office = Office::open(house).await;
    office.sink.script(&[Wrong::Silent]);
    let id = office.put("rosa").await;
    cut_off_on_the_way(&office).await;
    assert_eq!(office.state(id).await, LetterState::Sending);
    for _ in 0..2 {
        assert_eq!(office.round().await, 0);
        office.pass(59);
    }
    assert_eq!(office.state(id).await, LetterState::Sending);
    office.pass(2);
    assert_eq!(office.round().await, 1);
    assert_eq!(office.state(id).await, LetterState::Sent);
}

async fn restarted(house: House) {
    let office = Office::open(house).await;
    office.sink.script(&[Wrong::Silent]);
    office.put("rosa").await;
    cut_off_on_the_way(&office).await;
    send::begin(&office.house.desk, &office.job())
        .await
        .unwrap();
    let alone = office.house.desk.db().engine() == Engine::Sqlite;
    assert_eq!(office.round().await, usize::from(alone));
}
