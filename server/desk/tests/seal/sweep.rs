//! Stops the work between every two steps and looks at what is left after the next start.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use desk::seal::{Grant, Interrupted, Onward, SealError, Step, Steps, grant, withdraw};

use crate::desk::{Bench, front, identity, place, reception, root};
use crate::rows::{count, put_record, record_blob};
use crate::stores::{Stores, both_engines};

/// Stops at the step with this number, and at every later one: the process is gone.
pub struct StopAt {
    step: usize,
    passed: AtomicUsize,
}

impl StopAt {
    pub fn new(step: usize) -> Arc<Self> {
        Arc::new(Self {
            step,
            passed: AtomicUsize::new(0),
        })
    }

    /// Whether the work went on to its end.
    pub fn never_stopped(&self) -> bool {
        self.passed.load(Ordering::SeqCst) < self.step
    }

    fn here(&self) -> Result<(), SealError> {
        Ok(self.passed(Step::GrantsRead)?)
    }
}

impl Steps for StopAt {
    fn passed(&self, _step: Step) -> Result<(), Interrupted> {
        let number = self.passed.fetch_add(1, Ordering::SeqCst) + 1;
        if number < self.step {
            Ok(())
        } else {
            Err(Interrupted)
        }
    }
}

/// Writes a person down as the desk does: key, row, grant, wrap.
async fn register(bench: &Bench<'_>, stop: &StopAt) -> Result<(), SealError> {
    let blob = bench
        .vault
        .seal(&reception(), &place(identity(1)), b"Amina Bakkali")
        .await?;
    stop.here()?;
    let mut tx = bench.tx().await;
    put_record(&mut tx, identity(1).subject.id, &blob).await;
    stop.here()?;
    let wanted = Grant {
        cell: identity(1),
        recipient: front(),
        until: None,
    };
    grant(&mut tx, &bench.vault, &wanted).await?;
    tx.commit().await?;
    stop.here()?;
    let mut look = bench.look(&reception()).await;
    bench
        .vault
        .wrap_granted(&reception(), &mut look, identity(1).subject)
        .await
}

async fn take_away(bench: &Bench<'_>, stop: &StopAt) -> Result<(), SealError> {
    let mut tx = bench.tx().await;
    let withdrawn = withdraw(&mut tx, &bench.vault, &identity(1), front()).await?;
    tx.commit().await?;
    stop.here()?;
    bench.vault.forget(&reception(), withdrawn).await
}

async fn renew(bench: &Bench<'_>, stop: &StopAt) -> Result<(), SealError> {
    bench.vault.rotate(&reception(), &identity(1)).await?;
    let blob = bench
        .vault
        .seal(&reception(), &place(identity(1)), b"Amina Bakkali")
        .await?;
    stop.here()?;
    let mut tx = bench.tx().await;
    put_record(&mut tx, identity(1).subject.id, &blob).await;
    tx.commit().await?;
    stop.here()
}

/// The next start: unseals, reconciles, and tells whether the desk opens her.
async fn restarted(stores: &Stores, at: usize) -> bool {
    let next = Bench::sealed(stores, Arc::new(Onward), 1_000 + at as u64);
    next.vault.unseal(&root()).await.unwrap();
    let mut look = next.look(&reception()).await;
    next.vault.reconcile(&reception(), &mut look).await.unwrap();
    drop(look);
    let live = count(
        &stores.db,
        "SELECT COUNT(*) FROM key_grant WHERE ended_at IS NULL",
    )
    .await;
    let keys = count(&stores.keys, "SELECT COUNT(*) FROM data_key").await;
    let wraps = "SELECT COUNT(*) FROM key_wrap WHERE recipient_kind = 'desk'";
    let wraps = count(&stores.keys, wraps).await;
    assert_eq!(
        wraps,
        live * keys,
        "stopped at {at}: each live grant has each wrap, nothing else has"
    );
    let Some(blob) = record_blob(&stores.db).await else {
        assert_eq!(live, 0, "stopped at {at}: a grant about nobody");
        return false;
    };
    assert!(keys > 0, "stopped at {at}: a value without a key");
    match next.open(&reception(), identity(1), &blob).await {
        Ok(plain) => {
            assert!(plain == b"Amina Bakkali" && live == 1, "stopped at {at}");
            true
        }
        Err(SealError::NoKey) => {
            assert_eq!(live, 0, "stopped at {at}: granted and closed");
            false
        }
        Err(error) => panic!("stopped at {at}: {error}"),
    }
}

async fn emptied(stores: &Stores) {
    for table in ["DELETE FROM key_grant", "DELETE FROM record"] {
        crate::rows::run(&stores.db, table).await;
    }
    crate::rows::run(&stores.keys, "DELETE FROM data_key").await;
}

both_engines! {
    async fn registering_can_stop_between_any_two_steps(stores) {
        Bench::new(stores).await;
        let mut opened_by_grant = 0;
        for at in 1.. {
            emptied(stores).await;
            let stop = StopAt::new(at);
            let bench = Bench::sealed(stores, stop.clone(), 10 * at as u64);
            bench.vault.unseal(&root()).await.unwrap();
            let outcome = register(&bench, &stop).await;
            opened_by_grant += usize::from(restarted(stores, at).await);
            if stop.never_stopped() {
                outcome.unwrap();
                assert!(at > 9 && opened_by_grant > 2, "{at} steps");
                return;
            }
            assert!(matches!(outcome, Err(SealError::Interrupted)));
        }
    }

    async fn withdrawing_can_stop_between_any_two_steps(stores) {
        Bench::new(stores).await;
        for at in 1.. {
            emptied(stores).await;
            let before = Bench::sealed(stores, Arc::new(Onward), 100 * at as u64);
            before.vault.unseal(&root()).await.unwrap();
            register(&before, &StopAt::new(usize::MAX)).await.unwrap();
            let stop = StopAt::new(at);
            let bench = Bench::sealed(stores, stop.clone(), 100 * at as u64 + 50);
            bench.vault.unseal(&root()).await.unwrap();
            let outcome = take_away(&bench, &stop).await;
            let still_open = restarted(stores, at).await;
            if stop.never_stopped() {
                outcome.unwrap();
                assert!(at > 3 && !still_open, "{at} steps");
                return;
            }
            assert!(matches!(outcome, Err(SealError::Interrupted)));
        }
    }

    async fn rotating_can_stop_between_any_two_steps(stores) {
        Bench::new(stores).await;
        for at in 1.. {
            emptied(stores).await;
            let before = Bench::sealed(stores, Arc::new(Onward), 100 * at as u64);
            before.vault.unseal(&root()).await.unwrap();
            register(&before, &StopAt::new(usize::MAX)).await.unwrap();
            let stop = StopAt::new(at);
            let bench = Bench::sealed(stores, stop.clone(), 100 * at as u64 + 50);
            bench.vault.unseal(&root()).await.unwrap();
            let outcome = renew(&bench, &stop).await;
            assert!(restarted(stores, at).await, "she stays open to the desk");
            if stop.never_stopped() {
                outcome.unwrap();
                assert!(at > 4, "{at} steps");
                return;
            }
            assert!(matches!(outcome, Err(SealError::Interrupted)));
        }
    }
}
