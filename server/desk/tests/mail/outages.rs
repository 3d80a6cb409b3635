//! A server that is away for a day: nobody waits for it, everything is kept, and it all goes within
//! minutes of its return.

use std::time::{Duration, Instant};

use desk::mail::texts::Message;
use desk::outbox;
use domain::Language;
use domain::mail::LetterState;

use crate::office::Office;
use crate::on_both_engines;
use crate::sink::Wrong;
use crate::support::house::House;

on_both_engines! {
    day => a_day_without_a_server_loses_nothing_on_sqlite, a_day_without_a_server_loses_nothing_on_postgres;
    nobody_waits => a_dead_server_slows_nobody_on_sqlite, a_dead_server_slows_nobody_on_postgres;
    two => two_processes_never_send_the_same_letter_on_sqlite,
        two_processes_never_send_the_same_letter_on_postgres;
}

async fn day(house: House) {
    let office = Office::open(house).await;
    office.sink.always(Some(Wrong::NoGreeting));
    let mut ids = Vec::new();
    for minute in 0..24 * 60 {
        if minute % 60 == 30 {
            ids.push(
                office
                    .put_about(uuid::Uuid::from_u128(minute), (0, 48 * 3_600))
                    .await,
            );
        }
        assert_eq!(office.round().await, 0);
        office.pass(60);
    }
    let tries = office.sink.connections();
    assert!((200..1_500).contains(&tries), "{tries} tries in a day");
    office.sink.always(None);
    let mut sent = 0;
    for _ in 0..5 {
        sent += office.round().await;
        office.pass(60);
    }
    // The letters, and one notice that they had waited.
    assert_eq!((sent, ids.len()), (ids.len() + 1, 24));
    for id in ids {
        assert_eq!(office.state(id).await, LetterState::Sent);
    }
    let (_, text) = Message::MailStood.written(Language::Nl);
    let told = office
        .sink
        .kept()
        .last()
        .unwrap()
        .bytes
        .contains(text.lines().next().unwrap());
    assert!(told, "{}", office.sink.kept().last().unwrap().bytes);
}

async fn nobody_waits(house: House) {
    let office = Office::open(house).await;
    office.sink.always(Some(Wrong::Silent));
    office.put("rosa").await;
    let putting = async {
        let mut slowest = Duration::ZERO;
        for _ in 0..20 {
            let began = Instant::now();
            office.put("amina").await;
            slowest = slowest.max(began.elapsed());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        slowest
    };
    let (sent, slowest) = tokio::join!(office.round(), putting);
    assert_eq!(sent, 0);
    assert!(slowest < Duration::from_secs(1), "{slowest:?}");
    let since = outbox::standing_since(&office.house.desk, &office.manager())
        .await
        .unwrap();
    assert!(since.is_some(), "whoever may have to call instead is told");
}

async fn two(house: House) {
    let office = Office::open(house).await;
    let other = office.house.another([2; 16]).await;
    for number in 0..20 {
        office
            .put_about(uuid::Uuid::from_u128(number), (0, 3_600))
            .await;
    }
    let (mut sent, job) = (0, office.job());
    for _ in 0..20 {
        let theirs = outbox::send::round(&other, &job, &office.door);
        let (ours, theirs) = tokio::join!(office.try_round(), theirs);
        sent += ours.unwrap_or(0) + theirs.unwrap_or(0);
    }
    let mut numbers: Vec<String> = office
        .sink
        .kept()
        .iter()
        .map(|kept| kept.header("Message-ID").to_owned())
        .collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(
        (sent, office.sink.kept().len(), numbers.len()),
        (20, 20, 20)
    );
}
