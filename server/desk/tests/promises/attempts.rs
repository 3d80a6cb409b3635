//! Failed attempts to come in.

use desk::store::attempts;
use domain::signin::Failures;

use crate::on_both_engines;
use crate::support::ground::{at, look, tx};
use crate::support::house::House;

on_both_engines! {
    failures => failures_read_back_until_they_are_cleared_on_sqlite,
        failures_read_back_until_they_are_cleared_on_postgres;
}

async fn failures(house: House) {
    let counted = Failures {
        count: 5,
        first_at: at(1),
        locked_until: Some(at(9)),
    };
    let mut tx = tx(&house).await;
    let fresh = attempts::claim(&mut tx, [3; 16], at(1)).await.unwrap();
    assert_eq!(
        (fresh.count, fresh.first_at, fresh.locked_until),
        (0, at(1), None)
    );
    attempts::keep(&mut tx, [3; 16], counted).await.unwrap();
    tx.commit().await.unwrap();
    let found = attempts::find(&mut look(&house).await, [3; 16])
        .await
        .unwrap();
    assert_eq!(found, Some(counted));
    let mut second = crate::support::ground::tx(&house).await;
    assert_eq!(attempts::sweep(&mut second, at(1), at(8)).await.unwrap(), 0);
    assert_eq!(attempts::sweep(&mut second, at(0), at(9)).await.unwrap(), 0);
    assert_eq!(
        attempts::claim(&mut second, [3; 16], at(5)).await.unwrap(),
        counted
    );
    attempts::clear(&mut second, [3; 16]).await.unwrap();
    second.commit().await.unwrap();
    assert_eq!(
        attempts::find(&mut look(&house).await, [3; 16])
            .await
            .unwrap(),
        None
    );
}
