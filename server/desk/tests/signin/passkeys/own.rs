//! Adding and removing the own passkeys.

use desk::access::Forbidden;
use desk::sessions::Browser;
use desk::signin::SignInError;
use desk::signin::passkeys::{self, MOST};
use domain::session::PROVED_FOR;

use super::{add, added, at_once, enter, listed, name, refused};
use crate::device::{Device, site};
use crate::door::{House, run};
use crate::stores::both_engines;

both_engines! {
    async fn a_passkey_made_elsewhere_is_not_kept(stores) { run(stores, unkept).await; }
    async fn a_passkey_that_was_removed_opens_nothing(stores) { run(stores, removed).await; }
    async fn somebody_has_a_few_passkeys_and_no_more(stores) { run(stores, few).await; }
    async fn adding_and_removing_ask_for_a_fresh_proof(stores) { run(stores, stale).await; }
}

async fn unkept(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let mut device = Device::of(house.noor.user, 1);
    device.flags = 0x01;
    assert!(
        refused(add(house, &token, &device).await),
        "nobody was recognised"
    );
    let mut device = Device::of(house.noor.user, 1);
    "https://elders.example".clone_into(&mut device.site.origin);
    assert!(refused(add(house, &token, &device).await), "another site");
    let staff = house.with(&token).await.unwrap().staff().unwrap();
    let unasked = Device::of(house.noor.user, 1).make(&[0; 32]);
    let kept = passkeys::add(&house.desk, &staff, (&site(), &name()), unasked).await;
    assert!(refused(kept), "nobody asked");
    assert!(listed(house, &token).await.is_empty());
}

async fn removed(house: &House) {
    let device = Device::of(house.noor.user, 1);
    let token = added(house, &device).await.unwrap();
    let staff = house.with(&token).await.unwrap().staff().unwrap();
    let twice = passkeys::begin_making(&house.desk, &staff).await.unwrap();
    let known = std::slice::from_ref(&device.id);
    assert_eq!(twice.known, known, "the device makes no second one");
    let made = device.make(&twice.challenge);
    let added = passkeys::add(&house.desk, &staff, (&site(), &name()), made).await;
    assert!(refused(added));
    let id = listed(house, &token).await[0].id;
    let nobodys = passkeys::remove(&house.desk, &staff, uuid::Uuid::nil()).await;
    assert!(!nobodys.unwrap());
    assert!(!remove_as_sam(house, id).await, "of somebody else");
    let thief = at_once(house, &device).await.unwrap();
    assert!(passkeys::remove(&house.desk, &staff, id).await.unwrap());
    assert!(house.with(&thief).await.is_none(), "out elsewhere");
    assert!(house.with(&token).await.is_some(), "and not here");
    assert!(!passkeys::remove(&house.desk, &staff, id).await.unwrap());
    assert!(listed(house, &token).await.is_empty());
    assert!(refused(enter(house, &device).await));
}

async fn remove_as_sam(house: &House, id: uuid::Uuid) -> bool {
    let token = house
        .enter(&house.sam, &house.browser().await)
        .await
        .unwrap();
    let staff = house.with(&token).await.unwrap().staff().unwrap();
    passkeys::remove(&house.desk, &staff, id).await.unwrap()
}

async fn few(house: &House) {
    let token = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    for number in 0..MOST {
        let device = Device::of(house.noor.user, u8::try_from(number).unwrap());
        add(house, &token, &device).await.unwrap();
    }
    let more = Device::of(house.noor.user, 0xFF);
    assert!(refused(add(house, &token, &more).await));
    assert_eq!(listed(house, &token).await.len(), MOST);
}

async fn stale(house: &House) {
    let door: Browser = house.browser().await;
    let token = house.enter(&house.noor, &door).await.unwrap();
    add(house, &token, &Device::of(house.noor.user, 1))
        .await
        .unwrap();
    let id = listed(house, &token).await[0].id;
    let later = house.work_on(&door, &token, PROVED_FOR).await;
    let staff = later.staff().unwrap();
    let making = passkeys::begin_making(&house.desk, &staff).await.unwrap();
    let made = Device::of(house.noor.user, 2).make(&making.challenge);
    let add = passkeys::add(&house.desk, &staff, (&site(), &name()), made).await;
    assert!(matches!(add, Err(SignInError::Forbidden(Forbidden))));
    let remove = passkeys::remove(&house.desk, &staff, id).await;
    assert!(matches!(remove, Err(SignInError::Forbidden(Forbidden))));
}
