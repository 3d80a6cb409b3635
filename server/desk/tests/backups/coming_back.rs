//! What was stored comes back: with the whole, with the pieces after it, however often the log was
//! folded meanwhile.

use desk::backup::{BackupError, restore};

use super::ground::{Kept, opened, readable, register};
use crate::support::house::House;

#[tokio::test]
async fn each_holder_of_the_sheet_puts_the_house_back() {
    let kept = Kept::of(House::on_sqlite().await).await;
    for number in 0..10 {
        register(&kept, &format!("Verzonnen {number}")).await;
    }
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    register(&kept, "Later Gekomen").await;
    keeper.round(&kept.job()).await.unwrap().unwrap();
    assert_eq!(
        keeper.round(&kept.job()).await.unwrap(),
        None,
        "nothing new"
    );
    for holder in 0..2 {
        let to = kept.elsewhere(&format!("back{holder}"));
        let restored = restore(
            &kept.folder(),
            &kept.opener(holder),
            (&to, None),
            &kept.tools(),
        )
        .await
        .unwrap();
        assert!(restored.pieces == 1 && !restored.torn);
        let desk = opened(&to, &kept).await;
        assert_eq!(readable(&desk, &kept).await, 11);
        let verdict = desk::audit::verify(desk.db(), None).await.unwrap();
        assert!(verdict.is_whole());
        desk.db().close().await;
        desk.vault().keystore().close().await;
    }
}

#[tokio::test]
async fn everybody_comes_back_over_many_rounds_and_folded_logs() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    for number in 0..300 {
        register(&kept, &format!("Verzonnen {number}")).await;
        if number % 25 == 0 {
            keeper.round(&kept.job()).await.unwrap();
        }
    }
    keeper.round(&kept.job()).await.unwrap();
    let to = kept.elsewhere("back");
    let restored = restore(&kept.folder(), &kept.opener(0), (&to, None), &kept.tools())
        .await
        .unwrap();
    assert!(restored.pieces > 10, "{}", restored.pieces);
    let desk = opened(&to, &kept).await;
    assert_eq!(readable(&desk, &kept).await, 300);
}

#[tokio::test]
async fn a_folder_with_something_in_it_is_left_alone() {
    let kept = Kept::of(House::on_sqlite().await).await;
    kept.keeper().whole(&kept.job()).await.unwrap();
    let to = kept.elsewhere("taken");
    std::fs::create_dir(&to).unwrap();
    std::fs::write(to.join("letter"), "mine").unwrap();
    let refused = restore(&kept.folder(), &kept.opener(0), (&to, None), &kept.tools()).await;
    assert!(matches!(refused, Err(BackupError::NotEmpty)));
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), 1);
}
