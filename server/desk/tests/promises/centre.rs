//! The centre itself.

use desk::store::{StoreError, centre};
use domain::centre::HostName;
use domain::text::Phone;

use super::setup::label;
use crate::on_both_engines;
use crate::support::ground::{look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    card => the_centre_changes_only_as_it_was_shown_on_sqlite,
        the_centre_changes_only_as_it_was_shown_on_postgres;
}

async fn card(house: House) {
    let (mut card, rev) = centre::read(&mut look(&house).await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (card.name.as_str(), rev, card.portal_host.is_none()),
        ("De Linde", 1, true)
    );
    card.public_name = Some(label("Linde 12"));
    card.phone = Some(Phone::parse("016 12 34 56").unwrap());
    card.portal_host = Some(HostName::parse("afspraak.voorbeeld.be").unwrap());
    let mut first = tx(&house).await;
    assert!(centre::change(&mut first, 1, &card).await.unwrap());
    assert!(!centre::change(&mut first, 1, &card).await.unwrap());
    first.commit().await.unwrap();
    let read = centre::read(&mut look(&house).await).await.unwrap();
    assert_eq!(read, Some((card.clone(), 2)));
    let hosts = centre::hosts(house.desk.db()).await.unwrap();
    assert_eq!(hosts, [(house.centre, "afspraak.voorbeeld.be".to_owned())]);
    let (_, permit) = neighbour(&house).await;
    let mut theirs = house.desk.begin(&permit).await.unwrap();
    let taken = centre::change(&mut theirs, 1, &card).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
}
