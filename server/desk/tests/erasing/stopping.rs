//! Stops the work between every two steps: after the next start she is whole, or gone everywhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use desk::access::{Actor, require};
use desk::audit::Trail;
use desk::seal::{
    self, Cell, Compartment, CompartmentKind, Interrupted, Place, Step, Steps, Subject, Vault,
};
use desk::store::keys::reading;
use desk::store::{key_ends, people};
use desk::{Desk, Parts};
use desk::{erasures, imports};
use domain::role::{Action, Role};
use domain::{RequestId, Secret};

use super::ground::Scene;
use crate::on_both_engines;
use crate::support::ground::look;
use crate::support::house::House;

on_both_engines! {
    stopped => erasing_can_stop_between_any_two_steps_on_sqlite,
        erasing_can_stop_between_any_two_steps_on_postgres;
    old_file => the_key_of_a_file_is_destroyed_a_week_after_it_on_sqlite,
        the_key_of_a_file_is_destroyed_a_week_after_it_on_postgres;
    renewed => a_draft_opens_until_its_key_is_a_day_old_on_sqlite,
        a_draft_opens_until_its_key_is_a_day_old_on_postgres;
}

/// Stops the work at one step and at every later one.
struct StopAt(AtomicI64);

impl Steps for StopAt {
    fn passed(&self, _step: Step) -> Result<(), Interrupted> {
        if self.0.fetch_sub(1, Ordering::SeqCst) <= 1 {
            Err(Interrupted)
        } else {
            Ok(())
        }
    }
}

/// A process that stops at a step.
async fn process(house: &House, step: i64) -> (Desk, Arc<StopAt>) {
    let watcher = Arc::new(StopAt(AtomicI64::new(step)));
    let keys = house.desk.vault().keystore().clone();
    let vault = Vault::new(keys, house.still.clone(), house.still.clone());
    vault.unseal(&Secret::new([7; 32])).await.unwrap();
    let parts = Parts {
        db: house.desk.db().clone(),
        vault: vault.with_steps(watcher.clone()),
        trail: Trail::new(desk_chain(step)),
        clock: house.still.clone(),
        ids: house.still.clone(),
        entropy: house.still.clone(),
    };
    (Desk::new(parts), watcher)
}

fn desk_chain(step: i64) -> [u8; 16] {
    [u8::try_from(step).unwrap_or(200) + 20; 16]
}

fn job(house: &House) -> Actor {
    Actor::Job {
        name: "wake",
        centre: house.centre,
        request: RequestId::new(house.desk.ids()),
    }
}

/// The next start; tells whether she is gone.
async fn restarted(scene: &Scene, at: i64) -> bool {
    let (house, person) = (&scene.house, scene.person);
    let permit = require(&job(house), Action::Reconcile).unwrap();
    seal::reconcile(&house.desk, &permit).await.unwrap();
    erasures::finish(&house.desk, &job(house)).await.unwrap();
    let mut data = look(house).await;
    let there = people::one(&mut data, person).await.unwrap().is_some();
    let waiting = key_ends::due(&mut data, house.desk.now()).await.unwrap();
    assert!(waiting.is_empty(), "stopped at {at}: keys wait for ever");
    let mut keys = house.desk.vault().keystore().look(&permit).await.unwrap();
    let keys = reading::of_subject(&mut keys, Subject::person(person)).await;
    assert_eq!(
        keys.unwrap() > 0,
        there,
        "stopped at {at}: half of her is there"
    );
    assert_eq!(scene.is_there().await, there, "stopped at {at}");
    !there
}

async fn stopped(house: House) {
    let mut scene = Scene::of(house).await;
    let mut gone = 0;
    for at in 1.. {
        if gone > 0 {
            scene = again(scene, at).await;
        }
        let visit = scene.arrives().await;
        scene.leaves(visit).await;
        scene.ask(&scene.one).await.unwrap();
        let (desk, stop) = process(&scene.house, at).await;
        let looked = scene.looked().await;
        let outcome = erasures::release(&desk, &scene.other, looked).await;
        gone += i64::from(restarted(&scene, at).await);
        if stop.0.load(Ordering::SeqCst) > 0 {
            outcome.unwrap();
            assert!(at > 5 && gone > 3, "{at} steps, {gone} times gone");
            return;
        }
    }
}

/// Somebody new, where the one before may be gone.
async fn again(scene: Scene, at: i64) -> Scene {
    let person = super::ground::register(&scene.house, &format!("Nieuw Persoon {at}")).await;
    let id = super::ground::note(&scene.house, person).await.unwrap();
    Scene {
        person,
        id,
        ..scene
    }
}

async fn renewed(house: House) {
    let (job, vault) = (job(&house), house.desk.vault());
    let permit = require(&job, Action::Reconcile).unwrap();
    let place = Place {
        table: "form_draft",
        column: "sealed",
        row: [3; 16],
        subject: Subject::house(house.centre),
        compartment: Compartment::DRAFT,
    };
    let mut data = look(&house).await;
    let first = vault.seal(&permit, &place, b"Rosa").await.unwrap();
    assert!(
        erasures::keys::renew_drafts(&house.desk, &job)
            .await
            .unwrap()
    );
    assert!(
        !erasures::keys::renew_drafts(&house.desk, &job)
            .await
            .unwrap(),
        "once a day"
    );
    assert_eq!(erasures::finish(&house.desk, &job).await.unwrap(), 0);
    let second = vault.seal(&permit, &place, b"Rosa").await.unwrap();
    assert!(vault.open(&permit, &mut data, &place, &first).await.is_ok());
    house.still.pass(24 * 60 * 60);
    assert_eq!(erasures::finish(&house.desk, &job).await.unwrap(), 1);
    let gone = vault.open(&permit, &mut data, &place, &first).await;
    assert!(gone.is_err(), "a draft of yesterday");
    assert!(
        vault
            .open(&permit, &mut data, &place, &second)
            .await
            .is_ok()
    );
    assert!(
        erasures::keys::renew_drafts(&house.desk, &job)
            .await
            .unwrap()
    );
}

async fn old_file(house: House) {
    let (desk, boss) = (&house.desk, house.colleague(Role::Administrator));
    let mut sending = imports::begin(desk, &boss).await.unwrap();
    let sheet = b"naam;telefoon\nRosa Verzonnen;0470123456\n";
    imports::keep(desk, &mut sending, sheet).await.unwrap();
    let imports::Sent(file) = imports::sent(desk, sending).await.unwrap();
    imports::give_up(desk, &boss, (file, 1)).await.unwrap();
    let permit = require(&job(&house), Action::Reconcile).unwrap();
    let keys = async || {
        imports::sweep(desk, &job(&house)).await.unwrap();
        erasures::finish(desk, &job(&house)).await.unwrap();
        let mut look = desk.vault().keystore().look(&permit).await.unwrap();
        let cell = Cell {
            subject: Subject::house(house.centre),
            compartment: Compartment::of(CompartmentKind::Draft, file.bytes()),
        };
        let wraps = reading::of_cell(&mut look, house.centre, &cell).await;
        wraps.unwrap().len()
    };
    house.still.pass(7 * 24 * 60 * 60 - 1);
    assert!(keys().await > 0);
    house.still.pass(1);
    assert_eq!(keys().await, 0);
    let shown = imports::show(desk, &boss, file).await.unwrap();
    assert!(shown.head.cells.is_empty() && shown.plan.is_none());
}
