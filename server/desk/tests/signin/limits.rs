//! How many wrong answers are borne.

use desk::signin::{self, SignInError};

use crate::door::{House, attempt, run};
use crate::stores::both_engines;

both_engines! {
    async fn five_failures_begin_a_pause(stores) { run(stores, five).await; }
    async fn an_unknown_name_is_paused_alike(stores) { run(stores, unknown).await; }
    async fn guesses_at_once_are_counted(stores) { run(stores, at_once).await; }
    async fn a_noisy_address_keeps_nobody_from_an_enrolled_computer(stores) {
        run(stores, noisy).await;
    }
    async fn the_right_answer_forgives(stores) { run(stores, forgiven).await; }
}

async fn wrong(house: &House, name: &str) -> SignInError {
    let wrong = attempt(name, "acht blauwe fietsen", "000000");
    let refused = signin::sign_in(&house.desk, &house.browser().await, wrong).await;
    refused.err().unwrap()
}

async fn five(house: &House) {
    for _ in 0..5 {
        assert!(matches!(wrong(house, "noor").await, SignInError::Refused));
    }
    let right = signin::sign_in(
        &house.desk,
        &house.browser().await,
        house.right(&house.noor),
    )
    .await;
    assert!(
        matches!(right, Err(SignInError::TooMany)),
        "even the right answer waits"
    );
    house
        .enter(&house.sam, &house.browser().await)
        .await
        .unwrap();
    house.pass(30);
    house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
}

async fn unknown(house: &House) {
    for _ in 0..5 {
        assert!(matches!(
            wrong(house, "niemand").await,
            SignInError::Refused
        ));
    }
    assert!(matches!(
        wrong(house, "niemand").await,
        SignInError::TooMany
    ));
    assert!(matches!(
        wrong(house, "NIEMAND").await,
        SignInError::TooMany
    ));
    assert!(matches!(wrong(house, "iemand").await, SignInError::Refused));
}

async fn at_once(house: &House) {
    let browser = house.browser().await;
    let mut guesses = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (desk, browser) = (house.desk.clone(), browser.clone());
        let wrong = attempt("noor", "acht blauwe fietsen", "000000");
        guesses.spawn(async move { signin::sign_in(&desk, &browser, wrong).await.err() });
    }
    let answers = guesses.join_all().await;
    let heard = answers
        .iter()
        .filter(|e| matches!(e, Some(SignInError::Refused)))
        .count();
    let waited = answers
        .iter()
        .filter(|e| matches!(e, Some(SignInError::TooMany)))
        .count();
    assert_eq!((heard, waited), (5, 7));
}

async fn noisy(house: &House) {
    let computer = house.computer("balie links").await;
    for round in 0..25 {
        wrong(house, &format!("iemand.{round}")).await;
    }
    let same_address = house.enter(&house.noor, &house.browser().await).await;
    assert!(matches!(same_address, Err(SignInError::TooMany)));
    let guess = attempt("niemand", "acht blauwe fietsen", "000000");
    let heard = signin::sign_in(&house.desk, &computer, guess).await;
    assert!(matches!(heard, Err(SignInError::Refused)));
    house.enter(&house.noor, &computer).await.unwrap();
}

async fn forgiven(house: &House) {
    for _ in 0..4 {
        wrong(house, "noor").await;
    }
    house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    for _ in 0..4 {
        assert!(matches!(wrong(house, "noor").await, SignInError::Refused));
    }
}
