//! A disk that is full while a backup is made: those of before stay, and it goes on by itself when there
//! is room again.

use std::path::Path;
use std::process::Command;

use desk::backup::{Keeper, Opener, Trial};
use domain::backup::Trouble;

use super::ground::{Kept, files, register};
use super::trials::ground;
use crate::on_both_engines;
use crate::support::house::House;

on_both_engines! {
    full => a_full_disk_costs_the_backup_of_the_moment_alone_on_sqlite,
        a_full_disk_costs_the_backup_of_the_moment_alone_on_postgres;
}

/// A small disk on a folder; it goes with the test.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn on(folder: &'a Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=16m,mode=700", "onthaal-test"]);
        if mount
            .arg(folder)
            .output()
            .is_ok_and(|output| output.status.success())
        {
            return Some(Self(folder));
        }
        eprintln!("skipped: no disk can be mounted here");
        None
    }

    /// Fills it up to a few pages.
    fn fill(&self) {
        let big = vec![1; 64 * 1024 * 1024];
        assert!(
            std::fs::write(self.0.join("letter"), big).is_err(),
            "it has room"
        );
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

async fn full(house: House) {
    let kept = Kept::of(house).await;
    let Some(disk) = Disk::on(kept.backups.path()) else {
        return;
    };
    register(&kept, "Verzonnen Eerste").await;
    let mut keeper: Keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let before = files(kept.backups.path());
    disk.fill();
    kept.works.forward(60);
    register(&kept, "Verzonnen Tweede").await;
    let failed = keeper.whole(&kept.job()).await.unwrap_err();
    assert_eq!(failed.trouble(), Trouble::DiskFull, "{failed:?}");
    std::fs::remove_file(kept.backups.path().join("letter")).unwrap();
    assert_eq!(
        files(kept.backups.path()),
        before,
        "those of before stay, and nothing else"
    );
    assert_eq!(people(&kept, &kept.opener(0)).await, 1);
    kept.works.forward(60);
    keeper.whole(&kept.job()).await.unwrap();
    assert_eq!(people(&kept, &kept.opener(1)).await, 2);
}

/// How many people the last backup brings back.
async fn people(kept: &Kept, opener: &Opener) -> usize {
    let (from, tools) = (kept.folder(), kept.tools());
    let trial = Trial::of(&from, opener, ground(kept), &tools)
        .await
        .unwrap();
    let tried = trial.looked_through(&tools).await.unwrap();
    trial.end().await.unwrap();
    tried.people
}
