//! How long backups are kept: the keys fourteen days, the data as long as was chosen.

use std::fs;

use desk::backup::{KEYS_DAYS, restore};

use super::ground::{Kept, opened, readable, register};
use crate::support::house::House;

const DAY: i64 = 24 * 60 * 60;

/// How many files of the sets begin like this.
fn count(kept: &Kept, start: &str) -> usize {
    let entries = fs::read_dir(kept.backups.path()).unwrap();
    let sets = entries.map(|entry| entry.unwrap().path());
    let sets = sets.filter(|path| path.is_dir());
    let files = sets.flat_map(|set| fs::read_dir(set).unwrap());
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(start)).count()
}

#[tokio::test]
async fn keys_are_gone_after_fourteen_days_and_data_after_theirs() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let mut keeper = kept.keeper();
    for _ in 0..30 {
        keeper.whole(&kept.job()).await.unwrap();
        keeper.expire(20).unwrap();
        kept.works.forward(DAY);
    }
    let keys = usize::try_from(KEYS_DAYS).unwrap();
    assert_eq!((count(&kept, "keys"), count(&kept, "data")), (keys, 21));
}

#[tokio::test]
async fn data_whose_keys_are_gone_open_with_the_keys_of_today() {
    let kept = Kept::of(House::on_sqlite().await).await;
    register(&kept, "Verzonnen Eerste").await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let then = kept.desk.now();
    kept.works.forward(18 * DAY);
    register(&kept, "Verzonnen Tweede").await;
    keeper.whole(&kept.job()).await.unwrap();
    keeper.expire(35).unwrap();
    assert_eq!((count(&kept, "keys"), count(&kept, "data")), (1, 2));
    let to = kept.elsewhere("back");
    let restored = restore(
        &kept.folder(),
        &kept.opener(0),
        (&to, Some(then)),
        &kept.tools(),
    )
    .await
    .unwrap();
    assert_eq!(restored.at, then);
    let desk = opened(&to, &kept).await;
    assert_eq!(readable(&desk, &kept).await, 1);
}

#[tokio::test]
async fn the_youngest_backup_stays_however_old_it_is() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    kept.works.forward(500 * DAY);
    keeper.expire(20).unwrap();
    assert_eq!((count(&kept, "keys"), count(&kept, "data")), (1, 1));
}
