//! Proving with a passkey who is at the screen.

use desk::sessions::{Browser, Token};
use desk::signin::SignInError;
use desk::signin::passkeys::{self, Site};
use domain::session::{PROVED_FOR, lately};

use super::{add, added, refused};
use crate::device::{Device, site};
use crate::door::{House, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_question_does_not_follow_into_the_next_session(stores) {
        run(stores, followed).await;
    }
    async fn a_passkey_is_a_proof_at_the_open_screen(stores) { run(stores, again).await; }
    async fn the_passkey_of_a_colleague_proves_nothing(stores) { run(stores, foreign).await; }
}

async fn followed(house: &House) {
    let device = Device::of(house.noor.user, 1);
    let token = added(house, &device).await.unwrap();
    let open = house.with(&token).await.unwrap();
    let proving = passkeys::begin_proving(&house.desk, &open).await.unwrap();
    let next = house.enter(&house.noor, &open).await.unwrap();
    let inside = house.with(&next).await.unwrap();
    let answer = device.use_it(&proving.challenge);
    let proved = passkeys::step_up(&house.desk, &inside, &site(), &answer).await;
    assert!(refused(proved));
}

/// A screen of Noor's that has been open for so long that a proof is asked for.
async fn long_open(house: &House, device: &Device) -> (Browser, Token) {
    let token = added(house, device).await.unwrap();
    let door = house.browser().await;
    (house.work_on(&door, &token, PROVED_FOR).await, token)
}

async fn prove(
    house: &House,
    open: &Browser,
    device: &Device,
    at: &Site,
) -> Result<(), SignInError> {
    let proving = passkeys::begin_proving(&house.desk, open).await.unwrap();
    let answer = device.use_it(&proving.challenge);
    passkeys::step_up(&house.desk, open, at, &answer).await
}

async fn again(house: &House) {
    let mut device = Device::of(house.noor.user, 1);
    let (open, token) = long_open(house, &device).await;
    let proving = passkeys::begin_proving(&house.desk, &open).await.unwrap();
    let known = std::slice::from_ref(&device.id);
    assert_eq!(proving.known, known, "no other is offered");
    let answer = device.use_it(&proving.challenge);
    passkeys::step_up(&house.desk, &open, &site(), &answer)
        .await
        .unwrap();
    let after = house.with(&token).await.unwrap();
    assert!(lately(after.session.life.last_proof(), house.desk.now()));
    assert_eq!(after.session.life.proved_at, open.session.life.proved_at);
    let replayed = passkeys::step_up(&house.desk, &open, &site(), &answer).await;
    assert!(refused(replayed));
    device.user = Vec::new();
    prove(house, &open, &device, &site()).await.unwrap();
    device.user = house.sam.user.bytes().to_vec();
    assert!(refused(prove(house, &open, &device, &site()).await));
}

async fn foreign(house: &House) {
    let noors = Device::of(house.noor.user, 1);
    let (open, token) = long_open(house, &noors).await;
    let sams = Device::of(house.sam.user, 2);
    let theirs = house
        .enter(&house.sam, &house.browser().await)
        .await
        .unwrap();
    add(house, &theirs, &sams).await.unwrap();
    assert!(refused(prove(house, &open, &sams, &site()).await));
    let elsewhere = Site {
        name: "elders.example".to_owned(),
        origin: "https://elders.example".to_owned(),
    };
    assert!(refused(prove(house, &open, &noors, &elsewhere).await));
    let unproved = house.with(&token).await.unwrap();
    assert!(!lately(
        unproved.session.life.last_proof(),
        house.desk.now()
    ));
}
