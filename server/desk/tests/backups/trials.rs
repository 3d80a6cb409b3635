//! Trying a backup by itself: what was made is put back where it disturbs nobody, looked through, and
//! gone afterwards; what a trial that was killed has left is gone with the next one.

use std::fs;

use desk::backup::{self, BackupError, Folder, Ground, Opener, Trial, Tried, restore};
use desk::store::{Db, dumps};
use domain::backup::Trouble;
use domain::role::Role;

use super::ground::{Kept, files, register};
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    good => a_backup_is_tried_without_anybodys_code_on_sqlite,
        a_backup_is_tried_without_anybodys_code_on_postgres;
    torn => a_backup_that_is_torn_is_found_out_on_sqlite,
        a_backup_that_is_torn_is_found_out_on_postgres;
    killed => a_trial_that_was_killed_is_swept_on_sqlite, a_trial_that_was_killed_is_swept_on_postgres;
    told => what_came_of_a_trial_is_shown_on_sqlite, what_came_of_a_trial_is_shown_on_postgres;
    renewed => another_sheet_asks_for_a_backup_and_a_trial_on_sqlite,
        another_sheet_asks_for_a_backup_and_a_trial_on_postgres;
}

const DAY: i64 = 24 * 60 * 60;

pub fn ground(kept: &Kept) -> Ground<'_> {
    match kept.desk.db() {
        Db::Sqlite { .. } => Ground::Folder(kept.house.folder.path()),
        db @ Db::Postgres(_) => Ground::Server(db),
    }
}

async fn tried(kept: &Kept, from: &Folder, opener: &Opener) -> Result<Tried, BackupError> {
    let tools = kept.tools();
    let trial = Trial::of(from, opener, ground(kept), &tools).await?;
    let tried = trial.looked_through(&tools).await;
    trial.end().await?;
    tried
}

/// What trials have left: folders, or databases.
async fn left(kept: &Kept) -> usize {
    let db = kept.desk.db();
    let Some(reach) = db.reach() else {
        let entries = fs::read_dir(kept.house.folder.path().join("drill"));
        return entries.map_or(0, Iterator::count);
    };
    let start = format!("{}_drill_", reach.database);
    dumps::named(db, &start).await.unwrap().len()
}

async fn good(house: House) {
    let kept = Kept::of(house).await;
    for number in 0..5 {
        register(&kept, &format!("Verzonnen {number}")).await;
    }
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    kept.works.forward(1);
    let (from, opener) = keeper.whole_on_trial(&kept.job()).await.unwrap();
    let found = tried(&kept, &from, &opener).await.unwrap();
    assert!(found.people == 5 && found.trail > 5, "{found:?}");
    assert_eq!(left(&kept).await, 0);
    // What comes later is for the holders of the sheet alone.
    kept.works.forward(1);
    register(&kept, "Verzonnen Later").await;
    keeper.whole(&kept.job()).await.unwrap();
    let refused = tried(&kept, &kept.folder(), &opener).await;
    assert!(
        matches!(refused, Err(BackupError::DoesNotOpen)),
        "{:?}",
        refused.err()
    );
    assert_eq!(
        tried(&kept, &kept.folder(), &kept.opener(1))
            .await
            .unwrap()
            .people,
        6
    );
    assert_eq!(left(&kept).await, 0);
}

async fn torn(house: House) {
    let kept = Kept::of(house).await;
    register(&kept, "Verzonnen").await;
    let (from, opener) = kept.keeper().whole_on_trial(&kept.job()).await.unwrap();
    let data = |file: &std::path::PathBuf| file.display().to_string().contains("/data-");
    let file = files(kept.backups.path()).into_iter().find(data).unwrap();
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let refused = tried(&kept, &from, &opener).await;
    assert!(refused.is_err());
    assert_eq!(left(&kept).await, 0);
}

async fn killed(house: House) {
    let kept = Kept::of(house).await;
    register(&kept, "Verzonnen").await;
    let (from, opener) = kept.keeper().whole_on_trial(&kept.job()).await.unwrap();
    match kept.desk.db().reach() {
        None => {
            let there = kept.house.folder.path().join("drill/0a1b2c3d/house");
            fs::create_dir_all(&there).unwrap();
            fs::write(there.join("onthaal.db"), "half").unwrap();
        }
        Some(reach) => {
            let server = std::env::var("TEST_POSTGRES_URL").unwrap();
            for name in ["0a1b2c3d", "0a1b2c3d_keys"] {
                let name = format!("{}_drill_{name}", reach.database);
                made(&server, &name).await;
            }
        }
    }
    assert!(left(&kept).await > 0);
    tried(&kept, &from, &opener).await.unwrap();
    assert_eq!(left(&kept).await, 0);
}

async fn made(server: &str, name: &str) {
    use sqlx::Connection;
    let mut conn = sqlx::PgConnection::connect(server).await.unwrap();
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(create).execute(&mut conn).await.unwrap();
}

async fn told(house: House) {
    let kept = Kept::of(house).await;
    let administrator = kept.house.colleague(Role::Administrator);
    let standing = async || backup::standing(&kept.desk, &administrator).await.unwrap();
    assert!(standing().await.drill.is_none() && !standing().await.drill_bad);
    let found = Tried {
        trail: 12,
        people: 3,
    };
    backup::tried(&kept.desk, &kept.job(), Ok(found))
        .await
        .unwrap();
    let shown = standing().await;
    assert_eq!(
        shown.drill.map(|run| (run.trail, run.people)),
        Some((12, 3))
    );
    assert!(!shown.drill_bad);
    kept.works.forward(36 * DAY);
    assert!(standing().await.drill_bad, "too long ago");
    backup::tried(&kept.desk, &kept.job(), Err(&BackupError::Miscounted))
        .await
        .unwrap();
    let shown = standing().await;
    assert_eq!(
        shown.drill.and_then(|run| run.fault),
        Some(Trouble::Damaged)
    );
    backup::not_made(&kept.desk, &kept.job(), &BackupError::NobodyOpens)
        .await
        .unwrap();
    let shown = standing().await;
    assert_eq!(
        shown.failed.and_then(|run| run.fault),
        Some(Trouble::NobodyOpens)
    );
    kept.works.forward(1);
    kept.keeper().whole(&kept.job()).await.unwrap();
    assert!(standing().await.failed.is_none(), "made since");
}

async fn renewed(house: House) {
    let kept = Kept::of(house).await;
    let due = async || backup::due(&kept.desk, &kept.job()).await.unwrap();
    assert!(
        due().await.drill && !due().await.new_sheet,
        "nothing was tried yet"
    );
    kept.keeper().whole(&kept.job()).await.unwrap();
    backup::tried(
        &kept.desk,
        &kept.job(),
        Ok(Tried {
            trail: 1,
            people: 0,
        }),
    )
    .await
    .unwrap();
    assert!(!due().await.drill && !due().await.new_sheet);
    let keys = kept.desk.vault().keystore();
    let root = domain::Secret::new([7; 32]);
    desk::seal::sheet::print(keys, &root, kept.desk.entropy())
        .await
        .unwrap();
    assert!(due().await.drill && due().await.new_sheet);
    kept.works.forward(1);
    kept.keeper().whole(&kept.job()).await.unwrap();
    backup::tried(
        &kept.desk,
        &kept.job(),
        Ok(Tried {
            trail: 1,
            people: 0,
        }),
    )
    .await
    .unwrap();
    assert!(!due().await.drill && !due().await.new_sheet);
    kept.works.forward(30 * DAY);
    assert!(due().await.drill, "a month is over");
}

#[tokio::test]
async fn what_a_backup_that_was_killed_left_goes_after_a_day_and_nothing_else() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let good = files(kept.backups.path()).len();
    let old = kept.backups.path().join("20260101T030000Z-0a1b2c3d");
    fs::create_dir(&old).unwrap();
    fs::write(old.join("data-000000-20260101T030000Z.part"), "half").unwrap();
    fs::write(
        kept.backups
            .path()
            .join("ledger-00000001-20260101T030000Z.part"),
        "half",
    )
    .unwrap();
    fs::write(kept.backups.path().join("letter"), "mine").unwrap();
    kept.works.forward(1);
    keeper.whole(&kept.job()).await.unwrap();
    assert!(!old.exists() && kept.backups.path().join("letter").exists());
    assert_eq!(
        files(kept.backups.path()).len(),
        2 * good - 1 + 1 + 1,
        "a whole, a ledger, a letter"
    );
    let to = kept.elsewhere("back");
    restore(&kept.folder(), &kept.opener(0), (&to, None), &kept.tools())
        .await
        .unwrap();
}
