//! Who is on duty.

use desk::store::duties;
use domain::UserId;
use domain::duty::Duty;

use super::staff::add as add_account;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, span, tx};
use crate::support::house::House;

on_both_engines! {
    roster => the_roster_says_who_is_on_duty_at_a_moment_on_sqlite,
        the_roster_says_who_is_on_duty_at_a_moment_on_postgres;
}

async fn roster(house: House) {
    add_account(&house, 5).await;
    let user = super::staff::account(&house, 5).user;
    let mut tx = tx(&house).await;
    let duty = Duty {
        user,
        span: span(0, 60),
    };
    duties::add(&mut tx, id(1), &duty).await.unwrap();
    let longer = Duty {
        user,
        span: span(0, 90),
    };
    assert!(duties::change(&mut tx, (id(1), 1), &longer).await.unwrap());
    duties::add(&mut tx, id(2), &duty).await.unwrap();
    assert!(
        duties::close(&mut tx, (id(2), 1), Some(at(0)))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    for (minute, on) in [(-1, 0), (0, 1), (60, 1), (89, 1), (90, 0)] {
        assert_eq!(
            duties::on_at(&mut look, at(minute)).await.unwrap(),
            on,
            "{minute}"
        );
    }
    let now = duties::who_at(&mut look, at(60)).await.unwrap();
    let after = duties::who_at(&mut look, at(90)).await.unwrap();
    assert_eq!((now, after.len()), (vec![user], 0));
    assert_eq!(duties::all(&mut look).await.unwrap()[0].item, longer);
    let colleagues = duties::colleagues(&mut look).await.unwrap();
    assert_eq!(
        colleagues.iter().map(|one| one.user).collect::<Vec<_>>(),
        [user]
    );
    assert!(duties::is_here(&mut look, user).await.unwrap());
    assert!(
        !duties::is_here(&mut look, UserId::from_uuid(id(99)))
            .await
            .unwrap()
    );
}
