//! Proving once more who one is, at a screen that is open.

use desk::access::Forbidden;
use desk::colleagues::{self, ColleagueError, NewColleague};
use desk::sessions::{self, Browser, Token};
use desk::signin::{self, Again, SignInError};
use domain::Language;
use domain::role::Role;
use domain::session::{PROVED_FOR, lately};
use domain::signin::UserName;
use domain::text::Name;

use crate::door::{House, PIN, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_code_is_a_proof_for_five_minutes(stores) { run(stores, code).await; }
    async fn a_pin_is_a_proof_where_its_owner_signed_in(stores) { run(stores, pin).await; }
    async fn wrong_codes_end_the_trying(stores) { run(stores, wrong).await; }
    async fn a_locked_screen_proves_nothing(stores) { run(stores, locked).await; }
    async fn a_practice_house_asks_for_no_code(stores) { run(stores, demo).await; }
}

fn by_code(code: &str) -> Again {
    Again {
        code: code.to_owned(),
        pin: String::new(),
    }
}

fn by_pin(pin: &str) -> Again {
    Again {
        code: String::new(),
        pin: pin.to_owned(),
    }
}

/// A screen whose owner signed in more than five minutes ago.
async fn long_open(house: &House) -> (Browser, Token) {
    let door = house.browser().await;
    let token = house.enter(&house.noor, &door).await.unwrap();
    (house.work_on(&door, &token, PROVED_FOR + 60).await, token)
}

async fn invite(house: &House, at: &Browser, name: &str) -> Result<(), ColleagueError> {
    let new = NewColleague {
        name: Name::parse(name).unwrap(),
        user: UserName::parse(name).unwrap(),
        language: Language::Nl,
        work: vec![(Role::Reception, None)],
    };
    let invited = colleagues::invite(&house.desk, &at.actor(), new).await;
    invited.map(|_| ())
}

async fn code(house: &House) {
    let (open, token) = long_open(house).await;
    let refused = invite(house, &open, "lotte").await;
    assert!(matches!(refused, Err(ColleagueError::Forbidden(Forbidden))));
    let code = house.code(&house.noor);
    signin::step_up(&house.desk, &open, &by_code(&code))
        .await
        .unwrap();
    let after = house.with(&token).await.unwrap();
    invite(house, &after, "lotte").await.unwrap();
    assert_eq!(
        after.session.life.ends_at, open.session.life.ends_at,
        "the shift does not grow"
    );
    let twice = signin::step_up(&house.desk, &after, &by_code(&code)).await;
    assert!(
        matches!(twice, Err(SignInError::Refused)),
        "a code counts once"
    );
    let later = house.work_on(&after, &token, PROVED_FOR).await;
    let refused = invite(house, &later, "mila").await;
    assert!(matches!(refused, Err(ColleagueError::Forbidden(Forbidden))));
}

async fn pin(house: &House) {
    let computer = house.computer("balie links").await;
    let token = house.at_the_desk(&house.noor, &computer).await;
    let open = house.work_on(&computer, &token, PROVED_FOR + 60).await;
    let wrong = signin::step_up(&house.desk, &open, &by_pin("111111")).await;
    assert!(matches!(wrong, Err(SignInError::Refused)));
    let elsewhere = house.with(&token).await.unwrap();
    let refused = signin::step_up(&house.desk, &elsewhere, &by_pin(PIN)).await;
    assert!(
        matches!(refused, Err(SignInError::NotFound)),
        "no such computer"
    );
    signin::step_up(&house.desk, &open, &by_pin(PIN))
        .await
        .unwrap();
    let after = house.on(&computer, &token).await.unwrap();
    invite(house, &after, "lotte").await.unwrap();
}

async fn wrong(house: &House) {
    let (open, token) = long_open(house).await;
    for _ in 0..5 {
        let refused = signin::step_up(&house.desk, &open, &by_code("000000")).await;
        assert!(matches!(refused, Err(SignInError::Refused)));
    }
    let right = by_code(&house.code(&house.noor));
    let unheard = signin::step_up(&house.desk, &open, &right).await;
    assert!(matches!(unheard, Err(SignInError::TooMany)));
    let still = house.with(&token).await.unwrap();
    assert!(!lately(still.session.life.last_proof(), house.desk.now()));
}

async fn locked(house: &House) {
    let (open, token) = long_open(house).await;
    sessions::lock(&house.desk, &open).await.unwrap();
    let closed = house.with(&token).await.unwrap();
    let right = by_code(&house.code(&house.noor));
    let refused = signin::step_up(&house.desk, &closed, &right).await;
    assert!(matches!(refused, Err(SignInError::Forbidden(Forbidden))));
}

async fn demo(house: &House) {
    let (open, token) = long_open(house).await;
    signin::step_up_demo(&house.desk, &open).await.unwrap();
    let after = house.with(&token).await.unwrap();
    assert!(lately(after.session.life.last_proof(), house.desk.now()));
}

#[tokio::test]
async fn real_data_ask_everybody_for_a_code() {
    let stores = crate::stores::Stores::on_sqlite().await.unwrap();
    let house = House::made(&stores, false).await;
    let (open, _) = long_open(&house).await;
    let refused = signin::step_up_demo(&house.desk, &open).await;
    assert!(matches!(refused, Err(SignInError::NotFound)));
}
