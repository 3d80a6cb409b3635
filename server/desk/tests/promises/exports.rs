//! What the store keeps of a file of people that leaves.

pub mod files;

use desk::store::{Tx, exports, pieces};
use domain::{ExportId, UserId};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, tx};
use crate::support::house::House;

on_both_engines! {
    kept => a_request_stands_as_it_was_told_on_sqlite, a_request_stands_as_it_was_told_on_postgres;
}

async fn kept(house: House) {
    let (request, one, other) = (
        ExportId::from_uuid(id(1)),
        UserId::from_uuid(id(2)),
        UserId::from_uuid(id(3)),
    );
    let mut open = tx(&house).await;
    exports::add(&mut open, (request, one), &[7], at(0))
        .await
        .unwrap();
    assert!(
        !exports::ready(&mut open, (request, 1), at(2))
            .await
            .unwrap()
    );
    assert!(
        !exports::release(&mut open, (request, 1), (one, at(1)))
            .await
            .unwrap()
    );
    assert!(
        exports::release(&mut open, (request, 1), (other, at(1)))
            .await
            .unwrap()
    );
    assert!(
        !exports::release(&mut open, (request, 2), (other, at(1)))
            .await
            .unwrap()
    );
    assert!(!exports::take(&mut open, request, at(1)).await.unwrap());
    made(&mut open, request).await;
    assert!(exports::take(&mut open, request, at(1)).await.unwrap());
    assert!(!exports::take(&mut open, request, at(1)).await.unwrap());
    open.commit().await.unwrap();
    let stored = exports::one(&mut look(&house).await, request)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (stored.by, stored.asked, stored.reason),
        (one, at(0), vec![7])
    );
    assert_eq!(
        (stored.released, stored.taken, stored.rev),
        (Some(at(1)), Some(at(1)), 8)
    );
    assert_eq!(
        exports::list(&mut look(&house).await).await.unwrap().len(),
        1
    );
}

/// A file is made once, from all its pieces, and is ready for one try.
async fn made(open: &mut Tx, request: ExportId) {
    let due = exports::due(open, at(0)).await.unwrap();
    assert_eq!(due.map(|request| request.id), Some(request));
    let late = exports::due(open, at(1)).await.unwrap();
    assert!(late.is_none(), "released too long ago");
    let unmade = exports::ready(open, (request, 2), at(2)).await;
    assert!(!unmade.unwrap(), "the file is not made");
    let half = exports::made(open, request, (1, 4), at(1)).await;
    assert!(!half.unwrap(), "a piece is missing");
    assert!(exports::made(open, request, (0, 4), at(1)).await.unwrap());
    assert!(exports::unmade(open, request).await.unwrap());
    assert!(!exports::unmade(open, request).await.unwrap());
    let piece = pieces::Kept {
        id: id(5),
        place: 0,
        sealed: vec![7],
    };
    pieces::add(open, request.uuid(), &piece).await.unwrap();
    let faded = exports::faded(open, at(1)).await.unwrap();
    assert_eq!(faded, [request]);
    assert!(exports::faded(open, at(0)).await.unwrap().is_empty());
    assert!(exports::made(open, request, (1, 4), at(1)).await.unwrap());
    assert!(exports::ready(open, (request, 5), at(2)).await.unwrap());
    assert!(!exports::begin(open, request, at(2)).await.unwrap(), "late");
    assert!(exports::begin(open, request, at(1)).await.unwrap());
    assert!(
        !exports::begin(open, request, at(1)).await.unwrap(),
        "twice"
    );
}
