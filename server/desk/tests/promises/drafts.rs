//! Drafts: one for a page of a session, there once, gone after a quarter of an hour.

use chrono::{DateTime, Utc};
use desk::store::drafts::{self, Spot};
use desk::store::sessions;
use domain::SessionId;
use uuid::Uuid;

use super::sessions::{begin, session};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    written => a_draft_reads_back_once_on_sqlite, a_draft_reads_back_once_on_postgres;
    replaced => a_second_draft_of_a_page_replaces_the_first_on_sqlite,
        a_second_draft_of_a_page_replaces_the_first_on_postgres;
    separate => pages_and_sessions_keep_their_drafts_apart_on_sqlite,
        pages_and_sessions_keep_their_drafts_apart_on_postgres;
    followed => drafts_follow_whoever_goes_on_in_another_session_on_sqlite,
        drafts_follow_whoever_goes_on_in_another_session_on_postgres;
    swept => drafts_nobody_came_back_for_are_swept_on_sqlite,
        drafts_nobody_came_back_for_are_swept_on_postgres;
    gone => a_session_takes_its_drafts_along_on_sqlite,
        a_session_takes_its_drafts_along_on_postgres;
}

const PAGE: &str = "/people/new";

fn spot(session: u128, path: &str) -> Spot<'_> {
    Spot {
        session: SessionId::from_uuid(id(session)),
        path,
    }
}

async fn keep(house: &House, row: u128, spot: Spot<'_>, typed: &[u8]) {
    let mut tx = tx(house).await;
    drafts::keep(&mut tx, id(row), spot, typed, at(15))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn take(house: &House, spot: Spot<'_>) -> Option<drafts::Draft> {
    let mut tx = tx(house).await;
    let draft = drafts::take(&mut tx, spot).await.unwrap();
    tx.commit().await.unwrap();
    draft
}

async fn waiting(house: &House, spot: Spot<'_>) -> bool {
    drafts::waiting(&mut look(house).await, spot).await.unwrap()
}

async fn written(house: House) {
    begin(&house, &session(&house, 1)).await;
    keep(&house, 10, spot(1, PAGE), b"typed").await;
    let (centre, expires): (Uuid, DateTime<Utc>) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT centre_id, expires_at FROM form_draft").fetch_one(p));
    assert_eq!((centre, expires), (house.centre.uuid(), at(15).utc()));
    assert!(waiting(&house, spot(1, PAGE)).await);
    let read = drafts::read(&mut look(&house).await, spot(1, PAGE)).await;
    assert_eq!(read.unwrap().unwrap().sealed, b"typed");
    let draft = take(&house, spot(1, PAGE)).await.unwrap();
    assert_eq!((draft.id, &draft.sealed[..]), (id(10), &b"typed"[..]));
    assert!(!draft.expired(at(14)) && draft.expired(at(15)));
    assert!(!waiting(&house, spot(1, PAGE)).await);
    assert!(take(&house, spot(1, PAGE)).await.is_none());
}

async fn replaced(house: House) {
    begin(&house, &session(&house, 1)).await;
    keep(&house, 10, spot(1, PAGE), b"first").await;
    keep(&house, 11, spot(1, PAGE), b"second").await;
    assert_eq!(take(&house, spot(1, PAGE)).await.unwrap().sealed, b"second");
    assert!(take(&house, spot(1, PAGE)).await.is_none());
}

async fn followed(house: House) {
    for number in [1, 2, 3] {
        begin(&house, &session(&house, number)).await;
    }
    keep(&house, 10, spot(1, PAGE), b"older").await;
    keep(&house, 11, spot(1, "/account"), b"other").await;
    keep(&house, 12, spot(2, PAGE), b"newer").await;
    keep(&house, 13, spot(2, "/prove/deed"), b"a deed").await;
    for from in [2, 1] {
        let mut tx = tx(&house).await;
        drafts::follow(&mut tx, spot(from, "").session, spot(3, "").session)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(take(&house, spot(3, PAGE)).await.unwrap().sealed, b"newer");
    let other = take(&house, spot(3, "/account")).await.unwrap();
    assert_eq!((other.id, &other.sealed[..]), (id(11), &b"other"[..]));
    assert!(
        !waiting(&house, spot(2, PAGE)).await,
        "it is in one place only"
    );
    assert!(
        waiting(&house, spot(2, "/prove/deed")).await
            && !waiting(&house, spot(3, "/prove/deed")).await,
        "a deed ends with the session it was sent in"
    );
    let mut there = house.desk.begin(&neighbour(&house).await.1).await.unwrap();
    drafts::follow(&mut there, spot(1, "").session, spot(2, "").session)
        .await
        .unwrap();
    there.commit().await.unwrap();
    assert!(
        waiting(&house, spot(1, PAGE)).await,
        "no house moves what another has"
    );
}

async fn separate(house: House) {
    for number in [1, 2] {
        begin(&house, &session(&house, number)).await;
    }
    keep(&house, 10, spot(1, PAGE), b"mine").await;
    keep(&house, 11, spot(2, PAGE), b"hers").await;
    assert!(!waiting(&house, spot(1, "/visits/new")).await);
    assert_eq!(take(&house, spot(1, PAGE)).await.unwrap().sealed, b"mine");
    assert_eq!(take(&house, spot(2, PAGE)).await.unwrap().sealed, b"hers");
}

async fn swept(house: House) {
    begin(&house, &session(&house, 1)).await;
    keep(&house, 10, spot(1, PAGE), b"typed").await;
    for (minute, gone) in [(14, 0), (15, 1), (16, 0)] {
        let mut tx = tx(&house).await;
        assert_eq!(drafts::sweep(&mut tx, at(minute)).await.unwrap(), gone);
        tx.commit().await.unwrap();
    }
}

async fn gone(house: House) {
    begin(&house, &session(&house, 1)).await;
    keep(&house, 10, spot(1, PAGE), b"typed").await;
    let mut tx = tx(&house).await;
    sessions::forget(&mut tx, SessionId::from_uuid(id(1)))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(!waiting(&house, spot(1, PAGE)).await);
}
