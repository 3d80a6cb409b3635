//! Letters: stored with their cause, one for an occasion, in one hand at a time.

use desk::store::outbox::{self, New, lease};
use domain::LetterId;
use domain::mail::{Fault, LetterKind, LetterState};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_letter_reads_back_on_sqlite, a_letter_reads_back_on_postgres;
    one_occasion => a_second_letter_for_an_occasion_is_none_on_sqlite,
        a_second_letter_for_an_occasion_is_none_on_postgres;
    one_hand => a_letter_is_in_one_hand_until_its_time_is_up_on_sqlite,
        a_letter_is_in_one_hand_until_its_time_is_up_on_postgres;
    in_order => the_letter_that_is_due_longest_goes_first_on_sqlite,
        the_letter_that_is_due_longest_goes_first_on_postgres;
    only_mine => only_the_hand_that_has_a_letter_says_what_became_of_it_on_sqlite,
        only_the_hand_that_has_a_letter_says_what_became_of_it_on_postgres;
    taken_back => a_cause_takes_its_letters_back_on_sqlite, a_cause_takes_its_letters_back_on_postgres;
    decided => a_letter_that_was_given_up_waits_for_a_decision_on_sqlite,
        a_letter_that_was_given_up_waits_for_a_decision_on_postgres;
    doubted => what_may_have_gone_before_a_restore_waits_for_a_decision_on_sqlite,
        what_may_have_gone_before_a_restore_waits_for_a_decision_on_postgres;
    over => what_is_late_or_long_over_goes_on_sqlite, what_is_late_or_long_over_goes_on_postgres;
}

fn letter(number: u8) -> New {
    New {
        id: LetterId::from_uuid(id(u128::from(number))),
        kind: LetterKind::Trial,
        cause: [number; 16],
        occasion: [number; 16],
        sealed: vec![number; 40],
        not_before: at(i64::from(number)),
        not_after: at(600),
        now: at(0),
    }
}

async fn put(house: &House, new: &New) -> bool {
    let mut tx = tx(house).await;
    let stored = outbox::put(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    stored
}

async fn take(house: &House, hand: u128, minutes: (i64, i64)) -> Option<lease::Taken> {
    let mut tx = tx(house).await;
    let taken = lease::take(&mut tx, id(hand), at(minutes.0), at(minutes.1));
    let taken = taken.await.unwrap();
    tx.commit().await.unwrap();
    taken
}

async fn state(house: &House, number: u8) -> (LetterState, Option<Fault>) {
    let one = LetterId::from_uuid(id(u128::from(number)));
    let shown = outbox::one(&mut look(house).await, one)
        .await
        .unwrap()
        .unwrap();
    (shown.state, shown.fault)
}

async fn written(house: House) {
    assert!(put(&house, &letter(1)).await);
    let shown = outbox::one(&mut look(&house).await, letter(1).id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (shown.kind, shown.state, shown.tries),
        (LetterKind::Trial, LetterState::Waiting, 0)
    );
    assert_eq!((shown.put, shown.due, shown.ended), (at(0), at(1), None));
    assert_eq!(outbox::queue(&mut look(&house).await).await.unwrap(), 1);
    let oldest = outbox::oldest(&mut look(&house).await).await.unwrap();
    assert_eq!(oldest, Some(at(0)));
    assert_eq!(
        outbox::latest(&mut look(&house).await).await.unwrap(),
        [shown]
    );
    assert!(
        outbox::one(&mut look(&house).await, letter(2).id)
            .await
            .unwrap()
            .is_none()
    );
}

async fn one_occasion(house: House) {
    assert!(put(&house, &letter(1)).await);
    let second = New {
        id: letter(2).id,
        ..letter(1)
    };
    assert!(!put(&house, &second).await);
    let first = outbox::of_occasion(&mut look(&house).await, [1; 16])
        .await
        .unwrap();
    assert_eq!(first, Some(letter(1).id));
    assert_eq!(
        outbox::of_occasion(&mut look(&house).await, [2; 16])
            .await
            .unwrap(),
        None
    );
}

async fn one_hand(house: House) {
    put(&house, &letter(1)).await;
    assert_eq!(lease::due(&mut look(&house).await, at(0)).await.unwrap(), 0);
    assert!(take(&house, 90, (0, 4)).await.is_none(), "too early");
    assert_eq!(lease::due(&mut look(&house).await, at(1)).await.unwrap(), 1);
    let taken = take(&house, 90, (1, 5)).await.unwrap();
    assert_eq!(
        (taken.id, taken.tries, &taken.sealed),
        (letter(1).id, 1, &vec![1; 40])
    );
    assert_eq!(
        (taken.put, taken.not_after, taken.fault),
        (at(0), at(600), None)
    );
    assert_eq!((taken.kind, taken.cause), (LetterKind::Trial, vec![1; 16]));
    assert!(
        take(&house, 91, (4, 8)).await.is_none(),
        "another hand has it"
    );
    let again = take(&house, 91, (5, 9)).await.unwrap();
    assert_eq!((again.id, again.tries), (letter(1).id, 2));
    let mut writing = tx(&house).await;
    assert_eq!(lease::free(&mut writing, at(6)).await.unwrap(), 1);
    writing.commit().await.unwrap();
    assert_eq!(take(&house, 92, (6, 9)).await.unwrap().tries, 3);
}

async fn in_order(house: House) {
    for number in [3, 1, 2] {
        put(&house, &letter(number)).await;
    }
    let mut order = Vec::new();
    for hand in 90..94 {
        order.extend(take(&house, hand, (10, 14)).await.map(|taken| taken.id));
    }
    assert_eq!(order, [1, 2, 3].map(|number| letter(number).id));
}

async fn only_mine(house: House) {
    put(&house, &letter(1)).await;
    let lost = take(&house, 90, (1, 5)).await.unwrap();
    let mine = take(&house, 91, (6, 10)).await.unwrap();
    assert!(lease::held(&mut look(&house).await, &mine).await.unwrap());
    assert!(!lease::held(&mut look(&house).await, &lost).await.unwrap());
    let mut writing = tx(&house).await;
    assert!(!lease::sent(&mut writing, &lost, at(6)).await.unwrap());
    assert!(
        !lease::give_up(&mut writing, &lost, Fault::Refused, at(6))
            .await
            .unwrap()
    );
    assert!(
        !lease::over(&mut writing, &lost, Fault::Over, at(6))
            .await
            .unwrap()
    );
    assert!(
        !lease::back(&mut writing, &lost, (at(7), 1), Fault::Later)
            .await
            .unwrap()
    );
    assert!(
        lease::back(&mut writing, &mine, (at(20), 2), Fault::Later)
            .await
            .unwrap()
    );
    writing.commit().await.unwrap();
    assert_eq!(
        state(&house, 1).await,
        (LetterState::Waiting, Some(Fault::Later))
    );
    assert!(take(&house, 92, (19, 23)).await.is_none(), "not due yet");
    let third = take(&house, 92, (20, 24)).await.unwrap();
    assert_eq!((third.tries, third.fault), (3, Some(Fault::Later)));
    let mut writing = tx(&house).await;
    assert!(lease::sent(&mut writing, &third, at(21)).await.unwrap());
    assert!(!lease::sent(&mut writing, &third, at(21)).await.unwrap());
    writing.commit().await.unwrap();
    assert_eq!(state(&house, 1).await, (LetterState::Sent, None));
}

async fn taken_back(house: House) {
    for number in [1, 2, 3] {
        put(&house, &letter(number)).await;
    }
    let in_hand = take(&house, 90, (1, 5)).await.unwrap();
    let mut writing = tx(&house).await;
    assert_eq!(
        outbox::withdraw(&mut writing, [1; 16], at(2))
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        outbox::withdraw(&mut writing, [2; 16], at(2))
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        outbox::withdraw(&mut writing, [2; 16], at(2))
            .await
            .unwrap(),
        0
    );
    writing.commit().await.unwrap();
    assert!(
        !lease::held(&mut look(&house).await, &in_hand)
            .await
            .unwrap()
    );
    for number in [1, 2] {
        assert_eq!(
            state(&house, number).await,
            (LetterState::Withdrawn, Some(Fault::Over))
        );
    }
    assert_eq!(outbox::queue(&mut look(&house).await).await.unwrap(), 1);
    let kept: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT COUNT(*) FROM outbox WHERE sealed IS NOT NULL").fetch_one(p));
    assert_eq!(kept, 1, "what was taken back is forgotten");
}

async fn decided(house: House) {
    for number in [1, 2] {
        put(&house, &letter(number)).await;
        let taken = take(&house, 90, (10, 14)).await.unwrap();
        let mut writing = tx(&house).await;
        assert!(
            lease::give_up(&mut writing, &taken, Fault::Refused, at(11))
                .await
                .unwrap()
        );
        writing.commit().await.unwrap();
    }
    let listed = outbox::given_up(&mut look(&house).await).await.unwrap();
    assert_eq!(listed.len(), 2);
    assert!(
        outbox::latest(&mut look(&house).await)
            .await
            .unwrap()
            .is_empty()
    );
    let mut writing = tx(&house).await;
    assert!(
        !outbox::again(&mut writing, letter(1).id, at(600))
            .await
            .unwrap(),
        "it would be late"
    );
    assert!(
        outbox::again(&mut writing, letter(1).id, at(12))
            .await
            .unwrap()
    );
    assert!(
        outbox::dismiss(&mut writing, letter(2).id, at(12))
            .await
            .unwrap()
    );
    assert!(
        !outbox::dismiss(&mut writing, letter(2).id, at(12))
            .await
            .unwrap()
    );
    writing.commit().await.unwrap();
    assert_eq!(state(&house, 1).await, (LetterState::Waiting, None));
    assert_eq!(state(&house, 2).await.0, LetterState::Withdrawn);
    assert_eq!(take(&house, 91, (12, 16)).await.unwrap().tries, 1);
}

async fn doubted(house: House) {
    for number in [1, 2, 9] {
        put(&house, &letter(number)).await;
    }
    assert!(take(&house, 90, (1, 60)).await.is_some());
    let mut writing = tx(&house).await;
    assert_eq!(outbox::doubt(&mut writing, at(5)).await.unwrap(), 2);
    writing.commit().await.unwrap();
    for number in [1, 2] {
        let doubted = (LetterState::GivenUp, Some(Fault::Unanswered));
        assert_eq!(state(&house, number).await, doubted);
    }
    assert_eq!(
        state(&house, 9).await,
        (LetterState::Waiting, None),
        "not due yet"
    );
    let mut writing = tx(&house).await;
    assert!(
        outbox::again(&mut writing, letter(1).id, at(6))
            .await
            .unwrap()
    );
}

async fn over(house: House) {
    for number in [1, 2] {
        put(&house, &letter(number)).await;
    }
    let taken = take(&house, 90, (10, 14)).await.unwrap();
    let mut writing = tx(&house).await;
    assert!(
        lease::over(&mut writing, &taken, Fault::Over, at(11))
            .await
            .unwrap()
    );
    assert_eq!(outbox::expire(&mut writing, at(599)).await.unwrap(), 0);
    assert_eq!(outbox::expire(&mut writing, at(600)).await.unwrap(), 1);
    writing.commit().await.unwrap();
    assert_eq!(
        state(&house, 1).await,
        (LetterState::Withdrawn, Some(Fault::Over))
    );
    assert_eq!(
        state(&house, 2).await,
        (LetterState::Withdrawn, Some(Fault::Late))
    );
    let mut writing = tx(&house).await;
    assert_eq!(outbox::sweep(&mut writing, at(11)).await.unwrap(), 0);
    assert_eq!(outbox::sweep(&mut writing, at(12)).await.unwrap(), 1);
    writing.commit().await.unwrap();
}
