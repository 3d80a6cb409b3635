//! The guards of the database itself: a resource in one place, two people apart.

use desk::store::occupancy::{self, Occupancy};
use desk::store::pairs::{self, Presence, Side};
use desk::store::{Guard, StoreError};
use domain::UserId;
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{id, look, span, tx};
use crate::support::house::House;

on_both_engines! {
    written => what_is_taken_reads_back_as_it_was_written_on_sqlite,
        what_is_taken_reads_back_as_it_was_written_on_postgres;
    overlap => a_taken_room_refuses_a_second_booking_on_sqlite,
        a_taken_room_refuses_a_second_booking_on_postgres;
    touching => bookings_that_touch_do_not_overlap_on_sqlite,
        bookings_that_touch_do_not_overlap_on_postgres;
    moved => a_booking_moves_into_free_time_only_on_sqlite,
        a_booking_moves_into_free_time_only_on_postgres;
    backwards => a_span_that_ends_before_it_starts_is_refused_on_sqlite,
        a_span_that_ends_before_it_starts_is_refused_on_postgres;
    present => a_presence_reads_back_as_it_was_written_on_sqlite,
        a_presence_reads_back_as_it_was_written_on_postgres;
    apart => two_sides_of_a_pair_are_never_there_together_on_sqlite,
        two_sides_of_a_pair_are_never_there_together_on_postgres;
    itself => one_side_may_overlap_itself_on_sqlite,
        one_side_may_overlap_itself_on_postgres;
    excused => an_excused_presence_counts_for_nothing_on_sqlite,
        an_excused_presence_counts_for_nothing_on_postgres;
    followed => a_side_cannot_move_to_the_other_on_sqlite,
        a_side_cannot_move_to_the_other_on_postgres;
    all => every_guard_is_told_apart_on_sqlite, every_guard_is_told_apart_on_postgres;
}

fn taken(row: u128, resource: u128, hours: (i64, i64)) -> Occupancy {
    Occupancy {
        id: id(row),
        resource: id(resource),
        span: span(hours.0, hours.1),
    }
}

fn there(row: u128, side: Side, hours: (i64, i64)) -> Presence {
    Presence {
        id: id(row),
        pair: id(900),
        side,
        span: span(hours.0, hours.1),
        excused_by: None,
    }
}

async fn occupy(house: &House, row: &Occupancy) -> Result<(), StoreError> {
    let mut tx = tx(house).await;
    occupancy::occupy(&mut tx, row).await?;
    tx.commit().await.map(drop)
}

async fn be_present(house: &House, row: &Presence) -> Result<(), StoreError> {
    let mut tx = tx(house).await;
    pairs::be_present(&mut tx, row).await?;
    tx.commit().await.map(drop)
}

fn refused_by<T>(outcome: &Result<T, StoreError>, guard: Guard) -> bool {
    matches!(outcome, Err(StoreError::Refused(by)) if *by == guard)
}

async fn written(house: House) {
    let row = taken(1, 50, (0, 60));
    occupy(&house, &row).await.unwrap();
    let found = occupancy::within(&mut look(&house).await, id(50), span(30, 31)).await;
    assert_eq!(found.unwrap(), [row]);
    let mut tx = tx(&house).await;
    assert!(occupancy::release(&mut tx, id(1)).await.unwrap());
    assert!(!occupancy::release(&mut tx, id(1)).await.unwrap());
    tx.commit().await.unwrap();
    occupy(&house, &taken(2, 50, (0, 60))).await.unwrap();
}

async fn overlap(house: House) {
    occupy(&house, &taken(1, 50, (0, 60))).await.unwrap();
    for hours in [(0, 60), (59, 61), (-1, 1), (10, 20), (-10, 90)] {
        let second = occupy(&house, &taken(2, 50, hours)).await;
        assert!(refused_by(&second, Guard::OccupancyOverlap), "{hours:?}");
    }
    occupy(&house, &taken(2, 51, (0, 60))).await.unwrap();
}

async fn touching(house: House) {
    for (row, hours) in [(1, (0, 60)), (2, (60, 120)), (3, (-60, 0))] {
        occupy(&house, &taken(row, 50, hours)).await.unwrap();
    }
    let day = occupancy::within(&mut look(&house).await, id(50), span(-600, 600)).await;
    let rows: Vec<Uuid> = day.unwrap().iter().map(|row| row.id).collect();
    assert_eq!(rows, [id(3), id(1), id(2)]);
    let hour = occupancy::within(&mut look(&house).await, id(50), span(60, 61)).await;
    assert_eq!(hour.unwrap(), [taken(2, 50, (60, 120))]);
}

async fn moved(house: House) {
    occupy(&house, &taken(1, 50, (0, 60))).await.unwrap();
    occupy(&house, &taken(2, 50, (60, 120))).await.unwrap();
    let mut first = tx(&house).await;
    assert!(
        occupancy::move_to(&mut first, &taken(1, 50, (-30, 30)))
            .await
            .unwrap()
    );
    assert!(
        !occupancy::move_to(&mut first, &taken(3, 50, (0, 1)))
            .await
            .unwrap()
    );
    assert!(
        !occupancy::move_to(&mut first, &taken(1, 51, (0, 1)))
            .await
            .unwrap()
    );
    first.commit().await.unwrap();
    let mut second = tx(&house).await;
    let into = occupancy::move_to(&mut second, &taken(2, 50, (29, 90))).await;
    assert!(refused_by(&into, Guard::OccupancyOverlap));
    drop(second);
    let stays = occupancy::within(&mut look(&house).await, id(50), span(60, 120)).await;
    assert_eq!(stays.unwrap(), [taken(2, 50, (60, 120))]);
}

async fn backwards(house: House) {
    let mut row = taken(1, 50, (0, 60));
    std::mem::swap(&mut row.span.start, &mut row.span.end);
    assert!(matches!(
        occupy(&house, &row).await,
        Err(StoreError::Engine(_))
    ));
    let mut side = there(2, Side::Kept, (0, 60));
    side.span.end = side.span.start;
    assert!(matches!(
        be_present(&house, &side).await,
        Err(StoreError::Engine(_))
    ));
}

async fn present(house: House) {
    let row = Presence {
        excused_by: Some(UserId::from_uuid(id(77))),
        ..there(1, Side::Kept, (0, 60))
    };
    be_present(&house, &row).await.unwrap();
    let found = pairs::within(&mut look(&house).await, id(900), span(30, 31)).await;
    assert_eq!(found.unwrap(), [row]);
    let mut tx = tx(&house).await;
    assert!(pairs::be_absent(&mut tx, id(1)).await.unwrap());
    assert!(!pairs::be_absent(&mut tx, id(1)).await.unwrap());
    tx.commit().await.unwrap();
    let found = pairs::within(&mut look(&house).await, id(900), span(0, 60)).await;
    assert_eq!(found.unwrap(), []);
}

async fn apart(house: House) {
    be_present(&house, &there(1, Side::Protected, (0, 60)))
        .await
        .unwrap();
    for hours in [(0, 60), (59, 61), (-1, 1), (10, 20), (-10, 90)] {
        let other = be_present(&house, &there(2, Side::Kept, hours)).await;
        assert!(refused_by(&other, Guard::PairApart), "{hours:?}");
    }
    be_present(&house, &there(2, Side::Kept, (60, 90)))
        .await
        .unwrap();
    be_present(&house, &there(3, Side::Kept, (-30, 0)))
        .await
        .unwrap();
    let strangers = Presence {
        pair: id(901),
        ..there(4, Side::Kept, (0, 60))
    };
    be_present(&house, &strangers).await.unwrap();
}

async fn itself(house: House) {
    for (row, hours) in [(1, (0, 60)), (2, (0, 60)), (3, (30, 90))] {
        be_present(&house, &there(row, Side::Protected, hours))
            .await
            .unwrap();
    }
    let all = pairs::within(&mut look(&house).await, id(900), span(0, 90)).await;
    assert_eq!(all.unwrap().len(), 3);
}

async fn excused(house: House) {
    let by = Some(UserId::from_uuid(id(77)));
    be_present(&house, &there(1, Side::Protected, (0, 60)))
        .await
        .unwrap();
    let meeting = Presence {
        excused_by: by,
        ..there(2, Side::Kept, (0, 60))
    };
    be_present(&house, &meeting).await.unwrap();
    let back = there(2, Side::Kept, (0, 60));
    let mut first = tx(&house).await;
    let unexcused = pairs::change(&mut first, &back).await;
    assert!(refused_by(&unexcused, Guard::PairApart));
    drop(first);
    let host = Presence {
        excused_by: by,
        ..there(1, Side::Protected, (0, 60))
    };
    let mut second = tx(&house).await;
    assert!(pairs::change(&mut second, &host).await.unwrap());
    assert!(pairs::change(&mut second, &back).await.unwrap());
    second.commit().await.unwrap();
    let both = pairs::within(&mut look(&house).await, id(900), span(0, 60)).await;
    assert_eq!(both.unwrap(), [host, back]);
}

async fn followed(house: House) {
    be_present(&house, &there(1, Side::Protected, (0, 60)))
        .await
        .unwrap();
    be_present(&house, &there(2, Side::Kept, (60, 120)))
        .await
        .unwrap();
    let mut first = tx(&house).await;
    let closer = pairs::change(&mut first, &there(2, Side::Kept, (59, 120))).await;
    assert!(refused_by(&closer, Guard::PairApart));
    drop(first);
    let mut second = tx(&house).await;
    assert!(
        pairs::change(&mut second, &there(2, Side::Kept, (90, 120)))
            .await
            .unwrap()
    );
    assert!(
        pairs::change(&mut second, &there(1, Side::Protected, (0, 90)))
            .await
            .unwrap()
    );
    assert!(
        !pairs::change(&mut second, &there(3, Side::Kept, (0, 90)))
            .await
            .unwrap()
    );
    second.commit().await.unwrap();
}

/// Adding a guard without provoking it here fails.
async fn all(house: House) {
    occupy(&house, &taken(1, 50, (0, 60))).await.unwrap();
    be_present(&house, &there(1, Side::Kept, (0, 60)))
        .await
        .unwrap();
    for guard in Guard::ALL {
        let outcome = match guard {
            Guard::OccupancyOverlap => occupy(&house, &taken(2, 50, (0, 60))).await,
            Guard::PairApart => be_present(&house, &there(2, Side::Protected, (0, 60))).await,
        };
        assert!(refused_by(&outcome, guard), "{}", guard.name());
    }
}
