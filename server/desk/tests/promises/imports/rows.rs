//! How a file is stored: as it was told, brought further by one alone, and swept when it has served.

use desk::imports::{Source, State};
use desk::store::imports::faults::{self, Kept};
use desk::store::imports::{self, Advance, New, Whole};
use desk::store::{StoreError, pieces};
use domain::{ImportId, UserId};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    kept => a_file_is_stored_as_it_was_told_on_sqlite, a_file_is_stored_as_it_was_told_on_postgres;
    moved => only_one_brings_a_file_further_on_sqlite, only_one_brings_a_file_further_on_postgres;
    swept => what_has_served_is_swept_on_sqlite, what_has_served_is_swept_on_postgres;
}

fn new(number: u128, source: Source) -> New {
    New {
        id: ImportId::from_uuid(id(number)),
        by: UserId::from_uuid(id(9)),
        source,
        at: at(0),
    }
}

fn whole(number: u128) -> Whole {
    Whole {
        id: ImportId::from_uuid(id(number)),
        head: vec![1, 2],
        digest: [7; 32],
        size: 900,
        start: (20, 2),
        at: at(1),
    }
}

async fn asking(house: &House, number: u128) {
    let mut tx = tx(house).await;
    imports::add(&mut tx, &new(number, Source::Sent))
        .await
        .unwrap();
    imports::whole(&mut tx, &whole(number)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn kept(house: House) {
    let run = ImportId::from_uuid(id(1));
    asking(&house, 1).await;
    let stored = imports::one(&mut look(&house).await, run)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((stored.size, stored.position, stored.line), (900, 20, 2));
    assert_eq!(
        (stored.state, stored.by),
        (State::Asking, UserId::from_uuid(id(9)))
    );
    assert_eq!(
        (stored.since, stored.moved, stored.began),
        (at(0), at(1), None)
    );
    assert_eq!((stored.head, stored.plan), (Some(vec![1, 2]), None));
    let same = imports::unfinished(&mut look(&house).await, &[7; 32])
        .await
        .unwrap();
    assert_eq!(same.unwrap().id, run);
    assert!(
        imports::running(&mut look(&house).await)
            .await
            .unwrap()
            .is_none()
    );
    let mut tx = tx(&house).await;
    assert!(!imports::plan(&mut tx, (run, 2), &[3], at(2)).await.unwrap());
    assert!(imports::plan(&mut tx, (run, 1), &[3], at(2)).await.unwrap());
    tx.commit().await.unwrap();
    let running = imports::running(&mut look(&house).await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (running.began, running.rev, running.plan),
        (Some(at(2)), 2, Some(vec![3]))
    );
    assert_eq!(
        imports::list(&mut look(&house).await).await.unwrap().len(),
        1
    );
}

fn advance(from: u64, state: State) -> Advance {
    Advance {
        id: ImportId::from_uuid(id(1)),
        from,
        position: from + 100,
        line: 5,
        written: 2,
        known: 1,
        bad: 1,
        at: at(3),
        state,
        ended: (state == State::Done).then(|| at(3)),
    }
}

async fn moved(house: House) {
    let run = ImportId::from_uuid(id(1));
    asking(&house, 1).await;
    let mut tx = tx(&house).await;
    assert!(
        !imports::advance(&mut tx, &advance(20, State::Running))
            .await
            .unwrap()
    );
    imports::plan(&mut tx, (run, 1), &[3], at(2)).await.unwrap();
    assert!(
        imports::advance(&mut tx, &advance(20, State::Running))
            .await
            .unwrap()
    );
    assert!(
        !imports::advance(&mut tx, &advance(20, State::Running))
            .await
            .unwrap()
    );
    let pause = (State::Running, State::Paused);
    assert!(!imports::end(&mut tx, (run, 2), at(4)).await.unwrap());
    assert!(
        imports::turn(&mut tx, (run, 2), pause, at(4))
            .await
            .unwrap()
    );
    assert!(
        !imports::turn(&mut tx, (run, 2), pause, at(4))
            .await
            .unwrap()
    );
    assert!(
        !imports::advance(&mut tx, &advance(120, State::Done))
            .await
            .unwrap()
    );
    assert!(
        imports::turn(&mut tx, (run, 3), (pause.1, pause.0), at(4))
            .await
            .unwrap()
    );
    assert!(
        imports::advance(&mut tx, &advance(120, State::Done))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let run = imports::one(&mut look(&house).await, run)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((run.written, run.known, run.bad, run.rows()), (4, 2, 2, 8));
    assert_eq!(
        (run.position, run.state, run.ended),
        (220, State::Done, Some(at(3)))
    );
    assert_eq!(run.speed(), Some(0));
}

async fn swept(house: House) {
    let (run, file) = (ImportId::from_uuid(id(1)), id(2));
    let fault = |line: i64| Kept {
        id: id(100 + u128::try_from(line).unwrap()),
        line,
        sealed: vec![4, 5],
    };
    asking(&house, 1).await;
    let mut open = tx(&house).await;
    imports::add(&mut open, &new(2, Source::Sent))
        .await
        .unwrap();
    for place in 0..3 {
        let piece = pieces::Kept {
            id: id(50 + u128::try_from(place).unwrap()),
            place,
            sealed: vec![u8::try_from(place).unwrap()],
        };
        pieces::add(&mut open, file, &piece).await.unwrap();
    }
    for line in [3, 9] {
        faults::add(&mut open, run, &fault(line)).await.unwrap();
    }
    open.commit().await.unwrap();
    let mut again = tx(&house).await;
    let taken = faults::add(
        &mut again,
        run,
        &Kept {
            id: id(7),
            ..fault(3)
        },
    )
    .await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(again);
    let some = pieces::some(&mut look(&house).await, file, (1, 3))
        .await
        .unwrap();
    assert_eq!(
        some.iter().map(|piece| piece.place).collect::<Vec<_>>(),
        [1, 2]
    );
    let after = faults::some(&mut look(&house).await, run, 3).await.unwrap();
    assert_eq!(
        (after.len(), after[0].line, &after[0].sealed),
        (1, 9, &vec![4, 5])
    );
    let mut tx = tx(&house).await;
    assert!(imports::end(&mut tx, (run, 1), at(4)).await.unwrap());
    assert_eq!(faults::sweep(&mut tx, at(3)).await.unwrap(), 0);
    assert_eq!(faults::sweep(&mut tx, at(4)).await.unwrap(), 2);
    assert_eq!(
        imports::stuck(&mut tx, at(0)).await.unwrap(),
        [ImportId::from_uuid(id(2))]
    );
    assert_eq!(pieces::remove(&mut tx, file).await.unwrap(), 3);
    assert_eq!(imports::remove(&mut tx, run).await.unwrap(), 0);
    assert_eq!(
        imports::remove(&mut tx, ImportId::from_uuid(id(2)))
            .await
            .unwrap(),
        1
    );
    tx.commit().await.unwrap();
}
