//! Who can open a backup, and what anybody else sees of it.

use std::fs;

use desk::backup::{BackupError, Folder, Keeper, Opener, restore};
use desk::seal::root::RootError;
use desk::seal::sheet;
use domain::Secret;

use super::ground::{Kept, files, identity, register};
use crate::support::ground::service;
use crate::support::house::House;

#[tokio::test]
async fn the_root_secret_of_the_server_opens_no_backup() {
    let kept = Kept::of(House::on_sqlite().await).await;
    kept.keeper().whole(&kept.job()).await.unwrap();
    let vault = kept.desk.vault();
    let derived = ["backup", "checkpoint"].map(|purpose| *vault.key_for(purpose).unwrap().expose());
    for bytes in derived.into_iter().chain([[7; 32]]) {
        let opener = Opener::identity(&identity(&bytes), Secret::new([7; 32])).unwrap();
        let to = kept.elsewhere("back");
        let refused = restore(&kept.folder(), &opener, (&to, None), &kept.tools()).await;
        assert!(matches!(refused, Err(BackupError::DoesNotOpen)));
        assert_eq!(fs::read_dir(&to).unwrap().count(), 0, "something is left");
    }
}

#[tokio::test]
async fn a_code_of_an_earlier_sheet_or_of_another_house_opens_nothing() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let root = Secret::new([7; 32]);
    let keys = kept.desk.vault().keystore();
    let newer = sheet::print(keys, &root, kept.desk.entropy())
        .await
        .unwrap();
    kept.keeper().whole(&kept.job()).await.unwrap();
    let to = kept.elsewhere("back");
    let refused = restore(&kept.folder(), &kept.opener(0), (&to, None), &kept.tools()).await;
    assert!(matches!(refused, Err(BackupError::DoesNotOpen)));
    assert!(matches!(
        Opener::code(Secret::new("no code".to_owned())),
        Err(RootError::Mistyped)
    ));
    let opener = Opener::code(newer.codes[1].clone()).unwrap();
    restore(&kept.folder(), &opener, (&to, None), &kept.tools())
        .await
        .unwrap();
}

#[tokio::test]
async fn another_recipient_of_the_settings_opens_it_with_the_key_beside_it() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let operations = age::x25519::Identity::generate();
    let others = [operations.to_public().to_string()];
    let folder = kept.folder();
    let mut keeper = Keeper::new(kept.desk.clone(), folder.clone(), &others).unwrap();
    keeper.whole(&kept.job()).await.unwrap();
    let text =
        Secret::new(age::secrecy::ExposeSecret::expose_secret(&operations.to_string()).to_owned());
    let opener = Opener::identity(&text, Secret::new([7; 32])).unwrap();
    restore(
        &folder,
        &opener,
        (&kept.elsewhere("back"), None),
        &kept.tools(),
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn without_a_sheet_no_backup_is_made() {
    let house = House::on_sqlite().await;
    let backups = tempfile::tempdir().unwrap();
    let folder = Folder::at(backups.path());
    let mut keeper = Keeper::new(house.desk.clone(), folder, &[]).unwrap();
    let job = Kept::of(House::on_sqlite().await).await.job();
    let refused = keeper.whole(&job).await;
    assert!(matches!(refused, Err(BackupError::NobodyOpens)));
    assert_eq!(files(backups.path()).len(), 0);
}

#[tokio::test]
async fn a_backup_shows_nothing_of_what_is_in_it() {
    let kept = Kept::of(House::on_sqlite().await).await;
    service(&kept.house, 70).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    register(&kept, "Merkteken Verzonnen").await;
    keeper.round(&kept.job()).await.unwrap();
    let all = files(kept.backups.path());
    assert_eq!(all.len(), 5, "{all:?}");
    for file in all {
        let bytes = fs::read(&file).unwrap();
        assert!(
            bytes.starts_with(b"age-encryption.org"),
            "{}",
            file.display()
        );
        for marker in [
            "Merkteken",
            "Dienst",
            "De Linde",
            "linde",
            "SQLite format",
            "CREATE TABLE",
        ] {
            let found = bytes
                .windows(marker.len())
                .any(|window| window == marker.as_bytes());
            assert!(!found, "{marker} in {}", file.display());
        }
    }
}
