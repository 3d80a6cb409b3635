//! Files that are torn, missing or not of this backup: what came before them comes back, nothing of
//! them is believed.

use std::fs;
use std::path::PathBuf;

use desk::backup::{BackupError, Restored, restore};

use super::ground::{Kept, opened, readable, register};
use crate::support::house::House;

/// A whole with nobody in it, and three pieces with one person each.
async fn pieces() -> Kept {
    let kept = Kept::of(House::on_sqlite().await).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    for number in 1..=3 {
        kept.works.forward(60);
        register(&kept, &format!("Verzonnen {number}")).await;
        keeper.round(&kept.job()).await.unwrap();
    }
    kept
}

/// The file of a part with this number.
fn file(kept: &Kept, start: &str) -> PathBuf {
    let mut entries = fs::read_dir(kept.backups.path())
        .unwrap()
        .map(|entry| entry.unwrap());
    let set = entries.find(|entry| entry.path().is_dir()).unwrap();
    let mut files = fs::read_dir(set.path())
        .unwrap()
        .map(|file| file.unwrap().path());
    let named = |path: &PathBuf| {
        path.file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with(start)
    };
    files.find(named).unwrap()
}

fn tear(file: &PathBuf) {
    let bytes = fs::read(file).unwrap();
    fs::write(file, &bytes[..bytes.len() - 20]).unwrap();
}

/// How many people come back.
async fn back(kept: &Kept) -> (Result<Restored, BackupError>, usize) {
    let to = kept.elsewhere("back");
    let restored = restore(&kept.folder(), &kept.opener(1), (&to, None), &kept.tools()).await;
    if restored.is_err() {
        return (restored, 0);
    }
    let desk = opened(&to, kept).await;
    let people = readable(&desk, kept).await;
    (restored, people)
}

#[tokio::test]
async fn a_torn_last_piece_is_left_out() {
    let kept = pieces().await;
    tear(&file(&kept, "data-000003"));
    let (restored, people) = back(&kept).await;
    assert!(restored.unwrap().torn);
    assert_eq!(people, 2);
}

#[tokio::test]
async fn after_a_torn_piece_nothing_is_believed() {
    let kept = pieces().await;
    tear(&file(&kept, "data-000002"));
    let (restored, people) = back(&kept).await;
    assert!(restored.unwrap().torn);
    assert_eq!(people, 1);
}

#[tokio::test]
async fn data_without_their_keys_are_left_out() {
    let kept = pieces().await;
    tear(&file(&kept, "keys-000003"));
    let (restored, people) = back(&kept).await;
    assert!(restored.unwrap().torn);
    assert_eq!(people, 2);
}

#[tokio::test]
async fn a_file_that_was_being_written_is_no_backup() {
    let kept = pieces().await;
    let last = file(&kept, "data-000003");
    fs::rename(&last, last.with_extension("part")).unwrap();
    let (restored, people) = back(&kept).await;
    assert!(!restored.unwrap().torn);
    assert_eq!(people, 2);
}

#[tokio::test]
async fn a_piece_of_another_moment_is_not_believed() {
    let kept = pieces().await;
    fs::copy(file(&kept, "data-000001"), file(&kept, "data-000003")).unwrap();
    let (restored, people) = back(&kept).await;
    assert!(restored.unwrap().torn);
    assert_eq!(people, 2);
}

#[tokio::test]
async fn a_torn_whole_comes_back_not_at_all_and_leaves_nothing() {
    let kept = pieces().await;
    tear(&file(&kept, "data-000000"));
    let (restored, _) = back(&kept).await;
    assert!(restored.is_err());
    assert_eq!(fs::read_dir(kept.elsewhere("back")).unwrap().count(), 0);
}
