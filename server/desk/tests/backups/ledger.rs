//! What was done for good stays done in a house that is put back from before: who was erased stays
//! unreadable, what was withdrawn stays closed, and without the ledger nothing opens.

use std::fs;
use std::path::PathBuf;

use desk::Desk;
use desk::access::{Actor, Permit, StaffActor, require};
use desk::backup::{BackupError, restore};
use desk::holds::{self, NewHold};
use desk::ledger::{self, Deed};
use desk::people;
use desk::seal::{self, Cell, Compartment, LinkKey, Recipient, Subject};
use desk::store::denials::{self, NewDenial};
use desk::store::grants;
use desk::store::outbox::{self, New};
use domain::hold::Ground;
use domain::mail::{LetterKind, LetterState};
use domain::role::{Action, Role};
use domain::text::Note;
use domain::{Day, DenialId, HoldId, Instant, LetterId, Pii, RecordId, RepeatKey};
use uuid::Uuid;

use super::ground::{Kept, opened, register};
use crate::support::house::House;

const DAY: i64 = 24 * 60 * 60;

pub fn permit(kept: &Kept) -> Permit {
    require(&kept.job(), Action::Backup).unwrap()
}

/// Erases a person the way the house does: the data first, the keys after them.
pub async fn erase(kept: &Kept, person: RecordId) {
    let (subject, now) = (Subject::person(person), kept.desk.now());
    let mut tx = kept.desk.begin(&permit(kept)).await.unwrap();
    let id = kept.desk.ids().fresh();
    ledger::write(&mut tx, id, Deed::Erased(subject), now)
        .await
        .unwrap();
    grants::end_of_subject(&mut tx, subject, now).await.unwrap();
    kept.desk.settle(tx).await.unwrap();
    kept.desk
        .vault()
        .destroy(&permit(kept), subject)
        .await
        .unwrap();
}

/// Takes the desk's right to know who it is.
pub async fn withdraw(kept: &Kept, person: RecordId) {
    let cell = Cell {
        subject: Subject::person(person),
        compartment: Compartment::IDENTITY,
    };
    let mut tx = kept.desk.begin(&permit(kept)).await.unwrap();
    let vault = kept.desk.vault();
    let desk = Recipient::Desk(kept.house.centre);
    let withdrawn = seal::withdraw(&mut tx, vault, &cell, desk).await.unwrap();
    assert!(withdrawn.was_live());
    kept.desk.settle(tx).await.unwrap();
    vault.forget(&permit(kept), withdrawn).await.unwrap();
}

pub async fn shows(desk: &Desk, kept: &Kept, person: RecordId) -> bool {
    let front = kept.house.colleague(Role::Reception);
    people::show(desk, &front, person).await.is_ok()
}

/// A house of three, backed up; ten days later one is erased, one withdraws, and it is backed up anew.
async fn ten_days() -> (Kept, [RecordId; 3], Instant) {
    let kept = Kept::of(House::on_sqlite().await).await;
    let mut people = Vec::new();
    for name in ["Verzonnen Eerste", "Verzonnen Tweede", "Verzonnen Derde"] {
        people.push(register(&kept, name).await);
    }
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let then = kept.desk.now();
    kept.works.forward(10 * DAY);
    erase(&kept, people[0]).await;
    withdraw(&kept, people[1]).await;
    keeper.round(&kept.job()).await.unwrap();
    (kept, people.try_into().unwrap(), then)
}

/// The files of the youngest moment are gone; what is ten days old is left, and the ledger.
fn forget_the_young(kept: &Kept) {
    for set in fs::read_dir(kept.backups.path()).unwrap() {
        let set = set.unwrap().path();
        if set.is_dir() {
            for file in fs::read_dir(set).unwrap() {
                let file = file.unwrap().path();
                if !file.display().to_string().contains("-000000-") {
                    fs::remove_file(file).unwrap();
                }
            }
        }
    }
}

fn ledgers(kept: &Kept) -> Vec<PathBuf> {
    let entries = fs::read_dir(kept.backups.path()).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.is_file());
    files.sort();
    files
}

#[tokio::test]
async fn ten_days_later_the_erased_stay_unreadable_and_the_withdrawn_closed() {
    let (kept, [erased, withdrawn, other], then) = ten_days().await;
    forget_the_young(&kept);
    let to = kept.elsewhere("back");
    let restored = restore(
        &kept.folder(),
        &kept.opener(0),
        (&to, Some(then)),
        &kept.tools(),
    )
    .await;
    assert_eq!(restored.unwrap().at, then);
    let desk = opened(&to, &kept).await;
    assert!(!shows(&desk, &kept, erased).await, "erased, and back");
    assert!(!shows(&desk, &kept, withdrawn).await, "withdrawn, and open");
    assert!(shows(&desk, &kept, other).await);
    let keys = sqlx::SqlitePool::connect(&to.join("keys.db").display().to_string())
        .await
        .unwrap();
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM data_key WHERE subject_id = $1")
        .bind(erased.uuid())
        .fetch_one(&keys)
        .await
        .unwrap();
    assert_eq!(left, 0, "a key of somebody who was erased");
    let data = sqlx::SqlitePool::connect(&to.join("onthaal.db").display().to_string())
        .await
        .unwrap();
    let rows = "SELECT (SELECT COUNT(*) FROM record WHERE id = $1)
        + (SELECT COUNT(*) FROM key_grant WHERE subject_id = $1) + (SELECT COUNT(*) FROM key_end)";
    let rows: i64 = sqlx::query_scalar(rows)
        .bind(erased.uuid())
        .fetch_one(&data)
        .await
        .unwrap();
    assert_eq!(rows, 0, "a row of somebody who was erased");
}

/// A denial as the house sets one, about pseudonyms.
async fn deny(kept: &Kept, number: u128) {
    let id = DenialId::from_uuid(Uuid::from_u128(number));
    let link = |letter| LinkKey {
        bytes: [letter; 16],
        version: 1,
    };
    let new = NewDenial {
        id,
        barred: link(5),
        person: link(u8::try_from(number).unwrap()),
        sealed: vec![1, 2, 3],
    };
    let mut tx = kept.desk.begin(&permit(kept)).await.unwrap();
    denials::set(&mut tx, &new, kept.desk.now()).await.unwrap();
    let deed = Deed::Denied(Subject::house(kept.house.centre), id.uuid());
    let entry = kept.desk.ids().fresh();
    ledger::write(&mut tx, entry, deed, kept.desk.now())
        .await
        .unwrap();
    kept.desk.settle(tx).await.unwrap();
}

#[tokio::test]
async fn who_is_kept_from_a_colleague_since_stays_so() {
    let kept = Kept::of(House::on_sqlite().await).await;
    deny(&kept, 1).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let then = kept.desk.now();
    kept.works.forward(DAY);
    deny(&kept, 2).await;
    keeper.round(&kept.job()).await.unwrap();
    let to = kept.elsewhere("back");
    let asked = (to.as_path(), Some(then));
    restore(&kept.folder(), &kept.opener(0), asked, &kept.tools())
        .await
        .unwrap();
    let desk = opened(&to, &kept).await;
    let every = denials::every(desk.db()).await.unwrap();
    assert_eq!(every, denials::every(kept.desk.db()).await.unwrap());
    assert_eq!(every.len(), 2);
}

/// A hold as a colleague sets one.
async fn hold(kept: &Kept, person: RecordId, days: i64) -> HoldId {
    let today = Day::from_date(kept.desk.now().utc().date_naive());
    let new = NewHold {
        record: person,
        ground: Ground::CourtOrder,
        until: today.plus_days(days),
        why: Pii::new(Note::parse("beschikking 26/104").unwrap()),
    };
    let key = RepeatKey::new(kept.desk.ids());
    holds::set(&kept.desk, &proven(kept, &kept.desk), new, key)
        .await
        .unwrap()
}

/// An administrator who has just proved who it is.
fn proven(kept: &Kept, desk: &Desk) -> Actor {
    match kept.house.colleague(Role::Administrator) {
        Actor::Staff(staff) => Actor::Staff(StaffActor {
            proved_at: desk.now(),
            ..staff
        }),
        other => other,
    }
}

#[tokio::test]
async fn a_hold_that_came_since_holds_and_its_words_are_said_again() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let one = register(&kept, "Verzonnen Eerste").await;
    let other = register(&kept, "Verzonnen Tweede").await;
    let old = hold(&kept, one, 20).await;
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let then = kept.desk.now();
    kept.works.forward(DAY);
    let later = Day::from_date(kept.desk.now().utc().date_naive()).plus_days(99);
    let why = Pii::new(Note::parse("verdaagd").unwrap());
    holds::prolong(
        &kept.desk,
        &proven(&kept, &kept.desk),
        (old, 1),
        (later, why),
    )
    .await
    .unwrap();
    let young = hold(&kept, other, 20).await;
    let late = register(&kept, "Verzonnen Derde").await;
    hold(&kept, late, 20).await;
    keeper.round(&kept.job()).await.unwrap();
    forget_the_young(&kept);
    let to = kept.elsewhere("back");
    let asked = (to.as_path(), Some(then));
    restore(&kept.folder(), &kept.opener(0), asked, &kept.tools())
        .await
        .unwrap();
    let desk = opened(&to, &kept).await;
    let actor = proven(&kept, &desk);
    let all = holds::all(&desk, &actor).await.unwrap();
    assert_eq!(all.len(), 2, "she who came after the backup is not known");
    let shown = holds::show(&desk, &actor, old).await.unwrap();
    assert!(shown.listed.standing.until == later && shown.said.len() == 2);
    let shown = holds::show(&desk, &actor, young).await.unwrap();
    assert!(
        shown.record == other && shown.said.is_empty(),
        "their key is younger"
    );
    let why = Pii::new(Note::parse("nog altijd beschikking 26/104").unwrap());
    let rev = (young, shown.listed.rev);
    holds::prolong(&desk, &actor, rev, (later, why))
        .await
        .unwrap();
    assert_eq!(
        holds::show(&desk, &actor, young).await.unwrap().said.len(),
        1
    );
}

/// A letter that is due so many minutes from now.
async fn letter(kept: &Kept, number: u8, minutes: i64) -> LetterId {
    let id = LetterId::from_uuid(Uuid::from_u128(u128::from(number)));
    let now = kept.desk.now();
    let new = New {
        id,
        kind: LetterKind::Trial,
        cause: [number; 16],
        occasion: [number; 16],
        sealed: vec![number; 40],
        not_before: now.plus_seconds(minutes * 60),
        not_after: now.plus_seconds(DAY),
        now,
    };
    let mut tx = kept.desk.begin(&permit(kept)).await.unwrap();
    outbox::put(&mut tx, &new).await.unwrap();
    kept.desk.settle(tx).await.unwrap();
    id
}

#[tokio::test]
async fn a_letter_that_may_have_gone_since_is_not_sent_again_by_itself() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let (due, later) = (letter(&kept, 1, 0).await, letter(&kept, 2, 120).await);
    kept.keeper().whole(&kept.job()).await.unwrap();
    kept.works.forward(60);
    let to = kept.elsewhere("back");
    restore(&kept.folder(), &kept.opener(0), (&to, None), &kept.tools())
        .await
        .unwrap();
    let desk = opened(&to, &kept).await;
    let mut look = desk.look(&permit(&kept)).await.unwrap();
    let state = async |look: &mut _, id| outbox::one(look, id).await.unwrap().unwrap().state;
    assert_eq!(state(&mut look, due).await, LetterState::GivenUp);
    assert_eq!(state(&mut look, later).await, LetterState::Waiting);
}

#[tokio::test]
async fn without_its_ledger_a_house_stays_closed() {
    let (kept, _, then) = ten_days().await;
    for file in ledgers(&kept) {
        fs::remove_file(file).unwrap();
    }
    let to = kept.elsewhere("back");
    for until in [Some(then), None] {
        let asked = (to.as_path(), until);
        let refused = restore(&kept.folder(), &kept.opener(0), asked, &kept.tools()).await;
        assert!(matches!(refused, Err(BackupError::Ledger)));
        assert_eq!(fs::read_dir(&to).unwrap().count(), 0, "something is left");
    }
}

#[tokio::test]
async fn a_ledger_that_is_shorter_than_the_backups_know_is_refused() {
    let (kept, _, _) = ten_days().await;
    let files = ledgers(&kept);
    assert_eq!(files.len(), 2, "{files:?}");
    fs::remove_file(&files[1]).unwrap();
    let to = kept.elsewhere("back");
    let refused = restore(&kept.folder(), &kept.opener(0), (&to, None), &kept.tools()).await;
    assert!(matches!(refused, Err(BackupError::Ledger)));
}
