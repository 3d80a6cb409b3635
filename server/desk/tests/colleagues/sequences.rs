//! No sequence of deeds lets a colleague see whom that colleague must not see: what happens is
//! compared, step by step, with a model that fits on a page.

use desk::visits::{self, Owner, VisitError};
use desk::{denials, people};
use domain::{DenialId, Pii, RecordId, VisitId};
use proptest::prelude::*;

use crate::denied::{
    asked, coordinator, deny, desk_of, found, identity, received, registered, seen,
};
use crate::door::House;
use crate::stores::Stores;

/// One deed: of those who decide, of others at the desk, or of the colleague in question.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Deny(usize),
    Lift(usize),
    Receive(usize),
    Find(usize),
    Show(usize),
    WriteAgain(usize),
    CheckIn(usize),
    Link(usize),
    Reveal(usize),
    Move(usize),
    Board,
}

fn deed() -> impl Strategy<Value = Deed> {
    let who = 0..2_usize;
    prop_oneof![
        3 => who.clone().prop_map(Deed::Deny),
        2 => who.clone().prop_map(Deed::Lift),
        2 => who.clone().prop_map(Deed::Receive),
        2 => who.clone().prop_map(Deed::Find),
        2 => who.clone().prop_map(Deed::Show),
        1 => who.clone().prop_map(Deed::WriteAgain),
        2 => who.clone().prop_map(Deed::CheckIn),
        2 => who.clone().prop_map(Deed::Link),
        2 => who.clone().prop_map(Deed::Reveal),
        1 => who.prop_map(Deed::Move),
        2 => Just(Deed::Board),
    ]
}

const NAMES: [&str; 2] = ["Rosa Verzonnen", "Jan Bedacht"];

/// What is so at any moment: two people, their visits, and who is kept away.
struct Model {
    people: [RecordId; 2],
    visits: Vec<(usize, VisitId)>,
    denied: [Option<DenialId>; 2],
}

impl Model {
    fn visible(&self, who: usize) -> bool {
        self.denied[who].is_none()
    }
}

async fn act(house: &House, model: &mut Model, deed: Deed) {
    let (desk, noor) = (&house.desk, house.noor.user);
    let actor = desk_of(house, noor);
    match deed {
        Deed::Deny(who) => {
            let set = deny(house, noor, model.people[who]).await;
            assert_eq!(set.is_ok(), model.visible(who));
            model.denied[who] = model.denied[who].or(set.ok());
        }
        Deed::Lift(who) => {
            if let Some(id) = model.denied[who].take() {
                denials::lift(desk, &coordinator(house), id).await.unwrap();
            }
        }
        Deed::Receive(who) => {
            let visit = received(house, Some(model.people[who])).await;
            model.visits.push((who, visit));
        }
        Deed::Find(who) => {
            let hits = found(house, noor, NAMES[who]).await;
            assert_eq!(hits.contains(&model.people[who]), model.visible(who));
        }
        Deed::Show(who) => {
            let shown = people::show(desk, &actor, model.people[who]).await;
            assert_eq!(shown.is_ok(), model.visible(who));
        }
        Deed::WriteAgain(who) => {
            let same = Pii::new(identity(NAMES[who]));
            let same = people::likely_same(desk, &actor, &same).await.unwrap();
            let met = same.iter().any(|hit| hit.record == model.people[who]);
            assert_eq!(met, model.visible(who));
        }
        deed => visit(house, model, deed).await,
    }
}

async fn visit(house: &House, model: &mut Model, deed: Deed) {
    let (desk, actor) = (&house.desk, desk_of(house, house.noor.user));
    let key = domain::RepeatKey::new(desk.ids());
    match deed {
        Deed::CheckIn(who) => {
            let asked = asked(Some(model.people[who]));
            let visit = visits::check_in(desk, &actor, asked, key).await;
            assert_eq!(visit.is_ok(), model.visible(who));
            model.visits.extend(visit.ok().map(|visit| (who, visit)));
        }
        Deed::Link(who) => {
            let visit = received(house, None).await;
            let owner = Owner {
                record: model.people[who],
                again: true,
            };
            let linked = visits::link(desk, &actor, seen(house, visit, 1), owner).await;
            assert_eq!(linked.is_ok(), model.visible(who));
            if linked.is_ok() {
                model.visits.push((who, visit));
            }
        }
        Deed::Reveal(place) => {
            if let Some((who, visit)) = model.visits.get(place).copied() {
                let revealed = visits::reveal(desk, &actor, visit).await;
                assert_eq!(revealed.is_ok(), model.visible(who));
            }
        }
        Deed::Move(place) => {
            if let Some((who, visit)) = model.visits.get(place).copied() {
                let moved = visits::leave(desk, &actor, seen(house, visit, 99)).await;
                let hidden = matches!(moved, Err(VisitError::NotFound));
                assert_eq!(hidden, !model.visible(who));
            }
        }
        _ => {
            let board = visits::board(desk, &actor).await.unwrap();
            for (who, visit) in &model.visits {
                let shown = board.present.iter().any(|one| one.id == *visit);
                assert_eq!(shown, model.visible(*who));
            }
        }
    }
}

async fn story(deeds: Vec<Deed>) {
    let stores = Stores::on_sqlite().await.unwrap();
    let house = House::made(&stores, true).await;
    let mut model = Model {
        people: [
            registered(&house, NAMES[0]).await,
            registered(&house, NAMES[1]).await,
        ],
        visits: Vec::new(),
        denied: [None, None],
    };
    for deed in deeds {
        act(&house, &mut model, deed).await;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_deeds_shows_whom_a_colleague_must_not_see(
        deeds in prop::collection::vec(deed(), 1..40)
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(story(deeds));
    }
}
