//! What was taken back is never sent: not when it waits, not when a process has it in hand, and not
//! when its time or its address is over.

use desk::access::require;
use desk::mail::texts::Message;
use desk::outbox::{self, notices, send};
use domain::mail::{Fault, LetterState};
use domain::role::Action;
use uuid::Uuid;

use crate::office::{Office, address, outgoing, server};
use crate::on_both_engines;
use crate::sink::Wrong;
use crate::support::house::House;

on_both_engines! {
    waiting => a_withdrawn_letter_is_never_sent_on_sqlite, a_withdrawn_letter_is_never_sent_on_postgres;
    in_hand => a_letter_withdrawn_while_the_server_is_reached_is_not_sent_on_sqlite,
        a_letter_withdrawn_while_the_server_is_reached_is_not_sent_on_postgres;
    in_time => a_letter_goes_between_its_two_instants_only_on_sqlite,
        a_letter_goes_between_its_two_instants_only_on_postgres;
    undone => a_letter_of_a_dropped_transaction_never_was_on_sqlite,
        a_letter_of_a_dropped_transaction_never_was_on_postgres;
    once => one_occasion_is_one_letter_on_sqlite, one_occasion_is_one_letter_on_postgres;
    address_gone => a_notice_to_an_address_that_was_taken_away_is_not_sent_on_sqlite,
        a_notice_to_an_address_that_was_taken_away_is_not_sent_on_postgres;
}

async fn withdraw(office: &Office, about: Uuid) -> u64 {
    let (desk, permit) = (&office.house.desk, office.permit());
    let mut tx = desk.begin(&permit).await.unwrap();
    let gone = outbox::withdraw(desk, &mut tx, about).await.unwrap();
    desk.settle(tx).await.unwrap();
    gone
}

async fn waiting(house: House) {
    let office = Office::open(house).await;
    let (about, other) = (Uuid::from_u128(7), Uuid::from_u128(8));
    let id = office.put_about(about, (0, 3_600)).await;
    let stays = office.put_about(other, (0, 3_600)).await;
    assert_eq!(withdraw(&office, about).await, 1);
    assert_eq!(office.round().await, 1);
    assert_eq!(office.state(stays).await, LetterState::Sent);
    let shown = office.at(id).await;
    assert_eq!(
        (shown.state, shown.fault),
        (LetterState::Withdrawn, Some(Fault::Over))
    );
    assert_eq!(
        withdraw(&office, other).await,
        0,
        "what is sent cannot be taken back"
    );
}

/// The server makes the sender wait between every two words; meanwhile the cause ends.
async fn in_hand(house: House) {
    let office = Office::open(house).await;
    for pause in [50, 150, 250] {
        let about = Uuid::from_u128(100 + u128::from(pause));
        let before = office.sink.kept().len();
        office
            .sink
            .script(&[Wrong::Slow(std::time::Duration::from_millis(300))]);
        let id = office.put_about(about, (0, 3_600)).await;
        let ending = async {
            tokio::time::sleep(std::time::Duration::from_millis(pause)).await;
            withdraw(&office, about).await
        };
        let (sent, gone) = tokio::join!(office.round(), ending);
        assert_eq!((sent, gone), (0, 1), "{pause}");
        assert_eq!(office.state(id).await, LetterState::Withdrawn);
        assert_eq!(office.sink.kept().len(), before, "{pause}");
    }
}

async fn in_time(house: House) {
    let office = Office::open(house).await;
    let id = office.put_about(Uuid::from_u128(7), (600, 1_200)).await;
    let late = office.put_about(Uuid::from_u128(8), (0, 1_200)).await;
    office.sink.script(&[Wrong::Reader("451 later")]);
    assert_eq!(office.round().await, 0);
    office.pass(599);
    office.sink.script(&[Wrong::Reader("451 later")]);
    assert_eq!(office.round().await, 0, "one is early, one is later");
    office.pass(1);
    assert_eq!(office.round().await, 1);
    assert_eq!(office.state(id).await, LetterState::Sent);
    office.pass(600);
    assert_eq!(office.round().await, 0);
    let shown = office.at(late).await;
    assert_eq!(
        (shown.state, shown.fault),
        (LetterState::Withdrawn, Some(Fault::Late))
    );
}

async fn undone(house: House) {
    let office = Office::open(house).await;
    let (desk, permit) = (&office.house.desk, office.permit());
    let mut tx = desk.begin(&permit).await.unwrap();
    let new = outgoing(
        Uuid::from_u128(7),
        (desk.now(), desk.now().plus_seconds(60)),
    );
    outbox::put(desk, &mut tx, &permit, new).await.unwrap();
    drop(tx);
    let overview = outbox::overview(desk, &office.manager()).await.unwrap();
    assert_eq!((overview.queue, office.round().await), (0, 0));
}

async fn once(house: House) {
    let office = Office::open(house).await;
    let first = office.put_about(Uuid::from_u128(7), (0, 3_600)).await;
    let second = office.put_about(Uuid::from_u128(7), (0, 3_600)).await;
    assert_eq!((first, office.round().await), (second, 1));
    assert_eq!(
        office.put_about(Uuid::from_u128(7), (0, 3_600)).await,
        first
    );
    assert_eq!((office.round().await, office.sink.kept().len()), (0, 1));
}

async fn address_gone(house: House) {
    let office = Office::open(house).await;
    let notice = async |occasion: &'static [u8]| {
        let desk = &office.house.desk;
        let permit = require(&office.job(), Action::SendMail).unwrap();
        let mut tx = desk.begin(&permit).await.unwrap();
        let what = (Message::BackupLate, occasion);
        let id = notices::notify(desk, &mut tx, &permit, what).await.unwrap();
        desk.settle(tx).await.unwrap();
        id
    };
    let first = notice(b"one").await.unwrap();
    let mut changed = server(&office.sink);
    changed.notices = Some(address("iemand-anders"));
    office.set(changed.clone()).await;
    assert_eq!(office.round().await, 0);
    assert_eq!(office.at(first).await.fault, Some(Fault::Over));
    let second = notice(b"two").await.unwrap();
    assert_eq!(office.round().await, 1);
    assert_eq!(office.state(second).await, LetterState::Sent);
    changed.notices = None;
    office.set(changed).await;
    assert_eq!(
        notice(b"three").await,
        None,
        "without an address there are no notices"
    );
    assert_eq!(office.sink.kept().len(), 1);
}

/// Only the program sends; nobody makes it send by hand.
#[tokio::test]
async fn nobody_but_the_program_sends() {
    let office = Office::open(House::on_sqlite().await).await;
    let by_hand = send::round(&office.house.desk, &office.manager(), &office.door).await;
    assert!(matches!(by_hand, Err(outbox::OutboxError::Forbidden(_))));
}
