//! Checkpoints: what was signed cannot be taken back, and the verdict says how far that reaches.

use std::time::Duration;

use desk::audit::{
    CheckpointError, CheckpointKey, Fault, Folder, FolderError, Proof, Signed, checkpoint_loop,
    checkpoint_now, verify,
};
use domain::Secret;

use super::raw::Raw;
use super::writing::{change, entry, finding};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    reach => the_verdict_says_how_far_the_proof_reaches_on_sqlite,
        the_verdict_says_how_far_the_proof_reaches_on_postgres;
    diverged => a_chain_that_was_changed_is_not_signed_again_on_sqlite,
        a_chain_that_was_changed_is_not_signed_again_on_postgres;
    thousand => a_thousand_rows_are_signed_before_the_minute_is_over_on_sqlite,
        a_thousand_rows_are_signed_before_the_minute_is_over_on_postgres;
    last_one => what_is_unsigned_is_signed_on_shutdown_on_sqlite,
        what_is_unsigned_is_signed_on_shutdown_on_postgres;
    strange_key => checkpoints_of_another_key_prove_nothing_on_sqlite,
        checkpoints_of_another_key_prove_nothing_on_postgres;
}

/// A folder for checkpoints beside the data.
pub fn folder(house: &House) -> Folder {
    let path = house.folder.path().join("checkpoints");
    Folder::make(&path, house.folder.path(), true).unwrap()
}

async fn reach(house: House) {
    let (folder, permit) = (folder(&house), finding(&house));
    change(&house, &permit).await;
    let signed = checkpoint_now(&house.desk, &folder).await.unwrap();
    assert_eq!((signed.signed, signed.diverged.len()), (1, 0));
    assert_eq!(
        checkpoint_now(&house.desk, &folder).await.unwrap(),
        Signed::default()
    );
    change(&house, &permit).await;
    change(&house, &permit).await;
    let verdict = verify(house.desk.db(), Some(&Proof::of(folder)))
        .await
        .unwrap();
    let reach = verdict.reach.unwrap();
    assert!(verdict.breaks.is_empty(), "{:?}", verdict.breaks);
    assert_eq!((reach.proven, reach.unproven), (verdict.rows - 2, 2));
    assert_eq!(
        (reach.checkpoints, reach.until),
        (1, Some(house.desk.now()))
    );
}

async fn diverged(house: House) {
    let folder = folder(&house);
    change(&house, &finding(&house)).await;
    checkpoint_now(&house.desk, &folder).await.unwrap();
    let mut raw = Raw::open(&house.url).await;
    raw.run(
        "DELETE FROM audit_subject WHERE seq = (SELECT size FROM audit_chain);
         DELETE FROM audit WHERE seq = (SELECT size FROM audit_chain);
         UPDATE audit_chain SET size = size - 1,
             head = (SELECT head FROM audit ORDER BY seq DESC LIMIT 1)",
    )
    .await;
    assert!(verify(house.desk.db(), None).await.unwrap().is_whole());
    let signed = checkpoint_now(&house.desk, &folder).await.unwrap();
    assert_eq!((signed.signed, signed.diverged.len()), (0, 1));
    change(&house, &finding(&house)).await;
    let signed = checkpoint_now(&house.desk, &folder).await.unwrap();
    assert_eq!((signed.signed, signed.diverged.len()), (0, 1));
    let verdict = verify(house.desk.db(), Some(&Proof::of(folder)))
        .await
        .unwrap();
    assert_eq!(verdict.breaks[0].fault, Fault::OffCheckpoint);
}

async fn thousand(house: House) {
    let (folder, permit) = (folder(&house), finding(&house));
    let signing = tokio::spawn(checkpoint_loop(
        house.desk.clone(),
        folder.clone(),
        std::future::pending(),
    ));
    let trail = house.desk.trail();
    let mut waiting = tokio::task::JoinSet::new();
    for _ in 0..1_000 {
        let (desk, permit, entry) = (house.desk.clone(), permit.clone(), entry(&house));
        waiting.spawn(async move { desk.trail().witness(&desk, &permit, entry).await });
    }
    while let Some(stored) = waiting.join_next().await {
        stored.unwrap().unwrap();
    }
    let proof = Proof::of(folder);
    let signed = async {
        while verify(house.desk.db(), Some(&proof)).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), signed)
        .await
        .unwrap();
    signing.abort();
    trail.close().await;
}

async fn last_one(house: House) {
    let folder = folder(&house);
    checkpoint_loop(house.desk.clone(), folder.clone(), std::future::ready(())).await;
    let verdict = verify(house.desk.db(), Some(&Proof::of(folder)))
        .await
        .unwrap();
    assert_eq!(verdict.reach.unwrap().unproven, 0);
}

async fn strange_key(house: House) {
    let folder = folder(&house);
    let nothing = verify(house.desk.db(), Some(&Proof::of(folder.clone()))).await;
    assert!(nothing.is_err(), "an empty folder proves nothing");
    checkpoint_now(&house.desk, &folder).await.unwrap();
    let other = House::on_sqlite_with(Secret::new([8; 32])).await;
    let refused = checkpoint_now(&other.desk, &folder).await;
    assert!(matches!(
        refused,
        Err(CheckpointError::Folder(FolderError::OtherKey))
    ));
    let expected = CheckpointKey::of(other.desk.vault()).unwrap();
    let proof = Proof::of(folder).signed_by(expected);
    let verdict = verify(house.desk.db(), Some(&proof)).await.unwrap();
    assert_eq!(verdict.breaks[0].fault, Fault::Unsigned);
}
