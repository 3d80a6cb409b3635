//! The same on PostgreSQL: a house comes back into two empty databases, all of it or nothing, and only
//! with what opens it.

use std::fs;

use desk::Desk;
use desk::backup::{BackupError, Keeper, Opener, restore_into};
use desk::seal::sheet;
use desk::store::{Db, StoreError, dumps};
use domain::Secret;

use super::ground::{Kept, desk_over, files, identity, readable, register};
use super::ledger::{erase, shows, withdraw};
use crate::support::house::{House, database};

/// A house of ten on PostgreSQL with a backup, and an eleventh who came later; none without a server.
async fn ten() -> Option<Kept> {
    let kept = Kept::of(House::on_postgres().await?).await;
    for number in 0..10 {
        register(&kept, &format!("Verzonnen {number}")).await;
    }
    kept.keeper().whole(&kept.job()).await.unwrap();
    register(&kept, "Later Gekomen").await;
    Some(kept)
}

/// Two databases where nothing is.
async fn empty() -> [Db; 2] {
    let server = std::env::var("TEST_POSTGRES_URL").unwrap();
    let data = Db::open_postgres(&database(&server).await).await;
    let keys = Db::open_postgres(&database(&server).await).await;
    [data.unwrap(), keys.unwrap()]
}

async fn are_empty([data, keys]: &[Db; 2]) -> bool {
    !dumps::is_marked(data).await.unwrap()
        && dumps::is_empty(data).await.unwrap()
        && dumps::is_empty(keys).await.unwrap()
}

async fn opened([data, keys]: [Db; 2], kept: &Kept) -> Desk {
    desk_over(data, keys, &kept.works, [9; 16]).await
}

#[tokio::test]
async fn each_holder_puts_the_house_back_on_postgres() {
    let Some(kept) = ten().await else { return };
    for holder in 0..2 {
        let to = empty().await;
        let (opener, into) = (kept.opener(holder), (&to[0], &to[1], None));
        let restored = restore_into(&kept.folder(), &opener, into, &kept.tools())
            .await
            .unwrap();
        assert_eq!((restored.rows["record"], restored.pieces), (10, 0));
        let desk = opened(to, &kept).await;
        assert_eq!(readable(&desk, &kept).await, 10);
        assert!(
            desk::audit::verify(desk.db(), None)
                .await
                .unwrap()
                .is_whole()
        );
    }
}

#[tokio::test]
async fn the_root_secret_and_codes_of_others_open_nothing_on_postgres() {
    let Some(kept) = ten().await else { return };
    let root = Secret::new([7; 32]);
    let keys = kept.desk.vault().keystore();
    let other = sheet::print(keys, &root, kept.desk.entropy())
        .await
        .unwrap();
    let derived = *kept.desk.vault().key_for("backup").unwrap().expose();
    let openers = [
        Opener::code(other.codes[0].clone()).unwrap(),
        Opener::identity(&identity(&derived), root.clone()).unwrap(),
        Opener::identity(&identity(&[7; 32]), root).unwrap(),
    ];
    let to = empty().await;
    for opener in openers {
        let into = (&to[0], &to[1], None);
        let refused = restore_into(&kept.folder(), &opener, into, &kept.tools()).await;
        assert!(matches!(refused, Err(BackupError::DoesNotOpen)));
        assert!(are_empty(&to).await, "something is left");
    }
}

#[tokio::test]
async fn without_its_ledger_nothing_is_left_on_postgres() {
    let Some(kept) = ten().await else { return };
    for file in fs::read_dir(kept.backups.path()).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            fs::remove_file(file).unwrap();
        }
    }
    let to = empty().await;
    let into = (&to[0], &to[1], None);
    let refused = restore_into(&kept.folder(), &kept.opener(0), into, &kept.tools()).await;
    assert!(matches!(refused, Err(BackupError::Ledger)));
    assert!(are_empty(&to).await, "something is left");
}

#[tokio::test]
async fn databases_with_something_in_them_are_left_alone_on_postgres() {
    let Some(kept) = ten().await else { return };
    let to = empty().await;
    for into in [
        (kept.desk.db(), &to[1], None),
        (&to[0], kept.desk.vault().keystore(), None),
    ] {
        let refused = restore_into(&kept.folder(), &kept.opener(0), into, &kept.tools()).await;
        assert!(matches!(refused, Err(BackupError::NotEmpty)));
    }
    assert!(are_empty(&to).await);
    assert_eq!(readable(&kept.desk, &kept).await, 11);
}

#[tokio::test]
async fn what_was_cut_off_half_way_serves_nobody_and_is_begun_anew_on_postgres() {
    let Some(kept) = ten().await else { return };
    let to = empty().await;
    to[1].migrate_keys().await.unwrap();
    to[0].migrate().await.unwrap();
    dumps::mark(&to[0]).await.unwrap();
    let refused = to[0].migrate().await;
    assert!(matches!(refused, Err(StoreError::HalfRestored)));
    let into = (&to[0], &to[1], None);
    restore_into(&kept.folder(), &kept.opener(1), into, &kept.tools())
        .await
        .unwrap();
    let desk = opened(to, &kept).await;
    desk.db().migrate().await.unwrap();
    assert_eq!(readable(&desk, &kept).await, 10);
}

#[tokio::test]
async fn two_programs_do_not_make_backups_at_once_on_postgres() {
    let Some(kept) = ten().await else { return };
    let other = dumps::alone(kept.desk.db(), dumps::Work::Backup)
        .await
        .unwrap();
    let refused = kept.keeper().whole(&kept.job()).await;
    assert!(other.is_some() && matches!(refused, Err(BackupError::Underway)));
}

#[tokio::test]
async fn a_backup_of_postgres_shows_nothing_and_does_not_go_into_a_folder() {
    let Some(kept) = ten().await else { return };
    let all = files(kept.backups.path());
    assert_eq!(all.len(), 3, "{all:?}");
    for file in all {
        let bytes = fs::read(&file).unwrap();
        assert!(
            bytes.starts_with(b"age-encryption.org"),
            "{}",
            file.display()
        );
        for marker in ["PGDMP", "Verzonnen", "De Linde", "CREATE TABLE", "record"] {
            let found = bytes
                .windows(marker.len())
                .any(|part| part == marker.as_bytes());
            assert!(!found, "{marker} in {}", file.display());
        }
    }
    let to = kept.elsewhere("back");
    let from = kept.folder();
    let refused = desk::backup::restore(&from, &kept.opener(0), (&to, None), &kept.tools()).await;
    assert!(matches!(refused, Err(BackupError::OtherEngine)));
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0, "something is left");
}

#[tokio::test]
async fn a_tool_that_cannot_reach_the_server_leaves_no_backup_on_postgres() {
    let Some(kept) = ten().await else { return };
    let before = files(kept.backups.path()).len();
    kept.desk.vault().keystore().close().await;
    let mut keeper = Keeper::new(kept.desk.clone(), kept.folder(), &[]).unwrap();
    assert!(keeper.whole(&kept.job()).await.is_err());
    assert_eq!(
        files(kept.backups.path()).len(),
        before,
        "something is left"
    );
}

#[tokio::test]
async fn ten_days_later_the_erased_and_the_withdrawn_stay_away_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return;
    };
    let kept = Kept::of(house).await;
    let mut people = Vec::new();
    for name in ["Verzonnen Eerste", "Verzonnen Tweede", "Verzonnen Derde"] {
        people.push(register(&kept, name).await);
    }
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let then = kept.desk.now();
    kept.works.forward(10 * 24 * 60 * 60);
    erase(&kept, people[0]).await;
    withdraw(&kept, people[1]).await;
    keeper.whole(&kept.job()).await.unwrap();
    let to = empty().await;
    let into = (&to[0], &to[1], Some(then));
    let restored = restore_into(&kept.folder(), &kept.opener(0), into, &kept.tools()).await;
    assert_eq!(restored.unwrap().at, then);
    let desk = opened(to, &kept).await;
    for (person, there) in people.into_iter().zip([false, false, true]) {
        assert_eq!(shows(&desk, &kept, person).await, there);
    }
}
