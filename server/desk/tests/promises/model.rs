//! A small model of the board: whatever happens to visits, in whatever order and from however old a
//! screen, the board shows what the model says. Each form is sent twice and acts once.

use desk::access::Actor;
use desk::people;
use desk::visits::{self, Destination, Seen, VisitError};
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::visit::{CheckIn, Purpose, Stage, VisitKind, VisitRefusal};
use domain::{Pii, RecordId, RepeatKey, RoomId, ServiceId, VisitId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::ground::{id, room, service};
use crate::support::house::House;

/// One thing that somebody at a desk does. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Deed {
    Arrive(Option<usize>, Option<usize>),
    Bring(Touch, usize, Option<usize>),
    Wait(Touch),
    Leave(Touch),
    Link(Touch, usize),
    Undo(Touch),
}

/// Which visit, and how many changes behind the screen is.
#[derive(Clone, Copy, Debug)]
struct Touch {
    visit: usize,
    behind: i64,
}

#[derive(Clone, Debug)]
struct Known {
    id: VisitId,
    stage: Stage,
    service: Option<ServiceId>,
    room: Option<RoomId>,
    person: Option<usize>,
    rev: i64,
    steps: usize,
    /// Where it stood before, the last one last.
    stood: Vec<Place>,
}

/// A stage with its service and room.
type Place = (Stage, Option<ServiceId>, Option<RoomId>);

impl Known {
    fn stands(&mut self, to: Place) {
        (self.stage, self.service, self.room) = to;
        self.rev += 1;
        self.steps += 1;
    }
}

const fn over(known: &Known) -> bool {
    matches!(known.stage, Stage::Left | Stage::TakenBack)
}

/// Why the model would refuse.
#[derive(Debug, PartialEq, Eq)]
enum No {
    Unknown,
    Stale,
    Refused(VisitRefusal),
}

/// The house and the model of who is in it.
struct Twin {
    house: House,
    desk: Actor,
    services: Vec<ServiceId>,
    rooms: Vec<RoomId>,
    people: Vec<RecordId>,
    known: Vec<Known>,
}

fn touch() -> impl Strategy<Value = Touch> {
    let behind = prop_oneof![6 => Just(0_i64), 1 => Just(1), 1 => Just(-1), 1 => 2..9_i64];
    (0..8_usize, behind).prop_map(|(visit, behind)| Touch { visit, behind })
}

fn deed() -> impl Strategy<Value = Deed> {
    let maybe = || proptest::option::of(0..3_usize);
    prop_oneof![
        3 => (maybe(), maybe()).prop_map(|(person, service)| Deed::Arrive(person, service)),
        4 => (touch(), 0..4_usize, maybe()).prop_map(|(t, s, r)| Deed::Bring(t, s, r)),
        2 => touch().prop_map(Deed::Wait),
        2 => touch().prop_map(Deed::Leave),
        2 => (touch(), 0..4_usize).prop_map(|(t, p)| Deed::Link(t, p)),
        2 => touch().prop_map(Deed::Undo),
    ]
}

async fn person(house: &House, desk: &Actor, number: u128) -> RecordId {
    let identity = Identity {
        name: None,
        alias: None,
        declines_name: true,
        born: None,
        tongues: vec![],
    };
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let key = RepeatKey::from_uuid(id(5_000 + number));
    people::register(&house.desk, desk, new, key).await.unwrap()
}

fn no(error: VisitError) -> No {
    match error {
        VisitError::NotFound => No::Unknown,
        VisitError::Stale => No::Stale,
        VisitError::Refused(refusal) => No::Refused(refusal),
        other => panic!("{other:?}"),
    }
}

impl Twin {
    async fn new() -> Self {
        let house = House::on_sqlite().await;
        let desk = house.colleague(Role::Reception);
        let mut twin = Self {
            services: vec![],
            rooms: vec![],
            people: vec![],
            known: vec![],
            house,
            desk,
        };
        for number in 0..3 {
            twin.services.push(service(&twin.house, 100 + number).await);
            twin.rooms.push(room(&twin.house, 200 + number).await);
            twin.people
                .push(person(&twin.house, &twin.desk, number).await);
        }
        twin.services.push(ServiceId::from_uuid(id(9_001)));
        twin.people.push(RecordId::from_uuid(id(9_002)));
        twin
    }

    fn seen(&self, touch: Touch) -> Option<(usize, Seen)> {
        let at = touch.visit.checked_rem(self.known.len())?;
        let known = &self.known[at];
        let seen = Seen {
            visit: known.id,
            rev: known.rev - touch.behind,
            key: RepeatKey::new(self.house.desk.ids()),
        };
        Some((at, seen))
    }

    /// What the model says to a change of a visit as somebody saw it.
    fn judge(&self, at: usize, seen: Seen, there: impl Fn(&Known) -> bool) -> Result<(), No> {
        let known = &self.known[at];
        if seen.rev != known.rev {
            Err(No::Stale)
        } else if over(known) {
            Err(No::Refused(VisitRefusal::AlreadyLeft))
        } else if there(known) {
            Err(No::Refused(VisitRefusal::AlreadyThere))
        } else {
            Ok(())
        }
    }

    fn change(&mut self, at: usize, to: Place) {
        let known = &mut self.known[at];
        known.stood.push((known.stage, known.service, known.room));
        known.stands(to);
    }

    /// The clock of the model stands still, so it is never too late.
    async fn undo(&mut self, touch: Touch) {
        let Some((at, seen)) = self.seen(touch) else {
            return;
        };
        let known = &self.known[at];
        let before = known.stood.last().copied();
        let said = match (seen.rev == known.rev, before) {
            (false, _) => Err(No::Stale),
            _ if known.stage == Stage::TakenBack => Err(No::Refused(VisitRefusal::NothingToUndo)),
            (true, Some(before)) => self.could_stand(at, before),
            (true, None) => Ok(()),
        };
        for _twice in 0..2 {
            let done = visits::undo(&self.house.desk, &self.desk, seen).await;
            assert_eq!(done.map_err(no), said);
        }
        if said.is_ok() {
            let known = &mut self.known[at];
            known.stood.pop();
            let never = (Stage::TakenBack, known.service, None);
            known.stands(before.unwrap_or(never));
        }
    }

    /// Whether the room is free, and whoever left was not received once more.
    fn could_stand(&self, at: usize, (_, _, room): Place) -> Result<(), No> {
        let others = || {
            let others = self.known.iter().enumerate();
            others.filter(|(other, known)| *other != at && !over(known))
        };
        if room.is_some() && others().any(|(_, known)| known.room == room) {
            return Err(No::Refused(VisitRefusal::RoomTaken));
        }
        let whose = self.known[at].person;
        let again = whose.is_some() && others().any(|(_, known)| known.person == whose);
        if over(&self.known[at]) && again {
            return Err(No::Refused(VisitRefusal::AlreadyInside));
        }
        Ok(())
    }

    async fn arrive(&mut self, person: Option<usize>, service: Option<usize>) {
        let asked = CheckIn {
            record: person.map(|at| self.people[at]),
            kind: VisitKind::Victim,
            purpose: Purpose::Question,
            service: service.map(|at| self.services[at]),
            remark: Pii::new(None),
            facts: Pii::default(),
            again: true,
            alone: false,
        };
        let key = RepeatKey::from_uuid(id(7_000 + self.known.len() as u128));
        let id = visits::check_in(&self.house.desk, &self.desk, asked, key)
            .await
            .unwrap();
        self.known.push(Known {
            id,
            stage: Stage::Waiting,
            service: service.map(|at| self.services[at]),
            room: None,
            person,
            rev: 1,
            steps: 1,
            stood: Vec::new(),
        });
    }

    async fn bring(&mut self, touch: Touch, service: usize, room: Option<usize>) {
        let Some((at, seen)) = self.seen(touch) else {
            return;
        };
        let to = Destination {
            service: self.services[service],
            room: room.map(|at| self.rooms[at]),
            shared: true,
        };
        let there = |known: &Known| {
            let same = (known.service, known.room) == (Some(to.service), to.room);
            known.stage == Stage::WithService && same
        };
        let said = match self.judge(at, seen, there) {
            Err(No::Stale) => Err(No::Stale),
            _ if service == 3 => Err(No::Unknown),
            said => said,
        };
        for _twice in 0..2 {
            let done = visits::bring(&self.house.desk, &self.desk, seen, to).await;
            assert_eq!(done.map_err(no), said);
        }
        if said.is_ok() {
            let service = Some(to.service);
            self.change(at, (Stage::WithService, service, to.room));
        }
    }

    async fn wait(&mut self, touch: Touch) {
        let Some((at, seen)) = self.seen(touch) else {
            return;
        };
        let said = self.judge(at, seen, |known| known.stage == Stage::Waiting);
        for _twice in 0..2 {
            let done = visits::wait(&self.house.desk, &self.desk, seen).await;
            assert_eq!(done.map_err(no), said);
        }
        if said.is_ok() {
            let service = self.known[at].service;
            self.change(at, (Stage::Waiting, service, None));
        }
    }

    async fn leave(&mut self, touch: Touch) {
        let Some((at, seen)) = self.seen(touch) else {
            return;
        };
        let said = self.judge(at, seen, |_| false);
        for _twice in 0..2 {
            let done = visits::leave(&self.house.desk, &self.desk, seen).await;
            assert_eq!(done.map_err(no), said);
        }
        if said.is_ok() {
            let service = self.known[at].service;
            self.change(at, (Stage::Left, service, None));
        }
    }

    fn inside(&self, person: usize) -> bool {
        let mut known = self.known.iter();
        known.any(|known| known.person == Some(person) && !over(known))
    }

    /// Whose visit it is can also be said of somebody who has left.
    async fn link(&mut self, touch: Touch, person: usize) {
        let Some((at, seen)) = self.seen(touch) else {
            return;
        };
        let known = &self.known[at];
        let said = match (seen.rev == known.rev, person) {
            (false, _) => Err(No::Stale),
            (true, 3) => Err(No::Unknown),
            _ if known.stage == Stage::TakenBack => Err(No::Refused(VisitRefusal::AlreadyLeft)),
            _ if known.person == Some(person) => Err(No::Refused(VisitRefusal::AlreadyLinked)),
            _ if !over(known) && self.inside(person) => {
                Err(No::Refused(VisitRefusal::AlreadyInside))
            }
            _ => Ok(()),
        };
        let record = self.people[person];
        for _twice in 0..2 {
            let done = visits::link(&self.house.desk, &self.desk, seen, record).await;
            assert_eq!(done.map_err(no), said);
        }
        if said.is_ok() {
            let known = &mut self.known[at];
            known.person = Some(person);
            known.rev += 1;
            known.steps += 1;
        }
    }

    async fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Arrive(person, service) => self.arrive(person, service).await,
            Deed::Bring(touch, service, room) => self.bring(touch, service, room).await,
            Deed::Wait(touch) => self.wait(touch).await,
            Deed::Leave(touch) => self.leave(touch).await,
            Deed::Link(touch, person) => self.link(touch, person).await,
            Deed::Undo(touch) => self.undo(touch).await,
        }
        self.compare().await;
    }

    async fn compare(&self) {
        let board = visits::board(&self.house.desk, &self.desk).await.unwrap();
        let shown = board.present.iter();
        let shown = shown.map(|v| (v.token.number(), v.id, v.stage, v.service, v.room, v.rev));
        let mut modelled: Vec<_> = (1_i64..)
            .zip(&self.known)
            .filter(|(_, known)| !over(known))
            .map(|(token, k)| (token, k.id, k.stage, k.service, k.room, k.rev))
            .collect();
        modelled.sort_by_key(|(token, _, stage, ..)| (*stage, *token));
        assert_eq!(shown.collect::<Vec<_>>(), modelled);
    }

    /// Each visit, one at a time: whose it is, and everything that happened.
    async fn reveal(&self) {
        for known in &self.known {
            let shown = visits::reveal(&self.house.desk, &self.desk, known.id)
                .await
                .unwrap();
            let person = shown.person.map(|person| person.record);
            assert_eq!(person, known.person.map(|at| self.people[at]));
            assert_eq!(
                (shown.steps.len(), shown.visit.rev),
                (known.steps, known.rev)
            );
        }
    }
}

#[test]
fn the_board_always_shows_what_happened_on_sqlite() {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    let cases = if full { 400 } else { 16 };
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let deeds = proptest::collection::vec(deed(), 1..40);
    let outcome = TestRunner::new(config).run(&deeds, |deeds| {
        runtime.block_on(async {
            let mut twin = Twin::new().await;
            for deed in deeds {
                twin.act(deed).await;
            }
            twin.reveal().await;
        });
        Ok(())
    });
    println!("{cases} days of up to 40 deeds");
    outcome.unwrap();
}
