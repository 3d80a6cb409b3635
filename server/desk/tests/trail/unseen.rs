//! Whatever the desk does in whatever order: who is shown to somebody is in the trail before, and
//! while the trail cannot be written nobody is shown.

use desk::access::Actor;
use desk::audit::Proof;
use desk::{people, visits};
use domain::person::{Correction, Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::Name;
use domain::visit::{CheckIn, Purpose, Token, VisitKind};
use domain::{Pii, RecordId, RepeatKey, VisitId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::raw::Raw;
use crate::support::house::House;

/// What somebody at the desk does, by the number of whom or what she does it to.
#[derive(Clone, Copy, Debug)]
enum Step {
    Register(usize),
    Find(usize),
    LikelySame(usize),
    Show(usize),
    CheckIn(usize),
    Reveal(usize),
    Called(usize),
    Inside(usize),
    Today(usize),
    Correct(usize),
    /// The trail stops being writable, or can be written again.
    Turn,
}

const NAMES: [&str; 4] = ["Mira Voorbeeld", "Ilse Linde", "Noor Kastanje", "Sam Beuk"];

/// What happens to somebody who acts: everything is remembered that a person at the desk would.
struct Story {
    house: House,
    actor: Actor,
    raw: Raw,
    people: Vec<RecordId>,
    visits: Vec<VisitId>,
    broken: bool,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let which = 0..1_000_usize;
    let step = prop_oneof![
        which.clone().prop_map(Step::Register),
        which.clone().prop_map(Step::Find),
        which.clone().prop_map(Step::LikelySame),
        which.clone().prop_map(Step::Show),
        which.clone().prop_map(Step::CheckIn),
        which.clone().prop_map(Step::Reveal),
        which.clone().prop_map(Step::Called),
        which.clone().prop_map(Step::Inside),
        which.clone().prop_map(Step::Today),
        which.prop_map(Step::Correct),
        Just(Step::Turn),
    ];
    proptest::collection::vec(step, 1..24)
}

#[test]
fn nobody_is_shown_without_a_row_on_sqlite() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let house = runtime.block_on(House::on_sqlite());
    tell(&runtime, house);
}

#[test]
fn nobody_is_shown_without_a_row_on_postgres() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match runtime.block_on(House::on_postgres()) {
        Some(house) => tell(&runtime, house),
        None => eprintln!("left out: TEST_POSTGRES_URL is not set"),
    }
}

/// The stories follow each other in one house, so that later ones meet what earlier ones left.
fn tell(runtime: &tokio::runtime::Runtime, house: House) {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|proof| proof == "full");
    let cases = if full { 512 } else { 32 };
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    let story = std::cell::RefCell::new(runtime.block_on(Story::begin(house)));
    let told = runner.run(&steps(), |steps| {
        let mut story = story.borrow_mut();
        for step in steps {
            runtime.block_on(story.act(step))?;
        }
        runtime.block_on(story.mend());
        Ok(())
    });
    told.unwrap();
}

impl Story {
    async fn begin(house: House) -> Self {
        Self {
            actor: house.colleague(Role::Reception),
            raw: Raw::open(&house.url).await,
            house,
            people: Vec::new(),
            visits: Vec::new(),
            broken: false,
        }
    }

    async fn act(&mut self, step: Step) -> Result<(), TestCaseError> {
        let (broken, before) = (self.broken, self.newest().await);
        let shown = self.shown_by(step).await;
        prop_assert!(
            !broken || shown.is_empty(),
            "{step:?} showed somebody unseen"
        );
        for record in shown {
            prop_assert!(
                self.named_after(record, before).await,
                "{step:?} left no row"
            );
        }
        Ok(())
    }

    /// Does the step and gives whose data it gave out.
    async fn shown_by(&mut self, step: Step) -> Vec<RecordId> {
        let (desk, actor) = (&self.house.desk, &self.actor);
        match step {
            Step::Turn => {
                self.turn().await;
                Vec::new()
            }
            Step::Register(which) => {
                let key = RepeatKey::new(desk.ids());
                let made = people::register(desk, actor, person(which), key).await;
                self.people.extend(made.ok());
                Vec::new()
            }
            Step::Find(which) => {
                let asked = Pii::new(NAMES[which % NAMES.len()].to_owned());
                hits(people::find(desk, actor, &asked).await.unwrap_or_default())
            }
            Step::LikelySame(which) => {
                let asked = person(which).identity;
                hits(
                    people::likely_same(desk, actor, &asked)
                        .await
                        .unwrap_or_default(),
                )
            }
            Step::Show(which) => match one(&self.people, which) {
                Some(record) => shown(people::show(desk, actor, record).await.ok()),
                None => Vec::new(),
            },
            Step::CheckIn(which) => {
                let asked = check_in(one(&self.people, which));
                let key = RepeatKey::new(desk.ids());
                let made = visits::check_in(desk, actor, asked, key).await;
                self.visits.extend(made.ok());
                Vec::new()
            }
            Step::Reveal(which) => match one(&self.visits, which) {
                Some(visit) => {
                    let revealed = visits::reveal(desk, actor, visit).await.ok();
                    shown(revealed.and_then(|revealed| revealed.person))
                }
                None => Vec::new(),
            },
            Step::Called(which) => {
                let code = Token::new(i64::try_from(which % 9).unwrap() + 1);
                let called = visits::called(desk, actor, code).await.ok().flatten();
                hits(called.and_then(|one| one.who).into_iter().collect())
            }
            Step::Inside(_) | Step::Today(_) | Step::Correct(_) => self.told_by(step).await,
        }
    }

    /// Says of somebody where she is, or changes what is known of her.
    async fn told_by(&self, step: Step) -> Vec<RecordId> {
        let (desk, actor) = (&self.house.desk, &self.actor);
        let (Step::Inside(which) | Step::Today(which) | Step::Correct(which)) = step else {
            return Vec::new();
        };
        let Some(record) = one(&self.people, which) else {
            return Vec::new();
        };
        match step {
            Step::Inside(_) => {
                let inside = visits::inside(desk, actor, &[record]).await;
                let inside = inside.unwrap_or_default();
                inside.into_iter().map(|(record, _)| record).collect()
            }
            Step::Today(_) => {
                let today = visits::today(desk, actor, record).await;
                today.unwrap_or_default().iter().map(|_| record).collect()
            }
            _ => {
                let asked = correction(record, which);
                let key = RepeatKey::new(desk.ids());
                let done = people::correct(desk, actor, asked, key).await;
                done.ok().map(|()| record).into_iter().collect()
            }
        }
    }

    /// Renames a table that every row needs, or names it back.
    async fn turn(&mut self) {
        let (from, to) = if self.broken {
            ("away", "audit_chain")
        } else {
            ("audit_chain", "away")
        };
        self.raw
            .run(&format!("ALTER TABLE {from} RENAME TO {to}"))
            .await;
        self.broken = !self.broken;
    }

    /// Ends a story: the trail can be written and is whole.
    async fn mend(&mut self) {
        if self.broken {
            self.turn().await;
        }
        let none: Option<&Proof> = None;
        assert!(
            desk::audit::verify(self.house.desk.db(), none)
                .await
                .unwrap()
                .is_whole()
        );
    }

    async fn newest(&mut self) -> i64 {
        self.raw
            .number("SELECT COALESCE(MAX(seq), 0) FROM audit")
            .await
    }

    async fn named_after(&mut self, record: RecordId, seq: i64) -> bool {
        let context = desk::seal::LinkContext::Audit;
        let key = self.house.desk.vault().link(context, record.bytes());
        let key = self.raw.bytes(&key.unwrap().bytes);
        let sql =
            format!("SELECT COUNT(*) FROM audit_subject WHERE subject_key = {key} AND seq > {seq}");
        self.raw.number(&sql).await > 0
    }
}

fn one<T: Copy>(all: &[T], which: usize) -> Option<T> {
    all.get(which.checked_rem(all.len())?).copied()
}

fn hits(found: Vec<desk::index::Hit>) -> Vec<RecordId> {
    found.into_iter().map(|hit| hit.record).collect()
}

fn shown(person: Option<domain::person::Person>) -> Vec<RecordId> {
    person.into_iter().map(|person| person.record).collect()
}

fn person(which: usize) -> NewPerson {
    let identity = Identity {
        name: Name::parse(NAMES[which % NAMES.len()]).ok(),
        alias: None,
        declines_name: false,
        born: None,
        tongues: Vec::new(),
    };
    NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: which.is_multiple_of(3),
    }
}

/// The first correction of somebody is made, a later one is refused.
fn correction(record: RecordId, which: usize) -> Correction {
    let new = person(which);
    Correction {
        record,
        rev: 1,
        identity: new.identity,
        contact: new.contact,
    }
}

fn check_in(record: Option<RecordId>) -> CheckIn {
    CheckIn {
        record,
        kind: VisitKind::ALL[0],
        purpose: Purpose::ALL[0],
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        again: false,
        alone: false,
    }
}
