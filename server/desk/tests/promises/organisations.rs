//! Organisations and the services that are theirs.

use desk::store::{organisations, services};
use domain::OrganisationId;
use domain::organisation::{Organisation, ServicePlan};

use super::setup::{label, order};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    partners => organisations_and_services_are_kept_in_order_on_sqlite,
        organisations_and_services_are_kept_in_order_on_postgres;
}

pub fn organisation(name: &str) -> Organisation {
    Organisation { name: label(name) }
}

async fn partners(house: House) {
    let mut tx = tx(&house).await;
    for number in 1..=3 {
        let name = format!("Organisatie {number}");
        organisations::add(&mut tx, id(number), &organisation(&name))
            .await
            .unwrap();
    }
    organisations::rank(&mut tx, id(3), -1).await.unwrap();
    assert!(
        organisations::change(&mut tx, (id(1), 1), &organisation("Politie"))
            .await
            .unwrap()
    );
    assert!(
        !organisations::change(&mut tx, (id(1), 1), &organisation("Laat"))
            .await
            .unwrap()
    );
    assert!(
        organisations::close(&mut tx, (id(3), 1), Some(at(0)))
            .await
            .unwrap()
    );
    let sent = ServicePlan {
        name: label("Onthaal"),
        organisation: Some(OrganisationId::from_uuid(id(1))),
    };
    let bare = ServicePlan {
        organisation: None,
        ..sent.clone()
    };
    services::add(&mut tx, id(11), &sent).await.unwrap();
    services::add(&mut tx, id(12), &sent).await.unwrap();
    services::rank(&mut tx, id(12), -1).await.unwrap();
    assert!(services::change(&mut tx, (id(12), 1), &bare).await.unwrap());
    assert!(
        !services::close(&mut tx, (id(12), 1), Some(at(0)))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    let kept = organisations::all(&mut look).await.unwrap();
    assert_eq!(order(&kept), [1, 2, 3]);
    assert_eq!((kept[0].item.name.as_str(), kept[0].rev), ("Politie", 2));
    assert_eq!(kept[2].closed, Some(at(0)));
    assert!(
        organisations::is_here(&mut look, OrganisationId::from_uuid(id(3)))
            .await
            .unwrap()
    );
    let kept = services::all(&mut look).await.unwrap();
    assert_eq!(order(&kept), [12, 11]);
    assert_eq!((&kept[0].item, &kept[1].item), (&bare, &sent));
}
