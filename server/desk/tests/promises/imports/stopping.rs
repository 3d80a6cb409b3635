//! A file that stops, wherever that is, goes on; another process follows it, another centre never sees it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use desk::access::require;
use desk::audit::Trail;
use desk::imports::{self as files, IfKnown, ImportError, State};
use desk::seal::{self, Interrupted, Step, Steps, Vault};
use desk::store::{imports, pieces};
use desk::{Desk, Entropy, Parts, people};
use domain::id::Ids;
use domain::role::{Action, Role};
use domain::time::Clock;
use domain::{Instant, Secret};
use sha2::{Digest, Sha256};

use super::{administrator, agree, all, everybody_opens, file, job, records, run, send};
use crate::on_both_engines;
use crate::support::ground::{at, neighbour};
use crate::support::house::House;

on_both_engines! {
    stopped => a_file_stops_and_goes_on_on_sqlite, a_file_stops_and_goes_on_on_postgres;
    followed => another_process_finds_who_was_read_in_on_sqlite,
        another_process_finds_who_was_read_in_on_postgres;
    apart => a_file_is_its_own_centres_on_sqlite, a_file_is_its_own_centres_on_postgres;
    killed => a_batch_stopped_between_any_two_steps_is_there_once_on_sqlite,
        a_batch_stopped_between_any_two_steps_is_there_once_on_postgres;
}

async fn stopped(house: House) {
    let sent = send(&house, file(400).as_bytes(), 1000).await.unwrap();
    let same = send(&house, file(400).as_bytes(), 999).await;
    assert!(matches!(same, Err(ImportError::Underway(id)) if id == sent));
    agree(&house, sent, IfKnown::Skip).await;
    assert!(files::work(&house.desk, &job(&house)).await.unwrap());
    let actor = administrator(&house);
    let turn = |rev: i64, to: State| files::turn(&house.desk, &actor, (sent, rev), to);
    assert!(matches!(
        turn(1, State::Paused).await,
        Err(ImportError::Stale)
    ));
    turn(2, State::Paused).await.unwrap();
    assert!(!files::work(&house.desk, &job(&house)).await.unwrap());
    let run_now = run(&house, sent).await;
    assert_eq!((run_now.state, run_now.written), (State::Paused, 250));
    turn(3, State::Running).await.unwrap();
    all(&house).await;
    assert_eq!(run(&house, sent).await.written, 400);
    let other = send(&house, file(2).as_bytes(), 1000).await.unwrap();
    files::give_up(&house.desk, &actor, (other, 1))
        .await
        .unwrap();
    assert_eq!(run(&house, other).await.state, State::Done);
    assert_eq!(records(&house).await, 400);
}

async fn followed(house: House) {
    let other = house.another([8; 16]).await;
    let actor = job(&house);
    people::rebuild_index(&other, &actor).await.unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let following = other.clone();
    let follow = tokio::spawn(async move {
        desk::bus::follow(&following, async { drop(stopped.await) }).await;
    });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let sent = send(&house, file(300).as_bytes(), 1000).await.unwrap();
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    for _ in 0..100 {
        if other.index().len(house.centre) == 300 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(other.index().len(house.centre), 300);
    stop.send(()).unwrap();
    follow.await.unwrap();
}

async fn apart(house: House) {
    let sent = send(&house, file(2).as_bytes(), 1000).await.unwrap();
    let (_, permit) = neighbour(&house).await;
    let mut look = house.desk.look(&permit).await.unwrap();
    assert!(imports::one(&mut look, sent).await.unwrap().is_none());
    let theirs = pieces::some(&mut look, sent.uuid(), (0, 9)).await.unwrap();
    assert!(theirs.is_empty());
    assert!(require(&house.colleague(Role::Coordinator), Action::ImportPeople).is_err());
}

/// Stops the work at one step.
struct StopAt(AtomicI64);

impl Steps for StopAt {
    fn passed(&self, _step: Step) -> Result<(), Interrupted> {
        match self.0.fetch_sub(1, Ordering::Relaxed) {
            1 => Err(Interrupted),
            _ => Ok(()),
        }
    }
}

/// The time of the house, and ids and random bytes that are not the house's.
struct Other(u8, AtomicI64);

impl Other {
    fn next(&self) -> [u8; 32] {
        let count = self.1.fetch_add(1, Ordering::Relaxed);
        let digest = Sha256::new_with_prefix([self.0]).chain_update(count.to_be_bytes());
        digest.finalize().into()
    }
}

impl Clock for Other {
    fn now(&self) -> Instant {
        at(0)
    }
}

impl Ids for Other {
    fn fresh(&self) -> [u8; 16] {
        self.next()[..16].try_into().unwrap()
    }
}

impl Entropy for Other {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            part.copy_from_slice(&self.next()[..part.len()]);
        }
    }
}

/// The desk of another process whose work on keys somebody can stop between two steps.
async fn stoppable(house: &House, number: u8, steps: Arc<dyn Steps>) -> Desk {
    let other = Arc::new(Other(number, AtomicI64::new(0)));
    let keys = house.desk.vault().keystore().clone();
    let vault = Vault::new(keys, other.clone(), other.clone()).with_steps(steps);
    vault.unseal(&Secret::new([7; 32])).await.unwrap();
    Desk::new(Parts {
        db: house.desk.db().clone(),
        vault,
        trail: Trail::new([100 + number; 16]),
        clock: other.clone(),
        ids: other.clone(),
        entropy: other,
    })
}

/// Stops the work at every step of a batch in turn; each time the file goes on as after a start, until
/// one time nothing stopped it.
async fn killed(house: House) {
    for stop in 1..=60 {
        let before = records(&house).await;
        let text = file(3).replace("Verzonnen", &format!("Verzonnen {stop}"));
        let sent = send(&house, text.as_bytes(), 1000).await.unwrap();
        agree(&house, sent, IfKnown::Skip).await;
        let steps = Arc::new(StopAt(AtomicI64::new(stop)));
        let other = stoppable(&house, u8::try_from(stop).unwrap(), steps.clone()).await;
        let outcome = files::work(&other, &job(&house)).await;
        let stopped = steps.0.load(Ordering::Relaxed) <= 0;
        assert_eq!(outcome.is_err(), stopped, "step {stop}");
        let permit = require(&job(&house), Action::Reconcile).unwrap();
        seal::reconcile(&house.desk, &permit).await.unwrap();
        all(&house).await;
        let run = run(&house, sent).await;
        assert_eq!(
            (run.state, run.written, run.known),
            (State::Done, 3, 0),
            "step {stop}"
        );
        assert_eq!(records(&house).await, before + 3, "step {stop}");
        everybody_opens(&house).await;
        if !stopped {
            // KeyMade and KeyWrapped, KeysStored, GrantWritten, WrapWritten, WrapsStored, once more.
            assert_eq!(stop, 6 * 2 + 1 + 6 + 6 + 1 + 1);
            return;
        }
    }
    panic!("the work was stopped every time");
}
