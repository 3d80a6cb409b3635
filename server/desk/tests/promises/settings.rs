//! Settings in versions.

use desk::store::settings::Version;
use desk::store::{StoreError, settings};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    versions => a_setting_keeps_every_version_on_sqlite,
        a_setting_keeps_every_version_on_postgres;
}

pub fn version(version: i64) -> Version {
    Version {
        version,
        value: format!("Versie {version} «é»\nTweede regel"),
        at: at(version),
    }
}

async fn versions(house: House) {
    let mut first = tx(&house).await;
    for number in 1..=3 {
        let row = id(u128::try_from(number).unwrap());
        settings::write(&mut first, row, "card.nl", &version(number))
            .await
            .unwrap();
    }
    first.commit().await.unwrap();
    let mut second = tx(&house).await;
    let taken = settings::write(&mut second, id(4), "card.nl", &version(3)).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(second);
    let mut look = look(&house).await;
    let newest = settings::versions(&mut look, "card.nl", 2).await.unwrap();
    assert_eq!(newest, [version(3), version(2)]);
    assert!(
        settings::versions(&mut look, "card.fr", 2)
            .await
            .unwrap()
            .is_empty()
    );
}
