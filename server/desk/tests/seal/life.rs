//! A long random life of keys and grants, beside a model that knows who may open what. After every
//! act, every value is tried by everybody. `ONTHAAL_PROOF=full` makes it much longer.

use std::collections::HashMap;
use std::sync::Arc;

use desk::access::Permit;
use desk::seal::{Cell, Compartment, Onward, Recipient, SealError, lapse, withdraw};
use domain::Instant;
use domain::role::Role;

use crate::desk::{Bench, Dice, front, identity, permit, reception, root, service};
use crate::stores::{Stores, both_engines};

/// What should be true.
#[derive(Default)]
struct Model {
    sealed: Vec<(Cell, Vec<u8>, Vec<u8>)>,
    grants: HashMap<(Cell, Recipient), Option<Instant>>,
}

impl Model {
    fn live(&self, cell: Cell, recipient: Recipient, now: Instant) -> bool {
        let until = self.grants.get(&(cell, recipient));
        until.is_some_and(|until| until.is_none_or(|until| now < until))
    }

    fn grant(&mut self, cell: Cell, recipient: Recipient, until: Option<Instant>, now: Instant) {
        let before = self
            .live(cell, recipient, now)
            .then(|| self.grants[&(cell, recipient)]);
        let until = match before {
            Some(before) => before.zip(until).map(|(one, other)| one.max(other)),
            None => until,
        };
        self.grants.insert((cell, recipient), until);
    }
}

fn cells() -> Vec<Cell> {
    let contact = |number| Cell {
        compartment: Compartment::CONTACT,
        ..identity(number)
    };
    vec![identity(1), contact(1), identity(2), contact(2)]
}

fn recipients() -> [(Recipient, Permit); 3] {
    let of = |number| permit(Role::Service, Some(service(number)));
    [
        (front(), reception()),
        (Recipient::Service(service(8)), of(8)),
        (Recipient::Service(service(9)), of(9)),
    ]
}

struct Life<'a> {
    bench: Bench<'a>,
    model: Model,
    dice: Dice,
}

impl<'a> Life<'a> {
    async fn act(&mut self, stores: &'a Stores, number: u64) {
        let cell = cells()[self.dice.below(4)];
        let (recipient, _) = recipients()[self.dice.below(3)].clone();
        match self.dice.below(12) {
            0..3 => self.seal(cell, number).await,
            3..6 => self.grant(cell, recipient).await,
            6..8 => self.withdraw(cell, recipient).await,
            8 => self.bench.later(25),
            9 => self.bench.vault.rotate(&reception(), &cell).await.unwrap(),
            10 => self.tidy(recipient).await,
            _ => self.restart(stores, number).await,
        }
    }

    async fn seal(&mut self, cell: Cell, number: u64) {
        let plain = number.to_be_bytes().repeat(self.dice.below(200));
        let blob = self.bench.seal(cell, &plain).await;
        self.bench.wrap(cell.subject).await;
        self.model.sealed.push((cell, plain, blob));
    }

    async fn grant(&mut self, cell: Cell, recipient: Recipient) {
        let now = self.bench.now();
        let until = (self.dice.below(2) == 0).then(|| now.plus_seconds(50));
        self.bench.grant(cell, recipient, until).await;
        self.model.grant(cell, recipient, until, now);
    }

    async fn withdraw(&mut self, cell: Cell, recipient: Recipient) {
        let mut tx = self.bench.tx().await;
        let vault = &self.bench.vault;
        let withdrawn = withdraw(&mut tx, vault, &cell, recipient).await.unwrap();
        tx.commit().await.unwrap();
        self.model.grants.remove(&(cell, recipient));
        if self.dice.below(2) == 0 {
            vault.forget(&reception(), withdrawn).await.unwrap();
        }
    }

    /// What is done at night: what has expired ends, the keystore follows, a key is renewed.
    async fn tidy(&mut self, recipient: Recipient) {
        let mut tx = self.bench.tx().await;
        lapse(&mut tx, &self.bench.vault).await.unwrap();
        tx.commit().await.unwrap();
        let mut look = self.bench.look(&reception()).await;
        let vault = &self.bench.vault;
        vault.reconcile(&reception(), &mut look).await.unwrap();
        vault.renew(&reception(), recipient).await.unwrap();
        let again = vault.reconcile(&reception(), &mut look).await.unwrap();
        assert_eq!(again, desk::seal::Reconciled::default());
    }

    async fn restart(&mut self, stores: &'a Stores, number: u64) {
        let passed = self.bench.now();
        self.bench = Bench::sealed(stores, Arc::new(Onward), number << 32);
        self.bench.vault.unseal(&root()).await.unwrap();
        self.bench.later(passed.seconds_since(self.bench.now()));
    }

    async fn everybody_opens_what_they_may(&self, number: u64) {
        for (cell, plain, blob) in self.model.sealed.iter().rev().take(12) {
            for (recipient, permit) in recipients() {
                let may = self.model.live(*cell, recipient, self.bench.now());
                match self.bench.open(&permit, *cell, blob).await {
                    Ok(opened) => assert!(may && opened == *plain, "act {number}: {recipient:?}"),
                    Err(SealError::NoKey) => assert!(!may, "act {number}: {recipient:?}"),
                    Err(error) => panic!("act {number}: {recipient:?}: {error}"),
                }
            }
        }
    }
}

both_engines! {
    async fn whoever_was_granted_opens_and_nobody_else_through_a_long_life(stores) {
        let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|proof| proof == "full");
        let bench = Bench::new(stores).await;
        let mut life = Life { bench, model: Model::default(), dice: Dice::seeded(2026) };
        for number in 1..=(if full { 3000 } else { 120 }) {
            life.act(stores, number).await;
            life.everybody_opens_what_they_may(number).await;
        }
        assert!(life.model.sealed.len() > 15 && !life.model.grants.is_empty());
    }
}
